"""The metrics of a run, which it owns and all who draw them read: in a bounded number of blocks, each with smallest,
largest and mean value, so that no extreme is ever lost."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from core.documents.edits import differences
from core.experiment import Experiment
from core.frames import Mark, Update
from core.frozen import frozen
from core.history.columns import Columns, joined, only
from core.history.lowest import LOSSES, NO_RECORDS, Low, Records

CAP = 1000  # blocks: drawn as smallest and largest, they make 2,000 points
MOST_FRESH = 64  # parts of evaluations that wait to be put together
MOST_MARKS = 60
TOPIC = {"data.kind", "data.path", "task.kind"}  # where two runs differ in one of them, nothing of them compares
ASIDE = {
    "version",
    "title",
    "description",
    "what_to_try",
    "goal",
    "speed",
    "device",
    "engine",
    "stop",
}  # no curve tells
BY_HAND = {"live", "edit", "put"}  # marks of what a person has done in mid-run
AXES = ("update", "epoch", "samples", "seconds")


@frozen
class Column:
    """One metric, block by block, each (blocks,) float64; `last` is its newest value."""

    low: np.ndarray
    high: np.ndarray
    mean: np.ndarray
    last: float


@frozen(eq=False)
class Curves:
    """A history at rest: `blocks` by metric, each (blocks, 3) of smallest, largest and mean; the last one holds `left`
    evaluations where that is not 0, all others `size`. `newest` is the newest value of each."""

    size: int
    left: int
    blocks: Mapping[str, np.ndarray]
    newest: Mapping[str, float]


class History:
    """Takes evaluations in columns, as an `Update` brings them. A block holds `size` evaluations, twice as many
    whenever there would be more than `cap` blocks."""

    def __init__(self, cap: int = CAP) -> None:
        self._cap = cap + cap % 2
        self.size = 1
        self._blocks: dict[str, np.ndarray] = {}  # name -> (blocks, 3): low, high, mean
        self._waiting: dict[str, np.ndarray] = {}  # name -> evaluations that do not fill a block yet
        self._count = 0
        self._columns: dict[str, Column] = {}  # as they were asked for since something was added or cut

    def __len__(self) -> int:
        """Blocks that can be drawn."""
        return self._count + (1 if self._left else 0)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._blocks)

    @property
    def _left(self) -> int:
        return len(next(iter(self._waiting.values()), ()))

    @property
    def newest(self) -> float:
        """The update of the last evaluation; −1 where there is none."""
        return self.last("update") if "update" in self._blocks and len(self) else -1.0

    def add(self, metrics: Mapping[str, np.ndarray]) -> None:
        """Take new evaluations, name -> (evaluations,); a metric that was not there before is nan until now."""
        if not metrics:
            return
        self._columns.clear()
        count, before, left = len(next(iter(metrics.values()))), self._count, self._left
        for name in metrics:
            if name not in self._blocks:
                self._blocks[name] = np.full((before, 3), np.nan)
                self._waiting[name] = np.full(left, np.nan)
        for name, waiting in self._waiting.items():
            self._waiting[name] = np.concatenate(
                [waiting, np.asarray(metrics.get(name, np.full(count, np.nan)), dtype=float)]
            )
        self._fill()
        while self._count > self._cap:
            self._merge()

    def column(self, name: str) -> Column:
        """A metric with the unfinished block at its end; KeyError where it was never measured."""
        if name not in self._columns:
            blocks, waiting = self._blocks[name], self._waiting[name]
            if len(waiting):
                blocks = np.concatenate([blocks, _summary(waiting[None])])
            self._columns[name] = Column(blocks[:, 0], blocks[:, 1], blocks[:, 2], self.last(name))
        return self._columns[name]

    def last(self, name: str) -> float:
        """The newest evaluation of a metric, nan where there is none; KeyError where it was never measured."""
        blocks, waiting = self._blocks[name], self._waiting[name]
        if len(waiting):
            return float(waiting[-1])
        return float(blocks[-1, 1 if name in AXES else 2]) if len(blocks) else math.nan

    def at_rest(self) -> Curves:
        """Everything, to be kept: what waits as one more block."""
        blocks = {
            name: np.concatenate([blocks, _summary(self._waiting[name][None])]) if self._left else blocks
            for name, blocks in self._blocks.items()
        }
        return Curves(self.size, self._left, blocks, {name: self.last(name) for name in blocks})

    @classmethod
    def of(cls, curves: Curves, cap: int = CAP) -> History:
        """Go on from what was kept. Of the evaluations that did not fill a block smallest, largest, mean and newest are
        what they were."""
        found = cls(cap)
        whole = next((len(rows) for rows in curves.blocks.values()), 0) - bool(curves.left)
        for name, rows in curves.blocks.items():
            found._blocks[name] = np.array(rows[:whole])
            found._waiting[name] = (
                _ending(rows[whole], curves.left, curves.newest[name]) if curves.left else np.zeros(0)
            )
        found._count, found.size = max(0, whole), curves.size
        return found

    def cut(self, update: float) -> None:
        """Forget an update and what lies beyond it: somebody went back, or measured the same update anew."""
        if "update" not in self._blocks or self.newest < update:
            return
        self._columns.clear()
        whole = int((self._blocks["update"][:, 1] < update).sum())
        waits = self._waiting["update"] < update if whole == self._count else np.zeros(self._left, dtype=bool)
        for name in self._blocks:
            self._blocks[name] = self._blocks[name][:whole]
            self._waiting[name] = self._waiting[name][waits]
        self._count = whole

    def _fill(self) -> None:
        """Turn what waits into blocks."""
        whole = self._left // self.size
        if not whole:
            return
        taken = np.stack([waiting[: whole * self.size] for waiting in self._waiting.values()])
        summaries = _summary(taken.reshape(-1, self.size)).reshape(len(taken), whole, 3)  # all metrics in one go
        for (name, waiting), summary in zip(self._waiting.items(), summaries, strict=True):
            self._blocks[name] = np.concatenate([self._blocks[name], summary])
            self._waiting[name] = waiting[whole * self.size :]
        self._count += whole

    def _merge(self) -> None:
        """Two neighbours become one block; one left over at the end waits again, as its mean."""
        pairs = self._count // 2
        for name, blocks in self._blocks.items():
            one, other = blocks[0 : 2 * pairs : 2], blocks[1 : 2 * pairs : 2]
            with np.errstate(invalid="ignore"):
                mean = (one[:, 2] + other[:, 2]) / 2
            merged = np.column_stack([np.fmin(one[:, 0], other[:, 0]), np.fmax(one[:, 1], other[:, 1]), mean])
            rest = blocks[2 * pairs :, :]
            self._blocks[name] = merged
            if len(rest):  # its extremes are kept: as many evaluations as the block held, from smallest to largest
                self._waiting[name] = np.concatenate([_spread(rest[0], self.size), self._waiting[name]])
        self._count, self.size = pairs, 2 * self.size


class Metrics:
    """What one run has told of itself: its evaluations, the flags on its way and what an answer without looking gets.
    The run alone takes in; views read."""

    def __init__(self, run: int, experiment: Experiment) -> None:
        self.run, self.experiment = run, experiment
        self.letter = ""  # that of the run, as soon as it has one
        self.marks: tuple[Mark, ...] = ()
        self.baselines: Mapping[str, float] = {}
        self.returns = 0  # how often the run went back
        self._history = History()
        self.between = History()  # figures from between the evaluations, taken now and then
        self._records: dict[str, Records] = dict.fromkeys(LOSSES, NO_RECORDS)
        self._fresh: list[Columns] = []  # evaluations that the history has not taken in yet

    @property
    def history(self) -> History:
        """The evaluations, all of them."""
        self._take_in()
        return self._history

    @property
    def lowest(self) -> Low | None:
        """The lowest loss: of the validation part, else of the test part, else of what is trained with. Of what was
        measured before this program began, about where."""
        history = self.history
        name = next((name for name in LOSSES if name in history.names), None)
        if name is None or not np.isfinite(history.column(name).low).any():
            return None
        lows, records = history.column(name).low, self._records[name]
        block = int(np.nanargmin(lows))
        if len(records.values) and records.values[-1] <= lows[block]:
            return Low(name, round(float(records.updates[-1])), float(records.values[-1]))
        return Low(name, round(float(history.column("update").mean[block])), float(lows[block]))

    def take(self, update: Update) -> None:
        """What is new; ValueError for the news of another run."""
        if update.run != self.run:
            raise ValueError(f"news of run {update.run} told to the metrics of run {self.run}")
        if len(update.metrics.get("update", ())):
            self._collect(update.metrics)
        if len(update.between.get("update", ())):
            self.between.cut(float(update.between["update"][0]))
            self.between.add(since_return(update.between))
        self.marks = _in_force((*self.marks, *update.marks))[-MOST_MARKS:]
        if update.baselines is not None:
            self.baselines = update.baselines

    def branched(self, updates: int, run: int = 0) -> Metrics:
        """Those of a run that shares the first updates of this one."""
        found = Metrics(run, self.experiment)
        found._history = History.of(self.history.at_rest())
        found._history.cut(updates + 1)
        found._records = {name: records.before(updates + 1) for name, records in self._records.items()}
        found.marks = tuple(mark for mark in self.marks if mark.update <= updates)
        found.baselines = self.baselines
        return found

    @classmethod
    def of(cls, curves: Curves, experiment: Experiment, marks: Iterable[Mark], run: int = 0) -> Metrics:
        """Those of a run that goes on from what was kept of it."""
        found = cls(run, experiment)
        found._history = History.of(curves)
        found.marks = tuple(marks)[-MOST_MARKS:]
        return found

    def recall(self, curves: Curves, marks: Iterable[Mark], updates: int) -> float:
        """What was kept of the run comes before what was measured of it here, from so many updates on; the seconds that
        it had learned by then."""
        own = self.history
        earlier = History.of(curves)
        earlier.cut(updates + 1)
        spent = earlier.column("seconds").last if len(earlier) and "seconds" in earlier.names else 0.0
        earlier.cut(updates)
        if len(own):
            columns = {name: own.column(name).mean + (spent if name == "seconds" else 0.0) for name in own.names}
            earlier.add(only(columns, columns["update"] >= updates))
        self._history = earlier
        self.between = History()
        self.marks = _in_force((*(mark for mark in marks if mark.update <= updates), *self.marks))[-MOST_MARKS:]
        self.returns += 1
        return spent

    @property
    def seconds(self) -> float:
        """Of learning, until the last evaluation."""
        return self.history.column("seconds").last if "seconds" in self.history.names else 0.0

    def _collect(self, metrics: Mapping[str, np.ndarray]) -> None:
        """Let evaluations (evaluations,) wait until somebody looks: many at once cost little more than one."""
        if len(self._fresh) >= MOST_FRESH:
            self._take_in()
        first, newest = metrics["update"][0], self._fresh[-1]["update"][-1] if self._fresh else self._history.newest
        if first <= newest:  # the run went back
            self._take_in()
            self.marks = tuple(mark for mark in self.marks if mark.update <= first)
            self.returns += 1
            self.between.cut(float(first))
        self._fresh.append(dict(metrics))

    def _take_in(self) -> None:
        if self._fresh:
            metrics = since_return(joined(self._fresh))
            self._fresh.clear()
            first = float(metrics["update"][0])
            self._history.cut(first)
            self._history.add(metrics)
            for name in LOSSES:
                records = self._records[name].before(first)
                known = name in metrics
                self._records[name] = records.with_more(metrics["update"], metrics[name]) if known else records


def _in_force(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Each once; of what was changed twice after the same update, as while a value is dragged, the last alone."""
    return tuple({(mark.update, mark.kind, mark.about or mark.text): mark for mark in marks}.values())


