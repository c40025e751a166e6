"""The terms of a study: how many starts of each, how long, told in which figures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.look.theme import current
from app.studies.asked import GRID, SEARCH
from app.widgets.labels import Elided
from app.widgets.number_field import NumberField
from app.widgets.segments import Segments
from core.experiment import Experiment
from core.params import Range
from core.studies.figures import EFFORT, LOSS, SCORE

STARTS = {"1": "1", "5": "5", "20": "20"}
FIRST, MOST = 1000, 1_000_000  # updates
WIDE = 76  # px of the number of updates
PROGRESS = 120  # px at least for how far the runs are
HOW = "A grid makes every combination. A search lets Optuna propose thirty, and learns from what came of them."
COST = "Effort"
COST_TIP = "Effort: how many updates and how many seconds each took"
UNASKED = "Choose a setting and its values first"
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
        self.about = Segments("Figures", {LOSS: "Loss", SCORE: "Accuracy", EFFORT: COST})
        self.about.setToolTip(COST_TIP)
        self.go, self.halt, self.progress = QPushButton(GO), QPushButton(STOP), Elided()
        self.go.setProperty("primary", True)
        self.progress.setProperty("role", "sentence")
        self.go.clicked.connect(self.asked)
        self.halt.clicked.connect(self.halted)
        self.about.chosen.connect(self.retold)
        self._captions = tuple(map(QLabel, ("Starts", "Updates", "Figure")))
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        asks, acts = QHBoxLayout(), QHBoxLayout()
        for row in (asks, acts):
            row.setSpacing(8)
            self._rows.addLayout(row, row is acts)
        asks.addWidget(self.how)
        for caption, part in zip(self._captions, (self.starts, self.updates, self.about), strict=True):
            caption.setProperty("role", "caption")
            asks.addWidget(caption)
            asks.addWidget(part)
        asks.addStretch(0)
        acts.addWidget(self.progress, 1)
        acts.addWidget(self.halt)
        acts.addWidget(self.go)
        self._asks = asks
        self.show_working(working=False)

    def fit(self, width: int) -> None:
        """In one row, or in two without captions where there is little room."""
        theme = current()
        self.updates.setFixedWidth(theme.px(WIDE))
        for caption in self._captions:
            caption.show()
        narrow = self._asks.sizeHint().width() + self.go.sizeHint().width() + theme.px(PROGRESS) > width
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        for caption in self._captions:
            caption.setVisible(not narrow)

    def show_experiment(self, experiment: Experiment) -> None:
        """What its score is called."""
        self.about.set_words({LOSS: "Loss", SCORE: experiment.task.watched().label, EFFORT: COST})

    def show_able(self, *, able: bool) -> None:
        """Whether what is chosen is a question."""
        self.go.setEnabled(able)
        self.go.setToolTip("" if able else UNASKED)

    def show_working(self, *, working: bool, begun: bool = False) -> None:
        """Whether runs are being made; `begun`: some of these are made, and others are not."""
        self.halt.setVisible(working)
        self.go.setVisible(not working)
        self.go.setText(GO_ON if begun else GO)
