"""What cannot be seen is dressed when it is next shown: drawers that are shut and the other room cost Qt most of a
change of theme or text size."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

POLISHED = Qt.WidgetAttribute.WA_WState_Polished  # Qt dresses anew whatever has it


class Wardrobe(QObject):
    """Keeps what is hidden from being dressed with the rest, and dresses it when it is shown, before it is painted."""

    def put_away(self) -> None:
        """To be called before the application is dressed anew."""
        hidden = [widget for widget in QApplication.allWidgets() if not widget.isVisible()]
        for widget in hidden:
            if not _has_own_font(widget):
                widget.setAttribute(POLISHED, False)
        self._wait_for(hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            whole = (watched, *watched.findChildren(QWidget))
            for widget in whole:
                if widget.isVisible() and not widget.testAttribute(POLISHED):
                    _dress(widget)
            self._wait_for(whole)
        return False

    def _wait_for(self, widgets: Iterable[QWidget]) -> None:
        """Those of them that may be shown by themselves: what they lie in can be seen."""
        for widget in widgets:
            around = None if widget.isWindow() else widget.parentWidget()
            if widget.isHidden() and (around is None or around.isVisible()):
                widget.installEventFilter(self)


def _has_own_font(widget: QWidget) -> bool:
    """It is set with every theme, over what the sheet says: who is dressed after that would lose it."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)


def _dress(widget: QWidget) -> None:
    for what in (QEvent.Type.Polish, QEvent.Type.StyleChange):
        QCoreApplication.sendEvent(widget, QEvent(what))
