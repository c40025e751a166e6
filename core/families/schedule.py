"""Schedules: how the learning rate moves."""

from typing import ClassVar

import numpy as np

from core.params import Formulated

LARGEST = 1e8  # that a learning rate is multiplied by: with the largest rate it stays within single precision


def power(base: float, exponent: int) -> float:
    """base^exponent, at most `LARGEST`."""
    try:
        return min(base**exponent, LARGEST)
    except OverflowError:
        return LARGEST


class Schedule(Formulated):
    """How the learning rate moves in the course of a run."""

    family: ClassVar[str] = "schedules"
    watches: ClassVar[bool] = False  # needs the evaluations (plateau)
    steady: ClassVar[bool] = False  # every factor is 1

    def factor(self, update: int) -> float:
        """What the base learning rate is multiplied by in update number `update` (from 0)."""
        raise NotImplementedError

    def curve(self, updates: int) -> np.ndarray:
        """The factors of the first `updates` updates, (updates,) float64: what a form draws."""
        return np.array([self.factor(update) for update in range(updates)], dtype=np.float64)

    def next(self, state: dict[str, float] | None, loss: float) -> dict[str, float]:
        """For a schedule that watches: the state after one more evaluation; its "factor" multiplies the learning
        rate."""
        raise NotImplementedError
