"""The confusion matrix: rows the true class, columns the answered one."""

from __future__ import annotations

import itertools
import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import BASE, CAPTION, Theme, current, mix
from app.views.drawing.letters import CAPITALS, lowered
from app.views.results.mistakes import Mistakes
from app.widgets.telling import Telling

TOP, LEFT_MOST, EDGE = (
    18,
    110,
    6,
)  # px at a text scale of 1: the line of the class names, the widest room of those at the left, the free rim
CELL_LEAST, CELL_WIDTH, CELL_SHAPE = (
    18,
    44,
    2.6,
)  # px of a cell where names leave it room, and at most; how much wider than high it may be
BESIDE = 16  # px between the cells and the words beside them
NAME_LEAST = 8  # px of the letters of a class's name
AXES = "true ↓  answered →"


class Confusion(Telling):
    """Counts (classes, classes), each cell tinted by its share of the row; right answers in the accent, mistakes in the
    warning colour. In a low window cells are wider than high, so that their numbers can be read; where they are too low
    for that, what is mistaken most often stands beside them in words.

    `pressed(row, column)`: a cell, or a line of those words, was pressed.
    """

    pressed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Confusion matrix")
        self.counts = np.zeros((0, 0), dtype=int)
        self.classes: tuple[str, ...] = ()
        self.theme = current()
        self._measured: tuple[object, tuple[float, float, float, float]] = (None, (0.0, 0.0, 1.0, 1.0))
        self.setMinimumSize(160, 60)

    def show_counts(self, counts: np.ndarray, classes: tuple[str, ...], theme: Theme) -> None:
        before, same = (
            self.counts,
            self.classes == classes and self.theme is theme and self.counts.shape == counts.shape,
        )
        self.counts, self.classes, self.theme = counts, classes, theme
        right, total = int(np.trace(counts)), int(counts.sum())
        self.setAccessibleDescription(f"{right} of {total} samples are answered rightly")
        if not same:
            self.update()
            return
        rows = before.sum(axis=1) != counts.sum(axis=1)
        for row, column in np.argwhere(
            (before != counts) | rows[:, None]
        ):  # painting all of them takes time from the learning
            self.update(self.cell(int(row), int(column)).toAlignedRect())
        if not self.readable:
            self.update(self.mistakes.room.toAlignedRect())

    @property
    def readable(self) -> bool:
        """Whether every number has room in its cell."""
        metrics, box = QFontMetricsF(self.theme.digits(CAPTION, bold=True)), self.cell(0, 0)
        longest = f"{int(self.counts.max(initial=0)):,}"
        return metrics.horizontalAdvance(longest) <= box.width() and metrics.capHeight() + 1 <= box.height()

    @property
    def mistakes(self) -> Mistakes:
        """The words beside the cells, for when these are too small for their numbers."""
        left = self._cells().right() + self.theme.px(BESIDE)
        room = QRectF(left, 0, max(self.width() - left, 0), self.height())
        return Mistakes(self.counts, self.classes, room, self.theme)

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        left, top, wide, high = self._measures()
        return QRectF(left + column * wide, top + row * high, wide - 2, high - 2)

    def _measures(self) -> tuple[float, float, float, float]:
        """Left and upper edge of the first cell, and how far it is to the next ones; worked out once for a size and its
        words."""
        key = (self.width(), self.height(), self.classes, self.theme)
        if key != self._measured[0]:
            self._measured = key, self._measure()
        return self._measured[1]

    def _measure(self) -> tuple[float, float, float, float]:
        count = max(len(self.classes), 1)
        left, top = self.left, self.theme.px(TOP)
        high = (self.height() - top - EDGE) / count
        usual = min(max(self.theme.px(CELL_WIDTH), high), CELL_SHAPE * high)
        wide = min((self.width() - left - EDGE) / count, max(usual, self._longest + 4))
        return left, float(top), wide, min(high, max(wide, self.theme.px(CELL_WIDTH)))

    @property
    def left(self) -> float:
        """The room of the names at the left: as much as they and the words of the axes need, and the cells leave."""
        metrics = QFontMetricsF(self.theme.font(CAPTION))
        needs = max(metrics.horizontalAdvance(words) for words in (AXES, *self.classes)) + 14
        cells = len(self.classes) * self.theme.px(CELL_LEAST)
        return min(needs, self.theme.px(LEFT_MOST) + 14, max(self.width() - EDGE - cells, self.theme.px(40)))

    @property
    def wanted(self) -> float:
        """The width at which no name is cut, px."""
        metrics = QFontMetricsF(self.theme.font(CAPTION))
        beside = max(metrics.horizontalAdvance(AXES), self._longest) + 14
        return beside + len(self.classes) * (self._longest + 4) + EDGE

    @property
    def _longest(self) -> float:
        """The width of the longest name, px."""
        metrics = QFontMetricsF(self.theme.font(CAPTION))
        return max((metrics.horizontalAdvance(name) for name in self.classes), default=0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen, cells = event.region(), self._cells()
        if not cells.contains(seen.boundingRect()):
            self._names(painter)
        for row in range(len(self.classes)):
            total = max(int(self.counts[row].sum()), 1)
            for column in range(len(self.classes)):
                if seen.intersects(self.cell(row, column).toAlignedRect()):
                    self._paint_cell(painter, row, column, int(self.counts[row, column]), total)
        if not self.readable:
            self.mistakes.paint(painter)
        painter.end()

    def _cells(self) -> QRect:
        """The room of all cells together, without the names."""
        last = len(self.classes) - 1
        return self.cell(0, 0).united(self.cell(last, last)).toAlignedRect()

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: int, total: int) -> None:
        theme = self.theme
        colour = theme.accent if row == column else theme.negative
        share = count / total
        background = mix(theme.field, colour, 0.08 + 0.55 * share if count else 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(background))
        box = self.cell(row, column)
        painter.drawRoundedRect(box, min(4.0, box.height() / 5), min(4.0, box.height() / 5))
        painter.setPen(QColor(theme.text if count else theme.muted))
        painter.setFont(
            theme.digits(
                BASE if box.width() > 30 and box.height() > theme.px(BASE) + 4 else CAPTION, bold=row == column
            )
        )
        metrics = painter.fontMetrics()
        if (
            metrics.horizontalAdvance(f"{count:,}") > box.width()
            or metrics.capHeight() + 1 > box.height()
            or (not count and box.height() < metrics.height())
        ):
            return  # the tint speaks, with the words beside it; the tool-tip has the number
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _names(self, painter: QPainter) -> None:
        theme = self.theme
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        metrics = painter.fontMetrics()
        left, middle = self.left, Qt.AlignmentFlag.AlignVCenter
        corner = metrics.elidedText(AXES, Qt.TextElideMode.ElideRight, int(left) - 8)
        painter.drawText(QRectF(0, 0, left - 6, theme.px(TOP)), Qt.AlignmentFlag.AlignRight | middle, corner)
        painter.setPen(QColor(theme.text))
        for number, name in enumerate(self.classes):
            across = self.cell(0, number)
            above = QRectF(across.left(), 0, across.width(), theme.px(TOP))
            painter.drawText(
                above,
                Qt.AlignmentFlag.AlignHCenter | middle,
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(across.width())),
            )
        self._names_beside(painter, left)

    def _names_beside(self, painter: QPainter, left: float) -> None:
        """The true classes, in smaller letters where the rows are low, and only some of them where they are lower
        still: no name touches the next one."""
        font, rows = self.names_beside()
        painter.setFont(font)
        metrics, high = painter.fontMetrics(), float(painter.fontMetrics().height())
        for number in rows:
            beside = QRectF(0, self.cell(number, 0).center().y() - high / 2, left - 6, high)
            painter.drawText(
                beside,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(self.classes[number], Qt.TextElideMode.ElideRight, int(left) - 8),
            )

    def names_beside(self) -> tuple[QFont, range]:
        """The letters of the true classes, and the rows that are named."""
        pitch = self._measures()[3]
        font = lowered(self.theme.font(CAPTION), pitch, self.theme.px(NAME_LEAST), CAPITALS)
        every = math.ceil(CAPITALS * QFontMetricsF(font).height() / pitch)
        return font, range(0, len(self.classes), every)

    def words_at(self, place: QPointF) -> str:
        """What the cell under a point says in full."""
        found = self.cell_at(place)
        if not found:
            return ""
        count = int(self.counts[found])
        many = "No sample" if not count else "1 sample" if count == 1 else f"{count:,} samples"
        return f"{many} of class {self.classes[found[0]]} {'are' if count > 1 else 'is'} answered with {self.classes[found[1]]}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.cell_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if found is None:
            super().mousePressEvent(event)
        else:
            self.pressed.emit(*found)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """The true and the answered class of the cell, or of the words, under a point."""
        count = range(len(self.classes))
        cells = ((row, column) for row, column in itertools.product(count, count))
        found = next((cell for cell in cells if self.cell(*cell).contains(place)), None)
        return self.mistakes.pair_at(place) if found is None and not self.readable else found
