"""A layer passes nothing."""

from __future__ import annotations

import statistics
from typing import ClassVar, Literal

import numpy as np

from core.diagnoses.offers import OTHER_START, drawn_start, other_activation, thrown
from core.families import Diagnosis, Symptoms, Traced
from core.frames import Advice, Offer
from core.networks.quiet_units import SILENT, dead_units

STILL = 4  # evaluations in a row without any success after which a layer that passes nothing is named
HIGH = 0.98  # the share of the best constant answer's loss below which something passes
STAYED = 0.1  # a layer that has moved by less of its starting weights' length is where it began


class Dead(Diagnosis):
    """A layer of which no unit answers: nothing of the samples passes it.

    The answer cannot depend on the samples any more, though what comes behind may still jitter. So it is said as soon
    as the loss is that of a constant answer, and at the end of a run too.
    """

    label = "Dead layer"
    order = 30
    looks_at: ClassVar[str] = "value and slope of every hidden unit, how far its layer has moved from the start"
    kind: Literal["dead"] = "dead"

    def of(self, symptoms: Symptoms) -> Advice | None:
        recent = symptoms.recent[-STILL:]
        if symptoms.ended not in ("", "finished") or not symptoms.descending or len(recent) < STILL:
            return None
        if min(recent) < HIGH * symptoms.guess:
            return None
        layer = next(
            (each for each in symptoms.hidden() if dead_units(each.activation, each.sums, each.values).all()), None
        )
        return None if layer is None else _named(symptoms, layer, statistics.median(recent))


def _named(symptoms: Symptoms, layer: Traced, loss: float) -> Advice:
    which = "nearly every" if np.abs(layer.values).max() >= SILENT else "every"
    text = f"Dead: every unit of {layer.name} answers 0 to {which} sample, so nothing passes and no gradient comes back; the loss stays at {loss:.3g}."
    evidence = f"Looked at on {layer.of_samples}."
    cause, offers = _cause(symptoms, layer)
    leaky = other_activation(symptoms.experiment.layers, "leaky_relu", "Leaky ReLU")
    return Advice("dead", f"{text} {cause}", evidence, (*offers, *leaky), (layer.key,))


def _cause(symptoms: Symptoms, layer: Traced) -> tuple[str, tuple[Offer, ...]]:
    """Where it came from, in words, and what may help."""
    moved = symptoms.moved().get(layer.key)
    if moved is not None and moved <= STAYED:
        drawn = drawn_start(symptoms.experiment.layers)
        zeros = (
            " Starting weights of 0 give every unit the sum 0, where it has no slope."
            if drawn and not layer.sums.any()
            else ""
        )
        return f"It has been so from the start: its weights have hardly moved.{zeros}", drawn or (OTHER_START,)
    return thrown(symptoms, "its weights")
