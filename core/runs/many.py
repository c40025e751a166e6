"""Many runs at once: from experiments to figures, curves and last vectors, on all cores.

Experiments that differ in their luck alone share what they are made of (`core.runs.starts`); what the kernel cannot
make so becomes a `Session`. Each run is computed by itself, so that its numbers are the same in whatever company.
"""

from __future__ import annotations

import dataclasses
import os
import queue
import threading
import time
from collections.abc import Callable, Sequence

from core.data.preparation import prepare
from core.engines.choice import get_kernel, reason_against_kernel
from core.engines.holding import Holding
from core.experiment import Experiment
from core.runs.outcome import Outcome
from core.runs.starts import Starts, alike, reason_against_starts
from core.training.evaluation import Yardsticks
from core.training.session import Session


def many(
    experiments: Sequence[Experiment],
    updates: int,
    *,
    workers: int = 0,
    halt: Callable[[], bool] = lambda: False,
    done: Callable[[int, Outcome], None] = lambda _place, _outcome: None,
) -> list[Outcome | None]:
    """Every experiment from its start to `updates` updates, or as many as its own stop rules allow.

    In the order of the experiments; None for those that had not come to their end when `halt()` said so. `done` is told
    of each one as it ends, on the thread that made it. `workers`: threads, as many as there are cores where it is 0.
    The first error of a run ends all and is raised.
    """
    work = _Work(experiments, updates, halt, done)
    count = min(workers or os.cpu_count() or 1, len(experiments))
    threads = [threading.Thread(target=work.carry_out, name=f"runs-{number}") for number in range(count)]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    finally:
        work.stopped = True  # Ctrl-C: each gives up the run that it is at
    if work.errors:
        raise work.errors[0]
    return work.outcomes


class _Work:
    """What is to be done; threads take from it one after the other."""

    def __init__(
        self,
        experiments: Sequence[Experiment],
        updates: int,
        halt: Callable[[], bool],
        done: Callable[[int, Outcome], None],
    ) -> None:
        self._updates, self._halt, self._done = updates, halt, done
        self._left: queue.SimpleQueue[tuple[int, Experiment]] = queue.SimpleQueue()
        for place, experiment in enumerate(experiments):
            self._left.put((place, experiment))
        self.outcomes: list[Outcome | None] = [None] * len(experiments)
        self.errors: list[Exception] = []
        self.stopped = False
        self._recipes = _Recipes()

    def _is_over(self) -> bool:
        return self.stopped or self._halt()

    def carry_out(self) -> None:
        """One thread's part."""
        starts: Starts | None = None
        try:
            while not self._is_over():
                place, experiment = self._left.get_nowait()
                begun = time.perf_counter()
                if starts is None or not starts.fits(experiment):
                    starts = self._recipes.starts(experiment)
                outcome = starts.run(experiment, self._updates, self._is_over) if starts else None
                if outcome is None and not self._is_over():
                    outcome = alone(experiment, self._updates, self._is_over)
                if outcome is None:
                    return
                outcome = dataclasses.replace(outcome, seconds=time.perf_counter() - begun)
                self.outcomes[place] = outcome
                self._done(place, outcome)
        except queue.Empty:
            return
        except Exception as error:
            self.errors.append(error)
            self.stopped = True


class _Recipes:
    """Samples and yardsticks of the recipe that came last, for whichever thread comes to it next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: tuple[Holding, Yardsticks] | None = None

    def starts(self, experiment: Experiment) -> Starts | None:
        """Room for runs of an experiment's recipe; None where each of them needs a session."""
        if reason_against_starts(experiment):
            return None
        with self._lock:
            if self._last is None or not alike(self._last[0].experiment, experiment):
                prepared = prepare(experiment)
                self._last = Holding.of(experiment, prepared), Yardsticks.of(experiment, prepared)
            holding, yardsticks = self._last
            if reason_against_kernel(holding) or get_kernel(experiment.dtype, lambda _: None):
                return None
        return Starts(experiment, holding.prepared, yardsticks)


def one(experiment: Experiment, updates: int) -> Outcome:
    """One run by itself, as a `Session`."""
    outcome = alone(experiment, updates, lambda: False)
    assert outcome is not None, "nobody halts it"
    return outcome


def alone(experiment: Experiment, updates: int, halt: Callable[[], bool]) -> Outcome | None:
    """One run as a `Session`, or None where `halt()` said so before its end."""
    session = Session(experiment)
    made = session.advance(updates, halt)
    if made < updates and not session.ended:
        return None
    session.measure_now()
    curves = session.course.evaluations.take()
    numbers = session.learner.numbers(session.course.watch, memory=False)
    return Outcome(
        session.experiment, session.updates, session.ended, curves, numbers.parameters, buffers=numbers.buffers
    )
