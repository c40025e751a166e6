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

    σ(a) = 1/(1+e⁻ᵃ), with the slope σ(a)(1 − σ(a)), at most ¼. It has a threshold like the step, at a = 0, that is at
    −b: only the way from "no" to "yes" is gradual. Far from 0 it is flat (saturated) and hardly any gradient passes;
    through many layers the factors of at most ¼ make gradients vanish, unless large weights make up for them.
    """

    label = "Sigmoid"
    order = 20
    formula: ClassVar[str] = "σ(a) = 1/(1+e⁻ᵃ)"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    kind: Literal["sigmoid"] = "sigmoid"

    def value(self, a: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(a) * logistic.sigmoid(-np.asarray(a))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Sigmoid()
