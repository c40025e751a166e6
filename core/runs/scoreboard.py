"""The scoreboard: what runs that learn in different ways have come to, and what it has cost them.

The cost is counted in evaluations: one is the loss of as many samples as the training part has. A draw of chance is
one; an update of the gradient is as large a part of one as its batch is of the training part, and its slope, which
takes about twice as long again, comes along; a change by hand is one, and a drag counts once, though what lies on its
way is seen, too.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Journal

BY_HAND = ("weights", "put")  # kinds of events


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
        watched = figure_of(experiment)
        return cls(name, evaluations, float(losses[best]), float(columns[watched][best]))


def figure_of(experiment: Experiment) -> str:
    """The figure beside the loss: of the test part, which decides nothing here."""
    return f"test.{experiment.task.watched().name}"


def evaluations(experiment: Experiment, epochs: float, journal: Journal) -> float:
    """What a run has cost after so many epochs, with all that hands have done."""
    hands = sum(event.kind in BY_HAND for event in journal.log)
    return hands + (epochs if experiment.rule.evaluates else 0.0)
