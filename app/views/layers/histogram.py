"""A small histogram: bars over an axis whose ends are written."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current
from app.views.drawing.plot import say

FINEST = 5  # decimals at the ends; beyond, a power of ten


class Histogram(QWidget):
    """Counts (bins,) over edges (bins + 1,); what lies below zero is orange, above it blue, like the values
    elsewhere."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.counts, self.edges = np.zeros(1), np.array([-1.0, 1.0])
        self.theme = current()
        self.nothing = ""  # why there are no bars
        self.setMinimumSize(64, 44)

    def sizeHint(self) -> QSize:
        return QSize(120, self.theme.px(72))

    def show_counts(self, counts: np.ndarray, edges: np.ndarray, theme: Theme, nothing: str) -> None:
        """`nothing` is said where nothing was counted: then there is no axis either."""
        self.counts, self.edges, self.theme = counts, edges, theme
        self.nothing = "" if counts.any() else nothing
        self.update()

    def ends(self) -> tuple[str, ...]:
        """The ends of the axis in words, as fine as tells them apart from zero and from each other."""
        low, high = float(self.edges[0]), float(self.edges[-1])
        reach = max(abs(low), abs(high))
        digits = 2 if reach == 0 else min(max(2, 1 - math.floor(math.log10(reach))), FINEST)
        return tuple("0" if end == 0 else say(end, digits) for end in (low, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.theme.digits(CAPTION))
        text = painter.fontMetrics().height()
        area = QRectF(2, 4, self.width() - 4, self.height() - text - 8)
        if self.nothing:
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.nothing)
        else:
            self._bars(painter, area)
            self._axis(painter, area)
        painter.end()

    def _bars(self, painter: QPainter, area: QRectF) -> None:
        tallest, bins = max(float(self.counts.max()), 1.0), len(self.counts)
        middles = (self.edges[:-1] + self.edges[1:]) / 2
        width = area.width() / bins
        painter.setPen(Qt.PenStyle.NoPen)
        for number in np.flatnonzero(self.counts):
            height = max(1.5, float(self.counts[number]) / tallest * area.height())
            painter.setBrush(QColor(self.theme.negative if middles[number] < 0 else self.theme.positive))
            painter.drawRect(QRectF(area.left() + number * width, area.bottom() - height, max(1.0, width - 1), height))

    def _axis(self, painter: QPainter, area: QRectF) -> None:
        low, high = float(self.edges[0]), float(self.edges[-1])
        painter.setPen(QColor(self.theme.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if low < 0 < high:
            zero = area.left() + (0 - low) / (high - low) * area.width()
            painter.setPen(QColor(self.theme.muted))
            painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom() + 3))
        painter.setPen(QColor(self.theme.muted))
        below = QRectF(area.left(), area.bottom() + 1, area.width(), self.height() - area.bottom() - 1)
        for side, words in zip((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), self.ends(), strict=True):
            painter.drawText(below, side, words)
