"""The heading over runs side by side: what they share, what that does and does not tell, and the way out."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from app.bars.run_badge import Named
from app.look.run_colours import disc
from app.look.theme import CAPTION, Theme, current
from app.widgets.labels import Elided

TITLE, HEIGHT = "Side by side", 44  # px
SAME_LUCK = "Same luck removes one cause of difference, not all; each side is shown at these settings, not at its best."
PACES = {"updates": "By updates", "samples": "By samples seen", "seconds": "By seconds"}
ANOTHER, ONE = "Another …", "One run again"


class CompanyBar(QFrame):
    """`another()`: one run more is wanted; `left(number)`: this run alone is to stay in the window; `paced(pace)`: by
    what they are to be in step."""

    another = Signal()
    paced = Signal(str)
    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        self.setProperty("panel", "raised")
        self.shared, self.words = Elided(), Elided(SAME_LUCK)
        self.words.setToolTip(SAME_LUCK)
        self.words.setProperty("role", "caption")
        self.another_button, self.one_button = QPushButton(ANOTHER), QPushButton(ONE)
        self.another_button.setToolTip("One more run beside these, at most four")
        self.one_button.setToolTip("Which of them stays in the window; the others stay in the list of runs")
        self.another_button.clicked.connect(self.another)
        self._menu = QMenu(self.one_button)
        self.one_button.setMenu(self._menu)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.shared)
        told.addWidget(self.words)
        self.pace = QPushButton()
        self.pace.setToolTip(
            "What is the same for all at any time: their updates, the samples seen, the time spent learning"
        )
        self._paces = QMenu(self.pace)
        for pace, words in PACES.items():
            self._paces.addAction(words).triggered.connect(functools.partial(self._choose_pace, pace))
        self.pace.setMenu(self._paces)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 6, 2)
        row.setSpacing(8)
        row.addLayout(told, 1)
        row.addWidget(self.pace)
        row.addWidget(self.another_button)
        row.addWidget(self.one_button)
        self.show_theme(current())

    def show_runs(self, runs: Sequence[Named], shared: str, pace: str, *, full: bool) -> None:
        """The runs side by side, what they share, in words, and by what they are in step."""
        self.pace.setText(PACES[pace])
        self.shared.setText(shared)
        self.shared.setToolTip(shared)
        self.another_button.setEnabled(not full)
        self._menu.clear()
        for run in runs:
            action = self._menu.addAction(QIcon(disc(run.letter, current())), f"{run.letter}  {run.name}")
            action.triggered.connect(functools.partial(self._leave, run.number))

    def ask_which(self) -> None:
        """Which run stays: the list opens."""
        self.one_button.showMenu()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.shared.setFont(theme.font(13, bold=True))
        self.words.setFont(theme.font(CAPTION))
        for button in (self.pace, self.another_button, self.one_button):
            button.setFixedHeight(theme.px(28))
            button.setStyleSheet("padding: 0px 10px; min-height: 0px;")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())

    def _choose_pace(self, pace: str, _checked: bool = False) -> None:
        self.paced.emit(pace)

    def _leave(self, number: int, _checked: bool = False) -> None:
        self.left.emit(number)
