"""Who is dressed when the application changes its clothes: what can be seen once, parents before children; what cannot
when it is next shown. Left to itself, Qt undresses and dresses all widgets one by one, those that have a sheet of their
own, or lie in one that has, with all that lies in them, and tells each twice: two thirds of a change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFont, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from app.look.sight import is_behind

POLISHED = Qt.WidgetAttribute.WA_WState_Polished  # Qt dresses anew whatever has it
STYLED = Qt.WidgetAttribute.WA_SetStyle  # Qt tells nobody of a style who has one of his own

OWN_FONT = Qt.WidgetAttribute.WA_SetFont


class Wardrobe(QObject):
    """Dresses what is in sight, and the rest when it comes there, before it is painted."""

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """What the application wears changes meanwhile, and Qt finds nobody to dress in it."""
        everybody = QApplication.allWidgets()
        dressed = [widget for widget in everybody if widget.testAttribute(POLISHED)]
        unaware = [widget for widget in dressed if not widget.testAttribute(STYLED)]
        for widget in unaware:
            widget.setAttribute(STYLED)
        for widget in dressed:
            widget.setAttribute(POLISHED, False)
        yield
        for widget in unaware:
            widget.setAttribute(STYLED, False)
        for widget in everybody:
            widget.setAttribute(OWN_FONT, False)
        for window in QApplication.topLevelWidgets():
            self._look_at(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, (QShowEvent, QMoveEvent)) and isinstance(watched, QWidget) and not _is_away(watched):
            watched.removeEventFilter(self)
            self._look_at(watched)
        return False

    def _look_at(self, widget: QWidget) -> None:
        """Dress it, and what is in it, parents before children; what is out of sight is waited for."""
        if _is_away(widget):
            widget.installEventFilter(self)
            return
        if not widget.testAttribute(POLISHED):
            _dress(widget)
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not child.isWindow():
                self._look_at(child)


def _is_away(widget: QWidget) -> bool:
    return not widget.isVisible() or (isinstance(widget, QDockWidget) and is_behind(widget))


def _dress(widget: QWidget) -> None:
    """Whoever has been given a font since the change keeps it: it is set with every theme, over what the sheet says."""
    font = QFont(widget.font()) if widget.testAttribute(OWN_FONT) else None
    for what in (QEvent.Type.Polish, QEvent.Type.StyleChange):
        QCoreApplication.sendEvent(widget, QEvent(what))
    if font is not None:
        widget.setFont(font)
