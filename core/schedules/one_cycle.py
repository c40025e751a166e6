"""Once up and once down."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from core.families import Schedule
from core.params import choice, integer, number


class OneCycle(Schedule):
    """Once up to η and down again to almost nothing, over a run of known length.

    From η/rise up to η during the first part of the run, then down to η/(rise·fall) at its end, where it stays (Smith
    and Topin, 2017). High rates in the middle explore, low ones at the end settle. Momentum is left alone.
    """

    label = "One cycle"
    order = 60
    formula: ClassVar[str] = "η/rise → η → η/(rise·fall)"
    kind: Literal["one_cycle"] = "one_cycle"
    length: int = integer(
        2000,
        100,
        20_000,
        minimum=2,
        log=True,
        live=True,
        label="Length",
        unit="updates",
        help="Updates of the whole cycle.",
    )
    peak: float = number(
        0.3,
        0.05,
        0.95,
        above=0.0,
        below=1.0,
        step=0.05,
        live=True,
        label="Peak at",
        help="The share of the cycle after which the peak is reached.",
    )
    rise: float = number(
        25.0, 2, 100, minimum=1.0, live=True, label="Rise", help="The first update gets η divided by this."
    )
    fall: float = number(
        10_000.0,
        1,
        100_000,
        minimum=1.0,
        log=True,
        live=True,
        label="Fall",
        help="The last update gets the first one's rate divided by this.",
    )
    shape: Literal["cosine", "linear"] = choice(
        "cosine",
        {"cosine": "cosine waves", "linear": "straight lines"},
        live=True,
        label="Shape",
        help="How the rate moves between its three corners.",
    )

    def factor(self, update: int) -> float:
        # The corners lie one update early, since the first update counts as number 0: as in torch.
        summit, end = self.peak * self.length - 1.0, self.length - 1.0
        update = min(update, self.length - 1)
        low, last = 1.0 / self.rise, 1.0 / (self.rise * self.fall)
        if update <= summit:
            return self._between(low, 1.0, update / summit if summit > 0 else 1.0)
        return self._between(1.0, last, (update - summit) / (end - summit))

    def _between(self, start: float, end: float, share: float) -> float:
        if self.shape == "linear":
            return start + (end - start) * share
        return end + (start - end) * 0.5 * (1.0 + math.cos(math.pi * share))
