"""Moment: what a probe may ask of a run, and nothing that could change it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Loss, Probe, Task
from core.frames import Frame
from core.history.still import Path, Still
from core.networks import shapes

if TYPE_CHECKING:
    from core.engines.replica import Replica

Value = TypeVar("Value")


class Moment:
    """A read-only door to the run as it was when its Still was taken, computed with a network that is not the learning
    one."""

    player = ""  # of a GAN: whose numbers and loss these are, where they are one player's alone

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

    def generator_names(self) -> tuple[str, ...]:
        """A second player's layers as its parameters are called, from left to right: "generator.g1", …,
        "generator.output"; () without one."""
        second = self.task.second(self.prepared.shape)
        return tuple(f"{second.name}.{layer.name}" for layer in second.layers) if second else ()

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

    def generated(self, count: int) -> np.ndarray:
        """(count, columns) samples that the second player makes of always the same random numbers, in the data's own
        units; GANs only."""
        encoding = self.prepared.encoding
        return self.generated_encoded(count) * encoding.scale + encoding.shift

    def generated_encoded(self, count: int) -> np.ndarray:
        """The same as a network sees them, (count, features)."""
        from core.engines.generation import generated

        return generated(self._loaded.network, self.experiment, count)

    def generated_beside(self, samples: np.ndarray) -> np.ndarray:
        """The generated samples, as a network sees them, that stand beside samples of the table (n,) wherever the two
        players' figures are counted."""
        from core.engines.generation import made_of, rows_beside

        return made_of(self._loaded.network, rows_beside(self.experiment, self.prepared, samples))

    def made_of(self, noise: np.ndarray) -> np.ndarray:
        """What the second player makes of noise (n, numbers), in the data's own units (n, columns)."""
        from core.engines.generation import made_of

        encoding = self.prepared.encoding
        return made_of(self._loaded.network, noise) * encoding.scale + encoding.shift

    def made_without(self, noise: np.ndarray, layer: str, unit: int) -> np.ndarray:
        """The same (n, columns) with a unit or channel of one of its layers silent."""
        from core.engines.generation import made_without

        encoding = self.prepared.encoding
        return made_without(self._loaded.network, noise, layer, unit) * encoding.scale + encoding.shift

    def trace_made(self, noise: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name of the second player, "generator.g1" say -> (weighted sums, values) for noise (n, numbers)."""
        from core.engines.generation import trace_made

        return trace_made(self._loaded.network, noise)

    def sample_gradient(self, generated: np.ndarray) -> np.ndarray:
        """Where the discriminator pushes generated samples (n, columns): minus the gradient of each one's own loss by
        it, both in the data's own units."""
        return self.push_encoded(self.prepared.encode(generated)) / self.prepared.encoding.scale

    def push_encoded(self, encoded: np.ndarray) -> np.ndarray:
        """The same by what a network sees, (n, features), in its units."""
        from core.engines.players import sample_gradient

        return sample_gradient(self._loaded.train_state, encoded)

    def trace(self, encoded: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values). Who needs one layer names it: a large network is then not remembered
        as a whole."""
        return self._loaded.trace(encoded, only)

    def trace_of_generator(self, noise: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """The same for the second player's layers ("generator.g1", …), from its noise (samples, numbers)."""
        from core.engines import answers

        return answers.trace(self._loaded.train_state, noise, generator=True)

    def shown_noise(self, count: int) -> np.ndarray:
        """The noise (count, numbers) that shown samples are made of; always the same. GANs only."""
        from core.engines.generation import noise

        return noise(self.experiment, count, "shown noise")

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
            replica.network, self.experiment, self.prepared, vectors, samples, metric, penalty, replica.looker
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

    def half_way(self) -> Moment:
        """Of a GAN: the moment in the middle of the coming update, when only the discriminator has moved; it needs the
        optimizers' memory."""
        from core.engines.derivatives import half_step

        return Moment(half_step(self._lent, self.still), self._replica)

    @property
    def _lent(self) -> Replica:
        """The replica for those who may write into its network."""
        replica = self._loaded
        replica.release()
        return replica

    def _named(self, flat: np.ndarray) -> dict[str, Any]:
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self.slots}


def frame(request: Probe, moment: Moment, answer: tuple[dict[str, np.ndarray], dict[str, Any]], run: int = 0) -> Frame:
    """A probe's answer as it leaves the core."""
    arrays, info = answer
    for array in arrays.values():
        array.setflags(write=False)
    return Frame(run, moment.updates, request, arrays, info)
