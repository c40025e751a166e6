"""Torch's side of a run's numbers: loaded and made when somebody asks for it, else never."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from core.data.preparation import Prepared
from core.engines.holding import Holding
from core.experiment import Experiment
from core.machine.preload import load_torch
from core.networks.blueprint import Blueprint

if TYPE_CHECKING:
    from core.engines.state import TrainState
    from core.networks.network import Network


class OnDemand:
    """A holding, and `torch`: the network with the same numbers."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding

    @functools.cached_property
    def torch(self) -> TrainState:
        """What torch works on, in the holding's memory."""
        load_torch()
        from core.engines.state import TrainState

        return TrainState(self.holding)


class Holder:
    """Whoever has a network's numbers in hands of its own: the one that learns, and its replicas."""

    def __init__(self, experiment: Experiment, prepared: Prepared) -> None:
        self._side = OnDemand(Holding.of(experiment, prepared))
        self.holding = self._side.holding

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return self.holding.blueprint

    @property
    def experiment(self) -> Experiment:
        return self.holding.experiment

    @property
    def prepared(self) -> Prepared:
        """The samples."""
        return self.holding.prepared

    @property
    def train_state(self) -> TrainState:
        """What torch works on, in the same memory; torch is loaded where this is asked for."""
        return self._side.torch

    @property
    def network(self) -> Network:
        """The network as torch has it, with the same numbers."""
        return self.train_state.network
