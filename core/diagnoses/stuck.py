"""No small step makes it better."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.offers import OTHER_START
from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms
from core.frames import Advice


class Stuck(Diagnosis):
    """The loss stays high where no small step makes it better.

    That it is a plateau, a saddle or a minimum that is not the lowest, and that another start finds a way, is a guess.
    Asked late: no other diagnosis knows a reason.
    """

    label = "Stuck"
    order = 80
    looks_at: ClassVar[str] = "the newest losses, the length of the gradient over the whole training part"
    kind: Literal["stuck"] = "stuck"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        if not stays:
            return None
        text, evidence = (
            f"{stays} No small step makes it better.",
            f"The gradient is {symptoms.gradient_length():.2g} long.",
        )
        if _has_one_valley(symptoms):
            return Advice(
                self.kind, f"{text} Other starting weights lead to the same place: nothing bends here.", evidence
            )
        guess = "A guess: a plateau, or a valley that is not the lowest; other starting weights may find a way."
        return Advice(self.kind, f"{text} {guess}", evidence, (OTHER_START,))


def _has_one_valley(symptoms: Symptoms) -> bool:
    """Whether every start leads to the same lowest place: without a hidden layer that is so for cross-entropy, and for
    squared errors of answers that nothing bends."""
    experiment = symptoms.experiment
    if experiment.layers:
        return False
    squared = experiment.loss.kind in ("mean_squared", "half_squared")
    return experiment.loss.kind == "cross_entropy" or (squared and symptoms.output().activation.kind == "linear")
