"""A sawtooth."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.curve import REACH, Curve
from core.params import integer


class Sawtooth(Curve):
    """A sawtooth: y climbs from −1 to 1 and falls at once, n times between −5 and 5.

    Slopes and jumps in turn: smooth units round the teeth off, ReLU units can follow the slopes exactly.
    """

    label = "Sawtooth"
    order = 33
    kind: Literal["sawtooth"] = "sawtooth"
    teeth: int = integer(3, 1, 8, minimum=1, maximum=100, label="Teeth", help="Teeth between −5 and 5.")

    def value(self, x: np.ndarray) -> np.ndarray:
        place = (x + REACH) * self.teeth / (2 * REACH)
        return 2 * (place - np.floor(place)) - 1
