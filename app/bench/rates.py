"""Updates a second: of the lab, and of a loop written by hand."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from app.bench.rows import Row
from core.data.preparation import Prepared, prepare
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frozen import frozen
from core.machine import device
from core.machine.resources import FOLDER
from core.yardsticks.plain_loop import plain_loop

SECONDS = 0.8  # of learning in each measurement
STRETCHES, STRETCH = 31, 0.06  # of either side where they alternate, and the seconds of one
WARM = 100  # updates before


def preset(name: str) -> Experiment:
    """A preset without an end."""
    return replace_all(Experiment.load(FOLDER / "presets" / f"{name}.toml"), (("stop", {}), ("goal", None)))


def without_evaluations(experiment: Experiment) -> Experiment:
    """The bare loop makes none."""
    return replace_all(experiment, (("evaluate_every", 10**9),))


def session_rate(experiment: Experiment, slice_: int, prepared: Prepared | None = None) -> float:
    """Updates a second of a session that is warm: loaded, compiled, past the first updates."""
    from core.training.session import Session

    session = Session(experiment, prepared)
    session.advance(2 * slice_)

    def learn(updates: int) -> None:
        session.advance(updates)
        session.course.evaluations.take_rows()

    return rate(learn, slice_)


def bare_rate(experiment: Experiment, slice_: int, prepared: Prepared | None = None) -> float:
    """Updates a second of the loop written by hand."""
    learn = plain_loop(experiment, prepared)
    learn(2 * slice_)
    return rate(learn, slice_)


def rate(learn: Callable[[int], object], slice_: int, seconds: float = SECONDS) -> float:
    """Updates a second of a function that makes a number of updates."""
    made, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        learn(slice_)
        made += slice_
    return made / (time.perf_counter() - start)


@frozen
class Beside:
    """A session and a bare loop in alternating stretches: updates a second, and the median of the pairs' ratios."""

    engine: str
    parameters: int
    batch: int
    threads: int
    ours: float
    theirs: float
    ratio: float

    def row(self, name: str, work: str) -> Row:
        """Held to the speed of the loop."""
        clock = "processor time" if self.threads == 1 else "by the clock"
        note = f"{self.ours:,.0f} against {self.theirs:,.0f} updates/s"
        bar = "1 × a hand-written PyTorch loop"
        return Row(name, f"{work}; {clock}", bar, self.ratio, "×", self.ratio >= 1.0, note)


def beside_bare(experiment: Experiment, prepared: Prepared | None = None) -> Beside:
    """A session beside the loop written by hand: one thread by what it takes of the processor, several by the clock."""
    from core.training.session import Session

    prepared = prepared or prepare(experiment)
    session, bare = Session(experiment, prepared), plain_loop(experiment, prepared)
    learner = session.learner
    threads = device.threads_for(learner.size * learner.batches.size) if learner.looking is None else 1
    sides = [_Side(learn, threads) for learn in (session.advance, bare)]
    pairs = [[side.seconds() for side in sides] for _ in range(STRETCHES)]
    ours, theirs = (1.0 / statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(loop / lab for lab, loop in pairs)
    return Beside(learner.engine.name, learner.size, learner.batches.size, threads, ours, theirs, ratio)


class _Side:
    """A function that makes a number of updates, warm, and how many of them fill a stretch."""

    def __init__(self, learn: Callable[[int], object], threads: int) -> None:
        self._learn = learn
        self._clock = time.thread_time if threads == 1 else time.perf_counter
        self._updates = WARM
        for _ in range(2):  # the first updates tell little of how long one takes
            self._updates = max(2, round(STRETCH / self.seconds()))

    def seconds(self) -> float:
        """What an update takes in one stretch."""
        start = self._clock()
        self._learn(self._updates)
        return (self._clock() - start) / self._updates
