"""The terms of a study: how many starts of each, how long, told in which figures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.look.theme import current
from app.widgets.labels import Elided
from app.widgets.number_field import NumberField
from app.widgets.segments import Segments
from core.experiment import Experiment
from core.params import Range
from core.studies.figures import EFFORT, LOSS, SCORE

STARTS = {"1": "1", "5": "5", "20": "20"}
FIRST, MOST = 1000, 1_000_000  # updates
WIDE = 76  # px of the number of updates
GRID, SEARCH = "grid", "search"
HOW = "A grid makes every combination. A search lets Optuna propose thirty, and learns from what came of them."
TIME = "Updates, seconds"
GO, GO_ON, STOP = "Make the runs", "Go on", "Stop"


class Terms(QWidget):
    """`asked()` and `halted()`: a person wants the runs to be made, or no more of them; `changed()`: a search
    instead of a grid; `retold()`: other figures."""

    asked = Signal()
    changed = Signal()
    halted = Signal()
    retold = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.how = Segments("How the settings are chosen", {GRID: "Grid", SEARCH: "Search"})
        self.how.setToolTip(HOW)
        self.how.chosen.connect(self.changed)
        self.starts = Segments("Starts of each", STARTS)
        self.starts.set_value("5")
        self.updates = NumberField(
            "Updates of each", Range(100, 10_000, minimum=1, maximum=MOST, log=True, whole=True), FIRST
        )
        self.updates.setFixedWidth(current().px(WIDE))
        self.about = Segments("Figures", {LOSS: "Loss", SCORE: "Accuracy", EFFORT: TIME})
        self.go, self.halt, self.progress = QPushButton(GO), QPushButton(STOP), Elided()
        self.go.setProperty("primary", True)
        self.progress.setProperty("role", "sentence")
        self.go.clicked.connect(self.asked)
        self.halt.clicked.connect(self.halted)
        self.about.chosen.connect(self.retold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.how)
        for words, part in (("Starts", self.starts), ("Updates", self.updates), ("Figure", self.about)):
            caption = QLabel(words)
            caption.setProperty("role", "caption")
            row.addWidget(caption)
            row.addWidget(part)
        row.addWidget(self.progress, 1)
        row.addWidget(self.halt)
        row.addWidget(self.go)
        self.show_working(working=False)

    def show_experiment(self, experiment: Experiment) -> None:
        """What its score is called."""
        self.about.set_words({LOSS: "Loss", SCORE: experiment.task.watched().label, EFFORT: TIME})

    def show_working(self, *, working: bool, begun: bool = False) -> None:
        """Whether runs are being made; `begun`: some of these are made, and others are not."""
        self.halt.setVisible(working)
        self.go.setVisible(not working)
        self.go.setText(GO_ON if begun else GO)
