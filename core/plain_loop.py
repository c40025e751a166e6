"""The training loop that a person would write by hand: the yardstick that `descent-lab bench` compares the engines with."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from core import random
from core.experiment import Experiment
from core.preparation import prepare


def plain_loop(experiment: Experiment) -> Callable[[int], None]:
    """A function that makes a number of updates: `nn.Sequential` of tanh layers, `torch.optim.SGD`, half the squared error, one fixed order."""
    import torch
    from torch import nn

    prepared = prepare(experiment)
    x = torch.tensor(prepared.x[prepared.train], dtype=torch.float32)
    y = torch.tensor(prepared.targets[prepared.train], dtype=torch.float32)
    widths = [x.shape[1], *(layer.units for layer in experiment.layers), y.shape[1]]
    network: Any = nn.Sequential(*(module for pair in itertools.pairwise(widths) for module in (nn.Linear(*pair), nn.Tanh())))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.03)
    order, size, place = torch.from_numpy(random.permutation(1, len(x))), 10, 0

    def learn(updates: int) -> None:
        nonlocal place
        for _ in range(updates):
            batch = order[place : place + size]
            optimizer.zero_grad()
            loss = 0.5 * ((network(x[batch]) - y[batch]) ** 2).mean()
            loss.backward()
            optimizer.step()
            place = (place + size) % len(x)

    return learn
