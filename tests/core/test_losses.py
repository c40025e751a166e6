"""Every loss in numpy against torch's own functions, by hand, and far out."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import registry
from core.tasks.classes import Classes
from core.tasks.values import Values

Y = np.array([0, 1, 2, 1, 0, 2, 1])
BINARY = np.array([0, 1, 1, 0, 1, 0, 1])
NUMBERS = np.array([0.5, -1.0, 2.5, 0.0, 3.0, -4.0, 1.0])


def loss_of(kind, **fields):
    return registry.find("losses", kind)(**fields)


def outputs(k, scale=3.0):
    return np.random.default_rng(k).normal(size=(7, k)) * scale


TORCH = {
    "cross_entropy": lambda o, t, y: (
        F.binary_cross_entropy_with_logits(o, t) if o.shape[1] == 1 else F.cross_entropy(o, y)
    ),
    "mean_squared": lambda o, t, y: F.mse_loss(o, t),
    "half_squared": lambda o, t, y: 0.5 * F.mse_loss(o, t, reduction="sum") / len(o),
    "absolute": lambda o, t, y: F.l1_loss(o, t),
    "huber": lambda o, t, y: F.huber_loss(o, t, delta=0.7),
    "hinge": lambda o, t, y: torch.clamp(1 - o * t, min=0).sum() / len(o),
}
CASES = [
    ("cross_entropy", BINARY, 1), ("cross_entropy", BINARY, 2), ("cross_entropy", Y, 3), ("mean_squared", BINARY, 1), ("mean_squared", Y, 3), ("mean_squared", NUMBERS, 1),
    ("half_squared", BINARY, 1), ("half_squared", Y, 3), ("half_squared", NUMBERS, 1), ("absolute", NUMBERS, 1), ("huber", NUMBERS, 1), ("hinge", BINARY, 1), ("hinge", Y, 3),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "y", "k"), CASES)
def test_numpy_and_torch_and_torchs_own_agree(kind, y, k):
    loss = loss_of(kind, **({"delta": 0.7} if kind == "huber" else {}))
    o, t = outputs(k), loss.targets(y, k)
    assert t.shape == (7, k) and t.dtype == np.float64
    tensor = torch.tensor(o, requires_grad=True)
    built = loss.build(tensor, torch.tensor(t))
    assert built.shape == ()
    assert loss.each(o, t).shape == (7,)
    assert loss.overall(loss.each(o, t)) == pytest.approx(built.item(), rel=1e-12)
    assert built.item() == pytest.approx(
        TORCH[kind](torch.tensor(o), torch.tensor(t), torch.tensor(y)).item(), rel=1e-12
    )
    built.backward()
    assert torch.isfinite(tensor.grad).all() and tensor.grad.abs().sum() > 0


@pytest.mark.parametrize(("kind", "y", "k"), CASES)
@pytest.mark.parametrize("size", [1e4, -1e4])
def test_finite_in_float32_far_out(kind, y, k, size):
    loss = loss_of(kind)
    o = np.full((7, k), size)
    o[::2] *= -1
    t = loss.targets(y, k)
    tensor = torch.tensor(o, dtype=torch.float32, requires_grad=True)
    built = loss.build(tensor, torch.tensor(t, dtype=torch.float32))
    built.backward()
    assert torch.isfinite(built) and torch.isfinite(tensor.grad).all()
    assert np.isfinite(loss.each(o, t)).all() and np.isfinite(loss.answers(o)).all()
    assert built.item() == pytest.approx(loss.each(o, t).mean(), rel=1e-5)


def test_by_hand():
    one = np.array([[0.0]])
    assert loss_of("cross_entropy").each(one, np.array([[1.0]]))[0] == pytest.approx(np.log(2))
    assert loss_of("cross_entropy").each(np.zeros((1, 4)), np.eye(4)[:1])[0] == pytest.approx(np.log(4))
    assert loss_of("mean_squared").each(np.array([[3.0]]), np.array([[1.0]]))[0] == 4.0
    assert loss_of("half_squared").each(np.array([[0.5, -1.0]]), np.array([[1.0, 1.0]]))[0] == pytest.approx(
        0.5 * (0.25 + 4)
    )
    assert loss_of("huber").each(np.array([[0.5], [3.0]]), np.zeros((2, 1))).tolist() == [0.125, 2.5]
    assert loss_of("hinge").each(np.array([[0.25], [2.0]]), np.ones((2, 1))).tolist() == [0.75, 0.0]


def test_targets():
    assert loss_of("mean_squared").targets(BINARY[:3], 1).ravel().tolist() == [0, 1, 1]
    assert loss_of("half_squared").targets(BINARY[:3], 1).ravel().tolist() == [-1, 1, 1]
    assert loss_of("hinge").targets(Y[:2], 3).tolist() == [[1, -1, -1], [-1, 1, -1]]
    assert loss_of("cross_entropy").targets(BINARY[:2], 2).tolist() == [[1, 0], [0, 1]]
    assert loss_of("half_squared").targets(NUMBERS[:2], 1).ravel().tolist() == [0.5, -1.0]


def test_answers_are_probabilities_where_the_loss_makes_them():
    cross = loss_of("cross_entropy")
    np.testing.assert_allclose(cross.answers(np.array([[0.0], [np.log(3)]])).ravel(), [0.5, 0.75])
    np.testing.assert_allclose(cross.answers(np.log(np.array([[1.0, 2.0, 1.0]]))), [[0.25, 0.5, 0.25]])
    assert cross.answers(outputs(3).reshape(7, 1, 3)).shape == (7, 1, 3)
    np.testing.assert_array_equal(loss_of("half_squared").answers(outputs(1)), outputs(1))


@pytest.mark.parametrize(
    ("kind", "edge"), [("cross_entropy", 0.0), ("half_squared", 0.0), ("hinge", 0.0), ("mean_squared", 0.5)]
)
def test_decisions(kind, edge):
    loss = loss_of(kind)
    assert loss.decisions(np.array([[edge - 0.1], [edge + 0.1]])).tolist() == [0, 1]
    assert loss.decisions(np.array([[0.1, 0.9, 0.3], [2.0, -1.0, 0.0]])).tolist() == [1, 0]


def test_output_activations_follow_the_task():
    squared, half = loss_of("mean_squared"), loss_of("half_squared")
    assert (squared.default_output("classes"), squared.default_output("values")) == ("sigmoid", "linear")
    assert (half.default_output("classes"), half.default_output("values")) == ("tanh", "linear")
    for cls in registry.family("losses").values():
        for task in cls().tasks:
            assert cls().default_output(task) in cls().outputs_for(task)
    assert "softmax" not in squared.outputs_for("values") and "softplus" in squared.outputs_for("values")


def test_scores_of_classes():
    o = np.array([[1.0], [-1.0], [2.0], [-0.5]])
    scores = Classes().scores(loss_of("cross_entropy"), o, np.array([1, 0, 0, 0]))
    assert scores == {"accuracy": 0.75, "mistakes": 1.0}
    assert Classes().baseline(np.array([1, 1, 0]), np.array([1, 0, 0, 0])) == 0.25


def test_scores_of_values():
    y = np.array([1.0, 2.0, 3.0])
    mean = np.full((3, 1), 2.0)
    assert Values().scores(loss_of("mean_squared"), mean, y) == pytest.approx({"r2": 0.0, "mse": 2 / 3, "mae": 2 / 3})
    assert Values().scores(loss_of("absolute"), y[:, None], y)["r2"] == 1.0
    assert Values().baseline(y, y) == pytest.approx(0.0)
    assert Values().baseline(y, y + 1) == pytest.approx(-1.5)
    assert np.isnan(Values().scores(loss_of("huber"), mean, np.full(3, 7.0))["r2"])


def test_scores_of_a_run_that_blew_up():
    assert Values().scores(loss_of("mean_squared"), np.full((3, 1), np.inf), np.arange(3.0))["r2"] == -np.inf
    assert Classes().scores(loss_of("cross_entropy"), np.full((2, 1), np.nan), np.array([0, 1]))["accuracy"] == 0
