"""Where samples of a table lie on top of each other: small shifts that let all of them be seen."""

from __future__ import annotations

import numpy as np

WIDEST = 0.06  # of the data's extent
ROOM = 0.3  # of the way to the next place
RINGED = 8  # samples that fit on a circle; more fill a disc
GOLDEN = np.pi * (3 - np.sqrt(5))


def spread(points: np.ndarray) -> np.ndarray:
    """Places (n, 2) -> shifts (n, 2) in the same units: nothing where a sample is alone, else a circle or a disc around
    the place."""
    shifts = np.zeros(points.shape)
    reach = _reach(points)
    if not len(points) or not reach.any():
        return shifts
    _, place, counts = np.unique(points, axis=0, return_inverse=True, return_counts=True)
    place = place.ravel()
    for number in np.flatnonzero(counts > 1):
        shifts[place == number] = _around(int(counts[number])) * reach
    return shifts


def _reach(points: np.ndarray) -> np.ndarray:
    """How far samples may be moved along each axis, (2,)."""
    found = np.zeros(2)
    for axis in (0, 1):
        values = np.unique(points[:, axis])
        if len(values) > 1:
            found[axis] = min(WIDEST * float(np.ptp(values)), ROOM * float(np.diff(values).min()))
    return found


def _around(count: int) -> np.ndarray:
    """`count` places (count, 2) within the unit circle: on it, or as seeds in a sunflower."""
    number = np.arange(count)
    angle = 2 * np.pi * number / count if count <= RINGED else GOLDEN * number
    radius = np.ones(count) if count <= RINGED else np.sqrt((number + 0.5) / count)
    return radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
