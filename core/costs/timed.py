"""How long an update takes, measured here and now: a matter of this computer and of what else it does."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from core.costs.ways import Way
from core.data.batches import Cursor
from core.data.preparation import Prepared
from core.engines.choice import get_kernel, own_kind
from core.experiment import Experiment
from core.frozen import frozen
from core.machine import device
from core.machine.out_of_memory import failure
from core.messages import BadInput
from core.training.stop_rules import NEVER

PIECES = 5  # stretches, of which the middle one counts
SECONDS = 0.25  # of all of them together, if an update is not longer itself
OWN = "What learns here has an engine of its own."
GROWTH = 4  # times that a stretch grows until it is long enough


@frozen
class Timed:
    """`seconds` of an update with so many samples; `problem` says why there are none, "" where there are."""

    way: Way
    batch: int
    seconds: float = 0.0
    problem: str = ""

    @property
    def samples_a_second(self) -> float:
        return self.batch / self.seconds if self.seconds else 0.0


def timed(way: Way, experiment: Experiment, prepared: Prepared, halted: np.ndarray) -> Timed:
    """An update of an experiment made that way; whoever sets `halted[0]` gets what there is at once."""
    from core.engines.learner import Learner

    batch = 0
    if way.engine == "fused" and (reason := get_kernel(experiment.dtype, lambda _: None)):
        return Timed(way, batch, problem=reason)
    try:
        learner = Learner(way.of(experiment), prepared)
        batch = learner.batches.size
        if way.engine != "eager" and (reason := learner.engine_reason or _own(experiment)):
            return Timed(way, batch, problem=reason)
        if way.threads:
            device.set_threads(way.threads)
        stretches = _Stretches(learner.engine.stretch, learner.batches, halted)

        def learn(updates: int) -> None:
            stretches(min(updates, learner.engine.longest))
            device.settle(way.device)

        return Timed(way, batch, _seconds(learn, learner.engine.longest, halted))
    except (BadInput, MemoryError, RuntimeError, ArithmeticError) as error:  # PyTorch's errors are RuntimeErrors
        return Timed(way, batch, problem=str(error) if isinstance(error, BadInput) else failure(error))


def _own(experiment: Experiment) -> str:
    return OWN if own_kind(experiment) != "eager" else ""


class _Stretches:
    """Updates one after the other, without evaluations between them."""

    def __init__(self, stretch: Callable[..., tuple[Cursor, int, int]], batches: object, halted: np.ndarray) -> None:
        self._stretch, self._batches, self._halted = stretch, batches, halted
        self._cursor, self._made = Cursor(), 0

    def __call__(self, updates: int) -> None:
        factors = np.ones(updates)
        self._cursor, made, _ = self._stretch(self._batches, self._cursor, self._made, factors, NEVER, self._halted)
        self._made += made


def _seconds(learn: Callable[[int], object], longest: int, halted: np.ndarray) -> float:
    """Of an update: the median of some stretches, the first of which is not counted."""
    learn(1)
    count, spent = 1, _spent(learn, 1)
    while spent < SECONDS / PIECES and count < longest and not halted[0]:
        count = min(longest, count * GROWTH)
        spent = _spent(learn, count)
    found = [spent]
    while len(found) < PIECES and sum(found) < SECONDS and not halted[0]:
        found.append(_spent(learn, count))
    return statistics.median(found) / count


def _spent(learn: Callable[[int], object], updates: int) -> float:
    begun = time.perf_counter()
    learn(updates)
    return time.perf_counter() - begun
