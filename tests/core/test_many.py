"""Many runs cost little and are the same runs: what `many` gives is what a `Session` gives, to the last bit."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from core.experiment import Experiment
from core.messages import BadInput
from core.runs.many import many, one
from core.runs.outcome import Outcome
from core.runs.starts import reason_against_starts
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
RECIPES: dict[str, dict[str, Any]] = {
    "plain": {},
    "adam": {"optimizer": {"kind": "adam"}},
    "momentum": {"optimizer": {"kind": "sgd", "momentum": 0.9, "dampening": 0.2}},
    "dropout": {"layers": [layer(4, dropout=0.4)]},
    "cut links": {"penalties": [{"kind": "l1", "rate": 0.1, "kill": True}]},
    "penalty": {"penalties": [{"kind": "l2", "rate": 0.01}]},
    "schedule": {"schedule": {"kind": "cosine"}},
    "carried": {"last_batch": "carry", "batch_size": 7},
    "one order": {"shuffle": "once", "batch_size": 7},
    "classes": {"data": {"kind": "iris"}, "loss": {"kind": "cross_entropy"}},
    "values": {"data": {"kind": "sine"}, "loss": {"kind": "mean_squared"}},
    "single precision": {"dtype": "float32"},
    "seldom": {"evaluate_every": 40},
}
SESSIONS: dict[str, dict[str, Any]] = {
    "eager": {"engine": "eager"},
    "target": {"stop": {"target": 0.3, "target_part": "train"}},
    "epochs": {"stop": {"epochs": 2}},
    "layers of another kind": {"layers": [layer(4, normalization="layer")]},
}


def lucky(experiment: Experiment, number: int) -> Experiment:
    """The same experiment with other luck."""
    seeds = experiment.seeds.model_copy(update={"weights": number, "batches": number + 1, "dropout": number + 2})
    return experiment.model_copy(update={"seeds": seeds})


def same(found: Outcome | None, expected: Outcome) -> None:
    assert found is not None
    assert (found.updates, found.ended) == (expected.updates, expected.ended)
    np.testing.assert_array_equal(found.vector, expected.vector)
    assert list(found.curves) == list(expected.curves)
    for name, column in expected.curves.items():
        np.testing.assert_array_equal(found.curves[name], column, err_msg=name)


@pytest.mark.parametrize("name", RECIPES | SESSIONS)
def test_each_is_its_session(name):
    experiment = small(**(RECIPES | SESSIONS)[name])
    experiments = [lucky(experiment, number) for number in range(3)]
    for found, each in zip(many(experiments, 93, workers=2), experiments, strict=True):
        same(found, one(each, 93))


@pytest.mark.parametrize("name", RECIPES)
def test_the_kernel_needs_no_session_for_these(name):
    assert reason_against_starts(small(**RECIPES[name])) == ""


@pytest.mark.parametrize("name", ["target", "epochs"])
def test_rules_that_look_need_one(name):
    assert reason_against_starts(small(**SESSIONS[name]))


def test_more_evaluations_than_one_call_has_room_for():
    experiment = small(evaluate_every=1)
    (found,) = many([experiment], 700)
    same(found, one(experiment, 700))


def test_a_run_that_diverges_ends_as_it_would_alone():
    experiment = small(optimizer={"kind": "sgd", "lr": 1e6}, loss={"kind": "mean_squared"}, data={"kind": "sine"})
    (found,) = many([experiment], 400)
    expected = one(experiment, 400)
    assert expected.ended == "diverged"
    same(found, expected)


def test_its_own_stop_rule_ends_a_run():
    (found,) = many([small(stop={"updates": 12})], 1000)
    assert found is not None and (found.updates, found.ended) == (12, "finished")
    assert found.figures["update"] == 12 == found.curves["update"][-1]


def test_recipes_may_be_mixed_and_come_back_in_order():
    kinds = [small(), small(layers=[layer(5)]), small(optimizer={"kind": "adam"})]
    experiments = [lucky(kinds[number % 3], number) for number in range(9)]
    told: dict[int, Outcome] = {}
    found = many(experiments, 30, workers=3, done=told.__setitem__)
    assert [told[number] for number in range(9)] == found
    for outcome, experiment in zip(found, experiments, strict=True):
        same(outcome, one(experiment, 30))


def test_what_was_not_begun_when_it_was_halted_is_none():
    stop = threading.Event()
    found = many([lucky(small(), n) for n in range(5)], 10, workers=1, halt=stop.is_set, done=lambda *_: stop.set())
    assert [outcome is None for outcome in found] == [False, True, True, True, True]
    assert many([], 10) == []


def test_a_run_that_cannot_be_is_said():
    with pytest.raises(BadInput):
        many([small(), small(device="mps" if not _has("mps") else "cuda", engine="eager")], 5)


def _has(key: str) -> bool:
    from core.machine import device

    return any(choice.key == key and not choice.reason for choice in device.choices())


def test_a_thousand_runs_leave_little(monkeypatch):
    found = many([lucky(small(evaluate_every=25), number) for number in range(50)], 1000)
    kept = sum(o.vector.nbytes + sum(c.nbytes + 128 for c in o.curves.values()) for o in found if o is not None)
    assert 20 * kept < 60e6  # of a thousand


def test_no_updates_are_a_start_that_may_go_on():
    (found,) = many([small()], 0)
    same(found, one(small(), 0))
