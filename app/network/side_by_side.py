"""Side by side: the door to it and the way out. A card asks what is to stand beside the run; a heading says what all
share, and which of them stays."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.bars.company_bar import ONE, TITLE, CompanyBar
from app.bars.run_badge import Named
from app.bars.timeline import FEW
from app.look.theme import Theme
from app.network.bars import Bars
from app.network.lab import Lab
from app.network.lanes import Lanes
from app.network.runs import known
from app.network.trying import Trying
from app.panels.beside_card import BesideCard
from app.shell.actions import Actions
from app.shell.layouts import LECTURE
from app.shell.worker import Worker
from core.comparison import Comparison
from core.comparison.twin import Edits, Twin
from core.documents.edits import replace
from core.experiment import Experiment
from core.frames import Update
from core.messages import BadInput
from core.runs.shared_luck import Common, shared

ALONG = {"updates": "update", "samples": "samples", "seconds": "seconds"}  # axes of the curves
COMMANDS = ("side_by_side", "copy_beside")
OFFERED = 20  # runs of the list
FULL = "Four runs stand side by side: that is the most."


class SideBySide(QObject):
    """The card opens at the button of the `bars`."""

    def __init__(self, lab: Lab, lanes: Lanes, trying: Trying, actions: Actions, bars: Bars) -> None:
        super().__init__(lanes)
        button = bars.beside
        self._bars, self._letter = bars, ""
        self._figures, self._pace = (bars.transport.figures, bars.lecture.figures), "updates"
        self._lab, self._trying, self._button = lab, trying, button
        self._actions = actions
        self._able: bool | None = None
        self._twins = lab.twins
        self.card: BesideCard | None = None
        self.shares: tuple[Common, ...] = ()
        self._worker = Worker(self, "what-is-shared")
        self._worker.done.connect(self._take_shared)
        self._compared: tuple[object, ...] = ()
        self._twins.changed.connect(self._arrange)
        self._twins.parted.connect(self._compare)
        self._twins.parted.connect(self._speak)
        self._twins.parted.connect(lab.store.history_changed)
        self._twins.updated.connect(self._on_update)
        lab.runs.updated.connect(self._look)
        lab.runs.began.connect(self._look)
        lab.runs.relettered.connect(self._twins.parted)
        lab.runs.prepared_changed.connect(self._compare)
        lab.store.view_changed.connect(self._show)
        self._look()

    @functools.cached_property
    def heading(self) -> CompanyBar:
        """Built when runs come to stand side by side."""
        bar = CompanyBar()
        bar.another.connect(self._open_there)
        bar.left.connect(self.leave)
        bar.paced.connect(self._lab.parting.keep_step)
        self._trying.hold(bar)
        return bar

    # From the person

    def open(self, anchor: QWidget | None = None) -> None:
        """Ask what is to stand beside the run, at the button that was pressed: that of the timeline, where it is not
        said."""
        if self._twins.full:
            self._lab.sentence.emit(FULL)
            return
        base = self._lab.store.experiment
        learned = replace(self._twins.comparison, "base", base).experiments()
        lanes = [(run.letter, each) for run, each in zip(self._twins.standings[1:], learned[1:], strict=True)]
        self.card = BesideCard(base, lanes, self._others(), self._button.window())
        self.card.chosen.connect(self.add)
        self.card.taken.connect(self._take_run)
        self.card.open_above(anchor or self._button)

    def _open_there(self) -> None:
        """At the heading, which asked for another one."""
        self.open(self.heading.another_button)

    def copy(self) -> None:
        """The same settings beside the run."""
        self.add(())

    def add(self, edits: Edits) -> None:
        """A run with these settings of its own beside the others; all begin, and play."""
        lab = self._lab
        if self._twins.full:
            lab.sentence.emit(FULL)
            return
        try:
            comparison = self._twins.one_more(edits)
        except BadInput as error:
            lab.problem.emit(error.path, error.reason, None)
            return
        lab.time.now()
        lab.pause()
        lab.store.note(TITLE, weights=False)
        self._twins.begin(comparison)
        lab.play()

    def stand(self, comparison: Comparison, updates: int = 0) -> None:
        """The runs of a comparison that was opened, whose base is the document; each `updates` from its start."""
        self._twins.begin(replace(comparison, "base", self._lab.store.experiment), updates)

    def _others(self) -> tuple[tuple[str, str], ...]:
        """The newest runs of the list, by id and words, but for those that stand here."""
        there = {run.run.id for run in self._twins.standings if run.run is not None}
        rows = [row for row in self._lab.run_list.rows() if row.gathered is None and row.entry.id not in there]
        return tuple(
            (row.entry.id, Named(0, row.entry.letter, row.name, row.entry.made).words) for row in rows[:OFFERED]
        )

    def _take_run(self, id: str) -> None:
        """What another run learns, made anew beside this one."""
        held = known(self._lab.runs.held.values(), id)
        if held is not None and held.told is not None:
            self._take_experiment(held.told)
        else:
            self._lab.shelf.bring(id, lambda found: self._take_experiment(found.run.present), whole=False)

    def _take_experiment(self, other: Experiment) -> None:
        try:
            edits = Twin.of("", self._lab.store.experiment, other, ()).edits
        except BadInput as error:
            self._lab.problem.emit(error.path, error.reason, None)
            return
        self.add(tuple(edits.items()))

    def ask_which(self) -> None:
        """Which of them stays in the window."""
        if self._twins.there:
            self.heading.ask_which()
        else:
            self._lab.sentence.emit("One run is in the window: Side by side sets another one beside it.")

    def leave(self, number: int) -> None:
        """This run alone stays in the window; the others stand still, and stay."""
        self._lab.store.note(ONE, weights=False)
        if number == self._lab.run.number:
            self._twins.end()
        else:
            self._lab.time.show_run(number)

    # Showing

    def _follow_pace(self) -> None:
        """Axis and digits count what is the same for all."""
        pace = self._twins.now.in_step if self._twins.there else "updates"
        if pace != self._pace:
            self._pace = pace
            self._lab.store.change_view(x_axis=ALONG[pace])
            for figures in self._figures:
                figures.count_by(pace)

    def _arrange(self) -> None:
        self._lab.store.history_changed.emit()
        self._follow_pace()
        self._speak()
        if self._twins.there:
            self._compare()
        elif "heading" in self.__dict__:
            self.shares, self._compared = (), ()
            self._worker.forget()
            self.heading.hide()
            self._trying.settle()

    def _speak(self) -> None:
        """The letter of the run that is shown stands beside what tells of it alone."""
        letter = self._lab.run.letter if self._twins.there else ""
        if letter != self._letter:
            self._letter = letter
            self._bars.speak_of(letter)

    def _on_update(self, number: int, update: Update) -> None:
        if update.prepared is not None:
            self._compare()
        for mark in update.marks:
            if mark.kind == "goal":
                self._bars.status.tell_goal(number, mark, self._lab.runs.held[number].letter)

    def _look(self, *_: object) -> None:
        """The door is open as soon as a run has a past; a run gets its letter with its first update."""
        if self._twins.there and self._lab.run.letter != self._letter:
            self._twins.parted.emit()
        able = self._twins.there or self._lab.time.made >= FEW
        if able is not self._able:
            self._able = able
            for command in COMMANDS:
                self._actions.enable(command, able)

    def _compare(self, *_: object) -> None:
        """What they share is found on a thread of its own, as soon as all samples are known."""
        if not self._twins.there:
            return
        self._follow_pace()
        self._show()
        experiments = self._twins.experiments
        samples = [run.prepared for run in self._twins.standings]
        known = [each for each in samples if each is not None]
        if len(known) == len(experiments) and self._compared != (experiments, *map(id, known)):
            self._compared = experiments, *map(id, known)
            self._worker.start(functools.partial(shared, experiments, known))

    def _take_shared(self, shares: tuple[Common, ...]) -> None:
        self.shares = shares
        self._show()

    def _show(self, *_: object) -> None:
        if not self._twins.there:
            return
        words = "Shared: " + "   ".join(each.words for each in self.shares) if self.shares else TITLE
        pace = self._twins.now.in_step
        self.heading.show_runs(self._lab.parting.named, words, pace, full=self._twins.full)
        self.heading.setVisible(self._lab.store.view.layout != LECTURE)
        self._trying.settle()

    def show_theme(self, theme: Theme) -> None:
        if "heading" in self.__dict__:
            self.heading.show_theme(theme)

    def end(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        return self._worker.close(patience)
