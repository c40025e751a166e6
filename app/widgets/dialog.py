"""Dialogs in which typing is never an answer: only a button that is pressed is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QMessageBox, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORDS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class Dialog(QDialog):
    """Enter ends the editing of a field and stays there; it accepts the dialog on the button alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not isinstance(self.focusWidget(), QAbstractButton):
            event.accept()
        else:
            super().keyPressEvent(event)


class Question(QMessageBox):
    """A question before something is lost. Qt lets a plain letter press the button that it is underlined in: here it
    says nothing. Enter gives the answer that loses nothing: `safe`."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: QMessageBox.StandardButton,
        safe: QMessageBox.StandardButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(title)
        self.setText(text)
        self.setStandardButtons(buttons)
        self.setDefaultButton(safe)
        self.setEscapeButton(safe)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.key() not in ENTER and not event.modifiers() & _CHORDS:
            event.accept()
        else:
            super().keyPressEvent(event)
