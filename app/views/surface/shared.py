"""What a picture of weight space has in common with those of the runs beside it: a plane, a range of heights."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import numpy as np

from core.frames import Frame
from core.frozen import frozen
from core.surfaces.laid import Laid


@frozen
class Shared:
    """`laid`: the plane of the run beside; `waits`: it is not known yet, and nothing is asked for before it is.
    `levels`: the losses between which colours and heights lie, in all of them."""

    laid: Laid | None = None
    waits: bool = False
    levels: tuple[float, float] | None = None

    def scaled(self, frame: Frame | None) -> Frame | None:
        """A frame in the range of all."""
        if frame is None or self.levels is None or "levels" not in frame.arrays:
            return frame
        return dataclasses.replace(frame, arrays={**frame.arrays, "levels": np.array(self.levels)})


ALONE = Shared()


def range_of(frames: Iterable[Frame]) -> tuple[float, float] | None:
    """From the lowest loss that any of them has a colour for to the highest; None where none has a sheet."""
    found = [np.asarray(frame.arrays["levels"], dtype=float) for frame in frames if "levels" in frame.arrays]
    known = [levels for levels in found if np.isfinite(levels).all()]
    if not known:
        return None
    return min(float(levels[0]) for levels in known), max(float(levels[1]) for levels in known)
