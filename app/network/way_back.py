"""The way back: undo and redo of an experiment whose run has weights, which come back with it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

from app.documents.experiment_store import Store
from app.documents.undo_step import Spot, UndoStep, weights_of
from app.network.looking_back import LookingBack
from app.network.runs import Runs
from app.network.standing import Standing
from app.network.twins import Twins
from core.documents.edits import only_live
from core.experiment import Experiment
from core.history.snapshot import Snapshot
from core.runs.run import Label
from core.threads import commands

UNDONE, DONE_AGAIN = "Undone", "Done again"


class WayBack:
    """Edits that keep the weights of a run that ends with them; `say` tells a sentence."""

    def __init__(
        self, store: Store, runs: Runs, time: LookingBack, twins: Twins, say: Callable[[str], object],
        follow: Callable[[Experiment, Experiment], object], call: Callable[[str, Label], object],
    ) -> None:  # fmt: skip
        """`follow(old, new)` has the run that is shown learn a changed document; `call(run, label)` calls a run
        otherwise."""
        self._store, self._runs, self._time, self._twins = store, runs, time, twins
        self._say, self._follow, self._call = say, follow, call
        store.spot = self._spot
        self.travelling = False  # a step is being taken: whose document it is, is not yet known

    def _spot(self) -> Spot | None:
        """Where the person is; None where there is no run."""
        run = self._runs.standing
        return Spot(run.number, run.looking, run.taken_back, run.hands, self._twins.beside) if run.number else None

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Change settings; where that starts a new run, the old one's weights are kept for undo."""
        key = self._store.edits(pairs)
        if key is not None and self._runs.renewing:
            self.keep_weights(key)

    def keep_for_undo(self, key: int) -> None:
        """Another experiment was opened as a step of undo: the run that is left keeps its weights for the way back, for
        when it is held no more."""
        if not self._runs.renewing:
            self.keep_weights(key)

    def keep_weights(self, key: int) -> None:
        """The weights as they are belong to a step of undo."""
        self._runs.request_snapshot(functools.partial(self._store.attach, key))

    def undo(self) -> None:
        """Take the last change back."""
        if self._store.undo_text:
            self._travel(self._store.undo, UNDONE)

    def redo(self) -> None:
        """Make it again."""
        if self._store.redo_text:
            self._travel(self._store.redo, DONE_AGAIN)

    def _travel(self, travel: Callable[[], tuple[UndoStep, int] | None], word: str) -> None:
        self._time.settle()
        old, left = self._store.experiment, self._runs.shown_run
        self.travelling = True
        found = travel()
        self.travelling = False
        if found is None:
            return
        step, key = found
        if step.called is not None:  # what is shown stays
            self._call(step.called.run, step.called.before if word == UNDONE else step.called.after)
            self._say(f"{word}: {step.text}.")
            return
        if step.spot is not None and step.spot.run in self._runs.held:
            self._time.return_to(step.spot)
            self._twins.return_to(step.spot.beside)
            if step.opening and step.spot.run != left:  # the very run is there, and so has its weights
                step = dataclasses.replace(step, weights=False, snapshot=None)
                self._runs.request_snapshot(functools.partial(self._store.attach, key), to=left)
        elif step.spot is not None and not step.spot.beside.numbers:
            self._twins.end()
        if self._runs.standing.looking is None:
            self._arrive(step, key, old)
        self._say(f"{word}: {step.text}.")

    def _arrive(self, step: UndoStep, key: int, old: Experiment) -> None:
        """At the now of a run: it learns the document of the step, with the weights that belong to it."""
        run, document = self._runs.standing, self._store.experiment
        anew = run.told is not None and not only_live(run.told, document)
        if run.number and not self._runs.renewing and document != (run.told or old):
            self._follow(old, document)
        if anew:
            self.keep_weights(key)
            self._begin_anew(step)
        elif step.weights and weights_of(step, self._store.late) is None:  # they are on their way
            self._runs.request_snapshot(lambda _now: self._bring_back(step, key, run))
        elif step.weights:
            self._bring_back(step, key, run)

    def _begin_anew(self, step: UndoStep) -> None:
        if step.snapshot is not None:
            origin = self._runs.left.get(step.spot.run) if step.spot is not None else None
            self._runs.begin(self._runs.standing.playing, step.snapshot, origin)

    def _bring_back(self, step: UndoStep, key: int, run: Standing) -> None:
        """Weights were set: a run that has made no update since has those of before."""
        runs, then = self._runs, weights_of(step, self._store.late)
        if then is None or runs.shown_run != run.number:
            return
        own = step.spot is not None and step.spot.run == run.number
        runs.send(commands.Pause())
        runs.become(runs.standing.wanted(False))
        runs.request_snapshot(functools.partial(self._look_there, then if own else None, key, run))
        runs.send(commands.Restore(then, here=own))

    def _look_there(self, then: Snapshot | None, key: int, run: Standing, now: Snapshot) -> None:
        """A run that has gone on since its weights were set stays as it is: the way leads to the update at which that
        was done, with the weights of before, which wait there."""
        self._store.attach(key, now)
        if run.number != self._runs.shown_run:
            return
        if then is not None and then.updates < now.updates:
            if then.journal.at(then.updates) != now.journal.at(then.updates):
                self._time.return_to(Spot(run.number, then.updates, hands=(commands.Restore(then),)))
        elif run.playing:
            self._runs.send(commands.Resume())
            self._runs.become(self._runs.standing.wanted(True))
