"""A lone neuron that is asked yes-or-no questions, against plain loops and by hand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from app.views.neuron.tasks import other, two_hidden_units
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.probes.neuron import MANY, Neuron
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
HOLIDAY = {"data": {"kind": "holiday"}, "layers": [], "batch_size": 1, "dtype": "float32"}
SIGMOID = {"loss": {"kind": "cross_entropy"}}
STEP = {"loss": {"kind": "mistakes"}, "rule": {"kind": "perceptron"}}


@pytest.mark.parametrize("kind", [STEP, SIGMOID], ids=["step", "sigmoid"])
def test_every_row_is_added_up_and_answered_as_by_a_plain_loop(kind):
    session = Session(small(**HOLIDAY, **kind))
    draw = np.random.default_rng(3)
    for _ in range(5):
        session.load_vector(draw.integers(-8, 9, 4) / 4)
        arrays = session.frame(Neuron()).arrays
        weights, bias = session.parameters()["output.weight"][0], session.parameters()["output.bias"][0]
        assert arrays["threshold"].tolist() == [-bias] and arrays["weights"].tolist() == weights.tolist()
        for number, row in enumerate(session.prepared.table.x):
            total = sum(float(w) * x for w, x in zip(weights, row, strict=True))
            says = total > -bias
            assert arrays["sums"][number] == total and arrays["fires"][number] == says == (total + bias > 0)
            assert arrays["wanted"][number] == (session.prepared.table.y[number] == 1)
            assert arrays["right"][number] == (says == arrays["wanted"][number])


def test_the_places_lead_to_the_weights_and_to_the_bias():
    session = Session(small(**HOLIDAY, **STEP))
    frame = session.frame(Neuron())
    *weights, bias = frame.info["places"]
    vector = frame.arrays["vector"].copy()
    vector[weights], vector[bias] = (1.0, 2.0, 1.0), -2.5
    session.load_vector(vector)
    assert session.frame(Neuron()).arrays["right"].all()
    assert (frame.info["questions"], frame.info["verdict"]) == (
        ("cheap tickets", "leave", "nice weather"),
        ("STAY", "GO"),
    )


@pytest.mark.parametrize(
    "changes",
    [{"data": {"kind": "holiday"}, "layers": [layer(2)]}, {"layers": []}, {"data": {"kind": "iris"}, "layers": []}],
    ids=["hidden units", "no questions", "several outputs"],
)
def test_another_network_is_none(changes):
    frame = Session(small(**changes)).frame(Neuron())
    assert frame.info["problem"] == MANY and not frame.arrays


def test_what_is_solved_by_hand_has_reached_the_goal():
    session = Session(Experiment.load(PRESETS / "holiday.toml"))
    assert session.evaluate()["train.loss"] == 3
    session.load_vector(np.array([1.0, 2.0, 0.0, -2.5]))
    assert not [mark for mark in session.course.journal.marks if mark.kind == "goal"], "nice weather counts, too"
    session.load_vector(np.array([1.0, 2.0, 1.0, -2.5]))
    assert [mark.update for mark in session.course.journal.marks if mark.kind == "goal"] == [0]


@pytest.mark.parametrize(("gate", "best"), [("and", 4), ("or", 4), ("xor", 3)])
def test_no_setting_of_a_neuron_has_all_of_xor(gate, best):
    """All settings of quarters between −3 and 3; the reason on the screen says it of every number."""
    table = Session(small(data={"kind": "truth", "gate": gate}, layers=[], **STEP)).prepared.table
    quarters = np.arange(-3, 3.25, 0.25)
    weights = np.array(list(itertools.product(quarters, quarters)))
    sums = weights @ table.x.T
    right = [((sums > threshold) == (table.y == 1)).sum(axis=1).max() for threshold in quarters]
    assert max(right) == best


def test_two_hidden_units_with_stored_weights_solve_xor():
    asked = replace_all(Experiment.load(PRESETS / "holiday.toml"), other("xor"))
    assert Session(asked).evaluate()["train.accuracy"] == 0.5
    session = Session(replace_all(asked, two_hidden_units()))
    assert session.evaluate()["train.accuracy"] == 1.0
    for x, wanted in (((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)):
        any_, both = (1 / (1 + np.exp(-(8 * sum(x) - threshold))) for threshold in (4, 12))
        assert (8 * any_ - 8 * both - 4 > 0) == wanted


@pytest.mark.parametrize("name", ["holiday", "and", "or", "xor"])
def test_weights_begin_at_zero_and_the_threshold_at_a_half(name):
    session = Session(replace_all(Experiment.load(PRESETS / "xor-riddle.toml"), other(name)))
    arrays = session.frame(Neuron()).arrays
    assert not arrays["weights"].any() and arrays["threshold"] == 0.5
