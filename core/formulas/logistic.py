"""The logistic function and its relatives in numpy, without overflow for any number."""

from __future__ import annotations

import numpy as np


def sigmoid(a: np.ndarray) -> np.ndarray:
    """σ(a) = 1/(1+e⁻ᵃ), element by element; small values keep their relative precision."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(a, dtype=np.float64)))


def softplus(a: np.ndarray) -> np.ndarray:
    """log(1+eᵃ), element by element."""
    return np.logaddexp(0.0, a)


def log_sum_exp(a: np.ndarray) -> np.ndarray:
    """log Σ eᵃ over the last axis, which stays with length 1."""
    top = a.max(axis=-1, keepdims=True)
    return top + np.log(np.exp(a - top).sum(axis=-1, keepdims=True))


def softmax(a: np.ndarray) -> np.ndarray:
    """eᵃ/Σeᵃ over the last axis: positive shares that add up to 1."""
    shares = np.exp(a - a.max(axis=-1, keepdims=True))
    return shares / shares.sum(axis=-1, keepdims=True)
