"""x·sin x."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.curve import Curve


class XSinX(Curve):
    """The curve y = x·sin x: two hills and three valleys that grow outwards.

    The best-known small example of universal approximation: a single hidden layer follows it, and better with more
    units in it. With three tanh units about half of all starts get stuck before they do.
    """

    label = "x·sin x"
    order = 30
    kind: Literal["x_sin_x"] = "x_sin_x"

    def value(self, x: np.ndarray) -> np.ndarray:
        return x * np.sin(x)
