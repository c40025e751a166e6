"""Players apart: what each of them loses, and how that slopes, while the others stand still.

The losses are those that are trained with, in evaluation mode and on noise that stays the same: who sees samples and
what others make sees as many of each.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch.func import functional_call

from core.data.preparation import Prepared
from core.engines.generation import rows_beside
from core.engines.heights import Metric, figures_of, penalties_of
from core.engines.state import TrainState, evaluating, pieces_of
from core.engines.vectors import Many, through
from core.experiment import Experiment
from core.families import NOISE, SAMPLES, Player, makers, named
from core.frozen import frozen
from core.networks.blueprint import Blueprint
from core.networks.network import Network
from core.networks.players import own


@frozen
class Side:
    """One player's side of the game: the network of all players, where all stand (P,), encoded real samples (n,
    features), and of each player that makes samples as many rows of noise (n, latent)."""

    network: Network
    blueprint: Blueprint
    name: str
    present: np.ndarray
    real: np.ndarray
    rows: dict[str, np.ndarray]

    @property
    def player(self) -> Player:
        return named(self.blueprint.players, self.name)

    @property
    def experiment(self) -> Experiment:
        return self.blueprint.experiment

    @property
    def samples(self) -> int:
        """Of each kind."""
        return len(self.real)

    @property
    def _chain(self) -> tuple[str, ...]:
        """Through whom goes what the player sees; () where that is the experiment's own network alone."""
        alone = self.player is self.blueprint.players[0] and not self.player.judges
        return () if alone else (self.player.name, *self.player.judges)

    @property
    def _many(self) -> Many:
        return through(self.network, self._chain)

    def losses(self, vectors: np.ndarray, metric: Metric = "loss", *, penalty: bool = False) -> np.ndarray:
        """The player's loss at each of the vectors (n, P), of which only its own numbers count: those of the others are
        the present ones. (n,) float64.

        "score" is the task's, of a player that has one. A loss that is not a number counts as infinite. Penalties are
        those of a player that is penalized. The network's parameters are afterwards any.
        """
        where = own(self.network.slots, self.name)
        targets = wanted(self.experiment, self.name, self.samples)
        found, size = np.empty(len(vectors)), self.chunk()
        for start in range(0, len(vectors), size):
            piece = np.repeat(self.present[None].astype(np.float64), len(vectors[start : start + size]), axis=0)
            piece[:, where] = vectors[start : start + size, where]
            found[start : start + size] = figures_of(
                self.experiment, self._many.outputs_for(piece, self._seen), targets, metric
            )
            if penalty and metric == "loss" and self.player.penalized:
                found[start : start + size] += penalties_of(self.experiment, self.network.slots, piece)
        return found

    def chunk(self) -> int:
        """Vectors at a time that are some milliseconds of work."""
        return self._many.chunk_for(self._seen)

    def gradient(self, vector: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the player's loss at a vector (P,), in the run's precision; zero at the others'
        numbers."""
        network, found = self.network, torch.zeros_like(self.network.flat)
        tensors = [network.tensors[slot.name] for slot in network.slots if slot.player == self.name]
        for piece in pieces_of(network, self.samples, backwards=True):
            rows = {name: each[piece] for name, each in self.rows.items()}
            part = dataclasses.replace(self, real=self.real[piece], rows=rows)
            found[own(network.slots, self.name)] += part.slopes_by(vector, tensors) * (part.samples / self.samples)
        return found.cpu().numpy()

    def slopes_by(self, vector: np.ndarray, tensors: Sequence[torch.Tensor]) -> torch.Tensor:
        """The slopes of the loss at a vector by some parameters, in one row."""
        network, seen = self.network, self._seen
        self._hold(vector)
        with torch.enable_grad(), evaluating(network):
            loss = self._loss(self._many.module(seen))
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

        def tensor(array: np.ndarray) -> torch.Tensor:
            return torch.tensor(np.ascontiguousarray(array), device=at.device, dtype=at.dtype)

        def made(maker: str, rows: np.ndarray) -> torch.Tensor:
            behind = through(self.network, (maker,))
            with torch.no_grad():
                return functional_call(behind.module, behind.named(at) | behind.buffers(at.dtype), (tensor(rows),))

        seen = self._together(tensor, made)
        named = self._many.named(at) | self._many.buffers(at.dtype)
        return self._loss(functional_call(self._many.module, named, (seen,)))

    def _loss(self, outputs: torch.Tensor) -> torch.Tensor:
        targets = torch.tensor(
            wanted(self.experiment, self.name, self.samples), device=outputs.device, dtype=outputs.dtype
        )
        return self.experiment.loss.build(outputs, targets)

    def _hold(self, vector: np.ndarray) -> None:
        self.network.flat.copy_(torch.from_numpy(np.ascontiguousarray(vector)))

    def _together(
        self, tensor: Callable[[np.ndarray], torch.Tensor], made: Callable[[str, np.ndarray], torch.Tensor]
    ) -> torch.Tensor:
        """What the player sees, kind after kind: samples, noise, and what others make."""
        kinds: dict[str, Callable[[], torch.Tensor]] = {
            SAMPLES: lambda: tensor(self.real),
            NOISE: lambda: tensor(self.rows[self.name]),
        }
        found = [kinds[source]() if source in kinds else made(source, self.rows[source]) for source in self.player.sees]
        return found[0] if len(found) == 1 else torch.cat(found)

    @functools.cached_property
    def _seen(self) -> torch.Tensor:
        """What goes in; others make it as they are at present."""
        self._hold(self.present)
        return self._together(functools.partial(_tensor, self.network), self._made)

    def _made(self, maker: str, rows: np.ndarray) -> torch.Tensor:
        noise = _tensor(self.network, rows)
        with torch.no_grad(), evaluating(self.network):
            return torch.cat([self.network.play(maker, noise[piece]) for piece in pieces_of(self.network, len(noise))])


def wanted(experiment: Experiment, player: str, samples: int) -> np.ndarray:
    """What the player wants to hear of what it sees, so many samples of each kind: (rows, outputs)."""
    return experiment.task.wanted(player, experiment.loss, samples)


def sample_gradient(train_state: TrainState, maker: Player, made: np.ndarray) -> np.ndarray:
    """Minus the gradient of the maker's loss for each sample that it made, by the encoded sample: (n, features) -> (n,
    features) float64."""
    network, experiment = train_state.network, train_state.experiment
    x = train_state.tensor(made).requires_grad_()
    targets = train_state.tensor(wanted(experiment, maker.name, len(made)))
    with torch.enable_grad(), evaluating(network):
        judged = functools.reduce(lambda rows, judge: network.play(judge, rows), maker.judges, x)
        total = experiment.loss.build(judged, targets) * len(made)
        (slope,) = torch.autograd.grad(total, x, allow_unused=True)
    return np.zeros(made.shape) if slope is None else -slope.cpu().numpy().astype(np.float64)


def losses_of(network: Network, blueprint: Blueprint, prepared: Prepared, samples: np.ndarray) -> dict[str, float]:
    """The name of each player's loss -> its value where all stand now, over samples of the table and as many that are
    made."""
    players = blueprint.players
    here, real = network.flat.cpu().numpy().copy(), prepared.x[samples]
    rows = {maker.name: rows_beside(blueprint.experiment, maker, prepared, samples) for maker in makers(players)}
    found = {}
    for player in players:
        side = Side(network, blueprint, player.name, here, real, rows)
        found[player.measure] = float(side.losses(here[None])[0])
    network.flat.copy_(torch.from_numpy(here))
    return found


def _tensor(network: Network, array: np.ndarray) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array), device=network.flat.device, dtype=network.flat.dtype)
