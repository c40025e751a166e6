"""How finely, and over how many samples, the surface of a network is computed where nobody has chosen: so that a sheet
of a large one comes in seconds."""

from __future__ import annotations

from typing import NamedTuple

from core.networks.blueprint import Blueprint

EASY = 5_000_000  # multiplications of a point up to which it takes half a millisecond: nothing is saved
POINT = 60_000_000  # of a point of a large network: some 10 ms of one thread
SAMPLES = (1000, 500, 256, 128)  # that stand for a larger part, from many to few
COARSE = 25  # points along each side of a large network's sheet


class Effort(NamedTuple):
    """Samples at most and points along each side; None: as many as the probe takes by itself."""

    most: int | None = None
    resolution: int | None = None


def multiplications(plan: Blueprint) -> int:
    """Of weights with values, for one sample on its way through the networks of all players."""
    return sum(placed.multiplications for placed in plan.layers)


def usual(plan: Blueprint, samples: int) -> Effort:
    """What a network of this size can afford over so many samples."""
    each = multiplications(plan)
    if each * samples <= EASY:
        return Effort()
    if each * samples <= POINT:
        return Effort(None, COARSE)
    return Effort(min(samples, next((count for count in SAMPLES if count * each <= POINT), SAMPLES[-1])), COARSE)
