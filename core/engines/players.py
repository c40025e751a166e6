"""The two players of a GAN apart: what each of them loses, and how that slopes, while the other stands still.

Both losses are those that are trained with, in evaluation mode and on noise that stays the same: the discriminator sees
as many generated samples as real ones.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import torch
from torch.func import functional_call

from core.engines.state import TrainState, evaluating, pieces_of
from core.engines.vectors import Many, Metric, figures_of, penalties_of, through
from core.experiment import Experiment
from core.networks.network import Network
from core.networks.players import GENERATOR, own


@dataclasses.dataclass(frozen=True)
class Side:
    """One player's side of the game: the network of both, where both stand (P,), encoded real samples (n, features) and
    as many rows of noise (n, latent)."""

    network: Network
    experiment: Experiment
    player: str
    present: np.ndarray
    real: np.ndarray
    rows: np.ndarray

    @property
    def _generates(self) -> bool:
        return self.player == GENERATOR

    @property
    def _many(self) -> Many:
        return through(self.network, self._generates)

    def losses(self, vectors: np.ndarray, metric: Metric = "loss", penalty: bool = False) -> np.ndarray:
        """The player's loss at each of the vectors (n, P), of which only its own numbers count: the other one's are the
        present ones. (n,) float64.

        "score" is the share that the discriminator tells apart. A loss that is not a number counts as infinite.
        Penalties are the discriminator's. The network's parameters are afterwards any.
        """
        where = own(self.network.slots, self.player)
        targets = wanted(self.experiment, self.player, len(self.rows))
        found, size = np.empty(len(vectors)), self.chunk()
        for start in range(0, len(vectors), size):
            piece = np.repeat(self.present[None].astype(np.float64), len(vectors[start : start + size]), axis=0)
            piece[:, where] = vectors[start : start + size, where]
            found[start : start + size] = figures_of(
                self.experiment, self._many.outputs_for(piece, self._seen), targets, metric
            )
            if penalty and metric == "loss" and not self._generates:
                found[start : start + size] += penalties_of(self.experiment, self.network, piece)
        return found

    def chunk(self) -> int:
        """Vectors at a time that are some milliseconds of work."""
        return self._many.chunk_for(self._seen)

    def gradient(self, vector: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the player's loss at a vector (P,), in the run's precision; zero at the other one's
        numbers."""
        network, found = self.network, torch.zeros_like(self.network.flat)
        tensors = [network.tensors[slot.name] for slot in network.slots if slot.is_generators == self._generates]
        for piece in pieces_of(network, len(self.rows), backwards=True):
            part = dataclasses.replace(self, real=self.real[piece], rows=self.rows[piece])
            found[own(network.slots, self.player)] += part._slopes(vector, tensors) * (len(part.rows) / len(self.rows))
        return found.cpu().numpy()

    def _slopes(self, vector: np.ndarray, tensors: Sequence[torch.Tensor]) -> torch.Tensor:
        """The slopes of the loss at a vector by some parameters, in one row."""
        network, seen = self.network, self._seen
        self._hold(vector)
        with torch.enable_grad(), evaluating(network):
            loss = self._loss(network(network.generate(seen) if self._generates else seen))
            slopes = (
                torch.autograd.grad(loss, tensors, allow_unused=True) if loss.requires_grad else [None] * len(tensors)
            )
        filled = [
            torch.zeros_like(tensor) if slope is None else slope for tensor, slope in zip(tensors, slopes, strict=True)
        ]
        return torch.cat([slope.reshape(-1) for slope in filled]) if filled else network.flat[:0]

    def loss_at(self, at: torch.Tensor) -> torch.Tensor:
        """The player's loss at a flat vector (P,), differentiable by its own numbers, in the precision of the vector;
        the network is to be in evaluation mode."""
        network = self.network
        named = self._many.named(at) | self._many.buffers(at.dtype)
        rows, real = (
            torch.tensor(np.ascontiguousarray(array), device=at.device, dtype=at.dtype)
            for array in (self.rows, self.real)
        )
        if self._generates:
            return self._loss(functional_call(self._many.module, named, (rows,)))
        with torch.no_grad():
            behind = through(network, True)
            made = functional_call(
                behind.module, behind.named(at) | behind.buffers(at.dtype), (rows,), {"judge": False}
            )
        return self._loss(functional_call(network, named, (torch.cat([real, made]),)))

    def _loss(self, outputs: torch.Tensor) -> torch.Tensor:
        targets = torch.tensor(
            wanted(self.experiment, self.player, len(self.rows)), device=outputs.device, dtype=outputs.dtype
        )
        return self.experiment.loss.build(outputs, targets)

    def _hold(self, vector: np.ndarray) -> None:
        self.network.flat.copy_(torch.from_numpy(np.ascontiguousarray(vector)))

    @functools.cached_property
    def _seen(self) -> torch.Tensor:
        """What goes in: the noise, or the real samples and then as many generated by the present generator."""
        rows = _tensor(self.network, self.rows)
        if self._generates:
            return rows
        self._hold(self.present)
        with torch.no_grad(), evaluating(self.network):
            made = [self.network.generate(rows[piece]) for piece in pieces_of(self.network, len(rows))]
        return torch.cat([_tensor(self.network, self.real), *made])


def wanted(experiment: Experiment, player: str, samples: int) -> np.ndarray:
    """What the player wants the discriminator to say: of as many real and then generated samples (2·samples, 1), or of
    generated ones (samples, 1)."""
    of_real, of_made, aim = cast(Any, experiment.task).wants(experiment.loss)
    return np.full((samples, 1), aim) if player == GENERATOR else np.repeat([of_real, of_made], samples)[:, None]


def sample_gradient(train_state: TrainState, made: np.ndarray) -> np.ndarray:
    """Minus the gradient of each generated sample's own loss by the encoded sample: (n, features) -> (n, features)
    float64."""
    network, experiment = train_state.network, train_state.experiment
    x = train_state.tensor(made).requires_grad_(True)
    targets = train_state.tensor(wanted(experiment, GENERATOR, len(made)))
    with torch.enable_grad(), evaluating(network):
        total = experiment.loss.build(network(x), targets) * len(made)
        (slope,) = torch.autograd.grad(total, x, allow_unused=True)
    return np.zeros(made.shape) if slope is None else -slope.cpu().numpy().astype(np.float64)


def _tensor(network: Network, array: np.ndarray) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array), device=network.flat.device, dtype=network.flat.dtype)
