"""What torch's engines work on: the network with the numbers that it is lent, and the training samples on the
device."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import numpy as np
import torch
from torch import nn

from core.data import noise
from core.engines.holding import Holding
from core.engines.training_part import Batch, TrainingPart, training_part
from core.experiment import Experiment
from core.networks import sample_memory
from core.networks.blueprint import Blueprint
from core.networks.lent import Lent
from core.networks.network import Network


class TrainState:
    """What torch works on: the network, lent the numbers of a holding, and the samples that are learned from, `part`,
    on the device."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self.device = torch.device(holding.device)
        self.network = Network(holding.blueprint, self.device, holding.flat)
        holding.take_beside(self.network.beside)
        self._part: TrainingPart | None = None

    @property
    def experiment(self) -> Experiment:
        return self.holding.experiment

    @property
    def dead(self) -> Lent | None:
        """The marks of links that a penalty has cut, None where none can be."""
        return self.holding.dead

    @property
    def part(self) -> TrainingPart:
        if self._part is None or self._part.prepared is not self.holding.prepared:
            self._part = training_part(self.holding.prepared, self.device, self.network.flat.dtype)
        return self._part

    @part.setter
    def part(self, part: TrainingPart) -> None:
        self._part = part

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
        return self.holding.blueprint

    def batch(self, places: np.ndarray, number: int) -> Batch:
        """What update `number` (from 0) learns from the samples at `places` of the training part: inputs (batch,
        features), targets (batch, outputs)."""
        inputs, targets = self.part.batch(places)
        experiment = self.experiment
        if experiment.task.fresh_noise:
            drawn = noise.drawn(experiment.seeds.batches, number, *targets.shape)
            inputs = torch.add(targets, torch.from_numpy(drawn).to(targets), alpha=experiment.task.fresh_noise)
        return inputs, targets

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
