"""The sigmoid: a soft step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.formulas import logistic

if TYPE_CHECKING:
    import torch


class Sigmoid(Activation):
    """A soft step from 0 to 1 that has a slope everywhere.

    σ(z) = 1/(1 + e^(−z)), with the slope σ(z)(1 − σ(z)), at most ¼. It has a threshold like the step, at z = 0, that is
    at −b: only the way from "no" to "yes" is gradual. Far from 0 it is flat (saturated) and hardly any gradient passes;
    through many layers the factors of at most ¼ make gradients vanish, unless large weights make up for them.
    """

    label = "Sigmoid"
    order = 20
    formula: ClassVar[str] = "σ(z) = 1/(1 + e^(−z))"
    by_hand: ClassVar[str] = "1/(1 + e^(−{z}))"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    kind: Literal["sigmoid"] = "sigmoid"

    def value(self, z: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(z) * logistic.sigmoid(-np.asarray(z))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Sigmoid()
