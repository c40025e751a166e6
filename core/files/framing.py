"""A drawing of a person's own, brought into the form that the pictures of a data set have: cut out, scaled, centred."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from core.frozen import frozen

FAINT = 0.02  # ink below this share of the strongest is no part of the drawing
HALF = {"mass": 0.5, "box": 0.0}  # pixels: the mass lies in the middle of pixel side / 2, counted from 0, as in MNIST


@frozen
class Framing:
    """How the pictures of a data set were framed: the longer side of the ink is `share` of the picture's, its `centre`
    in the middle.

    MNIST: 20 of 28 pixels, moved by whole pixels until the mass of the ink is centred (LeCun, Cortes and Burges 1998).
    """

    share: float
    centre: Literal["mass", "box"]


def framed(ink: np.ndarray, side: int, framing: Framing | None) -> np.ndarray:
    """Ink (height, width) from 0 to 1 -> (side, side), each pixel the mean of the ink that it covers. Without a framing
    the whole drawing is made smaller or larger; so is a blank one."""
    height, width = ink.shape
    rows, columns = _window(ink, side, framing) if framing is not None else ((0.0, float(height)), (0.0, float(width)))
    return _covered(height, *rows, side) @ ink @ _covered(width, *columns, side).T


def _window(ink: np.ndarray, side: int, framing: Framing) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the picture's rows and columns begin and end in the drawing."""
    dark = ink > FAINT * ink.max(initial=0.0)
    if not dark.any():
        return (0.0, float(ink.shape[0])), (0.0, float(ink.shape[1]))
    boxes = [
        (float(found[0]), float(found[-1] + 1)) for found in (np.flatnonzero(dark.any(axis=axis)) for axis in (1, 0))
    ]
    pixel = max(end - start for start, end in boxes) / round(framing.share * side)
    windows = []
    for axis, (start, end) in enumerate(boxes):
        middle = (start + end) / 2
        if framing.centre == "mass":
            middle = float(np.average(np.arange(ink.shape[axis]) + 0.5, weights=ink.sum(axis=1 - axis)))
        away = _whole(side / 2 + HALF[framing.centre] - (middle - start) / pixel)
        windows.append((start - away * pixel, start + (side - away) * pixel))
    return windows[0], windows[1]


def _whole(pixels: float) -> int:
    return math.floor(pixels + 0.5)


def _covered(size: int, start: float, end: float, cells: int) -> np.ndarray:
    """(cells, size): the share of each cell of [start, end) that each of `size` pixels covers."""
    edges = np.linspace(start, end, cells + 1)
    pixels = np.arange(size)
    inside = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.clip(inside, 0, None) / ((end - start) / cells)
