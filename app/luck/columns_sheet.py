"""Which column helps, over twenty starts: a dot for what each costs each of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.look.numbers import written
from app.look.theme import Theme, current
from app.shell.keys import forbid_click_focus
from app.widgets.cost_bars import CostBar, CostBars
from app.widgets.icon_button import IconButton
from app.widgets.labels import Elided
from app.widgets.work_sheet import WorkSheet
from core.experiment import Experiment
from core.importance.columns import no_cause
from core.luck.columns import ColumnsFound, ColumnsWork, StartCosts, columns_found
from core.luck.question import ORDER, WEIGHTS, Question

WIDTH, HEIGHT = 760, 390  # px
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
KEY = "Bar: the median of the starts. A dot: one of them. Line: the middle 80 % of them."
ABOUT = "What these networks use{no_cause}."
NO_SCORE = "None of the starts has a score: they have diverged."


class ColumnsSheet(WorkSheet):
    """The columns by the median of what shuffling them costs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Which column helps", (WIDTH, HEIGHT))
        self._work: ColumnsWork | None = None
        self.question: Question | None = None
        self.starts: list[StartCosts] = []
        self.found: ColumnsFound | None = None

    # Opening

    def open(self, experiment: Experiment, updates: int, *, changed: bool = False) -> None:
        """Ask it of an experiment, whose run has made so many updates, and was `changed` on its way."""
        self.prepare()
        luck = (ORDER,) if experiment.start.weights else (WEIGHTS, ORDER)
        question = Question(experiment, updates, luck=luck, changed=changed)
        if question != self.question or len(self.starts) < question.count:
            self.question, self.starts, self.found = question, [], None
            self.words.setText(question.words)
            self.words.setToolTip(question.words)
            self.about.setText(f"{KEY} {ABOUT.format(no_cause=no_cause(experiment, 'anything'))}")
            self.halt.show()
            self._work = ColumnsWork(question)
            self.hire(self._work)
            self._show()
            self._tell(over=False, problem="")
        self.show_up()

    def build(self) -> None:
        title = QLabel("Which column helps, over 20 starts")
        title.setProperty("role", "title")
        self.cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        self.cross.clicked.connect(self.shut)
        self.words, self.progress, self.halt = Elided(), Elided(), QPushButton("Stop")
        self.progress.setAlignment(RIGHT)
        self.sentence, self.about = QLabel(), QLabel()
        for label in (self.words, self.progress):
            label.setProperty("role", "sentence")
        self.about.setProperty("role", "caption")
        for label in (self.sentence, self.about):
            label.setWordWrap(True)
        self.halt.clicked.connect(self.stop)
        self.bars = CostBars("What each column costs the starts")
        self.bars.chosen.connect(self._choose)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.bars)
        for each in (scroll.viewport(), self.bars):
            each.setAutoFillBackground(False)
        head, row, rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self.sheet)
        head.addWidget(title, 1)
        head.addWidget(self.cross)
        row.addStrut(current().px(30))  # nothing moves when Stop goes
        row.addWidget(self.words, 3)
        row.addWidget(self.progress, 2)
        row.addWidget(self.halt)
        rows.setContentsMargins(16, 10, 16, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addLayout(row)
        rows.addWidget(scroll, 1)
        rows.addWidget(self.sentence)
        rows.addWidget(self.about)
        forbid_click_focus(self)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        if self.built:
            self._show()

    # What comes

    def look(self) -> None:
        assert self._work is not None, "the timer runs while something is made"
        starts, over, problem = self._work.news()
        if starts and self.question is not None:
            self.starts += starts
            self.found = columns_found(self.question, self.starts)
            self._show()
        if over:
            self.rest()
            self.halt.hide()
        self._tell(over=over, problem=problem)

    def _tell(self, *, over: bool, problem: str) -> None:
        assert self.question is not None, "it was asked"
        made, count = len(self.starts), self.question.count
        if problem:
            self.progress.setText(problem)
        elif over:
            stopped = "" if made == count else f"Stopped: {made} of {count}, "
            self.progress.setText(f"{stopped}each after {self.question.updates:,} updates".capitalize())
        else:
            self.progress.setText(f"{made} of {count}" if made else f"The first of {count} is being made …")
        lost = over and not problem and bool(self.starts) and self.found is None
        self.sentence.setText(self.found.sentence if self.found is not None else NO_SCORE if lost else "")

    def _choose(self, name: str) -> None:
        self.bars.show_bars(self.bars.bars, name, current())

    def _show(self) -> None:
        found = self.found
        bars = tuple(self._bar(found, place) for place in found.order) if found is not None else ()
        self.bars.show_bars(bars, self.bars.in_hand, current())

    def _bar(self, found: ColumnsFound, place: int) -> CostBar:
        low, median, high = found.bands[place].tolist()
        said = [self._written(value) for value in (median, low, high)]
        name, count = found.columns[place], len(found.drops)
        tip = (
            f"{name}\nmedian of {count} starts {said[0]}, the middle 80 % from {said[1]} to {said[2]}\n"
            f"costs most in {found.dearest[place]} of them"
        )
        dots = tuple(found.drops[:, place].tolist())
        words = f"{said[0]}{' points' if self._percent else ''}"
        return CostBar(name, median, low, high, dots, words, said[0], tip)

    @property
    def _percent(self) -> bool:
        assert self.question is not None, "it was asked"
        task = self.question.experiment.task
        return task.watched(task.score).percent

    def _written(self, value: float) -> str:
        return written(f"{100 * value:.1f}" if self._percent else f"{value:.3f}")
