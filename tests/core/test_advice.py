"""The three states in plain words, each planted; and learning that goes its way gets no advice."""

from __future__ import annotations

import numpy as np
import pytest

from core.diagnoses.dead import STILL
from core.diagnoses.standstill import stands_still
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families.diagnosis import RECENT
from core.training.advice import advise, lasts, symptoms_of
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import CASES, PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
LOSS = {"kind": "mean_squared"}
XOR = {"kind": "xor", "samples": 80}
ZEROS = {"initializer": {"kind": "zeros"}}
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
    assert advice.offers[0].edits == (("optimizer.lr", 1.0),) and "η = 1" in advice.offers[0].words


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
    assert "best constant answer" in advice.text and advice.offers[0].edits[0][0] == "optimizer.lr"


def test_zeros_everywhere_make_copies_that_stay_alike():
    session = _after(200, data=XOR, layers=[layer(4, "tanh", **ZEROS)], batch_size="all", output=ZEROS)
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "twins" and "units 1 to 4 of the hidden layer" in advice.text
    assert advice.layers == ("h1",) and advice.offers[0].edits == (("layers.h1.initializer.kind", "xavier_uniform"),)


def test_zeros_in_one_layer_set_its_units_apart_by_themselves():
    """Said often, and wrong: that zeros never break symmetry. The weights behind differ, and so do the gradients."""
    session = _after(50, data=XOR, layers=[layer(4, "tanh", **ZEROS)], batch_size="all")
    assert len(np.unique(session.parameters()["h1.weight"], axis=0)) == 4
    assert advise(session.course, session.learner) is None


def test_relu_units_that_begin_with_zeros_are_dead_from_the_start():
    session = _after(40, data=XOR, layers=[layer(4, "relu", **ZEROS)], batch_size="all")
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "dead" and "so from the start" in advice.text
    assert "Starting weights of 0" in advice.text and "random" in advice.offers[0].words


def test_stuck_without_a_hidden_layer_offers_one():
    session = _after(400, data=XOR, layers=[], batch_size="all", optimizer={"kind": "sgd", "lr": 0.1})
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "no_hidden_layer" and "no straight border separates" in advice.text
    ((path, layers),) = advice.offers[0].edits
    assert path == "layers" and len(layers) == 1


