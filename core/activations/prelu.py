"""The parametric ReLU: the slope below zero is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.params import number

if TYPE_CHECKING:
    import torch


class PReLU(Activation):
    """A leaky ReLU whose slope below zero is learned, for every unit its own.

    g(z) = z for z > 0, else s·z, where s is a parameter like a weight and moves with the gradient (He and others,
    2015). Penalties do not count it. The curve shown is that of the starting slope.
    """

    label = "PReLU"
    order = 60
    formula: ClassVar[str] = "g(z) = z if z > 0 else s·z, s learned"
    by_hand: ClassVar[str] = "max(0, {z}) + {s}·min(0, {z})"
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

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"s": learned["slope"]}

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, z, self.start * z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, self.start)

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
