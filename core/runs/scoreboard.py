"""The scoreboard: what runs that learn in different ways have come to, and what it has cost them.

The cost is counted in evaluations: one is the loss of as many samples as the training part has. A draw of chance is
one; an update of the gradient is as large a part of one as its batch is of the training part, and its slope, which
takes about twice as long again, comes along; a change by hand is one, and a drag counts once, though what lies on its
way is seen, too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np

from core.data.batches import batch_size
from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Event

BY_HAND = ("weights", "put")  # kinds of events
MOST = 64  # scores that a tally holds
LEVEL = 5e-4  # two losses that are nearer to each other are the same where three decimal places are told


@frozen
class Score:
    """What a run called `name` has come to: the lowest training loss so far, and the `figure` beside it there."""

    name: str
    evaluations: float
    loss: float
    figure: float

    @classmethod
    def of(cls, name: str, experiment: Experiment, evaluations: float, columns: Mapping[str, np.ndarray]) -> Score:
        """Of all evaluations that were noted of it, in columns, at least one."""
        losses = columns["train.loss"]
        best = int(np.nanargmin(np.where(np.isnan(losses), np.inf, losses)))
        watched = figure_of(experiment, columns)
        return cls(name, evaluations, float(losses[best]), float(columns[watched][best]))


@frozen
class Tally:
    """The lowest losses of a run, falling, each with what it had cost until then."""

    lows: tuple[Score, ...] = ()

    def with_more(self, score: Score) -> Tally:
        """It has come to this, too. What had cost more was taken back."""
        lows = tuple(low for low in self.lows if low.evaluations <= score.evaluations)
        if np.isfinite(score.loss) and (not lows or score.loss < lows[-1].loss):
            lows = (*lows, score)
        return Tally(lows if len(lows) <= MOST else (*lows[:-1:2], lows[-1]))

    def after(self, evaluations: float) -> Score | None:
        """The best that it had come to when it had cost so much; None where nothing was measured by then."""
        found = [low for low in self.lows if low.evaluations <= evaluations]
        return dataclasses.replace(found[-1], evaluations=evaluations) if found else None


def figure_of(experiment: Experiment, names: Container[str]) -> str:
    """The figure beside the loss, among the `names` of what is measured: of the test part, which decides nothing here,
    or of the training part where there is no other."""
    watched = experiment.task.watched().name
    return f"test.{watched}" if f"test.{watched}" in names else f"train.{watched}"


def comparable(experiments: Sequence[Experiment]) -> bool:
    """Whether one of them can be ahead: by mistakes nobody is ahead of a loss."""
    return all(each.loss == experiments[0].loss for each in experiments)


def evaluations(experiment: Experiment, epochs: float, events: Iterable[Event]) -> float:
    """What a run has cost after so many epochs, with all that hands have done."""
    return _changes(events) + (epochs if experiment.rule.evaluates else 0.0)


def _changes(events: Iterable[Event]) -> int:
    """How often hands have changed weights: however far a drag goes, it is one."""
    count, dragged = 0, False
    for event in events:
        if event.kind in BY_HAND:
            count += not dragged
            dragged = event.kind == "put" and bool(dict(event.changes)["drag"])
    return count


def budget(experiments: Iterable[Experiment], samples: int) -> float | None:
    """The evaluations after which each of them that asks for any ends by itself, with so many samples to learn from;
    None where they end after different ones, or never."""
    ends = {_ends(each, samples) for each in experiments if each.rule.evaluates}
    return ends.pop() if len(ends) == 1 else None


def _ends(experiment: Experiment, samples: int) -> float | None:
    stop = experiment.stop
    by_updates = stop.updates * batch_size(experiment, samples) / samples
    return min((each for each in (by_updates, stop.epochs) if each), default=None)


def lead(scores: Iterable[Score | None]) -> tuple[int, float] | None:
    """The place of the lowest loss, and how far it is from the next one; None where fewer than two are known, or the
    first two are level."""
    ranked = sorted((score.loss, place) for place, score in enumerate(scores) if score is not None)
    if len(ranked) < 2 or ranked[1][0] - ranked[0][0] < LEVEL:
        return None
    return ranked[0][1], ranked[1][0] - ranked[0][0]
