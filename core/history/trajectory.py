"""Where a run has been: flat vectors at updates that the update count alone decides, within a budget of bytes."""

from __future__ import annotations

import numpy as np

from core import random
from core.history.still import Path

BUDGET = 16 << 20  # bytes that a path may take
FEWEST, MOST = 24, 512  # points of a path


class Trajectory:
    """Records the path of one run: the start and every `spacing` updates. When the room is used up the spacing doubles,
    or grows to the next divisor of `every`: from there on points lie at evaluations, where the kernel looks anyway.

    A network too big for `FEWEST` whole vectors is followed by a fixed random subset of its parameters.
    """

    def __init__(self, parameters: int, dtype: np.dtype, every: int = 1) -> None:
        self.every = every
        self.subset = _subset(parameters, BUDGET // (FEWEST * dtype.itemsize))
        width = parameters if self.subset is None else len(self.subset)
        self.capacity = int(np.clip(BUDGET // max(1, width * dtype.itemsize), FEWEST, MOST))
        self._vectors = np.empty((0, width), dtype)
        self._updates = np.empty(0, np.int64)
        self._count, self.spacing = 0, 1

    def aim(self, every: int) -> None:
        """From now on evaluations come every so many updates."""
        self.every = every

    def is_due(self, updates: int) -> bool:
        """Whether a point is recorded after so many updates."""
        return updates % self.spacing == 0

    def until_due(self, updates: int) -> int:
        """Updates from there to the next point."""
        return self.spacing - updates % self.spacing

    def record(self, updates: int, vector: np.ndarray) -> None:
        """Note where the run is: at its start, later where a point `is_due`."""
        if self._count == self.capacity:
            self._thin()
            if updates % self.spacing:
                return
        if self._count == len(self._updates):
            self._grow()
        self._updates[self._count] = updates
        if self.subset is None:
            self._vectors[self._count] = vector
        else:
            np.take(
                vector, self.subset, out=self._vectors[self._count], mode="clip"
            )  # "raise" would take a detour; all places are there
        self._count += 1

    def path(self) -> Path:
        """The path up to the last recorded point; its arrays are never written to again."""
        updates, vectors = self._updates[: self._count], self._vectors[: self._count]
        updates.setflags(write=False)
        vectors.setflags(write=False)
        return Path(updates, vectors, self.subset, self.spacing)

    def take_over(self, path: Path) -> None:
        """Go on from a path that was recorded earlier."""
        self._count, self.spacing = len(path.updates), path.spacing
        self._updates, self._vectors = (
            np.array(path.updates),
            np.array(path.vectors, self._vectors.dtype).reshape(self._count, -1),
        )

    def _thin(self) -> None:
        """Every other point goes; what was handed out stays as it was."""
        self.spacing *= _growth(self.spacing, self.every)
        kept = np.flatnonzero(self._updates[: self._count] % self.spacing == 0)
        if not len(kept) or kept[0]:  # a start in mid-run stays too
            kept = np.append(0, kept)
        self._updates, self._vectors, self._count = self._updates[kept], self._vectors[kept], len(kept)

    def _grow(self) -> None:
        room = min(self.capacity, max(16, 2 * self._count))
        updates, vectors = np.empty(room, np.int64), np.empty((room, self._vectors.shape[1]), self._vectors.dtype)
        updates[: self._count], vectors[: self._count] = self._updates[: self._count], self._vectors[: self._count]
        self._updates, self._vectors = updates, vectors


def _growth(spacing: int, every: int) -> int:
    """What a spacing is multiplied by: 2, or a small step towards `every`."""
    left = every // spacing
    return next((step for step in (2, 3, 5, 7) if left % step == 0), 2) if left > 1 and every % spacing == 0 else 2


def _subset(parameters: int, most: int) -> np.ndarray | None:
    """Ascending places of the parameters that are followed; None: all of them."""
    if parameters <= most:
        return None
    places = np.sort(random.permutation(random.key(0, "path", parameters), parameters)[:most])
    places.setflags(write=False)
    return places
