"""Every random number as a function of (seed, purpose, counter): splitmix64, the same bits everywhere.

There is no state to share, so threads cannot disturb one another and a run that was restored draws what it would
have drawn. Source of the mixing function: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
"""

from __future__ import annotations

import numpy as np

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_MASK = 0xFFFFFFFFFFFFFFFF
_STEP, _FIRST, _SECOND = int(_GOLDEN), int(_MIX_1), int(_MIX_2)
_TO_UNIT = 2.0**-53


def mix(value: np.ndarray) -> np.ndarray:
    """The splitmix64 finalizer, element by element, on uint64."""
    value = (value ^ (value >> np.uint64(30))) * _MIX_1
    value = (value ^ (value >> np.uint64(27))) * _MIX_2
    return value ^ (value >> np.uint64(31))


def key(seed: int, purpose: str, *counters: int) -> int:
    """One 64-bit key for a seed, a purpose in words and any number of counters."""
    state = seed & _MASK
    for number in (*purpose.encode(), *counters):
        state = _mixed((state + _STEP + number) & _MASK)
    return state


def _mixed(value: int) -> int:
    """`mix` of one number, without the detour over an array."""
    value = ((value ^ (value >> 30)) * _FIRST) & _MASK
    value = ((value ^ (value >> 27)) * _SECOND) & _MASK
    return value ^ (value >> 31)


def bits(stream: int, count: int, start: int = 0) -> np.ndarray:
    """`count` random uint64 of the stream named by a key, from position `start` on."""
    index = np.arange(start + 1, start + count + 1, dtype=np.uint64)
    return mix(np.uint64(stream) + index * _GOLDEN)


def uniform(stream: int, count: int, low: float = 0.0, high: float = 1.0, start: int = 0) -> np.ndarray:
    """`count` float64, uniform in [low, high)."""
    return low + (high - low) * ((bits(stream, count, start) >> np.uint64(11)) * _TO_UNIT)


def normal(stream: int, count: int) -> np.ndarray:
    """`count` float64 from N(0, 1), by Box and Muller's transformation."""
    half = (count + 1) // 2
    luck = uniform(stream, 2 * half)
    radius, angle = np.sqrt(-2.0 * np.log1p(-luck[:half])), 2.0 * np.pi * luck[half:]
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:count]


def permutation(stream: int, count: int) -> np.ndarray:
    """A random order of 0 … count − 1 as int64: the order of random keys."""
    return np.argsort(bits(stream, count), kind="stable")


class Stream:
    """A cursor over one stream, for recipes that draw several things in turn."""

    def __init__(self, seed: int, purpose: str, *counters: int) -> None:
        self._key = key(seed, purpose, *counters)
        self._draws = 0

    def _next(self) -> int:
        self._draws += 1
        return key(self._key, "draw", self._draws)

    def uniform(self, count: int, low: float = 0.0, high: float = 1.0) -> np.ndarray:
        return uniform(self._next(), count, low, high)

    def normal(self, count: int) -> np.ndarray:
        return normal(self._next(), count)

    def permutation(self, count: int) -> np.ndarray:
        return permutation(self._next(), count)
