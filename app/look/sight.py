"""What can be seen. To Qt a dock behind another tab is visible: it lies beyond the window's upper left corner."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QWidget


def in_sight(widget: QWidget) -> bool:
    """Whether it is on the screen: visible, and in no dock that lies behind another."""
    around: QWidget | None = widget
    if not widget.isVisible():
        return False
    while around is not None and not (isinstance(around, QDockWidget) and is_behind(around)):
        around = None if around.isWindow() else around.parentWidget()
    return around is None


def is_behind(dock: QDockWidget) -> bool:
    """Whether another tab lies before it."""
    place = dock.geometry()
    return not dock.isFloating() and (place.right() < 0 or place.bottom() < 0)
