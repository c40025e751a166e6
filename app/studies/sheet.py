"""Study: the sheet on which any one or two settings are varied, and what came of it is seen and taken up."""

from __future__ import annotations

import dataclasses
import functools
import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.luck.drawn import Drawing
from app.shell.keys import forbid_click_focus
from app.studies.asked import GRID, SEARCH, Asked
from app.studies.axis_field import NOTHING, AxisField
from app.studies.curve import curves
from app.studies.head import Head
from app.studies.heat_map import HeatMap
from app.studies.multiples import Multiples
from app.studies.runs_row import RunsRow, cell_words
from app.studies.search_page import CAUTION, SearchPage
from app.studies.telling import caption, progress_words, search_words, sentence
from app.studies.terms import Terms
from app.widgets.labels import Elided
from app.widgets.work_sheet import WorkSheet
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.messages import BadInput
from core.runs.seeds import START
from core.studies.plan import Planned
from core.studies.ready import Ready
from core.studies.report import Report
from core.studies.sought import Candidate, Seeker
from core.studies.storage import opened
from core.studies.study import Study
from core.studies.work import Told, Work

WIDTH, HEIGHT = 1440, 820  # px at most
SIDE, GAP = 16, 12  # px
FIRST = "What the first start of each looks like"
EMPTY = (
    "Choose a ready study above, or a setting and its values; then Make the runs.\n"
    "A right-click on a setting of the lab leads here, too: Vary this …"
)


