"""How a person gets a game of two players: a ready pair, points of one's own; and what is said of it."""

from __future__ import annotations

import json

import numpy as np
import pytest

import main as entry
from core.data.coverage import Coverage
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.experiment.ready_networks import ROWS
from core.registry import parse
from core.training.advice import advise
from core.training.session import Session
from tests.building.experiments import small
from tests.building.places import PRESETS

PAIR = next(row for row in ROWS if row.key == "gan")


def ring(count: int = 60, radius: float = 3.0) -> list[list[float]]:
    """Points of two classes as a person draws them."""
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return [
        [radius * float(np.cos(angle)), radius * float(np.sin(angle)), float(number % 2)]
        for number, angle in enumerate(angles)
    ]


@pytest.mark.parametrize(
    ("data", "kinds", "scaling"),
    [
        ({"kind": "cloud"}, {"dense"}, "none"),
        ({"kind": "points", "points": ring()}, {"dense"}, "none"),
        ({"kind": "points", "mode": "values", "points": ring()}, {"dense"}, "none"),
        ({"kind": "digits", "samples": 100}, {"dense"}, "none"),
        ({"kind": "mnist", "samples": 100}, {"dense", "reshape", "conv_transpose2d"}, "none"),
        ({"kind": "mnist", "samples": 100}, {"dense", "reshape", "conv_transpose2d"}, "standardize"),
        ({"kind": "shapes", "samples": 100}, {"dense", "reshape", "conv_transpose2d"}, "none"),
    ],
)
def test_the_ready_pair_fits_what_it_is_offered_for(data, kinds, scaling):
    experiment = Experiment.parse({"data": data, "inputs": {"scaling": scaling}, "batch_size": 20})
    assert PAIR.refusal(experiment) == ""
    made = replace_all(experiment, PAIR.edits(experiment))
    assert made.task.kind == "gan" and {layer.kind for layer in made.task.layers} == kinds
    session = Session(made)
    session.advance(2)
    samples = session.moment().made[0].samples(3)
    assert samples.shape == (3, len(session.prepared.table.columns)) and np.isfinite(samples).all()
    assert made.task.activation.kind == (
        "sigmoid" if session.prepared.table.geometry == "images" and scaling == "none" else "linear"
    )
    assert replace_all(made, PAIR.edits(made)) == made
    back = replace(made, "task.kind", experiment.task.kind)
    assert back.task.kind == experiment.task.kind


@pytest.mark.parametrize(
    "data", ["circle", "sine", "iris", {"kind": "points", "mode": "curve", "points": [[0, 0], [1, 1], [2, 0]]}]
)
def test_the_ready_pair_says_what_it_needs(data):
    assert "imitated" in PAIR.refusal(Experiment.parse({"data": data}))


def test_the_ready_pair_takes_over_from_what_could_not_play():
    riddle = small(
        rule={"kind": "perceptron"},
        loss={"kind": "mistakes"},
        layers=[],
        data={"kind": "points", "points": ring()},
        inputs={"features": ["x1", "x1*x2"]},
    )
    made = replace_all(riddle, PAIR.edits(riddle))
    assert (made.rule.kind, made.loss.kind, made.inputs.features) == ("gradient", "cross_entropy", ())


@pytest.mark.parametrize("mode", ["classes", "values"])
def test_own_points_are_imitated(mode):
    """All of them are real, whatever class or value they have; more may be drawn while both learn."""
    drawn = Experiment.parse(
        {
            "data": {"kind": "points", "mode": mode, "points": ring(), "train_share": 0.5},
            "batch_size": 10,
            "evaluate_every": 10,
        }
    )
    experiment = replace(drawn, "task.kind", "gan")
    session = Session(experiment)
    table = session.prepared.table
    assert table.classes == ("generated", "real") and (table.y == 1).all() and session.prepared.outputs == 1
    session.advance(20)
    coverage = Coverage(session.prepared.x[session.prepared.train], unseen=session.prepared.x[session.prepared.test])
    made = (session.moment().made[0].samples(1000) - session.prepared.encoding.shift) / session.prepared.encoding.scale
    assert session.last["coverage.share"] == coverage.share(made) and session.last["coverage.near"] == pytest.approx(
        coverage.near(made)
    )
    assert ("coverage.classes" in session.last) == (mode == "classes")
    more = replace(experiment, "data.points", tuple(map(tuple, ring() + ring(30, 4.0))))
    before = session.vector()
    assert session.apply(more) and len(session.prepared.table.x) == 90
    np.testing.assert_array_equal(session.vector(), before)
    session.advance(5)
    assert advise(session.course, session.learner) is None and np.isfinite(session.vector()).all()


def test_nearness_and_classes_are_counted_as_by_hand():
    real, y = np.random.default_rng(1).normal(size=(60, 3)), np.arange(60) % 3
    unseen, made = np.random.default_rng(2).normal(size=(40, 3)), np.random.default_rng(3).normal(size=(50, 3)) * 1.3
    coverage = Coverage(real, y, unseen)

    def nearest(sample: np.ndarray) -> tuple[float, int]:
        return min((float(np.sqrt(np.mean((sample - other) ** 2))), number) for number, other in enumerate(real))

    far = np.quantile([nearest(sample)[0] for sample in unseen], 0.95)
    assert coverage.near(made) == pytest.approx(np.mean([nearest(sample)[0] <= far for sample in made]))
    assert coverage.nearest(made)[0].tolist() == [nearest(sample)[1] for sample in made]
    assert (
        coverage.classes(real[y == 1]) == 1.0
        and coverage.classes(real[y != 1]) == 2.0
        and coverage.classes(made) == 3.0
    )


def test_the_classes_of_digits_are_counted():
    session = Session(
        Experiment.parse(
            {"data": {"kind": "digits", "samples": 300}, "task": {"kind": "gan", "activation": "sigmoid"}, "layers": []}
        )
    )
    zeros = parse("datasets", {"kind": "digits", "samples": 300}).table(1)
    assert session.prepared.coverage.classes(zeros.x[zeros.y == 0]) == 1.0
    assert session.prepared.coverage.classes(zeros.x) == 10.0
    assert {"coverage.share", "coverage.classes", "coverage.near"} <= set(session.last)


def test_the_game_is_named():
    task = parse("tasks", "gan")
    assert task.loss_label(parse("losses", "cross_entropy")).endswith(": non-saturating game")
    assert task.loss_label(parse("losses", "mean_squared")).endswith(": least-squares game")
    assert (
        parse("tasks", "classes").loss_label(parse("losses", "mean_squared")) == parse("losses", "mean_squared").label
    )


@pytest.mark.parametrize("more", [[], ["--set", "loss=mean_squared"]], ids=["non-saturating", "least squares"])
def test_json_has_the_figures_of_both_players(more, capsys):
    assert entry.main(["run", str(PRESETS / "gan-ring.toml"), "--updates", "3", "--json", *more]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["coverage"]) == {"share", "within_3_sigma", "sectors"}
    assert {"loss", "generator_loss", "accuracy", "baseline_loss"} <= set(found["train"]) and "mistakes" not in found[
        "train"
    ]
