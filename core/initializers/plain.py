"""Starting weights that look at nothing but their own numbers: uniform, normal, constant, zeros."""

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


class Normal(Initializer):
    """Numbers from a bell around 0: small ones often, large ones rarely.

    W ~ N(0, σ²). With large σ, sigmoid and tanh units start saturated; with tiny σ all units start nearly alike.
    """

    label = "Normal"
    order = 10
    formula: ClassVar[str] = "W ~ N(0, σ²)"
    kind: Literal["normal"] = "normal"
    std: float = number(
        0.5, 0.01, 3, minimum=0.0, log=True, label="Standard deviation", symbol="σ", help="How wide the bell is."
    )

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return self.std * random.normal(stream, math.prod(shape)).reshape(shape)


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
