"""Branching: the first update after a change in the past begins a run that shares its parent's past."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.documents.experiment_store import Store
from app.network.origin import Origin
from app.network.runs import Runs, letter_for
from app.network.standing import Standing
from core.runs.place import Place
from core.runs.words import SET, new_values
from core.threads import commands

if TYPE_CHECKING:
    from core.experiment import Experiment
    from core.history.snapshot import Snapshot
    from core.runs.run import Run


class Branching:
    """`say` tells a sentence."""

    def __init__(self, store: Store, runs: Runs, say: Callable[[str], object]) -> None:
        self._store, self._runs, self._say = store, runs, say

    @property
    def pending(self) -> bool:
        """Whether the next update begins a branch."""
        return self._runs.standing.is_pending(self._store.experiment)

    @property
    def words(self) -> str:
        """What the next update will do."""
        run = self._runs.standing
        assert run.looking is not None, "a branch begins in the past"
        values = new_values(run.settings, self._store.experiment) if run.settings is not None else ""
        letter = letter_for(self._runs)
        told = ", ".join(filter(None, (SET if run.touches else "", values)))
        how = f" with {told}" if told else ""
        return f"Play goes on from update {run.looking:,}{how} as run {letter}; run {run.letter} stays."

    def begin(self, then: commands.Resume | commands.Step) -> None:
        """Make the first updates of a branch, as soon as the run there is computed."""
        asked = self._runs.standing
        self._runs.request_snapshot(functools.partial(self._take, asked, then), shown=True)

    def _take(self, asked: Standing, then: commands.Resume | commands.Step, snapshot: Snapshot) -> None:
        run, document = self._runs.standing, self._store.experiment
        there = run.number == asked.number and run.hands == asked.hands and snapshot.updates == run.looking
        if not (there and self.pending):
            return  # the person has gone elsewhere meanwhile, or what was done has changed nothing
        self._say(f"{self.words.replace('Play goes on', 'Goes on')} Undo leads back.")
        by_hand = run.touches
        self._runs.add(False, snapshot, _branched(run.run, snapshot, document))
        self._runs.send(commands.Apply(document))
        self._runs.send(then)
        plays = isinstance(then, commands.Resume)
        branch = self._runs.standing.asked_to_learn().wanted(plays)
        self._runs.become(branch.set_by_hand() if by_hand else branch)


def _branched(run: Run | None, snapshot: Snapshot, document: Experiment) -> Origin:
    """A run that goes on from a moment of another one, with what hands have done there and the settings of the
    document."""
    assert run is not None, "it is shown"
    there = run.told(snapshot.updates, snapshot.journal).at(snapshot.updates)
    place = Place(run.id, snapshot.updates, document, there, present=False)
    return Origin(run.branched("", snapshot.updates, place.branch_events(run)))
