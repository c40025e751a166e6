"""Permutation importance: how much worse a network answers when one column of the samples is shuffled.

Breiman, L. (2001): Random forests, Machine Learning 45; for any model, Fisher, Rudin, Dominici (2019): All models are
wrong, but many are useful, JMLR 20.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core import random
from core.data.baseline import constant_loss
from core.frozen import frozen
from core.importance.columns import Column, moved
from core.messages import number_words, percent

if TYPE_CHECKING:
    from core.probing.moment import Moment

SHUFFLES = 10
PART = "test"
DIVERGED = "There is no score to tell: the answers are no finite numbers, or every row has the same truth."
UNTAUGHT = (
    "This network has not learned: it has the weights that it started with. What each column costs it says nothing."
)
NO_BETTER = (
    "This network is no better than an answer that never looks: {label} {score} on the {part} rows, where the same "
    "answer to all gets {blind}. What each column costs it says nothing."
)
ONE_ROW = "A single row cannot be shuffled: what a column is worth takes more of them."
BEYOND = 1e12  # what a row adds to score or loss; nothing that learns comes there


@frozen(eq=False)
class Cost:
    """What shuffling a column costs: `drops` (shuffles,) is how far the score falls each time, `rises` (shuffles,) how
    far the loss rises; `error` the standard error of the mean drop, for other rows of that kind (paired: each row
    against itself)."""

    column: Column
    drops: np.ndarray
    rises: np.ndarray
    error: float

    @property
    def drop(self) -> float:
        return float(self.drops.mean())

    @property
    def rise(self) -> float:
        return float(self.rises.mean())

    @property
    def spread(self) -> float:
        """The standard deviation from shuffle to shuffle; nan of one."""
        return float(self.drops.std(ddof=1)) if len(self.drops) > 1 else math.nan


class Shuffling:
    """A moment's network and the rows of a part, answered as they are: what a column costs is told against that."""

    def __init__(self, moment: Moment, part: str = PART, most: int = 0) -> None:
        """Of the rows `most` at most, all where it is 0; the training part's where the part has none."""
        prepared = moment.prepared
        self.part = part if len(prepared.part(part)) else "train"
        self.rows = prepared.some(self.part, most) if most else prepared.part(self.part)
        self._moment, self._raw = moment, prepared.table.x[self.rows]
        self.shares, self._losses = self._answered(self._raw)

    @property
    def problem(self) -> str:
        """Why nothing can be told, in one sentence; "" where there is a score, and a loss, that is no sign of a run
        that has diverged, and more rows than one."""
        if not all(bool((np.abs(each) < BEYOND).all()) for each in (self.shares, self._losses)):
            return DIVERGED
        return ONE_ROW if len(self.rows) < 2 else ""

    @property
    def ignorance(self) -> str:
        """Why a cost says nothing, in one sentence: the network has not learned, or is no better than an answer that
        never looks, neither by its score nor by its loss; "" where it knows something."""
        moment = self._moment
        taught = not np.array_equal(moment.still.numbers.parameters, moment.still.points["start"])
        if not taught and not moment.experiment.start.weights:
            return UNTAUGHT
        blind, loss = self._blind()
        if self.score > blind or self._losses.mean() < loss:
            return ""
        measure = moment.task.watched(moment.task.score)
        score, blind = (percent(each, 1) if measure.percent else number_words(each) for each in (self.score, blind))
        part = {"train": "training"}.get(self.part, self.part)
        return NO_BETTER.format(label=measure.label, score=score, blind=blind, part=part)

    def _blind(self) -> tuple[float, float]:
        """Score and mean loss of the answer without looking that is best on the training part."""
        task, prepared = self._moment.task, self._moment.prepared
        train, targets = prepared.part("train"), prepared.targets
        score = task.baseline(task.truth(prepared, train), task.truth(prepared, self.rows))
        return score, constant_loss(self._moment.loss, targets[train], targets[self.rows])

    @property
    def score(self) -> float:
        """With every column as it is."""
        return float(self.shares.mean())

    def once(self, column: Column, number: int) -> tuple[np.ndarray, np.ndarray]:
        """What each row adds less to the score, and more to the loss, in the `number`th shuffle; both (rows,)."""
        seed = self._moment.experiment.seeds.data
        order = random.permutation(random.key(seed, f"importance {column.name}", number), len(self._raw))
        shares, losses = self._answered(moved(self._raw, column, order))
        return self.shares - shares, losses - self._losses

    def cost(self, column: Column, shuffles: int = SHUFFLES) -> Cost:
        return cost_of(column, [self.once(column, number) for number in range(shuffles)])

    def _answered(self, raw: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Raw rows (m, columns) -> what each adds to the score, and its loss; both (m,)."""
        moment, prepared = self._moment, self._moment.prepared
        outputs = moment.answers.outputs(prepared.encode(raw))
        task, loss = moment.task, moment.loss
        with np.errstate(all="ignore"):
            shares = task.shares(loss, prepared.unit(outputs), task.truth(prepared, self.rows))
            return shares, loss.each(outputs, prepared.targets[self.rows])


def cost_of(column: Column, shuffled: list[tuple[np.ndarray, np.ndarray]]) -> Cost:
    """From what each row has lost in each shuffle."""
    drops, rises = (np.array(each) for each in zip(*shuffled, strict=True))
    lost, rows = drops.mean(axis=0), drops.shape[1]  # a row's own loss, its mean over the shuffles
    error = float(lost.std(ddof=1)) / math.sqrt(rows) if rows > 1 else math.nan
    return Cost(column, drops.mean(axis=1), rises.mean(axis=1), error)
