"""A drawing of one's own for a generator, from the drawer to Play, by the mouse alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.views.boundary.players_field import generated_of
from core.machine.resources import FOLDER

LEFT = Qt.MouseButton.LeftButton
FROM, TO = (-1.5, 1.5), (1.5, 1.5)  # a stroke along the upper edge of the sheet, where no generator begins


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT, pos=QPoint(8, widget.height() // 2))


def test_what_is_painted_is_what_the_generator_learns(open_window, qtbot):
    window = open_window(str(FOLDER / "presets" / "gan-ring.toml"))
    room = window.network
    lab, view = room.lab, room.views["boundary"]
    qtbot.waitUntil(lambda: lab.run.last is not None and "boundary" in view.frames, timeout=60_000)
    press(room.recipe.more["data"])
    drawer = room.overlays.drawers.data
    assert drawer.own_words.text() == "What you draw begins an empty sheet, for the generator to imitate."
    press(drawer.own["brush"])
    qtbot.waitUntil(lambda: view.pointer.tool is not None and room.overlays.draw_bar.isVisible(), timeout=5000)
    data = lab.store.experiment.data
    assert room.status.sentence.text() == "Draw what the generator is to imitate, then play."
    assert "the generator learns to make more" in room.overlays.draw_bar.brushes[0].toolTip()
    assert data.kind == "points" and data.blank and room.overlays.notices.problem.isHidden()
    assert view.frame.arrays["extent"].tolist() == [-2, 2, -2, 2], "a sheet of the size that the figures had"
    bar = room.overlays.draw_bar
    stroke(view)
    press(bar.done)
    drawn = np.array(lab.store.experiment.data.points)
    assert len(drawn) > 20 and np.abs(drawn[:, 1] - FROM[1]).max() < 0.3 and view.pointer.tool is None
    qtbot.waitUntil(
        lambda: (
            lab.runs.samples.prepared is not None
            and len(lab.runs.samples.prepared.table.x) == len(drawn)
            and lab.run.last.updates == 0
        ),
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: view.frames["boundary"].run == lab.run.last.run, timeout=10_000)
    before = height(view)
    lab.edit("speed", "max")
    press(room.transport.play)
    qtbot.waitUntil(lambda: lab.run.last.updates > 150 and height(view) > before + 0.7, timeout=30_000)
    press(room.transport.play)
    qtbot.waitUntil(lambda: lab.run.last.state.value == "paused", timeout=10_000)


def stroke(view) -> None:  # type: ignore[no-untyped-def]
    """Button down, along, button up."""
    port, ends = view.plot.viewport(), [view.plot.px_of(*place) for place in (FROM, TO)]
    QTest.mousePress(port, LEFT, pos=ends[0].toPoint())
    for share in np.linspace(0, 1, 9):
        QTest.mouseMove(port, (ends[0] * (1 - share) + ends[1] * share).toPoint())
    QTest.mouseRelease(port, LEFT, pos=ends[1].toPoint())


def height(view) -> float:  # type: ignore[no-untyped-def]
    """x₂ of the generated samples in the mean."""
    return float(generated_of(view.frames["boundary"])[:, 1].mean())
