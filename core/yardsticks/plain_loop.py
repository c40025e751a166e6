"""The training loop that a person would write by hand: the yardstick that `descent-lab bench` compares the engines
with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core import random
from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.layers.convolution import Conv2d
from core.layers.dense import Dense
from core.layers.pooling import MaxPool


def plain_loop(experiment: Experiment, prepared: Prepared | None = None) -> Callable[[int], None]:
    """A function that makes a number of updates: `nn.Sequential` of linear, convolutional and pooling layers with tanh
    or ReLU, `torch.optim.SGD` or `Adam`, half the squared error or the cross-entropy, one fixed order of the samples.
    It has as many threads as serve it best, as the lab's own loop has."""
    import torch

    from core.machine import device

    prepared = prepared or prepare(experiment)
    x = torch.tensor(prepared.x[prepared.train], dtype=torch.float32).view(-1, *prepared.shape)
    network = _network(experiment, prepared)
    y, loss_of = _loss(experiment, prepared)
    kind = torch.optim.Adam if experiment.optimizer.kind == "adam" else torch.optim.SGD
    optimizer = kind(network.parameters(), lr=experiment.optimizer.lr)
    size = experiment.batch_size if isinstance(experiment.batch_size, int) else len(x)
    order, last, place = torch.from_numpy(random.permutation(1, len(x))), len(x) // size * size, 0
    work = size * sum(parameter.numel() for parameter in network.parameters())

    def learn(updates: int) -> None:
        nonlocal place
        device.use_threads(work)
        for _ in range(updates):
            batch = order[place : place + size]
            optimizer.zero_grad()
            loss = loss_of(network(x[batch]), y[batch])
            loss.backward()
            optimizer.step()
            place = (place + size) % last

    return learn


def _network(experiment: Experiment, prepared: Prepared) -> Any:
    """Dense, convolutional and pooling layers one after the other; the layer sizes are found by letting one sample
    through."""
    import torch
    from torch import nn

    kinds: dict[str, Any] = {"tanh": nn.Tanh, "relu": nn.ReLU}
    x, layers = torch.zeros(1, *prepared.shape), []

    def add(*modules: Any) -> None:
        nonlocal x
        layers.extend(modules)
        with torch.no_grad():
            x = nn.Sequential(*modules)(x)

    for layer in experiment.layers:
        if isinstance(layer, Conv2d):
            add(nn.Conv2d(x.shape[1], layer.channels, layer.kernel), kinds[layer.activation.kind]())
        elif isinstance(layer, MaxPool):
            add(nn.MaxPool2d(layer.window))
        else:
            assert isinstance(layer, Dense), layer.kind
            add(
                nn.Flatten(),
                nn.Linear(x[0].numel(), layer.units),
                kinds[layer.activation.kind](),
                *([nn.Dropout(layer.dropout)] if layer.dropout else []),
            )
    add(
        nn.Flatten(),
        nn.Linear(x[0].numel(), prepared.outputs),
        *([nn.Tanh()] if experiment.loss.kind == "half_squared" else []),
    )
    return nn.Sequential(*layers)


def _loss(experiment: Experiment, prepared: Prepared) -> tuple[Any, Callable[[Any, Any], Any]]:
    """The targets of the training samples, and the loss of a batch."""
    import torch
    from torch import nn

    targets = prepared.targets[prepared.train]
    if experiment.loss.kind == "cross_entropy":
        return torch.from_numpy(np.argmax(targets, axis=1)), nn.CrossEntropyLoss()
    return torch.tensor(targets, dtype=torch.float32), lambda outputs, wanted: 0.5 * ((outputs - wanted) ** 2).mean()
