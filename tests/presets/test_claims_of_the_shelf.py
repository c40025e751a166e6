"""What the presets of the second shelf say of themselves, in numbers."""

from __future__ import annotations

import statistics

import numpy as np
import pytest

from tests.building.presets import Run, dense, preset, starts, to_the_end

pytestmark = pytest.mark.usefixtures("kernel")
SEEDS = (1, 2, 3)


def cost_of_columns(seed):
    """What leaving out one column of the Titanic costs in test accuracy."""
    columns, whole = ("class", "age", "sex"), to_the_end("titanic", seed).last["test.accuracy"]
    return {
        out: whole
        - Run(preset("titanic", ("inputs.features", [c for c in columns if c != out]), seed=seed)).last["test.accuracy"]
        for out in columns
    }


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (2, 3))])
def test_leaving_out_sex_costs_the_most_on_the_titanic_then_class(seed):
    costs = cost_of_columns(seed)
    assert costs["sex"] > costs["class"] > costs["age"]
    assert costs["sex"] > 0.06


def test_setosa_is_never_mistaken():
    for seed in SEEDS:
        run = to_the_end("iris", seed)
        for part in ("train", "test"):
            decided, true = run.decisions(part)
            assert run.session.prepared.table.classes[0] == "setosa"
            assert ((decided == 0) == (true == 0)).all()


def test_without_standardization_the_wine_crawls():
    raw = Run(preset("wine", ("inputs.scaling", "none")))
    assert raw.last["train.loss"] > 10 * to_the_end("wine").last["train.loss"]


def test_a_penalty_raises_the_training_loss_on_breast_cancer_and_hardly_the_test():
    for seed in SEEDS:
        plain, penalized = (
            to_the_end("breast-cancer", seed),
            Run(preset("breast-cancer", ("penalties", [{"kind": "l2", "rate": 0.01}]), seed=seed)),
        )
        assert penalized.last["train.loss"] > plain.last["train.loss"]
        assert abs(penalized.last["test.accuracy"] - plain.last["test.accuracy"]) < 0.025
        assert abs(penalized.last["test.loss"] - plain.last["test.loss"]) < 0.03


@pytest.mark.slow
def test_three_units_close_the_circle_and_two_do_not():
    scores = {
        units: [run.last["test.accuracy"] for run in starts(preset("circle", ("layers.h1.units", units)), 3)]
        for units in (1, 2, 3)
    }
    assert max(scores[1]) < 0.75
    assert max(scores[2]) < 0.9
    assert min(scores[3]) > 0.95


def test_three_units_lift_the_disc_out_of_the_plane_and_two_cannot():
    def ends(*edits) -> list[float]:
        return [run.last["test.accuracy"] for run in starts(preset("bend", ("stop.updates", 400), *edits), 4)]

    assert statistics.median(ends()) > 0.95
    assert max(ends(("layers.h1.units", 2))) < 0.9
    linear = [(f"layers.{name}.activation.kind", "linear") for name in ("h1", "h2")]
    assert max(ends(*linear)) < 0.75


@pytest.mark.slow
def test_luck_decides_whether_relu_closes_the_circle():
    scores = [run.last["test.accuracy"] for run in starts(preset("circle", ("layers.h1.activation.kind", "relu")), 6)]
    assert min(scores) < 0.9 < 0.97 < max(scores)


def test_two_units_fail_at_the_four_corners_and_the_product_needs_none():
    assert max(run.last["test.accuracy"] for run in starts(preset("xor", ("layers.h1.units", 2)), 2)) < 0.9
    product = Run(preset("xor", ("layers", []), ("inputs.features", ["x1*x2"])), to_the_goal=True)
    assert 0 < product.goal_update <= 50


def test_without_squares_no_line_closes_the_ring():
    for run in starts(preset("features", ("inputs.features", ["x1", "x2"]), ("stop.updates", 500)), 2):
        assert run.best("test.accuracy") < 0.75


def test_four_hidden_units_find_features_of_their_own():
    learned = preset("features", ("inputs.features", ["x1", "x2"]), ("layers", [dense(4, "tanh")]))
    assert all(0 < run.goal_update <= 150 for run in starts(learned, 3, to_the_goal=True))


def test_twins_stay_twins_until_xavier_parts_them():
    equal = Run(preset("symmetry"), updates=1000)
    twins = equal.session.parameters()
    for name in ("h1.weight", "h1.bias"):
        assert np.ptp(twins[name], axis=0).max() < 1e-5
    assert np.ptp(twins["output.weight"]) < 1e-5
    assert equal.best("test.accuracy") < 0.75
    parted = Run(preset("symmetry", ("layers.h1.initializer", {"kind": "xavier_uniform"})), updates=1000)
    assert parted.last["test.accuracy"] >= 0.97


def test_a_start_with_large_weights_is_saturated_and_crawls():
    large = Run(preset("symmetry", ("layers.h1.initializer", {"kind": "normal", "std": 5.0})), updates=1000)
    values = np.abs(large.session.learner.trace(large.session.prepared.x)["h1"][1])
    assert (values > 0.99).mean() > 0.5
    assert large.best("test.accuracy") < 0.9


def test_nothing_gets_through_six_layers_of_sigmoids():
    edits = [(f"layers.h{number}.activation.kind", "sigmoid") for number in range(1, 7)]
    assert Run(preset("playground-deep", *edits), updates=800).best("train.accuracy") < 0.6
    assert Run(preset("playground-deep"), updates=800).best("test.accuracy") > 0.97
