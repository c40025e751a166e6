"""Over which samples a surface is computed: named, and the same ones every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core import random

if TYPE_CHECKING:
    from core.probing.moment import Moment


def chosen(moment: Moment, part: str, most: int) -> tuple[np.ndarray, str]:
    """Sample numbers (ascending) of "train", "test" or "batch", at most `most`, and what to call them."""
    if part == "batch":
        batch = np.sort(moment.coming_batch())
        return batch, "the coming batch: 1 sample" if len(batch) == 1 else f"the coming batch: {len(batch):,} samples"
    word = {"train": "training", "test": "test"}[part]
    everything = moment.prepared.part(part)
    if not len(everything):
        return chosen(moment, "train", most)[0], "there is no test part: the training samples instead"
    if len(everything) <= most:
        return everything, f"all {len(everything):,} {word} samples"
    key = ("surface samples", part, most, len(everything))
    drawn = moment.kept(
        key, lambda: np.sort(everything[random.permutation(random.key(0, "surface samples"), len(everything))[:most]])
    )
    return drawn, f"{most:,} of {len(everything):,} {word} samples, drawn once, always the same"
