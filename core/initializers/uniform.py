"""Starting weights between two bounds."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np
from pydantic import model_validator

from core import random
from core.families import Initializer
from core.params import number


class Uniform(Initializer):
    """Every number between two bounds is equally likely.

    W ~ U(low, high). The known playground starts its weights at ±0.5, however wide the layers are; wide or deep
    networks do better with Xavier or He, whose bounds follow from the number of inputs.
    """

    label = "Uniform"
    order = 0
    formula: ClassVar[str] = "W ~ U(low, high)"
    kind: Literal["uniform"] = "uniform"
    low: float = number(-0.5, -2, 0, step=0.1, label="From", help="The smallest starting weight.")
    high: float = number(0.5, 0, 2, step=0.1, label="To", help="The largest starting weight.")

    @model_validator(mode="after")
    def _check(self) -> Uniform:
        if self.low > self.high:
            raise ValueError(f"the smallest starting weight {self.low:g} lies above the largest, {self.high:g}")
        return self

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return random.uniform(stream, math.prod(shape), self.low, self.high).reshape(shape)
