"""The circle: a disc inside a ring."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, alternating, labels
from core.families import Table
from core.random import Stream

INNER, GAP, OUTER = 2.5, 3.5, 5.0


class Circle(Planar):
    """A disc of one class inside a ring of the other.

    Half of the samples lie at a radius of 0 … 2.5, half at 3.5 … 5, all at any angle. No straight line separates them;
    the features x₁² and x₂² would. Noise moves a point by up to ±5·noise along both axes *before* it is asked whether
    it lies within 2.5, and then shows it where it was: wrong labels, right places. The recipe is the playground's.
    """

    label = "Circle"
    order = 0
    noise_kind = "labels"
    class_names = ("ring", "disc")
    kind: Literal["circle"] = "circle"

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "circle")
        inside = alternating(self.samples) == 1
        share = draw.uniform(self.samples)
        radius = np.where(inside, share * INNER, GAP + share * (OUTER - GAP))
        angle = draw.uniform(self.samples, 0, 2 * np.pi)
        x1, x2 = radius * np.sin(angle), radius * np.cos(angle)
        jitter = OUTER * self.noise
        seen = np.hypot(
            x1 + draw.uniform(self.samples, -jitter, jitter), x2 + draw.uniform(self.samples, -jitter, jitter)
        )
        return self.plane_table(x1, x2, labels(seen < INNER))
