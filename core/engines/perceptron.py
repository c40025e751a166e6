"""The perceptron rule: no gradient, one sample at a time."""

from __future__ import annotations

import numpy as np

from core.engines.single import SingleUpdates
from core.engines.state import TrainState
from core.history.state import Slots


class PerceptronEngine(SingleUpdates):
    """w ← w + η (y − ŷ) x and b ← b + η (y − ŷ), with ŷ = 1 where w·x + b > 0 (Rosenblatt 1958)."""

    name = "perceptron rule"

    def __init__(self, train_state: TrainState) -> None:
        super().__init__(train_state)
        self.configure()

    def configure(self) -> None:
        """Take over live settings, and the samples."""
        experiment, holding = self.train_state.experiment, self.train_state.holding
        self.lr, prepared = experiment.rule.lr_beside(experiment.optimizer), holding.prepared
        dtype = holding.flat.array.dtype
        self._x, self._targets = (array[prepared.train].astype(dtype) for array in (prepared.x, prepared.targets))
        views = {
            slot.role: holding.flat.array[slot.where].reshape(slot.shape) for slot in self.train_state.network.slots
        }
        self._weight, self._bias = views["weight"], views.get("bias")

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """One update with the samples at `places` of the training part, on the run's own arrays: a few numbers are
        sooner added up than given to torch."""
        flat = self.train_state.holding.flat
        numbers, rate = flat.read(), self.lr * factor
        for place in places.tolist():
            x = self._x[place]
            sums = self._weight @ x if self._bias is None else self._weight @ x + self._bias
            error = self._targets[place] - (sums > 0)
            if error.any():
                step = error.dtype.type(rate) * error
                self._weight += step[:, None] * x
                if self._bias is not None:
                    self._bias += step
        if not flat.at_hand:
            flat.write(numbers)

    def slots(self) -> Slots:
        """The rule remembers nothing."""
        return {}

    def load_slots(self, slots: Slots) -> None:
        """Nothing to restore."""
