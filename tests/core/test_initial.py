"""Starting weights side by side: standard deviations of values and gradients against plain torch, at the start."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core.experiment import Experiment
from core.probes.boundary import Boundary
from core.probes.initial import Initial, starts_of, with_initializer
from core.registry import parse
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.twins import training_part, twin

pytestmark = pytest.mark.usefixtures("kernel")
HE = {"kind": "he_normal"}
ALL_HE = {
    "layers": [layer(4, initializer=HE), layer(3, "sigmoid", "h2", initializer=HE)],
    "output": {"initializer": HE},
}


def by_hand(session: Session) -> np.ndarray:
    """(2, layers): values and δ of each layer of the small network, by torch's own modules."""
    network, (x, y) = twin(session), training_part(session)
    sums, values = [], x
    for place in (0, 2, 4):
        summed = network[place](values)
        summed.retain_grad()
        values = network[place + 1](summed) if place < 4 else summed
        sums.append((summed, values))
    F.binary_cross_entropy_with_logits(values, y).backward()
    each = [(float(v.detach().numpy().std()), float(s.grad.numpy().std()) * len(x)) for s, v in sums]
    return np.array(each).T


@pytest.mark.parametrize("kind", ["uniform", "normal", "xavier_normal", "he_uniform", "orthogonal", "constant"])
def test_each_initializer_is_what_a_run_with_it_starts_with(kind):
    session = Session(small())
    session.advance(6)
    frame = session.frame(Initial())
    assert frame.info["layers"] == ("h1", "h2", "output") and frame.info["samples"] == 30
    row = frame.info["kinds"].index(kind)
    other = Session(with_initializer(small(), parse("initializers", {"kind": kind})))
    values, gradients = by_hand(other)
    np.testing.assert_allclose(frame.arrays["values"][row], values, atol=1e-12)
    np.testing.assert_allclose(frame.arrays["gradients"][row], gradients, atol=1e-12)


def test_with_zeros_nothing_comes_through_and_nothing_comes_back():
    frame = Session(small()).frame(Initial())
    row = frame.info["kinds"].index("zeros")
    assert not frame.arrays["values"][row].any() and not frame.arrays["gradients"][row, :2].any()


def test_the_runs_own_start_stands_in_the_place_of_its_initializer_and_stays():
    session = Session(small(**ALL_HE))
    values, gradients = by_hand(session)
    before = session.frame(Initial())
    vector = session.vector()
    session.advance(20)
    after = session.frame(Initial())
    for frame in (before, after):
        own = frame.info["own"]
        assert frame.info["kinds"][own] == "he_normal" and len(frame.info["kinds"]) == 9
        np.testing.assert_allclose(frame.arrays["values"][own], values, atol=1e-12)
        np.testing.assert_allclose(frame.arrays["gradients"][own], gradients, atol=1e-12)
    assert not np.array_equal(session.vector(), vector)


def test_to_be_looked_at_changes_neither_the_run_nor_other_pictures():
    session = Session(small(layers=[layer(4, normalization="batch")]))
    vector, picture = session.vector(), session.frame(Boundary(resolution=5)).arrays["answers"]
    statistics = session.snapshot().numbers.buffers["h1.norm.running_mean"]
    session.frame(Initial())
    assert np.array_equal(session.vector(), vector)
    assert np.array_equal(session.snapshot().numbers.buffers["h1.norm.running_mean"], statistics)
    assert np.array_equal(session.frame(Boundary(resolution=5)).arrays["answers"], picture)


@pytest.mark.parametrize(
    "changes",
    [
        {"layers": [layer(4, initializer=HE)]},  # the output has another
        ALL_HE | {"start": {"weights": {"h1.bias": [0.0, 0.0, 0.0, 1.0]}}},
    ],
)
def test_a_mixed_or_stored_start_is_none_of_them(changes):
    made: Experiment = small(**changes)
    session = Session(made)
    starts = starts_of(made, session.learner.blueprint, session.course.points["start"])
    assert [start.own for start in starts] == [True] + 9 * [False]
    assert starts[0].kind == "" and np.array_equal(starts[0].vector, session.vector())


def test_convolutions_are_asked_like_other_layers():
    made = small(
        data={"kind": "digits", "samples": 60},
        layers=[{"kind": "conv2d", "channels": 3}, {"kind": "max_pool"}, {"kind": "dense", "units": 4}],
    )
    frame = Session(made).frame(Initial())
    assert frame.arrays["values"].shape[1] == 3 and np.isfinite(frame.arrays["gradients"]).all()


def test_the_gradient_of_a_sample_is_not_divided_by_their_number():
    one = Session(small(layers=[], data={"kind": "circle", "samples": 60}))
    frame = one.frame(Initial())
    x, y = training_part(one)
    numbers = one.parameters()
    z = x @ torch.from_numpy(numbers["output.weight"]).T + torch.from_numpy(numbers["output.bias"])
    delta = (torch.sigmoid(z) - y).numpy()  # of cross-entropy, by the book
    assert frame.arrays["gradients"][frame.info["own"], 0] == pytest.approx(delta.std(), abs=1e-12)
