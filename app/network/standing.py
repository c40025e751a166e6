"""Standing: how a run stands, as a frozen value. What an update tells of it gives the next one."""

from __future__ import annotations

import dataclasses

import numpy as np

from app.bars.timeline import FEW
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import RunState, Update
from core.frozen import frozen
from core.history.columns import Columns, newest
from core.runs.place import same_numbers
from core.runs.run import Label, Run
from core.threads.commands import Hand
from core.threads.news import Recalled


@frozen
class Standing:
    """`playing` is what the person wants; `state` is what the run last told. `run` is what the run is, as it last
    told; `words` say what it differs in from the one that it came from, or what it learns."""

    number: int = 0  # of the run here; 0: there is none
    told: Experiment | None = None  # what the run has been told to learn
    playing: bool = False
    state: RunState = RunState.idle
    last: Update | None = None
    ended_at: int = -1  # the update at which a stop rule has ended it; −1: none has
    going_on: bool = False  # beyond the stop rules, and the run has not told yet that it does
    same_samples: bool = True  # no live change of the data is under way, so the samples are known for sure
    changed_live: bool = False  # a setting was changed in mid-run
    paused_because: str = ""  # why the run has paused by itself
    by_hand: bool = False  # weights were set by hand, and no file holds them
    kept_updates: int | None = None  # that a file holds; None: nobody has asked this run to learn, so nothing is lost
    looking: int | None = None  # the update that the pictures are to show; None: the present
    recalled: Recalled | None = None  # what they show of the past, as the run last told
    prepared: Prepared | None = None  # the samples that it has told
    prepared_for: Experiment | None = None  # and of which settings they are
    taken_back: bool = False  # the update after it is not to be: the next one begins a branch
    hands: tuple[Hand, ...] = ()  # what was done there to weights, which waits for the next update as well
    run: Run | None = None
    words: str = ""
    points: tuple[str, ...] = ()  # the names of those that are kept
    figures: Columns = dataclasses.field(
        default_factory=dict[str, np.ndarray]
    )  # the newest evaluation, in columns of one

    @property
    def letter(self) -> str:
        """That of the run, from its first update on."""
        return self.run.letter if self.run is not None else ""

    @property
    def name(self) -> str:
        """What a person calls it, else what it differs in."""
        return (self.run.label.name if self.run is not None else "") or self.words

    @property
    def unsaved_updates(self) -> int:
        """Updates that the person asked for and that no file holds."""
        if self.kept_updates is None or self.last is None:
            return 0
        return max(0, self.last.updates - self.kept_updates)

    @property
    def at_its_end(self) -> bool:
        """Whether it stands where a stop rule has ended it, the weights that it has there or others."""
        return self.last is not None and self.last.updates == self.ended_at

    @property
    def hurried(self) -> bool:
        """Whether it learns as fast as it can."""
        return self.playing and self.told is not None and self.told.speed == "max"

    def wanted(self, playing: bool) -> Standing:
        """The person wants it to learn, or to stand still."""
        because = "" if playing else self.paused_because
        return dataclasses.replace(self, playing=playing, paused_because=because)

    def asked_to_learn(self) -> Standing:
        """From now on there is something to lose."""
        return dataclasses.replace(self, kept_updates=self.kept_updates or 0)

    def saved(self) -> Standing:
        """The run was saved as it is."""
        return dataclasses.replace(self, kept_updates=self.last.updates if self.last else 0, by_hand=False)

    def set_by_hand(self) -> Standing:
        """A person has set weights."""
        return dataclasses.replace(self, by_hand=True)

    def recovered(self) -> Standing:
        """The run goes on from a copy for recovery, which is no file of the person's."""
        return dataclasses.replace(self, kept_updates=0)

    def looking_at(self, updates: int | None) -> Standing:
        """The pictures are to show what it was after so many updates; None: what it is."""
        recalled = None if updates is None else self.recalled
        return dataclasses.replace(self, looking=updates, recalled=recalled, taken_back=False, hands=())

    def touched(self, hands: tuple[Hand, ...], *, taken_back: bool) -> Standing:
        """Where one looks hands have done this to weights, all together; `taken_back` is as it was."""
        return dataclasses.replace(self, hands=hands, taken_back=taken_back)

    def lettered(self, letter: str) -> Standing:
        """It has made its first update."""
        return dataclasses.replace(self, run=self.run and dataclasses.replace(self.run, letter=letter))

    def called(self, label: Label) -> Standing:
        """A person calls it otherwise."""
        return dataclasses.replace(self, run=self.run and dataclasses.replace(self.run, label=label))

    def is_pending(self, document: Experiment) -> bool:
        """Whether the next update begins a branch: one looks back, and something was changed there."""
        there = self.settings
        changed = there is not None and not same_numbers(there, document)
        return self.looking is not None and (self.taken_back or changed or self.touches)

    @property
    def touches(self) -> bool:
        """Whether hands have changed weights where one looks back; what the run has not told yet it may."""
        seen = self.recalled
        told = seen is not None and seen.hands == self.hands
        return bool(self.hands) and not (told and seen is not None and not seen.touched)

    def shown(self, update: Update) -> Update:
        """What the screen is told of an update: where one looks back, the run as it was then."""
        seen = self.recalled
        if self.looking is None:
            return update
        if seen is None:  # it is on its way there
            return dataclasses.replace(update, metrics={}, between={})
        figures = {name: np.array([value]) for name, value in (seen.figures or {}).items()}
        return dataclasses.replace(
            update, updates=seen.updates, epochs=seen.epochs, samples=seen.samples, rate=0.0, metrics=figures, between={},
            recalled=seen,
        )  # fmt: skip

    @property
    def settings(self) -> Experiment | None:
        """Those of the update that is looked at, where it is past and the run has come there."""
        seen = self.recalled
        return seen.experiment if seen is not None and seen.updates == self.looking else None

    @property
    def samples(self) -> tuple[Prepared | None, Experiment | None]:
        """Those that the pictures show, and of which settings they are."""
        seen = self.recalled
        if self.looking is not None and seen is not None and seen.prepared is not None:
            return seen.prepared, seen.experiment
        return self.prepared, self.prepared_for

    def now(self) -> Update | None:
        """What the screen is told when one looks at the present again; None where there is nothing yet."""
        if self.last is None:
            return None
        return dataclasses.replace(self.last, metrics=self.figures, frames={}, between={}, recalled=None)

    def applied(self, experiment: Experiment) -> Standing:
        """A live change was told to the run."""
        same = self.same_samples and (self.told is None or same_data(self.told, experiment))
        return dataclasses.replace(self, told=experiment, same_samples=same)

    def heard(self, update: Update) -> Standing:
        """What the run has told."""
        looking = None if update.in_vain else self.looking
        going_on = self.going_on and update.state is RunState.finished
        playing = self.playing and not update.paused
        if self.looking is None and update.state.over and not (going_on or self._awaits_points(update)):
            playing = False  # a change made now begins a new run, which waits for Play as this one does
        return dataclasses.replace(
            self,
            playing=playing,
            state=RunState.running if going_on and playing else update.state,
            last=update,
            ended_at=update.updates if update.state is RunState.finished else self.ended_at,
            going_on=going_on,
            changed_live=self.changed_live or any(mark.kind == "live" for mark in update.marks),
            paused_because=update.paused or self.paused_because,
            looking=looking,
            prepared=update.prepared or self.prepared,
            prepared_for=self.told if update.prepared is not None else self.prepared_for,
            recalled=None if looking is None else update.recalled or self.recalled,
            taken_back=self.taken_back and looking is not None,
            hands=self.hands if looking is not None else (),
            figures=newest(update.metrics) or self.figures,
            run=self.run and _told(self.run, update),
            points=self.points if update.points is None else update.points,
        )

    def _awaits_points(self, update: Update) -> bool:
        """Whether it could not begin since nothing is drawn: it plays as soon as there is a point."""
        return update.state is RunState.failed and self.told is not None and self.told.data.blank

    def said(self, update: Update) -> tuple[str, ...]:
        """What there is to be said of what was heard, all of it; but why the run stands still stays on the screen."""
        if update.paused:
            return (update.paused,)
        return () if self.paused_because else update.messages

    def is_news(self, update: Update) -> bool:
        """Whether anybody has to hear of an update."""
        last = self.last
        if last is None or (update.run, update.updates, update.state) != (last.run, last.updates, last.state):
            return True
        return bool(
            update.frames
            or update.metrics
            or update.marks
            or update.engine
            or update.devices
            or update.step
            or update.recalled
            or update.rate != last.rate
        )


def _told(run: Run, update: Update) -> Run:
    """A run as an update tells of it."""
    if update.journal is not None:
        return run.told(update.updates, update.journal)
    return run if run.made == update.updates else dataclasses.replace(run, made=update.updates)


def begins(standing: Standing, update: Update) -> bool:
    """Whether that is the first update of a run."""
    return update.updates > 0 and not (standing.letter and standing.run is not None and standing.run.made)


def learns(standing: Standing) -> bool:
    """Whether a run is to make more updates, and can."""
    return standing.playing and not (standing.last is not None and standing.last.state.over)


def is_long(standing: Standing) -> bool:
    """Whether a run has made so many updates that it is a run of its own beside others."""
    return standing.last is not None and standing.last.updates >= FEW


def stays(standing: Standing) -> bool:
    """Whether another run takes its place without ending it."""
    return is_long(standing) and standing.state is not RunState.failed


def same_data(old: Experiment, new: Experiment) -> bool:
    """Whether the samples, their encoding and their parts are the same."""
    paths = ("data", "inputs", "task", "loss", "rule", "effective_validation_share")
    return (
        old.seeds.data == new.seeds.data
        and old.output.units == new.output.units
        and all(getattr(old, path) == getattr(new, path) for path in paths)
    )
