"""Screens: the window on all of a screen, and on which one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget


class Screens(QObject):
    """What the View menu does with the window's place."""

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def toggle_full(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next(self) -> None:
        """Fill the next screen; from the last one back to the first."""
        screens = QApplication.screens()
        if len(screens) < 2:
            self.said.emit("There is only one screen.")
            return
        target = screens[(screens.index(self._window.screen()) + 1) % len(screens)]
        self._window.showNormal()
        self._window.setGeometry(target.availableGeometry())
        self._window.showFullScreen()
