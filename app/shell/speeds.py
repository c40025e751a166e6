"""The usual speeds of a run or a race, in updates a second; beyond them there is "max"."""

from __future__ import annotations

SPEEDS = (1, 3, 10, 30, 100, 300, 1000)


def neighbour(speed: float | str, direction: int) -> float | str:
    """The next faster (1) or slower (−1) of the usual speeds."""
    if speed == "max":
        return "max" if direction > 0 else SPEEDS[-1]
    number = float(speed)
    if direction > 0:
        return next((step for step in SPEEDS if step > number), "max")
    return next((step for step in reversed(SPEEDS) if step < number), SPEEDS[0])
