"""Who is dressed when the application changes its clothes: what can be seen once, parents before children; what cannot
when it is next shown. Left to itself, Qt undresses and dresses all widgets one by one, those that have a sheet of their
own, or lie in one that has, with all that lies in them, and tells each twice: two thirds of a change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

POLISHED = Qt.WidgetAttribute.WA_WState_Polished  # Qt dresses anew whatever has it
STYLED = Qt.WidgetAttribute.WA_SetStyle  # Qt tells nobody of a style who has one of his own


class Wardrobe(QObject):
    """Dresses what is seen, and what is hidden when it is shown, before it is painted."""

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
        for window in QApplication.topLevelWidgets():
            _dress(_within(window))
        hidden = [widget for widget in everybody if not widget.isVisible()]
        for widget in dressed:
            if not widget.isVisible() and _has_own_font(widget):
                _dress_one(widget)
        self._wait_for(hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            whole = _within(watched)
            _dress(whole)
            self._wait_for(whole)
        return False

    def _wait_for(self, widgets: Iterable[QWidget]) -> None:
        """Those of them that may be shown by themselves: what they lie in can be seen."""
        for widget in widgets:
            around = None if widget.isWindow() else widget.parentWidget()
            if widget.isHidden() and (around is None or around.isVisible()):
                widget.installEventFilter(self)


def _within(widget: QWidget) -> list[QWidget]:
    """Itself, and what is in it, parents before children."""
    return [widget, *widget.findChildren(QWidget)]


def _has_own_font(widget: QWidget) -> bool:
    """It is set with every theme, over what the sheet says: who is dressed after that would lose it."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)


def _dress(widgets: Iterable[QWidget]) -> None:
    """Those of them that can be seen and are not dressed."""
    for widget in widgets:
        if widget.isVisible() and not widget.testAttribute(POLISHED):
            _dress_one(widget)


def _dress_one(widget: QWidget) -> None:
    for what in (QEvent.Type.Polish, QEvent.Type.StyleChange):
        QCoreApplication.sendEvent(widget, QEvent(what))
