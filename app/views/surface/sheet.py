"""The sheet: heights over a plane of weights as they are drawn, linear or logarithmic, within a range that stays. Pure
functions on arrays."""

from __future__ import annotations

import functools
import math

import numpy as np

from app.views.drawing.answer_colours import contours
from app.views.surface.choice import answered
from core.frames import Frame
from core.frozen import frozen

LABELS, LINES = 5, 12  # numbers on the colour bar and contour lines that are aimed at
MOST_OF_IT = (
    0.8  # share of the sheet that the contour lines are spaced for: the rest is steep, and they may crowd there
)
LEAST_REACH = 0.4
DECADES_OF_LIGHT = 12  # how deep a logarithmic scale reaches below its top
TINY = 1e-300


@frozen
class Scale:
    """From a loss to a height between 0 (lowest colour) and 1 (highest). `low` and `high` are losses."""

    low: float
    high: float
    log: bool = False
    percent: bool = False  # written as one: the share of right answers

    @classmethod
    def of_frame(cls, frame: Frame, log: bool) -> Scale:
        """A score is always drawn linearly."""
        if answered(frame).metric == "score":
            low, high = (float(level) for level in frame.arrays["levels"])
            return cls(low, high, percent=str(frame.info.get("metric", "")) == "Accuracy")
        return cls.of(frame.arrays["levels"], log)

    @classmethod
    def of(cls, levels: np.ndarray, log: bool) -> Scale:
        """From the pinned range of a frame; a range without width gets some, so that a plateau has a colour in the
        middle."""
        low, high = (float(level) for level in levels)
        if not (math.isfinite(low) and math.isfinite(high)):
            low, high = 0.0, 1.0
        if log and high > 0:
            low = max(low, high * 10.0**-DECADES_OF_LIGHT)
            return cls(low, high, True) if high > low * (1 + 1e-6) else cls(low / 2, low * 2, True)
        if high - low <= 1e-9 * max(abs(low), abs(high)):
            room = 0.5 * max(abs(low), 1e-3)
            return cls(low - room, high + room)
        return cls(low, high)

    def heights(self, losses: np.ndarray) -> np.ndarray:
        """Unclipped heights; nan stays nan, infinite stays infinite."""
        losses = np.asarray(losses, dtype=float)
        if not self.log:
            return (losses - self.low) / (self.high - self.low)
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.log(np.maximum(losses, TINY))
        return (logs - math.log(self.low)) / (math.log(self.high) - math.log(self.low))

    def labels(self, count: int = LABELS) -> np.ndarray:
        """Round losses within the range, about `count`."""
        return _decades(self.low, self.high, count) if self.log else _round_steps(self.low, self.high, count)

    def lines(self, reach: float = 1.0) -> np.ndarray:
        """The losses at which contour lines stand, evenly spaced: about `LINES` of them within the lower `reach` (0 …
        1) of the range."""
        found = self.labels(round(LINES / min(max(reach, LEAST_REACH), 1.0)))
        return found[(found > self.low) & (found < self.high)]


def _round_steps(low: float, high: float, count: int) -> np.ndarray:
    """Multiples of 1, 2 or 5 times a power of ten within [low, high], as near to `count` of them as these steps
    allow."""
    size = 10.0 ** math.floor(math.log10((high - low) / count))
    return min((_multiples(low, high, factor * size) for factor in (0.5, 1, 2, 5, 10)), key=_Distance(count))


def _multiples(low: float, high: float, step: float) -> np.ndarray:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return np.arange(first, last + 1) * step


def _decades(low: float, high: float, count: int) -> np.ndarray:
    """Powers of ten or of some of them, with round digits between them where few decades are seen, about `count`."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    found = [_round_digits(first, last, 1, digits) for digits in ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 7))]
    found += [_round_digits(first, last, every, (1,)) for every in (2, 3, 4)]
    within = [losses[(losses >= low * (1 - 1e-9)) & (losses <= high * (1 + 1e-9))] for losses in found]
    best = min(within, key=_Distance(count))
    return best if len(best) >= 2 else _round_steps(low, high, count)


def _round_digits(first: int, last: int, every: int, digits: tuple[float, ...]) -> np.ndarray:
    return np.array([digit * 10.0**power for power in range(first, last + 1) if power % every == 0 for digit in digits])


class _Distance:
    """How far a list of numbers is from having as many as are wanted."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __call__(self, numbers: np.ndarray) -> float:
        return abs(math.log(max(len(numbers), 0.1) / self._count))


