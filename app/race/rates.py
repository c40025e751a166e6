"""Small, good and too large: what a learning rate means on a terrain, from its curvature."""

from __future__ import annotations

import math
from typing import Any

from core.families.terrain import Terrain
from core.optimizers.sgd import SGD
from core.race import Race, Racer
from core.race.tracks import limit_of_stability

SHARES = {"Small": 0.05, "Good": 0.75, "Too large": 1.025}  # of the limit of stability
USUAL = {"Small": 0.03, "Good": 1.0, "Too large": 30.0}  # of what suits, for a method that scales its steps by itself
WHOLE = ("adadelta", "lbfgs")  # the step is found by the method itself: its factor η is 1
SUITS = 0.05  # of the width of the picture: a good step of such a method


def limit_for(race: Race, racer: Racer) -> float | None:
    """The limit of stability for a racer that is plain descent or a heavy ball on a quadratic terrain: 2(1 + μ) ÷
    largest curvature."""
    ball = racer.optimizer
    if racer.searches or not isinstance(ball, SGD) or not race.terrain.quadratic or ball.nesterov or ball.dampening:
        return None
    return limit_of_stability(race.terrain, ball.momentum)


def curvature(terrain: Terrain, place: tuple[float, float]) -> float:
    """The largest absolute eigenvalue of the Hessian at a place; nan where there is none."""
    try:
        xx, xy, yy = (float(part) for part in terrain.hessian(*place))
    except (ValueError, ZeroDivisionError, OverflowError, NotImplementedError):
        return math.nan
    middle, half = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    return max(abs(middle + half), abs(middle - half))


def rate(race: Race, racer: Racer, word: str) -> float | None:
    """The learning rate that is small, good or too large here, to two digits; None where that cannot be told."""
    if racer.searches:
        return None
    ball = racer.optimizer
    if not isinstance(ball, SGD):
        (x0, x1), _ = race.terrain.domain
        suits = SUITS * (x1 - x0) if ball.kind not in WHOLE else 1.0
        return two_digits(USUAL[word] * suits)
    limit = limit_for(race, racer)
    if limit is None:
        steepest = curvature(race.terrain, race.start)
        limit = 2 * (1 + ball.momentum) / steepest if steepest > 0 else None
    return None if limit is None else two_digits(SHARES[word] * limit)


def two_digits(value: float) -> float:
    """A rate rounded to two significant digits."""
    return float(f"{value:.2g}")


def three_rates(race: Race, racer: Racer) -> tuple[Racer, ...]:
    """The racer three times: with a small, a good and a too large learning rate."""
    made = []
    for colour, word in enumerate(SHARES):
        found: Any = rate(race, racer, word)
        optimizer = racer.optimizer if found is None else racer.optimizer.model_copy(update={"lr": found})
        made.append(racer.model_copy(update={"name": word, "optimizer": optimizer, "colour": colour}))
    return tuple(made)
