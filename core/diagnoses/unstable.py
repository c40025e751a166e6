"""The loss is worse than that of a guess."""

from __future__ import annotations

import statistics
from typing import ClassVar, Literal

from core.diagnoses.offers import smaller_steps
from core.diagnoses.standstill import NEWEST, worse_than_a_guess
from core.families.diagnosis import Diagnosis, Symptoms
from core.frames import Advice


class Unstable(Diagnosis):
    """After a while the loss is worse than that of the best constant answer, and than it has been.

    That the steps are too large for this surface, yet not so large that the run diverges, is a guess.
    """

    label = "Unstable"
    order = 40
    looks_at: ClassVar[str] = "the newest losses beside the best constant answer's and the best of them"
    kind: Literal["unstable"] = "unstable"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if not worse_than_a_guess(symptoms):
            return None
        loss = statistics.median(symptoms.recent[-NEWEST:])
        since = "still" if symptoms.lowest_loss >= symptoms.guess else "again"
        text = f"Unstable: after {symptoms.updates:,} updates the loss {loss:.3g} is {since} worse than that of the best constant answer ({symptoms.guess:.3g}). A guess: the steps are too large (η = {symptoms.rate:g})."
        return Advice(self.kind, text, f"It has been {symptoms.lowest_loss:.3g} before.", smaller_steps(symptoms))
