"""What a network without a bend can do at most: its borders are straight, its surface is a plane."""

from __future__ import annotations

import functools

import numpy as np

from core.diagnoses.separability import separable
from core.families import Symptoms, Taught
from core.layers.dense import Dense

AT_THE_BEST = 1.05  # so many times the best straight answer's loss count as reached


def is_straight(symptoms: Symptoms) -> bool:
    """Whether the output is a straight function of the inputs: nothing bends on the way there."""
    layers = symptoms.experiment.layers
    return all(
        isinstance(layer, Dense) and layer.acts.kind == "linear" and layer.normalization != "layer" for layer in layers
    )


@functools.lru_cache(4)
def separates(taught: Taught) -> bool | None:
    """Whether straight borders separate the classes; None where it was not found out."""
    return None if taught.classes is None else separable(taught.x, taught.classes)


@functools.lru_cache(4)
def _best_plane(taught: Taught) -> float:
    """The mean over the samples of the squared errors, summed over the outputs, of the best straight answer."""
    seen = np.column_stack([taught.x, np.ones(len(taught.x))])
    left = taught.targets - seen @ np.linalg.lstsq(seen, taught.targets, rcond=None)[0]
    return float(np.square(left).sum(axis=1).mean())


def straight_limit(symptoms: Symptoms) -> tuple[str, str] | None:
    """What keeps a straight network from getting better: a sentence, and what it was checked by; None where that is not
    the reason."""
    taught, loss = symptoms.taught(), symptoms.experiment.loss
    if symptoms.experiment.task.aim == "classes":
        found = separates(taught)
        if found is None:
            return "A guess: no straight border separates these samples.", ""
        every = f"Checked on all {len(taught.x):,} training samples."
        return None if found else ("no straight border separates these samples.", every)
    if symptoms.output().activation.kind != "linear" or loss.kind not in ("mean_squared", "half_squared"):
        return "A guess: a straight line or a plane does not follow these samples.", ""
    best = _best_plane(taught) * (0.5 if loss.kind == "half_squared" else 1 / taught.targets.shape[1])
    if symptoms.last["train.loss"] > AT_THE_BEST * best:
        return None
    return (
        "this is about the best that a straight line or a plane through the samples can do.",
        f"The best one has the loss {best:.3g}.",
    )
