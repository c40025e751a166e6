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

    g(z) = z·σ(z), with the slope σ(z)(1 + z(1 − σ(z))). It dips to −0.28 near z = −1.28 and then comes back to 0.
    """

    label = "SiLU"
    order = 100
    formula: ClassVar[str] = "g(z) = z·σ(z)"
    by_hand: ClassVar[str] = "{z}/(1 + e^(−{z}))"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.27846455, None)
    kind: Literal["silu"] = "silu"

    def value(self, z: np.ndarray) -> np.ndarray:
        return z * sigmoid(z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return sigmoid(z) * (1.0 + z * sigmoid(-np.asarray(z)))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.SiLU()


class Mish(Activation):
    """A smooth ReLU like SiLU, gated by the tanh of the softplus.

    g(z) = z·tanh(log(1 + e^z)) (Misra, 2019). It dips to −0.31 near z = −1.19.
    """

    label = "Mish"
    order = 110
    formula: ClassVar[str] = "g(z) = z·tanh(log(1 + e^z))"
    by_hand: ClassVar[str] = "{z}·tanh(ln(1 + e^{z}))"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.30884342, None)
    kind: Literal["mish"] = "mish"

    def value(self, z: np.ndarray) -> np.ndarray:
        return z * np.tanh(softplus(z))

    def slope(self, z: np.ndarray) -> np.ndarray:
        gate = np.tanh(softplus(z))
        return gate + z * (1.0 - gate**2) * sigmoid(z)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Mish()
