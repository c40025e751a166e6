"""Maxout: the largest of several weighted sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.params import integer

if TYPE_CHECKING:
    import torch


class Maxout(Activation):
    """Each unit forms several weighted sums and answers with the largest: it learns its own shape.

    g(z₁, …, zₖ) = max zᵢ (Goodfellow and others, 2013). With two sums it can become a ReLU, a leaky ReLU or an absolute
    value; with more, any curve that bends upwards. The price is k times as many weights. The gradient goes to the sum
    that won (shared where several tie).
    """

    label = "Maxout"
    order = 170
    formula: ClassVar[str] = "g(z₁, …, zₖ) = max zᵢ"
    kind: Literal["maxout"] = "maxout"
    sums: int = integer(
        2,
        2,
        5,
        minimum=2,
        maximum=5,
        label="Sums a unit",
        symbol="k",
        help="How many weighted sums each unit chooses from.",
    )

    @property
    def pieces(self) -> int:
        return self.sums

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.max(z, axis=-1)

    def slope(self, z: np.ndarray) -> np.ndarray:
        """(…, pieces) -> (…, pieces): what each of the sums contributes."""
        won = np.asarray(z) == np.max(z, axis=-1, keepdims=True)
        return won / np.maximum(won.sum(axis=-1, keepdims=True), 1)

    def through(self, sums: np.ndarray, learned: dict[str, np.ndarray]) -> np.ndarray:
        return self.value(self._parted(sums))

    def back(
        self, sums: np.ndarray, learned: dict[str, np.ndarray], arrived: np.ndarray
    ) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        return (arrived[..., None] * self.slope(self._parted(sums))).reshape(sums.shape), {}

    def _parted(self, sums: np.ndarray) -> np.ndarray:
        """(…, units · pieces) -> (…, units, pieces)."""
        return sums.reshape(*sums.shape[:-1], -1, self.pieces)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.maxout_module import Maxout as Module

        return Module(self.pieces)
