"""Truth tables: four points."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import PLANE_COLUMNS
from core.families import Dataset, Table
from core.params import choice, number

TABLES = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "xor": (0, 1, 1, 0)}


class Truth(Dataset):
    """The truth table of AND, OR or XOR: four points, and all of them are trained on.

    The inputs are 0 or 1. One unit draws one line, which is enough for AND and OR. No line has (0, 1) and (1, 0) on one
    side and (0, 0) and (1, 1) on the other: that XOR is beyond a single unit was shown in 1969 and cooled the interest
    in such nets for years; two hidden units suffice.
    """

    label = "Truth table"
    order = 8
    geometry = "plane"
    questions = 2
    verdict = ("0", "1")
    kind: Literal["truth"] = "truth"
    gate: Literal["and", "or", "xor"] = choice(
        "xor",
        {"and": "AND", "or": "OR", "xor": "XOR"},
        label="Table",
        help="Which of the three functions of two yes/no inputs.",
    )
    train_share: float = number(
        1.0,
        0.25,
        1,
        step=0.25,
        above=0.0,
        maximum=1.0,
        advanced=True,
        label="Training share",
        help="All four points train; there is nothing left to test.",
    )

    def table(self, seed: int) -> Table:
        x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
        return Table(
            x=x,
            y=np.array(TABLES[self.gate], dtype=np.int64),
            columns=PLANE_COLUMNS,
            target=f"x₁ {self.gate.upper()} x₂",
            classes=("0", "1"),
            domain=((-0.5, 1.5), (-0.5, 1.5)),
            geometry="plane",
            rows=tuple(f"{a:.0f} {self.gate.upper()} {b:.0f}" for a, b in x),
        )
