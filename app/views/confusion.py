"""The confusion matrix: rows the true class, columns the answered one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.theme import BASE, CAPTION, Theme, current, mix

LEFT, TOP = 76, 36  # px at a text scale of 1: the room of the class names


class Confusion(QWidget):
    """Counts (classes, classes), each cell tinted by its share of the row; right answers in the accent, mistakes in the warning colour.

    `pressed(row, column)`: a cell was pressed.
    """

    pressed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Confusion matrix")
        self.counts = np.zeros((0, 0), dtype=int)
        self.classes: tuple[str, ...] = ()
        self.theme = current()
        self.setMinimumSize(200, 140)

    def show_counts(self, counts: np.ndarray, classes: tuple[str, ...], theme: Theme) -> None:
        self.counts, self.classes, self.theme = counts, classes, theme
        right, total = int(np.trace(counts)), int(counts.sum())
        self.setAccessibleDescription(f"{right} of {total} samples are answered rightly")
        self.update()

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        count = max(len(self.classes), 1)
        left, top = self.theme.px(LEFT), self.theme.px(TOP)
        side = min((self.width() - left - 8) / count, (self.height() - top - 8) / count)
        return QRectF(left + column * side, top + row * side, side - 2, side - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._names(painter)
        for row in range(len(self.classes)):
            total = max(int(self.counts[row].sum()), 1)
            for column in range(len(self.classes)):
                self._paint_cell(painter, row, column, int(self.counts[row, column]), total)
        painter.end()

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: int, total: int) -> None:
        theme = self.theme
        colour = theme.accent if row == column else theme.negative
        share = count / total
        ground = mix(theme.field, colour, 0.08 + 0.55 * share if count else 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        box = self.cell(row, column)
        painter.drawRoundedRect(box, min(4.0, box.height() / 5), min(4.0, box.height() / 5))
        painter.setPen(QColor(theme.text if count else theme.muted))
        painter.setFont(theme.digits(BASE if box.width() > 30 else CAPTION, bold=row == column))
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(f"{count:,}") > box.width() or metrics.capHeight() + 2 > box.height() or (not count and box.height() < metrics.height()):
            return  # the tint alone speaks; the tool-tip has the number
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _names(self, painter: QPainter) -> None:
        theme = self.theme
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        metrics = painter.fontMetrics()
        painter.drawText(QRectF(theme.px(LEFT), 0, self.width() - theme.px(LEFT), theme.px(TOP) / 2), Qt.AlignmentFlag.AlignLeft, "true ↓   answered →")
        painter.setPen(QColor(theme.text))
        for number, name in enumerate(self.classes):
            across, along = self.cell(0, number), self.cell(number, 0)
            above = QRectF(across.left(), theme.px(TOP) / 2, across.width(), theme.px(TOP) / 2)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(across.width())))
            beside = QRectF(4, along.top(), theme.px(LEFT) - 10, along.height())
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, theme.px(LEFT) - 10)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)

    def words_at(self, place: QPointF) -> str:
        """What the cell under a point says in full."""
        found = self.cell_at(place)
        return f"{int(self.counts[found]):,} samples of class {self.classes[found[0]]} are answered with {self.classes[found[1]]}" if found else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.cell_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if found is None:
            super().mousePressEvent(event)
        else:
            self.pressed.emit(*found)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """The true and the answered class of the cell under a point."""
        count = len(self.classes)
        return next(((row, column) for row in range(count) for column in range(count) if self.cell(row, column).contains(place)), None)

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)
