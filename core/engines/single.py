"""What engines have in common that make one update at a time and answer by torch."""

from __future__ import annotations

import abc

import numpy as np

from core.data.batches import Batches, Cursor
from core.engines.state import TrainState, torch_outputs


class SingleUpdates(abc.ABC):
    """One update a stretch: the batch of the cursor, at the rate's first factor."""

    longest = 1

    def __init__(self, train_state: TrainState) -> None:
        self.train_state = train_state
        self._broken = False  # an update broke off: the network and the optimizer's memory may be between two states
        self.fresh = True  # the optimizer's memory has not been filled yet

    @abc.abstractmethod
    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """Update number `number` (from 0) with the samples at `places`; `factor` comes from the schedule."""

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        places, after = batches.next(cursor)
        self._broken = True
        self.update(places, number, float(factors[0]))
        self._broken = self.fresh = False
        self.train_state.part.foresee(lambda: batches.next(after)[0])
        return after, 1, len(places)

    def broke_off(self) -> bool:
        """Whether an update has broken off since this was asked last."""
        broken, self._broken = self._broken, False
        return broken

    def outputs(self, x: np.ndarray) -> np.ndarray:
        return torch_outputs(self.train_state, x)