class StudySheet(WorkSheet):
    """`taken(experiment, updates)`: a person wants to have that run in the window; `gathered(row)`: all runs of a grid
    or a search were made."""

    taken = Signal(object, int)
    gathered = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Study", (WIDTH, HEIGHT))
        self._work: Work | None = None
        self._seeker: Seeker | None = None
        self._base: Experiment | None = None
        self._luck = START
        self._chosen: int | None = None
        self._asked: Asked | None = None  # what is made, as it was asked
        self.told: Told | None = None

    # Opening

    def open(self, experiment: Experiment, updates: int = 0, path: str = "") -> None:
        """Ask about an experiment, whose run has made so many updates; `path` is what is to be varied."""
        self.prepare()
        if experiment != self._base:
            self._base = experiment
            for part in (self.head, self.terms, self.first, self.second):
                part.show_experiment(experiment)
            if updates:
                self.terms.updates.set_value(updates)
            self._forget()
        if path:
            self._luck = START
            self.second.show_axis(NOTHING, "")
            self.first.choose(path)
        self.show_up()

    def open_again(self, asked: Asked) -> None:
        """A study that was made before: its results are there, what the cache has let go of is made again."""
        self.open(asked.base, asked.updates)
        self.terms.updates.set_value(asked.updates)
        self._luck = asked.luck
        for field, (path, values) in zip((self.first, self.second), (*asked.vary, (NOTHING, "")), strict=False):
            field.show_axis(path, values)
        self.terms.starts.set_value(str(asked.starts))
        self.terms.about.set_value(asked.about)
        self.terms.how.set_value(asked.how)
        self._begin()
        self._show()

    def fit(self, width: int) -> None:
        inner = width - 2 * SIDE
        self.terms.fit(inner)
        for field in (self.first, self.second):
            field.fit((inner - GAP) // 2)

    def build(self) -> None:
        self.head, self.terms, self.runs = Head(), Terms(), RunsRow()
        self.first, self.second = AxisField("Vary", "Vary"), AxisField("Against", "against", optional=True)
        self.heat, self.multiples, self.curve = HeatMap(), Multiples(), QWidget()
        self.search = SearchPage()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.head.cross.clicked.connect(self.shut)
        self.head.chosen.connect(self._take_ready)
        for field in (self.first, self.second):
            field.changed.connect(self._ask_anew)
            field.read.connect(self._offer)
        self.terms.asked.connect(self._begin)
        self.terms.changed.connect(self._ask_anew)
        self.terms.halted.connect(self.stop)
        self.terms.retold.connect(self._show)
        for grid in (self.heat, self.multiples):
            grid.pressed.connect(self._choose)
        self.runs.pressed.connect(self._take)
        self.search.pressed.connect(self._take_candidate)
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(SIDE, 10, SIDE, 10)
        rows.setSpacing(8)
        rows.addWidget(self.head)
        rows.addLayout(self._question())
        rows.addWidget(self.terms)
        rows.addWidget(self._answer(), 1)
        rows.addWidget(self.runs)
        rows.addWidget(self.sentence)
        forbid_click_focus(self)

    def _question(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in (self.first, self.second):
            row.addWidget(field, 1)
        return row

    def _answer(self) -> QStackedWidget:
        """What will come; then the picture, and beside it what the cells look like."""
        self.empty = QLabel(EMPTY)
        self.empty.setProperty("role", "sentence")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption, beside = Elided(), Elided(FIRST)
        self.both = QWidget()
        self.pages = QStackedWidget()
        self.pictures = QStackedWidget()
        self.pictures.addWidget(self.heat)
        self.pictures.addWidget(self.curve)
        grid = QGridLayout(self.both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setRowStretch(1, 1)
        for column, (words, picture) in enumerate(((self.caption, self.pictures), (beside, self.multiples))):
            words.setProperty("role", "caption")
            grid.addWidget(words, 0, column)
            grid.addWidget(picture, 1, column)
            grid.setColumnStretch(column, 1)
        for page in (self.empty, self.both, self.search):
            self.pages.addWidget(page)
        return self.pages

    # The question

    @property
    def study(self) -> Study | None:
        """What is asked; None where that is no question yet."""
        base, axes = self._base, [field.axis for field in (self.first, self.second)]
        there = tuple(axis for axis in axes if axis is not None)
        if base is None or not there or any(field.problem for field in (self.first, self.second)):
            return None
        stop = (("stop.updates", round(self.terms.updates.value())),)
        return Study(replace_all(base, stop), there, int(self.terms.starts.value()), luck=self._luck)

    def _offer(self) -> None:
        """Runs can be made as soon as something is asked."""
        self.terms.show_able(able=self.study is not None)

    def _take_ready(self, ready: Ready) -> None:
        """One click: its settings, its figures, its runs."""
        parts = [text.partition("=") for text in ready.vary]
        self._luck = ready.luck
        self.first.show_axis(parts[0][0], parts[0][2])
        self.second.show_axis(*((parts[1][0], parts[1][2]) if len(parts) > 1 else (NOTHING, "")))
        self.terms.about.set_value(ready.figures)
        self.terms.how.set_value(GRID)
        self._begin()

    def _ask_anew(self) -> None:
        """Other settings: what is there is of others."""
        self._luck = START
        self.stop()
        self._forget()

    def _forget(self) -> None:
        self.told, self._chosen = None, None
        self.multiples.forget()
        self._show()
        self.terms.progress.setText("")
        self.terms.show_working(working=False)

    def _begin(self) -> None:
        """Make what is not known yet; the same study goes on where it was stopped."""
        try:
            study = self.study
            if study is None:
                return
            study.check()
        except BadInput as error:
            self.terms.progress.setText(error.reason)
            return
        if self._base is not None:
            self._asked = self._as_asked(self._base)
        if self.terms.how.value() == SEARCH:
            self._forget()
            self.search.sought = None
            self._seeker = Seeker(study, self.terms.about.value(), functools.partial(opened, None))
            self.hire(self._seeker)
        else:
            if self._work is None or study != self._work.study:
                self._forget()
            self._seeker, self._work = None, Work(study, Drawing(), functools.partial(opened, None))
            self.hire(self._work)
        self.terms.show_working(working=True)
        self.terms.progress.setText("The first run is being made …")

    # What comes

    def look(self) -> None:
        if self._seeker is not None:
            self._look_at(self._seeker)
            return
        assert self._work is not None, "the timer runs while something is made"
        news = self._work.poll()
        if news.told is not None:
            self.told = news.told
            self._show()
        self.multiples.show_pictures(news.pictures)
        if news.over:
            self.rest()
            self.terms.show_working(working=False, begun=0 < news.made < news.count)
            if news.made == news.count and not news.problem:
                self._gather()
        self.terms.progress.setText(progress_words(news))
        self.terms.progress.setToolTip(self.terms.progress.text())

    def _gather(self) -> None:
        """All of it was made: the list of runs has it as one row."""
        asked, report, sought = self._asked, self.report, self.search.sought
        if asked is None:
            return
        if asked.how == SEARCH and sought is not None:
            self.gathered.emit(asked.as_found(sought, self.sentence.text()))
        elif report is not None:
            told = dataclasses.replace(asked, about=self.terms.about.value())
            self.gathered.emit(told.as_row(report, self.sentence.text()))

    def _as_asked(self, base: Experiment) -> Asked:
        """What the sheet asks of an experiment, to be asked again."""
        terms = self.terms
        vary = tuple(
            (field.axis.path, field.values.text()) for field in (self.first, self.second) if field.axis is not None
        )
        starts, updates = int(terms.starts.value()), round(terms.updates.value())
        return Asked(base, vary, starts, updates, self._luck, terms.about.value(), terms.how.value())

    def _look_at(self, seeker: Seeker) -> None:
        """What a search has found since."""
        pieces, over, problem = seeker.news()
        if pieces:
            self.search.show_sought(seeker.study.base, pieces[-1])
            self.runs.hide()
            self.pages.setCurrentWidget(self.search)
            self.sentence.setText(CAUTION)
        if over:
            self.rest()
            self.terms.show_working(working=False)
            sought = self.search.sought
            if sought is not None and sought.done >= sought.count and not problem:
                self._gather()
        if pieces or over:
            self.terms.progress.setText(search_words(self.search.sought, seeker.left, problem, over=over))
            self.terms.progress.setToolTip(self.terms.progress.text())

    @property
    def report(self) -> Report | None:
        """What there is, in the figures that are wanted."""
        return None if self.told is None else self.told.reports[self.terms.about.value()]

    def _show(self) -> None:
        """Pictures and sentence of what there is so far."""
        report = self.report
        self.pages.setCurrentWidget(self.both if report is not None else self.empty)
        self.runs.show()
        self.multiples.show_report(report)
        if report is None or self.told is None:
            self.sentence.setText("")
            self.runs.show_cell(None, None)
            return
        if len(report.study.axes) > 1:
            self.heat.show_report(report.about((report.main,)))
            self.pictures.setCurrentWidget(self.heat)
        else:
            self._show_curve(report)
        self.caption.setText(caption(report))
        self.sentence.setText(sentence(report, self.told.constant, functools.partial(cell_words, report)))
        self._choose(self._chosen)

    def _show_curve(self, report: Report) -> None:
        old = self.curve
        constant = self.told.constant if self.told is not None else math.nan
        self.curve = curves(report, current(), constant=constant, chosen=self._chosen, pressed=self._press)
        self.pictures.addWidget(self.curve)
        self.pictures.setCurrentWidget(self.curve)
        self.pictures.removeWidget(old)
        old.deleteLater()

    def _press(self, cell: int) -> None:
        """A place along the curve."""
        if cell != self._chosen:
            self._choose(cell)
            self._show()

    def _choose(self, cell: int | None) -> None:
        """Look at a cell: its runs stand below."""
        self._chosen = cell
        for grid in (self.heat, self.multiples):
            grid.choose(cell)
        self.runs.show_cell(self.report, cell)

    def _take(self, planned: Planned) -> None:
        """A run of the cell that is looked at."""
        report = self.report
        if report is not None:
            self.taken.emit(planned.trial.experiment, round(report.results[planned.key].figures["updates"]))

    def _take_candidate(self, candidate: Candidate) -> None:
        """The first start of what a search has tried."""
        self.taken.emit(candidate.experiment, candidate.experiment.stop.updates)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        if self.built:
            self._show()
