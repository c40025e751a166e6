"""The loss is worse than that of a guess."""

from __future__ import annotations

import statistics
from typing import Literal

from core.diagnoses.offers import smaller_steps
from core.families.diagnosis import RECENT, Diagnosis, Symptoms
from core.frames import Advice

NEWEST = 5  # evaluations whose middle counts as the loss now
WORSE = 1.05  # so many times a yardstick is worse than it


class Unstable(Diagnosis):
    """After a while the loss is still worse than that of the best constant answer, and than it has been.

    The steps are too large for this surface, yet not so large that the run diverges. Offered is a third of the
    learning rate, from here on.
    """

    label = "Unstable"
    order = 40
    kind: Literal["unstable"] = "unstable"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.ended or not symptoms.descending or len(symptoms.recent) < RECENT:
            return None
        loss, guess = statistics.median(symptoms.recent[-NEWEST:]), symptoms.guess
        if guess < 1e-6 or loss <= WORSE * guess or loss <= WORSE * min(symptoms.recent):
            return None
        text = f"Unstable: after {symptoms.updates:,} updates the loss {loss:.3g} is still worse than that of the best constant answer ({guess:.3g}): the steps are too large."
        return Advice("unstable", text, *smaller_steps(symptoms, "Take"))
