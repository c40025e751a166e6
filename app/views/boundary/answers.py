"""What a boundary frame says in numbers and words: the answer at a place, and all of them as a table."""

from __future__ import annotations

import numpy as np

from app.views.base import Numbers
from app.views.drawing.plot import amount, say
from core.frames import Frame


def is_flat(frame: Frame) -> bool:
    """Whether there are two inputs to look along."""
    return frame.arrays["answers"].ndim == 3


def value_at(frame: Frame, x: float, y: float) -> np.ndarray:
    """The answer (k,) of the grid point nearest to a place."""
    answers, extent = frame.arrays["answers"], frame.arrays["extent"]
    column = _nearest(x, extent[0], extent[1], answers.shape[-2])
    return answers[_nearest(y, extent[2], extent[3], answers.shape[0]), column] if is_flat(frame) else answers[column]


def sentence(frame: Frame, x: float, y: float) -> str:
    """What the network answers at a place, in one line."""
    answer, info = value_at(frame, x, y), frame.info
    where = f"{info['x']} {amount(x)}" + (f"   {info['y']} {amount(y)}" if is_flat(frame) else "")
    classes = info["classes"]
    if len(classes) > 2 and np.isfinite(answer).all():
        best = int(answer.argmax())
        return f"{where}   →   {classes[best]} {say(float(answer[best]))}"
    value = float(answer[-1])
    named = f"  ({classes[int(value > info['threshold'])]})" if classes and np.isfinite(value) else ""
    return f"{where}   →   {amount(value)}{named}"


def numbers(frame: Frame) -> Numbers:
    """The answer at every point of the grid."""
    answers, info = frame.arrays["answers"], frame.info
    names = [f"answer {name}" for name in info["classes"]] if answers.shape[-1] > 1 else ["answer"]
    x0, x1, y0, y1 = frame.arrays["extent"]
    if not is_flat(frame):
        return [info["x"], *names], np.column_stack([frame.arrays["x"], answers]).tolist()
    rows, columns = answers.shape[:2]
    x, y = np.meshgrid(np.linspace(x0, x1, columns), np.linspace(y0, y1, rows))
    return [info["x"], info["y"], *names], np.column_stack(
        [x.ravel(), y.ravel(), answers.reshape(-1, answers.shape[-1])]
    ).tolist()


def curve_height(frame: Frame) -> tuple[float, float]:
    """What a curve's picture shows of y: the samples and the scale of the answers, with a little air."""
    y = frame.arrays["points"][:, 1]
    low, high = frame.info["range"]
    low, high = min(low, float(y.min(initial=low))), max(high, float(y.max(initial=high)))
    air = 0.08 * ((high - low) or 1.0)
    return low - air, high + air


def _nearest(value: float, low: float, high: float, count: int) -> int:
    return int(np.clip(round((value - low) / ((high - low) or 1.0) * (count - 1)), 0, count - 1))
