"""The grid of a sheet: its axes, in which order its points are computed, and a whole picture from those that are
known."""

from __future__ import annotations

import numpy as np

STRIDES = (16, 8, 4, 2, 1)  # from coarse to fine


def axis(half_width: float, resolution: int) -> np.ndarray:
    """(R,) evenly spaced from −half_width to half_width with 0 exactly in the middle; R is odd."""
    half = resolution // 2
    return np.arange(-half, half + 1) * (half_width / half)


def stages(resolution: int) -> list[np.ndarray]:
    """For each stage the lines (of either axis) that are known after it: every 16th, 8th, 4th, 2nd from the middle and
    both edges, all."""
    half = resolution // 2
    strides = [stride for stride in STRIDES if stride < half or stride == 1]
    lines = [np.arange(half % stride, resolution, stride) for stride in strides]
    return [np.unique(np.concatenate([kept, [0, resolution - 1]])) for kept in lines]


def filled(values: np.ndarray, lines: tuple[np.ndarray, ...]) -> np.ndarray:
    """Values known on some lines of each axis, (R, …) with the known ones in their places -> the same with linear
    values between."""
    for which, known in enumerate(lines):
        if len(known) < values.shape[which]:
            values = _between(np.take(values, known, axis=which), known, values.shape[which], which)
    return values


def _between(known_values: np.ndarray, known: np.ndarray, size: int, which: int) -> np.ndarray:
    everywhere = np.arange(size)
    right = np.clip(np.searchsorted(known, everywhere), 1, len(known) - 1)
    left = right - 1
    share = (everywhere - known[left]) / (known[right] - known[left])
    share = share.reshape([-1 if axis == which else 1 for axis in range(known_values.ndim)])
    low, high = np.take(known_values, left, axis=which), np.take(known_values, right, axis=which)
    with np.errstate(all="ignore"):
        mixed = low * (1 - share) + high * share
    return np.where(share == 0, low, np.where(share == 1, high, mixed))


def interpolate(axes: tuple[np.ndarray, ...], values: np.ndarray, places: np.ndarray) -> np.ndarray:
    """A sheet (R, R) over evenly spaced axes, or a line (R,), at places (m, axes): linear between the points, nan
    beside the sheet."""
    inside = np.ones(len(places), bool)
    result_lines: list[tuple[np.ndarray, np.ndarray]] = []
    for line, place in zip(axes, places.T, strict=True):
        exact = (place - line[0]) / (line[-1] - line[0]) * (len(line) - 1)
        inside &= (exact >= -1e-9) & (exact <= len(line) - 1 + 1e-9)
        exact = np.where(np.isfinite(exact), np.clip(exact, 0, len(line) - 1), 0.0)
        left = np.minimum(exact.astype(np.intp), len(line) - 2)
        result_lines.append((left, exact - left))
    total = np.zeros(len(places))
    for corner in range(2 ** len(axes)):
        weight, index = np.ones(len(places)), []
        for number, (left, share) in enumerate(result_lines):
            high = corner >> number & 1
            index.append(left + high)
            weight = weight * (share if high else 1 - share)
        with np.errstate(all="ignore"):
            total += np.where(weight > 1e-12, weight * values[tuple(index)], 0.0)
    return np.where(inside, total, np.nan)
