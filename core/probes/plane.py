"""The plane through the data that the boundary and the neuron maps are drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.frozen import frozen
from core.messages import percent
from core.params import choice, hidden, integer
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_POINTS = 2000  # points drawn at most: a larger table is thinned evenly
FEWER_POINTS = 400  # where each is a picture or a sequence
MOST_OF_PICTURES = 24  # points along a side for those


@frozen
class Grid:
    """raw: (resolution², columns) or (resolution, columns) in the data's own units, rows of the picture from y low to
    high."""

    raw: np.ndarray
    shape: tuple[int, ...]
    extent: tuple[float, float, float, float]
    labels: tuple[str, str]


class PlaneProbe(Probe):
    """A probe that looks at the network over a plane of its inputs."""

    learns: ClassVar[bool] = False
    resolution: int = integer(
        100, 20, 200, minimum=2, maximum=400, label="Resolution", help="Points along each side of the picture."
    )
    plane: Literal["columns", "pca"] = choice(
        "columns",
        {"columns": "two columns", "pca": "principal components"},
        label="Plane",
        help="What spans the picture of wide data.",
    )
    x: str = hidden("", help="The column along the picture; the first one where none is named.")
    y: str = hidden("", help="The column up the picture; the second one where none is named.")
    fixed: tuple[tuple[str, float], ...] = hidden(
        (), help="Values of the other columns; those not named rest at their middle."
    )

    def axes(self, moment: Moment) -> tuple[int, int]:
        """Column numbers along and up; −1 up where the data have one column."""
        columns = moment.prepared.table.columns
        along = columns.index(self.x) if self.x in columns else 0
        if len(columns) == 1:
            return 0, -1
        others = [i for i in range(len(columns)) if i != along]
        return along, columns.index(self.y) if self.y in columns and self.y != self.x else others[0]

    def grid(self, moment: Moment) -> Grid:
        """The raw inputs of every picture point, the same for as long as the data are."""
        return moment.kept(self.key("grid"), lambda: self._grid(moment))

    def _grid(self, moment: Moment) -> Grid:
        if self.plane == "pca" and len(moment.prepared.table.columns) > 2:
            return self._principal(moment)
        return self._columns(moment)

    def points_along(self, moment: Moment) -> int:
        """Points along each side: fewer where the network looks at pictures or sequences, which costs it much more."""
        return min(self.resolution, MOST_OF_PICTURES) if len(moment.prepared.shape) > 1 else self.resolution

    def _columns(self, moment: Moment) -> Grid:
        prepared = moment.prepared
        along, up = self.axes(moment)
        points = self.points_along(moment)
        x = np.linspace(*prepared.domain[along], points)
        base = self._base(moment)
        if up < 0:
            raw = np.repeat(base[None], points, axis=0)
            raw[:, along] = x
            return Grid(raw, (points,), (x[0], x[-1], 0.0, 1.0), (prepared.table.columns[along], prepared.table.target))
        y = np.linspace(*prepared.domain[up], points)
        raw = np.repeat(base[None], points**2, axis=0)
        raw[:, along], raw[:, up] = np.tile(x, points), np.repeat(y, points)
        columns = prepared.table.columns
        return Grid(raw, (points, points), (x[0], x[-1], y[0], y[-1]), (columns[along], columns[up]))

    def _base(self, moment: Moment) -> np.ndarray:
        """The resting values of all columns: the medians, unless fixed."""
        prepared = moment.prepared
        base = np.median(prepared.complete(prepared.table.x[prepared.train]), axis=0)
        for name, value in self.fixed:
            if name in prepared.table.columns:
                base[prepared.table.columns.index(name)] = value
        return base

    def _principal(self, moment: Moment) -> Grid:
        prepared = moment.prepared
        mean, directions, share = prepared.principal()
        places = self.project(moment, prepared.table.x)
        low, high = places.min(axis=0), places.max(axis=0)
        margin = 0.05 * (high - low)
        points = self.points_along(moment)
        x, y = (np.linspace(low[i] - margin[i], high[i] + margin[i], points) for i in (0, 1))
        spots = np.column_stack([np.tile(x, points), np.repeat(y, points)])
        raw = mean + spots @ directions
        labels = (f"first principal component, {percent(share[0])}", f"second principal component, {percent(share[1])}")
        return Grid(raw, (points, points), (x[0], x[-1], y[0], y[-1]), labels)

    def project(self, moment: Moment, raw: np.ndarray) -> np.ndarray:
        """Raw samples (n, columns) -> their places in the picture (n, 2); for one column the second place is 0."""
        prepared = moment.prepared
        complete = prepared.complete(raw)
        if self.plane == "pca" and len(prepared.table.columns) > 2:
            return prepared.principal().project(complete)
        along, up = self.axes(moment)
        second = complete[:, up] if up >= 0 else np.zeros(len(complete))
        return np.column_stack([complete[:, along], second])

    def key(self, grid_of: str) -> object:
        """Under what the encoded grid is kept."""
        return (grid_of, self.resolution, self.plane, self.x, self.y, self.fixed)


def shown_samples(moment: Moment) -> tuple[np.ndarray, np.ndarray]:
    """Sample numbers that are drawn, at most `MOST_POINTS`, and their part: 0 train, 1 validation, 2 test."""
    prepared = moment.prepared
    index = np.concatenate([prepared.train, prepared.validation, prepared.test])
    part = np.repeat([0, 1, 2], [len(prepared.train), len(prepared.validation), len(prepared.test)])
    step = -(-len(index) // (MOST_POINTS if len(prepared.shape) == 1 else FEWER_POINTS))
    return index[::step], part[::step]
