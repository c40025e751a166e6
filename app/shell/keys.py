"""Which keys belong to the control in focus, and what Enter does with it. Space plays but where text is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from app.widgets.own_keys import OwnKeys

_NAVIGATION = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)
_NAVIGATED = (
    QAbstractSlider,
    QComboBox,
    QAbstractItemView,
    QAbstractSpinBox,
    QTabBar,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QScrollArea,
)
_PICTURES = (QMainWindow, QGraphicsView)  # the window itself is no control either


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a plain key is left to the control in focus. Letters and digits are commands only while a picture or the
    window itself has the focus; arrows, Home and End, but where a control moves by them."""
    chords = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if focus is None or chords:
        return False
    if event.key() in _NAVIGATION:
        return isinstance(focus, _NAVIGATED) or (isinstance(focus, OwnKeys) and event.key() in focus.own_keys)
    return bool(event.text().strip()) and not is_picture(focus)


def is_arrow(event: QKeyEvent) -> bool:
    """Whether it is a plain ← or →."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)


def is_picture(focus: QWidget) -> bool:
    """Whether there is nothing in it to type or to choose."""
    return isinstance(focus, _PICTURES) or (isinstance(focus, OwnKeys) and focus.picture)


def press(focus: QWidget | None) -> None:
    """Enter: press the button in focus, open the list. A field has taken what was typed by itself, and keeps the
    focus: what is typed next is no command either."""
    if isinstance(focus, QComboBox) and not focus.isEditable():
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
