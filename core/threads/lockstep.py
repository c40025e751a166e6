"""Lockstep: runs of one learning thread get on by the same count, of updates, of samples or of seconds of learning.

One of them sets the pace; what it has got on by, the others owe, and make at once. A batch is never cut, so by samples
a run is ahead of another by less than one of its own batches, and by seconds by the time that an update takes.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from core.engines.engine import GOING
from core.threads.lane import Lane
from core.training.stop_rules import NEVER

if TYPE_CHECKING:
    from core.comparison.comparison import Pace


PATIENCE = 0.25  # seconds that the others are given at once: what they owe then, they make between two commands


class Lockstep:
    """What is the same for all runs, and what each of them owes."""

    def __init__(self) -> None:
        self.pace: Pace = "updates"
        self._owed: dict[int, float] = {}

    def take(self, pace: Pace, lanes: Sequence[Lane]) -> None:
        """Another count is the same for all from now on. By samples, whoever is ahead by less than a batch, as in a
        state that runs in step go on from, waits for the others."""
        self.pace = pace
        self.forgive()
        if pace == "samples" and lanes:
            last = min(lane.session.samples for lane in lanes)
            ahead = {
                lane.run: lane.session.samples - last for lane in lanes if lane.session.samples - last < _batch(lane)
            }
            self._owed = {run: -float(samples) for run, samples in ahead.items()}

    def gather(self, lanes: Sequence[Lane]) -> None:
        """Runs have come together: whoever can go on owes what the furthest of them is ahead by."""
        self.take(self.pace, lanes)
        furthest = max(self.place(lane) for lane in lanes)
        behind = {lane.run: furthest - self.place(lane) for lane in lanes if lane.goes_on}
        self._owed |= {lane.run: behind[lane.run] for lane in lanes if behind.get(lane.run, 0.0) >= self._apart(lane)}

    def _apart(self, lane: Lane) -> float:
        """By how much a run is behind that is in step no more."""
        return {"updates": 1.0, "samples": float(_batch(lane))}.get(self.pace, PATIENCE)

    def forgive(self) -> None:
        """Nobody owes anything."""
        self._owed.clear()

    def forget(self, lane: Lane) -> None:
        """A run is on the thread no more."""
        self._owed.pop(lane.run, None)

    @property
    def even(self) -> bool:
        """Whether no run is behind."""
        return all(owed <= 0 for owed in self._owed.values())

    def leader(self, lanes: Sequence[Lane]) -> Lane | None:
        """The run that sets the pace: the first that may go on, by samples the one with the largest batches; None where
        all have ended."""
        going = [lane for lane in lanes if lane.goes_on]
        return max(going, key=_batch, default=None) if self.pace == "samples" else next(iter(going), None)

    def go(
        self, lanes: Sequence[Lane], leader: Lane, updates: int, halted: np.ndarray, epochs: float = math.inf
    ) -> None:
        """The leader makes up to so many updates, fewer where a command waits; the others come along."""
        with self.along(lanes, leader):
            leader.learn(updates, halted, epochs=epochs)

    def along(self, lanes: Sequence[Lane], leader: Lane) -> Along:
        """While this is entered the leader gets on; then the others do."""
        return Along(self, lanes, leader)

    def owe(self, lanes: Sequence[Lane], got: float) -> None:
        """So much have others got on."""
        for lane in lanes:
            self._owed[lane.run] = self._owed.get(lane.run, 0.0) + got

    def pay(self, lanes: Sequence[Lane], halted: np.ndarray, patience: float) -> None:
        """Whoever is behind comes up, as far as that can be done in so many seconds and before `halted[0]` is set."""
        end = time.monotonic() + patience
        for lane in lanes:
            while self._owed.get(lane.run, 0.0) > 0 and not (halted[0] or time.monotonic() >= end):
                before = self.place(lane)
                self._come_up(lane, self._owed[lane.run], halted, end)
                self._owed[lane.run] -= self.place(lane) - before
                if not lane.goes_on:
                    del self._owed[lane.run]

    def place(self, lane: Lane) -> float:
        """Where a run is, by the count that is the same for all."""
        return float({"updates": lane.session.updates, "samples": lane.session.samples}.get(self.pace, lane.seconds))

    def _come_up(self, lane: Lane, owed: float, halted: np.ndarray, end: float) -> None:
        if self.pace == "seconds":
            end = min(end, time.monotonic() + owed)
        late = lambda: time.monotonic() >= end  # noqa: E731 a moment, asked for in mid-stretch
        if self.pace == "updates":
            lane.learn(math.ceil(owed), halted, late=late)
        elif self.pace == "samples":
            lane.learn(NEVER, halted, samples=math.ceil(owed), late=late)
        else:
            lane.learn(lane.cost.due("max", owed), halted, late=late)


class Along:
    """What a leader gets on by, the others owe and pay."""

    def __init__(self, lockstep: Lockstep, lanes: Sequence[Lane], leader: Lane) -> None:
        self._lockstep, self._leader = lockstep, leader
        self._others = [lane for lane in lanes if lane is not leader and lane.goes_on]

    def __enter__(self) -> None:
        self._before = self._lockstep.place(self._leader)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            return
        self._lockstep.owe(self._others, self._lockstep.place(self._leader) - self._before)
        self._lockstep.pay(self._others, GOING, PATIENCE)


def _batch(lane: Lane) -> int:
    return lane.session.learner.batches.size
