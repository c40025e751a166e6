"""Before anything is seen: how many will arrive?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look.theme import current
from app.widgets.slider_field import SliderField
from core.luck.question import FEW
from core.params import Range

WIDE = 420  # px


class Guess(QWidget):
    """`answered(number)`: so many, or None: the person would rather not say."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.question = QLabel()
        self.question.setProperty("role", "title")
        self.question.setWordWrap(True)
        self.question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number = SliderField("How many will arrive", Range(0, FEW, 0, FEW, step=1, whole=True), FEW // 2)
        self.number.setMinimumWidth(current().px(WIDE))
        self.say, self.skip = QPushButton("That many"), QPushButton("Skip")
        self.say.setProperty("primary", True)
        self.say.clicked.connect(self._say)
        self.skip.clicked.connect(self._skip)
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.number, self.say, self.skip):
            row.addWidget(part)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setSpacing(16)
        rows.addStretch(1)
        rows.addWidget(self.question)
        rows.addLayout(row)
        rows.addStretch(1)

    def ask(self, goal: str) -> None:
        """`goal`: what there is to reach, "97 %"."""
        self.question.setText(f"How many of {FEW} starts will reach {goal}?")
        self.number.set_value(FEW // 2)

    def _say(self) -> None:
        self.answered.emit(round(self.number.value()))

    def _skip(self) -> None:
        self.answered.emit(None)
