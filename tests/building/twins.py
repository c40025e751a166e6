"""The network of the small experiments in plain torch, and what it learns from."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from core.training.session import Session


def twin(session: Session) -> nn.Sequential:
    """The network of `small()` built by hand, with the session's weights."""
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
