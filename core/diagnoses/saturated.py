"""Hidden units let no gradient pass."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.diagnoses.dead import STAYED
from core.diagnoses.offers import OTHER_START, thrown
from core.diagnoses.standstill import stuck
from core.families import Diagnosis, Symptoms
from core.frames import Advice, Offer
from core.networks.quiet_units import quiet_sentences, quiet_units

FAR = 1.0  # a layer that has moved by more of its starting weights' length has been thrown


class Saturated(Diagnosis):
    """The loss is stuck, and units of the hidden layers are saturated or dead: hardly any gradient passes them.

    How far the layer has moved tells whether that was so from the start.
    """

    label = "Saturated units"
    order = 70
    looks_at: ClassVar[str] = "value and slope of every hidden unit, how far its layer has moved from the start"
    kind: Literal["saturated"] = "saturated"

    def of(self, symptoms: Symptoms) -> Advice | None:
        stays = stuck(symptoms)
        quiet = [(layer, each) for layer in symptoms.hidden() if (each := quiet_units(layer)).some] if stays else []
        if not quiet:
            return None
        layer, _ = quiet[0]
        sentences = " ".join(quiet_sentences([each for _, each in quiet]))
        cause, offers = _cause(symptoms.moved().get(layer.key), symptoms)
        text, evidence = f"{stays} {sentences}{cause}", f"Looked at on {layer.of_samples}."
        return Advice(self.kind, text, evidence, offers, tuple(each.key for each, _ in quiet))


def _cause(moved: float | None, symptoms: Symptoms) -> tuple[str, tuple[Offer, ...]]:
    if moved is not None and moved <= STAYED:
        return " They have been so from the start: the layer's weights have hardly moved.", (OTHER_START,)
    if moved is not None and moved > FAR:
        guess, offers = thrown(symptoms, "the weights")
        return f" {guess}", (*offers, OTHER_START)
    return "", (OTHER_START,)
