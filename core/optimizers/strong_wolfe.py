"""A search along a line, by hand: a length that lowers the loss enough and at which the line has become flatter."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from core.frozen import frozen

ENOUGH, FLATTER = 1e-4, 0.9  # of the fall that the slope promises; of the slope at the start
NARROW = 0.1  # share of a bracket in which a length is too close to its ends


@frozen(eq=False)
class Point:
    """A place along the line: its length, the loss, its slope along the line, and the gradient (P,)."""

    length: float
    loss: float
    slope: float
    gradient: np.ndarray


class LineSearch:
    """The strong Wolfe conditions (Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6), decision by
    decision as torch.optim.LBFGS makes them. `look` goes to a length, at most `most` times and once more; `still` is
    the shortest bracket that is parted, in the weight that moves most, by `reach` a length of 1."""

    def __init__(self, look: Callable[[float], Point], start: Point, most: int, still: float, reach: float) -> None:
        self._look, self.start, self.most, self.still, self.reach = look, start, most, still, reach
        self.tried: list[Point] = []

    def found(self, first: float) -> Point:
        """The place that is taken, after a look at a length that is tried first."""
        bracket = self._bracket(first)
        return bracket[0] if len(bracket) == 1 else self._zoom(bracket)

    def _bracket(self, first: float) -> list[Point]:
        """Two places with one between them that will do; a single one that will do itself."""
        before, here = self.start, self._at(first)
        while (rounds := len(self.tried) - 1) < self.most:
            if not self._falls(here) or (rounds > 1 and here.loss >= before.loss):
                return [before, here]
            if self._is_flat(here):
                return [here]
            if here.slope >= 0:
                return [before, here]
            nearest, farthest = here.length + 0.01 * (here.length - before.length), here.length * 10
            before, here = here, self._at(lowest(before, here, nearest, farthest))
        return [self.start, here]

    def _zoom(self, ends: list[Point]) -> Point:
        """Parts the bracket until a place will do, or there are no looks left."""
        stuck, low = False, _lower(ends)
        while len(self.tried) <= self.most:
            first, last = sorted(end.length for end in ends)
            if (last - first) * self.reach < self.still:
                break
            length, stuck = _inside(lowest(ends[0], ends[1], first, last), first, last, stuck=stuck)
            here = self._at(length)
            if not self._falls(here) or here.loss >= ends[low].loss:
                ends[1 - low] = here
                low = _lower(ends)
                continue
            if self._is_flat(here):
                return here
            if here.slope * (ends[1 - low].length - ends[low].length) >= 0:
                ends[1 - low] = ends[low]
            ends[low] = here
        return ends[low]

    def _at(self, length: float) -> Point:
        self.tried.append(self._look(length))
        return self.tried[-1]

    def _falls(self, here: Point) -> bool:
        """Whether the loss is lower by a share of what the slope at the start promises."""
        return not here.loss > self.start.loss + ENOUGH * here.length * self.start.slope

    def _is_flat(self, here: Point) -> bool:
        return abs(here.slope) <= -FLATTER * self.start.slope


def lowest(one: Point, other: Point, nearest: float, farthest: float) -> float:
    """The lowest length of the cubic through two places with their slopes, within bounds."""
    left, right = (one, other) if one.length <= other.length else (other, one)
    chord = np.divide(one.loss - other.loss, one.length - other.length)
    bend = one.slope + other.slope - 3 * chord
    square = bend**2 - one.slope * other.slope
    if not square >= 0:
        return (nearest + farthest) / 2
    root = math.sqrt(square)
    share = np.divide(right.slope + root - bend, right.slope - left.slope + 2 * root)
    return min(max(float(right.length - (right.length - left.length) * share), nearest), farthest)


def _lower(ends: list[Point]) -> int:
    return 0 if ends[0].loss <= ends[1].loss else 1


def _inside(length: float, first: float, last: float, *, stuck: bool) -> tuple[float, bool]:
    """A length that is no closer to an end of the bracket twice, and whether this one is."""
    margin = NARROW * (last - first)
    if not min(last - length, length - first) < margin:
        return length, False
    if not (stuck or length >= last or length <= first):
        return length, True
    return (last - margin if abs(length - last) < abs(length - first) else first + margin), False
