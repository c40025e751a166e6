"""How the numbers of a curve lie on the picture: what runs along, which axis is logarithmic, and how far one sees."""

from __future__ import annotations

import bisect
import math

import numpy as np

from app.views.curves.axes import log_ends, round_up, running_extreme, window_of
from app.views.curves.plot import Points
from core.frozen import frozen
from core.history.metrics import History, line, smoothed, thinned

MOST_DRAWN, LEAST_DRAWN = 400, 100  # blocks of a curve that are drawn
APART = 2  # px between two blocks of a curve that can be told apart
SHORTEST = {"update": 20.0, "epoch": 1.0, "samples": 20.0, "seconds": 1.0}  # the least that an axis shows
TOGETHER, MOST_RINGS = 8, 100  # figures from between evaluations that make a place of a band; places at most
UPPER = 0.6  # from where on 0 is left out
GHOST = 1.5  # how far beyond the present run its ghost may widen the axis along
NO_POINTS = np.zeros(0), np.zeros(0)


@frozen
class Scale:
    """`along` is the column of the history that runs along the picture, `most` how many blocks of a curve have room."""

    along: str = "update"
    log_x: bool = False
    log_y: bool = False
    smooth: bool = False
    most: int = MOST_DRAWN

    def xs(self, history: History) -> np.ndarray:
        """Where the blocks of a run lie along the picture, (blocks,)."""
        return scaled(history.column(self.along).mean, self.log_x)

    def points(self, history: History, name: str) -> Points:
        """What is drawn of one metric's curve."""
        if name not in history.names:
            return NO_POINTS
        x, column = history.column(self.along).mean, history.column(name)
        if self.smooth:
            xs, ys = x, smoothed(column.mean, window_of(len(x)))
        else:
            xs, ys = line(*thinned(x, column, self.most))
        return scaled(xs, self.log_x), scaled(ys, self.log_y)

    def band(self, history: History, name: str) -> Points:
        """The ring around what a smooth curve hides: its running extremes, there and back; none where nothing hides."""
        if not self.smooth or name not in history.names:
            return NO_POINTS
        x, column = self.xs(history), history.column(name)
        window = window_of(len(x))
        low, high = running_extreme(column.low, window, np.fmin), running_extreme(column.high, window, np.fmax)
        ring = np.concatenate([x, x[::-1]]), scaled(np.concatenate([low, high[::-1]]), self.log_y)
        known = np.isfinite(ring[0]) & np.isfinite(ring[1])
        return ring[0][known], ring[1][known]

    @np.errstate(invalid="ignore")  # what has grown beyond all bounds is left out at the end
    def swing(self, history: History, between: History, name: str) -> Points:
        """The ring around the curve by what was seen between the evaluations: how far it swings over an epoch; none
        where too little was seen.

        What counts is how far a look lies from the curve at its own update: seen as they are, the looks of a place
        would also tell how far the run has come meanwhile.
        """
        names = history.names, between.names
        if self.smooth or not all(name in known for known in names) or len(between) < 2 * TOGETHER:
            return NO_POINTS
        column, curve = between.column(name), history.column(name).mean
        updates, looks = history.column("update").mean, between.column("update").mean
        below, above = column.low - np.interp(looks, updates, curve), column.high - np.interp(looks, updates, curve)
        middle, starts = _places(self.xs(between))
        place = _some(np.flatnonzero((updates >= looks[0]) & (updates <= looks[-1])), self.most)
        x, here = self.xs(history)[place], curve[place]
        low = here + np.interp(x, middle, np.fmin.reduceat(np.fmin(below, 0.0), starts))
        high = here + np.interp(x, middle, np.fmax.reduceat(np.fmax(above, 0.0), starts))
        low = np.fmin(here, np.fmax(low, column.low.min()))  # never beyond all that was seen: no loss below 0
        high = np.fmax(here, np.fmin(high, column.high.max()))
        ring = np.concatenate([x, x[::-1]]), scaled(np.concatenate([low, high[::-1]]), self.log_y)
        known = np.isfinite(ring[0]) & np.isfinite(ring[1])
        return ring[0][known], ring[1][known]

    def place(self, history: History, update: float) -> float:
        """Where an update lies along the picture; nan before the first evaluation."""
        if not len(history):
            return math.nan
        x = np.interp(update, history.column("update").mean, history.column(self.along).mean)
        return float(scaled(np.array([x]), self.log_x)[0])

    def past(self, history: History, update: int) -> float | None:
        """Where a past update lies along the picture; None where it cannot be drawn."""
        place = self.place(history, update)
        return place if math.isfinite(place) else None

    def block_at(self, history: History, x: float) -> int | None:
        """The block whose x is closest to a place along the picture; None before the first evaluation."""
        if not len(history):
            return None
        xs = self.xs(history)
        xs = np.where(np.isfinite(xs), xs, -math.inf)
        after = bisect.bisect_left(xs, x)
        near = [place for place in (after - 1, after) if 0 <= place < len(xs)]
        return min(near, key=lambda place: abs(xs[place] - x))

    def ends(self, xs: np.ndarray, ghost_xs: np.ndarray) -> tuple[float, float]:
        """Round ends along the picture for the drawn points of the present run and of its ghost."""
        far = self._far(float(xs.max(initial=-math.inf)), float(ghost_xs.max(initial=-math.inf)))
        return log_ends(np.append(xs, far)) if self.log_x else (0.0, round_up(far, SHORTEST[self.along]))

    def heights(self, ys: np.ndarray, value: float, other: float, *, below_one: bool) -> tuple[float, float]:
        """Ends of the height for what is to be seen of the curves, beside dotted lines at `value` and `other`;
        `below_one`: no curve gets higher than 1."""
        if self.log_y:
            return log_ends(ys)
        return height_below_one(ys, value) if below_one else height_from_zero(ys, value, other)

    def _far(self, own: float, ghost: float) -> float:
        """How far along has to be seen: the present run, and of its ghost not much more than that."""
        least = SHORTEST[self.along]
        if self.log_x:
            least = math.log10(least)
            return max(own, least, min(ghost, own + math.log10(GHOST)))
        return max(own, least, min(ghost, own * GHOST))


