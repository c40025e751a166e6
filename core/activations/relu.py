"""Rectified units: ReLU and the leaky ReLU."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.params import number

if TYPE_CHECKING:
    import torch


class ReLU(Activation):
    """Negative sums become 0, positive ones pass unchanged.

    g(a) = max(0, a), the rectified linear unit: slope 0 or 1, never less for large sums, so gradients survive many
    layers. The price: a unit whose sum is negative for every sample answers 0 and gets no gradient any more: a dead
    unit. Only momentum, or what still moves below it, can wake it.
    """

    label = "ReLU"
    order = 40
    formula: ClassVar[str] = "g(a) = max(0, a)"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, None)
    kind: Literal["relu"] = "relu"

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.maximum(a, 0.0)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(a > 0, 1.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.ReLU()


class LeakyReLU(Activation):
    """A ReLU that lets a little of the negative sums through, so that no unit dies.

    g(a) = a for a > 0, else s·a with a small fixed slope s.
    """

    label = "Leaky ReLU"
    order = 50
    formula: ClassVar[str] = "g(a) = a if a > 0 else s·a"
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

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.where(a > 0, a, self.leak * a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(a > 0, 1.0, self.leak)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.LeakyReLU(self.leak)
