"""The perceptron rule: by hand, and what it can and cannot learn."""

from __future__ import annotations

import numpy as np
import pytest

from core.experiment import Experiment
from core.training.session import Session
from tests.building.experiments import small


def perceptron(gate: str, lr: float = 1.0, seed: int = 1, **more: object) -> Experiment:
    """One step unit on a truth table, from zero weights, in an order that never changes."""
    values = {
        "dtype": "float64",
        "data": {"kind": "truth", "gate": gate},
        "layers": [],
        "rule": {"kind": "perceptron", "lr": lr},
        "loss": {"kind": "mistakes"},
        "output": {"initializer": {"kind": "zeros"}, "bias_initializer": {"kind": "zeros"}},
        "batch_size": 1,
        "shuffle": "never",
        "evaluate_every": 4,
        "seeds": {"weights": seed},
    }
    return Experiment.parse(values | more)


def test_a_calculation_by_hand():
    """AND in the order 00, 01, 10, 11 from zero weights with η = 1: only 11 is a mistake (0 is not above 0), so w = (1,
    1), b = 1. The next round: 00 fires wrongly, b = 0; 01 fires wrongly, w = (1, 0), b = −1; 10 does not fire; 11 does
    not fire, w = (2, 1), b = 0."""
    session = Session(perceptron("and"))
    expected = [(0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 1, 1), (1, 1, 0), (1, 0, -1), (1, 0, -1), (2, 1, 0)]
    for w1, w2, b in expected:
        session.advance(1)
        assert session.vector().tolist() == [w1, w2, b]


@pytest.mark.parametrize("gate", ["and", "or"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_learns_and_and_or(gate, seed):
    session = Session(
        perceptron(gate, seed=seed, shuffle="each epoch", output={"initializer": {"kind": "normal", "std": 1.0}})
    )
    session.advance(200)
    assert session.evaluate()["train.mistakes"] == 0
    weights = session.vector()
    session.advance(8)
    assert np.array_equal(session.vector(), weights), "without mistakes nothing moves"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_never_learns_xor(seed):
    session = Session(perceptron("xor", seed=seed, shuffle="each epoch"))
    for _ in range(100):
        session.advance(4)
        assert session.evaluate()["train.mistakes"] > 0


def test_from_zero_weights_the_learning_rate_changes_no_decision():
    slow, fast = Session(perceptron("or", lr=0.125)), Session(perceptron("or", lr=4.0))
    for _ in range(12):
        slow.advance(1)
        fast.advance(1)
        np.testing.assert_allclose(fast.vector(), 32 * slow.vector())


def test_its_loss_is_the_number_of_mistakes():
    session = Session(perceptron("and"))
    assert session.evaluate()["train.loss"] == 1  # from zero weights nothing fires: only 11 is wrong
    assert session.baselines["train.baseline_loss"] == 1


def test_a_live_learning_rate():
    session = Session(perceptron("and"))
    assert session.apply(perceptron("and", lr=0.5))
    session.advance(4)
    assert session.vector().tolist() == [0.5, 0.5, 0.5]


@pytest.mark.usefixtures("kernel")
def test_a_network_with_two_step_units_can_hold_xor():
    """Stored weights: one unit answers OR, the other AND, the output says OR and not AND."""
    weights = {
        "h1.weight": [[1, 1], [1, 1]],
        "h1.bias": [-0.5, -1.5],
        "output.weight": [[1, -1]],
        "output.bias": [-0.5],
    }
    session = Session(
        small(
            data={"kind": "truth", "gate": "xor"},
            layers=[{"kind": "dense", "name": "h1", "units": 2, "activation": {"kind": "step"}}],
            start={"weights": weights},
        )
    )
    assert session.evaluate()["train.accuracy"] == 1.0
