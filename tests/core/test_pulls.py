"""The pull of a penalty on each weight beside that of the loss, against torch's own gradients and formulas by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core.probes.pulls import Pulls
from core.probes.weights import Weights
from core.training.session import Session
from tests.building.experiments import small
from tests.building.twins import flat, training_part, twin

pytestmark = pytest.mark.usefixtures("kernel")
L1, L2 = {"kind": "l1", "rate": 0.03}, {"kind": "l2", "rate": 0.2}
WEIGHTS, NUMBERS = 4 * 2 + 3 * 4 + 3, 4 * 3 + 3 * 5 + 4


def pulled(*penalties, updates=5):
    session = Session(small(penalties=list(penalties)))
    session.advance(updates)
    return session, session.frame(Pulls()).arrays


@pytest.mark.parametrize("penalties", [(L1,), (L2,), (L1, L2)])
def test_both_pulls_are_minus_the_gradients_that_autograd_finds(penalties):
    session, arrays = pulled(*penalties)
    network, (x, y) = twin(session), training_part(session)
    F.binary_cross_entropy_with_logits(network(x), y).backward()
    place = arrays["place"]
    assert len(place) == WEIGHTS
    loss = np.concatenate([parameter.grad.numpy().ravel() for parameter in network.parameters()])
    np.testing.assert_allclose(arrays["loss"], -loss[place], atol=1e-12)
    weights = [parameter for name, parameter in network.named_parameters() if name.endswith("weight")]
    for parameter in network.parameters():
        parameter.grad = None
    cost = sum(0.03 * weight.abs().sum() for weight in weights) if L1 in penalties else torch.zeros(())
    cost = cost + (sum(0.2 * 0.5 * (weight**2).sum() for weight in weights) if L2 in penalties else 0)
    cost.backward()
    expected = np.concatenate([weight.grad.numpy().ravel() for weight in weights])
    np.testing.assert_allclose(arrays["penalty"], -expected, atol=1e-12)
    np.testing.assert_allclose(arrays["weight"], flat(network)[place], atol=1e-15)


def test_biases_are_counted_where_they_are_penalized():
    session, arrays = pulled(L1 | {"biases": True}, L2)
    assert len(arrays["place"]) == NUMBERS
    bias = session.parameters()["h1.bias"]
    assert np.array_equal(arrays["place"][8:12], np.arange(8, 12))
    np.testing.assert_allclose(arrays["penalty"][8:12], -0.03 * np.sign(bias))  # L2 counts weights alone


@pytest.mark.parametrize("penalties", [(), ({"kind": "l2", "rate": 0.0},)])
def test_without_a_penalty_nothing_is_pulled(penalties):
    _, arrays = pulled(*penalties)
    assert not len(arrays["place"]) and not len(arrays["penalty"])


def test_links_that_are_cut_are_told_and_stay_at_zero():
    session, arrays = pulled({"kind": "l1", "rate": 0.3, "kill": True}, updates=60)
    assert 0 < arrays["cut"].sum() <= WEIGHTS
    assert not arrays["weight"][arrays["cut"]].any()
    cut = session.frame(Weights()).info["cut"]
    assert sum(int(each.sum()) for each in cut.values()) == arrays["cut"].sum()
    parameters = session.parameters()
    assert all(not parameters[name][each].any() for name, each in cut.items())


def test_nothing_is_cut_where_no_link_can_be():
    session, arrays = pulled(L1, updates=60)
    assert not arrays["cut"].any() and session.frame(Weights()).info["cut"] == {}
