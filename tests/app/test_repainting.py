"""A refresh paints what has changed and nothing else, and what is kept looks as painted anew."""

from __future__ import annotations

import dataclasses

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.bars.status_line import StatusLine
from app.look.theme import CAPTION, current
from app.views.curves.layers import DASHES
from app.views.curves.plot import CurvePlot
from app.views.drawing.strokes import dashed, draw_pieces, stamp
from app.views.network.view import NetworkView
from app.views.surface import paint
from app.widgets.icon_button import IconButton
from app.widgets.labels import Steady
from core.frames import Frame
from tests.building.view_frames import experiment, network_frames, shown, update


def _pixels(image: QImage) -> np.ndarray:
    """(rows, columns, 4) as signed numbers."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4).astype(int)


def _others(frames: dict[str, Frame]) -> dict[str, Frame]:
    """Frames of other numbers."""
    return {
        name: dataclasses.replace(frame, arrays={key: -array for key, array in frame.arrays.items()})
        for name, frame in frames.items()
    }


def test_new_numbers_leave_the_buttons_over_the_network_alone_and_look_as_painted_anew(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    canvas = view.canvas
    view.show_update(update(network_frames(made)))
    picture = canvas.grab().toImage()
    asked: list[QRect] = []
    canvas.update = lambda *rooms: asked.extend(rooms)
    view.show_update(update(_others(network_frames(made))))
    (room,) = asked
    over = [button for button in canvas.findChildren(IconButton) if button.isVisible()]
    assert over and not any(room.intersects(_room_in(canvas, button)) for button in over)
    canvas.render(picture, room.topLeft(), QRegion(room), QWidget.RenderFlag.DrawChildren)
    assert not (_pixels(picture) - _pixels(canvas.grab().toImage())).any()


def test_words_at_the_cursor_change_with_the_numbers(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    layout = view.canvas.layout_
    assert layout is not None
    view.canvas.point_at(layout.tiles[1][0].room.center())
    asked: list[QRect] = []
    view.canvas.update = lambda *rooms: asked.extend(rooms)
    view.show_update(update(_others(network_frames(made))))
    assert asked == [view.canvas.rect()]


def _room_in(canvas: QWidget, button: QWidget) -> QRect:
    return QRect(button.mapTo(canvas, button.rect().topLeft()), button.size())


def test_words_with_a_rim_look_as_painted_anew(qapp):
    """qapp: fonts need it."""
    pictures, spot, font = [], QPointF(9, 24), current().font(CAPTION, bold=True)
    path = QPainterPath()
    path.addText(spot, font, "−gradient, step")
    for kept in (True, False):
        made = QImage(140, 40, QImage.Format.Format_RGB32)
        made.fill(QColor("#3E6F8A"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kept:
            paint.halo_text(painter, spot, "−gradient, step", font)
        else:
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.strokePath(path, QPen(QColor(paint.RIM), 3.0, Qt.PenStyle.SolidLine, cap, join))
            painter.fillPath(path, QColor(paint.WARM))
        painter.end()
        pictures.append(_pixels(made))
    assert np.abs(pictures[0] - pictures[1]).max() <= 8, "rounding alone, of two layers laid on a third"


def test_a_path_keeps_its_ends_and_loses_only_what_nobody_tells_apart():
    way = np.cumsum(np.random.default_rng(0).normal(0, 0.5, (400, 2)), axis=0)
    few = paint.told_apart(way)
    assert len(few) < 200 and (few[0] == way[0]).all() and (few[-1] == way[-1]).all()
    away = np.abs(way[:, None] - few[None]).max(axis=2).min(axis=1)
    assert away.max() < paint.CLOSE
    assert (paint.told_apart(2 * np.floor(way)) % 2 == 0).all()


def test_dashes_are_as_long_as_the_pattern_says_whatever_the_line_does():
    straight = dashed(np.array([0.0, 10.0, 22.0]), np.zeros(3), [4.0, 2.0], (1.0, 1.0))
    assert straight[:, [0, 2]].tolist() == [[0, 4], [6, 10], [12, 16], [18, 22]] and not straight[:, [1, 3]].any()
    corner = dashed(np.array([0.0, 3.0, 3.0]), np.array([0.0, 0.0, 40.0]), [4.0, 2.0], (1.0, 10.0))
    assert corner.tolist() == [[0, 0, 3, 0], [3, 0, 3, 10], [3, 30, 3, 40]], "1 px up is 10 of its units"
    wild = np.random.default_rng(0).normal(0, 9, (300, 2))
    pieces = dashed(*wild.T, [4.0, 2.0], (1.0, 1.0))
    drawn, whole = (float(np.hypot(*steps.T).sum()) for steps in (pieces[:, 2:] - pieces[:, :2], np.diff(wild, axis=0)))
    assert abs(drawn - whole * 4 / 6) < 4


def test_a_dashed_curve_is_parted_by_what_is_no_number_and_ends_where_nobody_sees(qtbot):
    plot = CurvePlot("Loss")
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.show()
    plot.dress(current())
    plot.frame_to(0, 10, 0, 1)
    line = plot.lines["test"]
    line.setData(np.arange(6.0), np.array([0.5, 0.5, np.nan, 0.5, 1e300, 0.5]))
    first, second = line.pieces(line.opts["pen"], line.sceneTransform())
    assert (first[:, [0, 2]] <= 1).all() and (second[:, [0, 2]] >= 3).all()
    assert np.isfinite(second).all() and second[:, [1, 3]].max() <= 2 and len(second) < 500
    wide, high = plot.box.viewPixelSize()
    steps = (first[:, 2:] - first[:, :2]) / (wide, high)
    assert np.hypot(*steps.T).max() <= DASHES["test"][0] * line.opts["pen"].widthF() + 1e-6


def test_markers_and_pieces_lie_where_each_would_by_itself(qapp):
    """qapp: pictures need it."""
    marker = QPixmap(9, 9)
    marker.fill(QColor("#D55E00"))
    spots, pictures = np.array([[20.0, 15.0], [60.0, 30.0]]), []
    for at_once in (True, False):
        made = QImage(90, 50, QImage.Format.Format_RGB32)
        made.fill(0)
        painter = QPainter(made)
        painter.setPen(QColor("#FFFFFF"))
        if at_once:
            draw_pieces(painter, np.array([[1.0, 2.0, 80.0, 40.0], [5.0, 40.0, 70.0, 3.0]]))
            stamp(painter, spots + 0.5, marker)
        else:
            painter.drawLine(QPointF(1, 2), QPointF(80, 40))
            painter.drawLine(QPointF(5, 40), QPointF(70, 3))
            for x, y in spots.tolist():
                painter.drawPixmap(QPointF(x - 4, y - 4), marker)
        painter.end()
        pictures.append(_pixels(made))
    assert not (pictures[0] - pictures[1]).any()


class Layouts(QObject):
    """Counts how often a widget is asked to lay itself out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_words_of_as_many_lines_ask_for_no_room_anew_and_longer_ones_do(qtbot):
    host, words = QWidget(), Steady()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addWidget(words)
    column.addStretch(1)
    host.resize(200, 200)
    host.show()
    words.say("Sample 1 of update 444")
    QApplication.processEvents()
    one_line = words.height()
    assert one_line == words.heightForWidth(words.width())
    asked = Layouts(host)
    words.say("Sample 2 of update 445")
    QApplication.processEvents()
    assert not asked.count and words.text() == words.accessibleName() == "Sample 2 of update 445"
    words.say("Sample 2 of update 445, number 7 of 10 in the batch of update 446")
    qtbot.waitUntil(lambda: asked.count > 0 and words.height() == words.heightForWidth(words.width()))
    assert words.height() > one_line


def test_another_rate_in_the_line_at_the_bottom_lays_nothing_out(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_theme(current())
    line.resize(900, line.height())
    line.show()
    made = experiment(2)
    line.show_update(update(), made, ready=True)  # with another sentence, which asks for room
    for _ in range(3):
        QApplication.processEvents()
    asked = Layouts(line)
    for rate in (930.0, 1_234_567.0):
        line.show_update(dataclasses.replace(update(), rate=rate), made, ready=True)
        QApplication.processEvents()
        assert line.rate.text() == f"{rate:,.0f} updates/s" and not asked.count
