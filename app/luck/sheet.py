"""Was it luck? The sheet of twenty starts: a guess first, then the wall, what they came to and what may be said."""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.luck.course import Course
from app.luck.distribution import Distribution
from app.luck.drawn import Drawing
from app.luck.guess import Guess
from app.luck.head import Head
from app.luck.wall import ORDERS, Wall
from app.shell.keys import forbid_click_focus
from app.widgets.labels import Elided
from app.widgets.segments import Segments
from app.widgets.veil import Veil
from core.experiment import Experiment
from core.luck.found import Found, goal_of, goal_words
from core.luck.question import FEW, MORE, ORDER, WEIGHTS, Question
from core.luck.start import Start
from core.luck.work import News, Work

WIDTH, HEIGHT = 1048, 390  # px
BESIDE = 356  # px of the pictures beside the wall
ROW = 30  # px
MOST_BESIDE = 0.42  # of the sheet's width
POLL = 40  # ms
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COMING = "The starts come here, one by one."
FIVE = "Five of them come here, from the best to the worst, once all are made."


class LuckSheet(Veil):
    """`taken(start)`: a person wants to have that start in the window."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName("Was it luck?")
        self._works: list[Work] = []  # the last is the present one; others are ending
        self.question: Question | None = None
        self.found: Found | None = None
        self.guess: int | None = None
        self._starts: list[Start] = []
        self._note = ""
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._poll)
        self._built = False

    # Opening and shutting

    def open(self, experiment: Experiment, updates: int, note: str = "") -> None:
        """Ask the question of an experiment, whose run has made so many updates; `note` is what else is to be known of
        that run."""
        if not self._built:
            self._built = True
            self._build()
        old = self.question
        if (
            old is not None
            and (old.experiment, old.updates) == (experiment, updates)
            and len(self._starts) == old.count
        ):
            self.spread()  # all of it is there
            self.setFocus()
            return
        luck = (ORDER,) if experiment.start.weights else (WEIGHTS, ORDER)
        goal = goal_of(experiment)
        self.guess, self._note = None, note
        self.ask.ask(goal_words(experiment, goal) if goal is not None else "")
        self.pages.setCurrentWidget(self.ask if goal is not None else self.answer)
        self._begin(Question(experiment, updates, luck=luck), [])
        self.spread()
        self.setFocus()

    def shut(self) -> None:
        self._stop()
        self._timer.stop()
        super().shut()

    def end(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        self._stop()
        self._timer.stop()
        limit = time.monotonic() + patience
        ended = [work.close(max(0.0, limit - time.monotonic())) for work in self._works]  # each of them is asked
        return all(ended)

    def place(self, room: QRect) -> QRect:
        theme = current()
        width, height = min(room.width(), theme.px(WIDTH)), min(room.height(), theme.px(HEIGHT))
        if self._built:
            self.beside.setFixedWidth(min(theme.px(BESIDE), round(MOST_BESIDE * width)))
        return QRect(room.center().x() - width // 2, room.center().y() - height // 2, width, height)

    def show_theme(self, _theme: Theme) -> None:
        self.cover()

    # Building

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        self.head.cross.clicked.connect(self.shut)
        self.halt.clicked.connect(self._stop)
        self.order.chosen.connect(self.wall.sort)
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
        rows.addWidget(self.sentence)
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
        row.addWidget(self.words, 3)
        row.addWidget(self.progress, 2)
        row.addWidget(self.halt)
        return row

    # The question

    @property
    def asking(self) -> bool:
        """Whether the person still guesses: nothing is told before."""
        return self.pages.currentWidget() is self.ask

    @property
    def working(self) -> bool:
        """Whether starts are being made."""
        return self._timer.isActive()

    def _ask_anew(self) -> None:
        """Other luck, or more starts of the same, whose first ones are there."""
        old, head = self.question, self.head
        if old is not None:
            same = head.chosen == old.luck
            question = Question(old.experiment, old.updates, head.count if same else FEW, head.chosen)
            self._begin(question, self._starts[: question.count] if same else [])

    def _begin(self, question: Question, known: list[Start]) -> None:
        """`known` are its first starts."""
        self._stop()
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
        self._works = [work for work in self._works if work.alive]
        self._works.append(Work(question, known, Drawing()))
        self._works[-1].start()
        self._timer.start()
        self.head.allow_more(False)
        self._tell(None)

    def _stop(self) -> None:
        for work in self._works:
            work.stop()

    # What comes

    def _poll(self) -> None:
        news = self._works[-1].poll()
        self._starts = sorted((*self._starts, *news.starts), key=lambda start: start.number)
        if news.found is not None:
            self.found = news.found
            self._show_found()
        self.wall.show_pictures(news.pictures)
        if news.over:
            self._timer.stop()
            self.halt.hide()
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
        self.sentence.setText(f"{self.found.sentence}{guessed}{self._note}")

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

    def _hear_guess(self, number: int | None) -> None:
        self.guess = number
        self.pages.setCurrentWidget(self.answer)
        self._show_sentence()


def time_words(seconds: float) -> str:
    """A time that is still to come."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
