"""Two crescents."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, alternating, cloud
from core.families import Table
from core.params import number
from core.random import Stream


class Moons(Planar):
    """Two half circles that reach into each other.

    The upper one is (cos t, sin t), the lower one (1 − cos t, ½ − sin t), with t uniform in 0 … π; noise is the
    standard deviation σ of a normal displacement along both axes. With σ 0.35 and few samples a large net learns the
    chance by heart.
    """

    label = "Moons"
    order = 4
    noise_kind = "positions"
    view = ((-1.8, 2.8), (-2.05, 2.55))
    class_names = ("upper", "lower")
    kind: Literal["moons"] = "moons"
    noise: float = number(
        0.1,
        0,
        0.5,
        minimum=0.0,
        step=0.05,
        live=True,
        symbol="σ",
        label="Noise",
        help="Standard deviation of the positions.",
    )

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "moons")
        y = alternating(self.samples)
        angle = draw.uniform(self.samples, 0, np.pi)
        x1, x2 = cloud(draw, self.samples)
        x1 = np.where(y == 0, np.cos(angle), 1 - np.cos(angle)) + self.noise * x1
        x2 = np.where(y == 0, np.sin(angle), 0.5 - np.sin(angle)) + self.noise * x2
        return self.plane_table(x1, x2, y)
