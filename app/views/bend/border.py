"""Where the output decides: its straight line in the last hidden layer, and that line bent back through the layers."""

from __future__ import annotations

import itertools

import numpy as np

from app.views.bend.course import AXES, Window
from app.views.drawing.answer_colours import contour
from core.frames import Frame
from core.frozen import frozen

REACH = 1.15  # of the window, that a line goes through


@frozen
class Carried:
    """Ends of line pieces, to be joined in pairs: each lies between two neighbours of the grid, at a `share` of the way
    from one to the other. On the grid's sides sums and places of the last hidden layer go the same straight way, so the
    pieces lie on the output's line exactly."""

    one: np.ndarray
    other: np.ndarray
    share: np.ndarray

    def at(self, points: np.ndarray) -> np.ndarray:
        """Where the ends are (2·n, 3) when the grid is at these points (p, 3)."""
        return points[self.one] * (1 - self.share) + points[self.other] * self.share


def carried(frame: Frame) -> Carried | None:
    """Where the decision changes on the grid of a frame of the probe `bend`; None where there are no classes."""
    sums, level = frame.arrays.get("sums"), frame.info["level"]
    if sums is None or level is None:
        return None
    count = sums.shape[-1]
    alone = count == 1 or frame.info["apart"]
    fields = [sums[..., k] - level for k in range(count)] if alone else [_lead(sums, k) for k in range(count - 1)]
    if sums.ndim == 2:
        return _on_a_line(fields)
    rows, columns = sums.shape[:2]
    found = [contour(field, 0.0, (0.0, columns - 1.0, 0.0, rows - 1.0)) for field in fields]
    x, y = (np.concatenate([each[side] for each in found]) for side in (0, 1))
    low_x, low_y = np.floor(x).astype(int), np.floor(y).astype(int)
    along, up = x - low_x, y - low_y
    one = low_y * columns + low_x
    other = np.minimum(low_y + (up > 0), rows - 1) * columns + np.minimum(low_x + (along > 0), columns - 1)
    return Carried(one, other, np.maximum(along, up)[:, None])


def planes(frame: Frame) -> list[tuple[np.ndarray, float, list[tuple[np.ndarray, float]]]]:
    """Where the output parts the space of the last hidden layer: normal (3,) and offset of each plane n·h + c = 0, and
    the half-spaces n·h + c ≥ 0 to which that border reaches. That of an output by itself goes on for ever."""
    arrays = frame.arrays
    if "output.weight" not in arrays:
        return []
    weight = np.pad(arrays["output.weight"], ((0, 0), (0, AXES - arrays["output.weight"].shape[1])))
    bias = arrays["output.bias"]
    if len(weight) == 1 or frame.info["apart"]:
        return [(row, float(shift) - frame.info["level"], []) for row, shift in zip(weight, bias, strict=True)]
    return [
        (
            weight[i] - weight[j],
            float(bias[i] - bias[j]),
            [(weight[i] - weight[k], float(bias[i] - bias[k])) for k in range(len(weight)) if k not in (i, j)],
        )
        for i, j in itertools.combinations(range(len(weight)), 2)
    ]


def cut(
    window: Window, size: int, normal: np.ndarray, offset: float, within: list[tuple[np.ndarray, float]]
) -> np.ndarray:
    """What of a plane n·h + c = 0 is seen in a window, as the corners (k, 3) of a line or of a flat piece; (0, 3) where
    nothing is."""
    length = float(np.linalg.norm(normal))
    if length < 1e-12:
        return np.zeros((0, AXES))
    middle = window.middle - normal * ((normal @ window.middle + offset) / length**2)
    reach = window.reach * REACH
    if size <= 2:
        along = np.array([-normal[1], normal[0], 0.0]) / length
        piece = np.array([middle - 4 * reach * along, middle + 4 * reach * along])
    else:
        first = np.cross(normal, np.eye(AXES)[np.abs(normal).argmin()])
        first /= np.linalg.norm(first)
        second = np.cross(normal / length, first)
        corners = 4 * reach * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        piece = middle + corners[:, :1] * first + corners[:, 1:] * second
    walls = [
        (sign * np.eye(AXES)[axis], reach - sign * float(window.middle[axis]))
        for axis in range(max(size, 2))
        for sign in (-1, 1)
    ]
    for wall, distance in (*walls, *within):
        piece = _clipped(piece, piece @ wall + distance)
    return piece


def _clipped(piece: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """The part of a line or of a convex piece (k, 3) where `inside` (k,) is at least 0 (Sutherland and Hodgman,
    1974)."""
    kept = []
    count = len(piece)
    for number in range(count):
        here, there = inside[number - 1], inside[number]
        if (here >= 0) != (there >= 0) and (count > 2 or number == 1):
            kept.append(piece[number - 1] + (piece[number] - piece[number - 1]) * (here / (here - there)))
        if there >= 0:
            kept.append(piece[number])
    found = np.array(kept).reshape(-1, AXES)
    return found if len(found) > 1 else np.zeros((0, AXES))


def _on_a_line(fields: list[np.ndarray]) -> Carried:
    """Of a grid of one dimension: the points, each as a piece without length."""
    one, share = [], []
    for field in fields:
        (at,) = np.nonzero((field[:-1] > 0) != (field[1:] > 0))
        one += at.tolist()
        share += (field[at] / (field[at] - field[at + 1])).tolist()
    first = np.repeat(np.array(one, dtype=int), 2)
    return Carried(first, first + 1, np.repeat(np.array(share), 2)[:, None])


def _lead(sums: np.ndarray, number: int) -> np.ndarray:
    """By how much one class is ahead of the best other one."""
    return sums[..., number] - np.delete(sums, number, axis=-1).max(axis=-1)
