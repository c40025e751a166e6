"""What a generator is given and what it makes of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from core import random
from core.experiment import Experiment
from core.network import Network


def noise(experiment: Experiment, count: int, purpose: str, *counters: int) -> np.ndarray:
    """Random numbers (count, latent) for the generator: f(batches seed, purpose, counters)."""
    task: Any = experiment.task
    stream = random.key(experiment.seeds.batches, purpose, *counters)
    numbers = random.normal(stream, count * task.latent) if task.noise == "normal" else random.uniform(stream, count * task.latent, -1.0, 1.0)
    return numbers.reshape(count, task.latent)


def generated(network: Network, experiment: Experiment, count: int) -> np.ndarray:
    """(count, features) encoded samples, always of the same random numbers, in evaluation mode."""
    network.eval()
    with torch.no_grad():
        made = network.generate(torch.from_numpy(noise(experiment, count, "shown noise")).to(network.flat))
    network.train()
    return made.cpu().numpy().astype(np.float64)
