"""Exponential linear units: ELU and SELU."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.params import number

if TYPE_CHECKING:
    import torch

SELU_ALPHA = 1.6732632423543772848170429916717  # Klambauer and others, "Self-normalizing neural networks", 2017
SELU_SCALE = 1.0507009873554804934193349852946


class ELU(Activation):
    """A line for positive sums that bends softly towards −α for negative ones.

    g(z) = z for z > 0, else α(e^z − 1) (Clevert and others, 2015). Values may be negative, so a layer's mean stays
    nearer to 0 than with ReLU, and no unit dies at once; far below zero it saturates at −α.
    """

    label = "ELU"
    order = 70
    formula: ClassVar[str] = "g(z) = z if z > 0 else α(e^z − 1)"
    by_hand: ClassVar[str] = "max(0, {z}) + {α}·(e^(min(0, {z})) − 1)"
    kind: Literal["elu"] = "elu"
    alpha: float = number(
        1.0, 0.1, 2.0, above=0.0, step=0.1, label="Depth", symbol="α", help="The value far below zero is −α."
    )

    @property
    def limits(self) -> tuple[float | None, float | None]:
        return -self.alpha, None

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"α": self.alpha}

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, z, self.alpha * np.expm1(np.minimum(z, 0.0)))

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, self.alpha * np.exp(np.minimum(z, 0.0)))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.ELU(self.alpha)


class SELU(Activation):
    """An ELU scaled so that layers keep mean 0 and variance 1 by themselves.

    g(z) = λz for z > 0, else λα(e^z − 1), λ ≈ 1.0507, α ≈ 1.6733. The promise holds for wide layers with weights drawn
    from N(0, 1/inputs), that is He (normal) with slope 1, and without the usual switching off at random (dropout).
    """

    label = "SELU"
    order = 80
    formula: ClassVar[str] = "g(z) = λz if z > 0 else λα(e^z − 1)"
    by_hand: ClassVar[str] = "{λ}·max(0, {z}) + {λ}·{α}·(e^(min(0, {z})) − 1)"
    limits: ClassVar[tuple[float | None, float | None]] = (-SELU_SCALE * SELU_ALPHA, None)
    kind: Literal["selu"] = "selu"

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"λ": SELU_SCALE, "α": SELU_ALPHA}

    def value(self, z: np.ndarray) -> np.ndarray:
        return SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(np.minimum(z, 0.0)))

    def slope(self, z: np.ndarray) -> np.ndarray:
        return SELU_SCALE * np.where(z > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(z, 0.0)))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.SELU()
