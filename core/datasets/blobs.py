"""Round clouds, one a class."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, cloud
from core.families import Table
from core.params import integer, number
from core.random import Stream

REACH = 4.0


class Blobs(Planar):
    """Two to ten round clouds, one class each: what softmax is for.

    The centres lie on a circle of radius 4 that the seed turns; every cloud is normal with the standard deviation σ
    given by spread. With no hidden layer the boundaries are straight lines between neighbours.
    """

    label = "Blobs"
    order = 6
    noise_kind = "positions"
    kind: Literal["blobs"] = "blobs"
    classes: int = integer(3, 2, 10, minimum=2, maximum=10, label="Classes", help="How many clouds; each is a class.")
    noise: float = number(
        0.7,
        0,
        2,
        minimum=0.0,
        step=0.1,
        live=True,
        symbol="σ",
        label="Spread",
        help="Standard deviation of each cloud.",
    )

    @property
    def names(self) -> tuple[str, ...]:
        return tuple("ABCDEFGHIJ"[: self.classes])

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "blobs")
        y = np.arange(self.samples) % self.classes
        angle = 2 * np.pi * (y / self.classes + draw.uniform(1)[0])
        x1, x2 = cloud(draw, self.samples)
        return self.plane_table(REACH * np.cos(angle) + self.noise * x1, REACH * np.sin(angle) + self.noise * x2, y)
