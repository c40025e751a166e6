"""Rectified units: ReLU and the leaky ReLU."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.params import number

if TYPE_CHECKING:
    import torch


class ReLU(Activation):
    """Negative sums become 0, positive ones pass unchanged.

    g(z) = max(0, z), the rectified linear unit: slope 0 or 1, never less for large sums, so gradients survive many
    layers. The price: a unit whose sum is negative for every sample answers 0 and gets no gradient any more: a dead
    unit. Only momentum, or what still moves below it, can wake it.
    """

    label = "ReLU"
    order = 40
    formula: ClassVar[str] = "g(z) = max(0, z)"
    by_hand: ClassVar[str] = "max(0, {z})"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, None)
    kind: Literal["relu"] = "relu"

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.maximum(z, 0.0)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.ReLU()


class LeakyReLU(Activation):
    """A ReLU that lets a little of the negative sums through, so that no unit dies.

    g(z) = z for z > 0, else s·z with a small fixed slope s.
    """

    label = "Leaky ReLU"
    order = 50
    formula: ClassVar[str] = "g(z) = z if z > 0 else s·z"
    by_hand: ClassVar[str] = "max(0, {z}) + {s}·min(0, {z})"
    kind: Literal["leaky_relu"] = "leaky_relu"
    leak: float = number(
        0.01,
        0.0,
        0.5,
        minimum=-1.0,
        maximum=1.0,
        step=0.01,
        label="Slope below zero",
        symbol="s",
        help="What negative sums are multiplied by.",
    )

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"s": self.leak}

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, z, self.leak * z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, self.leak)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.LeakyReLU(self.leak)
