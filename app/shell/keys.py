"""Which keys belong to the control in focus, and what Enter does with it: Space always plays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a plain key means something to the control in focus: arrows move a slider, letters find an entry. Space
    always plays; a text field takes it by itself."""
    if focus is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if event.key() in _ARROWS:
        return isinstance(focus, (QAbstractSlider, QComboBox, QAbstractItemView, QAbstractSpinBox, QTabBar))
    return bool(event.text().strip()) and isinstance(focus, (QComboBox, QAbstractItemView))


def press(focus: QWidget | None, window: QWidget) -> None:
    """Enter: press the button in focus, open the list, end the editing of a field."""
    if isinstance(focus, QLineEdit):
        window.setFocus()
    elif isinstance(focus, QComboBox):
        focus.showPopup()
    elif isinstance(focus, QToolButton) and focus.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup:
        focus.showMenu()
    elif isinstance(focus, QAbstractButton):
        focus.click()


def forbid_click_focus(root: QWidget) -> None:
    """A click on a button does not take the space bar away from Play; Tab still reaches it."""
    for button in root.findChildren(QAbstractButton):
        if button.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
