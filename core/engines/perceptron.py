"""The perceptron rule: no gradient, one sample at a time."""

from __future__ import annotations

import numpy as np
import torch

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
        """Take over live settings."""
        experiment = self.train_state.experiment
        self.lr = experiment.rule.lr_beside(experiment.optimizer)

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """One update with the samples at `places` of the training part."""
        block = self.train_state.network.own[0]
        with torch.no_grad():
            for x, target in zip(*self.train_state.part.batch(places), strict=True):
                error = target - block(x[None])[0]
                weight = block.get_parameter("weight")
                weight += self.lr * factor * torch.outer(error, x)
                if isinstance(bias := block.bias, torch.Tensor):
                    bias += self.lr * factor * error

    def slots(self) -> Slots:
        """The rule remembers nothing."""
        return {}

    def load_slots(self, slots: Slots) -> None:
        """Nothing to restore."""
