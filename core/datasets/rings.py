"""Rings around a common centre."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, cloud
from core.families import Table
from core.params import integer, number
from core.random import Stream

REACH = 5.0


class Rings(Planar):
    """Two to four rings around a common centre, one class each.

    Ring k of n has the radius 5·k/n; angles are uniform. Noise is the standard deviation σ of a normal displacement
    along both axes. Every ring between the innermost and the outermost has to be cut off on two
    sides: more rings need more units.
    """

    label = "Rings"
    order = 5
    noise_kind = "positions"
    kind: Literal["rings"] = "rings"
    rings: int = integer(3, 2, 4, minimum=2, maximum=8, label="Rings", help="How many rings; each is a class.")
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

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"ring {k}" for k in range(1, self.rings + 1))

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "rings")
        y = np.arange(self.samples) % self.rings
        radius = REACH * (y + 1) / self.rings
        angle = draw.uniform(self.samples, 0, 2 * np.pi)
        x1, x2 = cloud(draw, self.samples)
        return self.plane_table(radius * np.cos(angle) + self.noise * x1, radius * np.sin(angle) + self.noise * x2, y)
