"""Moment: what a probe may ask of a run, and nothing that could change it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Loss, Player, Probe, Task, makers, named
from core.frames import Frame
from core.history.still import Path, Still
from core.networks import shapes
from core.networks.blueprint import Blueprint, blueprint
from core.networks.players import own, own_slots
from core.networks.shapes import Slot
from core.probing.made import Made

if TYPE_CHECKING:
    from core.engines.players import Side
    from core.engines.replica import Replica

Value = TypeVar("Value")


class Moment:
    """A read-only door to the run as it was when its Still was taken, computed with a network that is not the learning
    one."""

    player = ""  # whose numbers and loss these are, where they are one of several players' alone

    def __init__(self, still: Still, replica: Replica, prepared: Prepared | None = None) -> None:
        self.still = still
        self._replica = replica
        self._prepared = prepared or still.prepared

    # What is known

    @property
    def experiment(self) -> Experiment:
        return self.still.experiment

    @property
    def prepared(self) -> Prepared:
        return self._prepared

    @property
    def loss(self) -> Loss:
        return self.experiment.loss

    @property
    def task(self) -> Task:
        return self.experiment.task

    @property
    def penalties(self) -> tuple[Any, ...]:
        """Those that the weights are trained with."""
        return tuple(self.experiment.penalties)

    @property
    def updates(self) -> int:
        return self.still.updates

    @property
    def slots(self) -> tuple[shapes.Slot, ...]:
        """Where every parameter lies in the flat vector."""
        return self._replica.network.slots

    @property
    def path(self) -> Path:
        """Where the run has been, the present its last point."""
        return self.still.path.ending(self.still.updates, self.still.vector)

    @property
    def points(self) -> Mapping[str, np.ndarray]:
        """Kept points by name, each (P,); "start" is always there."""
        return self.still.points

    def layer_names(self) -> tuple[str, ...]:
        """Hidden layers and "output", from left to right."""
        return (*(layer.name for layer in self.experiment.layers), "output")

    @property
    def players(self) -> tuple[Player, ...]:
        """The networks that learn, the experiment's own one first."""
        return self.blueprint.players

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return blueprint(self.experiment, self.prepared.shape, self.prepared.outputs)

    def maker_names(self) -> tuple[str, ...]:
        """The layers of players that make samples as their parameters are called, from left to right: "generator.g1",
        …, "generator.output"; () where there is none."""
        return tuple(name for player in makers(self.players) for name in player.layer_names)

    def of(self, player: str) -> Moment:
        """The moment as one of several players has it: its numbers, its loss. The first one's where "" is asked for;
        where one network learns, this moment."""
        return PlayerMoment(self, named(self.players, player)) if len(self.players) > 1 else self

    @property
    def made(self) -> tuple[Made, ...]:
        """What each player makes that makes samples; () where nobody does."""
        return tuple(
            Made(self.experiment, self.prepared, maker, lambda: self._loaded) for maker in makers(self.players)
        )

    def vector(self) -> np.ndarray:
        """A copy of all parameters (P,), in the run's precision."""
        return self.still.vector.copy()

    def whole(self, numbers: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        """Numbers (P,) as a whole vector of the run: here they are one."""
        return numbers.copy()

    def places_of(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """Where numbers of this vector lie in the whole one."""
        return places

    @property
    def besides(self) -> bytes:
        """All that a loss at a vector depends on besides the vector, the samples and the experiment: running
        statistics."""
        return b"".join(array.tobytes() for array in self.still.numbers.buffers.values())

    def parameters(self) -> dict[str, np.ndarray]:
        """Copies of all parameters by name."""
        return self._named(self.vector())

    def coming_batch(self) -> np.ndarray:
        """Sample numbers (in the table) of the next update."""
        return self.prepared.train[self._loaded.batches.next(self.still.cursor)[0]]

    def in_training(self) -> Moment:
        """The same moment, where the samples of the coming batch are as the coming update sees them: under its own
        noise, where that is drawn anew."""
        if not self.task.refreshes:
            return self
        places = self._loaded.batches.next(self.still.cursor)[0]
        seen = self._replica.train_state.batch(places, self.updates)[0]
        x = self.prepared.x.copy()
        x[self.prepared.train[places]] = seen.cpu().numpy()
        return Moment(self.still, self._replica, dataclasses.replace(self.prepared, x=x))

    # What is kept from picture to picture

    def kept(self, key: object, make: Callable[[], Value]) -> Value:
        """A value made once for as long as the network's structure and the data stay: pinned centres, directions,
        encoded grids."""
        kept = self._replica.kept
        return self._replica.keep(key, kept[key] if key in kept else make())

    def encoded(self, key: object, raw: np.ndarray) -> np.ndarray:
        """`prepared.encode(raw)`, kept under a key while the data stay the same."""
        return self.kept(("encoded", key), lambda: self.prepared.encode(raw))

    # What is computed

    @property
    def _loaded(self) -> Replica:
        return self._replica.load(self.still)

    def outputs(self, encoded: np.ndarray) -> np.ndarray:
        """(samples, features) -> raw outputs (samples, k)."""
        return self._loaded.outputs(encoded)

    def trace(self, encoded: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values). Who needs one layer names it: a large network is then not remembered
        as a whole."""
        return self._loaded.trace(encoded, only)

    def activation_gradient(self, encoded: np.ndarray, layer: str, unit: int) -> tuple[float, np.ndarray]:
        """A unit's weighted sum for one encoded sample (features,), of a channel in the middle of its map, and its
        gradient by the sample."""
        return self._loaded.activation_gradient(encoded, layer, unit)

    def gradient(self, samples: np.ndarray | None = None, vector: np.ndarray | None = None) -> np.ndarray:
        """Flat gradient (P,) float64 of the data's mean loss over the training part or the samples named, here or at
        another vector."""
        return self._loaded.gradient(samples, vector, self.prepared).astype(np.float64)

    def gradients(self, samples: np.ndarray | None = None) -> dict[str, np.ndarray]:
        """Gradient of the data's mean loss by parameter name, over the training part or the samples named, in the run's
        precision."""
        return self._named(self._loaded.gradient(samples, None, self.prepared))

    def losses(
        self, vectors: np.ndarray, samples: np.ndarray | None = None, metric: Literal["loss", "score"] = "loss", penalty: bool = False
    ) -> np.ndarray:  # fmt: skip
        """The loss, or the task's score, of the network at each of `vectors` (n, P), over samples of the table (the
        training part): (n,) float64."""
        from core.engines.vectors import losses

        samples = self.prepared.train if samples is None else samples
        replica = self._lent
        return losses(
            replica.network,
            self.experiment,
            self.prepared,
            vectors,
            samples,
            metric,
            penalty=penalty,
            looker=replica.looker,
        )

    def chunk(self, samples: np.ndarray) -> int:
        """How many vectors `losses` takes in some milliseconds: by the network and the samples, never by the clock."""
        from core.engines.vectors import chunk

        return chunk(self._loaded.network, self.prepared, samples, self._replica.looker)

    def hessian_product(
        self, direction: np.ndarray, samples: np.ndarray | None = None, vector: np.ndarray | None = None
    ) -> np.ndarray:
        """The Hessian of the data's mean loss times a direction (P,), here or at another vector: (P,) float64."""
        from core.engines.derivatives import hessian_product

        samples = self.prepared.train if samples is None else samples
        at = self.still.vector if vector is None else vector
        return hessian_product(self._lent.network, self.experiment, self.prepared, at, direction, samples)

    def through_time(self, sample: np.ndarray, target: np.ndarray | None = None) -> Any:
        """One encoded sample (features,) through the network, every recurrent cell step by step: a
        `core.engines.through_time.Unrolled`; with its target (outputs,) also how the loss slopes at each step."""
        from core.engines.through_time import course

        replica = self._loaded
        return course(replica.network, self.loss, sample, target)

    def forward_from(self, layer: str, values: np.ndarray) -> np.ndarray:
        """Values (samples, numbers) that a layer might give -> raw outputs (samples, k) of the layers after it."""
        from core.engines.through_time import forward_from

        return forward_from(self._loaded.network, layer, values)

    def step(self) -> np.ndarray:
        """The change (P,) float64 that the optimizer's next update would make, on the coming batch; the probe must
        declare `needs_memory`."""
        from core.engines.derivatives import step

        return step(self._lent, self.still)

    def after_turns(self, count: int) -> Moment:
        """Of several players: the moment in the coming update when only the first `count` have moved; it needs the
        optimizers' memory."""
        from core.engines.derivatives import after_turns

        return Moment(after_turns(self._lent, self.still, count), self._replica)

    @property
    def _lent(self) -> Replica:
        """The replica for those who may write into its network."""
        replica = self._loaded
        replica.release()
        return replica

    def _named(self, flat: np.ndarray) -> dict[str, Any]:
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self.slots}


