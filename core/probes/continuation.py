"""A forecast: the next value said from the true past, and a stretch said from the network's own words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.data.sequences import is_sequence
from core.params import hidden, integer
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

BEFORE = 40  # steps of the past that are shown before the continuation begins
CHUNK = 4  # steps of a continuation that are made in one go: some milliseconds
MOST_TAUGHT = 600  # samples that are answered one step ahead
LEAST = 10  # steps of a continuation that are seen at least


class Continuation(Probe):
    """The truth, what the network says from one step to the next, and how it goes on when it hears only itself.

    One step ahead is easy: the truth comes back after each answer. Left to itself, every error is fed in again; a net
    that has understood the rhythm keeps it.
    """

    label = "Forecast"
    kind: Literal["continuation"] = "continuation"
    start: int = hidden(
        -1, help="The sample from which on the network hears only itself; −1: the first of the test part."
    )
    first: int = hidden(
        -1, help="The first sample of the window where it stands still already; −1: some steps before the start."
    )
    length: int = integer(
        60,
        10,
        200,
        minimum=1,
        maximum=1000,
        label="Continued for",
        unit="steps",
        help="How many steps it goes on by itself.",
    )

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
        for value in continued(moment, start, self._window(start)[1] - start):
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

    def _window(self, start: int) -> tuple[int, int]:
        """The first sample that is shown and the one after the last: a window that stands still as long as the start
        lies well within it."""
        long = BEFORE + self.length
        stays = 0 <= self.first <= start <= self.first + max(long - LEAST, 0)
        first = self.first if stays else max(0, start - BEFORE)
        return first, first + long if stays else start + self.length

    def _taught(self, moment: Moment, start: int) -> Answer:
        """ "truth" and "taught" (n,) at the steps from `first` on; "free" will begin at `start`. Errors are of the
        stretch from `start` on, and for comparison of the whole test part, as far as it is answered."""
        prepared = moment.prepared
        y = prepared.table.y
        first, last = self._window(start)
        places = np.arange(first, min(len(y), last, first + MOST_TAUGHT + BEFORE))
        taught = moment.said(moment.answers.outputs(prepared.x[places]))[:, 0]
        test_first = int(prepared.test[0]) if len(prepared.test) else len(y)
        after = slice(start - first, None)
        error, naive = ((each - y[places])[after] for each in (taught, _last_values(moment, places)))
        test = prepared.test[:MOST_TAUGHT]
        arrays = {"truth": y[places].copy(), "taught": taught}
        words = {
            "problem": "", "first": first, "start": start, "test_first": test_first, "length": last - start, "target": prepared.table.target, "samples": len(y),
            "taught_mse": float(np.mean(error**2)), "naive_mse": float(np.mean(naive**2)),
            "test_taught_mse": _mse(moment.said(moment.answers.outputs(prepared.x[test]))[:, 0] - y[test]) if len(test) else math.nan,
            "test_naive_mse": _mse(_last_values(moment, test) - y[test]),
            "range": (float(y.min()), float(y.max())), "measured": moment.experiment.data.measured,
            "clock": moment.experiment.data.clock, "steps": prepared.table.shape[0],
        }  # fmt: skip
        return arrays, words


def _last_values(moment: Moment, places: np.ndarray) -> np.ndarray:
    """The last value that the network sees before each of these samples: what a forecast has to beat."""
    return moment.prepared.table.x[places].reshape(len(places), *moment.prepared.table.shape)[:, -1, 0]


def _mse(errors: np.ndarray) -> float:
    return float(np.mean(errors**2)) if len(errors) else math.nan


def continued(moment: Moment, start: int, length: int) -> Iterator[float]:
    """The values that the network says one after another, its own answers taking the place of the truth in its
    window."""
    prepared = moment.prepared
    window = prepared.table.x[start].copy()
    for _ in range(length):
        value = float(moment.said(moment.answers.outputs(prepared.encode(window[None])))[0, 0])
        yield value
        window = np.append(window[1:], value)


def _problem(moment: Moment) -> str:
    """Why there is no forecast; "" where there is one."""
    table = moment.prepared.table
    if not is_sequence(table) or table.shape[1] != 1 or moment.task.kind != "forecast":
        return "A forecast stands here where the task is to say the next value of a series."
    return ""