def ghost_of(last: Metrics, before: Metrics | None, experiment: Experiment) -> Metrics | None:
    """What stands behind a new run of an experiment: the last run, or, where that one never learned or was the same
    from the start on, the one before it; None where they are about something else."""
    if TOPIC & differences(last.experiment, experiment).keys():
        return None
    repeated = not told_apart(last.experiment, experiment) and not any(mark.kind in BY_HAND for mark in last.marks)
    return before if len(last.history) <= 1 or (repeated and before is not None) else last


def told_apart(one: Experiment, other: Experiment) -> dict[str, tuple[Any, Any]]:
    """Path -> values of the settings that make two runs different."""
    found = differences(one, other)
    return {path: values for path, values in found.items() if path.partition(".")[0] not in ASIDE}


def since_return(metrics: Mapping[str, np.ndarray]) -> Mapping[str, np.ndarray]:
    """Of evaluations (evaluations,) those since the counter last went back; of one update measured again, the last."""
    updates = metrics.get("update")
    if updates is None or len(updates) < 2 or (np.diff(updates) > 0).all():
        return metrics
    back = np.flatnonzero(np.diff(updates) < 0)
    first = int(back[-1]) + 1 if len(back) else 0
    keep = np.append(np.diff(updates) != 0, True)
    keep[:first] = False
    return {name: values[keep] for name, values in metrics.items()}


