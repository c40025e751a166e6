"""The loss has grown beyond all bounds."""

from __future__ import annotations

from typing import Literal

from core.diagnoses.offers import smaller_steps
from core.families import Diagnosis, Symptoms
from core.frames import Advice


class Diverged(Diagnosis):
    """The run has ended because the loss grew beyond all bounds.

    Each step overshoots and makes the next gradient larger. Offered is a third of the learning rate, from the start.
    """

    label = "Diverged"
    order = 10
    kind: Literal["diverged"] = "diverged"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.ended != "diverged":
            return None
        why = f"Each step overshoots: the learning rate η = {symptoms.rate:g} is too large for this surface."
        text = f"Diverged at update {symptoms.updates:,}: the loss grew beyond all bounds. {why}"
        return Advice("diverged", text, *smaller_steps(symptoms, "To the start with"))
