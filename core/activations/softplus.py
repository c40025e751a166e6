"""Softplus: a ReLU with a round corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.formulas import logistic
from core.params import number

if TYPE_CHECKING:
    import torch

STRAIGHT = 20.0  # βa from which on torch computes the line: it is less than 3·10⁻⁹ off


class Softplus(Activation):
    """A ReLU whose corner is rounded off; always positive.

    g(z) = log(1+e^(βz))/β, with the slope σ(βz): the sigmoid is its derivative. The larger β, the sharper the corner.
    Good for an output that must be positive.
    """

    label = "Softplus"
    order = 120
    formula: ClassVar[str] = "g(z) = log(1+e^(βz))/β"
    by_hand: ClassVar[str] = "ln(1 + e^({β}·{z}))/{β}"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, None)
    kind: Literal["softplus"] = "softplus"
    beta: float = number(
        1.0, 0.5, 5.0, above=0.0, step=0.5, label="Sharpness", symbol="β", help="How sharp the corner is."
    )

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"β": self.beta}

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.where(self._straight(z), z, logistic.softplus(self.beta * np.asarray(z)) / self.beta)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(self._straight(z), 1.0, logistic.sigmoid(self.beta * np.asarray(z)))

    def _straight(self, z: np.ndarray) -> np.ndarray:
        """Where torch takes the line itself for it."""
        return self.beta * np.asarray(z) > STRAIGHT

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Softplus(self.beta)
