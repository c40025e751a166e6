"""From answers to colours, and where one decision passes into the other: pure functions on arrays."""

from __future__ import annotations

import numpy as np

from app.look.theme import Theme, class_colours, diverging, rgb
from core.frames import Frame

CERTAINTIES = 64  # steps from unsure to certain
PLATEAUS, RAMP = 64, 5  # values of a stepped field at most; points over which its edge is softened
STRONGEST = 0.85  # share of a class's colour where it is certain: markers of that colour still stand out


def picture(frame: Frame, hard: bool, theme: Theme) -> np.ndarray:
    """The answers (R, R, k) of a boundary frame as (R, R, 4) uint8 RGBA; `hard` shows decisions only."""
    answers = frame.arrays["answers"]
    if frame.info["task"] == "values":
        low, high = frame.info["range"]
        return diverging(answers[..., 0], low, high, theme)
    if len(frame.info["classes"]) == 2:
        return _two(frame, hard, theme)
    return _several(answers, frame.arrays["decisions"], hard, theme)


def single(frame: Frame) -> np.ndarray:
    """The one number that tells two classes apart, or the value: (R, R) or (R,)."""
    return frame.arrays["answers"][..., -1]


def _two(frame: Frame, hard: bool, theme: Theme) -> np.ndarray:
    if hard:
        return diverging(frame.arrays["decisions"], 0, 1, theme)
    low, high = frame.info["range"]
    return diverging(single(frame), low, high, theme)


def _several(answers: np.ndarray, decisions: np.ndarray, hard: bool, theme: Theme) -> np.ndarray:
    classes = answers.shape[-1]
    table = blended(classes, theme)
    if hard:
        return table[decisions, CERTAINTIES - 1]
    chance = 1 / classes
    with np.errstate(invalid="ignore"):
        certain = (answers.max(axis=-1) - chance) * ((CERTAINTIES - 1) / (1 - chance))
    steps = np.clip(np.nan_to_num(certain), 0, CERTAINTIES - 1).astype(np.intp)
    return table[decisions, steps]


def blended(classes: int, theme: Theme) -> np.ndarray:
    """(classes, CERTAINTIES, 4) uint8: each class's colour from unsure to certain."""
    share = np.linspace(0, STRONGEST, CERTAINTIES)[:, None]
    table = np.full((classes, CERTAINTIES, 4), 255, dtype=np.uint8)
    for number, colour in enumerate(class_colours(classes, theme)):
        table[number, :, :3] = np.rint(rgb(theme.unsure) * (1 - share) + rgb(colour) * share)
    return table


# Where decisions change

_SIDES = ((0, 1), (1, 2), (2, 3), (3, 0))  # corners of a cell: lower left, lower right, upper right, upper left


def contour(
    field: np.ndarray, level: float, extent: tuple[float, float, float, float]
) -> tuple[np.ndarray, np.ndarray]:
    """Line pieces where a field (rows, columns) passes `level`: x and y (2·n,), to be joined in pairs.

    Marching squares with linear interpolation; a saddle gives two pieces without asking which.
    """
    x, y, _ = contours(field, np.array([level]), extent)
    return x, y


def contours(
    field: np.ndarray, levels: np.ndarray, extent: tuple[float, float, float, float]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pieces of several levels (m,) in one go, level after level, and the level of each end (2·n,)."""
    above = field > levels[:, None, None]
    cells = (
        (above[:, :-1, :-1] != above[:, :-1, 1:])
        | (above[:, :-1, 1:] != above[:, 1:, 1:])
        | (above[:, 1:, 1:] != above[:, 1:, :-1])
    )
    which, rows, columns = np.nonzero(cells)
    corner_x = np.stack([columns, columns + 1, columns + 1, columns], axis=1)
    corner_y = np.stack([rows, rows, rows + 1, rows + 1], axis=1)
    corners = field[corner_y, corner_x]
    finite = np.isfinite(corners.sum(axis=1))
    if not finite.all():
        which, corners, corner_x, corner_y = which[finite], corners[finite], corner_x[finite], corner_y[finite]
    if not len(which):
        return np.zeros(0), np.zeros(0), np.zeros(0)
    spots_x, spots_y = _crossings(corners - levels[which, None], corner_x, corner_y)
    known = np.isfinite(spots_x)  # a cell has two or four crossings: those of one cell follow each other
    x0, x1, y0, y1 = extent
    x = x0 + spots_x[known] * (x1 - x0) / (field.shape[1] - 1)
    y = y0 + spots_y[known] * (y1 - y0) / (field.shape[0] - 1)
    return x, y, np.repeat(levels[which], known.sum(axis=1))


def _crossings(height: np.ndarray, corner_x: np.ndarray, corner_y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the sides of each cell pass zero, (cells, 4) each, nan where they do not."""
    x, y = (np.full(height.shape, np.nan) for _ in range(2))
    for side, (one, other) in enumerate(_SIDES):
        a, b = height[:, one], height[:, other]
        passes = (a > 0) != (b > 0)
        share = np.divide(a, a - b, out=np.zeros(len(a), dtype=float), where=passes)
        x[passes, side] = (corner_x[:, one] + share * (corner_x[:, other] - corner_x[:, one]))[passes]
        y[passes, side] = (corner_y[:, one] + share * (corner_y[:, other] - corner_y[:, one]))[passes]
    return x, y


def decision_lines(frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    """The line pieces between the decisions of a boundary frame, as `contour` gives them."""
    return lines_between(frame.arrays["answers"], frame, frame.arrays.get("margin"))


def lines_between(answers: np.ndarray, frame: Frame, margin: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """The same of other answers (R, R, k) over the picture of a boundary frame; `margin` are the sums of a step."""
    if frame.info["task"] == "values":
        return np.zeros(0), np.zeros(0)
    extent = tuple(frame.arrays["extent"])
    if answers.shape[-1] == 1:
        field, level = (answers[..., 0], frame.info["threshold"]) if margin is None else (margin, 0.0)
        return contour(softened(field > level), 0.5, extent) if is_stepped(field) else contour(field, level, extent)
    pieces = [contour(_lead(answers, number), 0.0, extent) for number in range(answers.shape[-1] - 1)]
    return np.concatenate([x for x, _ in pieces]), np.concatenate([y for _, y in pieces])


def is_stepped(field: np.ndarray) -> bool:
    """Whether a field consists of a few plateaus, as steps in hidden layers make it: it does not say where between two
    points its edge lies."""
    few = field[::8, ::8]  # to sort a tenth of it tells most others from them
    return len(np.unique(few)) <= PLATEAUS and len(np.unique(field)) <= PLATEAUS


def softened(inside: np.ndarray) -> np.ndarray:
    """A region (rows, columns) of True, its edge a ramp of a few points: the line at ½ is straight where the edge
    is."""
    field = inside.astype(float)
    for axis in (0, 1):
        for _ in range(2):
            field = _mean_along(field, axis)
    return field


def _mean_along(field: np.ndarray, axis: int) -> np.ndarray:
    """The mean over `RAMP` neighbours along an axis; the rim goes on beyond the picture."""
    rim = [(0, 0), (0, 0)]
    rim[axis] = (RAMP // 2, RAMP // 2)
    return np.lib.stride_tricks.sliding_window_view(np.pad(field, rim, mode="edge"), RAMP, axis=axis).mean(axis=-1)


def _lead(answers: np.ndarray, number: int) -> np.ndarray:
    """By how much one class is ahead of the best other one."""
    return answers[..., number] - np.delete(answers, number, axis=-1).max(axis=-1)
