"""Curves for drawers and cards, computed in numpy from the declarations: an activation with its derivative, a
schedule."""

from __future__ import annotations

import numpy as np

from app.widgets.curve_picture import Curve
from core.families import Activation, Schedule

REACH, POINTS = 4.0, 241
SHOWN_UPDATES = 1000


def activation_curves(activation: Activation, reach: float = REACH) -> tuple[np.ndarray, tuple[Curve, ...]]:
    """a (n,) from −`reach` to `reach`, and g(a), g'(a). Maxout is drawn as the larger of two lines, softmax with the
    other unit's sum at 0."""
    a = np.linspace(-reach, reach, POINTS)
    if activation.output_only:
        pair = np.stack([a, np.zeros_like(a)], axis=-1)
        value = activation.value(pair)[:, 0]
        return a, (Curve(value, "g(a), other unit 0"), Curve(np.gradient(value, a), "g′(a)", dashed=True))
    if activation.pieces > 1:
        lines = np.stack([a * slope for slope in np.linspace(-0.5, 1.0, activation.pieces)], axis=-1)
        return a, (Curve(activation.value(lines), "largest sum"), *(Curve(line, "", dashed=True) for line in lines.T))
    return a, (Curve(activation.value(a), "g(a)"), Curve(activation.slope(a), "g′(a)", dashed=True))


def schedule_curve(schedule: Schedule, rate: float, updates: int) -> tuple[np.ndarray, tuple[Curve, ...]]:
    """Update numbers (n,) and the learning rate at each."""
    last = updates or SHOWN_UPDATES
    at = np.unique(np.linspace(0, last, 301).astype(int))
    return at.astype(float), (
        Curve(np.array([rate * schedule.factor(int(update)) for update in at]), "learning rate η"),
    )
