"""The straight line: no activation at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class Linear(Activation):
    """The unit passes its weighted sum on as it is.

    g(a) = a. Right for an output that is to say any value. In hidden layers it is useless: linear layers in a row are
    together one linear layer, so any depth draws one straight line.
    """

    label = "Linear"
    order = 10
    formula: ClassVar[str] = "g(a) = a"
    kind: Literal["linear"] = "linear"

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.array(a, dtype=np.float64)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.ones_like(a, dtype=np.float64)

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.Identity()
