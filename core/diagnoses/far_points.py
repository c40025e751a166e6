"""Squared errors are pulled by points that lie far on the right side."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.diagnoses.saturated_output import CROSS_ENTROPY
from core.diagnoses.standstill import stuck
from core.diagnoses.straight import is_straight, separates
from core.families import Diagnosis, Symptoms, Traced
from core.frames import Advice
from core.messages import percent

MUCH = 0.2  # the share of the loss that right answers beyond their targets have to make up


class FarPoints(Diagnosis):
    """A straight border separates the samples, but squared errors put it elsewhere.

    An answer that is right and goes beyond its target costs as much as one that falls as short. Both are checked: that
    such a border exists, and how much of the loss comes from right answers.
    """

    label = "Far points"
    order = 56
    looks_at: ClassVar[str] = "whether straight borders separate the training samples, and what the right answers cost"
    kind: Literal["far_points"] = "far_points"

    def of(self, symptoms: Symptoms) -> Advice | None:
        experiment = symptoms.experiment
        squared = experiment.task.aim == "classes" and experiment.loss.kind in ("mean_squared", "half_squared")
        if not squared or symptoms.last.get("train.accuracy", 1.0) >= 1 or not is_straight(symptoms):
            return None
        stays = stuck(symptoms)
        if not stays or not separates(symptoms.taught()):
            return None
        output, targets = symptoms.output(), symptoms.taught().targets
        share = _beyond(output, targets) if len(output.values) == len(targets) else 0.0
        if share < MUCH:
            return None
        text = f"{stays} A straight border separates these samples, but squared errors pull it to the points that lie far from it: a right answer beyond its target costs as well."
        return Advice(
            self.kind, text, f"{percent(share)} of the loss comes from right answers.", (CROSS_ENTROPY,), ("output",)
        )


def _beyond(output: Traced, targets: np.ndarray) -> float:
    """The share of the squared errors that answers make which go beyond the target, seen from the middle of targets."""
    away = output.values - targets
    side = np.sign(targets - (targets.max() + targets.min()) / 2)
    squares = np.square(away)
    total = float(squares.sum())
    return float(squares[away * side > 0].sum()) / total if total > 0 else 0.0
