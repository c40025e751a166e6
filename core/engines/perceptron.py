"""The perceptron rule: no gradient, one sample at a time."""

from __future__ import annotations

import numpy as np
import torch

from core.engines.single import SingleUpdates
from core.engines.state import Machine


class PerceptronEngine(SingleUpdates):
    """w ← w + η (y − ŷ) x and b ← b + η (y − ŷ), with ŷ = 1 where w·x + b > 0 (Rosenblatt 1958)."""

    name = "perceptron rule"

    def __init__(self, machine: Machine) -> None:
        super().__init__(machine)
        self.lr = machine.experiment.rule.lr

    def configure(self) -> None:
        """Take over live settings."""
        self.lr = self.machine.experiment.rule.lr

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """One update with the samples at `places` of the training part."""
        block = self.machine.network.blocks[0]
        with torch.no_grad():
            for x, target in zip(*self.machine.part.batch(places), strict=True):
                error = target - block(x[None])[0]
                block.weight += self.lr * factor * torch.outer(error, x)
                if block.bias is not None:
                    block.bias += self.lr * factor * error

    def slots(self) -> dict[str, object]:
        """The rule remembers nothing."""
        return {}

    def load_slots(self, slots: dict[str, object]) -> None:
        """Nothing to restore."""
