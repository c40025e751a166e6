"""Where a ray from the eye meets the sheet: the place under the cursor of a picture in three dimensions."""

from __future__ import annotations

import numpy as np

from app.views.surface.mesh import HIGH, plane
from app.views.surface.sheet import Sheet

STEPS = 600  # along the ray, within the box that holds the sheet
HALVINGS = 24
EDGE = 1e-6


def ray(matrix: np.ndarray, x: float, y: float) -> tuple[np.ndarray, np.ndarray]:
    """The ray through a point of the screen (−1 … 1 each, y upwards) for a model-view-projection matrix (4, 4): origin
    and direction."""
    inverse = np.linalg.inv(matrix)
    ends = inverse @ np.array([[x, x], [y, y], [-1.0, 1.0], [1.0, 1.0]])
    near, far = (ends[:3] / ends[3]).T
    direction = far - near
    return near, direction / np.linalg.norm(direction)


def meet(sheet: Sheet, origin: np.ndarray, direction: np.ndarray) -> tuple[float, float] | None:
    """The first place (α, β) at which the ray passes through the sheet; None where it passes by."""
    span = _within(origin, direction)
    if span is None:
        return None
    along = np.linspace(*span, STEPS)
    above = _above(sheet, origin, direction, along)
    crossing = np.flatnonzero(np.signbit(above[:-1]) != np.signbit(above[1:]))
    if not len(crossing):
        return None
    low, high = along[crossing[0]], along[crossing[0] + 1]
    side = np.signbit(above[crossing[0]])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if np.signbit(_above(sheet, origin, direction, np.array([middle]))[0]) == side:
            low = middle
        else:
            high = middle
    spot = origin + (low + high) / 2 * direction
    a, b = plane(sheet, spot[None])[0]
    return float(a), float(b)


def _above(sheet: Sheet, origin: np.ndarray, direction: np.ndarray, along: np.ndarray) -> np.ndarray:
    """How far points of the ray lie above the sheet, (n,)."""
    spots = origin + along[:, None] * direction
    places = plane(sheet, np.clip(spots, -1.0, 1.0))
    return spots[:, 2] - HIGH * sheet.height_at(places[:, 0], places[:, 1])


def _within(origin: np.ndarray, direction: np.ndarray) -> tuple[float, float] | None:
    """The part of the ray within the box that holds the sheet."""
    low, high = np.array([-1.0, -1.0, -EDGE]), np.array([1.0, 1.0, HIGH + EDGE])
    with np.errstate(divide="ignore", invalid="ignore"):
        enter, leave = np.sort(np.stack([(low - origin) / direction, (high - origin) / direction]), axis=0)
    first, last = max(float(np.nanmax(enter)), 0.0), float(np.nanmin(leave))
    return (first, last) if last > first else None
