"""How soon the pictures of a long run show what it was after any of its updates."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Mapping

from app.bench.rates import preset
from app.bench.rows import Found, Row
from core.documents.edits import replace_all
from core.frames import Update
from core.frozen import frozen
from core.probes.boundary import Boundary
from core.probes.neurons import Neurons
from core.probes.weights import Weights
from core.probing.probe import Probe
from core.threads import commands
from core.threads.runner import Runner

LOOKS = 200  # random updates of a run
PATIENCE = 3600.0  # seconds for the run to come so far
POLL = 0.001  # seconds between two questions


@frozen
class Run:
    """A preset after so many updates; bars in milliseconds: for the pictures of the very update (`exact`), and, where
    that is another one, for the `first` that come at all."""

    name: str
    updates: int
    pictures: Mapping[str, Probe]
    exact: float
    first: float | None = None


@frozen
class Seen:
    """What one look took until its first picture and until all of that update were there, in milliseconds: the
    processor time of all threads, and by the clock."""

    first: float
    exact: float
    first_by_clock: float
    exact_by_clock: float


TOY = {"boundary": Boundary(), "maps": Neurons(), "weights": Weights()}
PICTURES = {"weights": Weights()}
RUNS = (
    Run("playground", 100_000_000, TOY, 50.0),
    Run("digits-cnn", 20_000, PICTURES, 300.0),
    Run("mnist-cnn", 1_000, PICTURES, 3000.0, 100.0),
)


def measure() -> Found:
    """The rows of each run."""
    return [row for run in RUNS for row in rows_of(run, looked(run))]


def rows_of(run: Run, seen: list[Seen]) -> list[Row]:
    """The bars are held against processor time: what else the machine does is no part of it."""
    work = f"`{run.name}` after {run.updates:,} updates, {len(seen)} random ones, to the pictures of the very update"
    rows = [_row("scrub", work, run.exact, [each.exact for each in seen], [each.exact_by_clock for each in seen])]
    if run.first is not None:
        nearest, first = (
            "the same, to the first picture on the way there, marked as that",
            [each.first for each in seen],
        )
        rows.append(_row("scrub, nearest", nearest, run.first, first, [each.first_by_clock for each in seen]))
    return rows


def _row(name: str, work: str, bar: float, costs: list[float], by_clock: list[float]) -> Row:
    cost = percentile(costs)
    note = f"95th percentile of the processor time; {percentile(by_clock):,.0f} ms by the clock"
    return Row(name, work, f"{bar:g} ms", cost, "ms", cost <= bar, note)


def percentile(values: list[float]) -> float:
    """The 95th."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def looked(run: Run) -> list[Seen]:
    """The run is made, and looked back at."""
    runner = Runner(replace_all(preset(run.name), (("speed", "max"),)))
    runner.start()
    try:
        runner.send(commands.Step("update", run.updates))
        _until(runner, lambda _: runner.status.updates >= run.updates, PATIENCE, 0.2)
        runner.send(commands.Show(run.pictures))
        _until(runner, lambda new: bool(new.frames), PATIENCE)
        chance = random.Random(0)
        return [_look(runner, chance.randrange(run.updates), tuple(run.pictures)) for _ in range(LOOKS)]
    finally:
        runner.close()


def _look(runner: Runner, update: int, names: tuple[str, ...]) -> Seen:
    begun = time.process_time(), time.perf_counter()
    there, times = set[str](), list[tuple[float, float]]()

    def shown(new: Update) -> bool:
        there.update(name for name, frame in new.frames.items() if frame.update == update)
        if new.frames:
            times.append((1000 * (time.process_time() - begun[0]), 1000 * (time.perf_counter() - begun[1])))
        return there.issuperset(names)

    runner.send(commands.Recall(update))
    _until(runner, shown, PATIENCE)
    (first, first_by_clock), (exact, exact_by_clock) = times[0], times[-1]
    return Seen(first, exact, first_by_clock, exact_by_clock)


def _until(runner: Runner, condition: Callable[[Update], bool], patience: float, every: float = POLL) -> None:
    end = time.monotonic() + patience
    while not condition(runner.poll()):
        if time.monotonic() > end:
            raise TimeoutError("the run did not come so far")
        time.sleep(every)
