"""A curve taken apart into its units' shares, and a net that is constructed along it, against sums by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.networks.constructed import STEEP, constructed
from core.probes.approximation import Approximation
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
CURVE = {"data": {"kind": "x_sin_x", "samples": 60}, "layers": [layer(3)], "loss": {"kind": "mean_squared"}}


def learned(**changes) -> Session:
    session = Session(small(**CURVE | changes))
    session.advance(10)
    return session


def sigmoid(a: float) -> float:
    return 1 / (1 + math.exp(-a)) if a > -700 else 0.0


@pytest.mark.parametrize(
    "changes",
    [{}, {"output": {"targets": "standardize"}, "inputs": {"scaling": "standardize"}}, {"output": {"bias": False}}],
)
def test_the_shares_of_the_units_add_up_to_the_answer(changes):
    session = learned(**changes)
    arrays = session.frame(Approximation()).arrays
    np.testing.assert_allclose(arrays["shares"].sum(axis=0) + arrays["constant"], arrays["answer"], atol=1e-9)
    outputs = session.learner.outputs(session.prepared.encode(arrays["x"][:, None]))
    np.testing.assert_allclose(arrays["answer"], session.prepared.unit(outputs)[:, 0], atol=1e-9)


def test_a_share_is_the_units_value_times_its_weight():
    session = learned()
    arrays, numbers = session.frame(Approximation()).arrays, session.parameters()
    for unit in range(3):
        w, b, out = (float(numbers[name].ravel()[unit]) for name in ("h1.weight", "h1.bias", "output.weight"))
        for place in (0, 150, 300):
            expected = out * math.tanh(w * arrays["x"][place] + b)
            assert arrays["shares"][unit, place] == pytest.approx(expected, abs=1e-9)
    assert arrays["constant"][0] == pytest.approx(float(numbers["output.bias"][0]))


def test_errors_are_those_of_the_samples():
    session = learned()
    frame = session.frame(Approximation(bumps=7))
    table, train = session.prepared.table, session.prepared.train
    built = constructed(table.x[train, 0], table.y[train], 7)
    for part in ("train", "test"):
        samples = session.prepared.part(part)
        answers = session.learner.outputs(session.prepared.x[samples])[:, 0]
        errors = {"learned": table.y[samples] - answers, "built": table.y[samples] - built(table.x[samples, 0])}
        for who, each in errors.items():
            assert frame.info["errors"][who][part] == pytest.approx(math.sqrt((each**2).mean()), abs=1e-9)
    np.testing.assert_allclose(frame.arrays["constructed"], built(frame.arrays["x"]), atol=1e-12)


def test_the_constructed_net_is_its_formula_and_a_net_of_the_lab():
    x, y = np.array([-2.0, -1.0, 0.5, 1.0, 2.0]), np.array([3.0, 1.0, -1.0, 0.0, 2.0])
    net = constructed(x, y, 4)  # intervals of width 1 from −2: heights 3, 1, −1, and (0 + 2) / 2
    heights, edges = (3.0, 1.0, -1.0, 1.0), (-2.0, -1.0, 0.0, 1.0, 2.0)
    starts, ends = (-6.0, *edges[1:-1]), (*edges[1:-1], 6.0)
    for at in (-1.7, -0.3, 0.5, 1.4, 1.0):
        bumps = [
            (height - y.mean()) * (sigmoid(STEEP * (at - start)) - sigmoid(STEEP * (at - end)))
            for height, start, end in zip(heights, starts, ends, strict=True)
        ]
        assert net(np.array([at]))[0] == pytest.approx(sum(bumps) + y.mean(), abs=1e-12)
    stored = {
        "h1.weight": net.weight[:, None].tolist(),
        "h1.bias": net.bias.tolist(),
        "output.weight": [net.out.tolist()],
        "output.bias": [net.shift],
    }
    session = Session(small(**CURVE | {"layers": [layer(8, "sigmoid")], "start": {"weights": stored}}))
    grid = np.linspace(-3, 3, 41)
    np.testing.assert_allclose(session.learner.outputs(grid[:, None])[:, 0], net(grid), atol=1e-9)


def test_more_pairs_come_closer_to_a_curve_without_chance():
    x = np.linspace(-5, 5, 2001)
    y = x * np.sin(x)
    errors = [float(np.abs(constructed(x, y, count)(x) - y).max()) for count in (5, 20, 80, 320)]
    assert errors == sorted(errors, reverse=True) and errors[-1] < 0.2


def test_an_interval_without_samples_lies_between_its_neighbours():
    x, y = np.array([0.0, 0.5, 3.5, 4.0]), np.array([1.0, 1.0, 4.0, 4.0])
    net = constructed(x, y, 4)
    np.testing.assert_allclose(net(np.array([0.5, 1.5, 2.5, 3.5])), [1, 2, 3, 4], atol=1e-6)
    alone = constructed(np.array([1.0]), np.array([2.0]), 3)
    assert alone(np.array([1.0]))[0] == 2.0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"layers": [layer(3), layer(2, name="h2")]}, "single hidden layer"),
        ({"layers": []}, "single hidden layer"),
        ({"data": {"kind": "circle", "samples": 60}, "loss": {"kind": "cross_entropy"}}, "one input"),
        ({"data": {"kind": "plane", "samples": 60}}, "one input"),
        ({"output": {"activation": {"kind": "tanh"}}}, "linear output"),
    ],
)
def test_what_is_no_curve_of_one_layer_is_not_taken_apart(changes, words):
    frame = Session(small(**CURVE | changes)).frame(Approximation())
    assert words in frame.info["problem"] and not frame.arrays
