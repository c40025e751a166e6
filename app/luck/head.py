"""The head of the sheet: what is asked, which luck differs, how many starts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from app.widgets.icon_button import IconButton
from app.widgets.segments import Segments
from core.luck.question import DATA, FEW, ORDER, SIZES, WEIGHTS, Question

TIPS = {
    WEIGHTS: "Other starting weights",
    ORDER: "Another order of the samples, and other units switched off",
    DATA: "Other samples, and another split of them",
}


class Head(QWidget):
    """`changed()`: a person wants other luck, or more starts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = QLabel("Was it luck?")
        title.setProperty("role", "title")
        self.luck = {words: QCheckBox(words) for words in TIPS}
        for words, box in self.luck.items():
            box.setToolTip(TIPS[words])
            box.setAccessibleName(f"Other {words}")
            box.clicked.connect(self._choose)
        self.sizes = Segments("How many starts", {str(size): f"{size:,}" for size in SIZES})
        self.sizes.setToolTip("A hundred or a thousand starts, once the first twenty are there")
        self.sizes.chosen.connect(self.changed)
        self.cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(title)
        row.addStretch(1)
        other = QLabel("Other")
        other.setProperty("role", "caption")
        row.addWidget(other)
        for part in (*self.luck.values(), self.sizes, self.cross):
            row.addWidget(part)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The luck that differs."""
        return tuple(words for words, box in self.luck.items() if box.isChecked())

    @property
    def count(self) -> int:
        return int(self.sizes.value())

    def show_question(self, question: Question, *, weights_stored: bool) -> None:
        """`weights_stored`: the experiment brings its starting weights along."""
        self.sizes.set_value(str(question.count))
        for words, box in self.luck.items():
            box.setChecked(words in question.luck)
        stored = self.luck[WEIGHTS]
        stored.setEnabled(not weights_stored)
        stored.setToolTip(
            "The weights are stored in the experiment: all begin with them" if weights_stored else TIPS[WEIGHTS]
        )

    def allow_more(self, able: bool) -> None:
        """More than twenty are to be had once these are there."""
        self.sizes.setEnabled(able or self.count > FEW)

    def _choose(self) -> None:
        """Something has to differ."""
        if not self.chosen:
            box = self.sender()
            assert isinstance(box, QCheckBox)
            box.setChecked(True)
        else:
            self.changed.emit()
