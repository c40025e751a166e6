"""What every engine works on: the network, its parameters and the training samples on the device."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

import numpy as np
import torch
from torch import nn

from core.data.batches import Batches, Cursor
from core.engines.training_part import Batch, TrainingPart
from core.experiment import Experiment
from core.history.state import Slots
from core.networks import sample_memory
from core.networks.blueprint import Blueprint, blueprint
from core.networks.lent import Lent
from core.networks.network import Network


@dataclasses.dataclass
class TrainState:
    """`part` has the samples that are learned from; `dead` marks links that an L1 penalty has cut, None where none can
    be."""

    experiment: Experiment
    network: Network
    device: torch.device
    part: TrainingPart
    dead: Lent | None = None

    @property
    def inputs(self) -> torch.Tensor:
        """(samples, features) of the training part in the run's precision, where they lie: on the device unless they
        are too many."""
        return self.part.inputs

    @property
    def targets(self) -> torch.Tensor:
        """(samples, outputs), where they lie."""
        return self.part.targets

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return blueprint(self.experiment, self.network.inputs, self.part.outputs)

    def batch(self, places: np.ndarray, number: int) -> Batch:
        """What update `number` (from 0) learns from the samples at `places` of the training part: inputs (batch,
        features), targets (batch, outputs)."""
        inputs, targets = self.part.batch(places)
        task = self.experiment.task
        return (
            task.refresh(inputs, targets, self.experiment.seeds.batches, number) if task.refreshes else inputs
        ), targets

    def tensor(self, array: np.ndarray) -> torch.Tensor:
        """Numbers on the device in the run's precision; a copy, since some arrays are read-only."""
        return torch.tensor(np.ascontiguousarray(array), device=self.device, dtype=self.network.flat.dtype)


def torch_outputs(train_state: TrainState, x: np.ndarray) -> np.ndarray:
    """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode, by torch."""
    network = train_state.network
    with evaluating(network), torch.no_grad():
        found = [network(train_state.tensor(x[piece])).cpu() for piece in pieces_of(network, len(x))]
    return torch.cat(found).numpy().astype(np.float64)


@contextlib.contextmanager
def evaluating(network: nn.Module) -> Iterator[None]:
    """Evaluation mode for a while; training mode afterwards, whatever went wrong."""
    network.eval()
    try:
        yield
    finally:
        network.train()


def pieces_of(network: Network, count: int, *, backwards: bool = False) -> list[slice]:
    """So many samples in pieces that go through a network at once within the bound of memory."""
    return sample_memory.pieces(
        count, sample_memory.samples_at_once(network.numbers_each, network.flat.element_size(), backwards=backwards)
    )


@dataclasses.dataclass(frozen=True)
class Looks:
    """What figures are made from: when the run comes to an update of `due` (looks,), which rises, the answers (looks,
    samples, k) to `table`, the parameters `vectors` (looks, parameters) and the samples taken so far in the stretch,
    `seen` (looks,).
    """

    due: np.ndarray
    table: np.ndarray
    answers: np.ndarray
    vectors: np.ndarray
    seen: np.ndarray

    def at(self, due: np.ndarray) -> Looks:
        """Those at the updates `due` (looks,), int64, in the same room."""
        count = len(due)
        return Looks(due, self.table, self.answers[:count], self.vectors[:count], self.seen[:count])


class Engine(Protocol):
    """How updates are carried out. `longest` is the most updates of one stretch; `fresh`: the optimizer's memory has
    not been filled yet."""

    name: str
    fresh: bool

    @property
    def longest(self) -> int: ...

    def configure(self) -> None:
        """Take over live settings."""

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        """Updates from number `number` on, one for each of the learning rate's `factors`, until `samples` samples have
        been seen or `halt[0]` is set.

        Returns the cursor after them, how many there were, and the samples they took.
        """
        ...

    def outputs(self, x: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode."""
        ...

    def broke_off(self) -> bool:
        """Whether an update has broken off since this was asked last: network and memory may be between two states."""
        ...

    def slots(self) -> Slots:
        """Copies of the optimizer's memory."""
        ...

    def load_slots(self, slots: Slots) -> None:
        """Remember what `slots` gave; an empty dictionary clears the memory."""
        ...


@runtime_checkable
class LookingEngine(Protocol):
    """What an engine offers besides where it can write down what figures are made from, without stopping."""

    @property
    def may_look(self) -> bool:
        """Whether it can do so from the next update on."""
        ...

    def looks(self, count: int, table: np.ndarray) -> Looks:
        """Room for `count` looks at the encoded samples of `table`."""
        ...

    def stretch_looking(
        self,
        batches: Batches,
        cursor: Cursor,
        number: int,
        factors: np.ndarray,
        samples: int,
        halt: np.ndarray,
        looks: Looks,
    ) -> tuple[Cursor, int, int]:
        """As `Engine.stretch`, and what is to be seen on the way is written into `looks`."""
        ...
