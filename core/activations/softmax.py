"""Softmax: the outputs of a layer as shares of 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.formulas import logistic

if TYPE_CHECKING:
    import torch


class Softmax(Activation):
    """Turns the sums of a whole layer into positive shares that add up to 1, one a class.

    g(z)ᵢ = e^(zᵢ)/Σⱼ e^(zⱼ). Only for the output: it looks at all units of the layer together. Cross-entropy has it
    built in and must not get it twice. That shares add up to 1 does not make them right: a network can be very sure and
    wrong.
    """

    label = "Softmax"
    order = 180
    formula: ClassVar[str] = "g(z)ᵢ = e^(zᵢ)/Σⱼ e^(zⱼ)"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    output_only: ClassVar[bool] = True
    kind: Literal["softmax"] = "softmax"

    def value(self, z: np.ndarray) -> np.ndarray:
        """Over the last axis, (…, units) -> (…, units)."""
        return logistic.softmax(np.asarray(z, dtype=np.float64))

    def slope(self, z: np.ndarray) -> np.ndarray:
        """∂gᵢ/∂zᵢ, each unit's answer to its own sum; the others' sums matter as well."""
        share = self.value(z)
        return share * (1.0 - share)

    def back(
        self, sums: np.ndarray, learned: dict[str, np.ndarray], arrived: np.ndarray
    ) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        share = self.value(sums)
        return share * (arrived - (share * arrived).sum(axis=-1, keepdims=True)), {}

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Softmax(dim=-1)
