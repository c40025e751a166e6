"""Whether the loss stands still, and whether it is stuck there."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from core.families.diagnosis import RECENT, Symptoms

FLAT = 1e-3  # losses that differ by less than this share stand still
HIGH = 0.3  # stuck: the loss is at least this share of the best constant answer's
SHORT = 1e-2  # stuck: the gradient is at most as long as this share of the best constant answer's loss


def stands_still(losses: Sequence[float]) -> bool:
    """Whether nothing changes any more."""
    return not max(losses) - min(losses) > FLAT * abs(statistics.median(losses))


def stuck(symptoms: Symptoms) -> str:
    """A sentence where the loss stays high and no gradient leads away from there, else ""."""
    if symptoms.ended or not symptoms.descending or len(symptoms.recent) < RECENT or not stands_still(symptoms.recent):
        return ""
    middle = statistics.median(symptoms.recent)
    if middle < HIGH * symptoms.guess:
        return ""
    length = symptoms.gradient_length()
    if not math.isfinite(length) or length > SHORT * max(symptoms.guess, 1e-12):
        return ""
    return f"Stuck: the loss stays at {middle:.3g}."
