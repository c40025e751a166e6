"""Every starting weight 0."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Initializer


class Zeros(Initializer):
    """Everything starts at 0.

    W = 0. Right for biases. Where all layers start so, all units of a layer get the same gradient (with tanh or ReLU
    none at all) and stay alike: why chance is needed. (Switching off at random is chance too.) Where only one layer
    does, other weights behind its units set them apart; ReLU units have no slope at 0 and stay there.
    """

    label = "Zeros"
    order = 80
    formula: ClassVar[str] = "W = 0"
    kind: Literal["zeros"] = "zeros"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return np.zeros(shape)
