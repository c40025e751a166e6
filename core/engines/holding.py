"""What a run owns in numbers, and every engine works on: numpy arrays, of which torch is lent views where it works."""

from __future__ import annotations

import dataclasses

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.machine import device as devices
from core.networks.blueprint import Blueprint, blueprint_of
from core.networks.lent import Lent
from core.networks.shapes import total


@dataclasses.dataclass(eq=False)
class Holding:
    """All parameters as one vector, `flat` (P,), in the run's precision; `dead` marks links that an L1 penalty has cut,
    None where none can be; `beside` are running statistics and masks of connections by name. `device` is where updates
    are made: "cpu", "cuda" or "mps".
    """

    experiment: Experiment
    prepared: Prepared
    device: str
    flat: Lent
    dead: Lent | None = None
    beside: dict[str, Lent] = dataclasses.field(default_factory=dict[str, Lent])
    _coming: dict[str, np.ndarray] = dataclasses.field(default_factory=dict[str, np.ndarray])

    @classmethod
    def of(cls, experiment: Experiment, prepared: Prepared) -> Holding:
        """Room for the numbers of a network, all of them 0. `BadInput` where the device is not there."""
        device, slots = devices.choose(experiment.device), blueprint_of(experiment, prepared).slots
        return cls(experiment, prepared, device, Lent.zeros(total(slots), np.dtype(experiment.dtype), device))

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return blueprint_of(self.experiment, self.prepared)

    @property
    def marks(self) -> Lent:
        """The marks of cut links, none at first."""
        if self.dead is None:
            self.dead = Lent.zeros(len(self.flat.array), np.dtype(bool), self.device)
        return self.dead

    def load_dead(self, dead: np.ndarray | None) -> None:
        """The marks of a state."""
        self.dead = None if dead is None else Lent(dead.copy(), self.device)

    @property
    def buffers(self) -> dict[str, np.ndarray]:
        """Copies of running statistics and masks of connections by name."""
        return {name: lent.copy() for name, lent in self.beside.items()}

    def load_buffers(self, buffers: dict[str, np.ndarray]) -> None:
        """Other ones; where the layers that have them are not made yet, they are told later."""
        self._coming = buffers
        for name in self.beside if buffers else ():
            self.beside[name].write(buffers[name])

    def take_beside(self, beside: dict[str, Lent]) -> None:
        """Layers have been made that keep numbers beside their parameters."""
        self.beside = beside
        self.load_buffers(self._coming)
