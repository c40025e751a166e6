"""How many updates are due: the clock decides when pictures move, never what is learned."""

from __future__ import annotations

import math
import time
from typing import Literal

# seconds that a slice of updates should take; it ends at once when a command comes. The fewer slices, the less waiting
# for the interpreter
SLICE = 0.03
LONG = 0.1  # of one that tells on its way what pictures are made of, so that they do not wait for its end
MOST_BEHIND = 0.1  # seconds of updates made up for after a delay: more would be a jump


class Pace:
    """Due updates at a speed in updates a second, and how many fit into a slice."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._made = 0.0
        self._cost = 1e-3

    def restart(self) -> None:
        """Count from now: after a pause or a change of speed."""
        self._since, self._made = time.monotonic(), 0.0

    def due(self, speed: float | Literal["max"], slice: float = SLICE) -> int:
        """Updates to make now, at most a slice of so many seconds."""
        fitting = max(1, int(slice / self._cost))
        if speed == "max":
            return fitting
        now = time.monotonic()
        behind, most = (now - self._since) * speed - self._made, max(1.0, MOST_BEHIND * speed)
        if behind > most:
            self._since, self._made, behind = now - most / speed, 0.0, most
        return min(fitting, math.floor(behind))

    def wait(self, speed: float | Literal["max"]) -> float:
        """Seconds until the next update is due."""
        if speed == "max":
            return 0.0
        return max(0.0, self._since + (self._made + 1) / speed - time.monotonic())

    def made(self, updates: int, seconds: float) -> None:
        """Tell of a slice; its cost steers the length of the next one."""
        self._made += updates
        if updates:
            self._cost = 0.7 * self._cost + 0.3 * seconds / updates