class PlayerMoment(Moment):
    """A Moment whose vector (P,), slots, path, points, losses and slopes are those of one player.

    Nobody can move the others: at every vector their numbers are those of the Still. The loss is the one that the
    player is trained with, over real samples of the table, generated ones of fixed noise (sample number i has row i
    beside it), or both.
    """

    def __init__(self, moment: Moment, player: Player) -> None:
        super().__init__(moment.still, moment._replica, moment.prepared)
        self.player, self._player = player.name, player
        self._where = own(super().slots, player.name)
        self._begun: tuple[np.ndarray, Side] | None = (
            None  # the samples that were asked for last, and what has been made for them
        )

    # What is known

    @property
    def slots(self) -> tuple[Slot, ...]:
        return own_slots(super().slots, self.player)

    @property
    def path(self) -> Path:
        path = super().path
        if path.subset is None:
            return dataclasses.replace(path, vectors=path.vectors[:, self._where])
        kept = (path.subset >= self._where.start) & (path.subset < self._where.stop)
        return dataclasses.replace(path, vectors=path.vectors[:, kept], subset=path.subset[kept] - self._where.start)

    @property
    def points(self) -> Mapping[str, np.ndarray]:
        return {name: vector[self._where] for name, vector in super().points.items()}

    @property
    def penalties(self) -> tuple[Any, ...]:
        """They are those of a player that is penalized."""
        return super().penalties if self._player.penalized else ()

    def vector(self) -> np.ndarray:
        return super().vector()[self._where]

    def whole(self, numbers: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        """The player's numbers (P,) among those of all: the others' are those of `base`, or 0."""
        found = np.zeros(len(self.still.vector)) if base is None else base.astype(np.float64)
        found[self._where] = numbers
        return found

    def places_of(self, places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place + self._where.start for place in places)

    @property
    def besides(self) -> bytes:
        other = self.still.vector.copy()
        other[self._where] = 0
        return super().besides + other.tobytes()

    # What is computed

    def trace(self, encoded: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values) of the player's layers, for what it begins with (samples, numbers)."""
        from core.engines import answers

        if self._player is self.players[0]:
            return super().trace(encoded, only)
        return answers.trace(self._loaded.train_state, encoded, only, self.player)

    def _side(self, samples: np.ndarray | None) -> Side:
        from core.engines.generation import rows_beside
        from core.engines.players import Side

        samples = self.prepared.train if samples is None else samples
        network = self._lent.network
        if self._begun is None or not np.array_equal(self._begun[0], samples):
            every = np.arange(len(self.prepared.table.x))
            rows = self.kept(
                "noise beside the samples",
                lambda: {
                    maker.name: rows_beside(self.experiment, maker, self.prepared, every)
                    for maker in makers(self.players)
                },
            )
            self._begun = (
                samples,
                Side(
                    network, self.experiment, self.players, self.player, self.still.vector, self.prepared.x[samples],
                    {name: each[samples] for name, each in rows.items()},
                ),
            )  # fmt: skip
        return self._begun[1]

    def gradient(self, samples: np.ndarray | None = None, vector: np.ndarray | None = None) -> np.ndarray:
        """Gradient (P,) float64 of the player's loss, here or at another vector of its own."""
        at = self.still.vector if vector is None else self.whole(vector, self.still.vector)
        return self._side(samples).gradient(at)[self._where].astype(np.float64)

    def losses(
        self, vectors: np.ndarray, samples: np.ndarray | None = None, metric: Literal["loss", "score"] = "loss", penalty: bool = False
    ) -> np.ndarray:  # fmt: skip
        """The player's loss, or the task's score where it has one, at each of `vectors` (n, P) of its own: (n,)
        float64."""
        whole = np.repeat(self.still.vector[None].astype(np.float64), len(vectors), axis=0)
        whole[:, self._where] = vectors
        return self._side(samples).losses(whole, metric, penalty=penalty)

    def chunk(self, samples: np.ndarray) -> int:
        return self._side(samples).chunk()

    def hessian_product(
        self, direction: np.ndarray, samples: np.ndarray | None = None, vector: np.ndarray | None = None
    ) -> np.ndarray:
        """The Hessian of the player's loss by its own numbers times a direction (P,): (P,) float64."""
        from core.engines.derivatives import product_of

        side = self._side(samples)
        at = self.still.vector if vector is None else self.whole(vector, self.still.vector)
        return product_of(side.network, side.loss_at, at, self.whole(direction))[self._where]

    def step(self) -> np.ndarray:
        """What the coming update changes of the player's numbers, (P,) float64."""
        return super().step()[self._where]


def frame(request: Probe, moment: Moment, answer: tuple[dict[str, np.ndarray], dict[str, Any]], run: int = 0) -> Frame:
    """A probe's answer as it leaves the core."""
    arrays, info = answer
    for array in arrays.values():
        array.setflags(write=False)
    return Frame(run, moment.updates, request, arrays, info)
