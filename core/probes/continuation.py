"""A forecast: the next value said from the true past, and a stretch said from the network's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import Answer, Probe
from core.params import hidden, integer
from core.sequences import is_sequence

if TYPE_CHECKING:
    from core.moment import Moment

BEFORE = 40  # steps of the past that are shown before the continuation begins
CHUNK = 4  # steps of a continuation that are made in one go: some milliseconds
MOST_TAUGHT = 600  # samples that are answered one step ahead


class Continuation(Probe):
    """The truth, what the network says from one step to the next, and how it goes on when it hears only itself.

    One step ahead is easy: the truth comes back after each answer. Left to itself, every error is fed in again; a net that has understood the rhythm keeps it.
    """

    label = "Forecast"
    kind: Literal["continuation"] = "continuation"
    start: int = hidden(-1, help="The sample from which on the network hears only itself; −1: the first of the test part.")
    length: int = integer(60, 10, 200, minimum=1, maximum=1000, label="Continued for", unit="steps", help="How many steps it goes on by itself.")

    def compute(self, moment: Moment) -> Answer:
        *_, last = self.stages(moment)
        assert last is not None
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        """The continuation in chunks: step by step, since each one hears the one before."""
        problem = _problem(moment)
        if problem:
            yield {}, {"problem": problem}
            return
        start = self._start(moment)
        free: list[float] = []
        for value in continued(moment, start, self.length):
            free.append(value)
            if len(free) % CHUNK == 0:
                yield None
        yield self._whole(moment, start, np.array(free))

    def _whole(self, moment: Moment, start: int, free: np.ndarray) -> Answer:
        """What is said one step ahead, with the continuation "free" (length,)."""
        arrays, words = self._taught(moment, start)
        known = moment.prepared.table.y[start : start + len(free)]
        error = float(np.mean((free[: len(known)] - known) ** 2)) if len(known) else float("nan")
        return arrays | {"free": free}, words | {"free_mse": error}

    def _start(self, moment: Moment) -> int:
        prepared = moment.prepared
        if 0 <= self.start < len(prepared.table.y):
            return self.start
        return int((prepared.test if len(prepared.test) else prepared.train)[0])

    def _taught(self, moment: Moment, start: int) -> Answer:
        """ "truth" and "taught" (n,) at the steps from `first` on; "free" will begin at `start`."""
        prepared = moment.prepared
        y = prepared.table.y
        first, end = max(0, start - BEFORE), min(len(y), start + min(self.length, MOST_TAUGHT))
        places = np.arange(first, end)
        taught = moment.loss.answers(moment.outputs(prepared.x[places]))[:, 0]
        test_first = int(prepared.test[0]) if len(prepared.test) else len(y)
        after = slice(start - first, None)
        error, naive = ((each - y[places])[after] for each in (taught, prepared.table.x[places].reshape(len(places), *prepared.table.shape)[:, -1, 0]))
        arrays = {"truth": y[places].copy(), "taught": taught}
        words = {
            "problem": "", "first": first, "start": start, "test_first": test_first, "length": self.length, "target": prepared.table.target, "samples": len(y),
            "taught_mse": float(np.mean(error**2)), "naive_mse": float(np.mean(naive**2)),
            "range": (float(y.min()), float(y.max())), "measured": getattr(moment.experiment.data, "measured", (1.0, "")),
            "clock": getattr(moment.experiment.data, "clock", (1.0, 1.0, "step")), "steps": prepared.table.shape[0],
        }  # fmt: skip
        return arrays, words


def continued(moment: Moment, start: int, length: int) -> Iterator[float]:
    """The values that the network says one after another, its own answers taking the place of the truth in its window."""
    prepared = moment.prepared
    window = prepared.table.x[start].copy()
    for _ in range(length):
        value = float(moment.loss.answers(moment.outputs(prepared.encode(window[None])))[0, 0])
        yield value
        window = np.append(window[1:], value)


def _problem(moment: Moment) -> str:
    """Why there is no forecast; "" where there is one."""
    table = moment.prepared.table
    if not is_sequence(table) or table.shape[1] != 1 or moment.task.kind != "forecast":
        return "A forecast stands here where the task is to say the next value of a series."
    return ""