def test_a_step_output_on_separable_samples_lacks_a_slope_and_not_a_hidden_layer():
    session = _after(
        60, data={"kind": "truth", "gate": "and"}, layers=[], loss=LOSS, output={"activation": "step"}, batch_size="all"
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "no_slope" and "straight" not in advice.words
    assert advice.offers[0].edits == (("output.activation", "auto"),)


def test_hidden_step_units_lack_a_slope():
    session = _after(60, data=XOR, layers=[layer(3, "step")], batch_size="all", optimizer={"kind": "sgd", "lr": 1e-9})
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "no_slope" and advice.layers == ("h1",)
    assert advice.offers[0].edits == (("layers.h1.activation.kind", "tanh"),)


def test_linear_units_on_the_ring_are_one_straight_border_and_another_start_is_not_offered():
    session = _after(
        800,
        layers=[layer(4, "linear"), layer(2, "linear", "h2")],
        batch_size="all",
        optimizer={"kind": "sgd", "lr": 0.3},
        seeds={"weights": 3},
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "linear_units" and "no straight border separates" in advice.text
    assert advice.layers == ("h1", "h2")  # "all hidden units"
    assert "Another start cannot help" in advice.text
    assert [offer.remedy for offer in advice.offers] == ["Tanh"]


@pytest.mark.parametrize(("hidden", "kind"), [(True, "linear_units"), (False, "no_hidden_layer")])
def test_a_straight_line_on_the_ring_of_the_first_lesson_is_told_as_such_until_the_end(hidden, kind):
    """Batches of ten undo each other's steps, so that the gradient is never short: nothing was said, or that it is
    slow."""
    ring = Experiment.load(PRESETS / "playground.toml")
    linear = tuple((f"layers.{each.name}.activation.kind", "linear") for each in ring.layers)
    session = Session(replace_all(ring, linear if hidden else (("layers", ()),)))
    said = []
    while not session.ended:
        session.advance(250)
        advice = advise(session.course, session.learner)
        said.append((advice.kind, "no straight border separates" in advice.text) if advice is not None else None)
    assert said[3:] == [(kind, True)] * len(said[3:]) and session.ended == "finished"
    assert not any(said[:3]) or set(said[:3]) <= {None, (kind, True)}


@pytest.mark.parametrize("engine", ["eager", "auto"])
def test_the_highest_rate_and_the_lowest_loss_are_remembered_over_a_live_change(engine):
    """η = 3 had thrown the weights, and 0.03, which was taken since, was blamed; 0.0009 was forgotten."""
    session = _after(60, engine=engine, optimizer={"kind": "sgd", "lr": 0.5})
    session.apply(replace_all(session.experiment, (("optimizer.lr", 0.1),)))
    session.advance(60)
    symptoms = symptoms_of(session.course, session.learner)
    assert (symptoms.highest_rate, symptoms.rate) == (0.5, 0.1)
    assert symptoms.lowest_loss == min(row["train.loss"] for row in session.course.evaluations.take_rows())


def test_what_was_said_stands_for_as_long_as_was_looked_back_unless_a_person_changes_something():
    session = _after(30)
    course, said = session.course, session.updates
    assert lasts(course, said)
    session.advance(RECENT - 1)
    assert lasts(course, said)
    session.advance(1)
    assert not lasts(course, said) and lasts(course, session.updates)
    session.apply(replace_all(session.experiment, (("optimizer.lr", 0.001),)))
    assert not lasts(course, session.updates)


def test_large_inputs_are_named_before_the_rate():
    session = Session(Experiment.load(CASES / "s15c_nohidden_regression.toml"))
    session.advance(1000)
    advice = advise(session.course, session.learner)
    assert session.ended == "diverged" and advice is not None and advice.kind == "unscaled_inputs"
    assert "x₁²" in advice.text and advice.offers[0].edits == (("inputs.scaling", "standardize"),)


def test_prices_are_no_matter_of_the_rate():
    """Nine times a smaller rate was offered; the target's numbers are the reason."""
    session = Session(
        Experiment.parse(
            {
                "data": {"kind": "csv", "path": str(CASES / "s10c_prices.csv"), "predicts": "values"},
                "inputs": {"scaling": "standardize"},
                "layers": [layer(6)],
            }
        )
    )
    session.advance(1400)
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "unscaled_targets" and "in units of 100,000" in advice.text
    (offer,) = advice.offers
    mended = Session(replace_all(session.experiment, offer.edits))
    mended.advance(1400)
    assert advise(mended.course, mended.learner) is None and mended.evaluate()["test.r2"] > 0.5


def test_a_penalty_that_overturns_every_weight_is_named():
    session = Session(Experiment.load(CASES / "s15b_l2_10.toml"))
    session.advance(2000)
    advice = advise(session.course, session.learner)
    assert session.ended == "diverged" and advice is not None
    assert "multiplies every weight by -2" in advice.words and advice.offers[0].edits[0][0] == "penalties.l2.rate"


def test_a_dead_layer_is_named_though_the_bias_behind_it_jitters():
    """Made-up weights: whether steps kill a layer depends on the processor. The answer is a constant that follows the
    last batch."""
    session = _after(
        40,
        data={"kind": "csv", "path": str(CASES / "s10_housing.data"), "predicts": "values", "delimiter": " ", "header": False},
        inputs={"scaling": "standardize"},
        layers=[layer(6, "relu"), layer(6, "relu", "h2")],
        loss=LOSS,
        optimizer={"kind": "sgd", "lr": 0.03},
        start={"weights": {"h2.bias": [-1000.0] * 6, "output.bias": [22.0]}},
    )  # fmt: skip
    assert not stands_still(session.course.watch.recent)
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "dead" and advice.layers == ("h2",)
    assert "every unit of hidden layer 2 answers 0 to every sample" in advice.text and "from the start" in advice.text


@pytest.mark.parametrize(
    ("activation", "bias", "word"),
    [("tanh", 100.0, "saturated"), ("sigmoid", 100.0, "saturated")],
)
def test_stuck_names_the_quiet_units(activation, bias, word):
    session = _after(
        400,
        layers=[layer(3, activation)],
        start={"weights": {"h1.bias": [bias, bias + 1, bias + 2]}},
        batch_size="all",
        optimizer={"kind": "sgd", "lr": 0.3},
    )
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "saturated" and "from the start" in advice.text
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
        and "from the start" in soon.text
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


@pytest.mark.parametrize("thrown", [True, False])
def test_saturated_by_large_steps_offers_smaller_ones(thrown):
    """Made-up weights and a made-up start: where a real run at such a rate ends depends on the processor."""
    away = {"h1.bias": [100.0, 101.0, 102.0]}
    start = {} if thrown else {"weights": away}
    session = Session(
        small(evaluate_every=1, layers=[layer(3)], start=start, batch_size="all", optimizer={"kind": "sgd", "lr": 0.3})
    )
    if thrown:
        session.load_parameters(away)
    session.advance(400)
    advice = advise(session.course, session.learner)
    assert advice is not None and advice.kind == "saturated"
    assert bool(advice.offers[0].edits) == thrown and ("steps that were too large" in advice.text) == thrown


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
    assert advice.offers[0].edits == (("loss.kind", "cross_entropy"),)


def test_a_goal_for_a_loss_is_not_reached_with_another_loss():
    preset = Experiment.load(PRESETS / "landscape.toml")
    other = replace_all(preset, (("loss.kind", "mean_squared"),))
    assert other.goal is not None and other.goal.loss == "cross_entropy"
    session = Session(other)
    session.advance(400)
    assert session.last["train.loss"] < 0.24 and session.course.watch.goal_update < 0
    back = replace_all(other, (("loss.kind", "cross_entropy"),))
    assert back.goal is not None and back.goal.stands("cross_entropy")
