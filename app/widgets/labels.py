"""A named chip: a small button that says what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.look import theme as look


class Chip(QToolButton):
    """A named value such as “Loss: cross-entropy”; pressing it opens what changes it."""

    def __init__(self, caption: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self.setAccessibleName(f"{self._caption}: {value}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self._caption}  {self._value}") + 24
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._caption) + 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = look.current()
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        room = self.rect().adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.muted if self.isEnabled() else theme.disabled))
        painter.drawText(room, middle, self._caption)
        room.setLeft(room.left() + metrics.horizontalAdvance(self._caption) + 8)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.disabled))
        painter.drawText(room, middle, metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, room.width()))
        painter.end()
