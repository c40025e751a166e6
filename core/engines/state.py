"""What every engine works on: the network, its parameters and the training samples on the device."""

from __future__ import annotations

import dataclasses
from typing import Protocol

import numpy as np
import torch

from core.experiment import Experiment
from core.network import Network


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


class Engine(Protocol):
    """How updates are carried out."""

    name: str

    def configure(self) -> None: ...

    def update(self, places: np.ndarray, number: int, factor: float) -> None: ...

    def slots(self) -> dict[str, object]: ...

    def load_slots(self, slots: dict[str, object]) -> None: ...
