"""One slice: the plane of two questions where the third is answered one way, cut by the line at which the neuron
changes its mind."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import BASE, CAPTION, LIGHT, Theme, mix
from core.frames import Frame

LOW, HIGH = -0.5, 1.5  # what is shown of each question
MARK, RING, REACH = 11, 22, 0.3  # px; of the distance between two places
TINT = 0.45  # of a class's colour in its ground
EDGE, HEAD, GAP = 40, 24, 8  # px beside and above the square, between two headings
CORNERS = ((LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH))


def half_plane(weights: tuple[float, float], offset: float) -> list[tuple[float, float]]:
    """The corners of that part of the square in which w₁x₁ + w₂x₂ + offset > 0 (Sutherland and Hodgman); none where it
    is empty."""
    heights = [weights[0] * x + weights[1] * y + offset for x, y in CORNERS]
    found: list[tuple[float, float]] = []
    for here, there, low, high in zip(
        CORNERS, CORNERS[1:] + CORNERS[:1], heights, heights[1:] + heights[:1], strict=True
    ):
        if low > 0:
            found.append(here)
        if (low > 0) != (high > 0):
            share = low / (low - high)
            found.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return found


def cut(weights: tuple[float, float], offset: float) -> list[tuple[float, float]]:
    """The two ends of the line w₁x₁ + w₂x₂ + offset = 0 within the square; none where it does not pass."""
    edge = half_plane(weights, offset)
    on_line = [(x, y) for x, y in edge if abs(weights[0] * x + weights[1] * y + offset) < 1e-9 * (1 + abs(offset))]
    return on_line[:2] if len(on_line) >= 2 and len(edge) > 2 else []


class SlicePicture(QWidget):
    """`pressed(row)`: somebody presses on the mark of a row. The marks of all rows of the slice stand apart."""

    pressed = Signal(int)

    def __init__(self, third: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.third = third  # how the third question is answered here
        self.theme = look.current()
        self._frame: Frame | None = None
        self._row = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)

    def show_frame(self, frame: Frame, row: int) -> None:
        """The neuron, and the row that is looked at."""
        self._frame, self._row = frame, row
        right = int(frame.arrays["right"][self.rows()].sum())
        self.setAccessibleName(f"{frame.info['questions'][2]} = {self.third}: {right} of {len(self.rows())} rows right")
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def rows(self) -> np.ndarray:
        """The numbers of the rows that lie in this slice."""
        return (
            np.zeros(0, int) if self._frame is None else np.flatnonzero(self._frame.arrays["rows"][:, 2] == self.third)
        )

    def line(self) -> tuple[tuple[float, float], float]:
        """w₁, w₂ and what is added to them here: w₃·x₃ − threshold."""
        assert self._frame is not None
        first, second, third = (float(weight) for weight in self._frame.arrays["weights"])
        return (first, second), third * self.third - float(self._frame.arrays["threshold"][0])

    # Where things are

    @property
    def square(self) -> QRectF:
        edge, head = self.theme.px(EDGE), self.theme.px(HEAD)
        side = max(1.0, min(self.width() - edge - 8.0, self.height() - head - edge))
        return QRectF(
            edge + (self.width() - edge - 8.0 - side) / 2, head + (self.height() - head - edge - side) / 2, side, side
        )

    def at(self, x: float, y: float) -> QPointF:
        """Where a point of the plane stands."""
        room, scale = self.square, self.square.width() / (HIGH - LOW)
        return QPointF(room.left() + (x - LOW) * scale, room.bottom() - (y - LOW) * scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._frame is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        reach = REACH * self.square.width() / (HIGH - LOW)
        for row in self.rows().tolist():
            away = self.at(*self._frame.arrays["rows"][row, :2]) - event.position()
            if away.manhattanLength() <= 1.5 * reach:
                self.pressed.emit(row)
                return

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, room = self.theme, self.square
        painter.fillRect(room, QColor(mix(theme.unsure, theme.negative, TINT)))
        weights, offset = self.line()
        fires = half_plane(weights, offset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(theme.unsure, theme.positive, TINT)))
        if fires:
            painter.drawPolygon(QPolygonF([self.at(*corner) for corner in fires]))
        ends = cut(weights, offset)
        if ends:
            painter.setPen(QPen(QColor(LIGHT.text), theme.px(2.5)))
            painter.drawLine(self.at(*ends[0]), self.at(*ends[1]))
        self._paint_words(painter, room)
        for row in self.rows().tolist():
            self._paint_row(painter, row)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        assert self._frame is not None
        theme, questions = self.theme, self._frame.info["questions"]
        painter.setPen(QColor(theme.text))
        head = f"{questions[2]} = {self.third}"
        large = theme.font(BASE, bold=True)
        fits = QFontMetricsF(large).horizontalAdvance(head) <= self.width() - GAP
        painter.setFont(large if fits else theme.font(CAPTION, bold=True))
        above = QRectF(0, room.top() - theme.px(HEAD), self.width(), theme.px(HEAD - 4))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, head)
        painter.setFont(theme.font(CAPTION))
        high = QFontMetricsF(painter.font()).height()
        for value in (0, 1):
            along, up = self.at(value, LOW), self.at(LOW, value)
            painter.drawText(QRectF(along.x() - 20, along.y() + 2, 40, high), Qt.AlignmentFlag.AlignCenter, str(value))
            painter.drawText(QRectF(up.x() - 18, up.y() - high / 2, 14, high), Qt.AlignmentFlag.AlignRight, str(value))
        below = QRectF(0, room.bottom() + high + 2, self.width(), high + 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, questions[0])
        painter.save()
        painter.translate(room.left() - theme.px(EDGE) + 4, room.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-room.height() / 2, 0, room.height(), high), Qt.AlignmentFlag.AlignCenter, questions[1])
        painter.restore()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        """A mark in the colour and shape of what is wanted; crossed where the neuron says otherwise."""
        assert self._frame is not None
        theme, arrays = self.theme, self._frame.arrays
        middle, side, wanted = self.at(*arrays["rows"][row, :2]), theme.px(MARK), bool(arrays["wanted"][row])
        if row == self._row:
            for colour, width in (("#FFFFFF", 5.0), (LIGHT.text, 2.5)):
                painter.setPen(QPen(QColor(colour), width * theme.scale))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, theme.px(RING) / 2, theme.px(RING) / 2)
        mark = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(QPen(QColor(LIGHT.text), theme.px(1)))
        painter.setBrush(QColor(theme.positive if wanted else theme.negative))
        painter.drawRect(mark) if wanted else painter.drawEllipse(mark)
        if not arrays["right"][row]:
            reach = theme.px(RING) / 2 - 1
            for colour, width in (("#FFFFFF", 4.5), (LIGHT.text, 2.0)):
                painter.setPen(QPen(QColor(colour), width * theme.scale))
                for sign in (1, -1):
                    slant = QPointF(reach, sign * reach)
                    painter.drawLine(middle - slant, middle + slant)
