"""What is said of a start: whether values and gradients keep their size through the layers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.frames import Frame
from core.messages import number_words

TWICE = 2.0  # larger or smaller than that is no longer about the same


def sentence(frame: Frame, hidden: Sequence[int]) -> str:
    """Of the run's own start; `hidden` are the places of the hidden layers among those of the frame."""
    own = frame.info["own"]
    label = frame.info["labels"][own]
    name = f"{label}, as here" if frame.info["kinds"][own] else "As here"
    values, gradients = (frame.arrays[key][own] for key in ("values", "gradients"))
    if len(hidden) < 2:
        return f"{name}. With two hidden layers or more it shows whether signals fade on their way."
    first, last = hidden[0], hidden[-1]
    forward = course(float(values[first]), float(values[last]))
    back = course(float(gradients[last]), float(gradients[first]))
    return f"{name}: from the first to the last hidden layer values {forward}; on the way back gradients {back}."


def course(begin: float, end: float) -> str:
    """What becomes of a spread: "shrink from 0.4 to 0.01"."""
    if not (math.isfinite(begin) and math.isfinite(end)):
        return "are no finite numbers"
    if begin == 0 or end == 0:
        return "are all alike" if begin == 0 else "vanish"
    told = f"from {number_words(begin, 2)} to {number_words(end, 2)}"
    if end > TWICE * begin:
        return f"grow {told}"
    if end < begin / TWICE:
        return f"shrink {told}"
    return f"keep about their size, {told}"
