"""Every starting weight the same."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Initializer
from core.params import number


class Constant(Initializer):
    """Every number starts at the same value.

    W = c. Usual for biases (the known playground takes 0.1). For weights it is a lesson: units that start alike, coming
    in and going out, get the same gradient and stay alike, so a layer is worth one unit. Only chance sets them
    apart: other starting weights, or switching off at random.
    """

    label = "Constant"
    order = 70
    formula: ClassVar[str] = "W = c"
    kind: Literal["constant"] = "constant"
    value: float = number(0.1, -1, 1, step=0.1, label="Value", symbol="c", help="Where every number starts.")

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return np.full(shape, self.value)
