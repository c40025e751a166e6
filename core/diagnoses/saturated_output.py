"""The output's activation lets no gradient pass."""

from __future__ import annotations

import statistics
from typing import ClassVar, Literal

from core.diagnoses.offers import OTHER_START, thrown
from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer
from core.messages import percent
from core.networks.quiet_units import at_the_end, quiet_units

MOSTLY = 0.9  # the share of answers at an end of the range from which an output is called saturated
RISEN = 1.1  # so many times the first loss: it was better at the start
CROSS_ENTROPY = Offer("cross-entropy", "Take cross-entropy", (("loss.kind", "cross_entropy"),))


class SaturatedOutput(Diagnosis):
    """The loss is stuck, and the output's activation sits at the end of its range for nearly all samples.

    Its slope is almost zero there, so hardly any gradient passes. With cross-entropy it would not have to pass through
    the activation.
    """

    label = "Saturated output"
    order = 50
    looks_at: ClassVar[str] = "the answers beside the range of the output's activation, the loss beside the first one"
    kind: Literal["saturated_output"] = "saturated_output"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        if not stays or any(quiet_units(layer).some for layer in symptoms.hidden()):
            return None
        output, experiment = symptoms.output(), symptoms.experiment
        share = float(at_the_end(output.activation, output.values).mean())
        if share < MOSTLY:
            return None
        text = f"{stays} The output is saturated: the {output.activation.label.lower()} sits at the end of its range, where its slope is almost zero."
        evidence = f"{percent(share)} of its answers do, on {output.of_samples}."
        offers = (OTHER_START,)
        if experiment.task.aim == "classes" and experiment.loss.kind != "cross_entropy":
            text, offers = (
                f"{text} With cross-entropy the gradient would not have to pass it.",
                (CROSS_ENTROPY, *offers),
            )
        if statistics.median(symptoms.recent) > RISEN * symptoms.first_loss:
            guess, smaller = thrown(symptoms, "the weights")
            text, offers = f"{text} It was better at the start. {guess}", (*smaller, *offers)
        return Advice(self.kind, text, evidence, offers, (output.key,))
