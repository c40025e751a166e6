"""The film strip of a comparison: its runs side by side as they learn in step, each as its own strip would show it, and
their losses below. The gallery writes the names over it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from app.look.run_colours import run_colour
from app.look.theme import LIGHT
from app.strips.lanes import Lanes, Place, lanes
from app.strips.strip import FINER, FRAMES, HEIGHT, WIDTH, last_update, moments, now
from core.comparison.comparison import LETTERS, Comparison

if TYPE_CHECKING:
    from core.training.session import Session

FIGURES = ("test.loss", "train.loss")  # the first one that all runs have
LONG = 30.0  # times the lowest from which on losses stand on a logarithmic height
INSET = 4  # px


def record(comparison: Comparison) -> Image.Image:
    """`FRAMES` pictures side by side, early ones closer together; an image of FRAMES·160 × 120."""
    from core.training.session import Session

    found = comparison.experiments()
    sessions = [Session(experiment) for experiment in found]
    by_samples = comparison.in_step == "samples"
    batches = [session.learner.batches.size if by_samples else 1 for session in sessions]
    last = max(last_update(experiment) * batch for experiment, batch in zip(found, batches, strict=True))
    places, seen = lanes(len(found)), list[list[dict[str, float]]]()
    frames: list[Image.Image] = []
    at = moments(last)
    for moment in at:
        for session, batch in zip(sessions, batches, strict=True):
            session.advance(max(0, math.ceil(moment / batch) - session.updates))
        seen.append([session.evaluate() for session in sessions])
        frames.append(_frame(sessions, places))
    if places.curves is not None:
        heights = _heights(seen)
        for number, frame in enumerate(frames):
            _draw_curves(frame, places.curves, heights, number, [moment / last for moment in at])
    strip = Image.new("RGB", (WIDTH * FRAMES, HEIGHT))
    for number, frame in enumerate(frames):
        strip.paste(frame.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS), (number * WIDTH, 0))
    return strip


def _frame(sessions: list[Session], places: Lanes) -> Image.Image:
    """The pictures of all of them as they are, drawn larger."""
    frame = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), LIGHT.surface)
    for session, place in zip(sessions, places.pictures, strict=True):
        size = (round(place.width * FINER), round(place.height * FINER))
        picture = now(session, LIGHT).resize(size, Image.Resampling.LANCZOS)
        frame.paste(picture, (round(place.left * FINER), round(place.top * FINER)))
    return frame


def _heights(seen: list[list[dict[str, float]]]) -> np.ndarray:
    """Shares of the height, (runs, moments), of the losses of all runs; what is no number lies at the top."""
    name = next((name for name in FIGURES if all(name in each for row in seen for each in row)), FIGURES[-1])
    values = np.array([[each.get(name, math.nan) for each in row] for row in seen]).T
    known = values[np.isfinite(values)]
    if not len(known):
        return np.ones_like(values)
    low, high = float(known.min()), float(known.max())
    if 0 < LONG * low < high:
        with np.errstate(invalid="ignore"):
            values, low, high = np.log(values), math.log(low), math.log(high)
    shares = (values - low) / ((high - low) or 1.0)
    return np.where(np.isfinite(shares), np.clip(shares, 0, 1), 1.0)


def _draw_curves(frame: Image.Image, place: Place, heights: np.ndarray, until: int, at: list[float]) -> None:
    """The curves up to a moment, in the colours of the runs."""
    draw = ImageDraw.Draw(frame)
    left, right = (place.left + INSET) * FINER, (place.left + place.width - INSET) * FINER
    top, bottom = (place.top + INSET) * FINER, (place.top + place.height - INSET) * FINER
    draw.line([(left, bottom), (right, bottom)], fill=LIGHT.border, width=FINER)
    for letter, shares in zip(LETTERS, heights, strict=False):
        line = [
            (left + where * (right - left), bottom - float(share) * (bottom - top))
            for where, share in zip(at[: until + 1], shares, strict=False)
        ]
        colour, (x, y) = run_colour(letter, LIGHT), line[-1]
        if len(line) > 1:
            draw.line(line, fill=colour, width=2 * FINER, joint="curve")
        draw.ellipse([x - 2 * FINER, y - 2 * FINER, x + 2 * FINER, y + 2 * FINER], fill=colour)
