"""The step: all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class Step(Activation):
    """The unit fires (1) when its weighted sum is above 0, otherwise it stays silent (0).

    g(z) = 1 for z > 0, else 0. The first artificial neurons worked like this: a threshold θ on the inputs is a bias b =
    −θ. Its slope is 0 wherever it has one, so no gradient ever passes: units below a step never learn by descent. The
    perceptron rule needs no slope and learns with it.
    """

    label = "Step"
    order = 0
    formula: ClassVar[str] = "g(z) = 1 if z > 0 else 0"
    by_hand: ClassVar[str] = "1 if {z} > 0 else 0"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    kind: Literal["step"] = "step"

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, 0.0)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.zeros_like(z, dtype=np.float64)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import Step as Module

        return Module()
