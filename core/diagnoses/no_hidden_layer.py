"""The network is too simple for the samples."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.standstill import rests
from core.diagnoses.straight import straight_limit
from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer
from core.layers.dense import Dense

FIRST_UNITS = 4  # of the hidden layer that is offered


class NoHiddenLayer(Diagnosis):
    """The loss is stuck, and the network has no hidden layer.

    It can draw only straight borders, or lay a straight line or a plane through the samples. That this is the reason is
    checked: by a proof that no straight border separates them, or by the best plane's loss.
    """

    label = "No hidden layer"
    order = 60
    looks_at: ClassVar[str] = "whether straight borders separate the training samples, or what the best plane reaches"
    kind: Literal["no_hidden_layer"] = "no_hidden_layer"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.experiment.layers or symptoms.last.get("train.accuracy", 0.0) >= 1:
            return None
        stays = rests(symptoms)
        limit = straight_limit(symptoms) if stays else None
        if limit is None:
            return None
        layers = (Dense(name="h1", units=FIRST_UNITS),)
        text = f"{stays} Without a hidden layer nothing bends: {limit[0]}".replace(": A guess", ". A guess")
        return Advice(
            self.kind, text, limit[1], (Offer("a hidden layer", "Add a hidden layer", (("layers", layers),)),)
        )
