"""The straight line: no activation at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class Linear(Activation):
    """The unit passes its weighted sum on as it is.

    g(z) = z. Right for an output that is to say any value. In hidden layers it is useless: linear layers in a row are
    together one linear layer, so any depth draws one straight line.
    """

    label = "Linear"
    order = 10
    formula: ClassVar[str] = "g(z) = z"
    by_hand: ClassVar[str] = "{z}"
    kind: Literal["linear"] = "linear"

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.array(z, dtype=np.float64)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.ones_like(z, dtype=np.float64)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Identity()
