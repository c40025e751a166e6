"""A picture's dock: it tells when its content can be seen, so that a hidden one costs nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QWidget


class Dock(QDockWidget):
    """Holds one view or panel; `objectName` is the name under which a layout remembers it."""

    seen_changed = Signal()
    dragged = Signal()

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget, fixed: bool = False) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setWidget(content)
        self.seen = False
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(features.NoDockWidgetFeatures if fixed else features.DockWidgetClosable | features.DockWidgetMovable | features.DockWidgetFloatable)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.visibilityChanged.connect(self._seen)

    def _seen(self, seen: bool) -> None:
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and not self.isFloating() and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.dragged.emit()
