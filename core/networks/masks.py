"""Which values dropout leaves on: a function of (dropout seed, purpose, counters), the same for every engine and every
picture."""

from __future__ import annotations

import math

import numpy as np

from core import random
from core.experiment import Experiment
from core.families import Shape
from core.messages import BadInput
from core.networks.blueprint import Samples, blueprint_of

DROPOUT = "dropout"  # what the masks of updates are for


def kept(
    seed: int, layer: str, shape: Shape, share: float, rows: int, *counters: int, purpose: str = DROPOUT
) -> np.ndarray:
    """(rows, *shape) bool: the values of a layer that stay, where `share` is switched off. The counters tell one time
    from another: the update, of several players its step too."""
    stream = random.key(seed, f"{purpose} {layer}", *counters)
    return random.uniform(stream, rows * math.prod(shape)).reshape(rows, *shape) >= share


def factors(stays: np.ndarray, share: float) -> np.ndarray:
    """What values are multiplied by: those that stay are divided by the share that stays."""
    return stays / (1.0 - share)


def shares_of(experiment: Experiment, samples: Samples) -> dict[str, float]:
    """The layers that switch off values at random and their shares, where one network learns; {} where the layers do
    not fit the samples."""
    plan = blueprint_of(experiment, samples)
    if len(plan.players) > 1:
        return {}
    try:
        return {placed.name: share for placed, _, share in plan.dropouts}
    except BadInput:
        return {}
