"""Points without classes, to be imitated."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.datasets.planar import PLANE_COLUMNS, cloud
from core.families import Dataset, Table, imitators
from core.params import choice, integer, number
from core.random import Stream

VIEW = ((-2.0, 2.0), (-2.0, 2.0))
SECTORS = 8
COUNTS_FROM = 0.05  # of the samples that a sector has to hold
LINE = 400  # points along a skeleton


class Cloud(Dataset):
    """Points along a figure, without classes: more of them are to be made.

    The figure is a line, two or three heaps, a ring or a spiral; every point lies a little beside it. Of generated
    samples it is counted how many lie within three standard deviations of the figure, and how many of its eight sectors
    they reach.
    """

    label = "Figures to imitate"
    order = 55
    shelf = "To imitate"
    noise_kind = "positions"
    kind: Literal["cloud"] = "cloud"
    figure: Literal["ring", "line", "gaussians", "blobs", "spiral"] = choice(
        "ring",
        {"ring": "ring", "line": "line", "gaussians": "two heaps", "blobs": "three heaps", "spiral": "spiral"},
        label="Figure",
        help="What the points lie along.",
    )
    samples: int = integer(
        2000, 200, 12_000, minimum=20, maximum=200_000, live=True, label="Samples", help="How many points are drawn."
    )
    noise: float = number(
        0.08,
        0.02,
        0.3,
        minimum=0.0,
        step=0.01,
        live=True,
        label="Spread",
        symbol="σ",
        help="Standard deviation of the points around the figure, in both directions.",
    )
    train_share: float = number(
        0.8, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the points that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip

    @property
    def task(self) -> str:
        return next(iter(imitators()))

    def skeleton(self) -> np.ndarray:
        """The figure itself, (points, 2), in the order of its sectors."""
        way = (np.arange(LINE) + 0.5) / LINE
        if self.figure == "ring":
            return np.column_stack([np.cos(2 * np.pi * way), np.sin(2 * np.pi * way)])
        if self.figure == "line":
            return np.column_stack([2.4 * way - 1.2, 1.6 * way - 0.8])
        if self.figure == "spiral":
            angle = 3 * np.pi * way
            return (0.2 + 1.1 * way[:, None]) * np.column_stack([np.cos(angle), np.sin(angle)])
        heaps = {"gaussians": [(-1.0, -0.6), (1.0, 0.6)], "blobs": [(-1.0, -0.7), (1.0, -0.7), (0.0, 1.0)]}[self.figure]
        return np.repeat(heaps, LINE // len(heaps), axis=0).astype(float)

    def table(self, seed: int) -> Table:
        draw, skeleton = Stream(seed, f"cloud {self.figure}"), self.skeleton()
        x = skeleton[(draw.uniform(self.samples) * len(skeleton)).astype(int)] + self.noise * np.column_stack(
            cloud(draw, self.samples)
        )
        return Table(
            x=x, y=np.ones(self.samples, dtype=np.int64), columns=PLANE_COLUMNS, target="origin", classes=("generated", "real"), domain=VIEW,
            geometry="plane",
        )  # fmt: skip

    def coverage(self, raw: np.ndarray) -> dict[str, float]:
        """Of samples (n, 2) in the data's units: the share `within_3_sigma` of the nearest point of the figure, and the
        number of its eight `sectors` that hold at least 5 % of them."""
        if not np.isfinite(raw).all():
            return {"within_3_sigma": 0.0, "sectors": 0.0}
        skeleton = self.skeleton()
        squares = np.square(raw[:, None] - skeleton[None]).sum(axis=2)
        nearest = squares.argmin(axis=1)
        held = np.bincount(nearest * SECTORS // len(skeleton), minlength=SECTORS) / len(raw)
        near = 3.0 * self.noise
        return {
            "within_3_sigma": float((squares.min(axis=1) <= near**2).mean()),
            "sectors": float((held >= COUNTS_FROM).sum()),
        }
