"""What a frame of weight space says in words and numbers: at a place, of one weight, and as a table."""

from __future__ import annotations

import numpy as np

from app.views.base import Numbers
from app.views.drawing.plot import say
from app.views.surface.gauge import percent
from app.views.surface.marks import Arrow, reached
from app.views.surface.plane import direction_of
from app.views.surface.sheet import Scale, Sheet, offset_of
from core.frames import Frame
from core.frozen import frozen

LEAST_SHARE = 0.005  # of a weight's unit vector that has to lie in the plane to be drawn
WHOLE_SHARE = 0.995  # from which on nobody needs to be told how much of it does
POINTER = 0.3  # of the sheet's half width: how long the direction of one weight is drawn


@frozen
class PointedWeight:
    """A weight that somebody points at in the network: its parameter, its place there, and its name in words."""

    parameter: str
    index: tuple[int, ...]
    words: str


def arrow_of(weight: PointedWeight, number: int, frame: Frame, sheet: Sheet, ball: tuple[float, float]) -> Arrow | None:
    """A weight's direction on the sheet; None where it does not lie in the plane. `number`: its place among all."""
    shadow, share = direction_of(frame, number)
    if share < LEAST_SHARE:
        return None
    words = weight.words if share > WHOLE_SHARE else f"{weight.words}: {percent(share)} of it lies in this plane"
    return Arrow(reached(sheet, ball, shadow, POINTER), words, dashed=True)


def is_across(number: int, frame: Frame | None) -> bool:
    """Whether moving a weight leads out of the plane and nowhere along it."""
    if frame is None or "u" not in frame.arrays:
        return False
    return 0 <= number < len(frame.arrays["u"]) and direction_of(frame, number)[1] < LEAST_SHARE


def words_at(frame: Frame | None, place: tuple[float, float], log: bool, on_ball: bool) -> str:
    """What the sheet says at a place, in one line. `on_ball`: the hand is near the network itself."""
    if frame is None or "loss" not in frame.arrays:
        return ""
    metric = str(frame.info["metric"]).partition(" (")[0].lower()
    share = Scale.of_frame(frame, False).percent
    if on_ball:
        true = float(np.asarray(frame.arrays.get("ball_loss", np.nan)).ravel()[0])
        return f"The network: {metric} {_height(true, share)}. Drag it: all weights move."
    sheet = Sheet.of(frame, log)
    if sheet is None:
        loss = float(np.interp(place[0], frame.arrays["alpha"] + offset_of(frame)[0], frame.arrays["loss"]))
        return f"{say(place[0])}   →   {metric} {_height(loss, share)}"
    return f"({say(place[0])}, {say(place[1])})   →   {metric} {_height(sheet.loss_at(*place), share)}"


def numbers_of(frame: Frame | None) -> Numbers:
    """The sheet as a table."""
    if frame is None or "loss" not in frame.arrays:
        return [], []
    arrays, offset = frame.arrays, offset_of(frame)
    metric = str(frame.info["metric"])
    if arrays["loss"].ndim == 1:
        return [frame.info["x"], metric], np.column_stack([arrays["alpha"] + offset[0], arrays["loss"]]).tolist()
    a, b = np.meshgrid(arrays["alpha"] + offset[0], arrays["beta"] + offset[1], indexing="ij")
    columns = np.column_stack([a.ravel(), b.ravel(), arrays["loss"].ravel()])
    return [frame.info["x"], frame.info["y"], metric], columns.tolist()


def _height(value: float, share: bool) -> str:
    """A loss or a score in words."""
    return f"{100 * value:.1f} %" if share else say(value, 3)
