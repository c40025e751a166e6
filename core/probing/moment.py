"""Moment: what a probe may ask of a run, and nothing that could change it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Loss, Player, Task, makers, named
from core.history.still import Still
from core.networks.blueprint import Blueprint
from core.probing.answers import Answers, PlayerAnswers
from core.probing.landscape import Landscape, PlayerLandscape
from core.probing.made import Made
from core.probing.source import Source
from core.probing.weights import PlayerWeights, Weights

if TYPE_CHECKING:
    from core.engines.replica import Replica

Value = TypeVar("Value")


class Moment:
    """A read-only door to the run as it was when its Still was taken, computed with a network that is not the learning
    one.

    What is asked stands by topic: `weights` (the numbers, what lies where, where they have been), `answers` (what the
    network makes of samples) and `landscape` (the loss as a function of the weights). Of one of several players (`of`)
    they are its own.
    """

    def __init__(
        self, still: Still, replica: Replica, prepared: Prepared | None = None, player: Player | None = None
    ) -> None:
        self.still = still
        self._source = source = Source(still, replica, prepared or still.prepared)
        self._player = player
        if player is None:
            self.weights = Weights(source)
            self.answers = Answers(source)
            self.landscape = Landscape(source, self.weights)
        else:
            self.weights = own = PlayerWeights(source, player)
            self.answers = PlayerAnswers(source, player)
            self.landscape = PlayerLandscape(source, own, player)

    # What is known

    @property
    def player(self) -> str:
        """Whose numbers and loss these are, where they are one of several players' alone; else ""."""
        return self._player.name if self._player else ""

    @property
    def experiment(self) -> Experiment:
        return self.still.experiment

    @property
    def prepared(self) -> Prepared:
        return self._source.prepared

    @property
    def loss(self) -> Loss:
        return self.experiment.loss

    def said(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (…, k) as a person reads them: probabilities, or values in the data's own unit."""
        return self.prepared.unit(self.loss.answers(outputs))

    @property
    def task(self) -> Task:
        return self.experiment.task

    @property
    def updates(self) -> int:
        return self.still.updates

    @property
    def players(self) -> tuple[Player, ...]:
        """The networks that learn, the experiment's own one first."""
        return self._source.players

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return self._source.blueprint

    def layer_names(self) -> tuple[str, ...]:
        """Hidden layers and "output", from left to right."""
        return (*(layer.name for layer in self.experiment.layers), "output")

    def maker_names(self) -> tuple[str, ...]:
        """The layers of players that make samples as their parameters are called, from left to right: "left.h1",
        …, "left.output"; () where there is none."""
        return tuple(name for player in makers(self.players) for name in player.layer_names)

    @property
    def made(self) -> tuple[Made, ...]:
        """What each player makes that makes samples; () where nobody does."""
        return tuple(Made(self._source, maker) for maker in makers(self.players))

    def coming_batch(self) -> np.ndarray:
        """Sample numbers (in the table) of the next update."""
        return self.prepared.train[self._coming_places()]

    # Other moments

    def of(self, player: str) -> Moment:
        """The moment as one of several players has it: its numbers, its loss. The first one's where "" is asked for;
        where one network learns, this moment."""
        if len(self.players) == 1:
            return self
        return Moment(self.still, self._source.replica, self.prepared, named(self.players, player))

    def in_training(self) -> Moment:
        """The same moment, where the samples of the coming batch are as the coming update sees them: under its own
        noise, where that is drawn anew."""
        if not self.task.fresh_noise:
            return self
        places = self._coming_places()
        seen = self._source.replica.train_state.batch(places, self.updates)[0]
        x = self.prepared.x.copy()
        x[self.prepared.train[places]] = seen.cpu().numpy()
        return Moment(self.still, self._source.replica, dataclasses.replace(self.prepared, x=x), self._player)

    def at_start(self) -> Moment:
        """The same network with the weights that the run started with."""
        still = self.still.with_numbers(self.still.points["start"].copy(), self.still.numbers.buffers)
        return Moment(still, self._source.replica, self._source.prepared, self._player)

    def after_turns(self, count: int) -> Moment:
        """Of several players: the moment in the coming update when only the first `count` have moved; it needs the
        optimizers' memory."""
        from core.engines.derivatives import after_turns

        return Moment(after_turns(self._source.lent, self.still, count), self._source.replica)

    # What is kept from picture to picture

    def kept(self, key: object, make: Callable[[], Value]) -> Value:
        """A value made once for as long as the network's structure and the data stay: pinned centres, directions,
        encoded grids."""
        return self._source.kept(key, make)

    def encoded(self, key: object, raw: np.ndarray) -> np.ndarray:
        """`prepared.encode(raw)`, kept under a key while the data stay the same."""
        return self.kept(("encoded", key), lambda: self.prepared.encode(raw))

    def _coming_places(self) -> np.ndarray:
        return self._source.loaded.batches.next(self.still.cursor)[0]
