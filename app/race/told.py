"""Slow motion on the map: which phases are told of which racer, and how much longer or shorter their arrows are drawn
than they are."""

from __future__ import annotations

import math

from core.frozen import frozen
from core.race.phases import Phase

ROUND = tuple(base * 10.0**power for power in range(-12, 13) for base in (1.0, 2.0, 5.0))
SHORT, LONG = 60.0, 0.45  # px, and a share of the picture: arrows between these lengths are drawn as they are
AIM = 0.3  # the share of the picture that others are brought to
TRUE = ("step", "shrink")  # how far the ball really goes; the others are −η times something
SCALED = "Arrows: × drawn longer, ÷ shorter than they are"
NUMBERS_ONLY = "Drawn as numbers only: it has a size in each coordinate, but no direction."


@frozen
class Told:
    """What slow motion draws in the colour of a racer: the phases so far, of all there are in this update."""

    phases: tuple[Phase, ...] = ()
    colour: int = 0
    name: str = ""
    whole: tuple[Phase, ...] = ()

    def factor(self, phase: Phase, px: tuple[float, float], side: float) -> float:
        """How many times as long as it is an arrow of this phase is drawn, a round number. `px` a unit of x and of y,
        `side` the picture's smaller one.

        Arrows that are compared have one factor: gradient, noise and averages; and step and decay. A place that chance
        has drawn is shown where it is.
        """
        if self.whole and self.whole[0].key == "draw":
            return 1.0
        like = [other for other in self.whole if other.mark == "arrow" and (other.key in TRUE) == (phase.key in TRUE)]
        lengths = [
            math.hypot((other.end[0] - other.start[0]) * px[0], (other.end[1] - other.start[1]) * px[1])
            for other in like
        ]
        longest = max((length for length in lengths if math.isfinite(length)), default=0.0)
        if longest == 0 or SHORT <= longest <= LONG * side:
            return 1.0
        return max((factor for factor in ROUND if factor * longest <= AIM * side), default=1.0)


def times(factor: float) -> str:
    """The factor in words, beside an arrow's name; nothing where the arrow is as long as it is."""
    if factor == 1:
        return ""
    return f" × {factor:,.0f}" if factor > 1 else f" ÷ {1 / factor:,.0f}"
