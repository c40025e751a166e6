"""The loss stays worse than that of a guess, where large steps have left the weights."""

from __future__ import annotations

import statistics
from typing import ClassVar, Literal

from core.diagnoses.offers import thrown
from core.diagnoses.saturated import FAR
from core.diagnoses.standstill import WORSE, halted
from core.families import Diagnosis, Symptoms
from core.frames import Advice


class Thrown(Diagnosis):
    """The loss no longer jumps, but stays worse than that of the best constant answer, and than it has been.

    A smaller rate from here on does not help, the way back is too long. That the weights were thrown by steps that were
    too large is a guess; that they are far from where they began is checked.
    """

    label = "Thrown weights"
    order = 72
    looks_at: ClassVar[str] = "the newest losses beside the best constant answer's, how far the layers have moved"
    kind: Literal["thrown"] = "thrown"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if not halted(symptoms):
            return None
        loss = statistics.median(symptoms.recent)
        if loss <= WORSE * max(symptoms.guess, symptoms.lowest_loss) or max(symptoms.moved().values()) <= FAR:
            return None
        guess, offers = thrown(symptoms, "the weights")
        text = f"Stuck: the loss stays at {loss:.3g}, worse than that of the best constant answer ({symptoms.guess:.3g}). {guess}"
        return Advice(self.kind, text, f"It has been {symptoms.lowest_loss:.3g} before.", offers)
