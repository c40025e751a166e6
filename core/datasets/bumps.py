"""Six bumps over the plane."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import PlanarValues
from core.families import Table
from core.random import Stream

REACH = 6.0
CENTRES = ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1))


class Bumps(PlanarValues):
    """Six bumps and hollows by turns on a flat field.

    x₁ and x₂ are uniform in ±6. Each bump is a cone of height ±1 and radius 2, 1 − d/2 at the distance d from its
    centre; where none reaches, the value is 0. Noise moves a point by up to ±6·noise along both axes before its value
    is taken, and shows it where it was. The recipe is the playground's.
    """

    label = "Six bumps"
    order = 21
    noise_kind = "labels"
    kind: Literal["bumps"] = "bumps"

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "bumps")
        x1, x2 = (draw.uniform(self.samples, -REACH, REACH) for _ in range(2))
        jitter = REACH * self.noise
        seen1, seen2 = (x + draw.uniform(self.samples, -jitter, jitter) for x in (x1, x2))
        return self.plane_table(x1, x2, height(seen1, seen2))


def height(x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
    """The value of the strongest bump at each point, (samples,); at equal strength the first one's."""
    cones = np.stack([sign * np.clip(1 - np.hypot(x1 - c1, x2 - c2) / 2, 0, 1) for c1, c2, sign in CENTRES])
    strongest = np.abs(cones).argmax(axis=0)
    return cones[strongest, np.arange(len(x1))]
