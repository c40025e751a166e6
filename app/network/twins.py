"""Twins: the runs beside the one that is shown, which learn in step with it. What each of them has of its own, the
comparison says; all else is as the document has it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.experiment_store import Store
from app.documents.undo_step import Beside
from app.network.origin import Origin
from app.network.runs import ANEW, Runs, letter_for
from app.network.standing import Standing, is_long
from app.network.whole import Whole
from core.comparison import Comparison
from core.comparison.comparison import Pace
from core.comparison.twin import Edits
from core.documents.edits import only_live, replace
from core.experiment import Experiment
from core.frames import Update
from core.messages import NEEDS_NEW_START, BadInput
from core.runs.place import same_numbers
from core.runs.run import Run
from core.runs.words import differing
from core.threads import commands

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot

MOST = 3  # beside the run that is shown
LONE = Comparison()
LOST = "These settings do not fit what the runs beside have of their own: run {} goes on alone."


class Twins(QObject):
    """`numbers` are those of the runs, in the order of the comparison's twins; `say` tells a sentence. Where a change
    fits a run that has begun no more, all of them begin anew."""

    changed = Signal()  # other runs stand beside, or none
    parted = Signal()  # one of them has other settings of its own
    updated = Signal(int, object)  # the number of a twin, and what the screen is told of it

    def __init__(self, store: Store, runs: Runs, say: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._runs, self._say = store, runs, say
        self.comparison = LONE
        self._now: Comparison | None = None  # what the runs learn, while `comparison` is what they had in the past
        self._shown: Comparison | None = None  # what they had, as it was shown: a hand has made the rest
        self.numbers: tuple[int, ...] = ()
        self.settling = False
        self._pace: Pace = "updates"  # by what the runs are in step, as they were told
        self._anew = QTimer(self, singleShot=True, interval=ANEW)
        self._anew.timeout.connect(self._begin_again)
        store.opened.connect(self.end)
        store.whole = Whole(lambda: self.kept if self.there else None)
        runs.sent.connect(self._follow)
        runs.began.connect(self._on_began)
        runs.heard.connect(self._hear)

    @property
    def there(self) -> bool:
        """Whether runs stand side by side."""
        return bool(self.numbers)

    @property
    def full(self) -> bool:
        """Whether there is no room for another."""
        return len(self.numbers) >= MOST

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How all of them stand, the run that is shown first."""
        return (self._runs.standing, *(self._runs.held[number] for number in self.numbers))

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """What all of them learn, the run that is shown first."""
        return self.comparison.experiments() if self.there else (self._store.experiment,)

    # Coming and going

    def one_more(self, edits: Edits) -> Comparison:
        """The comparison with another run that has settings of its own; `BadInput` where they do not fit."""
        before = self.comparison if self.there else LONE
        return replace(before, "base", self._store.experiment).with_twin(edits)

    def begin(self, comparison: Comparison, ahead: int = 0) -> None:
        """Runs of a comparison whose base is the document: all are at update 0, at rest, or go so many updates
        ahead."""
        self.comparison = comparison
        self._begin_all()
        if ahead:
            self._runs.send(commands.Step("update", ahead))
            self._runs.become(self._runs.standing.asked_to_learn())

    def go_on_from(self, starts: Sequence[tuple[Snapshot, Origin]]) -> None:
        """Runs with a past, each from where another one was, take the place of those that stand here, with the settings
        that the document and the comparison have: the first is shown, the others learn in step with it."""
        runs, comparison, gone = self._runs, self.comparison, self.numbers
        (first, origin), *others = starts
        self.numbers, self._now = (), None
        for number in gone:
            runs.leave(number)
        runs.add(False, first, _lettered(runs, origin) if others else origin)
        runs.send(commands.Apply(self._store.experiment))
        if not others:
            return
        self.comparison, self._pace = comparison, "updates"
        for own, (snapshot, origin) in zip(comparison.experiments()[1:], others, strict=True):
            made = runs.make(own, False, snapshot, _lettered(runs, origin), in_step=True)
            runs.send(commands.Apply(own), to=made)
            self.numbers += (made,)
        for run in self.standings:
            runs.lettered.emit(run.number)
        self._keep_step()
        self.changed.emit()

    def end(self) -> None:
        """The run that is shown is alone again; the others stand still, and stay."""
        self._anew.stop()
        gone, self.numbers = self.numbers, ()
        self.comparison, self._now, self._shown = LONE, None, None
        for number in gone:
            self._runs.leave(number, seen=number == self._runs.shown_run)
        if gone:
            self.changed.emit()

    def return_to(self, beside: Beside) -> None:
        """Those that stood side by side before a deed was done stand so again, as they are."""
        numbers = tuple(number for number in beside.numbers if number in self._runs.held)
        if beside == self.beside or numbers != beside.numbers:
            return
        if numbers == self.numbers and beside.comparison is not None:
            self.become(beside.comparison)
            return
        self.end()
        if beside.comparison is None:
            return
        runs, run = self._runs, self._runs.standing
        if any(each.prepared is None for each in (run, *map(runs.held.__getitem__, numbers))):
            for number in numbers:  # they have not even begun, and could not come together yet
                runs.drop(number, anew=True)
            self.begin(beside.comparison)
            return
        self.numbers, self.comparison, self._pace = numbers, beside.comparison, beside.comparison.in_step
        runs.send(commands.KeepStep(self._pace))
        for number in numbers:
            runs.rejoin(number)
        if run.looking is None:
            self._apply(self._store.experiment)
        else:
            told = [standing.told for standing in self.standings]
            self._now = self.comparison.with_experiments([each for each in told if each is not None])
            runs.send(commands.Recall(run.looking, run.hands))
        self.changed.emit()

    @property
    def beside(self) -> Beside:
        """Which runs stand side by side, for the way back."""
        return Beside(self.numbers, self.comparison if self.there else None)

    def _begin_all(self) -> None:
        """All of them are at update 0, at rest. A run that has come some way, or that hands have changed, stays as it
        is, with all of its past, and another one stands here in its place."""
        runs, run = self._runs, self._runs.standing
        self.settling, self._now = True, None
        own, document, letter = run.run, self._store.experiment, letter_for(runs)
        assert own is not None, "it is shown"
        if _stays(run):
            runs.add(False, origin=Origin(own.child(document, letter), "the same from the start"))
        else:
            runs.begin(False, origin=Origin(own.anew(document, letter)), anew=True)
        self.settling = False
        self._make()

    def _begin_again(self) -> None:
        """What one of them has of its own now fits no run that has begun."""
        playing = self._runs.standing.playing
        self._begin_all()
        if playing:
            self._runs.become(self._runs.standing.asked_to_learn().wanted(playing=True))
            self._runs.send(commands.Resume())

    def _make(self) -> None:
        """All of them begin beside the run that is shown, which has begun and waits. Those before that have hardly come
        anywhere are made anew, the others stay as they are."""
        runs, own = self._runs, self._runs.standing.run
        old = [_leave(runs, number) for number in self.numbers]
        self.numbers, self._pace = (), "updates"
        assert own is not None, "it is shown"
        base, *others = self.comparison.experiments()
        for experiment, before in itertools.zip_longest(others, old[: len(others)]):
            name = differing(base, experiment) or "the same once more"
            child = own.child(experiment, letter_for(runs))
            run = child if before is None else dataclasses.replace(child, id=before.id, letter=before.letter)
            made = runs.make(experiment, playing=False, origin=Origin(run, name), in_step=True)
            self.numbers += (made,)
        self._keep_step()
        self.changed.emit()

    def _keep_step(self) -> None:
        """By what they are in step."""
        pace = self.comparison.in_step
        if pace != self._pace and self.there:
            self._pace = pace
            self._runs.send(commands.KeepStep(pace))

    # In time

    @property
    def now(self) -> Comparison:
        """What the runs learn, wherever one looks."""
        return self._now or self.comparison

    @property
    def kept(self) -> Comparison:
        """What is saved: what they learn, or what a hand has changed where one looks back."""
        return self.now if self.comparison is self._shown else self.comparison

    def show(self, then: Comparison | None, *, anew: bool = False) -> None:
        """What the runs had where one looks back, if no hand has changed anything there; None: what they learn. `anew`:
        one looks elsewhere, and what a hand had changed is let go of."""
        before = self.comparison
        if then is None:
            self.comparison, self._now, self._shown = self.now, None, None
        elif anew or before is self._shown:
            self._now, self._shown, self.comparison = self.now, then, then
        if self.comparison != before:
            self.parted.emit()

    # What is done to the run that is shown

    def _on_began(self, _number: int) -> None:
        """Another run is shown: with a new one that begins at update 0 all begin anew; any other one stands alone."""
        if not self.there or self.settling:
            return
        run, self._now = self._runs.standing, None
        own = run.run
        assert own is not None, "it is shown"
        if run.last is not None or own.made or own.branch or not self._take_base(self._store.experiment):
            self.end()
        else:
            self._make()

    def _follow(self, command: commands.Command) -> None:
        """What the run that is shown is told to do in time, those in step with it do too."""
        match command:
            case commands.Apply(experiment):
                self._apply(experiment)
            case commands.Pause() | commands.Resume() | commands.Step():
                self._stand(playing=isinstance(command, commands.Resume))
            case commands.Recall(updates):
                self._stand(playing=False, looking=updates)
            case _:
                pass

    def _stand(self, *, playing: bool, looking: int | None = None) -> None:
        for number in self.numbers:
            before = self._runs.held[number]
            run = before.wanted(playing=playing)
            self._runs.become(run if looking == run.looking else run.looking_at(looking))
            if looking != before.looking and (now := run.now()) is not None:
                self.updated.emit(number, self._runs.held[number].shown(now))

    def _apply(self, experiment: Experiment) -> None:
        """The run that is shown goes on with other settings, and so do those beside it, where they can."""
        if not self.there or not self._take_base(experiment):
            self.end()
            return
        for number, own in zip(self.numbers, self.now.experiments()[1:], strict=True):
            run = self._runs.held[number]
            if run.told is None or not only_live(run.told, own):
                self._anew.start()
                return
            if own != run.told:
                self._runs.become(run.applied(own))
                self._runs.send(commands.Apply(own), to=number)
        self._keep_step()

    def _take_base(self, experiment: Experiment) -> bool:
        """False where what a twin has of its own does not fit these settings; that is said."""
        try:
            if self._now is not None:
                self._now = replace(self._now, "base", experiment)
                experiment = self._store.experiment  # what is changed in the past waits there
            untouched = self.comparison is self._shown and same_numbers(self.comparison.base, experiment)
            self.comparison = replace(self.comparison, "base", experiment)
            self._shown = self.comparison if untouched else self._shown
        except BadInput:
            self._say(LOST.format(self._runs.standing.letter or "A"))
            return False
        return True

    def become(self, comparison: Comparison) -> None:
        """The same runs have other settings of their own, from now on or where one looks back."""
        self.comparison = comparison
        if self._now is None:
            self._apply(self._store.experiment)
        elif not all(map(_fits, self.standings[1:], comparison.experiments()[1:])):
            self._anew.start()
        self.parted.emit()

    # What is new

    def _hear(self, number: int, update: Update) -> None:
        if number not in self.numbers:
            return
        if NEEDS_NEW_START in update.messages:
            self._anew.start()
        self.updated.emit(number, self._runs.held[number].shown(update))


def _leave(runs: Runs, number: int) -> Run | None:
    """A run stands beside no more; what it is where it is to be made anew."""
    standing = runs.held[number]
    if _stays(standing):
        runs.leave(number)
        return None
    runs.drop(number, anew=True)
    return standing.run


def _lettered(runs: Runs, origin: Origin) -> Origin:
    """With the next letter: runs side by side are told apart before their first update."""
    return dataclasses.replace(origin, run=dataclasses.replace(origin.run, letter=letter_for(runs)))


def _stays(run: Standing) -> bool:
    """Whether a run is one of its own that nothing takes the place of."""
    changed = run.changed_live or run.by_hand or (run.run is not None and run.run.branch > 0)
    return changed or is_long(run)


def _fits(run: Standing, own: Experiment) -> bool:
    """Whether a run can go on with other settings from what is shown of it."""
    there = run.recalled.experiment if run.recalled is not None else run.told
    return there is not None and only_live(there, own)
