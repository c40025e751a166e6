"""What the picture of the columns says: figures in points where the score is a share, else as they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from app.look.numbers import written
from app.widgets.cost_bars import CostBar
from core.frames import Frame

PARTS = {"test": "test rows", "train": "training rows (there is no test part)"}
SAID = "What this network uses{no_cause}. Columns that tell the same hide each other's cost."
KEY = (
    "how far the score falls when the column is shuffled, on average",
    "in one shuffle",
    "± 2 standard errors for other rows of that kind",
)
KEY_WORDS = f"Bar: {KEY[0]}. Dot: {KEY[1]}. Line: {KEY[2]}."


def figure(value: float, info: Mapping[str, Any]) -> str:
    """A score, or by how much it falls: in points of a share "14.0", else "0.140"."""
    if not math.isfinite(value):
        return "–"
    return written(f"{100 * value:.1f}" if info["percent"] else f"{value:.3f}")


def head(frame: Frame) -> tuple[str, str]:
    """How good the network is as it is, and on what; the same in fewer words."""
    info = frame.info
    score = f"{info['label']} {figure(info['score'], info)}{' %' if info['percent'] else ''}"
    return f"{score} on {info['rows']:,} {PARTS[info['part']]} · update {frame.update:,}", score


def bars(frame: Frame) -> tuple[CostBar, ...]:
    """A bar a column, the dearest first."""
    drops, errors = frame.arrays["drops"], frame.arrays["error"]
    order = np.argsort(-drops.mean(axis=1), kind="stable").tolist()
    return tuple(_bar(frame, place, drops[place], float(errors[place])) for place in order)


def _bar(frame: Frame, place: int, drops: np.ndarray, error: float) -> CostBar:
    info, value = frame.info, float(drops.mean())
    name, unit = info["columns"][place], " points" if info["percent"] else ""
    low, high = value - 2 * error, value + 2 * error
    spread = float(drops.std(ddof=1)) if len(drops) > 1 else math.nan
    ticks = (
        f" ({info['ticks'][place]} inputs, one for each answer, shuffled together)" if info["ticks"][place] > 1 else ""
    )
    rise = written(f"{float(frame.arrays['rises'][place].mean()):.3g}")
    tip = (
        f"{name}{ticks}\nshuffled, {info['label']} falls by {figure(value, info)}{unit}\n"
        f"standard error over rows {figure(error, info)}, from shuffle to shuffle ± {figure(spread, info)}\n"
        f"the loss rises by {rise}"
    )
    said = figure(value, info)
    return CostBar(name, value, low, high, tuple(drops.tolist()), f"{said}{unit}", said, tip)
