"""Small experiments, and their twins in plain torch, for the tests of the core."""

from __future__ import annotations

import threading
import time
from typing import Any

import numpy as np
import torch
from torch import nn

from core.experiment import Experiment
from core.training.session import Session

SMALL: dict[str, Any] = {
    "dtype": "float64",
    "data": {"kind": "circle", "samples": 60},
    "layers": [
        {"kind": "dense", "name": "h1", "units": 4, "activation": {"kind": "tanh"}},
        {"kind": "dense", "name": "h2", "units": 3, "activation": {"kind": "sigmoid"}},
    ],
    "loss": {"kind": "cross_entropy"},
    "optimizer": {"kind": "sgd", "lr": 0.1},
    "batch_size": 7,
    "evaluate_every": 5,
}


def small(**changes: Any) -> Experiment:
    """A 2-4-3-1 net in float64 on 60 points of the circle, 30 of them for training, with the given keys replaced."""
    return Experiment.parse(SMALL | changes)


def layer(units: int, activation: str = "tanh", name: str = "h1", **more: Any) -> dict[str, Any]:
    return {"kind": "dense", "name": name, "units": units, "activation": {"kind": activation}, **more}


def twin(session: Session) -> nn.Sequential:
    """The network of `SMALL` built by hand, with the session's weights."""
    numbers, modules = session.parameters(), []
    for name, squash in (("h1", nn.Tanh()), ("h2", nn.Sigmoid()), ("output", nn.Identity())):
        weight, bias = numbers[f"{name}.weight"], numbers[f"{name}.bias"]
        linear = nn.Linear(weight.shape[1], weight.shape[0]).double()
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weight))
            linear.bias.copy_(torch.from_numpy(bias))
        modules += [linear, squash]
    return nn.Sequential(*modules)


def flat(network: nn.Module) -> np.ndarray:
    return torch.cat([parameter.detach().reshape(-1) for parameter in network.parameters()]).numpy()


def training_part(session: Session) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs and targets in float64, in the order of the training part."""
    train = session.prepared.train
    return torch.from_numpy(session.prepared.x[train].copy()), torch.from_numpy(session.prepared.targets[train].copy())


def batches(session: Session, size: int, count: int) -> list[np.ndarray]:
    """The first `count` batches where every epoch has an order of its own and the short last batch is kept."""
    found: list[np.ndarray] = []
    epoch = 0
    while len(found) < count:
        order = session.order(epoch)
        found += [order[i : i + size] for i in range(0, len(order), size)]
        epoch += 1
    return found[:count]


def until(condition, limit: float = 20.0) -> None:
    """Look again and again until the condition holds; fail after `limit` seconds."""
    end, pause = time.monotonic() + limit, threading.Event()
    while not condition():
        assert time.monotonic() < end, "waited too long"
        pause.wait(0.002)
