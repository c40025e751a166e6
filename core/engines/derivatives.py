"""What needs torch beside the losses themselves: curvature in a direction, and where several players take turns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import torch
from torch.func import functional_call

from core.data.preparation import Prepared
from core.engines.state import evaluating
from core.engines.turns import TurnsEngine
from core.engines.vectors import names_of
from core.experiment import Experiment
from core.networks import sample_memory
from core.networks.network import Network

if TYPE_CHECKING:
    from core.engines.replica import Replica
    from core.history.still import Still


def hessian_product(
    network: Network, experiment: Experiment, prepared: Prepared, vector: np.ndarray, direction: np.ndarray, samples: np.ndarray
) -> np.ndarray:  # fmt: skip
    """H·d of the data's mean loss at a vector, in evaluation mode: (P,), (P,) -> (P,) float64."""
    total = np.zeros(len(vector))
    for piece in sample_memory.pieces(
        len(samples), sample_memory.samples_at_once(network.numbers_each, 8, backwards=True)
    ):  # a mean is that of its pieces' means
        part = samples[piece]
        found = product_of(
            network, lambda at, part=part: _loss(network, experiment, prepared, at, part), vector, direction
        )
        total += found if len(part) == len(samples) else found * (len(part) / len(samples))
    return total


def product_of(
    network: Network, loss_at: Callable[[torch.Tensor], torch.Tensor], vector: np.ndarray, direction: np.ndarray
) -> np.ndarray:
    """H·d of a loss that is a function of the flat vector, in evaluation mode: (P,), (P,) -> (P,) float64.

    The gradient of g·d (Pearlmutter 1994), by differentiating twice backwards: every operation with a second derivative
    can do that, recurrent ones too. In double precision where the device has it.
    """
    dtype = torch.float32 if network.flat.device.type == "mps" else torch.float64
    at = _tensor(network, vector, dtype).requires_grad_()
    along = _tensor(network, direction, dtype)
    with torch.enable_grad(), evaluating(network):
        loss = loss_at(at)
        if not loss.requires_grad:
            return np.zeros(len(vector))
        (gradient,) = torch.autograd.grad(loss, at, create_graph=True)
        slope = gradient @ along
        if not slope.requires_grad:  # a loss of straight pieces has no curvature
            return np.zeros(len(vector))
        (product,) = torch.autograd.grad(slope, at)
    return product.cpu().numpy().astype(np.float64)


def _loss(
    network: Network, experiment: Experiment, prepared: Prepared, at: torch.Tensor, samples: np.ndarray
) -> torch.Tensor:
    """The data's mean loss at a flat vector, differentiable."""
    x, targets = (_tensor(network, array[samples], at.dtype) for array in (prepared.x, prepared.targets))
    named: dict[str, torch.Tensor] = {name: at[slot.where].view(slot.shape) for name, slot in names_of(network)}
    named |= {name: buffer.to(at.dtype) for name, buffer in network.named_buffers() if buffer.is_floating_point()}
    return experiment.loss.build(functional_call(network, named, (x,)), targets)


def _tensor(network: Network, array: np.ndarray, dtype: torch.dtype) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array), device=network.flat.device, dtype=dtype)


def after_turns(replica: Replica, still: Still, count: int) -> Still:
    """The run as it would be when of the coming update of several players only the first `count` have made theirs."""
    replica.remember(still)
    places, _ = replica.batches.next(still.cursor)
    assert isinstance(replica.engine, TurnsEngine), "there are several players"
    replica.engine.first_turns(places, still.updates, still.factor, count)
    network = replica.network
    return still.with_numbers(cast(Any, network.flat).detach().cpu().numpy().copy(), network.buffers_as_numpy())
