"""Presets run as `descent-lab run` runs them, with the edits that a person would make."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

from core import registry
from core.command_line import arguments, run
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.training.session import Session
from tests.building.places import PRESETS

Edit = tuple[str, Any]
FAR = 10**9  # further than any preset goes: it ends by itself


def preset(name: str, *edits: Edit, seed: int | None = None) -> Experiment:
    """A preset as it is, or with the four seeds that `--seed` derives, and with edits on top."""
    typed = ["run", str(PRESETS / f"{name}.toml")] + ([] if seed is None else ["--seed", str(seed)])
    experiment = run.chosen(arguments.parse(typed))
    return replace_all(experiment, edits) if edits else experiment


def another_start(experiment: Experiment, number: int) -> Experiment:
    """What pressing *Other start* so many times makes of it."""
    seeds = experiment.seeds
    return replace_all(
        experiment, (("seeds.weights", seeds.weights + number), ("seeds.batches", seeds.batches + number))
    )


class Run:
    """A run to its end, or to its goal: the session and its evaluations."""

    def __init__(self, experiment: Experiment, to_the_goal: bool = False, updates: int = FAR) -> None:
        self.session = Session(experiment)
        while not self.session.ended and self.session.updates < updates and not (to_the_goal and self.goal_update >= 0):
            self.session.advance(min(experiment.evaluate_every, updates - self.session.updates))
        self.session.measure_now()
        self.rows = self.session.course.evaluations.take_rows()

    @property
    def goal_update(self) -> int:
        return self.session.course.watch.goal_update

    @property
    def seconds(self) -> float:
        """When the goal is reached at the preset's own speed."""
        return self.goal_update / float(self.session.experiment.speed)

    @property
    def last(self) -> dict[str, float]:
        return self.session.last

    def best(self, metric: str) -> float:
        return max(row[metric] for row in self.rows)

    def first(self, metric: str, value: float) -> int:
        """The first evaluated update at which a score reaches a value; −1 where none does."""
        return next((int(row["update"]) for row in self.rows if row[metric] >= value), -1)

    def answers(self, rows: list[list[float]]) -> np.ndarray:
        """Raw rows -> what a person reads."""
        return self.session.experiment.loss.answers(
            self.session.learner.outputs(self.session.prepared.encode(np.array(rows)))
        )

    def decisions(self, part: str) -> tuple[np.ndarray, np.ndarray]:
        """What is decided and what is true on a part."""
        places = self.session.prepared.part(part)
        return self.session.experiment.loss.decisions(
            self.session.learner.outputs(self.session.prepared.x[places])
        ), self.session.prepared.table.y[places]


@functools.cache
def to_the_end(name: str, seed: int | None = None) -> Run:
    """The preset itself, run once a test session."""
    return Run(preset(name, seed=seed))


def starts(experiment: Experiment, count: int, **how: Any) -> list[Run]:
    """As it is, and after each of `count` − 1 new starts."""
    return [Run(another_start(experiment, number), **how) for number in range(count)]


def dense(units: int, activation: str, name: str = "h1") -> dict[str, Any]:
    """A hidden layer as a person adds it."""
    assert activation in registry.family("activations")
    return {"kind": "dense", "name": name, "units": units, "activation": {"kind": activation}}
