"""What the picture is drawn from: the points of a frame act by act, and where they are between two acts."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.frames import Frame
from core.frozen import frozen

AXES = 3
LINES = 20  # spaces between the lines of the grid, each way
LADDER = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.4, 8.0, 10.0)
LEAST, NOTHING = 0.05, 1e-9  # half of what is seen at least; what is taken for 0
SLIM = 0.2  # of the longest half


@frozen
class Window:
    """What of a space is seen: `half` (3,) to each side of the `middle` (3,)."""

    middle: np.ndarray
    half: np.ndarray

    @property
    def reach(self) -> float:
        """The longest half."""
        return float(self.half.max())

    def towards(self, other: Window, share: float) -> Window:
        """Part of the way to another one."""
        return Window(
            self.middle * (1 - share) + other.middle * share, self.half * (1 - share) + other.half * share
        )  # fmt: skip


@frozen
class Place:
    """A place on the way: the acts before and after it and the share of the way between them that is done."""

    before: int
    after: int
    share: float

    @property
    def nearest(self) -> int:
        return self.after if self.share >= 0.5 else self.before


class Course:
    """A frame of the probe `bend` as buffers that are made once for each act that is looked at: the points of the grid
    (p, 3) and the samples (n, 3), what there is less of than three numbers being 0."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.acts: tuple[Mapping[str, Any], ...] = frame.info["acts"]
        self.shape: tuple[int, ...] = frame.arrays["answers"].shape[:-1] if "answers" in frame.arrays else ()
        self._made: dict[str, np.ndarray] = {}
        self._windows: dict[int, Window] = {}

    @property
    def last(self) -> int:
        """The number of the last act."""
        return len(self.acts) - 1

    def place(self, at: float) -> Place:
        """Where `at` acts have been done."""
        before = int(min(max(at, 0.0), self.last))
        return Place(before, min(before + 1, self.last), min(max(at - before, 0.0), 1.0))

    def is_drawn(self, place: Place) -> bool:
        """Whether there is a picture of it, without a shadow that nobody has asked for."""
        return self.acts[place.before]["drawn"] and (place.share == 0 or self.acts[place.after]["drawn"])

    def is_one_map(self, number: int) -> bool:
        """Whether several layers up to an act are one small map."""
        layers = {act["layer"] for act in self.acts[1 : number + 1]}
        return f"whole.{number}" in self.frame.arrays and len(layers) > 1

    def depth(self, number: int) -> float:
        """1 where the space after an act is seen in three dimensions, else 0."""
        return float(self.frame.arrays[f"samples.{number}"].shape[1] == AXES)

    def tilt(self, place: Place) -> float:
        """How far the eye has left its place above the plane: 1 before a space of three dimensions."""
        here, share = self.depth(place.before), eased(place.share)
        return here * (1 - share) + self.depth(place.after) * share if share else here

    def points(self, place: Place) -> np.ndarray:
        """The grid (p, 3) at a place."""
        return self._between("grid", place)

    def spots(self, place: Place) -> np.ndarray:
        """The samples (n, 3) at a place."""
        return self._between("samples", place)

    def window(self, place: Place) -> Window:
        """What is seen at a place."""
        here = self.window_after(place.before)
        return here.towards(self.window_after(place.after), eased(place.share)) if place.share else here

    def window_after(self, number: int) -> Window:
        """What is seen of the space after an act."""
        if number not in self._windows:
            arrays = self.frame.arrays
            parts = [arrays[name] for name in (f"grid.{number}", f"samples.{number}") if name in arrays]
            self._windows[number] = _window([part.reshape(-1, part.shape[-1]) for part in parts])
        return self._windows[number]

    def _between(self, what: str, place: Place) -> np.ndarray:
        here = self._after(f"{what}.{place.before}")
        return between(here, self._after(f"{what}.{place.after}"), place.share) if place.share else here

    def _after(self, name: str) -> np.ndarray:
        if name not in self._made:
            points = self.frame.arrays[name]
            made = self._made[name] = np.zeros((points.size // points.shape[-1], AXES))
            made[:, : points.shape[-1]] = points.reshape(-1, points.shape[-1])
        return self._made[name]


def between(one: np.ndarray, other: np.ndarray, share: float) -> np.ndarray:
    """On the straight way from one to the other."""
    return one * (1 - share) + other * share


def eased(share: float) -> float:
    """The same share, slow at both ends."""
    return share * share * (3 - 2 * share)


@functools.lru_cache(8)
def segments(shape: tuple[int, ...]) -> np.ndarray:
    """The pieces (m, 2) of the lines of a grid, as numbers of the points that they join: of a plane every few rows and
    columns, of a line all."""
    number = np.arange(int(np.prod(shape))).reshape(shape)
    if len(shape) == 1:
        return np.stack([number[:-1], number[1:]], axis=-1)
    up, along = (max(1, (size - 1) // LINES) for size in shape)
    rows = np.stack([number[::up, :-1], number[::up, 1:]], axis=-1).reshape(-1, 2)
    columns = np.stack([number[:-1, ::along], number[1:, ::along]], axis=-1).reshape(-1, 2)
    return np.concatenate([rows, columns])


def nice(value: float) -> float:
    """The next rung above a size, so that a picture does not breathe with every update."""
    power = 10.0 ** np.floor(np.log10(max(value, 1e-12)))
    return float(power * next(rung for rung in LADDER if value <= power * rung * (1 + 1e-9)))


def _window(parts: list[np.ndarray]) -> Window:
    """All points (…, d) and the origin; what has no extent is seen a little, too."""
    low, high = np.zeros((2, AXES))
    for points in parts:
        size = points.shape[-1]
        low[:size] = np.minimum(low[:size], points.min(axis=0))
        high[:size] = np.maximum(high[:size], points.max(axis=0))
    low, high = -np.array([_rung(-end) for end in low]), np.array([_rung(end) for end in high])
    half = (high - low) / 2
    return Window((low + high) / 2, np.maximum(half, max(SLIM * float(half.max()), LEAST)))


def _rung(end: float) -> float:
    return nice(end) if end > NOTHING else 0.0
