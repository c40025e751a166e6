"""The classes that are mistaken most often, in words: beside a matrix whose cells are too small for their numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.look.theme import CAPTION, Theme
from core.frozen import frozen

LINE, NARROWEST = 17, 130  # px at a text scale of 1: of a line, and of the room for all of them
HEAD, NONE, LARGE = "Most often mistaken", "No mistakes", "F enlarges: every number"
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Pair = tuple[int, int]


def most_mistaken(counts: np.ndarray, most: int) -> tuple[Pair, ...]:
    """(true, answered) of the largest counts (classes, classes) off the diagonal, the largest first."""
    wrong = counts * (1 - np.eye(len(counts), dtype=int))
    order = np.argsort(-wrong, axis=None, kind="stable")[: max(most, 0)]
    pairs = (divmod(int(place), len(counts)) for place in order)
    return tuple((row, column) for row, column in pairs if wrong[row, column])


@frozen(eq=False)
class Mistakes:
    """A head, as many pairs as lines fit between it and the last line, and in that how to see all numbers."""

    counts: np.ndarray
    classes: tuple[str, ...]
    room: QRectF
    theme: Theme

    @property
    def pairs(self) -> tuple[Pair, ...]:
        lines = int(self.room.height() // self.theme.px(LINE))
        return most_mistaken(self.counts, lines - 2) if self.room.width() >= self.theme.px(NARROWEST) else ()

    def line(self, number: int) -> QRectF:
        high = self.theme.px(LINE)
        return QRectF(self.room.left(), self.room.top() + number * high, self.room.width(), high)

    def pair_at(self, place: QPointF) -> Pair | None:
        """The pair whose line is under a point."""
        found = (pair for number, pair in enumerate(self.pairs, start=1) if self.line(number).contains(place))
        return next(found, None)

    def words(self, pair: Pair) -> str:
        return f"{self.classes[pair[0]]} taken for {self.classes[pair[1]]}: {self.counts[pair]:,}"

    def paint(self, painter: QPainter) -> None:
        if self.room.width() < self.theme.px(NARROWEST):
            return
        theme = self.theme
        said = [self.words(pair) for pair in self.pairs] if self.counts.trace() < self.counts.sum() else [NONE]
        lines = [(HEAD, theme.muted), *((words, theme.text) for words in said), (LARGE, theme.muted)]
        painter.setFont(theme.digits(CAPTION + 1))
        for number, (words, colour) in enumerate(lines):
            room = self.line(number)
            painter.setPen(QColor(colour))
            fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, MIDDLE, fitting)
