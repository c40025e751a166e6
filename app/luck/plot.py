"""What the two pictures beside the wall have in common: a frame, its name, numbers at its edges."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.theme import CAPTION, Theme, current
from core.luck.found import Found

EDGE = 8  # px


def frame(painter: QPainter, picture: QWidget, theme: Theme) -> None:
    """The frame of a picture; from then on its painter writes small digits."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.digits(CAPTION))
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.field))
    painter.drawRoundedRect(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class Plot(QWidget):
    """A subclass paints within `area` what was found."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.found: Found | None = None
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_found(self, found: Found | None) -> None:
        self.found = found
        self.update()

    def minimumSizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(200), theme.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        frame(painter, self, theme)
        if self.found is not None:
            line = painter.fontMetrics().height()
            area = QRectF(self.rect()).adjusted(EDGE, line + 6, -EDGE, -line - 6)
            self.paint(painter, area, self.found, theme)
        painter.end()

    def paint(self, painter: QPainter, area: QRectF, found: Found, theme: Theme) -> None:
        raise NotImplementedError

    def write_above(self, painter: QPainter, words: str, theme: Theme, *, right: str = "") -> None:
        """The name of the picture, and what stands at its right."""
        metrics = painter.fontMetrics()
        row = QRectF(EDGE, 4, self.width() - 2 * EDGE, metrics.height())
        room = int(row.width()) - metrics.horizontalAdvance(right) - EDGE
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            row, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        )  # fmt: skip
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, right)

    def write_below(self, painter: QPainter, left: str, right: str, theme: Theme) -> None:
        """The numbers at the two ends of what runs along."""
        line = painter.fontMetrics().height()
        row = QRectF(EDGE, self.height() - line - 3, self.width() - 2 * EDGE, line)
        painter.setPen(QColor(theme.muted))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, right)
