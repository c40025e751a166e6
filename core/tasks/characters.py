"""Saying which letter comes next."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core.families import Loss, Samples
from core.families.measure import ACCURACY, Measure
from core.tasks.classes import Classes

UNSEEN = 0.5  # how often a letter counts as seen that stands in the test part only: its surprise stays finite


class Characters(Classes):
    """The network says which letter follows those that it has seen.

    Its surprise is measured in bits a character: how many yes-or-no questions one would still have to ask, on average,
    to know the letter. Always naming the most frequent letter is the yardstick for the accuracy, the entropy of single
    letters that for the bits.
    """

    label = "Next character"
    order = 20
    measures: ClassVar[tuple[Measure, ...]] = (
        Measure(
            "bits_per_character", "Bits per character", "letter_bits", "single letters", short="Bits/char", ceiling=None
        ),
        ACCURACY,
    )
    kind: Literal["characters"] = "characters"

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`bits_per_character` = mean of −log₂ p(true letter), `accuracy` and `mistakes`."""
        return {"bits_per_character": float(_bits(loss, outputs, y).mean())} | super().scores(loss, outputs, y)

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        return {"bits_per_character": _bits(loss, outputs, y).mean(axis=-1)} | super().scores_of_many(loss, outputs, y)

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """`letter_bits`: of a guess that knows how frequent each letter is in the training part and nothing else (on
        that part itself: the entropy of single letters); `uniform_bits` = log₂ k: of a guess that takes all k letters
        for equally likely."""
        y, letters = prepared.table.y, len(prepared.table.classes)
        counts = np.bincount(y[prepared.train], minlength=letters)
        shares = np.maximum(counts, UNSEEN) / max(len(prepared.train), 1)
        return {"letter_bits": float(-np.log2(shares[y[places]]).mean()), "uniform_bits": math.log2(letters)}


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
