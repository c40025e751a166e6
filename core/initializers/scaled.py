"""Starting weights scaled by the width of the layer: Xavier and He, uniform and normal."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core import random
from core.families import Initializer
from core.params import number


def _uniform(shape: tuple[int, ...], std: float, stream: int) -> np.ndarray:
    """A uniform distribution of the given standard deviation: its bounds are ±√3 σ."""
    bound = math.sqrt(3.0) * std
    return random.uniform(stream, math.prod(shape), -bound, bound).reshape(shape)


def _normal(shape: tuple[int, ...], std: float, stream: int) -> np.ndarray:
    return std * random.normal(stream, math.prod(shape)).reshape(shape)


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
        return _uniform(shape, self.std(fan_in, fan_out), stream)


class XavierNormal(_Xavier):
    """Normal numbers, the smaller the more inputs and outputs the layer has: for sigmoid and tanh.

    W ~ N(0, σ²), σ = gain·√(2/(inputs + outputs)). The bell version of Xavier (uniform), with the same spread.
    """

    label = "Xavier (normal)"
    order = 30
    formula: ClassVar[str] = "W ~ N(0, σ²), σ = gain·√(2/(inputs + outputs))"
    kind: Literal["xavier_normal"] = "xavier_normal"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return _normal(shape, self.std(fan_in, fan_out), stream)


class _He(Initializer):
    """The shared part: σ = √(2/((1 + s²)·inputs)) (He and others, 2015)."""

    slope: float = number(
        0.0,
        0.0,
        1.0,
        minimum=0.0,
        step=0.01,
        advanced=True,
        label="Slope below zero",
        symbol="s",
        help="That of the units' activation: 0 for ReLU (gain √2), 1 for none (gain 1).",
    )

    def std(self, fan_in: int) -> float:
        """The standard deviation of the weights of a layer with so many inputs."""
        return math.sqrt(2.0 / ((1.0 + self.slope**2) * fan_in))


class HeUniform(_He):
    """Uniform numbers, the smaller the more inputs the layer has: for ReLU and its relatives.

    W ~ U(−r, r), r = √(6/((1 + s²)·inputs)). A ReLU silences half of its sums; the gain √2 makes up for it.
    """

    label = "He (uniform)"
    order = 40
    formula: ClassVar[str] = "W ~ U(−r, r), r = √(6/((1 + s²)·inputs))"
    kind: Literal["he_uniform"] = "he_uniform"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return _uniform(shape, self.std(fan_in), stream)


class HeNormal(_He):
    """Normal numbers, the smaller the more inputs the layer has: for ReLU and its relatives.

    W ~ N(0, σ²), σ = √(2/((1 + s²)·inputs)). The bell version of He (uniform). With s = 1 it is N(0, 1/inputs), which
    SELU asks for.
    """

    label = "He (normal)"
    order = 50
    formula: ClassVar[str] = "W ~ N(0, σ²), σ = √(2/((1 + s²)·inputs))"
    kind: Literal["he_normal"] = "he_normal"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return _normal(shape, self.std(fan_in), stream)
