"""The output's activation lets no gradient pass."""

from __future__ import annotations

import statistics
from typing import Literal

from core.diagnoses.offers import thrown
from core.diagnoses.standstill import stuck
from core.families import Activation, Diagnosis, Symptoms
from core.frames import Advice
from core.networks.quiet_units import at_the_end, quiet_sentences

MOSTLY = 0.9  # the share of answers at an end of the range from which an output is called saturated
RISEN = 1.1  # so many times the first loss: it was better at the start


class SaturatedOutput(Diagnosis):
    """The loss is stuck, and the output's activation sits at the end of its range for nearly all samples.

    Its slope is almost zero there, so hardly any gradient passes. With cross-entropy it would not have to pass through
    the activation.
    """

    label = "Saturated output"
    order = 50
    kind: Literal["saturated_output"] = "saturated_output"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        if not stays or quiet_sentences(symptoms.hidden()):
            return None
        output = symptoms.output()
        ends = at_the_end(output.activation, output.values)
        return _lost_slope(symptoms, stays, output.activation) if float(ends.mean()) >= MOSTLY else None


def _lost_slope(symptoms: Symptoms, stays: str, activation: Activation) -> Advice:
    """With another loss the gradient would not have to pass through the activation."""
    experiment = symptoms.experiment
    text = f"{stays} The output is saturated: the {activation.label.lower()} sits at the end of its range for nearly all samples, where its slope is almost zero."
    if statistics.median(symptoms.recent) > RISEN * symptoms.first_loss:
        return thrown(symptoms, text)
    if experiment.task.aim == "classes" and experiment.loss.kind != "cross_entropy":
        reason = "With cross-entropy the gradient would not vanish."
        return Advice("stuck", f"{text} {reason}", "Take cross-entropy", (("loss.kind", "cross_entropy"),))
    return Advice("stuck", text, "Other start")
