"""sin, cos, exp, sqrt and tanh of a number, an array or a tensor: the library that belongs to a value."""

from __future__ import annotations

import math
from typing import Any

import numpy as np


def of(value: Any) -> Any:
    """`math` for a plain number (fast: no array is made), numpy for an array, torch for a tensor."""
    if type(value) is float or isinstance(value, int):
        return math
    if isinstance(value, (np.ndarray, np.generic)):
        return np
    import torch  # the value is a tensor, so it is loaded already

    return torch
