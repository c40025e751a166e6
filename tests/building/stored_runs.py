"""Runs to be kept in a store: one that really learns, and, as a script of its own, one that is kept until it is
killed."""

from __future__ import annotations

import dataclasses
import pathlib
import sys

import numpy as np

from core.experiment import Experiment
from core.history.journal import Journal
from core.history.metrics import Curves, History
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State, StopState
from core.runs.making import Making
from core.runs.run import Run
from core.runs.store import Figures, RunStore
from core.training.session import Session
from tests.building.experiments import small

SIZE = 2000  # parameters of a run that was never learned


class Learner:
    """A run and the session that makes its updates, as a window has them."""

    def __init__(self, id: str, experiment: Experiment) -> None:
        self.session, self.history = Session(experiment), History()
        self.run = Run(id, experiment, letter="A")

    def learn(self, updates: int) -> Learner:
        """So many updates more, and what they tell."""
        session = self.session
        session.advance(updates)
        session.measure_now()
        self.history.add(session.course.evaluations.take())
        told = self.run.told(session.updates, session.course.journal)
        self.run = dataclasses.replace(told, making=Making.of(session))
        return self

    @property
    def figures(self) -> Figures:
        return Figures(dict(self.session.last), len(self.session.vector()), 1.5, "η 0.1 → 0.3")

    def save(self, store: RunStore) -> None:
        """Everything that a store keeps."""
        store.save(self.run, self.figures, self.history.at_rest(), self.session.snapshot())


def lucky(number: int) -> Experiment:
    """One of many experiments that differ in their luck."""
    return small(engine="eager", seeds={"weights": number})


def kept(store: RunStore, run: Run) -> None:
    """Keep a run that nobody learned: all that is kept of it speaks of the update that it has made."""
    numbers = Numbers(np.full(SIZE, float(run.made)), {0: {"exp_avg": np.zeros(SIZE)}}, {}, None, StopState())
    state = State(run.experiment, run.made, engine="eager PyTorch")
    blocks = {
        name: np.full((500, 3), float(run.made)) for name in ("update", "train.loss", "test.loss", "test.accuracy")
    }
    curves = Curves(4, 0, blocks, {name: float(run.made) for name in blocks})
    store.save(run, Figures({"test.loss": float(run.made)}, SIZE), curves, Snapshot(state, numbers, Journal()))


def main(folder: str, name: str, runs: str, times: str) -> None:
    """Keep some runs, each so many times, one update further each time; a line tells of each time."""
    store = RunStore(pathlib.Path(folder))
    print(store.trouble or "ready", flush=True)
    for made in range(60, 60 + int(times)):
        for number in range(int(runs)):
            kept(store, Run(f"{name}-{number}", lucky(number), letter="A", made=made))
        print(made, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
