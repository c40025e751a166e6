"""The network is too simple for the samples."""

from __future__ import annotations

from typing import Literal

from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms, Task
from core.frames import Advice
from core.layers.dense import Dense

FIRST_UNITS = 4  # of the hidden layer that is offered


class NoHiddenLayer(Diagnosis):
    """The loss is stuck, and the network has no hidden layer.

    It can draw only straight borders, or lay a straight line or a plane through the samples. Offered is a hidden layer.
    """

    label = "No hidden layer"
    order = 60
    kind: Literal["no_hidden_layer"] = "no_hidden_layer"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if symptoms.experiment.layers or symptoms.last.get("train.accuracy", 0.0) >= 1:
            return None
        stays = stuck(symptoms)
        if not stays:
            return None
        layers = (Dense(name="h1", units=FIRST_UNITS),)
        return Advice(
            "stuck", f"{stays} {_limit(symptoms.experiment.task)}", "Add a hidden layer", (("layers", layers),)
        )


def _limit(task: Task) -> str:
    """What a network without a hidden layer cannot do."""
    if task.aim == "classes":
        return "Without a hidden layer the network has only straight borders, and no straight border separates these samples."
    return "Without a hidden layer the network can lay only a straight line or a plane through the samples."
