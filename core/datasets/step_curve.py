"""A step."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.curve import Curve


class StepCurve(Curve):
    """A step: y = −1 left of 0 and +1 from there on.

    One tanh unit comes as near as its weight is large: the jump itself has no slope that descent could follow, only its
    neighbourhood.
    """

    label = "Step"
    order = 32
    kind: Literal["step"] = "step"

    def value(self, x: np.ndarray) -> np.ndarray:
        return np.where(x < 0, -1.0, 1.0)
