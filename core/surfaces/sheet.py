"""A sheet that becomes finer, and the centre and directions that it is pinned to."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.frozen import frozen
from core.surfaces import gauge, grid
from core.surfaces.laid import Laid
from core.surfaces.plane import Plane

if TYPE_CHECKING:
    from core.probing.moment import Moment

SHEETS = 3  # that a pin keeps: loss and score, training and test part may be looked at in turn
Computing = Generator[None, None, np.ndarray]


@frozen
class Figure:
    """What is measured at every point: the metric over which samples, with the penalties or without."""

    samples: np.ndarray
    metric: Literal["loss", "score"]
    penalty: bool

    def of(self, moment: Moment, vectors: np.ndarray) -> Computing:
        """Vectors (n, P) -> (n,) float64, in chunks; None is yielded after each."""
        found, size = np.empty(len(vectors)), moment.landscape.chunk(self.samples)
        for start in range(0, len(vectors), size):
            piece = slice(start, start + size)
            found[piece] = self.at_once(moment, vectors[piece])
            yield None
        return found

    def at_once(self, moment: Moment, vectors: np.ndarray) -> np.ndarray:
        """The same in one go, for a chunk of vectors."""
        return moment.landscape.losses(vectors, self.samples, self.metric, penalty=self.penalty)


class Sheet:
    """loss (R, R), or (R,) along a line, over `axes`; the first `known` of `stages` are computed."""

    def __init__(self, plane: Plane, half_width: float, resolution: int) -> None:
        self.plane = plane
        self.axes = tuple(grid.axis(half_width, resolution) for _ in plane.axes)
        self.values = np.full((resolution,) * len(self.axes), np.nan)
        self.stages = grid.stages(resolution)
        self.known = 0

    @property
    def whole(self) -> bool:
        return self.known == len(self.stages)

    def refine(self, moment: Moment, figure: Figure) -> Generator[None, None, None]:
        """Compute the next stage's points that are still missing; what has been computed stays, though somebody stops
        in the middle."""
        lines = self.stages[self.known]
        todo = np.zeros(self.values.shape, bool)
        todo[np.ix_(*(lines for _ in self.axes))] = True
        if self.known:
            todo[np.ix_(*(self.stages[self.known - 1] for _ in self.axes))] = False
        where = np.argwhere(todo & np.isnan(self.values))
        size = moment.landscape.chunk(figure.samples)
        for start in range(0, len(where), size):
            piece = where[start : start + size]
            spots = np.stack([axis[index] for axis, index in zip(self.axes, piece.T, strict=True)], axis=1)
            self.values[tuple(piece.T)] = figure.at_once(moment, self.plane.points(spots))
            yield None  # what was computed is kept: whoever stops here has lost nothing
        self.known += 1

    def picture(self) -> np.ndarray:
        """All values: computed ones, and linear ones between them where a stage is missing."""
        if self.whole:
            return self.values.copy()
        lines = self.stages[self.known - 1]
        return grid.filled(self.values, tuple(lines for _ in self.axes))

    def at(self, coordinates: np.ndarray) -> np.ndarray:
        """The sheet over places (m, axes); nan beside it."""
        return grid.interpolate(self.axes, self.picture(), coordinates)


class Pin:
    """A plane that stays until somebody re-centres, or until that of the run beside has turned (`laid`): with its
    sheets, the range of their colours, and the path's true losses."""

    def __init__(self, plane: Plane, updates: int, laid: Laid | None = None) -> None:
        self.plane, self.updates, self.laid = plane, updates, laid
        self._sheets: list[tuple[object, Sheet]] = []
        self._levels: dict[object, np.ndarray] = {}
        self._losses: dict[object, float] = {}

    def sheet(self, key: object, plane: Plane, half_width: float, resolution: int) -> Sheet:
        """The sheet under a key, begun where there is none; the oldest is forgotten."""
        for known, sheet in self._sheets:
            if known == key:
                return sheet
        self._sheets.append((key, Sheet(plane, half_width, resolution)))
        self._sheets = self._sheets[-SHEETS:]
        return self._sheets[-1][1]

    def moved(self, to: Pin) -> Pin:
        """The same axes through another centre: what is known stays known."""
        self.plane, self.updates, self.laid = to.plane, to.updates, to.laid
        return self

    def pinned_levels(self, key: object) -> np.ndarray | None:
        """The range of the colours, once a whole sheet was there."""
        return self._levels.get(key)

    def levels(self, key: object, sheet: Sheet) -> np.ndarray:
        """The range of the colours: that of the first whole sheet, kept from then on."""
        if key in self._levels:
            return self._levels[key].copy()
        found = gauge.levels(sheet.picture())
        if sheet.whole:
            self._levels[key] = found
        return found.copy()

    def known_losses(self, keys: list[object]) -> np.ndarray:
        """Losses of the path's points that were computed before, nan for the others."""
        return np.array([self._losses.get(key, np.nan) for key in keys], dtype=float)

    def keep_losses(self, keys: list[object], losses: np.ndarray) -> None:
        if len(self._losses) > 8192:
            self._losses.clear()
        self._losses.update(zip(keys, losses.tolist(), strict=True))
