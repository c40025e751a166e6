"""Two arms of a spiral."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, alternating
from core.families import Table
from core.random import Stream

TURNS, REACH = 1.75, 5.0


class Spiral(Planar):
    """Two spiral arms wound into each other: the hardest of the small ones.

    Sample i of N of an arm lies at the radius 5·i/N and the angle 1.75·2π·i/N; the other arm is turned by π;
    x₁ = r sin t, x₂ = r cos t. Noise moves every point by up to ±noise along both axes. The recipe is the playground's.
    """

    label = "Spiral"
    order = 3
    noise_kind = "positions"
    kind: Literal["spiral"] = "spiral"

    def table(self, seed: int) -> Table:
        y = 1 - alternating(self.samples)
        along = (np.arange(self.samples) // 2) / (self.samples / 2)
        radius = REACH * along
        angle = TURNS * 2 * np.pi * along + np.where(y == 1, 0.0, np.pi)
        draw = Stream(seed, "spiral")
        x1 = radius * np.sin(angle) + draw.uniform(self.samples, -self.noise, self.noise)
        x2 = radius * np.cos(angle) + draw.uniform(self.samples, -self.noise, self.noise)
        return self.plane_table(x1, x2, y)
