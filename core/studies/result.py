"""Result: what a study keeps of a run."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.runs.outcome import Outcome

BESIDE = ("seconds",)  # of which two runs of one key may differ
FALLING = ("loss", "mistakes", "bits_per_character", "mse", "seconds", "update", "updates")


@frozen
class Result:
    """The figures at the end of a run, by name such as "test.accuracy": those of the last evaluation, and `updates`,
    `seconds`, and with a goal `goal.update`, at which it was reached first (nan: never). `ended` as in an `Outcome`."""

    key: str
    ended: str
    figures: Mapping[str, float]

    @classmethod
    def of(cls, key: str, outcome: Outcome) -> Result:
        """Of a run that has come to its end."""
        figures = {name: number for name, number in outcome.figures.items() if name not in ("update", "lr")}
        figures |= {"updates": float(outcome.updates), "seconds": outcome.seconds}
        return cls(key, outcome.ended, figures | _goal(outcome))

    def same(self, other: Result) -> bool:
        """Whether the other says the same to the last bit, time apart."""
        return self._plain() == other._plain()

    def _plain(self) -> str:
        figures = {name: number for name, number in self.figures.items() if name not in BESIDE}
        return dataclasses.replace(self, figures=figures).dumps()

    def dumps(self) -> str:
        """As JSON, whose numbers are read back to the last bit."""
        return json.dumps({"key": self.key, "ended": self.ended, "figures": dict(self.figures)}, sort_keys=True)

    @classmethod
    def loads(cls, text: str) -> Result:
        """What `dumps` wrote; `ValueError` where it is none."""
        try:
            plain = json.loads(text)
            figures = {str(name): float(number) for name, number in plain["figures"].items()}
            return cls(str(plain["key"]), str(plain["ended"]), figures)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no result: {error!r}") from error


def _goal(outcome: Outcome) -> dict[str, float]:
    """When the goal was reached first, where there is one; a very long run has forgotten how it began."""
    goal, curves = outcome.experiment.goal, outcome.curves
    if goal is None or goal.metric not in curves or curves["update"][0] > 0:
        return {}
    reached = np.flatnonzero([goal.reached(number) for number in curves[goal.metric]])
    return {"goal.update": float(curves["update"][reached[0]]) if len(reached) else math.nan}


def falls(name: str) -> bool:
    """Whether a figure is the better the smaller it is."""
    return name.endswith(FALLING)


def usual(experiment: Experiment) -> tuple[str, ...]:
    """The figures that a study of this experiment is about, where nobody names one; the first that there is counts."""
    goal, measure = experiment.goal, experiment.task.watched().name
    named = () if goal is None else (goal.metric,)
    return (*named, f"test.{measure}", "test.loss", f"train.{measure}", "train.loss")


def chosen(wanted: tuple[str, ...], experiment: Experiment, known: Mapping[str, float]) -> tuple[str, ...]:
    """The figures to be told: those that are wanted, or the usual one; `BadInput` where one is none of the known."""
    for name in wanted:
        if name not in known:
            raise BadInput("--figure", name, f"is no figure of these runs; allowed: {', '.join(known)}")
    return wanted or next(((name,) for name in usual(experiment) if name in known), ())
