"""Targets of large numbers."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from core.diagnoses.standstill import in_trouble
from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer

LARGE = 100.0  # the mean or the spread from which targets are called large


class UnscaledTargets(Diagnosis):
    """Learning has gone wrong, and the targets are large numbers.

    Errors are as large, and so are the gradients: no learning rate suits the first updates and the last ones. Smaller
    steps do not help; the target in another unit does.
    """

    label = "Unscaled targets"
    order = 6
    looks_at: ClassVar[str] = "mean, spread and range of the targets"
    kind: Literal["unscaled_targets"] = "unscaled_targets"

    def of(self, symptoms: Symptoms) -> Advice | None:
        experiment = symptoms.experiment
        if experiment.task.aim != "values" or not experiment.rule.descends or not in_trouble(symptoms):
            return None
        targets = symptoms.taught().targets
        mean, spread = float(targets.mean()), float(targets.std())
        if not max(abs(mean), spread) >= LARGE:
            return None
        unit = 10 ** math.floor(math.log10(max(abs(mean), spread)))
        text = f"Unscaled targets: they go from {targets.min():,.6g} to {targets.max():,.6g}, and the errors and gradients of the start are as large. Standardize them, or write the target in units of {unit:,}."
        offer = Offer(
            "standardized values", "Standardize the values", (("output.targets", "standardize"),), rewind=True
        )
        evidence = f"Their mean is {mean:,.4g}, their spread {spread:,.4g}."
        return Advice(self.kind, text, evidence, (offer,), layers=("output",))
