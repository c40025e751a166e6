"""Starting weights scaled by the inputs and outputs of the layer: Xavier's, uniform and normal."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core.families import Initializer
from core.initializers.scaled import normal, uniform
from core.params import number


class _Xavier(Initializer):
    """The shared part: σ = gain · √(2/(inputs + outputs)) (Glorot and Bengio, 2010)."""

    gain: float = number(
        1.0,
        0.1,
        5,
        above=0.0,
        log=True,
        advanced=True,
        label="Gain",
        help="Multiplies the starting weights; 5/3 is sometimes advised for tanh.",
    )

    def std(self, fan_in: int, fan_out: int) -> float:
        """The standard deviation of the weights of a layer with so many inputs and outputs."""
        return self.gain * math.sqrt(2.0 / (fan_in + fan_out))


class XavierUniform(_Xavier):
    """Uniform numbers, the smaller the more inputs and outputs the layer has: for sigmoid and tanh.

    W ~ U(−r, r), r = gain·√(6/(inputs + outputs)). Signals on their way forward and gradients on their way back keep
    about the same size from layer to layer.
    """

    label = "Xavier (uniform)"
    order = 20
    formula: ClassVar[str] = "W ~ U(−r, r), r = gain·√(6/(inputs + outputs))"
    kind: Literal["xavier_uniform"] = "xavier_uniform"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return uniform(shape, self.std(fan_in, fan_out), stream)


class XavierNormal(_Xavier):
    """Normal numbers, the smaller the more inputs and outputs the layer has: for sigmoid and tanh.

    W ~ N(0, σ²), σ = gain·√(2/(inputs + outputs)). The bell version of Xavier (uniform), with the same spread.
    """

    label = "Xavier (normal)"
    order = 30
    formula: ClassVar[str] = "W ~ N(0, σ²), σ = gain·√(2/(inputs + outputs))"
    kind: Literal["xavier_normal"] = "xavier_normal"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return normal(shape, self.std(fan_in, fan_out), stream)
