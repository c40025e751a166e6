"""From a space of three dimensions to the picture: from straight above, where there are two, or from a corner."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from app.views.bend.course import Window
from core.frozen import frozen

ABOVE = 90.0
NEAR = 0.22  # how much larger is what lies nearest
CORNERS = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], dtype=float)  # of a cube
FLAT = np.array([1.0, 1.0, 0.0])


@frozen
class Eye:
    """Where a person looks from: degrees around the upright axis, and above the plane."""

    turn: float = -58.0
    height: float = 24.0

    def moved(self, turn: float, height: float) -> Eye:
        return dataclasses.replace(
            self, turn=(self.turn + turn) % 360, height=min(max(self.height + height, -ABOVE), ABOVE)
        )


@frozen
class Camera:
    """Places (n, 3) of a window -> px; `scale` px are as long as 1 in the middle, which is seen at `at`."""

    window: Window
    directions: np.ndarray  # (3, 3): right, up, towards the eye
    at: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0

    @classmethod
    def of(cls, window: Window, eye: Eye, tilt: float, room: tuple[float, float, float, float]) -> Camera:
        """All of the window in a room (left, top, width, height); `tilt` 0: from straight above; 1: from the eye."""
        turn = math.radians((eye.turn if eye.turn <= 180 else eye.turn - 360) * tilt)
        height = math.radians(ABOVE + (eye.height - ABOVE) * tilt)
        right = np.array([math.cos(turn), math.sin(turn), 0.0])
        up = np.array([-math.sin(turn) * math.sin(height), math.cos(turn) * math.sin(height), math.cos(height)])
        loose = cls(window, np.stack([right, up, np.cross(right, up)]))
        seen = loose.see(window.middle + window.half * (CORNERS if tilt else CORNERS * FLAT))
        low, high = seen.min(axis=0), seen.max(axis=0)
        left, top, wide, tall = room
        scale = float(min(wide / (high[0] - low[0]), tall / (high[1] - low[1])))
        middle = (low + high) / 2 * scale
        return dataclasses.replace(
            loose, scale=scale, at=(left + wide / 2 - float(middle[0]), top + tall / 2 - float(middle[1]))
        )

    def see(self, points: np.ndarray) -> np.ndarray:
        """Places (n, 3) -> px (n, 2)."""
        seen = (points - self.window.middle) @ self.directions.T
        nearer = self.scale / (1 - NEAR * np.clip(seen[:, 2] / self.window.reach, -2, 2))
        x, y = self.at
        return np.column_stack([x + seen[:, 0] * nearer, y - seen[:, 1] * nearer])
