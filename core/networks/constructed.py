"""A net with one hidden layer that follows a curve by construction: that one exists needs no learning.

Two sigmoid units make a bump: one steps up where an interval begins, the other takes it back where it ends. One bump an
interval, each as high as the curve is there, add up to a staircase along the curve; with ever more and ever steeper
ones to the curve itself (the idea of Cybenko, 1989, as it is usually drawn).
"""

from __future__ import annotations

import numpy as np

from core.frozen import frozen

STEEP = 40.0  # the slope of a sigmoid's sum, times the width of an interval: from 0.1 to 0.9 within a tenth of it


@frozen(eq=False)
class Constructed:
    """f(x) = Σ out·σ(weight·x + bias) + shift over 2n units, those of a bump beside each other; arrays are (2n,)."""

    weight: np.ndarray
    bias: np.ndarray
    out: np.ndarray
    shift: float

    def shares(self, x: np.ndarray) -> np.ndarray:
        """What each unit adds, (2n, points)."""
        sums = self.weight[:, None] * x + self.bias[:, None]
        return self.out[:, None] * (0.5 * (1.0 + np.tanh(0.5 * sums)))  # σ without overflow

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """(points,) -> (points,)."""
        return self.shares(x).sum(axis=0) + self.shift


def constructed(x: np.ndarray, y: np.ndarray, count: int) -> Constructed:
    """Along samples (n,) with `count` bumps of one width, each as high above the mean as the samples in its interval
    are; where there are none, as high as a line between the neighbours is."""
    low, high = float(x.min()), float(x.max())
    width = (high - low) / count or 1.0
    edges = low + width * np.arange(count + 1)
    shift = float(y.mean())
    heights = _heights(x, y, edges) - shift
    slope = STEEP / width
    starts, ends = edges[:-1].copy(), edges[1:].copy()
    beyond = high - low or 1.0  # the outer ones go on beyond the samples
    starts[0], ends[-1] = starts[0] - beyond, ends[-1] + beyond
    places = np.column_stack([starts, ends]).ravel()
    signs = np.tile([1.0, -1.0], count)
    return Constructed(np.full(2 * count, slope), -slope * places, signs * np.repeat(heights, 2), shift)


def _heights(x: np.ndarray, y: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """The mean of y in each interval (count,), a line across those without samples."""
    count = len(edges) - 1
    which = np.clip(np.searchsorted(edges, x, side="right") - 1, 0, count - 1)
    many = np.bincount(which, minlength=count)
    known = many > 0
    means = np.bincount(which, y, minlength=count)[known] / many[known]
    middles = (edges[:-1] + edges[1:]) / 2
    return np.interp(middles, middles[known], means)
