"""Two Gaussian clouds."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar, alternating, cloud
from core.families import Table
from core.random import Stream

CENTRE = 2.0


class Gaussians(Planar):
    """Two round clouds of points, around (2, 2) and (−2, −2).

    The variance of each cloud grows from 0.5 to 4 as noise goes from 0 to 0.5, so that the clouds come to overlap: then
    no net is right everywhere, and one that tries learns by heart. A single unit separates the classes as well as
    anything can. The recipe is the playground's.
    """

    label = "Two Gaussians"
    order = 2
    noise_kind = "positions"
    class_names = ("lower left", "upper right")
    kind: Literal["gaussians"] = "gaussians"

    def table(self, seed: int) -> Table:
        y = alternating(self.samples)
        spread = np.sqrt(0.5 + 7.0 * self.noise)
        centre = np.where(y == 1, CENTRE, -CENTRE)
        x1, x2 = cloud(Stream(seed, "gaussians"), self.samples)
        return self.plane_table(centre + spread * x1, centre + spread * x2, y)
