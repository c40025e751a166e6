"""The training loops that a person would write by hand: the yardstick that `descent-lab bench` compares the engines
with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from core import random
from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.networks.blueprint import blueprint_of

if TYPE_CHECKING:
    import torch

Loop = Callable[[int], None]  # makes a number of updates


def plain_loop(experiment: Experiment, prepared: Prepared | None = None) -> Loop:
    """A function that makes a number of updates as a person would write them: torch's own modules and optimizers, one
    fixed order of the samples. It has as many threads as serve it best, as the lab's own loop has. Of a network, of two
    that play against each other, or of the perceptron rule."""
    prepared = prepared or prepare(experiment)
    if experiment.rule.kind == "perceptron":
        return _perceptron(experiment, prepared)
    two = len(blueprint_of(experiment, prepared).players) > 1
    return (_two_players if two else _descent)(experiment, prepared)


def _descent(experiment: Experiment, prepared: Prepared) -> Loop:
    """Batch after batch down the gradient, clipped where the experiment says so, under fresh noise where it does."""
    import torch

    from core.machine import device
    from core.yardsticks.plain_network_torch import plain_network

    x, batches = _samples(experiment, prepared)
    network = plain_network(blueprint_of(experiment, prepared).own).to(x.dtype)
    y, loss_of = _loss(experiment, prepared)
    optimizer = experiment.optimizer.build(list(network.parameters()))
    most, noise = experiment.clipping.norm, experiment.task.fresh_noise
    work = len(next(batches)) * sum(parameter.numel() for parameter in network.parameters())

    def learn(updates: int) -> None:
        device.use_threads(work)
        for _, batch in zip(range(updates), batches, strict=False):
            seen = x[batch]
            if noise:
                seen = y[batch].view_as(seen)
                seen = seen + noise * torch.randn_like(seen)
            optimizer.zero_grad()
            loss_of(network(seen), y[batch]).backward()
            if most:
                torch.nn.utils.clip_grad_norm_(network.parameters(), most)
            optimizer.step()

    return learn


def _two_players(experiment: Experiment, prepared: Prepared) -> Loop:
    """One who judges and one who makes what is judged, each with its optimizer, in turn."""
    import torch
    from torch import nn

    from core.machine import device
    from core.yardsticks.plain_network_torch import plain_network

    plan = blueprint_of(experiment, prepared)
    judge, maker = plan.players
    x, batches = _samples(experiment, prepared)
    x = x.flatten(1)
    judging, making = (plain_network(plan.of(player.name)).to(x.dtype) for player in (judge, maker))
    optimizers = [
        player.optimizer.build(list(network.parameters())) for player, network in ((judge, judging), (maker, making))
    ]
    loss_of = nn.BCEWithLogitsLoss() if experiment.loss.kind == "cross_entropy" else nn.MSELoss()

    def latent(count: int) -> torch.Tensor:
        rows = x.new_empty(count, *maker.inputs)
        return rows.normal_() if maker.noise == "normal" else rows.uniform_(-1.0, 1.0)

    def learn(updates: int) -> None:
        device.use_threads(0)
        for _, batch in zip(range(updates), batches, strict=False):
            real, count = x[batch], len(batch)
            wanted = [
                torch.tensor(experiment.task.wanted(player.name, experiment.loss, count), dtype=x.dtype)
                for player in (judge, maker)
            ]
            for _ in range(judge.steps):
                seen = torch.cat([real, making(latent(count)).detach().flatten(1)])
                _step(optimizers[0], loss_of(judging(seen.view(-1, *judge.inputs)), wanted[0]))
            _step(optimizers[1], loss_of(judging(making(latent(count)).view(-1, *judge.inputs)), wanted[1]))

    return learn


def _step(optimizer: Any, loss: torch.Tensor) -> None:
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def _perceptron(experiment: Experiment, prepared: Prepared) -> Loop:
    """w ← w + η (y − ŷ) x, and the same for b."""
    import torch

    from core.machine import device

    x, batches = _samples(experiment, prepared)
    y = torch.tensor(prepared.targets[prepared.train], dtype=x.dtype)
    weight, bias = x.new_zeros(y.shape[1], x.shape[1]), x.new_zeros(y.shape[1])
    rate = experiment.rule.lr_beside(experiment.optimizer)

    def learn(updates: int) -> None:
        device.use_threads(0)
        for _, batch in zip(range(updates), batches, strict=False):
            for place in batch:
                error = y[place] - (weight @ x[place] + bias > 0).to(x.dtype)
                weight.add_(torch.outer(error, x[place]), alpha=rate)
                bias.add_(error, alpha=rate)

    return learn


def _samples(experiment: Experiment, prepared: Prepared) -> tuple[torch.Tensor, Iterator[torch.Tensor]]:
    """The training part (samples, *shape), and the places of batch after batch without an end."""
    import torch

    from core.data.batches import batch_size

    x = torch.tensor(prepared.x[prepared.train], dtype=getattr(torch, experiment.dtype)).view(-1, *prepared.shape)
    size, order = batch_size(experiment, len(x)), torch.from_numpy(random.permutation(1, len(x)))

    def places() -> Iterator[torch.Tensor]:
        while True:
            for first in range(0, len(x) // size * size, size):
                yield order[first : first + size]

    return x, places()


def _loss(experiment: Experiment, prepared: Prepared) -> tuple[torch.Tensor, Callable[[Any, Any], Any]]:
    """The targets of the training samples, and the loss of a batch; of several classes by their numbers."""
    import torch
    from torch import nn

    targets = prepared.targets[prepared.train]
    if experiment.loss.kind == "cross_entropy" and prepared.outputs > 1:
        return torch.from_numpy(np.argmax(targets, axis=1)), nn.CrossEntropyLoss()
    loss_of: Any = {"cross_entropy": nn.BCEWithLogitsLoss(), "mean_squared": nn.MSELoss()}.get(experiment.loss.kind)
    return torch.tensor(targets, dtype=getattr(torch, experiment.dtype)), loss_of or experiment.loss.build
