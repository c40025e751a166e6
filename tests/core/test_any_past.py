"""Whatever hands have done to a run, and whichever branches of branches were made of it: any of its states that is
shown is what a run of its own comes to that is told the same at the same updates, bit for bit."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.history import kept_states
from core.training.recall import recall
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")

Act = tuple[str, Any]  # what a hand does, and a number that says how
Told = tuple[tuple[int, Act], ...]  # after which update it was done

GRU = [{"kind": "gru", "name": "h1", "units": 3}]
TASKS: dict[str, dict[str, Any]] = {
    "classes": {},
    "classes, eager": {"engine": "eager", "layers": [layer(4, dropout=0.3, normalization="batch")]},
    "values": {"data": {"kind": "sine", "samples": 40}, "task": {"kind": "values"}, "loss": {"kind": "mean_squared"}},
    "autoencoder": {
        "data": {"kind": "digits", "samples": 60}, "task": {"kind": "autoencoder", "damage": "noise"},
        "loss": {"kind": "mean_squared"}, "layers": [layer(6)],
    },
    "characters": {"data": {"kind": "names", "samples": 40}, "task": {"kind": "characters"}, "layers": GRU},
    "forecast": {
        "data": {"kind": "sunspots"}, "task": {"kind": "forecast"}, "loss": {"kind": "mean_squared"}, "layers": GRU,
    },
    "gan": {
        "data": {"kind": "cloud", "samples": 60}, "task": {"kind": "gan", "layers": [{"kind": "dense", "units": 4}]},
        "layers": [layer(4, "leaky_relu")], "batch_size": 20,
    },
}  # fmt: skip
FAST = ("classes", "values")  # the others take seconds
LIVE = (("optimizer.lr", (0.01, 0.05, 0.2)), ("batch_size", (5, 7, 11)), ("clipping.norm", (None, 0.5)))


@pytest.fixture(autouse=True)
def _sparse(monkeypatch):
    """Few states are kept, so that the way to most updates is long."""
    monkeypatch.setattr(kept_states, "NEWEST", 8)
    monkeypatch.setattr(kept_states, "TIER", 2)


def experiment_of(task: str) -> Experiment:
    changes = {"optimizer": {"kind": "adam"}, **TASKS[task]}
    return small(**changes)


def do(session: Session, act: Act) -> None:
    """A live change, one weight that is typed, or the network put elsewhere."""
    kind, number = act
    match kind:
        case "live":
            path, values = LIVE[number % len(LIVE)]
            session.apply(replace_all(session.experiment, ((path, values[number % len(values)]),)))
        case "noise":
            session.apply(replace_all(session.experiment, (("data.noise", 0.1 * (number % 4)),)))
        case "weight":
            name, array = next(iter(session.parameters().items()))
            changed = array.astype(float)
            changed.flat[number % changed.size] = number / 10
            session.load_parameters({name: changed})
        case _:
            session.load_vector(session.vector() * (1 + number / 50), drag=bool(number % 2))


def alone(experiment: Experiment, told: Told, updates: int) -> Session:
    """A run of its own that is told the same."""
    session = Session(experiment)
    for update, act in told:
        if update <= updates:
            session.advance(update - session.updates)
            do(session, act)
    session.advance(updates - session.updates)
    return session


def branch(session: Session, updates: int) -> Session:
    """As the window makes one: from the state that is shown, with what its parent has kept of the way there."""
    shown = recall(session.course, updates).snapshot()
    return Session.of(dataclasses.replace(shown, kept=session.course.kept.until(updates)))


def same(one: Session, other: Session) -> None:
    """Counters, parameters, the optimizer's memory and what the layers keep beside."""
    assert (one.updates, one.samples, one.course.state.cursor) == (
        other.updates,
        other.samples,
        other.course.state.cursor,
    )
    mine, its = (session.snapshot().numbers for session in (one, other))
    assert _equal(mine.parameters, its.parameters) and _equal(mine.buffers, its.buffers) and _equal(mine.dead, its.dead)
    assert _equal(mine.slots, its.slots)
    assert one.evaluate() == other.evaluate()


def _equal(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(one[name], other[name]) for name in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_equal, one, other))
    if one is None or other is None:
        return one is other
    return np.array_equal(np.asarray(one), np.asarray(other))


ACTS = st.tuples(st.sampled_from(["live", "noise", "weight", "put"]), st.integers(0, 11))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("learn"), st.integers(1, 25)),
        st.tuples(st.just("branch"), st.floats(0, 1)),
        ACTS,
    ),
    min_size=2, max_size=9,
)  # fmt: skip


def check(task: str, steps: list[Act], looks: list[float]) -> None:
    experiment, told = experiment_of(task), ()
    noisy = hasattr(experiment.data, "noise")
    session = Session(experiment)
    session.advance(12)
    for kind, number in steps:
        if kind == "learn":
            session.advance(number)
        elif kind == "branch":
            update = round(number * session.updates)
            session, told = branch(session, update), tuple(item for item in told if item[0] <= update)
        elif kind != "noise" or noisy:
            do(session, (kind, number))
            told = (*told, (session.updates, (kind, number)))
    for share in looks:
        update = round(share * session.updates)
        same(recall(session.course, update), alone(experiment, told, update))
    same(session, alone(experiment, told, session.updates))


QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


@pytest.mark.parametrize("task", FAST)
@settings(max_examples=6, **QUIET)
@given(steps=STEPS, looks=st.lists(st.floats(0, 1), min_size=1, max_size=2))
def test_any_state_of_a_run_that_was_changed_and_branched(task, steps, looks):
    check(task, steps, looks)


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS)
@settings(max_examples=40, **QUIET)
@given(steps=STEPS, looks=st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_any_state_of_a_run_that_was_changed_and_branched_in_all_tasks(task, steps, looks):
    check(task, steps, looks)
