"""The run's path over a plane: where its points lie, what their losses are, what the plane keeps of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from core.surfaces.plane import Plane
from core.surfaces.projection import coordinates, kept_variance
from core.surfaces.sheet import Figure, Pin

if TYPE_CHECKING:
    from core.history.still import Path
    from core.probing.moment import Moment

FEW, MANY = 64, 512  # points of a path whose true loss is computed, at most: of a large network, of a small one
SMALL = 300_000  # parameters times samples of a small network


@dataclasses.dataclass
class Trail:
    """`places` (m, axes) of the path's points on the plane, `losses` (m,) their true losses, nan where not computed;
    `kept` share of its variance that the plane keeps, and each principal axis of it."""

    path: Path
    places: np.ndarray
    kept: float
    losses: np.ndarray
    shares: tuple[float, ...] = ()

    @classmethod
    def of(cls, path: Path, plane: Plane) -> Trail:
        center, axes = plane.center, plane.axes
        if path.subset is not None:
            center, axes = center[path.subset], tuple(axis[path.subset] for axis in axes)
        with np.errstate(all="ignore"):
            places = coordinates(path.vectors, center, *axes)
            finite = bool(np.isfinite(path.vectors).all())
            kept = kept_variance(path.vectors, *axes) if finite else float("nan")
            shares = tuple(kept_variance(path.vectors, axis) for axis in axes[: plane.components]) if finite else ()
        return cls(path, places, kept, np.full(len(path.updates), np.nan), shares)

    def measure(self, moment: Moment, pin: Pin, figure: Figure, key: object) -> Generator[None, None, None]:
        """Fill in the true losses; those that are known from earlier pictures are not computed again."""
        if self.path.subset is not None:
            return
        chosen = self._stems(MANY if self.path.vectors.shape[1] * len(figure.samples) <= SMALL else FEW)
        keys: list[object] = [(key, int(self.path.updates[i]), _fingerprint(self.path.vectors[i])) for i in chosen]
        found = pin.known_losses(keys)
        missing = np.isnan(found)
        if missing.any():
            found[missing] = yield from figure.of(moment, self.path.vectors[chosen[missing]])
            pin.keep_losses(keys, found)
        self.losses[chosen] = found

    def _stems(self, most: int) -> np.ndarray:
        """Places in the path of the points to be measured: round update numbers, so that a growing path keeps most of
        them; and the last."""
        count = len(self.path.updates)
        stride = 1
        while count > most * stride:
            stride *= 2
        number = self.path.updates // max(self.path.spacing, 1)
        chosen = number % stride == 0
        chosen[-1:] = True
        return np.flatnonzero(chosen)


def _fingerprint(vector: np.ndarray) -> int:
    """Tells points of the same update apart, after a rewind say, by some of their numbers."""
    return hash(vector[:: max(1, len(vector) // 64)].tobytes())
