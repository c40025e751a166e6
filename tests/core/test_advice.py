"""The three states in plain words, each planted; and learning that goes its way gets no advice."""

from __future__ import annotations

import dataclasses

import pytest

from core.diagnoses.dead import STILL
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families.diagnosis import RECENT
from core.training.advice import advise
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
LOSS = {"kind": "mean_squared"}
PLANE = {"kind": "plane", "samples": 60}


def _after(updates: int, **changes) -> Session:
    session = Session(small(evaluate_every=1, **changes))
    session.advance(updates)
    return session


def test_diverged_offers_a_third_of_the_rate():
    session = _after(500, data=PLANE, layers=[], loss=LOSS, optimizer={"kind": "sgd", "lr": 3.0})
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "diverged"
    assert f"update {session.updates}" in advice.text and "η = 3" in advice.text
    assert advice.edits == (("optimizer.lr", 1.0),) and "η = 1" in advice.offer


def test_unstable_is_above_a_constant_guess_after_a_while():
    session = _after(
        RECENT,
        data=PLANE,
        layers=[],
        loss=LOSS,
        optimizer={"kind": "sgd", "lr": 0.0505},
        batch_size=1,
        start={"weights": {"output.bias": [0.0]}},
    )
    session.course.watch = session.course.watch.__class__(recent=(0.1,) * 6 + (5.0, 3.0, 6.0, 4.0, 5.0, 6.0))
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "unstable"
    assert "best constant answer" in advice.text and advice.edits[0][0] == "optimizer.lr"


def test_stuck_where_all_weights_are_alike():
    zeros = {"initializer": {"kind": "zeros"}, "bias_initializer": {"kind": "zeros"}}
    session = _after(
        200,
        data={"kind": "xor", "samples": 80},
        layers=[layer(4, "tanh", **zeros)],
        batch_size="all",
        output={"initializer": {"kind": "zeros"}},
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "stuck" and advice.offer == "Other start"


def test_stuck_without_a_hidden_layer_offers_one():
    session = _after(
        400, data={"kind": "xor", "samples": 80}, layers=[], batch_size="all", optimizer={"kind": "sgd", "lr": 0.1}
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "stuck" and advice.offer == "Add a hidden layer"
    ((path, layers),) = advice.edits
    assert path == "layers" and len(layers) == 1


@pytest.mark.parametrize(
    ("activation", "bias", "word"),
    [("tanh", 100.0, "saturated"), ("sigmoid", 100.0, "saturated")],
)
def test_stuck_names_the_quiet_units(activation, bias, word):
    session = _after(
        400,
        layers=[layer(3, activation)],
        start={"weights": {"h1.bias": [bias] * 3}},
        batch_size="all",
        optimizer={"kind": "sgd", "lr": 0.3},
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "stuck"
    assert "the hidden layer, 3 of 3 units (1, 2, 3)" in advice.text and word in advice.text


def test_a_layer_that_passes_nothing_is_named_soon_and_at_the_end_too():
    values = {
        "layers": [layer(3, "relu")],
        "start": {"weights": {"h1.bias": [-100.0] * 3}},
        "batch_size": "all",
        "optimizer": {"kind": "sgd", "lr": 0.3},
    }
    session = _after(STILL - 2, **values)  # with the evaluation of the start one less than it takes
    assert advise(session.course, session.learner) is None
    session.advance(4)
    soon = advise(session.course, session.learner)
    assert (
        soon is not None
        and soon.text.startswith("Dead: every unit of the hidden layer answers 0")
        and "η = 0.1" in soon.offer
        and soon.rewind
    )
    session = _after(60, **values | {"stop": {"updates": 50}})
    assert session.ended == "finished" and advise(session.course, session.learner) == soon


def test_a_layer_with_one_unit_alive_is_not_dead():
    session = _after(
        60,
        layers=[layer(3, "relu")],
        start={"weights": {"h1.bias": [-100.0, -100.0, 1.0]}},
        batch_size="all",
        optimizer={"kind": "sgd", "lr": 0.0001},
    )
    assert advise(session.course, session.learner) is None


@pytest.mark.parametrize("name", ["playground", "circle", "xor", "gaussians", "moons"])
def test_a_preset_that_learns_gets_no_advice(name):
    session = Session(Experiment.load(PRESETS / f"{name}.toml"))
    for _ in range(15):
        session.advance(25)
        assert advise(session.course, session.learner) is None


def test_a_perceptron_that_makes_mistakes_is_neither_stuck_nor_unstable():
    perceptron = {
        "data": {"kind": "truth", "gate": "xor"},
        "layers": [],
        "rule": {"kind": "perceptron"},
        "loss": {"kind": "mistakes"},
        "batch_size": 1,
    }
    session = _after(100, **perceptron)
    assert advise(session.course, session.learner) is None


@pytest.mark.parametrize(("first_loss", "thrown"), [(0.5, True), (5.0, False)])
def test_saturated_by_large_steps_offers_smaller_ones(first_loss, thrown):
    """Made-up weights and a made-up first loss: where a real run at such a rate ends depends on the processor."""
    start = {"weights": {"h1.bias": [100.0] * 3}}
    session = _after(
        400, layers=[layer(3, "tanh")], start=start, batch_size="all", optimizer={"kind": "sgd", "lr": 0.3}
    )
    now = session.last["train.loss"]
    session.course.watch = dataclasses.replace(session.course.watch, first_loss=now * first_loss)
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "stuck" and "saturated" in advice.text
    assert advice.rewind == thrown and advice.edits == ((("optimizer.lr", 0.1),) if thrown else ())
    assert ("Steps that were too large" in advice.text) == thrown


def test_one_class_alone_is_not_unstable():
    """While only one class is drawn the best constant answer makes no loss at all: nothing can be below it."""
    session = _after(60, data={"kind": "points", "points": [[x, 0.5, 0] for x in range(-4, 5)]})
    assert session.baselines["train.baseline_loss"] < 1e-6 < session.last["train.loss"]
    assert advise(session.course, session.learner) is None


def test_a_saturated_output_is_named_before_straight_borders():
    start = ("start.weights", {"output.weight": [[8.0]], "output.bias": [30.0]})
    session = Session(replace_all(Experiment.load(PRESETS / "landscape.toml"), (("loss.kind", "mean_squared"), start)))
    session.advance(200)
    advice = advise(session.course, session.learner)
    assert (
        advice is not None and "The output is saturated: the sigmoid" in advice.text and "straight" not in advice.text
    )
    assert advice.edits == (("loss.kind", "cross_entropy"),)


def test_a_goal_for_a_loss_is_not_reached_with_another_loss():
    preset = Experiment.load(PRESETS / "landscape.toml")
    other = replace_all(preset, (("loss.kind", "mean_squared"),))
    assert other.goal is not None and other.goal.loss == "cross_entropy"
    session = Session(other)
    session.advance(400)
    assert session.last["train.loss"] < 0.24 and session.course.watch.goal_update < 0
    back = replace_all(other, (("loss.kind", "cross_entropy"),))
    assert back.goal is not None and back.goal.stands("cross_entropy")
