"""Which samples make the next update: a pure function of the experiment and a cursor."""

from __future__ import annotations

import numpy as np

from core import random
from core.experiment import Experiment
from core.frozen import frozen


@frozen
class Cursor:
    """Where a run stands in its data: the order's number, the position in it, samples carried over from the order
    before."""

    epoch: int = 0
    position: int = 0
    carried: int = 0


def order(experiment: Experiment, samples: int, epoch: int) -> np.ndarray:
    """The order of the training samples in one epoch, (samples,) int64: f(batches seed, epoch)."""
    if experiment.shuffle == "never":
        return np.arange(samples)
    number = epoch if experiment.shuffle == "each epoch" else 0
    return random.permutation(random.key(experiment.seeds.batches, "order", number), samples)


def batch_size(experiment: Experiment, samples: int) -> int:
    """The samples of a full batch: never more than there are; one, or all, where the rule has it so."""
    if experiment.rule.batches == "one":
        return 1
    if experiment.batch_size == "all" or experiment.rule.batches == "all":
        return samples
    return min(experiment.batch_size, samples)


class Batches:
    """Draws batch after batch; the orders of the last two epochs are kept, nothing else."""

    def __init__(self, experiment: Experiment, samples: int) -> None:
        self.experiment, self.samples = experiment, samples
        self.size = batch_size(experiment, samples)
        self._orders: dict[int, np.ndarray] = {}

    def order(self, epoch: int) -> np.ndarray:
        if epoch not in self._orders:
            self._orders = {number: kept for number, kept in self._orders.items() if number == epoch - 1}
            self._orders[epoch] = order(self.experiment, self.samples, epoch)
        return self._orders[epoch]

    def next(self, cursor: Cursor) -> tuple[np.ndarray, Cursor]:
        """The places (in the training part) of the coming batch, and the cursor after it."""
        cursor = self._turn(cursor, self.size)
        end = min(cursor.position + self.size, self.samples)
        places = self.order(cursor.epoch)[cursor.position : end]
        if cursor.carried:
            places = np.concatenate([self.order(cursor.epoch - 1)[-cursor.carried :], places])
        return places, Cursor(cursor.epoch, end)

    def _turn(self, cursor: Cursor, size: int) -> Cursor:
        """Start the next epoch where this one has no batch left."""
        left = self.samples - cursor.position
        if left >= size or (left > 0 and self.experiment.last_batch == "keep"):
            return cursor
        carried = left if self.experiment.last_batch == "carry" else 0
        return Cursor(cursor.epoch + 1, 0, carried)
