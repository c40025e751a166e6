"""Random directions in parameter space, normalized filter by filter as in Li, Xu, Taylor, Studer, Goldstein,
"Visualizing the loss landscape of neural nets", 2018: every filter (the weights of one unit) gets the length of the
filter that it moves."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from core import random
from core.networks.shapes import Slot, total

Normalize = Literal["filter", "layer", "none"]
Small = Literal["ignore", "random"]


def random_direction(
    slots: tuple[Slot, ...],
    vector: np.ndarray,
    seed: int,
    number: int,
    normalize: Normalize = "filter",
    small: Small = "ignore",
) -> np.ndarray:
    """Direction `number` of a seed, (P,) float64.

    Drawn from N(0, 1) and scaled to the norm of each filter (row of a weight), of each whole parameter ("layer"), or
    not at all. Parameters with one number a unit (biases, normalization, slopes) stay where they are as in the paper,
    or are drawn and scaled as a whole.
    """
    stream = random.key(seed, "surface direction", number)
    drawn = random.normal(stream, total(slots))
    for slot in slots:
        piece, own = drawn[slot.where].reshape(slot.shape), vector[slot.where].astype(np.float64).reshape(slot.shape)
        if len(slot.shape) < 2 and small == "ignore":
            piece[:] = 0.0
        elif normalize != "none":
            rows = slot.shape[0] if normalize == "filter" and len(slot.shape) > 1 else 1
            _scale(piece.reshape(rows, -1), own.reshape(rows, -1))
    return drawn


def _scale(piece: np.ndarray, own: np.ndarray) -> None:
    """Give every row the length of its model, in place."""
    lengths = np.linalg.norm(piece, axis=1, keepdims=True)
    piece *= np.linalg.norm(own, axis=1, keepdims=True) / np.where(lengths > 0, lengths, 1.0)


def unit(direction: np.ndarray) -> np.ndarray:
    """The direction with length 1; zero where it has none. Safe for very long and very short ones."""
    largest = float(np.abs(direction).max(initial=0.0))
    if not (largest > 0 and math.isfinite(largest)):
        return np.zeros(len(direction))
    scaled = direction / largest
    return scaled / np.linalg.norm(scaled)


def at_right_angles(direction: np.ndarray, to: np.ndarray) -> np.ndarray:
    """The part of a direction at right angles to a unit vector, removed twice for rounding's sake."""
    for _ in range(2):
        direction = direction - (direction @ to) * to
    return direction


def second_of(wanted: np.ndarray, first: np.ndarray, seed: int, least: float = 1e-6) -> tuple[np.ndarray, bool]:
    """A unit vector at right angles to the unit vector `first`: the rest of `wanted`, or a random one where that is one
    line with it (True)."""
    rest = at_right_angles(unit(wanted), first)
    if np.linalg.norm(rest) > least:
        return unit(rest), False
    drawn = random.normal(random.key(seed, "surface second direction"), len(first))
    return unit(at_right_angles(drawn, first)), True
