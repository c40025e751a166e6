"""A layer passes nothing."""

from __future__ import annotations

import statistics
from typing import Literal

from core.diagnoses.offers import smaller_steps
from core.diagnoses.standstill import stands_still
from core.families import Diagnosis, Symptoms
from core.frames import Advice
from core.networks.quiet_units import dead_units

STILL = 4  # evaluations in a row without any change after which a layer that passes nothing is named
HIGH = 0.9  # the share of the best constant answer's loss from which such a loss is no success


class Dead(Diagnosis):
    """A layer of which no unit answers: nothing of the samples passes it.

    The answer cannot change any more, so it is said as soon as the loss stands still, and at the end of a run too.
    """

    label = "Dead layer"
    order = 30
    kind: Literal["dead"] = "dead"

    def of(self, symptoms: Symptoms) -> Advice | None:
        recent = symptoms.recent[-STILL:]
        if symptoms.ended not in ("", "finished") or not symptoms.descending or len(recent) < STILL:
            return None
        middle = statistics.median(recent)
        if not stands_still(recent) or middle < HIGH * symptoms.guess:
            return None
        layer = next(
            (each for each in symptoms.hidden() if dead_units(each.activation, each.sums, each.values).all()), None
        )
        if layer is None:
            return None
        text = f"Dead: every unit of {layer.name} answers 0 to nearly every sample, so nothing passes and no gradient comes back; the loss stays at {middle:.3g}."
        way = "Smaller steps, or another activation such as Leaky ReLU, leave it alive."
        return Advice("stuck", f"{text} {way}", *smaller_steps(symptoms, "To the start with"), rewind=True)
