"""What is said of units that go together with something."""

from __future__ import annotations

import numpy as np

from app.views.drawing.plot import say
from core.frames import Frame

OWN, CLOSE = 3, 0.9  # questions that are told; from where on a unit has become one
CHANCE = "Nothing is learned yet: so much is chance."
BECOME = "Each question has a unit of its own; nobody told the network any."


def sentence(frame: Frame, layer: str) -> str:
    """For each question, or else the columns that units go together with most: which unit, how much, and how much any
    did before learning."""
    now, start = frame.arrays[f"{layer}.now"], frame.arrays[f"{layer}.start"]
    told = _told(frame, now)
    best = [int(np.nanargmax(np.abs(now[:, place]))) for place in told]
    if not frame.info["updates"]:
        parts = [f"{_named(frame, place)}: unit {unit + 1}, r = {say(float(now[unit, place]))}" for place, unit in zip(told, best, strict=True)]  # fmt: skip
        return f"{'; '.join(parts)}. {CHANCE}" if parts else ""
    parts = [
        f"{_named(frame, place)}: unit {unit + 1}, r = {say(float(now[unit, place]))} (untrained {_before(start[:, place])})"
        for place, unit in zip(told, best, strict=True)
    ]
    if not parts:
        return ""
    close = all(abs(now[unit, place]) >= CLOSE for place, unit in zip(told, best, strict=True))
    become = bool(frame.info["between"]) and close and len(set(best)) == len(told)
    return f"{'; '.join(parts)}." + (f" {BECOME}" if become else "")


def _told(frame: Frame, now: np.ndarray) -> list[int]:
    """The columns that are spoken of: the questions, or those with the strongest units; none where nothing varies."""
    known = [place for place in range(now.shape[1]) if np.isfinite(now[:, place]).any()]
    asked = [place for place in known if place < frame.info["between"]]
    if asked:
        return asked[:OWN]
    return sorted(known, key=lambda place: -float(np.nanmax(np.abs(now[:, place]))))[:OWN]


def _named(frame: Frame, place: int) -> str:
    name = frame.info["columns"][place]
    return name[:1].upper() + name[1:]


def _before(start: np.ndarray) -> str:
    """The strongest of all units, by its size."""
    return say(float(np.nanmax(np.abs(start)))) if np.isfinite(start).any() else "none"
