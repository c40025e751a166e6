"""What a generator is given and what it makes of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from core import random
from core.data.preparation import Prepared
from core.engines.state import evaluating, pieces_of
from core.experiment import Experiment
from core.networks.network import Network


def noise(experiment: Experiment, count: int, purpose: str, *counters: int) -> np.ndarray:
    """Random numbers (count, latent) for the generator: f(batches seed, purpose, counters)."""
    task: Any = experiment.task
    stream = random.key(experiment.seeds.batches, purpose, *counters)
    numbers = (
        random.normal(stream, count * task.latent)
        if task.noise == "normal"
        else random.uniform(stream, count * task.latent, -1.0, 1.0)
    )
    return numbers.reshape(count, task.latent)


def generated(network: Network, experiment: Experiment, count: int) -> np.ndarray:
    """(count, features) encoded samples, always of the same random numbers, in evaluation mode."""
    return made_of(network, noise(experiment, count, "shown noise"))


def rows_beside(experiment: Experiment, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
    """The noise (n, latent) of the generated samples that stand beside real ones of the table (n,): always the same row
    beside the same sample."""
    return noise(experiment, len(prepared.table.x), "shown noise")[samples]


def made_of(network: Network, rows: np.ndarray) -> np.ndarray:
    """Rows of noise (n, latent) -> encoded samples (n, features), in evaluation mode."""
    with evaluating(network), torch.no_grad():
        made = [
            network.generate(torch.from_numpy(rows[piece]).to(network.flat)).cpu()
            for piece in pieces_of(network, len(rows))
        ]
    return torch.cat(made).numpy().astype(np.float64)


def made_without(network: Network, rows: np.ndarray, layer: str, unit: int) -> np.ndarray:
    """The same (n, features) with one unit or channel of one of the second player's layers silent: its values are 0."""
    with evaluating(network), torch.no_grad():
        values = torch.from_numpy(rows).to(network.flat)
        for block in network.others:
            values = block(values)
            if block.name == layer:
                values = values.clone()
                values.select(
                    -1 if values.ndim == 3 else 1, unit
                ).zero_()  # of a sequence the last axis counts its features
    return values.flatten(1).cpu().numpy().astype(np.float64)


def trace_made(network: Network, rows: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Rows of noise (n, latent) -> the second player's layers by name, weighted sums and values, each (n, units), in
    evaluation mode."""
    found: dict[str, list[tuple[torch.Tensor, torch.Tensor]]] = {block.name: [] for block in network.others}
    with evaluating(network), torch.no_grad():
        for piece in pieces_of(network, len(rows)):
            values = torch.from_numpy(rows[piece]).to(network.flat)
            for block in network.others:
                sums, values = block.trace(values)
                found[block.name].append((sums.flatten(1).cpu(), values.flatten(1).cpu()))
    return {
        name: (torch.cat([sums for sums, _ in parts]).numpy(), torch.cat([values for _, values in parts]).numpy())
        for name, parts in found.items()
    }
