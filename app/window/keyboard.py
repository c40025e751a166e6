"""Keyboard: what keys mean to the window before and after its shortcuts, and where the focus goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.shell import keys


class Keyboard(QObject):
    """Watches the window: a filter, because a window that handles all its events itself would hold the interpreter
    while Qt paints. `is_covered` tells whether something lies over everything; `let_go` is what Esc does, `play` what
    Space does where a field has no use for it; `take_arrows` lets a picture that has a use for ← and → take the focus,
    and tells whether one has."""

    def __init__(
        self,
        window: QMainWindow,
        is_covered: Callable[[], bool],
        let_go: Callable[[], None],
        play: Callable[[], object],
        take_arrows: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._is_covered, self._let_go, self._play = window, is_covered, let_go, play
        self._take_arrows = take_arrows
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_taken(event):
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """Keys that the shortcuts must not take. What lies over everything has all plain keys; else they may belong to
        the control in focus."""
        if self._is_covered():
            return not event.modifiers() and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        if keys.belongs_to_focus(event, self._window.focusWidget()):
            return True
        return keys.is_arrow(event) and self._take_arrows()

    def _press(self, event: QKeyEvent) -> bool:
        """Enter presses what is in focus; Esc lets go of the control and of what is chosen; F10 leads to the menus."""
        if event.key() == Qt.Key.Key_Escape:
            self._window.setFocus()
            self._let_go()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys.press(self._window.focusWidget())
        elif event.key() == Qt.Key.Key_F10 and not event.modifiers():
            bar = self._window.menuBar()
            bar.setActiveAction(bar.actions()[0])
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and not self._is_covered():
            self._play()
        else:
            return False
        return True

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """An editor that closes hands the keys back to the window, not to whatever stands next to it."""
        window = self._window
        if old is None or new is None or old is window or not old.isHidden():
            return
        if window.isAncestorOf(new) and old.window() is window:
            window.setFocus()
