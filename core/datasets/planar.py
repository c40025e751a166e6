"""What the drawn-by-recipe data sets in the plane share: two columns, a number of samples, some noise."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np

from core.families import Dataset, Table, TaskKind
from core.params import integer, number
from core.random import Stream

PLANE_COLUMNS = ("x₁", "x₂")


class Planar(Dataset):
    """Samples with two columns x₁ and x₂, drawn by a recipe."""

    geometry = "plane"
    view: ClassVar[tuple[tuple[float, float], ...]] = ((-6.0, 6.0), (-6.0, 6.0))  # that of the best-known playground
    class_names: ClassVar[tuple[str, ...]] = ("orange", "blue")
    samples: int = integer(
        500, 20, 2000, minimum=2, maximum=200_000, live=True, label="Samples",
        help="How many samples are drawn, training and test together.", cost="an epoch goes through all of them",
    )  # fmt: skip
    noise: float = number(
        0.0,
        0,
        0.5,
        minimum=0.0,
        step=0.05,
        live=True,
        label="Noise",
        help="How much chance disturbs the samples; 0: not at all.",
    )

    @property
    def names(self) -> tuple[str, ...]:
        """What the classes are called."""
        return self.class_names

    def plane_table(self, x1: np.ndarray, x2: np.ndarray, y: np.ndarray) -> Table:
        """The table of points (x1, x2), each (samples,), with class numbers or values y; the plot widens where points
        lie beyond `view`."""
        x = np.column_stack([x1, x2]).astype(np.float64)
        return Table(
            x=x,
            y=y,
            columns=PLANE_COLUMNS,
            target="class" if self.task == "classes" else "value",
            classes=self.names if self.task == "classes" else (),
            domain=widened(self.view, x),
            geometry="plane",
            target_domain=None if self.task == "classes" else (-1.0, 1.0),
        )


class PlanarValues(Planar):
    """Samples in the plane that have a value instead of a class."""

    shelf = "Planar values"
    samples: int = integer(
        1200, 20, 2000, minimum=2, maximum=200_000, live=True, label="Samples",
        help="How many samples are drawn, training and test together.", cost="an epoch goes through all of them",
    )  # fmt: skip

    @property
    def task(self) -> TaskKind:
        return "values"


def widened(view: tuple[tuple[float, float], ...], x: np.ndarray) -> tuple[tuple[float, float], ...]:
    """The view, larger on all sides by as many twelfths of its width as the furthest point needs."""
    low, high = np.array(view).T
    beyond = max(float((low - x).max(initial=0.0)), float((x - high).max(initial=0.0)))
    step = float(high[0] - low[0]) / 12
    margin = math.ceil(beyond / step) * step
    return tuple((start - margin, end + margin) for start, end in view)


def alternating(count: int) -> np.ndarray:
    """0, 1, 0, 1, …: the halves of a recipe by turns, so that more samples are added to those that are there."""
    return np.arange(count) % 2


def cloud(draw: Stream, count: int) -> tuple[np.ndarray, np.ndarray]:
    """`count` points from the standard normal distribution of the plane (Box and Muller: one point a pair of uniform
    numbers)."""
    radius = np.sqrt(-2.0 * np.log1p(-draw.uniform(count)))
    angle = draw.uniform(count, 0.0, 2.0 * np.pi)
    return radius * np.cos(angle), radius * np.sin(angle)


def labels(positive: np.ndarray) -> np.ndarray:
    """Class 1 where true, class 0 elsewhere."""
    return positive.astype(np.int64)
