"""The handle by which a layer card is dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.widgets.icon_button import IconButton
from app.widgets.own_keys import OwnKeys


class LayerHandle(OwnKeys, IconButton):
    """`dragged(y)` and `dropped(y)` in screen px while the mouse moves it; `stepped(±1)` for the arrow keys."""

    own_keys = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down))

    dragged = Signal(int)
    dropped = Signal(int)
    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "handle",
            f"Move {name}",
            "Drag to another place, or press the arrow keys up and down",
            small=True,
            parent=parent,
        )
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(round(event.globalPosition().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
