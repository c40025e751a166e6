"""While the text size changes everything is whole at once: read-outs, words on the curves, the timeline's handle."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionSlider, QWidget

from app.bars.timeline import Timeline, Told
from app.look import style
from app.look import theme as look
from app.shell.actions import Actions
from app.views.curves.plot import CurvePlot
from app.views.curves.view import LossView
from core.frames import Mark
from tests.building.telling import telling
from tests.building.view_frames import experiment, metrics, shown, update


def cut(bars: list[QWidget]) -> list[tuple[str, int, int]]:
    """Labels of one line that are too small for their words: these, what they need, what they have."""
    labels = [label for bar in bars for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]
    sizes = [(label.text(), label.fontMetrics().horizontalAdvance(label.text()), label.width()) for label in labels]
    return [(text, need, has) for text, need, has in sizes if need > has + 1]


@pytest.mark.slow
def test_no_readout_is_cut_while_a_run_goes_on(open_window, qtbot):
    window = open_window()
    window.resize(1280, 740)
    lab, bars = window.network.lab, window.network.bars
    qtbot.waitUntil(lambda: lab.runs.ready and lab.run.last is not None, timeout=60_000)
    if not lab.playing:
        lab.play()
    found: list[tuple[str, int, int]] = []
    for step in ("1", "1", "1", "-1", "0"):
        before = lab.run.last.updates
        window.appearance.scale(step)

        def goes_on(before=before):
            found.extend(cut([bars.transport, bars.timeline]))
            return lab.run.last.updates > before + 40

        qtbot.waitUntil(goes_on, timeout=60_000)
    assert not found


def inside(plot: CurvePlot) -> bool:
    """Whether the words on the dotted line lie within the picture, px of the screen."""
    (x0, x1), (y0, y1) = plot.box.viewRange()
    room, spot = plot.guess_words.boundingRect(), plot.guess_words.pos()
    foot = plot.px_of(spot.x(), spot.y())
    box = QRectF(foot.x(), foot.y() - room.height(), room.width(), room.height())
    return QRectF(plot.px_of(x0, y1), plot.px_of(x1, y0)).adjusted(-2, -2, 2, 2).contains(box)


def test_words_and_flags_on_the_curves_find_their_places_with_the_size_of_the_picture(qtbot):
    view = shown(qtbot, LossView(), experiment(2), (900, 300))
    telling(view)(
        update(metrics=metrics(0, 50), baselines={"test.baseline_loss": 0.5}, marks=(Mark(100, "goal", "Goal"),))
    )
    plot = view.plot
    assert plot.guess_words.isVisible() and inside(plot)
    for size in ((330, 150), (700, 120), (900, 300)):
        view.resize(*size)
        QApplication.processEvents()
        assert inside(plot) or not plot.guess_words.isVisible()
        x, y = plot.flags.getData()
        top = plot.px_of(x[0], plot.box.viewRange()[1][1]).y()
        assert plot.px_of(x[0], y[0]).y() - top == pytest.approx(0.55 * 12, abs=1.5)
    assert plot.guess_words.isVisible() and np.isfinite(plot.guess.value())


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5, 1.75, 2.0])
def test_the_handle_of_the_timeline_is_round_and_stands_on_the_marks(qtbot, qapp, scale):
    theme = look.resolve("light", scale)
    style.apply(qapp, theme)
    parent = QWidget()
    qtbot.addWidget(parent)
    line = Timeline(Actions(lambda _: None, parent))
    qtbot.addWidget(line)
    line.show_theme(theme)
    line.resize(900, line.height())
    line.show_run(Told(1000, 500))
    line.show()
    QApplication.processEvents()
    track = line.track
    option = QStyleOptionSlider()
    track.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    handle = track.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, track)
    image = track.grab().toImage()
    behind = image.pixelColor(0, 0)
    corners = (handle.topLeft(), handle.topRight(), handle.bottomLeft(), handle.bottomRight())
    assert all(image.pixelColor(corner) == behind for corner in corners)
    assert image.pixelColor(handle.center().x(), handle.top() + 1) != behind
    for at in (0, 500, 1000):
        line.show_run(Told(1000, at, (Mark(at, "goal", "Goal"),)))
        track.initStyleOption(option)
        handle = track.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, track)
        assert track.places()[0][0] == pytest.approx(handle.center().x(), abs=1.5), "a mark lies under the handle there"
    style.apply(qapp, look.LIGHT)
