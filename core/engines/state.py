"""What every engine works on: the network, its parameters and the training samples on the device."""

from __future__ import annotations

import dataclasses
from typing import Protocol

import numpy as np
import torch

from core.batches import Batches, Cursor
from core.experiment import Experiment
from core.network import Network

CHUNK = 8192  # samples evaluated at once: bounds the memory of a large table


@dataclasses.dataclass
class Machine:
    """inputs (samples, features) and targets (samples, outputs) of the training part, in the run's precision; `dead` marks
    links that an L1 penalty has cut, None where none can be."""

    experiment: Experiment
    network: Network
    device: torch.device
    inputs: torch.Tensor
    targets: torch.Tensor
    dead: torch.Tensor | None = None

    def tensor(self, array: np.ndarray) -> torch.Tensor:
        """Numbers on the device in the run's precision; a copy, since some arrays are read-only."""
        return torch.tensor(np.ascontiguousarray(array), device=self.device, dtype=self.network.flat.dtype)


def torch_outputs(machine: Machine, x: np.ndarray) -> np.ndarray:
    """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode, by torch."""
    network = machine.network
    network.eval()
    with torch.no_grad():
        pieces = [network(machine.tensor(x[i : i + CHUNK])) for i in range(0, max(len(x), 1), CHUNK)]
    network.train()
    return torch.cat(pieces).cpu().numpy().astype(np.float64)


class Engine(Protocol):
    """How updates are carried out. `reach` is the most updates of one stretch."""

    name: str

    @property
    def reach(self) -> int: ...

    def configure(self) -> None:
        """Take over live settings."""

    def stretch(self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray) -> tuple[Cursor, int, int]:
        """Updates from number `number` on, one for each of the learning rate's `factors`, until `samples` samples have been seen or `halt[0]` is set.

        Returns the cursor after them, how many there were, and the samples they took.
        """
        ...

    def outputs(self, x: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode."""
        ...

    def slots(self) -> dict[str, object]: ...

    def load_slots(self, slots: dict[str, object]) -> None: ...
