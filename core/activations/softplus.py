"""Softplus: a ReLU with a round corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.formulas import logistic
from core.params import number

if TYPE_CHECKING:
    import torch

STRAIGHT = 20.0  # βa from which on torch computes the line: it is less than 3·10⁻⁹ off


class Softplus(Activation):
    """A ReLU whose corner is rounded off; always positive.

    g(a) = log(1+e^{βa})/β, with the slope σ(βa): the sigmoid is its derivative. The larger β, the sharper the corner.
    Good for an output that must be positive.
    """

    label = "Softplus"
    order = 120
    formula: ClassVar[str] = "g(a) = log(1+e^(βa))/β"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, None)
    kind: Literal["softplus"] = "softplus"
    beta: float = number(
        1.0, 0.5, 5.0, above=0.0, step=0.5, label="Sharpness", symbol="β", help="How sharp the corner is."
    )

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.where(self._straight(a), a, logistic.softplus(self.beta * np.asarray(a)) / self.beta)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(self._straight(a), 1.0, logistic.sigmoid(self.beta * np.asarray(a)))

    def _straight(self, a: np.ndarray) -> np.ndarray:
        """Where torch takes the line itself for it."""
        return self.beta * np.asarray(a) > STRAIGHT

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Softplus(self.beta)
