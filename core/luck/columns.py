"""Columns over starts: what shuffling a column costs networks that began with other luck."""

from __future__ import annotations

import functools
import threading

import numpy as np

from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.frozen import frozen
from core.importance.columns import columns_of
from core.importance.shuffling import SHUFFLES, Shuffling
from core.luck.question import Question
from core.luck.work import workers
from core.runs.many import many
from core.runs.outcome import Outcome
from core.runs.statistics import quantiles
from core.threads.aside import Aside
from core.training.live_changes import samples_of

BAND = (0.1, 0.5, 0.9)


@frozen(eq=False)
class StartCosts:
    """What the columns cost the `number`th start, from 1, after `updates` updates: mean `drops` (columns,) of its
    `score` by the names of the columns; all nan where it has none."""

    number: int
    updates: int
    columns: tuple[str, ...]
    drops: np.ndarray
    score: float
    part: str
    rows: int


@frozen(eq=False)
class ColumnsFound:
    """`starts` in their order, at least one of which has a score."""

    question: Question
    starts: tuple[StartCosts, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.starts[0].columns

    @functools.cached_property
    def drops(self) -> np.ndarray:
        """(starts, columns) of those that have a score."""
        return np.array([start.drops for start in self.starts if np.isfinite(start.drops).all()])

    @functools.cached_property
    def bands(self) -> np.ndarray:
        """(columns, 3): between which costs the middle 80 % of the starts lie, and their median in the middle."""
        return np.array([quantiles(column.tolist(), BAND) for column in self.drops.T])

    @property
    def dearest(self) -> tuple[int, ...]:
        """To how many starts each column is the dearest one."""
        return tuple(np.bincount(self.drops.argmax(axis=1), minlength=len(self.columns)).tolist())

    @property
    def order(self) -> tuple[int, ...]:
        """The places of the columns, that with the largest median first."""
        return tuple(np.argsort(-self.bands[:, 1], kind="stable").tolist())

    @property
    def sentence(self) -> str:
        """ "sex costs most in 18 of 20 starts, class in 2: about other starts on these data and this split."."""
        counted = sorted(
            (
                (count, -place, name)
                for place, (count, name) in enumerate(zip(self.dearest, self.columns, strict=True))
                if count
            ),
            reverse=True,
        )
        (first, _, name), *others = counted
        rest = "".join(f", {other} in {count}" for count, _, other in others)
        without = len(self.starts) - len(self.drops)
        lost = f" {without} without a score." if without else ""
        return f"{name} costs most in {first} of {len(self.drops)} starts{rest}: {self.question.about}.{lost}"


def columns_found(question: Question, starts: list[StartCosts]) -> ColumnsFound | None:
    """None where no start has a score yet."""
    found = ColumnsFound(question, tuple(sorted(starts, key=lambda start: start.number)))
    return found if len(found.drops) else None


class ColumnsWork(Aside[StartCosts]):
    """Makes the starts of a question, and shuffles the columns of each."""

    def __init__(self, question: Question, shuffles: int = SHUFFLES) -> None:
        super().__init__("columns")
        self.question, self._shuffles = question, shuffles
        self._lock = threading.Lock()
        self._known: tuple[Experiment, Prepared] | None = None

    def make(self) -> None:
        many(
            self.question.experiments,
            self.question.updates,
            workers=workers(self.question.experiment),
            halt=self.halted,
            done=self._take,
        )

    def _take(self, place: int, outcome: Outcome) -> None:
        """A start has come to its end: on the thread that made it."""
        costs = self._costs(place + 1, outcome)
        if not self.halted():  # else some columns were not asked
            self.tell(costs)

    def _costs(self, number: int, outcome: Outcome) -> StartCosts:
        """Its columns shuffled, one after the other."""
        from core.training.session import Session

        session = Session(outcome.experiment, self._samples(outcome.experiment))
        session.learner.load_weights(outcome.vector, dict(outcome.buffers))
        shuffling = Shuffling(session.moment())
        columns = columns_of(session.prepared)
        drops = [
            shuffling.cost(column, self._shuffles).drop if not shuffling.problem and not self.halted() else np.nan
            for column in columns
        ]
        names = tuple(column.name for column in columns)
        return StartCosts(
            number, outcome.updates, names, np.array(drops), shuffling.score, shuffling.part, len(shuffling.rows)
        )

    def _samples(self, experiment: Experiment) -> Prepared:
        """Prepared once."""
        with self._lock:
            known = self._known
            prepared = samples_of(experiment, known[1], known[0]) if known else prepare(experiment)
            self._known = experiment, prepared
            return prepared
