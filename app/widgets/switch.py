"""Switch: a small button that stays pressed while what it names is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


class Switch(QToolButton):
    """It takes the keyboard by Tab alone: a click leaves it with the picture. `name` is what a screen reader says, the
    text where there is none."""

    def __init__(self, text: str, tip: str, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(name or text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
