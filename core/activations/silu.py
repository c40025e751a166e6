"""Self-gated units: SiLU and Mish."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.formulas.logistic import sigmoid, softplus

if TYPE_CHECKING:
    import torch


class SiLU(Activation):
    """A smooth ReLU: the sum times its own sigmoid, also called swish.

    g(a) = a·σ(a), with the slope σ(a)(1 + a(1 − σ(a))). It dips to −0.28 near a = −1.28 and then comes back to 0.
    """

    label = "SiLU"
    order = 100
    formula: ClassVar[str] = "g(a) = a·σ(a)"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.27846455, None)
    kind: Literal["silu"] = "silu"

    def value(self, a: np.ndarray) -> np.ndarray:
        return a * sigmoid(a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return sigmoid(a) * (1.0 + a * sigmoid(-np.asarray(a)))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.SiLU()


class Mish(Activation):
    """A smooth ReLU like SiLU, gated by the tanh of the softplus.

    g(a) = a·tanh(log(1+eᵃ)) (Misra, 2019). It dips to −0.31 near a = −1.19.
    """

    label = "Mish"
    order = 110
    formula: ClassVar[str] = "g(a) = a·tanh(log(1+eᵃ))"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.30884342, None)
    kind: Literal["mish"] = "mish"

    def value(self, a: np.ndarray) -> np.ndarray:
        return a * np.tanh(softplus(a))

    def slope(self, a: np.ndarray) -> np.ndarray:
        gate = np.tanh(softplus(a))
        return gate + a * (1.0 - gate**2) * sigmoid(a)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Mish()
