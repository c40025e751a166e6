"""The mathematics of one update against torch by hand: gradients, penalties, clipping, dropout."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import random
from core.documents.edits import replace
from core.engines.eager import EagerEngine
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.twins import batches, flat, training_part, twin

pytestmark = pytest.mark.usefixtures("kernel")


def _step_of(session: Session) -> np.ndarray:
    """The gradient that one update of plain descent has used: (before − after) / η."""
    before = session.vector()
    session.advance(1)
    return (before - session.vector()) / session.experiment.optimizer.lr


def _gradient_by_hand(session: Session, places: np.ndarray) -> np.ndarray:
    network = twin(session)
    x, y = training_part(session)
    return _slope(F.binary_cross_entropy_with_logits(network(x[places]), y[places]), list(network.parameters()))


def _slope(loss: torch.Tensor, tensors: list[torch.Tensor]) -> np.ndarray:
    """The gradient of a loss along all tensors."""
    return torch.cat([gradient.reshape(-1) for gradient in torch.autograd.grad(loss, tensors)]).numpy()


def _weights_of(session: Session, numbers: np.ndarray) -> np.ndarray:
    """The numbers where the flat vector has weights, zero where it has biases."""
    return np.concatenate(
        [
            numbers[slot.where] if slot.role == "weight" else np.zeros(slot.size)
            for slot in session.learner.network.slots
        ]
    )


def test_outputs_and_loss_are_those_of_a_network_built_by_hand():
    session = Session(small())
    x, y = training_part(session)
    outputs = twin(session)(x).detach().numpy()
    np.testing.assert_allclose(session.learner.outputs(x.numpy()), outputs, atol=1e-12)
    by_hand = F.binary_cross_entropy_with_logits(torch.from_numpy(outputs), y).item()
    assert session.evaluate()["train.loss"] == pytest.approx(by_hand, abs=1e-12)


def test_the_gradient_of_the_training_part_is_autograds():
    session = Session(small())
    np.testing.assert_allclose(
        session.learner.gradient(), _gradient_by_hand(session, np.arange(len(session.prepared.train))), atol=1e-12
    )


def test_an_update_moves_against_the_mean_gradient_of_its_batch():
    session = Session(small())
    by_hand = _gradient_by_hand(session, session.order(0)[:7])
    np.testing.assert_allclose(_step_of(session), by_hand, atol=1e-12)


def test_asking_for_the_gradient_does_not_disturb_the_run():
    asked, left_alone = Session(small()), Session(small())
    for _ in range(6):
        asked.learner.gradient()
        asked.evaluate()
        asked.advance(1)
    left_alone.advance(6)
    assert np.array_equal(asked.vector(), left_alone.vector())


@pytest.mark.parametrize(("penalty", "slope"), [("l1", np.sign), ("l2", lambda w: w)])
def test_a_penalty_adds_its_slope_on_the_weights_and_not_on_the_biases(penalty, slope):
    session = Session(small(penalties=[{"kind": penalty, "rate": 0.3}]))
    by_hand = _gradient_by_hand(session, session.order(0)[:7]) + 0.3 * _weights_of(session, slope(session.vector()))
    np.testing.assert_allclose(_step_of(session), by_hand, atol=1e-12)


def test_penalties_are_measured_apart_from_the_loss_of_the_data():
    session, bare = (
        Session(small(penalties=[{"kind": "l2", "rate": 0.3}, {"kind": "l1", "rate": 0.1}])),
        Session(small()),
    )
    weights = _weights_of(session, session.vector())
    figures = session.evaluate()
    assert figures["train.loss"] == bare.evaluate()["train.loss"]
    assert figures["penalty"] == pytest.approx(0.3 * 0.5 * (weights**2).sum() + 0.1 * np.abs(weights).sum(), rel=1e-9)


def test_clipping_by_norm_shortens_the_whole_gradient():
    session = Session(small(clipping={"norm": 0.01}))
    by_hand = _gradient_by_hand(session, session.order(0)[:7])
    found = _step_of(session)
    assert np.linalg.norm(by_hand) > 0.01
    np.testing.assert_allclose(found, by_hand * 0.01 / (np.linalg.norm(by_hand) + 1e-6), atol=1e-12)


def test_a_short_gradient_is_not_clipped():
    session = Session(small(clipping={"norm": 1e6}))
    by_hand = _gradient_by_hand(session, session.order(0)[:7])
    np.testing.assert_allclose(_step_of(session), by_hand, atol=1e-12)


def test_clipping_by_value_cuts_every_component():
    session = Session(small(clipping={"value": 0.01}))
    by_hand = _gradient_by_hand(session, session.order(0)[:7])
    np.testing.assert_allclose(_step_of(session), np.clip(by_hand, -0.01, 0.01), atol=1e-12)


def test_dropout_switches_off_the_share_p_and_scales_up_the_rest():
    """One linear layer of 2,000 units: what comes through is 1/(1 − p) or 0, and about p of it is 0."""
    session = Session(small(layers=[layer(2000, dropout=0.3)], batch_size=5, engine="eager"))
    engine = session.learner.engine
    assert isinstance(engine, EagerEngine)
    mask = (engine.masks(0, 5) or {})["h1"].numpy()
    assert set(np.unique(mask)) == {0.0, 1 / 0.7}
    assert (mask == 0).mean() == pytest.approx(0.3, abs=0.02)


def test_an_update_with_dropout_is_that_of_the_masked_network():
    session = Session(small(layers=[layer(4, dropout=0.5), layer(3, "sigmoid", "h2")]))
    network = twin(session)
    x, y = training_part(session)
    places = session.order(0)[:7]
    kept = random.uniform(random.key(session.experiment.seeds.dropout, "dropout h1", 0), 7 * 4).reshape(7, 4) >= 0.5
    hidden = network[1](network[0](x[places])) * torch.from_numpy(kept / 0.5)
    loss = F.binary_cross_entropy_with_logits(network[2:](hidden), y[places])
    by_hand = _slope(loss, list(network.parameters()))
    np.testing.assert_allclose(_step_of(session), by_hand, atol=1e-12)


def test_dropout_is_off_in_evaluation():
    dropping, plain = Session(small(layers=[layer(4, dropout=0.5)])), Session(small(layers=[layer(4)]))
    assert dropping.evaluate() == plain.evaluate()


def test_batch_normalization_is_torchs():
    session = Session(small(layers=[layer(4, normalization="batch")], batch_size=10))
    numbers = session.parameters()
    weights = [
        torch.tensor(numbers[f"h1.{name}"], requires_grad=True)
        for name in ("weight", "bias", "norm.weight", "norm.bias")
    ]
    weights += [torch.tensor(numbers[f"output.{name}"], requires_grad=True) for name in ("weight", "bias")]
    x, y = training_part(session)
    places = session.order(0)[:10]
    mean, spread = torch.zeros(4).double(), torch.ones(4).double()
    hidden = torch.tanh(
        F.batch_norm(F.linear(x[places], weights[0], weights[1]), mean, spread, weights[2], weights[3], training=True)
    )
    loss = F.binary_cross_entropy_with_logits(F.linear(hidden, weights[4], weights[5]), y[places])
    by_hand = _slope(loss, weights)
    np.testing.assert_allclose(_step_of(session), by_hand, atol=1e-12)
    np.testing.assert_allclose(session.snapshot().numbers.buffers["h1.norm.running_mean"], mean.numpy(), atol=1e-12)


def test_layer_normalization_is_torchs():
    session = Session(small(layers=[layer(4, normalization="layer")]))
    numbers = {name: torch.tensor(array) for name, array in session.parameters().items()}
    x, _ = training_part(session)
    sums = F.layer_norm(
        F.linear(x, numbers["h1.weight"], numbers["h1.bias"]), (4,), numbers["h1.norm.weight"], numbers["h1.norm.bias"]
    )
    by_hand = F.linear(torch.tanh(sums), numbers["output.weight"], numbers["output.bias"])
    np.testing.assert_allclose(session.learner.outputs(x.numpy()), by_hand.numpy(), atol=1e-12)


def test_twenty_updates_are_those_of_a_plain_loop():
    session = Session(small())
    network = twin(session)
    x, y = training_part(session)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    for places in batches(session, 7, 20):
        optimizer.zero_grad()
        F.binary_cross_entropy_with_logits(network(x[places]), y[places]).backward()
        optimizer.step()
    session.advance(20)
    np.testing.assert_allclose(session.vector(), flat(network), atol=1e-9)


@pytest.mark.parametrize("clipping", [{"norm": 0.5}, {}])
def test_the_gradient_of_a_large_net_is_the_added_one(monkeypatch, clipping):
    """Copied, or left where torch has made it as long as nothing asks for it as a whole: the numbers are the same to
    the last bit, through live changes, too."""

    def trained(copied: int) -> Session:
        monkeypatch.setattr("core.engines.eager.COPIED", copied)
        session = Session(small(engine="eager", clipping=clipping))
        for momentum in (0.0, 0.5, 0.0):
            assert session.apply(replace(session.experiment, "optimizer.momentum", momentum))
            session.advance(10)
        return session

    added, large = trained(1 << 60), trained(0)
    assert np.array_equal(added.vector(), large.vector())
    np.testing.assert_equal(large.learner.engine.slots(), added.learner.engine.slots())
    assert "momentum_buffer" in large.learner.engine.slots()[0]
