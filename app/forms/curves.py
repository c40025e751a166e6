"""Curves for drawers and cards, computed in numpy from the declarations: an activation with its derivative, a
schedule."""

from __future__ import annotations

import numpy as np

from app.widgets.curve_picture import Curve
from core.families import Activation, Schedule

REACH, POINTS = 4.0, 241
SHOWN_UPDATES = 1000


def activation_curves(activation: Activation, reach: float = REACH) -> tuple[np.ndarray, tuple[Curve, ...]]:
    """z (n,) from −`reach` to `reach`, and g(z), g'(z). Maxout is drawn as the larger of two lines, softmax with the
    other unit's sum at 0."""
    z = np.linspace(-reach, reach, POINTS)
    if activation.output_only:
        pair = np.stack([z, np.zeros_like(z)], axis=-1)
        value = activation.value(pair)[:, 0]
        return z, (Curve(value, "g(z), other unit 0"), Curve(np.gradient(value, z), "g′(z)", dashed=True))
    if activation.pieces > 1:
        lines = np.stack([z * slope for slope in np.linspace(-0.5, 1.0, activation.pieces)], axis=-1)
        return z, (Curve(activation.value(lines), "largest sum"), *(Curve(line, "", dashed=True) for line in lines.T))
    return z, (Curve(activation.value(z), "g(z)"), Curve(activation.slope(z), "g′(z)", dashed=True))


def schedule_curve(schedule: Schedule, rate: float, updates: int) -> tuple[np.ndarray, tuple[Curve, ...]]:
    """Update numbers (n,) and the learning rate at each."""
    last = updates or SHOWN_UPDATES
    at = np.unique(np.linspace(0, last, 301).astype(int))
    return at.astype(float), (
        Curve(np.array([rate * schedule.factor(int(update)) for update in at]), "learning rate η"),
    )
