"""A checkerboard."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import Planar
from core.families import Table
from core.params import integer
from core.random import Stream

REACH = 5.0


class Checkerboard(Planar):
    """Fields of two colours by turns on a square of ±5.

    x₁ and x₂ are uniform; a field's class is the parity of its row plus its column. Two by two fields are XOR without
    the gap; every further row costs more units. Noise moves a point by up to ±5·noise before it is labelled, and shows
    it where it was.
    """

    label = "Checkerboard"
    order = 7
    noise_kind = "labels"
    kind: Literal["checkerboard"] = "checkerboard"
    fields: int = integer(
        4, 2, 8, minimum=2, maximum=40, label="Fields a side", help="Fields along each side of the board."
    )

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "checkerboard")
        x1, x2 = (draw.uniform(self.samples, -REACH, REACH) for _ in range(2))
        jitter = REACH * self.noise
        seen = (x + draw.uniform(self.samples, -jitter, jitter) for x in (x1, x2))
        row, column = (np.floor((x + REACH) * self.fields / (2 * REACH)).astype(np.int64) for x in seen)
        return self.plane_table(x1, x2, (row + column) % 2)
