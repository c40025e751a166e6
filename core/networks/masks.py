"""Which values dropout leaves on: a function of (dropout seed, purpose, counters), the same for every engine and every
picture."""

from __future__ import annotations

import math

import numpy as np

from core import random
from core.experiment import Experiment
from core.families import SAMPLES, Player, Shape
from core.messages import BadInput
from core.networks.blueprint import Blueprint, Samples, blueprint_of

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


def kept_in_turn(plan: Blueprint, player: Player, batch: int, update: int) -> dict[str, np.ndarray]:
    """Layer -> (batch, *shape) bool: what stays of a player's layers in its turn of an update, for the samples that it
    sees, or for as many rows of noise where it sees none; in the first step where it makes several."""
    place = plan.players.index(player)
    step = sum(each.steps for each in plan.players[:place])
    counters = (update, step) if len(plan.players) > 1 else (update,)
    first = batch * (player.sees.index(SAMPLES) if SAMPLES in player.sees else 0)
    seed, rows = plan.experiment.seeds.dropout, batch * len(player.sees)
    return {
        placed.name: kept(seed, placed.name, shape, share, rows, *counters)[first : first + batch]
        for placed, shape, share in plan.dropouts
        if placed.player == player.name
    }


def shares_of(experiment: Experiment, samples: Samples) -> dict[str, float]:
    """The layers of all players that switch off values at random and their shares; {} where the layers do not fit the
    samples."""
    try:
        return {placed.name: share for placed, _, share in blueprint_of(experiment, samples).dropouts}
    except BadInput:
        return {}


def own_shares_of(experiment: Experiment, samples: Samples) -> dict[str, float]:
    """The same of the experiment's own network alone."""
    shares = shares_of(experiment, samples)
    own = {placed.name for placed in blueprint_of(experiment, samples).own} if shares else set[str]()
    return {name: share for name, share in shares.items() if name in own}
