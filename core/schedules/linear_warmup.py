"""Rates that begin small."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.families import Schedule
from core.params import integer, number


class LinearWarmup(Schedule):
    """The learning rate climbs from a small share to its full value along a straight line, then stays.

    η·(s + (1 − s)·u/T) until update T, then η. Careful first steps help adaptive optimizers, whose averages know little
    at first.
    """

    label = "Linear warm-up"
    order = 50
    formula: ClassVar[str] = "η·(s + (1 − s)·min(1, u/T))"
    kind: Literal["linear_warmup"] = "linear_warmup"
    length: int = integer(
        200,
        10,
        5000,
        minimum=1,
        log=True,
        live=True,
        label="Length",
        symbol="T",
        unit="updates",
        help="Updates until the full learning rate is reached.",
    )
    start: float = number(
        0.1,
        0.01,
        1,
        above=0.0,
        maximum=1.0,
        step=0.01,
        live=True,
        label="Start",
        symbol="s",
        help="The share of η that the first update gets.",
    )

    def factor(self, update: int) -> float:
        return self.start + (1.0 - self.start) * min(update / self.length, 1.0)
