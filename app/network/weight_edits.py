"""The person's hand on the weights: one of them, all of them at once, and points that are kept by name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

import numpy as np

from app.documents.experiment_store import Store
from app.documents.intents import ForgetPoint, KeepPoint, OnWeights, PutAt, SetWeight
from app.look.numbers import written
from app.network.looking_back import LookingBack
from app.network.present_run import take_weights
from app.network.runs import Runs
from core.networks.blueprint import blueprint_of
from core.threads import commands

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot


ELSEWHERE = "Network put elsewhere"
WHY = "the network was put elsewhere on its surface"


class WeightEdits:
    """What a person does to the parameters of the run that is shown. Undo brings all of them back as they were. What is
    done in the past waits there for the next update, which begins a branch."""

    def __init__(self, store: Store, runs: Runs, time: LookingBack, say: Callable[[str], object]) -> None:
        self._store, self._runs, self._time, self._say = store, runs, time, say
        self._dragging = False  # the network is being dragged over its surface

    def obey(self, intent: OnWeights) -> None:
        """Carry out what a person asks for."""
        match intent:
            case SetWeight():
                self.set_weight(intent)
            case PutAt(vector, drag, words):
                self.put_at(np.asarray(vector, dtype=float), drag, words)
            case KeepPoint(name):
                self.keep_point(name)
            case ForgetPoint(name):
                self.forget_point(name)
            case _:
                assert_never(intent)

    def set_weight(self, typed: SetWeight) -> None:
        """Type one weight."""
        said = f"{typed.words} set to {written(f'{typed.value:g}')} by hand"
        self._note(said)
        self._do(commands.SetParameter(typed.parameter, typed.index, typed.value, said))
        self._say(f"{said[:1].upper()}{said[1:]}{self._cleared('; ')}. “Begin from here” makes it the start.")

    def put_at(self, vector: np.ndarray, drag: bool, words: str = "") -> None:
        """Put the network at a point of parameter space, (P,): all weights move, or the one that `words` name. The
        whole of a drag is one step of undo."""
        if not self._dragging:
            self._note(f"{words} set by hand" if words else ELSEWHERE)
            moved = f"{words} is set by hand" if words else "The network was put there: all its weights moved"
            self._say(f"{moved}{self._cleared(', and ')}. Undo brings it back.")
        self._do(commands.PutAt(vector, f"{words} set by hand" if words else WHY, drag), more=self._dragging)
        self._dragging = drag

    def _do(self, hand: commands.Hand, *, more: bool = False) -> None:
        """`more` of the same movement: it takes the place of what was done last."""
        run = self._runs.standing
        if run.looking is not None:
            self._time.set_by_hand((*(run.hands[:-1] if more else run.hands), hand))
        else:
            self._runs.become(run.set_by_hand())
            self._runs.send(hand)

    def _cleared(self, before: str) -> str:
        """That the optimizer forgets, where it remembers anything."""
        experiment = self._store.experiment
        remembers = experiment.rule.descends and experiment.optimizer.remembers
        return f"{before}the optimizer's memory is cleared" if remembers else ""

    def let_go(self) -> None:
        """A drag has ended."""
        self._dragging = False

    def keep_point(self, name: str) -> None:
        """Keep the weights that are shown under a name: a line or a plane through them can be drawn."""
        if self._time.is_on:
            take_weights(self._runs, self._store, functools.partial(self._keep_past, name), shown=True)
        else:
            self._runs.send(commands.KeepPoint(name))
        self._say(f"Kept as point {name}: lines and planes of the weight space can go through it.")

    def _keep_past(self, name: str, snapshot: Snapshot) -> None:
        self._runs.send(commands.KeepPoint(name, (snapshot.updates, snapshot.parameters)))
        self._time.look_anew()

    def forget_point(self, name: str) -> None:
        self._runs.send(commands.ForgetPoint(name))
        self._time.look_anew()
        self._say(f"Point {name} is forgotten.")

    def _note(self, text: str) -> None:
        """One step of undo, at now with the weights as they are."""
        key = self._store.note(text, weights=not self._time.is_on)
        if not self._time.is_on:
            self._runs.request_snapshot(functools.partial(self._store.attach, key))

    def keep_as_start(self) -> None:
        """The weights that are shown become the start that is saved with the experiment; the run goes on."""
        take_weights(self._runs, self._store, self._keep, self._say_too_late, shown=True)

    def _say_too_late(self) -> None:
        self._say("Nothing was kept as start: another network took its place before its weights were read.")

    def _keep(self, snapshot: Snapshot) -> None:
        prepared = self._runs.samples.prepared
        assert prepared is not None
        slots = blueprint_of(snapshot.experiment, prepared).slots
        weights = {
            slot.name: snapshot.parameters[slot.where].reshape(slot.shape).astype(float).tolist() for slot in slots
        }
        self._store.finish()
        self._store.edit("start.weights", weights)
        if not self._store.rejected:
            self._say("The start is here now: To the start comes back to these weights.")
