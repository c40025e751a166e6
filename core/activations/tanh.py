"""The hyperbolic tangent: a soft step around zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class Tanh(Activation):
    """A soft step from −1 to 1 whose middle is 0.

    g(z) = tanh z = 2σ(2z) − 1, with the slope 1 − tanh² z, at most 1. Its values lie around 0, which keeps the next
    layer's sums balanced, so it mostly learns faster than the sigmoid. It saturates in the same way. A neuron's value
    need not lie between 0 and 1.
    """

    label = "Tanh"
    order = 30
    formula: ClassVar[str] = "g(z) = tanh z = (e^z − e^(−z))/(e^z + e^(−z))"
    by_hand: ClassVar[str] = "tanh({z})"
    limits: ClassVar[tuple[float | None, float | None]] = (-1.0, 1.0)
    kind: Literal["tanh"] = "tanh"

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.tanh(z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return 1.0 - np.tanh(z) ** 2

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Tanh()
