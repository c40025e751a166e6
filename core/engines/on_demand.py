"""Torch's side of a run's numbers: loaded and made when somebody asks for it, else never."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from core.engines.holding import Holding
from core.machine.preload import load_torch

if TYPE_CHECKING:
    from core.engines.state import TrainState


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
