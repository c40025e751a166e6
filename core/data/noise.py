"""The noise under which a batch is seen, where every update draws it anew: the same numbers for every engine and on
every processor, since nothing is worked out but looked up."""

from __future__ import annotations

import functools

import numpy as np

from core import random

STEPS = 1 << 16  # equal shares of the normal distribution, each of which stands for the number in its middle
AT_ONCE = 4  # numbers from one draw of 64 bits


def key(seed: int, *counters: int) -> int:
    """The stream of noise of a seed; a counter more tells one update from another."""
    return random.key(seed, "damage", *counters)


def drawn(seed: int, number: int, rows: int, columns: int) -> np.ndarray:
    """N(0, 1) for a batch of update `number` (from 0), (rows, columns) float32: a matter of seed, update and row,
    whatever the length of the batch."""
    draws = -(-columns // AT_ONCE)
    places = random.bits(key(seed, number), rows * draws).astype("<u8").view("<u2").reshape(rows, AT_ONCE * draws)
    return normal_numbers()[places[:, :columns]]


@functools.cache
def normal_numbers() -> np.ndarray:
    """The numbers in the middle of `STEPS` equal shares of N(0, 1), ascending, float32."""
    from statistics import NormalDist  # brings fractions and decimal

    normal = NormalDist()
    upper = np.array([normal.inv_cdf((k + 0.5) / STEPS) for k in range(STEPS // 2, STEPS)], np.float32)
    found = np.concatenate([-upper[::-1], upper])
    found.setflags(write=False)
    return found