def drawn_in(width: int) -> int:
    """How many blocks of a curve can be told apart in so many px."""
    return min(max(width // APART, LEAST_DRAWN), MOST_DRAWN)


def _places(xs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the places of a band lie, (places,), and at which look each begins."""
    starts = np.arange(0, len(xs) - TOGETHER + 1, max(TOGETHER, len(xs) // MOST_RINGS))
    middle = np.add.reduceat(xs, starts) / np.diff(np.append(starts, len(xs)))
    middle[0], middle[-1] = xs[0], xs[-1]  # from the first look to the newest
    return middle, starts


def _some(places: np.ndarray, most: int) -> np.ndarray:
    """At most so many of them, evenly spaced, both ends among them."""
    return places if len(places) <= most else places[np.linspace(0, len(places) - 1, most).astype(np.int64)]


def scaled(values: np.ndarray, log: bool) -> np.ndarray:
    """Numbers as they are drawn, or their log10; nan where they cannot be drawn."""
    if not log:
        return np.where(np.isfinite(values), values, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log10(values)
    return np.where(np.isfinite(found), found, np.nan)


def second_half(xs: np.ndarray, ys: np.ndarray) -> np.ndarray:
    """The heights of the later half of the way: where a run is now, without where it began."""
    return ys[xs >= (xs.min() + xs.max()) / 2] if len(xs) else ys


def height_from_zero(ys: np.ndarray, value: float, other: float) -> tuple[float, float]:
    """From 0 to a round end above the curves, and above the dotted lines unless the first, `value`, lies far beyond."""
    top = float(ys.max(initial=0.0))
    if value < 3 * top:
        top = max(top, value, other if math.isfinite(other) else 0.0)
    return 0.0, round_up(1.05 * top, 1e-6)


def height_below_one(ys: np.ndarray, value: float) -> tuple[float, float]:
    """From 0, or from a fifth below 0 where something lies there, to just above 1. Where all that is seen, the dotted
    line at `value` too, is in the upper part, from a fifth below that: the axis says so. What lies below −1 makes the
    picture longer only where nothing lies above it: an R² of −37 would leave no room for one between 0 and 1."""
    low = float(ys.min(initial=0.9))
    if len(ys) and ys.max() < -1:
        return -round_up(-1.05 * low, 1.0), 1.04
    low = min(low, value - 0.05) if math.isfinite(value) else low
    foot = max(-1.0, math.floor(low * 5) / 5)
    return (0.0 if 0 < foot < UPPER else foot), 1.04
