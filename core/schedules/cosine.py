"""Rates that follow half a cosine wave: once, or starting over again and again."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from core.families import Schedule
from core.params import integer, number


def _descend(share: float, floor: float) -> float:
    """From 1 at share 0 down to `floor` at share 1 along half a cosine wave."""
    return floor + (1.0 - floor) * 0.5 * (1.0 + math.cos(math.pi * share))


def _floor() -> float:
    return number(
        0.0,
        0,
        1,
        minimum=0.0,
        maximum=1.0,
        step=0.01,
        live=True,
        label="Lowest",
        symbol="f",
        help="The share of η that is left at the bottom.",
    )


class Cosine(Schedule):
    """The learning rate falls along half a cosine wave: gently, then fast, then gently again.

    η·(f + (1 − f)·½(1 + cos(πu/T))) until update T; from there on it stays at f·η.
    """

    label = "Cosine"
    order = 30
    formula: ClassVar[str] = "η·(f + (1 − f)·½(1 + cos(πu/T)))"
    kind: Literal["cosine"] = "cosine"
    length: int = integer(
        2000,
        100,
        20_000,
        minimum=1,
        log=True,
        live=True,
        label="Length",
        symbol="T",
        unit="updates",
        help="Updates until the bottom is reached.",
    )
    floor: float = _floor()

    def factor(self, update: int) -> float:
        return _descend(min(update / self.length, 1.0), self.floor)


class WarmRestarts(Schedule):
    """A cosine that jumps back to the top at its end and starts over, if wished each time longer.

    η·(f + (1 − f)·½(1 + cos(πv/T))), v being the updates since the last restart; after each the length T is multiplied
    (Loshchilov and Hutter, 2016). A restart may shake the weights out of a narrow valley; the loss often rises for a
    while.
    """

    label = "Warm restarts"
    order = 40
    formula: ClassVar[str] = "η·(f + (1 − f)·½(1 + cos(πv/T))), v since the last restart"
    kind: Literal["warm_restarts"] = "warm_restarts"
    length: int = integer(
        500,
        50,
        10_000,
        minimum=1,
        log=True,
        live=True,
        label="First length",
        symbol="T",
        unit="updates",
        help="Updates until the first restart.",
    )
    longer: int = integer(
        1,
        1,
        4,
        minimum=1,
        maximum=100,
        live=True,
        label="Times longer",
        help="What the length is multiplied by at each restart.",
    )
    floor: float = _floor()

    def factor(self, update: int) -> float:
        since, length = self._place(update)
        return _descend(since / length, self.floor)

    def _place(self, update: int) -> tuple[int, int]:
        """Updates since the last restart, and the length of the wave that is running."""
        if self.longer == 1:
            return update % self.length, self.length
        length = self.length
        while update >= length:
            update -= length
            length *= self.longer
        return update, length
