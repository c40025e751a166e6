"""The loss has grown beyond all bounds."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.offers import smaller_steps
from core.families import Diagnosis, Penalty, Symptoms
from core.frames import Advice, Offer

OVERTURNS = 2.0  # η times the rate of a squared penalty from which every step alone makes a weight longer


class Diverged(Diagnosis):
    """The run has ended because the loss grew beyond all bounds.

    A penalty on squares whose rate times η is above 2 does that alone, which is checked; else it is a guess that the
    steps are too large.
    """

    label = "Diverged"
    order = 10
    looks_at: ClassVar[str] = "why the run ended, η times the rates of the penalties"
    kind: Literal["diverged"] = "diverged"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.ended != "diverged":
            return None
        begun = f"Diverged at update {symptoms.updates:,}: the loss grew beyond all bounds."
        penalty = next((each for each in symptoms.experiment.penalties if _overturns(each, symptoms)), None)
        if penalty is not None:
            return _too_dear(penalty, symptoms, begun)
        text = f"{begun} A guess: the learning rate η = {symptoms.rate:g} is too large for this surface, each step overshoots."
        return Advice(self.kind, text, offers=smaller_steps(symptoms, rewind=True))


def _overturns(penalty: Penalty, symptoms: Symptoms) -> bool:
    plain = symptoms.experiment.optimizer.kind == "sgd" and symptoms.experiment.rule.descends
    return plain and penalty.kind == "l2" and symptoms.rate * penalty.rate > OVERTURNS


def _too_dear(penalty: Penalty, symptoms: Symptoms, begun: str) -> Advice:
    factor = 1 - symptoms.rate * penalty.rate
    text = f"{begun} The penalty {penalty.label} alone does that: η = {symptoms.rate:g} times its rate {penalty.rate:g} is above 2."
    evidence = f"Each update multiplies every weight by {factor:.3g}."
    path = f"penalties.{penalty.kind}.rate"
    smaller = float(f"{penalty.rate / 1000:.1g}")
    offer = Offer(
        "a smaller penalty", f"To the start with {penalty.label} {smaller:g}", ((path, smaller),), rewind=True
    )
    return Advice("diverged", text, evidence, (offer, *smaller_steps(symptoms, rewind=True)))
