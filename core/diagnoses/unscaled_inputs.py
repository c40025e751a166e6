"""Inputs of large numbers."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.diagnoses.standstill import in_trouble
from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer

LARGE = 10.0  # the root of the mean square from which a feature is called large


class UnscaledInputs(Diagnosis):
    """Learning has gone wrong, and a feature that is taken as it is has large numbers.

    The gradient of a weight is the error times its input: what a rate does to the weights of a large input it does not
    do to those of a small one.
    """

    label = "Unscaled inputs"
    order = 4
    looks_at: ClassVar[str] = "the numbers of every feature as the network is fed them"
    kind: Literal["unscaled_inputs"] = "unscaled_inputs"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.scaling != "none" or not symptoms.experiment.rule.descends or not in_trouble(symptoms):
            return None
        taught = symptoms.taught()
        if len(taught.names) != taught.x.shape[1]:
            return None
        sizes = np.sqrt(np.square(taught.x).mean(axis=0))
        large, small = int(sizes.argmax()), int(sizes.argmin())
        if not sizes[large] >= LARGE:
            return None
        text = f"Unscaled inputs: {taught.names[large]} goes from {taught.x[:, large].min():.3g} to {taught.x[:, large].max():.3g}. A step is the error times the input, so a rate that suits small inputs throws the weights of large ones."
        evidence = f"Its numbers are {sizes[large]:.3g} large (the root of their mean square)" + (
            f", those of {taught.names[small]} {sizes[small]:.3g}." if small != large else "."
        )
        offer = Offer(
            "standardized inputs", "Standardize the inputs", (("inputs.scaling", "standardize"),), rewind=True
        )
        return Advice(self.kind, text, evidence, (offer,))
