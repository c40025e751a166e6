"""The loops that a person would write by hand make the updates of the lab's engines."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from core.experiment import Experiment
from core.networks.blueprint import blueprint_of
from core.networks.network import Network
from core.training.session import Session
from core.yardsticks.plain_loop import plain_loop
from core.yardsticks.plain_network_torch import plain_network
from tests.building.experiments import layer, small

SEQUENCES = {"data": {"kind": "recall", "samples": 60, "steps": 6}, "loss": "cross_entropy"}
PICTURES = {"data": {"kind": "digits", "samples": 60}, "loss": "cross_entropy"}
CNN = [
    {"kind": "conv2d", "name": "c", "channels": 3, "kernel": 3, "padding": 1},
    {"kind": "max_pool", "name": "p", "window": 2},
]
NETS: dict[str, dict[str, Any]] = {
    "dense": {"layers": [layer(4), layer(3, "relu", "h2")]},
    "convolutions": PICTURES | {"layers": CNN},
    "rnn": SEQUENCES | {"layers": [{"kind": "rnn", "name": "h1", "units": 5}]},
    "gru": SEQUENCES | {"layers": [{"kind": "gru", "name": "h1", "units": 5, "depth": 2}]},
    "lstm": SEQUENCES | {"layers": [{"kind": "lstm", "name": "h1", "units": 5}]},
}


@pytest.mark.parametrize("changes", NETS.values(), ids=NETS)
def test_a_plain_network_answers_and_learns_as_ours(changes):
    """From the same numbers: so the two sides of a ratio do the same work."""
    session = Session(small(engine="eager", **changes))
    learner = session.learner
    plain = plain_network(learner.blueprint.own).double()
    with torch.no_grad():
        for tensor, numbers in zip(plain.parameters(), session.parameters().values(), strict=True):
            tensor.copy_(torch.from_numpy(numbers))
    x, targets = learner.train_state.batch(learner.batches.next(session.course.state.cursor)[0], 0)
    outputs = plain(learner.network.laid_out(x))
    np.testing.assert_allclose(outputs.detach(), learner.network(x).detach(), atol=1e-12)
    slopes = torch.autograd.grad(session.experiment.loss.build(outputs, targets), list(plain.parameters()))
    before = session.vector()
    session.advance(1)
    by_hand = np.concatenate([slope.numpy().ravel() for slope in slopes])
    np.testing.assert_allclose((before - session.vector()) / session.experiment.optimizer.lr, by_hand, atol=1e-11)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"rule": "perceptron", "layers": [], "loss": "mistakes", "output": {"activation": "step"}},
        {"data": {"kind": "cloud", "samples": 40}, "task": {"kind": "gan"}},
        {"data": {"kind": "digits", "samples": 40}, "task": {"kind": "autoencoder", "damage": "noise"}, "loss": "mean_squared", "clipping": {"norm": 1.0}},
    ],
    ids=["descent", "perceptron", "two players", "noise"],
)  # fmt: skip
def test_each_kind_of_loop_runs(changes):
    plain_loop(small(**changes))(3)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("more", [{}, {"depth": 2, "direction": "both"}, {"returns": "all"}])
def test_an_lstm_learns_by_torchs_own_operation_what_its_cells_say(dtype, more):
    """The gates are seen in the one, updates are made by the other."""
    cells = {"kind": "lstm", "name": "h1", "units": 5} | more
    session = Session(Experiment.parse(SEQUENCES | {"dtype": dtype, "layers": [cells], "engine": "eager"}))
    network = Network(
        blueprint_of(session.experiment, session.prepared), torch.device("cpu"), session.learner.holding.flat
    )
    x = session.learner.train_state.inputs[:7]
    found = []
    for way in (network, network.learn):
        answers = way(x)
        slopes = torch.autograd.grad(answers.square().sum(), list(network.tensors.values()))
        found.append(torch.cat([answers.detach().ravel(), *(slope.ravel() for slope in slopes)]).numpy())
    np.testing.assert_allclose(found[1], found[0], rtol=0, atol=2e-5 if dtype == "float32" else 1e-12)
