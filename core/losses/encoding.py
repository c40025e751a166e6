"""What outputs should say for classes: 0 and 1, or −1 and 1."""

from __future__ import annotations

import numpy as np


def is_classes(y: np.ndarray) -> bool:
    """Whether y holds class numbers (whole) or values (float)."""
    return np.issubdtype(y.dtype, np.integer)


def one_hot(y: np.ndarray, outputs: int) -> np.ndarray:
    """Class numbers (samples,) -> (samples, outputs): 1 for the sample's class, else 0; one output says 1 for class
    1."""
    if outputs == 1:
        return y[:, None].astype(np.float64)
    return np.eye(outputs)[y]


def bits(y: np.ndarray, answers: int) -> np.ndarray:
    """Numbers of combinations (samples,) -> (samples, answers) bool: bit i is answer i."""
    return (y[:, None] >> np.arange(answers) & 1).astype(bool)


def signs(y: np.ndarray, outputs: int) -> np.ndarray:
    """Class numbers (samples,) -> (samples, outputs): 1 for the sample's class, else −1."""
    return 2.0 * one_hot(y, outputs) - 1.0


def values(y: np.ndarray) -> np.ndarray:
    """Values (samples,) -> (samples, 1)."""
    return y[:, None].astype(np.float64)
