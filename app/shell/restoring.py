"""Docks as they once stood."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar


def restore(window: QMainWindow, state: QByteArray, version: int = 0) -> bool:
    """What `saveState` told; False where that cannot be, and then all stands as it stood. Qt (6.11) makes new tabs for
    it and leaves the old ones where they were, above whatever picture comes there: they are hidden before."""
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    old = [bar for bar in window.findChildren(QTabBar, options=directly) if bar.isVisible()]
    for bar in old:
        bar.hide()
    if window.restoreState(state, version):
        return True
    for bar in old:
        bar.show()
    return False
