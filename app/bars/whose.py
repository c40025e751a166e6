"""The letter of the run that something beside it belongs to, where several stand side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.look.run_colours import disc
from app.look.theme import Theme


class Whose(QLabel):
    """`what` it belongs to it: "digits"; `side` of the disc, px. Gone where there is one run."""

    def __init__(self, what: str, side: int) -> None:
        super().__init__()
        self._what, self._side, self.letter = what, side, ""
        self.hide()

    def speak_of(self, letter: str, theme: Theme) -> None:
        """Of which run of several they are; "" where there is one."""
        self.letter = letter
        self.setVisible(bool(letter))
        self.setToolTip(f"These {self._what} are those of run {letter}")
        self.setAccessibleName(f"Run {letter}")
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(disc(self.letter, theme).scaledToHeight(theme.px(self._side), smooth))
