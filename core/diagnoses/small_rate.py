"""The learning rate is far below what is usual, and the loss crawls."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.crawl import crawl
from core.diagnoses.offers import larger_steps
from core.families import Diagnosis, Symptoms
from core.frames import Advice

UNUSUAL = 10.0  # so many times below the usual rate of its optimizer


class SmallRate(Diagnosis):
    """The loss falls evenly and hardly, at a learning rate far below the usual one of its optimizer.

    A tenth of it and less counts as far below. Offered is the usual rate, from here on.
    """

    label = "Too small a rate"
    order = 74
    looks_at: ClassVar[str] = "how evenly the loss falls, the learning rate beside the usual one"
    kind: Literal["small_rate"] = "small_rate"

    def of(self, symptoms: Symptoms) -> Advice | None:
        optimizer = symptoms.experiment.optimizer
        usual = float(type(optimizer).model_fields["lr"].default)
        if not 0 < symptoms.rate <= usual / UNUSUAL:
            return None
        pace = crawl(symptoms)
        if pace is None:
            return None
        text = f"Too small a rate: η = {symptoms.rate:g}, while {usual:g} is usual with {optimizer.label}; the loss {symptoms.recent[-1]:.3g} falls in tiny even steps."
        return Advice(self.kind, text, pace.words, larger_steps(symptoms, usual, "the usual rate"))
