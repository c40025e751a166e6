"""What a picture of weight space has in common with those of the runs beside it: a plane, a range of heights."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import numpy as np

from core.frames import Frame
from core.frozen import frozen
from core.surfaces import gauge
from core.surfaces.laid import Laid

AIR, FILLED = 0.2, 0.4  # of a range: above what it has to hold at first, and how much of it that has to fill


@frozen
class Shared:
    """`laid`: the plane of the run beside; `waits`: it is not known yet, and nothing is asked for before it is.
    `levels`: the losses between which colours and heights lie, in all of them; `slices`: the same for slices, which go
    through each run's own ball, wherever that is."""

    laid: Laid | None = None
    waits: bool = False
    levels: tuple[float, float] | None = None
    slices: tuple[float, float] | None = None

    def scaled(self, frame: Frame | None) -> Frame | None:
        """A frame in the range of all."""
        if frame is None or self.levels is None or "levels" not in frame.arrays:
            return frame
        return dataclasses.replace(frame, arrays={**frame.arrays, "levels": np.array(self.levels)})


ALONE = Shared()


def range_of(frames: Iterable[Frame]) -> tuple[float, float] | None:
    """From the lowest loss that any of them has a colour for to the highest; None where none has a sheet."""
    return _hull(np.asarray(frame.arrays["levels"], dtype=float) for frame in frames if "levels" in frame.arrays)


def range_of_slices(frames: Iterable[Frame], before: tuple[float, float] | None) -> tuple[float, float] | None:
    """The same of the slices and the balls on them, with some air: it stays as it was `before` as long as it fits."""
    found = _hull(_heights(frame) for frame in frames if "levels" in frame.arrays)
    if found is None:
        return None
    (low, high), most = found, 0.0 if before is None else before[1] - before[0]
    if before is not None and before[0] <= low and high <= before[1] and high - low >= FILLED * most:
        return before
    return low, high + AIR * (high - low)


def _heights(frame: Frame) -> np.ndarray:
    """The lowest and the highest loss of a frame's slices, and of its ball."""
    arrays = frame.arrays
    names = ("loss",) if arrays["loss"].ndim == 1 else ("slice_alpha", "slice_beta")
    losses = np.concatenate([arrays[name] for name in names])
    if not np.isfinite(losses).any():  # still being computed
        return np.full(2, np.nan)
    both = np.append(gauge.levels(losses), arrays["ball_loss"])
    return np.array([both.min(), both.max()])


def _hull(ranges: Iterable[np.ndarray]) -> tuple[float, float] | None:
    known = [each for each in ranges if np.isfinite(each).all()]
    if not known:
        return None
    return min(float(each[0]) for each in known), max(float(each[1]) for each in known)
