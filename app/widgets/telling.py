"""Telling: a picture that says in a tool-tip what lies under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class Telling(QWidget):
    """The words are those of the moment in which the tip opens. Only while the mouse is over it the picture looks at
    its events: an `event` of its own would hold the interpreter through all that Qt does in it."""

    def words_at(self, place: QPointF) -> str:
        """What the tip at a place says; "" for none."""
        raise NotImplementedError

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.installEventFilter(self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip):
            return False
        QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
        return True
