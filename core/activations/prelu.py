"""The parametric ReLU: the slope below zero is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.params import number

if TYPE_CHECKING:
    import torch


class PReLU(Activation):
    """A leaky ReLU whose slope below zero is learned, for every unit its own.

    g(a) = a for a > 0, else s·a, where s is a parameter like a weight and moves with the gradient (He and others,
    2015). Penalties do not count it. The curve shown is that of the starting slope.
    """

    label = "PReLU"
    order = 60
    formula: ClassVar[str] = "g(a) = a if a > 0 else s·a, s learned"
    kind: Literal["prelu"] = "prelu"
    start: float = number(
        0.25,
        0.0,
        0.5,
        minimum=-1.0,
        maximum=1.0,
        step=0.05,
        label="Slope at the start",
        symbol="s",
        help="Where each unit's slope below zero begins.",
    )

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.where(a > 0, a, self.start * a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(a > 0, 1.0, self.start)

    def through(self, sums: np.ndarray, learned: dict[str, np.ndarray]) -> np.ndarray:
        return np.where(sums > 0, sums, learned["slope"] * sums)

    def back(
        self, sums: np.ndarray, learned: dict[str, np.ndarray], arrived: np.ndarray
    ) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        below = np.where(sums > 0, 0.0, sums)
        return arrived * np.where(sums > 0, 1.0, learned["slope"]), {"slope": arrived * below}

    def parameters(self, units: int) -> dict[str, np.ndarray]:
        return {"slope": np.full(units, self.start)}

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import PReLU as Module

        return Module(units, self.start)
