"""What a network answers and how its loss slopes, in evaluation mode: asked of the network that learns and of its replicas alike."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch

from core.engines.state import Machine
from core.families import Loss
from core.preparation import Prepared


def trace(machine: Machine, x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Layer name -> (weighted sums, values), each (samples, units) in the run's precision."""
    network = machine.network
    network.eval()
    with torch.no_grad():
        found = network.trace(machine.tensor(x))
    network.train()
    return {name: (sums.cpu().numpy(), values.cpu().numpy()) for name, (sums, values) in found.items()}


def gradient(machine: Machine, prepared: Prepared, samples: np.ndarray | None = None) -> np.ndarray:
    """Flat gradient (P,) of the data's mean loss over samples of the table (all training samples), without penalties and clipping."""
    samples = prepared.train if samples is None else samples
    x, targets = machine.tensor(prepared.x[samples]), machine.tensor(prepared.targets[samples])
    network = machine.network
    network.eval()
    tensors = list(network.tensors.values())
    loss = cast(Loss, machine.experiment.loss).build(network(x), targets)
    pieces = torch.autograd.grad(loss, tensors, allow_unused=True) if loss.requires_grad else [None] * len(tensors)
    network.train()
    filled = [torch.zeros_like(tensor) if piece is None else piece for tensor, piece in zip(tensors, pieces, strict=True)]
    return torch.cat([piece.reshape(-1) for piece in filled]).detach().cpu().numpy()
