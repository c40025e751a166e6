"""Round ends for the axes of curves, running extremes, and the flag that marks a moment."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtGui import QPainterPath

ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)  # ends of a linear axis, times powers of ten


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


def window_of(blocks: int) -> int:
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
