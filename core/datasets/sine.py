"""A sine wave."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.curve import REACH, Curve
from core.params import number


class Sine(Curve):
    """A sine wave: y = sin(2π·n·x/10), n waves between −5 and 5.

    Every further wave needs more units. Look beyond ±5: without sine units the net does not know that it goes on.
    """

    label = "Sine"
    order = 31
    kind: Literal["sine"] = "sine"
    waves: float = number(
        2.0, 0.5, 5, step=0.5, above=0.0, maximum=100.0, label="Waves", help="Whole waves between −5 and 5."
    )

    def value(self, x: np.ndarray) -> np.ndarray:
        return np.sin(2 * np.pi * self.waves * x / (2 * REACH))
