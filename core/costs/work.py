"""CostWork: updates timed on a thread of their own; what is new is polled."""

from __future__ import annotations

import dataclasses

import numpy as np

from core.costs.timed import Timed, timed
from core.costs.ways import Way, ways
from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.frozen import frozen
from core.threads.aside import Aside

WIDTH, BATCH = "width", "batch"
SIZES = {WIDTH: (4, 16, 64, 256, 1024), BATCH: (1, 4, 16, 64, 256, 1024, 4096)}
LONG = 0.5  # s of an update from which on nothing larger is asked of a way


@frozen
class Point:
    """What a way takes at one size of the network, or of its batches."""

    size: int
    timed: Timed


@frozen
class Question:
    """What is timed: an experiment by every way; over `axis`, its width or batch size, or as it is where that is ""."""

    experiment: Experiment
    axis: str = ""


class CostWork(Aside[tuple[Way, ...] | Point]):
    """Tells the ways first, then every point, size by size."""

    def __init__(self, question: Question, prepared: Prepared | None = None) -> None:
        """`prepared` are the samples of the experiment, where they are at hand."""
        super().__init__("costs")
        self.question, self._prepared = question, prepared
        self._flag = np.zeros(1, np.uint8)

    def stop(self) -> None:
        self._flag[0] = 1  # an engine looks at it after every update
        super().stop()

    # The thread

    def make(self) -> None:
        there, question = ways(), self.question
        self.tell(there)
        prepared = self._prepared or prepare(question.experiment)
        going = [way for way in there if not way.reason]
        for size, experiment in variants(question, len(prepared.train)):
            for way in list(going):
                found = timed(way, experiment, prepared, self._flag)
                if self.halted():
                    return
                self.tell(Point(size, found))
                if found.problem or found.seconds > LONG:
                    going.remove(way)


def variants(question: Question, samples: int) -> list[tuple[int, Experiment]]:
    """The experiment at each size, from small to large; of `samples` a batch has no more."""
    experiment = question.experiment
    if question.axis == BATCH:
        sizes = sorted({min(size, samples) for size in SIZES[BATCH]})
        return [(size, experiment.model_copy(update={"batch_size": size})) for size in sizes]
    if question.axis == WIDTH:
        return [(size, widened(experiment, size)) for size in SIZES[WIDTH]]
    return [(0, experiment)]


def can_widen(experiment: Experiment) -> bool:
    """Whether there is a hidden layer whose units or channels can be counted."""
    return widened(experiment, SIZES[WIDTH][0]) != widened(experiment, SIZES[WIDTH][1])


def widened(experiment: Experiment, size: int) -> Experiment:
    """With so many units, or channels, in every hidden layer that has any; stored starting weights fit no more."""
    layers = tuple(
        layer.model_copy(update={name: size for name in ("units", "channels") if name in type(layer).model_fields})
        for layer in experiment.layers
    )
    start = experiment.start.model_copy(update={"weights": {}})
    return experiment.model_copy(update={"layers": layers, "start": start})


def with_reason(way: Way, found: Timed) -> Way:
    """The way with why it came to nothing, where it did."""
    return dataclasses.replace(way, reason=found.problem) if found.problem else way
