"""Starting weights scaled by the inputs of the layer: He's, uniform and normal."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core.families import Initializer
from core.initializers.scaled import normal, uniform
from core.params import number


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
        return uniform(shape, self.std(fan_in), stream)


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
        return normal(shape, self.std(fan_in), stream)
