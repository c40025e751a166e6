"""How much of the real samples' places what is generated reaches: what mode collapse is recognised by."""

from __future__ import annotations

import functools

import numpy as np

PLACES = 24  # anchors among the real samples
SPARSE = 0.15  # of what the real samples hold there: less does not count as reached
MOST = 2000  # real samples that the places are made of, evenly taken
ORDINARY = 0.95  # of the unseen real samples that are not unusually far from the others
JUDGED = 500  # generated samples whose nearest real ones are sought


class Coverage:
    """What the real samples (n, features) hold, computed once; `y` (n,) are their class numbers where the data have
    classes, `unseen` (m, features) real samples that are not among them.

    Places are the cells of anchors spread among the real samples, each as far from the others as can be. A place, or a
    class, is reached when the generated samples hold at least 15 % of what the real ones do.
    """

    def __init__(self, real: np.ndarray, y: np.ndarray | None = None, unseen: np.ndarray | None = None) -> None:
        some = real if len(real) <= MOST else real[np.arange(MOST) * len(real) // MOST]
        self._anchors = spread_anchors(some, min(PLACES, len(some)))
        self._held = np.bincount(_nearest(some, self._anchors), minlength=len(self._anchors)) / len(some)
        self._real, self._y, self._unseen = real, y, unseen if unseen is not None and len(unseen) else real

    @property
    def has_classes(self) -> bool:
        return self._y is not None

    def share(self, made: np.ndarray) -> float:
        """The share of the real samples whose place is reached by `made` (m, features)."""
        if not np.isfinite(made).all():
            return 0.0
        reached = (
            np.bincount(_nearest(made, self._anchors), minlength=len(self._anchors)) / len(made) >= SPARSE * self._held
        )
        return float(self._held[reached].sum())

    def classes(self, made: np.ndarray) -> float:
        """How many of the real samples' classes are reached; a generated sample counts for the class of the real one
        that is nearest to it."""
        if self._y is None or not np.isfinite(made).all():
            return 0.0
        numbers, places = np.unique(self._y, return_inverse=True)
        made = made[:JUDGED]
        found = np.bincount(places[self.nearest(made)[0]], minlength=len(numbers)) / len(made)
        return float((found >= SPARSE * np.bincount(places) / len(places)).sum())

    def near(self, made: np.ndarray) -> float:
        """The share of the generated samples that are as near to a real one as 95 % of the unseen real ones are: what
        lies farther off looks like none of them."""
        if not np.isfinite(made).all():
            return 0.0
        return float((self.nearest(made[:JUDGED])[1] <= self._far).mean())

    def nearest(self, made: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each of `made` (m, features) the place of the nearest real sample, (m,), and how far off it is: the root
        of the mean square, (m,)."""
        real, squares = self._single
        nearest = (squares - 2.0 * made.astype(np.float32) @ real.T).argmin(axis=1)
        return nearest, np.sqrt(np.square(made - self._real[nearest]).mean(axis=1))

    @functools.cached_property
    def _far(self) -> float:
        """How far the unseen real samples are from their nearest, but for 5 % of them."""
        return float(np.quantile(self.nearest(self._unseen)[1], ORDINARY))

    @functools.cached_property
    def _single(self) -> tuple[np.ndarray, np.ndarray]:
        """The real samples in single precision, half the work, and their squares; only made for those who ask for the
        nearest."""
        real = self._real.astype(np.float32)
        return real, np.square(real).sum(axis=1)


def spread_anchors(samples: np.ndarray, count: int) -> np.ndarray:
    """(count, features): one sample after another, each the furthest from those before it; the first is the first
    sample."""
    chosen, distance = [0], np.square(samples - samples[0]).sum(axis=1)
    while len(chosen) < count:
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.square(samples - samples[chosen[-1]]).sum(axis=1))
    return samples[chosen]


def _nearest(samples: np.ndarray, anchors: np.ndarray) -> np.ndarray:
    """The number of the nearest anchor, (n,)."""
    return (np.square(anchors).sum(axis=1) - 2.0 * samples @ anchors.T).argmin(axis=1)
