"""Was it luck, of two runs side by side? The pair from twenty starts, each with the same luck on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look.theme import BASE, current
from app.luck.pair_plot import PairPlot
from app.shell.keys import forbid_click_focus
from app.widgets.icon_button import IconButton
from app.widgets.labels import Elided
from app.widgets.segments import Segments
from app.widgets.work_sheet import WorkSheet
from core.experiment import Experiment
from core.frozen import frozen
from core.luck.as_row import pairs_as_row
from core.luck.pair_work import PairNews, PairWork
from core.luck.paired import NOT_COMPARED, Paired, PairedQuestion
from core.luck.question import ORDER, WEIGHTS
from core.messages import time_words

WIDTH, HEIGHT = 1048, 390  # px
BESIDE = 400  # px of the words beside the lines
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@frozen
class Side:
    """A run side by side with others: its letter, what it learns, how many updates it has made."""

    letter: str
    experiment: Experiment
    updates: int


class PairSheet(WorkSheet):
    """The first side against one of the others. `gathered(row)`: all starts of a question were made."""

    gathered = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Was it luck?", (WIDTH, HEIGHT))
        self._work: PairWork | None = None
        self._sides: tuple[Side, ...] = ()
        self.question: PairedQuestion | None = None
        self.paired: Paired | None = None
        self._made = 0

    def open(self, sides: Sequence[Side]) -> None:
        """Ask it of the first of them and one of the others."""
        self.prepare()
        sides = tuple(sides)
        whole = self.paired is not None and self.question is not None and len(self.paired.pairs) == self.question.count
        if sides != self._sides or not whole:
            self._sides = sides
            self.other.set_words({side.letter: f"{sides[0].letter} → {side.letter}" for side in sides[1:]})
            self.other.set_value(sides[1].letter)
            self.other.setVisible(len(sides) > 2)
            self._ask(sides[1].letter)
        self.show_up()

    def open_again(self, question: PairedQuestion) -> None:
        """A question that was answered before: what is not there any more is made again."""
        sides = zip(question.names, question.sides, question.updates, strict=True)
        self.open([Side(*side) for side in sides])

    def fit(self, width: int) -> None:
        for label in (self.sentence, self.how_much, self.about):
            label.setFixedWidth(min(current().px(BESIDE), round(0.45 * width)))

    def build(self) -> None:
        self.other = Segments("Against which run", {"": ""})
        self.other.chosen.connect(self._ask)
        self.words, self.progress, self.halt = Elided(), Elided(), QPushButton("Stop")
        self.progress.setAlignment(RIGHT)
        for label in (self.words, self.progress):
            label.setProperty("role", "sentence")
        self.plot = PairPlot()
        self.sentence, self.how_much, self.about = QLabel(), QLabel(), QLabel()
        for label in (self.sentence, self.how_much, self.about):
            label.setWordWrap(True)
        self.about.setProperty("role", "caption")
        self.cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        self.cross.clicked.connect(self.shut)
        self.halt.clicked.connect(self.stop)
        title = QLabel("Was it luck?")
        title.setProperty("role", "title")
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(16, 10, 16, 12)
        rows.setSpacing(6)
        rows.addLayout(_row((title, 0), (self.other, 0), (None, 1), (self.cross, 0)))
        row = _row((self.words, 3), (self.progress, 2), (self.halt, 0))
        row.addStrut(current().px(30))  # nothing moves when Stop goes
        rows.addLayout(row)
        said = QVBoxLayout()
        said.setSpacing(10)
        for label in (self.sentence, self.how_much, self.about):
            said.addWidget(label)
        said.addStretch(1)
        answer = QHBoxLayout()
        answer.setSpacing(16)
        answer.addWidget(self.plot, 1)
        answer.addLayout(said)
        rows.addLayout(answer, 1)
        forbid_click_focus(self)

    def _ask(self, letter: str) -> None:
        first, *others = self._sides
        other = next(side for side in others if side.letter == letter)
        stored = any(side.experiment.start.weights for side in (first, other))
        self.question = PairedQuestion(
            (first.experiment, other.experiment),
            (first.updates, other.updates),
            (first.letter, other.letter),
            luck=(ORDER,) if stored else (WEIGHTS, ORDER),
        )
        self.paired, self._made = None, 0
        self.words.setText(self.question.words)
        self.words.setToolTip(self.question.words)
        self._show()
        if not self.question.figures:
            self.sentence.setText(NOT_COMPARED)
            self.progress.setText("")
            self.halt.hide()
            return
        self.halt.show()
        self._work = PairWork(self.question)
        self.hire(self._work)
        self._tell(None)

    def look(self) -> None:
        assert self._work is not None, "the timer runs while something is made"
        news = self._work.poll()
        self._made = news.made
        if news.paired is not None:
            self.paired = news.paired
            self._show()
        if news.over:
            self.rest()
            self.halt.hide()
            if self.paired is not None and len(self.paired.pairs) == self.paired.question.count and not news.problem:
                self.gathered.emit(pairs_as_row(self.paired))
        self._tell(news)

    def _show(self) -> None:
        paired = self.paired
        self.plot.show_paired(paired)
        self.sentence.setFont(current().font(BASE + 3, bold=True))
        self.sentence.setText(paired.sentence if paired is not None else "")
        self.how_much.setText(paired.how_much if paired is not None else "")
        self.about.setText(paired.about if paired is not None else "")

    def _tell(self, news: PairNews | None) -> None:
        assert self.question is not None, "it was asked"
        count, updates = self.question.count, self.question.updates
        if news is not None and news.problem:
            self.progress.setText(news.problem)
        elif news is not None and news.over:
            after = f"{updates[0]:,}" if updates[0] == updates[1] else f"{updates[0]:,} and {updates[1]:,}"
            stopped = f"Stopped: {self._made:,} of {count:,} pairs" if self._made < count else f"{count:,} pairs"
            self.progress.setText(f"{stopped}, after {after} updates")
        elif news is None or news.left is None:
            self.progress.setText("The first pairs are being made …")
        else:
            self.progress.setText(f"{news.made:,} of {count:,} pairs, {time_words(news.left)} left")


def _row(*parts: tuple[QWidget | None, int]) -> QHBoxLayout:
    """Widgets, or room between them, each with its share of what is free."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget, share in parts:
        if widget is None:
            row.addStretch(share)
        else:
            row.addWidget(widget, share)
    return row
