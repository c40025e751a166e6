"""What the learning rate is multiplied by, update by update."""

from __future__ import annotations

import numpy as np

from core.families import Schedule

MOST = 1 << 16  # factors given at once
BLOCK = 2048  # updates whose factors are computed together
STEADY = np.ones(MOST)  # nobody writes to it


class RateFactors:
    """The factors of a schedule; those around the present update are kept."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self._start = 0
        self._block = np.empty(0)

    def of(self, update: int, count: int) -> np.ndarray:
        """The factors of up to `count` updates from number `update` on, at least one."""
        if self.schedule.steady:
            return STEADY[:count]
        if not self._start <= update < self._start + len(self._block):
            self._start = update - update % BLOCK
            self._block = np.array([self.schedule.factor(number) for number in range(self._start, self._start + BLOCK)])
        place = update - self._start
        return self._block[place : place + count]
