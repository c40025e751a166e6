"""Squares, circles, triangles and crosses that the program draws."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core import random
from core.datasets.pictures import Images, samples_field
from core.families import Shape
from core.params import choice, integer, number

NAMES = ("square", "circle", "triangle", "cross")
HUES = np.array([[0.95, 0.35, 0.25], [0.25, 0.55, 0.95], [0.35, 0.80, 0.35], [0.95, 0.80, 0.25]])  # of the four shapes
SOFT = 0.7  # pixels over which an edge fades


class DrawnShapes(Images):
    """Squares, circles, triangles and crosses, drawn at random places in random sizes and turned a little.

    In colour, the colour may say the shape (a net then hardly looks at the edges), or say nothing. An autoencoder can
    learn to colour grey shapes whose colour depends on what they are.
    """

    label = "Drawn shapes"
    order = 72
    kind: Literal["shapes"] = "shapes"
    samples: int = samples_field(1000, 4000)
    side: int = integer(
        16, 12, 32, minimum=8, maximum=64, label="Picture size", unit="pixels", help="Height and width of each picture."
    )
    jitter: float = number(
        0.5,
        0,
        1,
        step=0.05,
        minimum=0.0,
        maximum=1.0,
        label="Jitter",
        help="How much place, size and angle differ from picture to picture; 0: all alike.",
    )
    colour: Literal["grey", "by shape", "random"] = choice(
        "grey",
        {"grey": "grey", "by shape": "each shape has its own", "random": "at random"},
        label="Colour",
        help="Whether the shapes are coloured, and whether the colour says which shape it is.",
    )

    @property
    def sample_shape(self) -> Shape:
        return (1 if self.colour == "grey" else 3, self.side, self.side)

    def pictures(self, seed: int) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
        y = np.arange(self.samples) % len(NAMES)
        luck = random.uniform(random.key(seed, "shapes"), 8 * self.samples).reshape(-1, 8)
        cover = np.stack([self._cover(int(name), draws) for name, draws in zip(y, luck, strict=True)])
        if self.colour == "grey":
            return (cover * (0.7 + 0.3 * luck[:, 4, None, None]))[:, None], y, NAMES
        hues = HUES[y] if self.colour == "by shape" else HUES[(luck[:, 5] * len(HUES)).astype(int)]
        shades = np.clip(hues + 0.08 * self.jitter * (2 * luck[:, 5:8] - 1), 0, 1)
        return cover[:, None] * shades[:, :, None, None], y, NAMES

    def _cover(self, name: int, luck: np.ndarray) -> np.ndarray:
        """How much of each pixel lies in the shape, (side, side)."""
        side, way = self.side, 2 * luck - 1
        radius = side * 0.28 * (1 + 0.3 * self.jitter * way[2])
        free = max(0.0, side / 2 - 1.2 * radius)
        middle = (side - 1) / 2 + self.jitter * free * way[:2]
        down, along = np.mgrid[0:side, 0:side] - middle[:, None, None]
        angle = 0.35 * self.jitter * way[3]
        u, v = along * np.cos(angle) + down * np.sin(angle), down * np.cos(angle) - along * np.sin(angle)
        return np.clip(0.5 - _distance(NAMES[name], u, v, radius) / SOFT, 0.0, 1.0)


def _distance(name: str, u: np.ndarray, v: np.ndarray, radius: float) -> np.ndarray:
    """How far a point lies outside of the shape (negative inside), in pixels; u to the right, v downwards."""
    if name == "circle":
        return np.hypot(u, v) - radius
    if name == "square":
        return np.maximum(np.abs(u), np.abs(v)) - 0.9 * radius
    if name == "triangle":
        return np.maximum(v - 0.75 * radius, np.abs(u) * 0.866 - v * 0.5 - 0.6 * radius)
    arm = 0.32 * radius
    return np.minimum(np.maximum(np.abs(u) - arm, np.abs(v) - radius), np.maximum(np.abs(v) - arm, np.abs(u) - radius))
