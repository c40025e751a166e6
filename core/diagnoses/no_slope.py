"""An activation without a slope: descent has nothing to descend."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.offers import other_activation
from core.diagnoses.standstill import halted
from core.families import Diagnosis, Layer, Symptoms, Traced
from core.frames import Advice, Offer


class NoSlope(Diagnosis):
    """The loss does not get better, and units step from 0 to 1: the slope is 0 everywhere, so no gradient comes to what
    lies before them.

    Whether the samples could be told apart is another question: what is missing is a way there.
    """

    label = "No slope"
    order = 32
    looks_at: ClassVar[str] = "the gradient of every layer, over the whole training part"
    kind: Literal["no_slope"] = "no_slope"

    def of(self, symptoms: Symptoms) -> Advice | None:
        if not halted(symptoms):
            return None
        layer = next((each for each in (symptoms.output(), *reversed(symptoms.hidden())) if _steps(each)), None)
        if layer is None or symptoms.gradients().get(layer.key, 1.0) != 0.0:
            return None
        still = [key for key, length in symptoms.gradients().items() if length == 0.0]
        text = f"No slope: the step of {layer.name} is flat everywhere, so no gradient comes to the weights before it. Descent cannot learn them, whatever the samples are."
        evidence = f"The gradient is exactly 0 in {len(still)} of {len(symptoms.gradients())} layers."
        return Advice(self.kind, text, evidence, _other(symptoms.experiment.layers, layer), (layer.key,))


def _steps(layer: Traced) -> bool:
    return layer.activation.kind == "step"


def _other(layers: tuple[Layer, ...], layer: Traced) -> tuple[Offer, ...]:
    """An activation with a slope."""
    if layer.key == "output":
        return (
            Offer(
                "an output with a slope",
                "Take the output that fits the loss",
                (("output.activation", "auto"),),
                rewind=True,
            ),
        )
    return other_activation(tuple(each for each in layers if each.name == layer.key), "tanh", "Tanh")
