"""Desk: the runs that there are, the place where a person is, and what hands have done, as a frozen value.

There are two ways back, which are never mixed: `core.runs.in_time` moves in time, and makes and changes nothing;
`core.runs.way_back` takes back what a hand did (`core.runs.hands`) and may bring another run, another update, other
settings. No run is ever lost by either. A run begins with its first update, never by looking or setting.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Journal
from core.runs.making import Making
from core.runs.place import Place, present
from core.runs.run import Label, Run, next_letter


@frozen
class Called:
    """What a person calls a run, before and after."""

    run: str
    before: Label
    after: Label


@frozen
class Deed:
    """What a hand did, in words, and where the person was before and after it.

    `weights`: numbers of the run were set, which settings cannot take back; `called`: what was changed on the shelf,
    and nothing else.
    """

    text: str
    before: Place
    after: Place
    weights: bool = False
    called: Called | None = None


@frozen
class Desk:
    """`runs` by id, in the order in which they came; `head` begins the ids of the `count` runs that were made here, and
    `letters` are those of all others that there are: they are on the shelf, and come here when they are looked at.
    `done` are the deeds that Undo takes back, `undone` those that Redo does again, the nearest last."""

    runs: Mapping[str, Run]
    place: Place
    head: str
    letters: frozenset[str] = frozenset()
    count: int = 0
    done: tuple[Deed, ...] = ()
    undone: tuple[Deed, ...] = ()

    @classmethod
    def begin(cls, experiment: Experiment, head: str, letters: Iterable[str] = ()) -> Desk:
        """A desk with a run that has made no update yet, beside runs of other letters that there are."""
        run = Run(f"{head}-0", experiment)
        return cls({run.id: run}, present(run, experiment), head, frozenset(letters), 1)

    @property
    def run(self) -> Run:
        """The run in the window."""
        return self.runs[self.place.run]

    @property
    def pending(self) -> bool:
        """Whether the next update begins a branch."""
        return self.place.is_pending(self.run)

    @property
    def next_letter(self) -> str:
        """That of the next run that makes its first update."""
        return next_letter(self.letters.union(run.letter for run in self.runs.values()))

    @property
    def next_id(self) -> str:
        """That of the next run."""
        return f"{self.head}-{self.count}"

    def with_run(self, run: Run) -> Desk:
        """One run more, or in the place of the one of its id."""
        return dataclasses.replace(self, runs={**self.runs, run.id: run}, count=self.count + (run.id not in self.runs))

    def beside(self, *runs: Run) -> Desk:
        """Runs of the shelf, to be looked at; what is here already stays as it is."""
        return dataclasses.replace(self, runs={**{run.id: run for run in runs}, **self.runs})

    def at(self, place: Place) -> Desk:
        """The person somewhere else."""
        return dataclasses.replace(self, place=place)

    def told(self, run: str, made: int, journal: Journal, making: Making) -> Desk:
        """As whoever makes a run's updates tells."""
        known = self.runs[run].told(made, journal)
        now = dataclasses.replace(known, making=making, letter=known.letter or (self.next_letter if made else ""))
        desk, here = self.with_run(now), self.place.run == run and self.place.present
        return desk.at(present(now, self.place.document)) if here else desk
