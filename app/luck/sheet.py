"""Was it luck? The sheet of twenty starts: a guess first, then the wall, what they came to and what may be said."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.look.theme import current
from app.luck.course import Course
from app.luck.distribution import Distribution
from app.luck.drawn import Drawing
from app.luck.guess import Guess
from app.luck.head import Head
from app.luck.wall import BEST, ORDERS, Wall
from app.shell.keys import forbid_click_focus
from app.widgets.labels import Elided
from app.widgets.segments import Segments
from app.widgets.work_sheet import WorkSheet
from core.experiment import Experiment
from core.luck.as_row import as_row
from core.luck.found import Found, goal_of, goal_words
from core.luck.question import FEW, MORE, ORDER, WEIGHTS, Question
from core.luck.start import Start
from core.luck.work import News, Work
from core.messages import time_words

WIDTH, HEIGHT = 1048, 390  # px
BESIDE = 356  # px of the pictures beside the wall
ROW = 30  # px
MOST_BESIDE = 0.42  # of the sheet's width
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COMING = "The starts come here, one by one."
FIVE = "Five of them come here, from the best to the worst, once all are made."


class LuckSheet(WorkSheet):
    """`taken(start)`: a person wants to have that start in the window; `varied()`: to see what other settings do.
    `gathered(row)`: all starts of a question were made."""

    taken = Signal(object)
    gathered = Signal(object)
    varied = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Was it luck?", (WIDTH, HEIGHT))
        self._work: Work | None = None
        self.question: Question | None = None
        self.found: Found | None = None
        self.guess: int | None = None
        self._starts: list[Start] = []

    # Opening and shutting

    def open(self, experiment: Experiment, updates: int, *, changed: bool = False) -> None:
        """Ask the question of an experiment, whose run has made so many updates, and was `changed` on its way."""
        self.prepare()
        old = self.question
        if (
            old is not None
            and (old.experiment, old.updates, old.changed) == (experiment, updates, changed)
            and len(self._starts) == old.count
        ):
            self.show_up()  # all of it is there
            return
        luck = (ORDER,) if experiment.start.weights else (WEIGHTS, ORDER)
        goal = goal_of(experiment)
        self.guess = None
        self.ask.ask(goal_words(experiment, goal) if goal is not None else "")
        self.pages.setCurrentWidget(self.ask if goal is not None else self.answer)
        self._begin(Question(experiment, updates, luck=luck, changed=changed), [])
        self.show_up()

    def open_again(self, question: Question) -> None:
        """A question that was answered before: nobody guesses, and what is not there any more is made again."""
        self.prepare()
        self.pages.setCurrentWidget(self.answer)
        if question != self.question or len(self._starts) < question.count:
            self.guess = None
            self._begin(question, [])
        self._show_sentence()
        self.show_up()

    def fit(self, width: int) -> None:
        self.beside.setFixedWidth(min(current().px(BESIDE), round(MOST_BESIDE * width)))

    # Building

    def build(self) -> None:
        self.head, self.ask, self.wall = Head(), Guess(), Wall()
        self.order = Segments("The order of the pictures", ORDERS)
        self.words, self.progress, self.halt = Elided(), Elided(), QPushButton("Stop")
        for label in (self.words, self.progress):
            label.setProperty("role", "sentence")
        self.progress.setAlignment(RIGHT)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.distribution, self.course = Distribution("Where the starts have ended"), Course()
        self.head.changed.connect(self._ask_anew)
        self.vary = QPushButton("Study: vary a setting …")
        self.vary.setToolTip("A study: what other settings come to (Shift+V)")
        self.vary.setStyleSheet("padding: 0px 10px; min-height: 0px;")
        self.vary.setFixedHeight(current().px(26))
        self.vary.clicked.connect(self.varied)
        self.head.cross.clicked.connect(self.shut)
        self.halt.clicked.connect(self.stop)
        self.order.chosen.connect(self._sort)
        self.wall.pressed.connect(self.taken)
        self.ask.answered.connect(self._hear_guess)
        self.pages, self.answer = QStackedWidget(), self._answer()
        self.pages.addWidget(self.ask)
        self.pages.addWidget(self.answer)
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(16, 10, 16, 10)
        rows.setSpacing(6)
        rows.addWidget(self.head)
        rows.addLayout(self._row())
        rows.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.vary, 0, Qt.AlignmentFlag.AlignBottom)
        rows.addLayout(foot)
        forbid_click_focus(self)

    def _answer(self) -> QWidget:
        self.beside = QWidget()
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.distribution)
        column.addWidget(self.course)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.wall, 1)
        row.addWidget(self.beside)
        return page

    def _row(self) -> QHBoxLayout:
        """What stands between the head and the pictures."""
        row = QHBoxLayout()
        row.addStrut(current().px(ROW))  # nothing moves when Stop goes
        row.setSpacing(12)
        row.addWidget(self.order)
        row.addWidget(self.words, 5)
        row.addWidget(self.progress, 2)
        row.addWidget(self.halt)
        return row

    # The question

    @property
    def asking(self) -> bool:
        """Whether the person still guesses: nothing is told before."""
        return self.pages.currentWidget() is self.ask

    def _ask_anew(self) -> None:
        """Other luck, or more starts of the same, whose first ones are there."""
        old, head = self.question, self.head
        if old is not None:
            same = head.chosen == old.luck
            question = dataclasses.replace(old, count=head.count if same else FEW, luck=head.chosen)
            self._begin(question, self._starts[: question.count] if same else [])

    def _begin(self, question: Question, known: list[Start]) -> None:
        """`known` are its first starts."""
        self.question, self._starts = question, known
        if not known:
            self.wall.forget()
        self.wall.clear(FIVE if question.count > MORE else COMING)
        self.found = None
        self._show_found()
        self.words.setText(question.words)
        self.words.setToolTip(question.words)
        self.head.show_question(question, weights_stored=bool(question.experiment.start.weights))
        self.order.setVisible(question.count <= MORE)
        self.halt.show()
        self._work = Work(question, known, Drawing())
        self.hire(self._work)
        self.head.allow_more(False)
        self._tell(None)

    # What comes

    def look(self) -> None:
        assert self._work is not None, "the timer runs while something is made"
        news = self._work.poll()
        self._starts = sorted((*self._starts, *news.starts), key=lambda start: start.number)
        if news.found is not None:
            self.found = news.found
            self._show_found()
        self.wall.show_pictures(news.pictures)
        if news.over:
            self.rest()
            self.halt.hide()
            if self.found is not None and len(self._starts) == self.found.question.count and not news.problem:
                self.gathered.emit(as_row(self.found))
        self.head.allow_more(news.over and not news.problem)
        self._tell(news)

    def _show_found(self) -> None:
        """The pictures and the sentence of what there is so far."""
        found, question = self.found, self.question
        for plot in (self.distribution, self.course):
            plot.show_found(found)
        if found is not None and question is not None:
            if question.count <= MORE:
                self.wall.show_starts(found)
            elif len(found.starts) == question.count:
                self.wall.show_examples(found)
        self._show_sentence()

    def _show_sentence(self) -> None:
        if self.asking or self.found is None:
            self.sentence.setText("")
            return
        guessed = f" You guessed {self.guess} of {FEW}." if self.guess is not None else ""
        untested = f" {self.found.untested}" if self.order.value() == BEST and self.found.untested else ""
        self.sentence.setText(f"{self.found.sentence}{guessed}{untested}")

    def _tell(self, news: News | None) -> None:
        question = self.question
        if question is None:
            return
        made, count = len(self._starts), question.count
        if news is not None and news.problem:
            self.progress.setText(news.problem)
        elif news is not None and news.over:
            stopped = f"Stopped: {made:,} of {count:,}, each" if made < count else "Each"
            most = "at most " if any(start.updates < question.updates for start in self._starts) else ""
            self.progress.setText(f"{stopped} after {most}{question.updates:,} updates")
        elif news is None or news.left is None:
            self.progress.setText(f"The first of {count:,} is being made …")
        else:
            self.progress.setText(f"{made:,} of {count:,}, {time_words(news.left)} left")

    def _sort(self, order: str) -> None:
        """Whoever looks for the best is told what that is worth."""
        self.wall.sort(order)
        self._show_sentence()

    def _hear_guess(self, number: int | None) -> None:
        self.guess = number
        self.pages.setCurrentWidget(self.answer)
        self._show_sentence()
