"""The hyperbolic tangent: a soft step around zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class Tanh(Activation):
    """A soft step from −1 to 1 whose middle is 0.

    g(a) = tanh a = 2σ(2a) − 1, with the slope 1 − tanh² a, at most 1. Its values lie around 0, which keeps the next
    layer's sums balanced, so it mostly learns faster than the sigmoid. It saturates in the same way. A neuron's value
    need not lie between 0 and 1.
    """

    label = "Tanh"
    order = 30
    formula: ClassVar[str] = "g(a) = tanh a = (eᵃ − e⁻ᵃ)/(eᵃ + e⁻ᵃ)"
    limits: ClassVar[tuple[float | None, float | None]] = (-1.0, 1.0)
    kind: Literal["tanh"] = "tanh"

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.tanh(a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return 1.0 - np.tanh(a) ** 2

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Tanh()
