"""Every preset against the loop that a person would write for it: which engine makes its updates, and how fast."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from app.bench.rates import preset, without_evaluations
from app.bench.rows import Found, Row
from core.data.preparation import prepare
from core.document import kind_of
from core.documents.document import FIRST_KIND
from core.machine import device
from core.machine.resources import FOLDER
from core.training.session import Session
from core.yardsticks.plain_loop import plain_loop

PAIRS = 11  # stretches of either side, by turns
SECONDS = 0.06  # of a stretch
GALLERY = "gallery"  # the list of them
WARM = 50  # updates before


def measure() -> Found:
    """A row for each preset that is a network."""
    found = sorted(path for path in (FOLDER / "presets").glob("*.toml") if path.stem != GALLERY)
    return [_row(path.stem) for path in found if kind_of(path) == FIRST_KIND]


def _row(name: str) -> Row:
    experiment = without_evaluations(preset(name))
    prepared = prepare(experiment)
    session, bare = Session(experiment, prepared), plain_loop(experiment, prepared)
    learner = session.learner
    threads = device.threads_for(learner.size * learner.batches.size) if learner.looking is None else 1
    sides = [_Side(session.advance, threads), _Side(bare, threads)]
    pairs = [[side.seconds() for side in sides] for _ in range(PAIRS)]
    ours, theirs = (1.0 / statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(bare / lab for lab, bare in pairs)
    clock = "processor time" if threads == 1 else "by the clock"
    return Row(
        f"`{name}`",
        f"{learner.engine.name}; {learner.size:,} parameters, batch {learner.batches.size}; {clock}",
        "1 × a hand-written PyTorch loop",
        ratio,
        "×",
        ratio >= 1.0,
        f"{ours:,.0f} against {theirs:,.0f} updates/s",
    )


class _Side:
    """A function that makes a number of updates, warm, and how many of them fill a stretch."""

    def __init__(self, learn: Callable[[int], object], threads: int) -> None:
        self._learn = learn
        self._clock = time.thread_time if threads == 1 else time.perf_counter  # the one thread alone, or all of them
        self._updates = WARM
        for _ in range(2):  # the first updates tell little of how long one takes
            self._updates = max(2, round(SECONDS / self.seconds()))

    def seconds(self) -> float:
        """What an update takes in one stretch."""
        start = self._clock()
        self._learn(self._updates)
        return (self._clock() - start) / self._updates
