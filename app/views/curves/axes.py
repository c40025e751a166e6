"""Round ends for the axes of curves, running extremes, and the flag that marks a moment."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainterPath

ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)  # ends of a linear axis, times powers of ten
ALONG = 40  # places at which a curve is looked at

Spans = tuple[np.ndarray, np.ndarray, np.ndarray]  # x ascending, and from which height to which something is there


def round_up(value: float, least: float) -> float:
    """The next round number at or above a value, and not below `least`."""
    if not math.isfinite(value) or value <= least:
        return least
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in ROUND if step * power >= value * (1 - 1e-9))


def log_ends(values: np.ndarray) -> tuple[float, float]:
    """Whole and half decades around log10 values."""
    if not len(values):
        return 0.0, 1.0
    low, high = math.floor(2 * float(values.min())) / 2, math.ceil(2 * float(values.max())) / 2
    return low, max(high, low + 0.5)


def drawn(items: Iterable[pg.PlotCurveItem]) -> tuple[np.ndarray, np.ndarray]:
    """The finite points (points,) of all curves together, x and y."""
    pairs = [(x, y) for x, y in (item.getData() for item in items) if x is not None and y is not None]
    xs = np.concatenate([x for x, _ in pairs] or [np.zeros(0)])
    ys = np.concatenate([y for _, y in pairs] or [np.zeros(0)])
    known = np.isfinite(xs) & np.isfinite(ys)
    return xs[known], ys[known]


def spans(curve: pg.PlotCurveItem) -> Spans:
    """What a curve takes of the picture."""
    xs, ys = drawn([curve])
    return xs, ys, ys


def band_spans(ring: pg.PlotCurveItem) -> Spans:
    """What a band takes, whose ring runs along its foot and back along its top."""
    xs, ys = drawn([ring])
    half = len(xs) // 2
    return xs[:half], ys[:half], ys[::-1][:half]


def passing(taken: Iterable[Spans], across: tuple[float, float], up: tuple[float, float]) -> int:
    """How much of what is taken lies within a rectangle, in places of `ALONG` evenly spaced ones a curve."""
    places, count = np.linspace(*across, ALONG), 0
    for xs, lows, highs in taken:
        if len(xs):
            seen = places[(places >= xs[0]) & (places <= xs[-1])]
            count += int(((np.interp(seen, xs, highs) >= up[0]) & (np.interp(seen, xs, lows) <= up[1])).sum())
    return count


def window_of(blocks: int) -> int:
    """How many blocks, an odd number, a running extreme looks at."""
    return max(3, blocks // 25) | 1


def running_extreme(values: np.ndarray, window: int, pick: np.ufunc) -> np.ndarray:
    """The running extreme over a window, (n,) -> (n,)."""
    half = window // 2
    padded = np.concatenate([np.full(half, np.nan), values, np.full(half, np.nan)])
    return pick.reduce(np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1), axis=1)


def flag() -> QPainterPath:
    """A pennant whose pole stands at the place it marks."""
    path = QPainterPath()
    path.moveTo(0, -0.5)
    path.lineTo(0.8, -0.15)
    path.lineTo(0, 0.2)
    path.closeSubpath()
    return path
