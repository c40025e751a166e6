"""The numbers of an act, written as a matrix in a corner of the picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.look.theme import CAPTION, Theme
from app.views.bend.course import Course, Place
from app.views.drawing.plot import say
from core.frozen import frozen

PAD, GAP, FOOT = 6, 8, 3  # px


@frozen(eq=False)
class Written:
    """A symbol and its numbers (rows, columns)."""

    symbol: str
    numbers: np.ndarray

    @property
    def spoken(self) -> str:
        """As a screen reader says it: "W = (1.00, −0.50; 0.20, 0.30)"."""
        rows = "; ".join(", ".join(say(float(value)) for value in row) for row in self.numbers)
        return f"{self.symbol} = ({rows})"


def written(course: Course, place: Place) -> tuple[Written, ...]:
    """The map or shift that is under way or done, where it is small, and all up to it as one where that is one map."""
    number = place.after if place.share else place.before
    arrays, several = course.frame.arrays, course.is_one_map(number)
    whole, found = arrays.get(f"whole.{number}"), []
    if whole is None or several:
        if (matrix := arrays.get(f"matrix.{number}")) is not None:
            found.append(Written("W", matrix))
        if (shift := arrays.get(f"shift.{number}")) is not None:
            found.append(Written("b", shift[:, None]))
    if whole is not None:
        found.append(Written("all so far: W" if several else "W", whole))
        found.append(Written("b", arrays[f"whole_shift.{number}"][:, None]))
    return tuple(found)


def boxes(matrices: tuple[Written, ...], corner: QPointF, theme: Theme) -> list[QRectF]:
    """The room of each, one beside the other, from a corner at the left and top."""
    metrics, found, left = QFontMetricsF(theme.digits(CAPTION)), [], corner.x()
    for each in matrices:
        start, _, inner = _widths(each, metrics)
        box = QRectF(left, corner.y(), start + inner + 2 * PAD, len(each.numbers) * metrics.height() + PAD)
        found.append(box)
        left = box.right() + GAP
    return found


def _widths(each: Written, metrics: QFontMetricsF) -> tuple[float, float, float]:
    """Where the numbers begin in the box, how wide each is, and all of a row; px."""
    wide = max(metrics.horizontalAdvance(say(float(value))) for value in each.numbers.ravel())
    columns = each.numbers.shape[1]
    return PAD + metrics.horizontalAdvance(f"{each.symbol} =") + GAP, wide, columns * wide + (columns - 1) * GAP


def paint_matrices(painter: QPainter, matrices: tuple[Written, ...], corner: QPointF, theme: Theme) -> None:
    """Each in its box."""
    font = theme.digits(CAPTION)
    painter.setFont(font)
    for each, box in zip(matrices, boxes(matrices, corner, theme), strict=True):
        _paint(painter, each, box, QFontMetricsF(font), theme)


def _paint(painter: QPainter, each: Written, box: QRectF, metrics: QFontMetricsF, theme: Theme) -> None:
    before, wide, inner = _widths(each, metrics)
    start, line, rows = box.left() + before, metrics.height(), len(each.numbers)
    ground = QColor(theme.surface)
    ground.setAlphaF(0.82)
    painter.fillRect(box, ground)
    painter.setPen(QColor(theme.text))
    first = box.top() + PAD / 2 + metrics.ascent()
    painter.drawText(QPointF(box.left() + PAD, first + (rows - 1) * line / 2), f"{each.symbol} =")
    for (number, place), value in np.ndenumerate(each.numbers):
        text, right = say(float(value)), start + (place + 1) * wide + place * GAP
        painter.drawText(QPointF(right - metrics.horizontalAdvance(text), first + number * line), text)
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    top, bottom = box.top() + PAD / 2, box.top() + PAD / 2 + rows * line
    for x, foot in ((start - FOOT - 1, FOOT), (start + inner + FOOT + 1, -FOOT)):
        painter.drawPolyline(
            [QPointF(x + foot, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + foot, bottom)]
        )  # fmt: skip
