"""What every diagnosis promises, asked of made-up runs: it appears where it must and nowhere else. A new one needs a
row in `APPEARS` and in `MUST_NOT`."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from core import registry
from core.documents.edits import replace_all
from core.families import Activation, Diagnosis, Player, Symptoms, Traced
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


def traced(activation: str, values: list[float], name: str = "the hidden layer") -> Traced:
    """A layer that answers every one of ten samples alike, one value a unit; its sums are the same numbers."""
    numbers = np.tile(np.array(values), (10, 1))
    return Traced(name, registry.read(Activation, activation), numbers, numbers)


def not_asked() -> Any:
    raise AssertionError("computed without need")


LEARNING = Symptoms(
    experiment=small(),
    updates=200,
    ended="",
    rate=0.1,
    recent=tuple(np.linspace(0.6, 0.5, RECENT)),
    first_loss=0.7,
    baselines={"train.baseline_loss": 0.69},
    last={"train.loss": 0.5, "train.accuracy": 0.8},
    players=lambda: PLAYERS,
    gradient_length=lambda: 0.2,
    hidden=lambda: (traced("tanh", [0.3, -0.2]),),
    output=lambda: traced("sigmoid", [0.6], "output"),
)


def symptoms(experiment: dict[str, Any] | None = None, of: Symptoms = LEARNING, **changes: Any) -> Symptoms:
    """A run like another one but for some fields; `experiment` is what differs in it from the small one."""
    return dataclasses.replace(of, experiment=of.experiment if experiment is None else small(**experiment), **changes)


STUCK = symptoms(recent=(0.69,) * RECENT, first_loss=0.69, gradient_length=lambda: 1e-9)
STRAIGHT = symptoms({"layers": []}, STUCK, hidden=tuple)
SATURATED = symptoms({"loss": SQUARES}, STUCK, output=lambda: traced("sigmoid", [0.999], "output"))
QUIET = symptoms(of=STUCK, hidden=lambda: (traced("tanh", [0.3, 0.999]),))
DEAD = symptoms(of=STUCK, hidden=lambda: (traced("relu", [0.0, 0.0]),))
UNSTABLE = symptoms(recent=(0.5,) * (RECENT - 5) + (2.0,) * 5)
COLLAPSED = symptoms(GAME, last={"coverage.share": 0.2, "coverage.near": 0.9}, updates=150)
DIVERGED = symptoms(ended="diverged", recent=(np.inf,) * 3)

# kind, the run, the words that it must have, the paths of its edits
APPEARS = [
    ("diverged", DIVERGED, "η = 0.1 is too large", ("optimizer.lr",)),
    ("diverged", symptoms(PERCEPTRON, DIVERGED), "Diverged at update 200", ("rule.lr",)),
    ("mode_collapse", COLLAPSED, "the generator's samples reach only 20% of", ()),
    ("dead", DEAD, "every unit of the hidden layer answers 0", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, ended="finished"), "every unit of the hidden layer answers 0", ("optimizer.lr",)),
    ("dead", symptoms(of=DEAD, recent=(0.69,) * 4), "the loss stays at 0.69", ("optimizer.lr",)),
    ("unstable", UNSTABLE, "the loss 2 is still worse than that of the best constant answer (0.69)", ("optimizer.lr",)),
    ("saturated_output", SATURATED, "With cross-entropy", ("loss.kind",)),
    ("saturated_output", symptoms(of=SATURATED, first_loss=0.6), "have thrown the weights there", ("optimizer.lr",)),
    ("saturated_output", symptoms({}, SATURATED), "the sigmoid sits at the end of its range", ()),
    ("no_hidden_layer", STRAIGHT, "only straight borders", ("layers",)),
    ("no_hidden_layer", symptoms({"layers": [], "data": {"kind": "plane"}, "loss": SQUARES}, STRAIGHT, last={}), "only a straight line", ("layers",)),
    ("quiet_units", QUIET, "1 of 2 units (2) are saturated", ("optimizer.lr",)),
    ("quiet_units", symptoms(of=QUIET, first_loss=0.9), "1 of 2 units (2) are saturated", ()),
    ("stuck", STUCK, "No small step makes it better", ()),
    ("stuck", symptoms(of=STRAIGHT, last={"train.accuracy": 1.0}), "No small step makes it better", ()),
]  # fmt: skip

# what is almost such a run
MUST_NOT = [
    ("diverged", symptoms(of=DIVERGED, ended="")),
    ("diverged", symptoms(of=DIVERGED, ended="stopped")),
    ("mode_collapse", symptoms(of=COLLAPSED, updates=149)),
    ("mode_collapse", symptoms(of=COLLAPSED, last={"coverage.share": 0.45, "coverage.near": 0.9})),
    ("mode_collapse", symptoms(of=COLLAPSED, last={"coverage.share": 0.2, "coverage.near": 0.29})),
    ("mode_collapse", symptoms(of=COLLAPSED, ended="finished")),
    ("mode_collapse", symptoms({}, COLLAPSED)),
    ("dead", symptoms(of=DEAD, hidden=lambda: (traced("relu", [0.0, 0.1]),))),
    ("dead", symptoms(of=DEAD, recent=(0.69,) * 3)),
    ("dead", symptoms(of=DEAD, recent=(0.69, 0.69, 0.69, 0.68))),
    ("dead", symptoms(of=DEAD, recent=(0.6,) * RECENT)),
    ("dead", symptoms(of=DEAD, ended="stopped")),
    ("dead", symptoms(GAME, DEAD)),
    ("unstable", symptoms(of=UNSTABLE, recent=(0.5,) * (RECENT - 2) + (2.0,) * 2)),
    ("unstable", symptoms(of=UNSTABLE, recent=(2.0,) * RECENT)),
    ("unstable", symptoms(of=UNSTABLE, recent=UNSTABLE.recent[1:])),
    ("unstable", symptoms(of=UNSTABLE, baselines={"train.baseline_loss": 0.0})),
    ("unstable", symptoms(PERCEPTRON, UNSTABLE)),
    ("unstable", symptoms(of=UNSTABLE, ended="finished")),
    ("saturated_output", symptoms(of=SATURATED, output=lambda: traced("sigmoid", [0.98], "output"))),
    ("saturated_output", symptoms(of=SATURATED, output=lambda: traced("linear", [5.0], "output"))),
    ("saturated_output", symptoms(of=SATURATED, hidden=QUIET.hidden)),
    ("saturated_output", symptoms(of=SATURATED, gradient_length=lambda: 0.1)),
    ("no_hidden_layer", STUCK),
    ("no_hidden_layer", symptoms(of=STRAIGHT, last={"train.accuracy": 1.0})),
    ("no_hidden_layer", symptoms(of=STRAIGHT, gradient_length=lambda: 0.1)),
    ("quiet_units", STUCK),
    ("quiet_units", symptoms(of=QUIET, recent=LEARNING.recent)),
    ("stuck", symptoms(of=STUCK, gradient_length=lambda: 0.1)),
    ("stuck", symptoms(of=STUCK, gradient_length=lambda: np.nan)),
    ("stuck", symptoms(of=STUCK, recent=(0.2,) * RECENT)),
    ("stuck", symptoms(of=STUCK, recent=STUCK.recent[1:])),
    ("stuck", symptoms(of=STUCK, ended="finished")),
    ("stuck", symptoms(PERCEPTRON, STUCK)),
]


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
    assert advice is not None and words in advice.text and advice.text.endswith(".") and advice.offer
    assert tuple(path for path, _ in advice.edits) == paths
    assert first(run) == (kind,)


@pytest.mark.parametrize(("kind", "run"), numbered(MUST_NOT))
def test_it_does_not_appear(kind, run):
    assert DIAGNOSES[kind].of(run) is None


@pytest.mark.parametrize(("kind", "run", "words", "paths"), numbered([row for row in APPEARS if row[3]]))
def test_its_offer_can_be_taken(kind, run, words, paths):
    advice = DIAGNOSES[kind].of(run)
    assert replace_all(run.experiment, advice.edits) != run.experiment


@pytest.mark.parametrize("diagnosis", DIAGNOSES.values(), ids=DIAGNOSES)
def test_nothing_is_computed_of_a_run_that_learns(diagnosis):
    lazy = dict.fromkeys(("players", "gradient_length", "hidden", "output"), not_asked)
    assert diagnosis.of(symptoms(of=LEARNING, **lazy)) is None


def test_a_layer_that_is_dead_is_named_among_others_before_the_quiet_units():
    layers = (traced("tanh", [0.3], "hidden layer 1"), traced("relu", [0.0], "hidden layer 2"))
    run = symptoms({"layers": [layer(1), layer(1, "relu", "h2")]}, DEAD, hidden=lambda: layers)
    assert first(run) == ("dead",) and "every unit of hidden layer 2" in DIAGNOSES["dead"].of(run).text
    assert DIAGNOSES["quiet_units"].of(run) is not None


def test_the_reason_that_explains_more_is_asked_for_first():
    assert " ".join(DIAGNOSES) == (
        "diverged mode_collapse dead unstable saturated_output no_hidden_layer quiet_units stuck"
    )
