"""What those players are given that make samples, and what they make of it."""

from __future__ import annotations

import numpy as np
import torch

from core import random
from core.data.preparation import Prepared
from core.engines.state import evaluating, pieces_of
from core.experiment import Experiment
from core.families import Player
from core.networks.network import Network

SHOWN = "shown noise"  # of samples that are shown and counted: always the same


def noise(experiment: Experiment, maker: Player, count: int, purpose: str, *counters: int) -> np.ndarray:
    """Random numbers (count, latent) for a player: f(batches seed, purpose, counters), the same for players that take
    as many."""
    stream = random.key(experiment.seeds.batches, purpose, *counters)
    size = count * maker.inputs[0]
    numbers = random.normal(stream, size) if maker.noise == "normal" else random.uniform(stream, size, -1.0, 1.0)
    return numbers.reshape(count, maker.inputs[0])


def rows_beside(experiment: Experiment, maker: Player, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
    """The noise (n, latent) of the generated samples that stand beside real ones of the table (n,): always the same row
    beside the same sample."""
    return noise(experiment, maker, len(prepared.table.x), SHOWN)[samples]


def made_of(network: Network, maker: str, rows: np.ndarray) -> np.ndarray:
    """Rows of noise (n, latent) -> encoded samples (n, features), in evaluation mode."""
    with evaluating(network), torch.no_grad():
        made = [
            network.play(maker, torch.from_numpy(rows[piece]).to(network.flat)).cpu()
            for piece in pieces_of(network, len(rows))
        ]
    return torch.cat(made).numpy().astype(np.float64)


def made_without(network: Network, maker: str, rows: np.ndarray, layer: str, unit: int) -> np.ndarray:
    """The same (n, features) with one unit or channel of one of the player's layers silent: its values are 0."""
    with evaluating(network), torch.no_grad():
        values = torch.from_numpy(rows).to(network.flat)
        for block in network.blocks[maker]:
            values = block(values)
            if block.name == layer:
                values = values.clone()
                values.select(
                    -1 if values.ndim == 3 else 1, unit
                ).zero_()  # of a sequence the last axis counts its features
    return values.flatten(1).cpu().numpy().astype(np.float64)


def trace_made(network: Network, maker: str, rows: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Rows of noise (n, latent) -> the player's layers by name, weighted sums and values, each (n, units), in
    evaluation mode."""
    blocks = network.blocks[maker]
    found: dict[str, list[tuple[torch.Tensor, torch.Tensor]]] = {block.name: [] for block in blocks}
    with evaluating(network), torch.no_grad():
        for piece in pieces_of(network, len(rows)):
            values = torch.from_numpy(rows[piece]).to(network.flat)
            for block in blocks:
                sums, values = block.trace(values)
                found[block.name].append((sums.flatten(1).cpu(), values.flatten(1).cpu()))
    return {
        name: (torch.cat([sums for sums, _ in parts]).numpy(), torch.cat([values for _, values in parts]).numpy())
        for name, parts in found.items()
    }
