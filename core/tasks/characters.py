"""Saying which letter comes next."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from core.families import Loss
from core.tasks.classes import Classes


class Characters(Classes):
    """The network says which letter follows those that it has seen.

    Its surprise is measured in bits a character: how many yes-or-no questions one would still have to ask, on average, to know the letter. Always naming the most frequent
    letter is the yardstick for the accuracy, the entropy of single letters that for the bits.
    """

    label = "Next character"
    order = 20
    kind: Literal["characters"] = "characters"

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`accuracy`, `mistakes` and `bits_per_character` = mean of −log₂ p(true letter)."""
        return super().scores(loss, outputs, y) | {"bits_per_character": float(_bits(loss, outputs, y).mean())}

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        return super().scores_of_many(loss, outputs, y) | {"bits_per_character": _bits(loss, outputs, y).mean(axis=-1)}


def _bits(loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
    """(…, samples, letters) -> (…, samples); nan where the loss gives no probabilities."""
    if loss.link != "logistic":
        return np.full(outputs.shape[:-1], math.nan)
    chances = loss.answers(outputs)
    true = (
        np.take_along_axis(chances, np.broadcast_to(y[:, None], (*outputs.shape[:-1], 1)), axis=-1)[..., 0]
        if outputs.shape[-1] > 1
        else np.where(y == 1, chances[..., 0], 1 - chances[..., 0])
    )
    with np.errstate(all="ignore"):
        return -np.log2(np.maximum(true, 1e-300))
