"""Band: between which values the middle 80 % of many curves lie, update by update."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.frozen import frozen
from core.luck.start import Start
from core.runs.statistics import quantiles

SHARES = (0.1, 0.5, 0.9)


@frozen(eq=False)
class Band:
    """`at` (n,) updates; `low`, `middle`, `high` (n,) quantiles of the figure there, infinite where runs that have
    diverged are among them."""

    at: np.ndarray
    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray


def band(starts: Sequence[Start], *, falling: bool) -> Band:
    """Of starts of one question. What has ended stays where it came to; what has diverged counts as worse than all
    others: of a figure that is the better the smaller it is, or the larger."""
    at = max(starts, key=lambda start: start.at[-1]).at
    sign = 1.0 if falling else -1.0
    curves = np.array([_along(start, at, sign) for start in starts])
    found = sign * np.array([quantiles(column.tolist(), SHARES) for column in curves.T])
    low, middle, high = found.T if falling else found.T[::-1]
    return Band(at, low, middle, high)


def _along(start: Start, at: np.ndarray, sign: float) -> np.ndarray:
    """A curve at other updates, worse upwards."""
    values = sign * np.interp(at, start.at, start.values)
    if start.diverged:
        values[at >= start.at[-1]] = np.inf
    return values
