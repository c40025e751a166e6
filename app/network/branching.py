"""Branching: the first update after a change in the past begins a run that shares its parent's past."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.documents.experiment_store import Store
from app.network.origin import Origin
from app.network.past_beside import PastBeside
from app.network.runs import Runs, letters_for
from app.network.standing import Standing
from app.network.twins import Twins
from core.history.snapshot import Snapshot
from core.runs.place import Place
from core.runs.words import SET, new_values
from core.threads import commands

BEFORE = "the weights that it had before"

if TYPE_CHECKING:
    from core.experiment import Experiment
    from core.runs.run import Run


class Branching:
    """Of the run that is shown, and with it of all that learn in step with it. `say` tells a sentence."""

    def __init__(
        self, store: Store, runs: Runs, twins: Twins, beside: PastBeside, say: Callable[[str], object]
    ) -> None:
        self._store, self._runs, self._twins, self._beside, self._say = store, runs, twins, beside, say

    @property
    def pending(self) -> bool:
        """Whether the next update begins a branch."""
        return self._runs.standing.is_pending(self._store.experiment) or bool(self._beside.waiting)

    @property
    def words(self) -> str:
        """What the next update will do."""
        run, runs = self._runs.standing, self._twins.standings
        assert run.looking is not None, "a branch begins in the past"
        values = new_values(run.settings, self._store.experiment) if run.settings is not None else ""
        told = ", ".join(filter(None, (_by_hand(run), values, *self._others(values))))
        how = f" with {told}" if told else ""
        new, old = " | ".join(letters_for(self._runs, len(runs))), " | ".join(each.letter for each in runs)
        one, stay = ("run", "stays") if len(runs) == 1 else ("runs", "stay")
        return f"Play goes on from update {run.looking:,}{how} as {one} {new}; {one} {old} {stay}."

    def _others(self, values: str) -> list[str]:
        """What runs beside are to have of their own."""
        found = [(run.letter, new_values(had, own).split(", ")) for run, had, own in self._beside.waiting]
        others = [(letter, [part for part in own if part not in values.split(", ")]) for letter, own in found]
        return [f"{', '.join(own)} in {letter}" for letter, own in others if own]

    def begin(self, then: commands.Resume | commands.Step) -> None:
        """Make the first updates of a branch, as soon as all runs there are computed."""
        asked, found = self._twins.standings, dict[int, Snapshot]()
        for run in asked:
            take = functools.partial(self._take, asked, then, found, run.number)
            self._runs.request_snapshot(take, shown=True, to=run.number)

    def _take(
        self, asked: tuple[Standing, ...], then: commands.Resume | commands.Step, found: dict[int, Snapshot],
        number: int, snapshot: Snapshot,
    ) -> None:  # fmt: skip
        found[number] = snapshot
        run, runs = self._runs.standing, self._twins.standings
        same = [each.number for each in runs] == [each.number for each in asked] and run.hands == asked[0].hands
        if len(found) < len(asked) or not same or found[run.number].updates != run.looking or not self.pending:
            return  # not all are there yet; or the person has gone elsewhere, or what was done has changed nothing
        self._say(f"{self.words.replace('Play goes on', 'Goes on')} Undo leads back.")
        settings = (self._store.experiment, *self._twins.experiments[1:])
        self._twins.go_on_from(
            [
                (found[each.number], _branched(each.run, found[each.number], own))
                for each, own in zip(runs, settings, strict=True)
            ]
        )
        self._runs.send(then)
        branch = self._runs.standing.asked_to_learn().wanted(isinstance(then, commands.Resume))
        self._runs.become(branch.set_by_hand() if run.touches else branch)


def _by_hand(run: Standing) -> str:
    """What hands have done to its weights where one looks back."""
    if not run.touches:
        return ""
    return BEFORE if all(isinstance(hand, commands.Restore) for hand in run.hands) else SET


def _branched(run: Run | None, snapshot: Snapshot, document: Experiment) -> Origin:
    """A run that goes on from a moment of another one, with what hands have done there and the settings of the
    document."""
    assert run is not None, "it is shown"
    there = run.told(snapshot.updates, snapshot.journal).at(snapshot.updates)
    place = Place(run.id, snapshot.updates, document, there, present=False)
    return Origin(run.branched("", snapshot.updates, place.branch_events(run)))
