"""Much better on the samples it has learned from than on others."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer
from core.messages import percent

ERRORS = 2.0  # standard errors that the gap of two accuracies has to be wide
GAP = 0.05  # and at least so wide
TIMES = 2.0  # so many times the loss of the training part
GOOD = 0.5  # learning has succeeded: the loss is below this share of the best constant answer's
WIDE = 0.1  # and so much of the best constant answer's loss more
SAMPLES = 0.2  # how many samples' share of the loss the penalty's rate is: of what was tried, as much as bends no border straight


class OverfitGap(Diagnosis):
    """Learned well, but what was learned does not hold for samples that were not learned from.

    Looked at is the validation part where there is one, else the test part, of which nothing is decided here. For
    classes the gap has to be wider than chance makes it on so few samples.
    """

    label = "Overfit"
    order = 90
    looks_at: ClassVar[str] = "accuracy or loss of the training part beside those of samples not learned from"
    kind: Literal["overfit_gap"] = "overfit_gap"

    def of(self, symptoms: Symptoms) -> Advice | None:
        part = "validation" if symptoms.sizes.get("validation") else "test"
        learned = symptoms.last.get("train.loss", math.inf) < GOOD * symptoms.guess
        if symptoms.ended == "diverged" or not symptoms.descending or not symptoms.sizes.get(part) or not learned:
            return None
        gap = (
            _of_accuracies(symptoms, part) if symptoms.experiment.task.aim == "classes" else _of_losses(symptoms, part)
        )
        if not gap:
            return None
        text = f"A gap: what was learned does not hold as well for other samples: {gap} A guess: it is learning by heart (overfitting)."
        return Advice(self.kind, text, f"The {part} part has {symptoms.sizes[part]:,} samples.", _offers(symptoms))


def _of_accuracies(symptoms: Symptoms, part: str) -> str:
    train, other = (symptoms.last.get(f"{name}.accuracy", math.nan) for name in ("train", part))
    error = math.sqrt(max(other * (1 - other), 0.0) / symptoms.sizes[part]) if math.isfinite(other) else math.inf
    if not train - other > max(GAP, ERRORS * error) or not _of_losses(symptoms, part):
        return ""
    return f"{percent(train, 1)} of the training samples are right, of the {part} samples {percent(other, 1)}."


def _of_losses(symptoms: Symptoms, part: str) -> str:
    train, other = (symptoms.last.get(f"{name}.loss", math.nan) for name in ("train", part))
    if not (math.isfinite(other) and other > TIMES * train and other - train > WIDE * symptoms.guess):
        return ""
    return f"the loss is {train:.3g} in training, {other:.3g} on the {part} samples."


def _offers(symptoms: Symptoms) -> tuple[Offer, ...]:
    """A weight penalty that weighs about as much as a fifth of a sample of the training part would; none beside one
    that is there.

    The more samples, the less it may pull: 0.01 leaves even of forty hardly more than a straight line. Where the loss
    is large because values are, the weights are large too, and it grows no further.
    """
    if symptoms.experiment.penalties:
        return ()
    rate = float(f"{SAMPLES * min(symptoms.guess, 1.0) / symptoms.sizes['train']:.1g}")
    return (Offer(f"weight penalty {rate:g}", f"Weight penalty L2 {rate:g}", (("penalties", [{"kind": "l2", "rate": rate}]),)),)  # fmt: skip
