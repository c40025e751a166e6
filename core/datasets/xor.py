"""Exclusive or, on four fields."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, labels
from core.families import Table
from core.random import Stream

REACH, GAP = 5.0, 0.3


class Xor(Planar):
    """Two opposite quarters of a square against the other two.

    x₁ and x₂ are uniform in ±5 and then pushed 0.3 away from the axes; the class is the sign of x₁·x₂. No straight line
    separates the classes, and neither input alone says anything; the feature x₁x₂ says all. Noise moves a point by up
    to ±5·noise before it is labelled, and shows it where it was. The recipe is the playground's.
    """

    label = "XOR"
    order = 1
    noise_kind = "labels"
    class_names = ("different signs", "same sign")
    kind: Literal["xor"] = "xor"

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "xor")
        x1, x2 = (_off_axis(draw.uniform(self.samples, -REACH, REACH)) for _ in range(2))
        jitter = REACH * self.noise
        seen1, seen2 = (x + draw.uniform(self.samples, -jitter, jitter) for x in (x1, x2))
        return self.plane_table(x1, x2, labels(seen1 * seen2 >= 0))


def _off_axis(x: np.ndarray) -> np.ndarray:
    return x + np.where(x > 0, GAP, -GAP)
