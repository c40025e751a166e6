"""Where a run is looked at: at its evaluations, and between them, for the screen alone. The looks between decide
nothing.

Where an epoch is a whole number of evaluations, those always meet the same place in it; what lies between meets every
place alike.
"""

from __future__ import annotations

import math

import numpy as np

from core.frozen import frozen

SHARE = 0.01  # of the work of learning and evaluating that looks between may add in the long run
GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0  # its multiples fill a round evenly, wherever one stops
AHEAD = 1 << 17  # updates whose looks are found together


@frozen
class Glimpses:
    """Looks at a run, each at another place of an epoch of so many updates: at update u, one in 1 + u ÷ `early`
    updates, later one in `apart`; none where `apart` is 0."""

    apart: int
    early: int
    epoch: int

    @classmethod
    def of(cls, every: int, batch: int, train_size: int, samples: int, early: int) -> Glimpses:
        """As many looks at `samples` samples as learning hardly feels; none where there is nothing to be seen between:
        each update is evaluated, or sees all of the training part.

        To learn from a sample takes about as long as an answer to it and what is told of the answer.
        """
        if every == 1 or batch >= train_size:
            return NONE
        apart = math.ceil(1.0 / (SHARE * (1.0 / every + batch / samples)))
        return cls(apart, max(1, early), math.ceil(train_size / batch))

    def most(self, updates: int) -> int:
        """The most that can lie in so many updates."""
        return math.ceil(self._number(updates)) + 3 if self.apart else 0

    def within(self, first: int, last: int) -> np.ndarray:
        """The updates (looks,) int64, rising, after `first` and up to `last` that are to be looked at."""
        if not self.apart:
            return np.zeros(0, np.int64)
        numbers = np.arange(math.floor(self._number(first)), math.ceil(self._number(last)) + 2)
        updates = self._update(numbers)
        steps = np.minimum(self.epoch, np.minimum(self.apart, 1.0 + updates / self.early))
        places = np.floor(updates // steps * steps + steps * (numbers * GOLDEN % 1.0)).astype(np.int64)
        return np.unique(places[(places > first) & (places <= last)])

    @property
    def _settled(self) -> int:
        """The update from which on they lie `apart`."""
        return self.early * (self.apart - 1)

    def _number(self, update: int) -> float:
        """How many lie before an update, were they no whole numbers."""
        beyond = max(0, update - self._settled) / self.apart
        return self.early * math.log1p(min(update, self._settled) / self.early) + beyond

    def _update(self, numbers: np.ndarray) -> np.ndarray:
        """Where those of such numbers (looks,) lie."""
        settled = self._number(self._settled)
        beyond = np.maximum(0.0, numbers - settled) * self.apart
        return self.early * np.expm1(np.minimum(numbers, settled) / self.early) + beyond


NONE = Glimpses(0, 1, 1)


class Occasions:
    """The updates at which there is something to be seen: the evaluations, one in `every`, and the `glimpses` between
    them; many are found at a time."""

    def __init__(self, every: int, glimpses: Glimpses) -> None:
        self.every, self.glimpses = every, glimpses
        self._from, self._to = 0, -1
        self._found = np.zeros(0, np.int64)

    def within(self, first: int, last: int) -> np.ndarray:
        """Those (looks,) int64, rising, after `first` and up to `last`."""
        if not (self._from <= first and last <= self._to):
            self._from, self._to = first, max(last, first + AHEAD)
            evaluations = np.arange(first // self.every + 1, self._to // self.every + 1) * self.every
            self._found = np.union1d(evaluations, self.glimpses.within(first, self._to))
        begin, end = np.searchsorted(self._found, (first, last), side="right")
        return self._found[begin:end]
