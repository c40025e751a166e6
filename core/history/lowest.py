"""The lowest loss of a run, and the update at which it was measured: blocks of a history know the one alone."""

from __future__ import annotations

import numpy as np

from core.frozen import frozen

LOSSES = ("validation.loss", "test.loss", "train.loss")  # the first that is measured tells
MOST = 64  # records that are kept, the newest and the first among them


@frozen
class Low:
    """The lowest value of a metric, after so many updates."""

    metric: str
    update: int
    value: float


@frozen(eq=False)
class Records:
    """Values of a metric that were lower than all before, falling, and the updates (records,) at which."""

    updates: np.ndarray
    values: np.ndarray

    def with_more(self, updates: np.ndarray, values: np.ndarray) -> Records:
        """Further evaluations (n,); what is not finite is none."""
        known = np.append(self.values[-1:], np.where(np.isfinite(values), values, np.inf))
        best = np.minimum.accumulate(known)
        if not len(self.values):
            best = np.append(np.inf, best)
        new = best[1:] < best[:-1]
        if not new.any():
            return self
        updates, values = np.append(self.updates, updates[new]), np.append(self.values, values[new])
        while len(values) > MOST:
            keep = np.sort(np.append(np.arange(len(values) - 1, 0, -2), 0))
            updates, values = updates[keep], values[keep]
        return Records(updates, values)

    def before(self, update: float) -> Records:
        """Those of earlier updates."""
        known = self.updates < update
        return Records(self.updates[known], self.values[known])


NO_RECORDS = Records(np.zeros(0), np.zeros(0))
