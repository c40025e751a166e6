"""A racer together with its track, as the pictures of the room need them."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from core.frozen import frozen
from core.race import Racer
from core.race.tracks import Track

NOTHING = np.zeros((0, 2))


@frozen
class Run:
    """`number` counts the race's racers from 0. `points` (n + 1, 2); `values`, `distance` (n + 1,); `steps` (n,); all
    empty while the path is not known yet."""

    number: int
    name: str
    colour: int
    hidden: bool
    points: np.ndarray = dataclasses.field(default_factory=lambda: NOTHING)
    values: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros(0))
    steps: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros(0))
    distance: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros(0))
    arrived: int | None = None
    diverged: int | None = None
    fell: int | None = None  # it went down and away: the terrain has no bottom

    @classmethod
    def of(cls, number: int, racer: Racer, hidden: bool, track: Track | None) -> Run:
        """`track` is None while it is being computed."""
        if track is None:
            return cls(number, racer.name, racer.colour, hidden)
        return cls(
            number,
            racer.name,
            racer.colour,
            hidden,
            track.points,
            track.values,
            track.steps,
            track.distance,
            track.arrived,
            track.diverged,
            track.fell,
        )

    @property
    def known(self) -> bool:
        return len(self.points) > 0

    @property
    def best(self) -> float:
        """The lowest value on the path; nan while it is not known."""
        found = self.values[np.isfinite(self.values)]
        return float(found.min()) if len(found) else math.nan

    @property
    def end(self) -> float:
        return float(self.values[-1]) if self.known else math.nan

    def at(self, place: float) -> np.ndarray:
        """Where the ball is at a place between two updates, (2,); after the end, or where the path has broken off, at
        its last point."""
        last = len(self.points) - 1
        low = min(int(place + 1e-9), last)
        share = min(max(place - low, 0.0), 1.0) if low < last else 0.0
        one, other = self.points[low], self.points[min(low + 1, last)]
        return one if share == 0 or not np.isfinite(other).all() else one + share * (other - one)
