"""Between a place on the picture and the network's parameters: pure functions on a frame's centre and directions."""

from __future__ import annotations

import numpy as np

from app.views.surface.sheet import offset_of
from core.frames import Frame


def vector_at(frame: Frame, place: tuple[float, ...]) -> np.ndarray:
    """All parameters (P,) float64 at a place as it is read at the axes."""
    arrays, offset = frame.arrays, offset_of(frame)
    vector = np.asarray(arrays["center"], dtype=float) + (place[0] - offset[0]) * arrays["u"]
    return vector + (place[1] - offset[1]) * arrays["v"] if "v" in arrays else vector


def direction_of(frame: Frame, number: int) -> tuple[np.ndarray, float]:
    """How the plane sees one parameter: the shadow (2,) of its unit vector in (α, β), and the shadow's length in
    parameter space, 0 … 1."""
    axes = np.stack([np.asarray(frame.arrays[name], dtype=float) for name in ("u", "v") if name in frame.arrays])
    if not 0 <= number < axes.shape[1]:
        return np.zeros(2), 0.0
    shadow = np.linalg.lstsq(axes @ axes.T, axes[:, number], rcond=None)[0]
    share = float(np.sqrt(max(shadow @ axes[:, number], 0.0)))
    return np.append(shadow, 0.0)[:2], min(share, 1.0)
