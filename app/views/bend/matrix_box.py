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


def paint_matrices(painter: QPainter, matrices: tuple[Written, ...], corner: QPointF, theme: Theme) -> None:
    """One beside the other, from a corner at the left and top."""
    font = theme.digits(CAPTION)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    left = corner.x()
    for each in matrices:
        left = _paint(painter, each, QPointF(left, corner.y()), metrics, theme) + GAP


def _paint(painter: QPainter, each: Written, corner: QPointF, metrics: QFontMetricsF, theme: Theme) -> float:
    """Returns where it ends."""
    texts = [[say(float(value)) for value in row] for row in each.numbers]
    line = metrics.height()
    wide = max(metrics.horizontalAdvance(text) for row in texts for text in row)
    columns = len(texts[0])
    symbol = f"{each.symbol} ="
    inner = columns * wide + (columns - 1) * GAP
    start = corner.x() + PAD + metrics.horizontalAdvance(symbol) + GAP
    box = QRectF(corner.x(), corner.y(), start - corner.x() + inner + 2 * PAD, len(texts) * line + PAD)
    ground = QColor(theme.surface)
    ground.setAlphaF(0.82)
    painter.fillRect(box, ground)
    painter.setPen(QColor(theme.text))
    middle = corner.y() + PAD / 2 + (len(texts) - 1) * line / 2 + metrics.ascent()
    painter.drawText(QPointF(corner.x() + PAD, middle), symbol)
    for number, row in enumerate(texts):
        for place, text in enumerate(row):
            right = start + (place + 1) * wide + place * GAP
            base = corner.y() + PAD / 2 + number * line + metrics.ascent()
            painter.drawText(QPointF(right - metrics.horizontalAdvance(text), base), text)
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    top, bottom = corner.y() + PAD / 2, corner.y() + PAD / 2 + len(texts) * line
    for x, foot in ((start - FOOT - 1, FOOT), (start + inner + FOOT + 1, -FOOT)):
        painter.drawPolyline(
            [QPointF(x + foot, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + foot, bottom)]
        )  # fmt: skip
    return box.right()
