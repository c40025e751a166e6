"""Every optimizer in a session against torch's own, stepping a network built by hand, parameter by parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import registry
from core.training.rates import rate_of
from core.training.session import Session
from tests.building.experiments import small
from tests.building.twins import batches, flat, training_part, twin

pytestmark = pytest.mark.usefixtures("kernel")

Parameters = Iterable[torch.nn.Parameter]
UPDATES = 20
ADAM = {"lr": 0.02, "beta1": 0.8, "beta2": 0.99, "eps": 1e-6, "weight_decay": 0.05}
TORCH_ADAM = {"lr": 0.02, "betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.05}

# kind -> (our arguments, torch's optimizer with the same ones)
BY_HAND: dict[str, tuple[dict[str, Any], Callable[[Parameters], torch.optim.Optimizer]]] = {
    "sgd": (
        {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.01, "nesterov": True},
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True),
    ),
    "adam": (ADAM | {"amsgrad": True}, lambda p: torch.optim.Adam(p, amsgrad=True, **TORCH_ADAM)),
    "adamw": (ADAM, lambda p: torch.optim.AdamW(p, **TORCH_ADAM)),
    "adagrad": (
        {"lr": 0.1, "lr_decay": 0.01, "weight_decay": 0.02, "initial_accumulator_value": 0.1, "eps": 1e-8},
        lambda p: torch.optim.Adagrad(
            p, lr=0.1, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1, eps=1e-8
        ),
    ),
    "adadelta": (
        {"lr": 1.0, "rho": 0.8, "eps": 1e-5, "weight_decay": 0.02},
        lambda p: torch.optim.Adadelta(p, lr=1.0, rho=0.8, eps=1e-5, weight_decay=0.02),
    ),
    "rmsprop": (
        {"lr": 0.02, "alpha": 0.9, "momentum": 0.5, "centered": True, "weight_decay": 0.02},
        lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.02),
    ),
    "rprop": (
        {"lr": 0.02, "eta_minus": 0.4, "eta_plus": 1.3, "step_min": 1e-5, "step_max": 1.0},
        lambda p: torch.optim.Rprop(p, lr=0.02, etas=(0.4, 1.3), step_sizes=(1e-5, 1.0)),
    ),
    "adamax": (ADAM, lambda p: torch.optim.Adamax(p, **TORCH_ADAM)),
    "nadam": (ADAM | {"momentum_decay": 0.01}, lambda p: torch.optim.NAdam(p, momentum_decay=0.01, **TORCH_ADAM)),
    "radam": (
        ADAM | {"decoupled_weight_decay": True},
        lambda p: torch.optim.RAdam(p, decoupled_weight_decay=True, **TORCH_ADAM),
    ),
    "asgd": (
        {"lr": 0.1, "lambd": 1e-3, "alpha": 0.6, "t0": 5.0, "weight_decay": 0.02},
        lambda p: torch.optim.ASGD(p, lr=0.1, lambd=1e-3, alpha=0.6, t0=5.0, weight_decay=0.02),
    ),
    "adafactor": (
        {"lr": 0.05, "beta2_decay": -0.7, "weight_decay": 0.02},
        lambda p: torch.optim.Adafactor(p, lr=0.05, beta2_decay=-0.7, weight_decay=0.02),
    ),
    "lbfgs": (
        {"lr": 0.5, "max_iter": 4, "history_size": 6},
        lambda p: torch.optim.LBFGS(p, lr=0.5, max_iter=4, history_size=6, line_search_fn="strong_wolfe"),
    ),
}


def test_every_optimizer_is_compared():
    assert {*BY_HAND, "muon"} == set(registry.family("optimizers"))


@pytest.mark.parametrize("kind", BY_HAND)
def test_twenty_updates(kind):
    arguments, build = BY_HAND[kind]
    batch_size: Any = "all" if kind == "lbfgs" else 7
    session = Session(small(optimizer={"kind": kind, **arguments}, batch_size=batch_size))
    network = twin(session)
    _learn(session, network, [build(network.parameters())], session.learner.batches.size)
    session.advance(UPDATES)
    np.testing.assert_allclose(session.vector(), flat(network), atol=1e-9)


def test_twenty_updates_of_muon_and_of_adamw_for_the_biases():
    arguments = {"lr": 0.02, "momentum": 0.9, "weight_decay": 0.05, "beta1": 0.8, "beta2": 0.99}
    session = Session(small(optimizer={"kind": "muon", **arguments}))
    network = twin(session)
    matrices = torch.optim.Muon(
        [p for p in network.parameters() if p.ndim == 2], lr=0.02, momentum=0.9, weight_decay=0.05
    )
    vectors = torch.optim.AdamW(
        [p for p in network.parameters() if p.ndim == 1], lr=0.02, betas=(0.8, 0.99), weight_decay=0.05
    )
    _learn(session, network, [matrices, vectors], 7)
    session.advance(UPDATES)
    np.testing.assert_allclose(session.vector(), flat(network), atol=1e-9)


def _learn(session: Session, network: torch.nn.Module, optimizers: list[torch.optim.Optimizer], size: int) -> None:
    x, y = training_part(session)
    for places in batches(session, size, UPDATES):
        if isinstance(optimizers[0], torch.optim.LBFGS):
            optimizers[0].step(lambda places=places: _loss(network, x[places], y[places]))  # type: ignore[misc]
            continue
        _loss(network, x[places], y[places])
        for optimizer in optimizers:
            optimizer.step()


def _loss(network: torch.nn.Module, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """The loss of a batch; its gradient is left in the parameters."""
    network.zero_grad()
    value = F.binary_cross_entropy_with_logits(network(x), y)
    value.backward()
    return value


SCHEDULES = {
    "constant": ({}, lambda o: torch.optim.lr_scheduler.ConstantLR(o, factor=1.0)),
    "step": ({"every": 4, "gamma": 0.5}, lambda o: torch.optim.lr_scheduler.StepLR(o, 4, 0.5)),
    "exponential": ({"gamma": 0.9}, lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9)),
    "cosine": (
        {"length": 20, "floor": 0.1},
        lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 20, eta_min=0.1 * 0.1),
    ),
    "warm_restarts": (
        {"length": 5, "longer": 2},
        lambda o: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(o, 5, 2),
    ),
    "linear_warmup": ({"length": 10, "start": 0.2}, lambda o: torch.optim.lr_scheduler.LinearLR(o, 0.2, 1.0, 10)),
    "one_cycle": (
        {"length": 20, "peak": 0.3},
        lambda o: torch.optim.lr_scheduler.OneCycleLR(
            o, max_lr=0.1, total_steps=20, pct_start=0.3, cycle_momentum=False
        ),
    ),
}


def test_every_schedule_is_compared():
    assert {*SCHEDULES, "plateau"} == set(registry.family("schedules"))


@pytest.mark.parametrize("kind", SCHEDULES)
def test_twenty_updates_under_a_schedule(kind):
    arguments, build = SCHEDULES[kind]
    session = Session(small(schedule={"kind": kind, **arguments}))
    network = twin(session)
    x, y = training_part(session)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    schedule = build(optimizer)
    for number, places in enumerate(batches(session, 7, UPDATES), start=1):
        assert rate_of(session.experiment, session.course.watch, session.updates) == pytest.approx(
            optimizer.param_groups[0]["lr"], rel=1e-9, abs=1e-15
        )
        optimizer.zero_grad()
        F.binary_cross_entropy_with_logits(network(x[places]), y[places]).backward()
        optimizer.step()
        session.advance(1)
        if number < UPDATES:
            schedule.step()
    np.testing.assert_allclose(session.vector(), flat(network), atol=1e-9)
