"""Lengths of gradients on a log scale that is the same for every sequence."""

from __future__ import annotations

import math

import numpy as np

DECADES = 6  # that are shown below the largest, so that the bars of two sequences can be compared


def log_heights(values: np.ndarray) -> tuple[np.ndarray, float]:
    """Lengths (steps,) -> heights 0 … 1 on a log scale of `DECADES` decades, and the largest, which is 1 on it; zeros
    lie on the floor."""
    finite = np.where(np.isfinite(values), values, 0.0)
    largest = float(finite.max(initial=0.0))
    if largest <= 0:
        return np.zeros(len(values)), 0.0
    with np.errstate(divide="ignore"):
        logs = np.log10(finite) - math.log10(largest)
    return np.clip(1 + logs / DECADES, 0.0, 1.0), largest
