"""What a network answers and how its loss slopes, in evaluation mode: asked of the network that learns and of its
replicas alike."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from core.data.preparation import Prepared
from core.engines.state import TrainState, evaluating, pieces_of


def trace(
    train_state: TrainState, x: np.ndarray, only: str = "", player: str = ""
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Layer name -> (weighted sums, values), each (samples, units) in the run's precision; of one layer alone where one
    is named, which takes less memory.

    Of another `player` than the experiment's own network it is its layers, and x what it begins with.
    """
    network, found = train_state.network, []
    with evaluating(network), torch.no_grad():
        for piece in pieces_of(network, len(x)):
            rows = train_state.tensor(x[piece])
            seen = network.trace_of(player, rows) if player else network.trace(rows)
            found.append(
                {name: (sums.cpu(), values.cpu()) for name, (sums, values) in seen.items() if only in ("", name)}
            )
    return {name: tuple(joined([part[name][side] for part in found]) for side in (0, 1)) for name in found[0]}  # type: ignore[misc]


def joined(parts: list[torch.Tensor]) -> np.ndarray:
    """Pieces of the samples, one below the other; a single one as it is."""
    return (parts[0] if len(parts) == 1 else torch.cat(parts)).numpy()


def gradient(train_state: TrainState, prepared: Prepared, samples: np.ndarray | None = None) -> np.ndarray:
    """Flat gradient (P,) of the data's mean loss over samples of the table (all training samples), without penalties
    and clipping."""
    samples = prepared.train if samples is None else samples
    pieces = pieces_of(train_state.network, len(samples), backwards=True)
    with evaluating(train_state.network):
        if len(pieces) == 1:
            return _gradient_of(train_state, prepared, samples)
        total = np.zeros(len(train_state.network.flat))
        for piece in pieces:  # the mean over all is that of the pieces' means, each counted by its samples
            total += _gradient_of(train_state, prepared, samples[piece]).astype(np.float64) * (
                (piece.stop - piece.start) / len(samples)
            )
    return total.astype(np.dtype(train_state.experiment.dtype))


def _gradient_of(train_state: TrainState, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
    """The flat gradient over a few samples at once."""
    x, targets = train_state.tensor(prepared.x[samples]), train_state.tensor(prepared.targets[samples])
    tensors = list(train_state.network.tensors.values())
    loss = train_state.experiment.loss.build(train_state.network(x), targets)
    slopes = torch.autograd.grad(loss, tensors, allow_unused=True) if loss.requires_grad else [None] * len(tensors)
    filled = [
        torch.zeros_like(tensor) if slope is None else slope for tensor, slope in zip(tensors, slopes, strict=True)
    ]
    return torch.cat([slope.reshape(-1) for slope in filled]).detach().cpu().numpy()


def thinned(train_state: TrainState, x: np.ndarray, factors: Mapping[str, np.ndarray]) -> np.ndarray:
    """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, where the values of layers are multiplied
    by factors (1, *shape): the same for all samples."""
    network = train_state.network
    masks = {name: train_state.tensor(each) for name, each in factors.items()}
    with evaluating(network), torch.no_grad():
        found = [network(train_state.tensor(x[piece]), masks).cpu() for piece in pieces_of(network, len(x))]
    return joined(found).astype(np.float64)


def activation_gradient(train_state: TrainState, x: np.ndarray, layer: str, unit: int) -> tuple[float, np.ndarray]:
    """A unit's weighted sum for one encoded sample x (features,), that in the middle of a channel's map, and its
    gradient (features,)."""
    with evaluating(train_state.network):
        seen = train_state.tensor(x[None]).requires_grad_()
        value = _middle(train_state.network.sums_of(layer, seen), unit)
        (gradient,) = torch.autograd.grad(value, seen, allow_unused=True)
    return float(value.detach()), np.zeros_like(x) if gradient is None else gradient[0].cpu().numpy().astype(np.float64)


def _middle(sums: torch.Tensor, unit: int) -> torch.Tensor:
    """The sum (1, *shape) of a unit: of a row its number, of a picture the middle of its map, of a sequence its last
    step."""
    if sums.ndim == 4:
        return sums[0, unit, sums.shape[2] // 2, sums.shape[3] // 2]
    return sums[0, -1, unit] if sums.ndim == 3 else sums[0, unit]
