"""All hidden units are linear: any depth draws one straight border."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.offers import other_activation
from core.diagnoses.standstill import rests
from core.diagnoses.straight import is_straight, straight_limit
from core.families import Diagnosis, Symptoms
from core.frames import Advice


class LinearUnits(Diagnosis):
    """The loss is stuck, and all hidden units are linear, so that the whole network is one straight function.

    Another start cannot help: it would only find the same border again. That no straight border separates the samples
    is checked.
    """

    label = "Linear units"
    order = 58
    looks_at: ClassVar[str] = "the activations, whether straight borders separate the training samples"
    kind: Literal["linear_units"] = "linear_units"

    def of(self, symptoms: Symptoms) -> Advice | None:
        layers = symptoms.experiment.layers
        if not layers or symptoms.last.get("train.accuracy", 0.0) >= 1 or not is_straight(symptoms):
            return None
        stays = rests(symptoms)
        limit = straight_limit(symptoms) if stays else None
        if limit is None:
            return None
        text = f"{stays} All hidden units are linear, so the whole network is one straight function, however deep, and {limit[0]} Another start cannot help."
        text = text.replace("and A guess: ", "and probably ")
        return Advice(
            self.kind, text, limit[1], other_activation(layers, "tanh", "Tanh"), tuple(each.name for each in layers)
        )
