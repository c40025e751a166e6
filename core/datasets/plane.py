"""A plane over the plane: regression at its simplest."""

from __future__ import annotations

from typing import Literal

from core.datasets.planar import PlanarValues
from core.families import Table
from core.random import Stream

REACH = 6.0


class Plane(PlanarValues):
    """A slanted plane: the value grows evenly from the lower left to the upper right.

    x₁ and x₂ are uniform in ±6; the value is (x₁ + x₂)/10. One linear unit with the weights 0.1 and 0.1 is the exact
    answer. Noise moves a point by up to ±6·noise along both axes before its value is taken, and shows it where it was.
    The recipe is the playground's.
    """

    label = "Plane"
    order = 20
    noise_kind = "labels"
    kind: Literal["plane"] = "plane"

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "plane")
        x1, x2 = (draw.uniform(self.samples, -REACH, REACH) for _ in range(2))
        jitter = REACH * self.noise
        seen1, seen2 = (x + draw.uniform(self.samples, -jitter, jitter) for x in (x1, x2))
        return self.plane_table(x1, x2, (seen1 + seen2) / 10)
