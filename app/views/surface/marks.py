"""What is drawn on the sheet besides the sheet: the path, the ball, arrows and the fan, in the plane's own coordinates
(α, β)."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from app.views.surface.sheet import Sheet, offset_of
from app.views.surface.sight import OFF
from core.frames import Frame
from core.frozen import frozen

BEADS = 40  # points of the path whose true loss is shown
NEARLY = 0.995  # cosine
STEM = 0.02  # of the range: a gap that gets a stem
ARROW = 0.24  # of the sheet's half width: how long an arrow is drawn


@frozen
class Arrow:
    """A direction from the ball: where it ends, what it is called, and whether it is only a direction."""

    end: tuple[float, float]
    words: str
    dashed: bool = False


@frozen
class Marks:
    """`path` (m, 2); `beads` the numbers of its points whose true loss is shown; `truth` and `under` heights (m,) of
    the true loss and of the sheet under each point (nan beside it); `ball` (2,) or None; `fan` ends (k, 2)."""

    path: np.ndarray
    beads: np.ndarray
    truth: np.ndarray
    under: np.ndarray
    ball: tuple[float, float] | None = None
    ball_truth: float = float("nan")
    arrows: tuple[Arrow, ...] = ()
    fan: np.ndarray = dataclasses.field(default_factory=lambda: np.zeros((0, 2)))
    starts: bool = False  # the path's first point is the start of the run
    by_hand: tuple[int, ...] = ()  # numbers of the points from which a leg begins that was made by hand
    kept: tuple[tuple[str, tuple[float, float]], ...] = ()  # kept points with their names

    @property
    def gaps(self) -> np.ndarray:
        """The numbers of the beads that have a gap to the sheet worth a stem."""
        with np.errstate(invalid="ignore"):
            far = np.abs(self.truth[self.beads] - self.under[self.beads]) > STEM
        return self.beads[far]


def marks_of(
    frame: Frame, sheet: Sheet, fan: bool, hand: tuple[float, float] | None = None, put: Collection[int] = ()
) -> Marks:
    """The marks of a frame; the ball is where the hand holds it. `put` are updates after which the network was put
    elsewhere by hand."""
    arrays, offset = frame.arrays, offset_of(frame)
    path = np.asarray(arrays.get("path", np.zeros((0, 2))), dtype=float).reshape(-1, 2) + offset
    losses = np.asarray(arrays.get("path_loss", np.full(len(path), np.nan)), dtype=float)
    truth = np.clip(sheet.scale.heights(losses), 0.0, 1.0)
    with np.errstate(invalid="ignore"):
        under = sheet.height_at(path[:, 0], path[:, 1])
    updates = arrays.get("path_updates", np.zeros(0))
    ball = hand or _pair(arrays, "ball", offset)
    ball_loss = arrays.get("ball_loss")
    foreign = (
        float(frame.info.get("gap_here", np.nan)) > OFF
    )  # the network is elsewhere: where its gradient points has no meaning here
    height = (
        float(np.clip(sheet.scale.heights(np.asarray(ball_loss, dtype=float)).ravel()[0], 0, 1))
        if ball_loss is not None and np.size(ball_loss)
        else np.nan
    )
    return Marks(
        path=path,
        beads=thinned(path, sheet),
        truth=truth,
        under=under,
        ball=ball,
        ball_truth=np.nan if hand else height,
        arrows=() if ball is None or hand or foreign else _arrows(arrays, sheet, ball),
        fan=_fan(arrays, sheet, ball) if fan and ball is not None and not hand and not foreign else np.zeros((0, 2)),
        starts=bool(len(updates)) and float(updates[0]) == 0,
        by_hand=legs_by_hand(np.asarray(updates), put),
        kept=_kept(frame, offset),
    )


def legs_by_hand(updates: np.ndarray, put: Collection[int]) -> tuple[int, ...]:
    """The points (m,) of a path after which, before the next one, the network was put elsewhere."""
    return tuple(
        sorted(
            {
                int(np.searchsorted(updates, at, side="right")) - 1
                for at in put
                if len(updates) > 1 and updates[0] <= at < updates[-1]
            }
        )
    )


def _kept(frame: Frame, offset: np.ndarray) -> tuple[tuple[str, tuple[float, float]], ...]:
    """The points that a person has kept, where the plane has them."""
    places = np.asarray(frame.arrays.get("kept", np.zeros((0, 2))), dtype=float).reshape(-1, 2) + offset
    found = zip(frame.info.get("points", ()), places.tolist(), strict=False)
    return tuple((name, (a, b)) for name, (a, b) in found if name != "start" and np.isfinite((a, b)).all())


def thinned(path: np.ndarray, sheet: Sheet) -> np.ndarray:
    """Numbers of the points that get a bead: evenly along the way on the picture, so that they do not crowd where the
    run is slow."""
    if len(path) < 2:
        return np.arange(len(path))
    a0, a1, b0, b1 = sheet.extent
    places = path / np.array([a1 - a0, b1 - b0])
    steps = np.nan_to_num(np.hypot(*np.diff(places, axis=0).T))
    way = np.concatenate([[0.0], np.cumsum(steps)])
    apart = max(way[-1] / BEADS, 0.03)
    wanted = np.arange(0.0, way[-1] + 1e-12, apart)
    return np.unique(np.searchsorted(way, wanted).clip(0, len(path) - 1))


def reached(
    sheet: Sheet, ball: tuple[float, float], direction: np.ndarray, length: float = ARROW
) -> tuple[float, float]:
    """Where an arrow from the ball ends that is `length` of the sheet's half width long, along the longer of both
    axes."""
    a0, a1, b0, b1 = sheet.extent
    half = np.array([(a1 - a0) / 2, (b1 - b0) / 2])
    relative = direction / half
    size = float(np.hypot(*relative))
    if not np.isfinite(size) or size <= 0:
        return ball
    end = np.array(ball) + direction * (length / size)
    return float(end[0]), float(end[1])


def _arrows(arrays: Mapping[str, np.ndarray], sheet: Sheet, ball: tuple[float, float]) -> tuple[Arrow, ...]:
    found = []
    gradient, step = _pair(arrays, "gradient"), _pair(arrays, "step")
    if gradient is not None and step is not None and _parallel(np.array(gradient), np.array(step), sheet):
        return (Arrow(reached(sheet, ball, np.array(step), 1.3 * ARROW), "−gradient, step"),)
    if gradient is not None and any(gradient):
        found.append(Arrow(reached(sheet, ball, np.array(gradient)), "−gradient", dashed=True))
    if step is not None and any(step):
        found.append(Arrow(reached(sheet, ball, np.array(step), 1.3 * ARROW), "step"))
    return tuple(found)


def _parallel(one: np.ndarray, other: np.ndarray, sheet: Sheet) -> bool:
    """Whether two directions can hardly be told apart on the picture: then one arrow is drawn for both."""
    a0, a1, b0, b1 = sheet.extent
    one, other = one / (a1 - a0, b1 - b0), other / (a1 - a0, b1 - b0)
    size = float(np.hypot(*one) * np.hypot(*other))
    return size > 0 and float(one @ other) / size > NEARLY


def _fan(arrays: Mapping[str, np.ndarray], sheet: Sheet, ball: tuple[float, float]) -> np.ndarray:
    """Single samples' descent directions, all on one scale: the longest reaches as far as two arrows."""
    fan = np.asarray(arrays.get("fan", np.zeros((0, 2))), dtype=float).reshape(-1, 2)
    a0, a1, b0, b1 = sheet.extent
    sizes = np.hypot(*(fan / [(a1 - a0) / 2, (b1 - b0) / 2]).T)
    longest = float(np.nanmax(sizes, initial=0.0))
    return np.array(ball) + fan * (2 * ARROW / longest) if longest > 0 else np.zeros((0, 2))


def _pair(arrays: Mapping[str, Any], name: str, offset: np.ndarray | float = 0.0) -> tuple[float, float] | None:
    values = np.asarray(arrays.get(name, ()), dtype=float).ravel()
    values = values + offset if len(values) == 2 else values
    return (float(values[0]), float(values[1])) if len(values) == 2 and np.isfinite(values).all() else None
