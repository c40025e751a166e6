"""Numbers of a given spread, for starting weights scaled by the width of the layer."""

from __future__ import annotations

import math

import numpy as np

from core import random


def uniform(shape: tuple[int, ...], std: float, stream: int) -> np.ndarray:
    """A uniform distribution of the given standard deviation: its bounds are ±√3 σ."""
    bound = math.sqrt(3.0) * std
    return random.uniform(stream, math.prod(shape), -bound, bound).reshape(shape)


def normal(shape: tuple[int, ...], std: float, stream: int) -> np.ndarray:
    """A bell of the given standard deviation."""
    return std * random.normal(stream, math.prod(shape)).reshape(shape)
