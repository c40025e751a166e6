"""Every random number of a race as a function of seed, racer and update: of the gradient's noise, and of chance."""

from __future__ import annotations

import math

import numpy as np

from core import random


def gaussian_pairs(seed: int, purpose: str, count: int) -> np.ndarray:
    """(count, 2) float64 from N(0, 1), pair u for update u; more updates leave the earlier pairs as they are."""
    drawn = random.uniform(random.key(seed, purpose), 2 * count).reshape(count, 2)
    radius, angle = np.sqrt(-2.0 * np.log1p(-drawn[:, 0])), 2.0 * math.pi * drawn[:, 1]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def uniform_pairs(seed: int, purpose: str, count: int) -> np.ndarray:
    """(count, 2) float64, uniform in [0, 1)."""
    return random.uniform(random.key(seed, purpose), 2 * count).reshape(count, 2)
