"""A small histogram: bars over an axis whose ends are written."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current
from app.views.drawing.plot import say


class Histogram(QWidget):
    """Counts (bins,) over edges (bins + 1,); what lies below zero is orange, above it blue, like the values
    elsewhere."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.counts, self.edges = np.zeros(1), np.array([-1.0, 1.0])
        self.theme = current()
        self.setMinimumSize(64, 44)

    def sizeHint(self) -> QSize:
        return QSize(120, self.theme.px(72))

    def show_counts(self, counts: np.ndarray, edges: np.ndarray, theme: Theme) -> None:
        self.counts, self.edges, self.theme = counts, edges, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.theme.digits(CAPTION))
        text = painter.fontMetrics().height()
        area = QRectF(2, 4, self.width() - 4, self.height() - text - 8)
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
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, say(low))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, say(high))
