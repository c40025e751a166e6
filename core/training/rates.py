"""What the learning rate is, update by update."""

from __future__ import annotations

import numpy as np

from core.experiment import Experiment
from core.families import Schedule
from core.history.state import StopState

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


def factor_of(experiment: Experiment, watch: StopState, update: int) -> float:
    """What the learning rate is multiplied by in update number `update` (from 0): by the schedule and the plateau."""
    plateau = watch.plateau["factor"] if watch.plateau else 1.0
    return experiment.schedule.factor(update) * plateau


def rates_of(experiment: Experiment, watch: StopState, updates: np.ndarray) -> np.ndarray:
    """The learning rates of many updates (n,), as `rate_of` each."""
    if experiment.schedule.steady:
        return np.full(len(updates), rate_of(experiment, watch, 0))
    return np.array([rate_of(experiment, watch, update) for update in updates.tolist()])


def rate_of(experiment: Experiment, watch: StopState, update: int) -> float:
    """The learning rate of that update."""
    return experiment.rule.lr_beside(experiment.optimizer) * factor_of(experiment, watch, update)
