"""How wide values and gradients are spread at each layer of a network, on their way forward and back."""

from __future__ import annotations

import numpy as np
import torch

from core.engines.state import TrainState

Spread = tuple[float, float]  # standard deviation of values, and of gradients


def spreads(train_state: TrainState, vector: np.ndarray, x: np.ndarray, targets: np.ndarray) -> dict[str, Spread]:
    """Layer name -> standard deviations, over samples and units, of the values that a layer puts out and of each
    sample's δ = ∂L/∂a by its weighted sums; at a vector (P,), in training mode with nothing switched off. nan where a
    layer has no sums that the loss depends on.

    The network keeps the vector: it has to be one that is lent.
    """
    network = train_state.network
    with torch.no_grad():
        network.flat.copy_(train_state.tensor(vector))
    values, sums, found = network.laid_out(train_state.tensor(x)), {}, {}
    with torch.enable_grad():
        for block in network.own:
            summed, values = block.trace(values)
            if summed.requires_grad:
                summed.retain_grad()
            sums[block.name] = summed
            found[block.name] = float(values.detach().std(correction=0))
        loss = train_state.experiment.loss.build(values, train_state.tensor(targets)) * len(x)
        if loss.requires_grad:
            loss.backward()
            network.flat_gradient.zero_()
    return {name: (found[name], _spread_of(each)) for name, each in sums.items()}


def _spread_of(sums: torch.Tensor) -> float:
    """Of the gradient that has come back to sums."""
    return float("nan") if sums.grad is None else float(sums.grad.std(correction=0))
