"""Whether the loss stands still, and whether it is stuck there."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from core.families.diagnosis import RECENT, Symptoms

FLAT = 1e-3  # losses that differ by less than this share stand still
HIGH = 0.3  # stuck: the loss is at least this share of the best constant answer's
SHORT = 1e-2  # stuck: the gradient is at most as long as this share of the best constant answer's loss
LEAST = 1e-5  # a share by which it has to fall, so that it does not stand still
ALIKE = 1.5  # so many times the fall of one half of them is at most that of the other
BETTER = 0.98  # it gets better where the newer half of the losses lies below this share of the older half
UNDONE = 0.1  # the share of the fall that the gradient promises below which batches undo what others gain
WORSE = 1.05  # so many times a yardstick is worse than it
NEWEST = 5  # evaluations whose middle counts as the loss now


def stands_still(losses: Sequence[float]) -> bool:
    """Whether nothing changes any more."""
    return not max(losses) - min(losses) > FLAT * abs(statistics.median(losses))


def falls_evenly(losses: Sequence[float]) -> bool:
    """Whether the losses fall, in their older half about as much as in their newer one, be it ever so little."""
    middle = len(losses) // 2
    halves = losses[0] - losses[middle], losses[middle] - losses[-1]
    return sum(halves) > LEAST * losses[0] and 0 < max(halves) <= ALIKE * min(halves)


def stuck(symptoms: Symptoms) -> str:
    """A sentence where the loss stays high and no gradient leads away from there, else ""."""
    if symptoms.ended or not symptoms.descending or len(symptoms.recent) < RECENT or not stands_still(symptoms.recent):
        return ""
    middle = statistics.median(symptoms.recent)
    if middle < HIGH * symptoms.guess or falls_evenly(symptoms.recent):
        return ""
    return f"Stuck: the loss stays at {middle:.3g}." if is_short(symptoms) else ""


def rests(symptoms: Symptoms) -> str:
    """A sentence where the loss stays high and further steps get nowhere, else "": no gradient leads away from there,
    or what one batch gains the others undo. Where learning is over it is told, too."""
    if symptoms.ended not in ("", "finished") or not symptoms.descending or len(symptoms.recent) < RECENT:
        return ""
    if not stands_still(symptoms.recent) or statistics.median(symptoms.recent) < HIGH * symptoms.guess:
        return ""
    at_rest = is_short(symptoms) or is_undone(symptoms)
    return f"Stuck: the loss stays at {statistics.median(symptoms.recent):.3g}." if at_rest else ""


def is_short(symptoms: Symptoms) -> bool:
    """Whether hardly any gradient leads away."""
    length = symptoms.gradient_length()
    return math.isfinite(length) and length <= SHORT * max(symptoms.guess, 1e-12)


def is_undone(symptoms: Symptoms) -> bool:
    """Whether the loss has fallen by next to nothing beside what the gradient over all training samples promises: at
    least η times its square in each update."""
    updates = (len(symptoms.recent) - 1) * symptoms.experiment.evaluate_every
    promised = symptoms.rate * symptoms.gradient_length() ** 2 * updates
    return math.isfinite(promised) and symptoms.recent[0] - symptoms.recent[-1] < UNDONE * promised


def halted(symptoms: Symptoms) -> bool:
    """Whether the loss stays high without getting better, be it that it jitters."""
    recent = symptoms.recent
    if symptoms.ended or not symptoms.descending or len(recent) < RECENT:
        return False
    older, newer = (statistics.median(half) for half in (recent[: RECENT // 2], recent[RECENT // 2 :]))
    return newer >= HIGH * symptoms.guess and not newer < BETTER * older


def worse_than_a_guess(symptoms: Symptoms) -> bool:
    """Whether the loss is worse than that of the best constant answer, and than it has been just before."""
    if symptoms.ended or not symptoms.descending or len(symptoms.recent) < RECENT:
        return False
    loss, guess = statistics.median(symptoms.recent[-NEWEST:]), symptoms.guess
    return guess >= 1e-6 and loss > WORSE * guess and loss > WORSE * min(symptoms.recent)


def in_trouble(symptoms: Symptoms) -> bool:
    """Whether learning has gone wrong in any way that the losses tell."""
    diverged = symptoms.ended == "diverged" and symptoms.experiment.rule.descends
    return diverged or worse_than_a_guess(symptoms) or halted(symptoms)
