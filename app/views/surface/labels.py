"""Words over the surface in three dimensions: axis names and numbers along the floor, the colour bar, names of
arrows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QVector3D
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.surface import mesh, paint
from app.views.surface.map import lines
from app.views.surface.marks import Arrow
from app.views.surface.seen import Seen
from app.views.surface.sheet import Scale

EDGE = 2  # px between words and the picture's edge
NEAR, AWAY = 4, 20  # px between the floor and its numbers, and its names
LOW, LOWEST = (
    230,
    110,
)  # px of height from which there is room of its own for the names of the axes, and from which they are written at all
PLATE = 0.8  # how strongly a plate covers what lies under it
CENTRE = Qt.AlignmentFlag.AlignCenter


class Scene(Protocol):
    """What the words need to know of what they lie over."""

    theme: Theme
    seen: Seen | None

    def cameraPosition(self) -> QVector3D: ...

    def screen(self, points: np.ndarray) -> np.ndarray: ...

    def spot_of(self, a: float, b: float) -> QPointF: ...

    def ball_spot(self) -> QPointF | None: ...

    def hides_ball(self) -> bool: ...


class ReliefLabels(QWidget):
    """Lies over the relief and lets the mouse through."""

    def __init__(self, relief: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._relief = relief
        self._right = 0  # px: where the colour bar begins
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        relief, seen = self._relief, self._relief.seen
        if seen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._right = self.width() - paint.key_width(seen.sheet.scale, seen.metric, relief.theme) - 8
        a0, a1, b0, b1 = seen.sheet.extent
        camera = relief.cameraPosition()
        front, side = (-1.0 if camera.y() < 0 else 1.0), (-1.0 if camera.x() < 0 else 1.0)
        self._paint_axis(painter, Scale(a0, a1), seen.x, lambda x: (x, front))
        self._paint_axis(painter, Scale(b0, b1), seen.y, lambda y: (side, y))
        self._paint_height(painter)
        self._paint_key(painter)
        self._paint_ghost(painter)
        self.paint_names(painter)
        painter.end()

    @property
    def theme(self) -> Theme:
        """What the relief wears."""
        return self._relief.theme

    def below(self) -> int:
        """Room for the names of the axes under the floor."""
        theme = self._relief.theme
        return theme.px(22) if self.height() >= theme.px(LOW) else theme.px(12)

    def _paint_ghost(self, painter: QPainter) -> None:
        """A ball behind a hill shows through."""
        spot = self._relief.ball_spot()
        if spot is not None and self._relief.hides_ball():
            size = 7.0 * self._relief.theme.scale
            for colour, width in ((paint.RIM, 4.0), (paint.WARM, 2.0)):
                painter.setPen(
                    QPen(QColor(colour), width, Qt.PenStyle.SolidLine if colour == paint.RIM else Qt.PenStyle.DotLine)
                )
                painter.drawEllipse(spot, size, size)

    def _paint_key(self, painter: QPainter) -> None:
        relief, seen = self._relief, self._relief.seen
        assert seen is not None
        width = paint.key_width(seen.sheet.scale, seen.metric, relief.theme)
        paint.paint_key(
            painter,
            QRectF(self.width() - width - 8, 6, width, min(self.height() - 14, relief.theme.px(260))),
            seen.sheet.scale,
            seen.metric,
            relief.theme,
        )

    def _paint_axis(
        self, painter: QPainter, scale: Scale, name: str, at: Callable[[float], tuple[float, float]]
    ) -> None:
        """Round numbers along one side of the floor, and beyond them what runs there; `at` leads from −1 … 1 to the
        floor."""
        relief, theme = self._relief, self._relief.theme
        outward = self._outward(at)
        painter.setFont(theme.digits(look.CAPTION))
        painter.setPen(QColor(theme.muted))
        for value in scale.labels(3):
            spot = relief.screen(
                np.array([(*at(2 * (float(value) - scale.low) / (scale.high - scale.low) - 1), mesh.FLOOR)])
            )[0]
            words = paint.short(float(value))
            self._write(painter, _beside(spot, outward, words, painter, NEAR), words)
        if self.height() < theme.px(LOWEST):
            return
        painter.setFont(theme.font(look.CAPTION + (1 if self.height() >= theme.px(LOW) else 0)))
        painter.setPen(QColor(theme.text))
        middle = relief.screen(np.array([(*at(0.0), mesh.FLOOR)]))[0]
        words = "\n".join(lines(name, QFontMetricsF(painter.font()), 0.34 * self.width()))
        room = _beside(middle, outward, words, painter, theme.px(AWAY))
        left = min(max(room.left(), 6.0), self._right - room.width() - 6.0)
        if abs(left - room.left()) > theme.px(6):  # there is no room beside the floor: below it there is
            room.moveBottom(max(room.bottom(), self.height() - 3.0))
        room.moveLeft(left)
        room.moveBottom(min(room.bottom(), self.height() - 3.0))
        self._write(painter, room, words)

    def _write(self, painter: QPainter, room: QRectF, words: str) -> None:
        """Words on a plate of the ground's colour: seen from above the sheet lies over the floor and its names."""
        plate = QColor(self.theme.surface)
        plate.setAlphaF(PLATE)
        painter.fillRect(room, plate)
        painter.drawText(room, CENTRE, words)

    def _paint_height(self, painter: QPainter) -> None:
        """The upward axis at the corner that stands farthest to the left, with round heights and what they are."""
        relief, theme, seen = self._relief, self._relief.theme, self._relief.seen
        assert seen is not None
        scale = seen.sheet.scale
        corners = np.array([(x, y, 0.0) for x in (-1, 1) for y in (-1, 1)])
        corner = corners[int(np.argmin(relief.screen(corners)[:, 0]))]
        foot, top = relief.screen(corner + np.array([[0, 0, 0], [0, 0, mesh.HIGH]]))
        font = theme.digits(look.CAPTION)
        metrics = QFontMetricsF(font)
        high = metrics.height()
        if foot[1] - top[1] < 2.2 * high:  # seen from above there is no height
            return
        painter.setFont(font)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(*foot), QPointF(*top))
        for value in scale.labels(max(2, min(4, int((foot[1] - top[1]) / (1.6 * high))))):
            spot = foot + (top - foot) * float(scale.heights(np.array([value]))[0])
            painter.drawLine(QPointF(*spot), QPointF(spot[0] - 4, spot[1]))
            words = paint.number(float(value), scale)
            self._write(painter, left_of(QPointF(spot[0] - 7, spot[1]), words, metrics), words)
        painter.setPen(QColor(theme.text))
        self._write(painter, left_of(QPointF(top[0] + 7, top[1] - 1.1 * high), seen.metric, metrics), seen.metric)

    def _outward(self, at: Callable[[float], tuple[float, float]]) -> np.ndarray:
        """The direction on the screen that leads away from the floor at the middle of a side, of length 1."""
        middle, edge = self._relief.screen(np.array([(0.0, 0.0, mesh.FLOOR), (*at(0.0), mesh.FLOOR)]))
        away = edge - middle
        return away / max(float(np.hypot(*away)), 1e-9)

    def paint_names(self, painter: QPainter) -> None:
        """The heads of arrows, and their names beside them."""
        relief, seen = self._relief, self._relief.seen
        assert seen is not None
        font = relief.theme.font(look.CAPTION, bold=True)
        for name, place in seen.marks.kept:
            if seen.sheet.inside(*place):
                spot = relief.spot_of(*place)
                painter.setPen(QPen(QColor(paint.WARM), 2.0))
                painter.drawEllipse(spot, 4.0, 4.0)
                paint.halo_text(painter, spot + QPointF(7, -5), name, font)
        foot = relief.ball_spot()
        if foot is not None:
            arrows = (*seen.marks.arrows, *((seen.pointed,) if seen.pointed else ()))
            named = [self._named(arrow, foot) for arrow in arrows if seen.sheet.inside(*arrow.end)]
            paint.paint_named(painter, named, QRectF(0, 0, self._right, self.height()), relief.theme)

    def _named(self, arrow: Arrow, foot: QPointF) -> paint.Named:
        """Its head, the rest of it lies on the sheet."""
        assert self._relief.seen is not None and self._relief.seen.marks.ball is not None
        end = np.array(arrow.end)
        start = self._relief.spot_of(*(end - 0.25 * (end - self._relief.seen.marks.ball)))
        return paint.Named(foot, start, self._relief.spot_of(*arrow.end), arrow.words)


def left_of(end: QPointF, words: str, metrics: QFontMetricsF) -> QRectF:
    """Room for words that end at a place; where the picture ends before they begin, they begin there."""
    wide, high = metrics.horizontalAdvance(words) + 2, metrics.height()
    return QRectF(max(end.x() - wide, EDGE), end.y() - high / 2, wide, high)


def _beside(spot: np.ndarray, outward: np.ndarray, text: str, painter: QPainter, gap: float) -> QRectF:
    """Room for a text that begins `gap` px from a spot and lies in a direction from it."""
    metrics = QFontMetricsF(painter.font())
    rows = text.split("\n")
    wide, high = max(metrics.horizontalAdvance(row) for row in rows) + 2, metrics.lineSpacing() * len(rows)
    x = spot[0] + (gap if outward[0] > 0 else -gap - wide)
    y = spot[1] + (gap / 2 if outward[1] > 0 else -gap / 2 - high)
    return QRectF(x, y, wide, high)
