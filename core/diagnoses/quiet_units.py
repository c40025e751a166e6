"""Hidden units let no gradient pass."""

from __future__ import annotations

import statistics
from typing import Literal

from core.diagnoses.offers import thrown
from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms
from core.frames import Advice
from core.networks.quiet_units import quiet_sentences

NO_BETTER = 0.9  # the share of the first loss from which nothing was learned before


class QuietUnits(Diagnosis):
    """The loss is stuck, and units of the hidden layers are dead or saturated.

    No gradient passes them. Where nothing was learned before, steps that were too large have thrown the weights there.
    """

    label = "Quiet units"
    order = 70
    kind: Literal["quiet_units"] = "quiet_units"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        quiet = " ".join(quiet_sentences(symptoms.hidden())) if stays else ""
        if not quiet:
            return None
        if statistics.median(symptoms.recent) >= NO_BETTER * symptoms.first_loss:
            return thrown(symptoms, f"{stays} {quiet}")
        return Advice("stuck", f"{stays} {quiet}", "Other start")
