"""What every diagnosis promises, asked of made-up runs: it appears where it must and nowhere else. A new one needs a
row in `APPEARS` and in `MUST_NOT`."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from core import registry
from core.documents.edits import replace_all
from core.families import Activation, Diagnosis, Player, Symptoms, Taught, Traced
from core.families.diagnosis import RECENT
from tests.building.experiments import layer, small

DIAGNOSES = {kind: registry.read(Diagnosis, kind) for kind in registry.kinds(Diagnosis)}
SQUARES = {"kind": "mean_squared"}
PERCEPTRON = {
    "data": {"kind": "truth", "gate": "xor"},
    "layers": [],
    "rule": {"kind": "perceptron", "lr": 0.9},
    "loss": {"kind": "mistakes"},
    "batch_size": 1,
}
GAME = {"data": {"kind": "cloud"}, "task": {"kind": "gan"}}
PLAYERS = (Player("discriminator", (2,), (), small().optimizer, short="D"), Player("generator", (1,), (), small().optimizer, noise="normal"))  # fmt: skip


def traced(activation: str, values: list[float], name: str = "the hidden layer", key: str = "h1", sums=None) -> Traced:
    """A layer that answers every one of ten samples alike, one value a unit; its sums are the same numbers."""
    numbers = np.tile(np.array(values), (10, 1))
    sums = numbers if sums is None else np.tile(np.array(sums), (10, 1))
    return Traced(name, registry.read(Activation, activation), sums, numbers, key, 10, 10)


def taught(x, targets, classes=None) -> Taught:
    x = np.array(x, float)
    names = tuple(f"x{i + 1}" for i in range(x.shape[1]))
    return Taught(x, np.array(targets, float)[:, None], None if classes is None else np.array(classes), names)


def not_asked() -> Any:
    raise AssertionError("computed without need")


XOR = taught([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], [0, 1, 1, 0])
AND = taught([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1], [0, 0, 0, 1])
VALLEY = taught([[-1, 0], [0, 0], [0, 0], [1, 0]], [1, 0, 0, 1])  # the best plane's squared error is 1/4
APART = {"h1.weight": np.array([[1.0, 2.0], [1.0, 3.0]]), "h1.bias": np.zeros(2), "output.weight": np.array([[1.0, 1.0]]), "output.bias": np.zeros(1)}  # fmt: skip

LEARNING = Symptoms(
    experiment=small(layers=[layer(2)]),
    updates=200,
    ended="",
    rate=0.1,
    highest_rate=0.1,
    recent=tuple(np.linspace(0.6, 0.5, RECENT)),
    first_loss=0.7,
    lowest_loss=0.5,
    baselines={"train.baseline_loss": 0.69},
    last={"train.loss": 0.5, "train.accuracy": 0.8, "test.loss": 0.55, "test.accuracy": 0.78},
    sizes={"train": 30, "validation": 0, "test": 300},
    scaling="none",
    players=lambda: PLAYERS,
    gradients=lambda: {"h1": 0.1, "output": 0.2},
    moved=lambda: {"h1": 0.5, "output": 0.5},
    parameters=lambda: APART,
    taught=lambda: XOR,
    hidden=lambda: (traced("tanh", [0.3, -0.2]),),
    output=lambda: traced("sigmoid", [0.6], "output", "output"),
)


def symptoms(experiment: dict[str, Any] | None = None, of: Symptoms = LEARNING, **changes: Any) -> Symptoms:
    """A run like another one but for some fields; `experiment` is what differs in it from the small one."""
    changed = of.experiment if experiment is None else small(**{"layers": [layer(2)], **experiment})
    return dataclasses.replace(of, experiment=changed, **changes)


def constantly(value: Any) -> Any:
    return lambda: value


SHORT, FLAT = constantly({"h1": 1e-9, "output": 1e-9}), constantly({"h1": 0.0, "output": 0.1})
STEADY = tuple(np.linspace(0.69, 0.688, RECENT))
ZEROS = {"initializer": {"kind": "zeros"}}
LINEAR = {"layers": [layer(2, "linear")]}
STUCK = symptoms(recent=(0.69,) * RECENT, first_loss=0.69, gradients=SHORT)
STRAIGHT = symptoms({"layers": []}, STUCK, hidden=tuple)
PLANE = symptoms({"layers": [], "data": {"kind": "plane"}, "loss": SQUARES}, STRAIGHT, last={"train.loss": 0.25}, taught=constantly(VALLEY), output=constantly(traced("linear", [0.5], "output", "output")))  # fmt: skip
SATURATED_OUTPUT = symptoms({"loss": SQUARES}, STUCK, output=constantly(traced("sigmoid", [0.999], "output", "output")))
SATURATED = symptoms(of=STUCK, hidden=constantly((traced("tanh", [0.3, 0.999]),)))
TWO_SATURATED = symptoms(of=STUCK, hidden=constantly((traced("tanh", [0.3, 0.999], "hidden layer 1"), traced("tanh", [0.999, -0.999], "hidden layer 2", "h2"))))  # fmt: skip
DEAD = symptoms(of=STUCK, hidden=constantly((traced("relu", [0.0, 0.0]),)), moved=constantly({"h1": 3.0}))
JITTER = tuple(0.69 + 0.05 * (i % 2) for i in range(RECENT))
STEP = symptoms({"layers": [layer(2, "step")]}, recent=JITTER, hidden=constantly((traced("step", [1.0, 0.0]),)), gradients=FLAT)  # fmt: skip
STEP_OUTPUT = symptoms({"layers": [], "loss": SQUARES, "output": {"activation": "step"}}, recent=JITTER, hidden=tuple, taught=constantly(AND), output=constantly(traced("step", [0.0], "output", "output")), gradients=constantly({"output": 0.0}))  # fmt: skip
TWINS = symptoms({"layers": [layer(2, **ZEROS)]}, STUCK, parameters=constantly(APART | {"h1.weight": np.ones((2, 2))}))
PENALISED = {"layers": [layer(3)], "penalties": [{"kind": "l2", "rate": 0.01}]}
DRAWN = {
    "h1.weight": np.diag([1e-7, 1e-7, 2.0])[:, 1:],
    "h1.bias": np.zeros(3),
    "output.weight": np.array([[0.0, 0.0, 1.0]]),
}
ALIKE = {"h1.weight": np.ones((3, 2)), "output.weight": np.array([[1.0, 1.0, 2.0]])}
FAR_SIDE = Traced("output", registry.read(Activation, "linear"), np.zeros((4, 1)), np.array([[-3.0], [-0.6], [0.4], [0.6]]), "output", 4, 4)  # fmt: skip
FAR_POINTS = symptoms({"layers": [], "loss": SQUARES, "output": {"activation": "linear"}}, STRAIGHT, taught=constantly(AND), output=constantly(FAR_SIDE))  # fmt: skip
LINEAR_UNITS = symptoms(LINEAR, STUCK, hidden=constantly((traced("linear", [0.3, 0.2]),)))
LONG, EASING = constantly({"h1": 0.3}), tuple(np.linspace(0.69, 0.6899, RECENT))  # EASING: it falls, ever so little
UNDONE_UNITS = symptoms(of=LINEAR_UNITS, gradients=LONG)
LARGE_INPUTS = taught([[0, 100], [0, 300], [1, 200], [1, 0]], [0, 1, 1, 0], [0, 1, 1, 0])
PRICES = taught([[0, 1], [1, 0]], [120_000, 580_000])
UNSTABLE = symptoms(recent=(0.5,) * (RECENT - 5) + (2.0,) * 5)
THROWN = symptoms(recent=(0.9,) * RECENT, lowest_loss=0.05, moved=constantly({"h1": 3.0, "output": 0.5}))
COLLAPSED = symptoms(GAME, last={"coverage.share": 0.2, "coverage.near": 0.9}, updates=150)
DIVERGED = symptoms(ended="diverged", recent=(np.inf,) * 3)
OVERTURNED = symptoms({"penalties": [{"kind": "l2", "rate": 30.0}]}, DIVERGED)
UNSCALED_TARGETS = symptoms({"data": {"kind": "plane"}, "loss": SQUARES}, DIVERGED, taught=constantly(PRICES), last={})
CRAWLING = symptoms({"optimizer": {"kind": "sgd", "lr": 0.0001}}, recent=STEADY, rate=0.0001)
GAP = {"train.loss": 0.05, "train.accuracy": 1.0, "test.loss": 1.5, "test.accuracy": 0.8}
OVERFIT = symptoms(recent=(0.05,) * RECENT, last=GAP)
VALUES = symptoms({"data": {"kind": "plane"}, "loss": SQUARES}, OVERFIT, last={"train.loss": 0.05, "test.loss": 0.3})

# kind, the run, the words that it must have, the paths of its first offer's edits
APPEARS = [
    ("unscaled_inputs", symptoms(of=DIVERGED, taught=constantly(LARGE_INPUTS)), "x2 goes from 0 to 300", ("inputs.scaling",)),
    ("unscaled_inputs", symptoms(of=STUCK, taught=constantly(LARGE_INPUTS)), "those of x1 0.707", ("inputs.scaling",)),
    ("unscaled_inputs", symptoms(of=UNSTABLE, taught=constantly(LARGE_INPUTS)), "x2 goes from 0 to 300", ("inputs.scaling",)),
    ("unscaled_targets", UNSCALED_TARGETS, "from 120,000 to 580,000", ("output.targets",)),
    ("unscaled_targets", symptoms(of=UNSCALED_TARGETS, ended="", recent=JITTER), "in units of 100,000", ("output.targets",)),
    ("diverged", DIVERGED, "A guess: the learning rate η = 0.1 is too large", ("optimizer.lr",)),
    ("diverged", symptoms(PERCEPTRON, DIVERGED), "Diverged at update 200", ("rule.lr",)),
    ("diverged", OVERTURNED, "multiplies every weight by -2", ("penalties.l2.rate",)),
    ("mode_collapse", COLLAPSED, "the generator's samples reach only 20 % of", ()),
    ("dead", DEAD, "every unit of the hidden layer answers 0 to every sample", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, ended="finished"), "every unit of the hidden layer answers 0", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, recent=(0.69,) * 4), "the loss stays at 0.69", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, recent=JITTER), "A guess: steps that were too large", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, highest_rate=3.0), "(η = 3) have thrown its weights there", ()),
    ("dead", symptoms(of=DEAD, moved=constantly({"h1": 0.01})), "so from the start", ()),
    ("dead", symptoms({"layers": [layer(2, "relu", **ZEROS)]}, DEAD, moved=constantly({"h1": 0.0})), "Starting weights of 0 give every unit the sum 0", ("layers.h1.initializer.kind",)),
    ("no_slope", STEP, "the step of the hidden layer is flat", ("layers.h1.activation.kind",)),
    ("no_slope", STEP_OUTPUT, "the step of output is flat", ("output.activation",)),
    ("twins", TWINS, "units 1 and 2 of the hidden layer are alike", ("layers.h1.initializer.kind",)),
    ("twins", symptoms({}, TWINS, recent=JITTER), "worth one unit", ()),
    ("twins", symptoms({"layers": [layer(3)]}, TWINS, parameters=constantly(DRAWN)), "units 1 and 2 of the hidden", ()),
    ("twins", symptoms(PENALISED, TWINS, parameters=constantly(DRAWN | ALIKE)), "units 1 and 2 of the hidden", ()),
    ("unstable", UNSTABLE, "the loss 2 is again worse than that of the best constant answer (0.69)", ("optimizer.lr",)),
    ("unstable", symptoms(of=UNSTABLE, lowest_loss=0.001), "It has been 0.001 before.", ("optimizer.lr",)),
    ("unstable", symptoms(of=UNSTABLE, lowest_loss=0.7, recent=(0.8,) * 7 + (2.0,) * 5), "the loss 2 is still worse", ("optimizer.lr",)),
    ("saturated_output", SATURATED_OUTPUT, "With cross-entropy", ("loss.kind",)),
    ("saturated_output", symptoms(of=SATURATED_OUTPUT, first_loss=0.6), "have thrown the weights there", ("optimizer.lr",)),
    ("saturated_output", symptoms({}, SATURATED_OUTPUT), "the sigmoid sits at the end of its range", ()),
    ("far_points", FAR_POINTS, "97 % of the loss comes from right answers", ("loss.kind",)),
    ("linear_units", LINEAR_UNITS, "no straight border separates these samples. Another start cannot help", ("layers.h1.activation.kind",)),
    ("no_hidden_layer", STRAIGHT, "nothing bends: no straight border separates these samples", ("layers",)),
    ("linear_units", UNDONE_UNITS, "no straight border separates these samples. Another start cannot help", ("layers.h1.activation.kind",)),
    ("linear_units", symptoms(of=UNDONE_UNITS, ended="finished"), "Stuck: the loss stays at 0.69.", ("layers.h1.activation.kind",)),
    ("no_hidden_layer", symptoms(of=STRAIGHT, gradients=LONG), "nothing bends: no straight border separates these samples", ("layers",)),
    ("no_hidden_layer", PLANE, "The best one has the loss 0.25", ("layers",)),
    ("saturated", SATURATED, "1 of 2 units (2) is saturated: it sits at the end of its range", ()),
    ("saturated", TWO_SATURATED, "In hidden layer 1, 1 of 2 units (2), and in hidden layer 2, 2 of 2 units (1, 2), are saturated: they", ()),
    ("saturated", symptoms(of=SATURATED, moved=constantly({"h1": 3.0})), "A guess: steps that were too large", ("optimizer.lr",)),
    ("saturated", symptoms(of=SATURATED, moved=constantly({"h1": 3.0}), highest_rate=3.0), "(η = 3) have thrown the weights there", ()),
    ("saturated", symptoms(of=SATURATED, moved=constantly({"h1": 0.0})), "so from the start", ()),
    ("thrown", THROWN, "A guess: steps that were too large (η = 0.1) have thrown the weights there.", ("optimizer.lr",)),
    ("thrown", symptoms(of=THROWN, highest_rate=3.0), "the loss stays at 0.9, worse than that of the best constant answer (0.69)", ()),
    ("small_rate", CRAWLING, "η = 0.0001, while 0.03 is usual with SGD", ("optimizer.lr",)),
    ("slow", symptoms({}, CRAWLING, rate=0.1, gradients=constantly({"h1": 0.01})), "A guess: a plateau", ("optimizer.momentum",)),
    ("stuck", STUCK, "A guess: a plateau", ()),
    ("stuck", symptoms(of=STRAIGHT, last={"train.accuracy": 1.0}), "Other starting weights lead to the same place", None),
    ("stuck", symptoms(of=STRAIGHT, taught=constantly(AND)), "No small step makes it better", None),
    ("overfit_gap", OVERFIT, "100.0 % of the training samples are right, of the test samples 80.0 %", ("penalties",)),
    ("overfit_gap", VALUES, "the loss is 0.05 in training, 0.3 on the test samples", ("penalties",)),
]  # fmt: skip

# what is almost such a run
MUST_NOT = [
    ("unscaled_inputs", symptoms(of=DIVERGED, taught=constantly(LARGE_INPUTS), scaling="standardize")),
    ("unscaled_inputs", symptoms(taught=constantly(LARGE_INPUTS))),
    ("unscaled_inputs", DIVERGED),
    ("unscaled_targets", symptoms(of=UNSCALED_TARGETS, taught=constantly(VALLEY))),
    ("unscaled_targets", symptoms(of=UNSCALED_TARGETS, ended="", recent=LEARNING.recent)),
    ("unscaled_targets", symptoms({}, UNSCALED_TARGETS)),
    ("diverged", symptoms(of=DIVERGED, ended="")),
    ("diverged", symptoms(of=DIVERGED, ended="stopped")),
    ("mode_collapse", symptoms(of=COLLAPSED, updates=149)),
    ("mode_collapse", symptoms(of=COLLAPSED, last={"coverage.share": 0.45, "coverage.near": 0.9})),
    ("mode_collapse", symptoms(of=COLLAPSED, last={"coverage.share": 0.2, "coverage.near": 0.29})),
    ("mode_collapse", symptoms(of=COLLAPSED, ended="finished")),
    ("mode_collapse", symptoms({}, COLLAPSED)),
    ("dead", symptoms(of=DEAD, hidden=lambda: (traced("relu", [0.0, 0.1]),))),
    ("dead", symptoms(of=DEAD, recent=(0.69,) * 3)),
    ("dead", symptoms(of=DEAD, recent=(0.69, 0.69, 0.69, 0.6))),
    ("dead", symptoms(of=DEAD, recent=(0.6,) * RECENT)),
    ("dead", symptoms(of=DEAD, ended="stopped")),
    ("dead", symptoms(GAME, DEAD)),
    ("dead", STEP),
    ("no_slope", symptoms(of=STEP, recent=tuple(np.linspace(0.69, 0.5, RECENT)))),
    ("no_slope", symptoms(of=STEP, recent=STEP.recent[1:])),
    ("no_slope", symptoms(PERCEPTRON, STEP_OUTPUT)),
    ("no_slope", symptoms(of=STEP, hidden=STUCK.hidden)),
    ("no_slope", STRAIGHT),
    ("twins", STUCK),
    ("twins", symptoms(of=TWINS, recent=LEARNING.recent)),
    ("twins", symptoms(of=TWINS, parameters=constantly(TWINS.parameters() | {"output.weight": np.array([[1.0, 2.0]])}))),
    ("twins", symptoms(PENALISED, TWINS, parameters=constantly(DRAWN))),
    ("unstable", symptoms(of=UNSTABLE, recent=(0.5,) * (RECENT - 2) + (2.0,) * 2)),
    ("unstable", symptoms(of=UNSTABLE, recent=(2.0,) * RECENT)),
    ("unstable", symptoms(of=UNSTABLE, recent=UNSTABLE.recent[1:])),
    ("unstable", symptoms(of=UNSTABLE, baselines={"train.baseline_loss": 0.0})),
    ("unstable", symptoms(PERCEPTRON, UNSTABLE)),
    ("unstable", symptoms(of=UNSTABLE, ended="finished")),
    ("saturated_output", symptoms(of=SATURATED_OUTPUT, output=lambda: traced("sigmoid", [0.98], "output"))),
    ("saturated_output", symptoms(of=SATURATED_OUTPUT, output=lambda: traced("linear", [5.0], "output"))),
    ("saturated_output", symptoms(of=SATURATED_OUTPUT, hidden=SATURATED.hidden)),
    ("saturated_output", symptoms(of=SATURATED_OUTPUT, gradients=LEARNING.gradients)),
    ("far_points", symptoms(of=FAR_POINTS, taught=constantly(XOR))),
    ("far_points", symptoms({"layers": []}, FAR_POINTS)),
    ("far_points", symptoms(of=FAR_POINTS, last={"train.accuracy": 1.0})),
    ("far_points", symptoms(of=FAR_POINTS, output=constantly(dataclasses.replace(FAR_SIDE, values=np.full((4, 1), 0.2))))),
    ("linear_units", symptoms(of=LINEAR_UNITS, taught=constantly(AND))),
    ("linear_units", symptoms(of=UNDONE_UNITS, taught=constantly(AND))),
    ("linear_units", symptoms(of=UNDONE_UNITS, rate=1e-9, recent=EASING)),
    ("linear_units", symptoms(of=UNDONE_UNITS, ended="stopped")),
    ("linear_units", STRAIGHT),
    ("linear_units", STUCK),
    ("linear_units", symptoms({"layers": [layer(2, "linear"), layer(2, "tanh", "h2")]}, LINEAR_UNITS)),
    ("no_hidden_layer", STUCK),
    ("no_hidden_layer", symptoms(of=STRAIGHT, taught=constantly(AND))),
    ("no_hidden_layer", symptoms(of=STRAIGHT, last={"train.accuracy": 1.0})),
    ("no_hidden_layer", symptoms(of=STRAIGHT, gradients=LONG, rate=1e-9, recent=EASING)),
    ("no_hidden_layer", symptoms(of=STRAIGHT, gradients=lambda: {"output": np.nan})),
    ("no_hidden_layer", symptoms(of=PLANE, last={"train.loss": 0.4})),
    ("saturated", STUCK),
    ("saturated", symptoms(of=SATURATED, recent=LEARNING.recent)),
    ("thrown", symptoms(of=THROWN, moved=LEARNING.moved)),
    ("thrown", symptoms(of=THROWN, lowest_loss=0.89)),
    ("thrown", symptoms(of=THROWN, recent=(0.7,) * RECENT)),
    ("thrown", symptoms(of=THROWN, recent=tuple(np.linspace(1.2, 0.9, RECENT)))),
    ("thrown", symptoms(of=THROWN, ended="finished")),
    ("thrown", symptoms(PERCEPTRON, THROWN)),
    ("small_rate", symptoms(of=CRAWLING, rate=0.01)),
    ("small_rate", symptoms(of=CRAWLING, recent=LEARNING.recent)),
    ("small_rate", STUCK),
    ("slow", symptoms({}, CRAWLING, rate=0.1, gradients=constantly({"h1": 1.0}))),
    ("slow", STUCK),
    ("slow", symptoms(of=CRAWLING, recent=(*STEADY[:-1], 0.7))),
    ("slow", symptoms(of=CRAWLING, recent=tuple(np.linspace(0.3, 0.299, RECENT)))),
    ("stuck", symptoms(of=STUCK, gradients=LEARNING.gradients)),
    ("stuck", symptoms(of=STUCK, gradients=lambda: {"h1": np.nan})),
    ("stuck", symptoms(of=STUCK, recent=(0.2,) * RECENT)),
    ("stuck", symptoms(of=STUCK, recent=STUCK.recent[1:])),
    ("stuck", symptoms(of=STUCK, recent=tuple(np.linspace(0.69, 0.6899, RECENT)))),
    ("stuck", symptoms(of=STUCK, ended="finished")),
    ("stuck", symptoms(PERCEPTRON, STUCK)),
    ("overfit_gap", symptoms(of=OVERFIT, sizes={"train": 30, "validation": 0, "test": 10})),
    ("overfit_gap", symptoms(of=OVERFIT, sizes={"train": 30, "test": 0})),
    ("overfit_gap", symptoms(of=OVERFIT, last=GAP | {"test.accuracy": 0.96})),
    ("overfit_gap", symptoms(of=OVERFIT, last=GAP | {"train.loss": 0.4})),
    ("overfit_gap", symptoms(of=VALUES, last={"train.loss": 0.05, "test.loss": 0.1})),
    ("overfit_gap", symptoms(of=OVERFIT, last=GAP | {"test.loss": 0.09})),
]  # fmt: skip


def numbered(rows):
    return [pytest.param(*row, id=f"{row[0]}-{number}") for number, row in enumerate(rows)]


def first(run: Symptoms) -> tuple[str, ...]:
    """The kind of the one that speaks, as they are asked."""
    return next(((kind,) for kind, each in DIAGNOSES.items() if each.of(run) is not None), ())


def test_every_diagnosis_is_tested_where_it_appears_and_where_it_must_not():
    assert {row[0] for row in APPEARS} == {row[0] for row in MUST_NOT} == set(DIAGNOSES)


@pytest.mark.parametrize(("kind", "run", "words", "paths"), numbered(APPEARS))
def test_it_appears_and_is_the_first_to_speak(kind, run, words, paths):
    advice = DIAGNOSES[kind].of(run)
    assert advice is not None and advice.kind == kind and words in advice.words and advice.words.endswith(".")
    assert (None if not advice.offers else tuple(path for path, _ in advice.offers[0].edits)) == paths
    assert first(run) == (kind,)


@pytest.mark.parametrize(("kind", "run"), numbered(MUST_NOT))
def test_it_does_not_appear(kind, run):
    assert DIAGNOSES[kind].of(run) is None


@pytest.mark.parametrize(("kind", "run", "words", "paths"), numbered(APPEARS))
def test_its_offers_can_be_taken(kind, run, words, paths):
    for offer in DIAGNOSES[kind].of(run).offers:
        assert offer.words and offer.remedy
        assert not offer.edits or replace_all(run.experiment, offer.edits) != run.experiment


@pytest.mark.parametrize(
    "run", [TWINS, symptoms({"layers": [layer(2, "relu", **ZEROS)]}, DEAD, moved=constantly({"h1": 0.0}))]
)
def test_another_start_is_not_offered_where_it_would_be_the_same(run):
    advice = next(advice for each in DIAGNOSES.values() if (advice := each.of(run)) is not None)
    assert advice.offers[0].edits and "another start" not in [offer.remedy for offer in advice.offers]


@pytest.mark.parametrize(("kind", "run", "words", "paths"), numbered(APPEARS))
def test_what_was_followed_in_vain_is_not_offered_again(kind, run, words, paths):
    advice, followed = DIAGNOSES[kind].of(run), set()
    for offer in advice.offers:
        followed.add((kind, offer.remedy))
        left = advice.after(followed)
        assert offer not in left.offers and offer.remedy in left.text
    assert advice.after({("another", offer.remedy) for offer in advice.offers}) == advice


@pytest.mark.parametrize(
    "kind",
    sorted(
        {
            row[0]
            for row in APPEARS
            if row[1].hidden() and row[0] in ("dead", "twins", "saturated", "no_slope", "linear_units")
        }
    ),
)
def test_it_names_the_layer_that_it_is_about(kind):
    run = next(row[1] for row in APPEARS if row[0] == kind)
    assert DIAGNOSES[kind].of(run).layers[0] == "h1"


@pytest.mark.parametrize(("kind", "run", "words", "paths"), numbered(APPEARS))
def test_it_names_layers_that_there_are(kind, run, words, paths):
    there = {each.name for each in run.experiment.layers} | {each.key for each in run.hidden()} | {"output"}
    assert set(DIAGNOSES[kind].of(run).layers) <= there


@pytest.mark.parametrize("diagnosis", DIAGNOSES.values(), ids=DIAGNOSES)
def test_nothing_is_computed_of_a_run_that_learns(diagnosis):
    lazy = dict.fromkeys(("players", "gradients", "moved", "parameters", "taught", "hidden", "output"), not_asked)
    assert diagnosis.of(symptoms(of=LEARNING, **lazy)) is None


def test_a_layer_that_is_dead_is_named_among_others_before_the_quiet_units():
    layers = (traced("tanh", [0.3], "hidden layer 1"), traced("relu", [0.0], "hidden layer 2"))
    run = symptoms({"layers": [layer(1), layer(1, "relu", "h2")]}, DEAD, hidden=lambda: layers)
    assert first(run) == ("dead",) and "every unit of hidden layer 2" in DIAGNOSES["dead"].of(run).text
    assert DIAGNOSES["saturated"].of(run) is not None


def test_the_reason_that_explains_more_is_asked_for_first():
    assert " ".join(DIAGNOSES) == (
        "unscaled_inputs unscaled_targets diverged mode_collapse dead no_slope twins unstable "
        "saturated_output far_points linear_units no_hidden_layer saturated thrown small_rate slow stuck overfit_gap"
    )


def test_every_diagnosis_says_what_it_looks_at():
    assert all(each.looks_at for each in DIAGNOSES.values())
