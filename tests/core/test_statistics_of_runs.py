"""What is said of many runs, against tables: intervals after Wilson as Newcombe (1998) tables some of them, the
sign test as sums of Pascal's triangle, order statistics as in tables of the median's interval."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from core.runs import statistics
from core.runs.statistics import Interval, SignTest

NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("successes", "count", "low", "high"),
    [
        (17, 20, 0.6396, 0.9476),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (50, 100, 0.4038, 0.5962),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share(successes, count, low, high):
    found = statistics.wilson(successes, count)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_the_ends_of_an_interval_solve_what_defines_them():
    """An end is the share from which what was seen lies z standard errors away."""
    for successes, count in ((3, 7), (17, 20), (999, 1000)):
        for end in (statistics.wilson(successes, count).low, statistics.wilson(successes, count).high):
            far = abs(successes / count - end) / math.sqrt(end * (1 - end) / count)
            assert far == pytest.approx(1.959964, abs=1e-6)
    assert statistics.wilson(0, 0) == Interval(0.0, 1.0)
    wide, narrow = statistics.wilson(17, 20, 0.99), statistics.wilson(17, 20, 0.9)
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize(
    ("lower", "higher", "p"),
    [
        (15, 5, 0.04138947),
        (14, 6, 0.1153183),
        (10, 10, 1.0),
        (5, 0, 0.0625),
        (6, 0, 0.03125),
        (0, 8, 0.0078125),
        (9, 1, 0.02148438),
        (20, 0, 1.907349e-06),
        (0, 0, 1.0),
        (1, 0, 1.0),
        (70, 30, 7.85e-05),
    ],
)
def test_the_sign_test(lower, higher, p):
    first = [1.0] * (lower + higher)
    found = statistics.sign_test(first, [0.5] * lower + [2.0] * higher)
    assert (found.lower, found.higher, found.ties) == (lower, higher, 0)
    assert found.p == pytest.approx(p, rel=1e-3)
    assert found.told_apart is (p < 0.05)


def test_the_sign_test_adds_up_what_chance_gives():
    """By counting all ways in which coins may fall."""
    for count in range(1, 12):
        ways = [bin(way).count("1") for way in range(2**count)]
        for lower in range(count + 1):
            far = abs(2 * lower - count)
            expected = Fraction(sum(abs(2 * heads - count) >= far for heads in ways), 2**count)
            found = statistics.sign_test([1.0] * count, [0.0] * lower + [2.0] * (count - lower))
            assert found.p == pytest.approx(float(expected), rel=1e-12)


def test_ties_are_left_out_and_who_diverged_has_lost():
    found = statistics.sign_test([1, 1, 1, NAN, NAN, 2, INF], [1, 0, NAN, 3, NAN, 2, 5])
    assert (found.lower, found.higher, found.ties) == (3, 1, 3)
    with pytest.raises(ValueError, match="zip"):
        statistics.sign_test([1.0], [])


def test_quantiles_are_numpys_and_who_diverged_lies_above_all():
    values = np.random.Generator(np.random.PCG64(0)).normal(size=37)
    shares = (0.0, 0.1, 0.25, 0.5, 0.9, 1.0)
    assert statistics.quantiles(values.tolist(), shares) == pytest.approx(np.quantile(values, shares).tolist())
    assert statistics.quantiles([3.0, NAN, 1.0, 2.0, INF], (0, 0.25, 0.5, 0.75, 1)) == (1.0, 2.0, 3.0, INF, INF)
    assert statistics.quantiles([3.0], (0.1, 0.9)) == (3.0, 3.0) and math.isnan(statistics.quantiles([], (0.5,))[0])


@pytest.mark.parametrize(
    ("count", "places"),
    [(5, None), (6, (1, 6)), (8, (1, 8)), (9, (2, 8)), (10, (2, 9)), (20, (6, 15)), (25, (8, 18)), (100, (40, 61)), (0, None)],
)  # fmt: skip
def test_the_median_lies_between_two_of_the_values(count, places):
    values = list(range(1, count + 1))
    found = statistics.median_interval(values[::-1])
    assert found == (None if places is None else Interval(*places))


def test_the_median_of_differences_with_the_same_luck():
    first, second = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, NAN], [0.5, 1.0, 2.9, 4.5, 3.0, 3.0, 1.0]
    median, interval = statistics.median_difference(first, second)
    assert median == pytest.approx(-0.75) and interval == Interval(-3.0, 0.5)
    assert math.isnan(statistics.median_difference([], [])[0]) and statistics.median_difference([], [])[1] is None


def test_what_is_said_of_a_share():
    said = "17 of 20 reach 97 %, a 95 % interval of 64 to 95 % (Wilson)"
    assert statistics.share_words(17, 20, "reach 97 %") == said


@pytest.mark.parametrize(
    ("lower", "higher", "ties", "said"),
    [
        (15, 5, 0, "B ends lower in 15 of 20 starts (sign test, p = 0.04)."),
        (5, 15, 0, "B ends higher in 15 of 20 starts (sign test, p = 0.04)."),
        (14, 6, 0, "B ends lower in 14 of 20 starts: not told apart by 20 (sign test, p = 0.12)."),
        (18, 0, 2, "B ends lower in 18 of 18 starts (sign test, p < 0.001); 2 ended alike and are left out."),
        (8, 0, 0, "B ends lower in 8 of 8 starts (sign test, p = 0.008)."),
        (0, 0, 20, "All 20 ended alike."),
        (0, 0, 0, "There is nothing to compare yet."),
    ],
)
def test_what_is_said_of_two_sides(lower, higher, ties, said):
    first = [1.0] * (lower + higher + ties)
    test = statistics.sign_test(first, [0.0] * lower + [2.0] * higher + [1.0] * ties)
    assert isinstance(test, SignTest) and statistics.sign_words(test, "B") == said
