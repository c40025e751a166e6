"""Run: what a run is, as a frozen value: the experiment that it began with and what hands have changed on its way.

From these, its engine and the versions of the program every number of it can be computed again; all else that is kept
of it (curve, last state, states on the way) spares that work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from core.experiment import Experiment
from core.frames import Mark
from core.frozen import frozen
from core.history.journal import Event, Journal
from core.runs.making import UNKNOWN, Making
from core.training.live_changes import changed


@frozen
class Label:
    """What a person calls a run and does with it on the shelf. `name` is "" where it goes by what it differs in."""

    name: str = ""
    pinned: bool = False
    deleted: bool = False


@frozen
class Run:
    """`letter` is "" until the first update is made. `parent` is the id of the run that it came from, whose first
    `branch` updates it shares: none where it began anew.

    `experiment` is that of update 0, its seeds included; `events` are live changes and hand edits, all of them, each at
    the update after which it was made; `made` counts the updates.
    """

    id: str
    experiment: Experiment
    parent: str = ""
    branch: int = 0
    letter: str = ""
    label: Label = Label()
    events: tuple[Event, ...] = ()
    marks: tuple[Mark, ...] = ()
    made: int = 0
    making: Making = UNKNOWN

    @property
    def present(self) -> Experiment:
        """The settings that it has now."""
        return self.settings(self.made)

    def settings(self, update: int) -> Experiment:
        """The settings with which the update after so many was made."""
        return changed_by(self.experiment, [*self.before(update), *self.at(update)])

    def before(self, update: int) -> tuple[Event, ...]:
        """What had happened when so many updates were made."""
        return tuple(event for event in self.events if event.update < update)

    def at(self, update: int) -> tuple[Event, ...]:
        """What happened between an update and the next."""
        return tuple(event for event in self.events if event.update == update)

    def branched(self, id: str, update: int, events: Iterable[Event]) -> Run:
        """A run that shares its first updates, to which `events` have happened until then."""
        return Run(id, self.experiment, self.id, update, events=tuple(events), made=update, making=self.making)

    def child(self, experiment: Experiment, letter: str = "") -> Run:
        """A run that comes from it, and learns an experiment from update 0 on; it has no id yet."""
        return Run("", experiment, self.id, letter=letter)

    def sibling(self, experiment: Experiment) -> Run:
        """A run that comes from where this one does, and learns an experiment from update 0 on; it has no id yet."""
        return Run("", experiment, self.parent)

    def anew(self, experiment: Experiment, letter: str) -> Run:
        """The same run from update 0 on, with these settings; its letter where it has none."""
        return Run(self.id, experiment, self.parent, letter=self.letter or letter, label=self.label)

    def goes_on_from(self, before: Run) -> bool:
        """Whether it is the same run, later; one that began anew is not."""
        same = self.experiment == before.experiment and self.made >= before.made
        return same and shared(self, before) == len(before.events)

    def told(self, made: int, journal: Journal) -> Run:
        """As whoever makes its updates tells: how many there are, and what has happened. A journal that has forgotten
        its first events or marks goes on from those that are known here."""
        events = (*self.events[: journal.forgotten], *journal.log)
        marks = (*self.marks[: journal.marked - len(journal.marks)], *journal.marks)
        return dataclasses.replace(self, made=made, events=events, marks=marks)


def shared(one: Run, other: Run) -> int:
    """How many of their first events two runs have in common: a branch's past and its parent's."""
    pairs = zip(one.events, other.events, strict=False)
    return next(
        (number for number, (mine, its) in enumerate(pairs) if mine != its), min(len(one.events), len(other.events))
    )


def changed_by(experiment: Experiment, events: Sequence[Event]) -> Experiment:
    """The settings after what has happened."""
    for event in events:
        if event.kind == "live":
            experiment = changed(experiment, event.changes)
    return experiment


def next_letter(taken: Iterable[str]) -> str:
    """The first one that no run has."""
    known = set(taken)
    return next(letter for number in range(len(known) + 1) if (letter := letter_of(number)) not in known)


def letter_of(number: int) -> str:
    """A to Z, AA to ZZ, …, for numbers from 0."""
    before, last = divmod(number, 26)
    return (letter_of(before - 1) if before else "") + chr(ord("A") + last)
