"""What may be said of many runs that differ in their luck: a share with its interval, which of two is lower, by how
much; and the sentences that say it, with how many there were.

Nothing here assumes that the figures are normally distributed: an interval of a share after Wilson (1927), the sign
test, and the interval of a median by order statistics.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

import numpy as np

from core.frozen import frozen
from core.messages import percent

CONFIDENCE = 0.95
TOLD_APART = 0.05  # from this p on two sides are not


@frozen
class Interval:
    """From `low` to `high`."""

    low: float
    high: float


@frozen
class SignTest:
    """How often the second of a pair was lower, higher, the same; `p` is how often chance alone is at least as far from
    half and half (two-sided, ties left out)."""

    lower: int
    higher: int
    ties: int
    p: float

    @property
    def told_apart(self) -> bool:
        return self.p < TOLD_APART


def wilson(successes: int, count: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of a share of which `successes` of `count` were seen; all shares where none were counted.

    Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference, JASA 22.
    """
    if not count:
        return Interval(0.0, 1.0)
    z = statistics.NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = successes / count, z * z / count
    middle = share + weight / 2
    half = z * math.sqrt(share * (1 - share) / count + weight / (4 * count))
    low, high = (middle - half) / (1 + weight), (middle + half) / (1 + weight)
    return Interval(0.0 if not successes else low, 1.0 if successes == count else high)


def sign_test(first: Sequence[float], second: Sequence[float]) -> SignTest:
    """Pairs of figures, one of each side with the same luck. A pair of which one is no number is no tie and counts for
    the other side: that run has diverged; where both are none it is a tie.

    Dixon, W. J., Mood, A. M. (1946): The statistical sign test, JASA 41.
    """
    signs = [_sign(one, other) for one, other in zip(first, second, strict=True)]
    lower, higher = signs.count(-1), signs.count(1)
    count, fewer = lower + higher, min(lower, higher)
    tail = sum(math.comb(count, number) for number in range(fewer + 1))
    return SignTest(lower, higher, signs.count(0), min(1.0, 2 * tail / 2**count))


def quantiles(values: Sequence[float], shares: Sequence[float]) -> tuple[float, ...]:
    """The values below which such shares lie, between two of them in proportion; what is no number lies above all
    others, where a run that has diverged belongs. nan where there are no values."""
    ordered = np.sort(np.array([math.inf if math.isnan(value) else value for value in values], dtype=float))
    if not len(ordered):
        return tuple(math.nan for _ in shares)
    places = np.asarray(shares) * (len(ordered) - 1)
    below, above = ordered[np.floor(places).astype(int)], ordered[np.ceil(places).astype(int)]
    parts = places - np.floor(places)
    with np.errstate(invalid="ignore"):
        between = np.where(below == above, below, below + parts * (above - below))
    return tuple(between.tolist())


def median_interval(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """Two of the values between which the median of all that there could be lies, at least as often as `confidence`
    says, whatever their distribution; None where there are too few for that (below six for 95 %).

    Thompson, W. R. (1936): On confidence ranges for the median, Annals of Mathematical Statistics 7.
    """
    ordered, count = sorted(values), len(values)
    outside, cut = 0.0, 0
    while cut < count // 2:
        outside += 2 * math.comb(count, cut) / 2**count
        if outside > 1 - confidence:
            break
        cut += 1
    return Interval(ordered[cut - 1], ordered[count - cut]) if cut else None


def median_difference(first: Sequence[float], second: Sequence[float]) -> tuple[float, Interval | None]:
    """The median of second − first over pairs with the same luck, and its interval; pairs without a difference that is
    a number are left out."""
    differences = [other - one for one, other in zip(first, second, strict=True)]
    known = [difference for difference in differences if math.isfinite(difference)]
    return (statistics.median(known) if known else math.nan), median_interval(known)


# What is said


def share_words(reached: int, count: int, what: str) -> str:
    """ "17 of 20 reach 97 %, a 95 % interval of 64 to 95 % (Wilson)"; `what` says what they reach."""
    interval = wilson(reached, count)
    low, high = f"{100 * interval.low:.0f}", percent(interval.high)
    return f"{reached:,} of {count:,} {what}, a {percent(CONFIDENCE)} interval of {low} to {high} (Wilson)"


def sign_words(test: SignTest, name: str) -> str:
    """ "B ends lower in 15 of 20 starts (sign test, p = 0.04)", or that the two are not told apart; `name` is that of
    the second side."""
    count = test.lower + test.higher
    ties = f"; {test.ties} ended alike and are left out" if test.ties else ""
    if not count:
        return f"All {test.ties} ended alike." if test.ties else "There is nothing to compare yet."
    if not test.told_apart:
        return f"{name} ends lower in {test.lower} of {count} starts: not told apart by {count} (sign test, p = {test.p:.2f}){ties}."
    word, more = ("lower", test.lower) if test.lower > test.higher else ("higher", test.higher)
    p = f"p = {test.p:.2f}" if test.p >= 0.01 else f"p = {test.p:.3f}" if test.p >= 0.001 else "p < 0.001"
    return f"{name} ends {word} in {more} of {count} starts (sign test, {p}){ties}."


def _sign(one: float, other: float) -> int:
    """Whether the second is lower (−1), higher (1), or neither."""
    if math.isnan(one) or math.isnan(other):
        return int(math.isnan(other)) - int(math.isnan(one))
    return (other > one) - (other < one)