def _spread(block: np.ndarray, size: int) -> np.ndarray:
    """`size` values with a block's smallest, largest and, between them, its mean."""
    values = np.full(size, block[2])
    if size > 1:
        values[0], values[-1] = block[0], block[1]
    return values


def _ending(block: np.ndarray, size: int, newest: float) -> np.ndarray:
    """`size` values with a block's smallest, largest and mean, the newest at the end."""
    low, high, mean = block.tolist()
    extremes = [extreme for extreme in (low, high) if extreme != newest][: size - 1]
    between = size - len(extremes) - 1
    rest = mean * size - sum(extremes) - newest
    return np.array([*extremes, *([rest / between] * between if between else ()), newest])


def _summary(rows: np.ndarray) -> np.ndarray:
    """(blocks, size) -> (blocks, 3): smallest, largest, mean; nan only where nothing was measured."""
    with np.errstate(invalid="ignore", over="ignore"):
        measured = ~np.isnan(rows)
        mean = np.where(measured, rows, 0.0).sum(axis=1) / np.maximum(measured.sum(axis=1), 1)
    return np.column_stack(
        [np.fmin.reduce(rows, axis=1), np.fmax.reduce(rows, axis=1), np.where(measured.any(axis=1), mean, np.nan)]
    )


def thinned(x: np.ndarray, column: Column, most: int) -> tuple[np.ndarray, Column]:
    """At most `most` blocks, neighbours put together, and where each begins on x (blocks,): what a screen can tell
    apart; no extreme is lost."""
    group = -(-len(x) // most) if len(x) > most else 1
    if group == 1:
        return x, column
    starts = np.arange(0, len(x), group)
    with np.errstate(invalid="ignore"):
        low, high = np.fmin.reduceat(column.low, starts), np.fmax.reduceat(column.high, starts)
        mean = np.add.reduceat(column.mean, starts) / np.diff(np.append(starts, len(x)))
    mean[-1] = column.mean[-1]  # the newest stands where it is
    return np.append(x[starts[:-1]], x[-1]), Column(low, high, mean, column.last)


def line(x: np.ndarray, column: Column) -> tuple[np.ndarray, np.ndarray]:
    """Points of a line that passes both extremes of every block, (points,) each: one point where they agree."""
    alike = (column.low == column.high) | np.isnan(column.low)
    if alike.all():
        return x, column.mean
    repeats = np.where(alike, 1, 2)
    xs, ys = np.repeat(x, repeats), np.repeat(column.low, repeats)
    seconds = np.cumsum(repeats)[~alike] - 1
    ys[seconds] = column.high[~alike]
    return xs, ys


def smoothed(values: np.ndarray, window: int) -> np.ndarray:
    """The mean over up to `window` neighbours on both sides together, (n,) -> (n,); infinite values stay out of it."""
    known = np.isfinite(values)
    half = window // 2
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, values, 0.0))])
    counts = np.concatenate([[0], np.cumsum(known)])
    places = np.arange(len(values))
    first, last = np.maximum(places - half, 0), np.minimum(places + half + 1, len(values))
    total = counts[last] - counts[first]
    return np.where(total > 0, (sums[last] - sums[first]) / np.maximum(total, 1), np.nan)