@frozen
class Sheet:
    """A frame's heights. `alpha` (A,), `beta` (B,), `loss` (A, B) with loss[i, j] at (alpha[i], beta[j]), as they are
    read at the axes: two weights stand there with their own values (`offset` of the frame is added)."""

    alpha: np.ndarray
    beta: np.ndarray
    loss: np.ndarray
    scale: Scale
    heights: np.ndarray  # (A, B), unclipped

    @classmethod
    def of(cls, frame: Frame, log: bool) -> Sheet | None:
        """None where the frame holds no sheet: a line, or a plane that has a problem."""
        arrays = frame.arrays
        loss = arrays.get("loss")
        if loss is None or loss.ndim != 2 or min(loss.shape) < 2:
            return None
        scale, offset = Scale.of_frame(frame, log), offset_of(frame)
        return cls(arrays["alpha"] + offset[0], arrays["beta"] + offset[1], loss, scale, scale.heights(loss))

    @property
    def extent(self) -> tuple[float, float, float, float]:
        return float(self.alpha[0]), float(self.alpha[-1]), float(self.beta[0]), float(self.beta[-1])

    @property
    def unknown(self) -> np.ndarray:
        """Where there is no finite number, (A, B)."""
        return ~np.isfinite(self.loss)

    @functools.cached_property
    def drawn(self) -> np.ndarray:
        """Heights within 0 … 1; what is infinite or not a number stands at the top: a cliff."""
        return np.clip(np.nan_to_num(self.heights, nan=1.0, posinf=1.0, neginf=0.0), 0.0, 1.0)

    @property
    def flat(self) -> bool:
        """A plateau: every point of the sheet has the same loss."""
        known = self.loss[np.isfinite(self.loss)]
        return bool(len(known)) and float(np.ptp(known)) <= 1e-12 * max(1.0, abs(float(known[0])))

    def contours(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Line pieces at round losses: α and β (2·n,), to be joined in pairs, and the height of each end (2·n,)."""
        return self._contours

    @functools.cached_property
    def _contours(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        field = np.where(np.isfinite(self.heights), self.heights, np.nan).T
        known = self.drawn[np.isfinite(self.loss)]
        levels = self.scale.heights(self.scale.lines(float(np.quantile(known, MOST_OF_IT)) if known.size else 1.0))
        return contours(field, levels, self.extent)

    def inside(self, a: float, b: float) -> bool:
        a0, a1, b0, b1 = self.extent
        return bool(a0 <= a <= a1 and b0 <= b <= b1)

    def loss_at(self, a: float, b: float) -> float:
        """The sheet's loss at a place, between the grid points; nan beside the sheet."""
        return float(bilinear(self.alpha, self.beta, self.loss, np.array([a]), np.array([b]))[0])

    def height_at(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The drawn height (0 … 1) at many places; nan beside the sheet."""
        return bilinear(self.alpha, self.beta, self.drawn, a, b)


def offset_of(frame: Frame) -> np.ndarray:
    """What is added to (α, β) to read an axis, (2,)."""
    offset = np.asarray(frame.info.get("offset", ()), dtype=float).ravel()
    return offset if len(offset) == 2 else np.zeros(2)


def bilinear(alpha: np.ndarray, beta: np.ndarray, field: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A field (A, B) over an evenly spaced grid at places (n,); nan beside it. A place on a grid line asks only the
    points on it."""
    x = (a - alpha[0]) / (alpha[-1] - alpha[0]) * (len(alpha) - 1)
    y = (b - beta[0]) / (beta[-1] - beta[0]) * (len(beta) - 1)
    edge = 1e-9
    inside = (x >= -edge) & (y >= -edge) & (x <= len(alpha) - 1 + edge) & (y <= len(beta) - 1 + edge)
    x, y = np.where(inside, x, 0.0), np.where(inside, y, 0.0)
    i, j = (
        np.clip(np.floor(place).astype(np.intp), 0, count - 2) for place, count in ((x, len(alpha)), (y, len(beta)))
    )
    s, t = x - i, y - j
    total = np.zeros(x.shape)
    for di, wi in ((0, 1 - s), (1, s)):
        for dj, wj in ((0, 1 - t), (1, t)):
            weight = wi * wj
            with np.errstate(invalid="ignore"):
                total += np.where(np.abs(weight) < edge, 0.0, weight * field[i + di, j + dj])
    return np.where(inside, total, np.nan)


def finer(field: np.ndarray, times: int) -> np.ndarray:
    """A field (A, B) with `times` as many cells along each side, interpolated linearly."""
    for axis in (0, 1):
        count = field.shape[axis]
        places = np.linspace(0, count - 1, (count - 1) * times + 1)
        low = np.minimum(places.astype(np.intp), count - 2)
        share = (places - low).reshape((-1, 1) if axis == 0 else (1, -1))
        field = np.take(field, low, axis) * (1 - share) + np.take(field, low + 1, axis) * share
    return field
