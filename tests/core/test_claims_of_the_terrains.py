"""What terrains say of themselves in numbers, counted."""

from __future__ import annotations

import numpy as np
import pytest

from core import registry


def terrain(kind: str, **fields):
    return registry.parse("terrains", {"kind": kind} | fields)


def curvatures(of, x: float, y: float) -> tuple[float, float]:
    """The smaller and the larger one."""
    xx, xy, yy = of.hessian(x, y)
    low, high = np.linalg.eigvalsh(np.array([[xx, xy], [xy, yy]]))
    return float(low), float(high)


@pytest.mark.parametrize(("kind", "low", "high"), [("booth", 2, 18), ("matyas", 0.04, 1), ("ill_conditioned", 1, 25), ("bowl", 1, 1)])  # fmt: skip
def test_curvatures_are_those_that_are_said(kind, low, high):
    assert curvatures(terrain(kind), 0.3, -0.2) == pytest.approx((low, high))


@pytest.mark.parametrize(("rate", "arrives"), [(0.079, True), (0.08, False)])
def test_the_largest_rate_of_a_long_bowl_is_two_over_its_condition(rate, arrives):
    bowl, place = terrain("ill_conditioned"), np.array([1.0, 1.0])
    for _ in range(4000):
        place = place - rate * np.array(bowl.gradient(*place))
    assert bool(np.hypot(*place) < 1e-3) is arrives


@pytest.mark.parametrize(("rate", "distance"), [(1.0, 0.0), (2.0, 5.0)])
def test_a_round_bowl_takes_one_step_and_from_rate_2_on_none_is_enough(rate, distance):
    place = np.array([3.0, 4.0])
    for _ in range(1 if rate == 1.0 else 99):
        place = place - rate * np.array(terrain("bowl").gradient(*place))
    assert np.hypot(*place) == pytest.approx(distance)


def test_the_ravine_curves_at_least_400_times_as_much_across_as_along():
    ravine = terrain("ravine")
    ratios = [high / low for x in np.linspace(-5, 5, 1001) for low, high in [curvatures(ravine, x, np.sin(x))]]
    assert min(ratios) > 399.9 and max(ratios) > 1000
    assert "at least 400" in ravine.explanation() and "400 times as steep" not in ravine.explanation()


def test_the_cliff_is_some_forty_times_as_steep_as_the_plateau():
    cliff = terrain("cliff")
    edge, plateau = (float(np.hypot(*cliff.gradient(x, 0.0))) for x in (0.0, 3.0))
    assert edge / plateau == pytest.approx(40, rel=0.05)
    steepest = max(float(np.hypot(*cliff.gradient(x, 1.0))) for x in np.linspace(-5, 5, 2001))
    flattest = min(float(np.hypot(*cliff.gradient(x, 1.0))) for x in np.linspace(1.5, 5, 500))
    assert steepest / flattest < 100 and "a hundred times" not in cliff.explanation()


def test_two_of_the_four_hollows_are_equally_deep():
    hollows = terrain("styblinski_tang")
    depths = sorted(hollows.value(*place) for place in (*hollows.minima, *hollows.traps))
    assert len(depths) == 4 and len(np.unique(np.round(depths, 9))) == 3
    assert depths[1] == pytest.approx(depths[2]) and "of different depth" not in hollows.explanation()


@pytest.mark.parametrize("tilt", [0.0, 0.1, 0.3, 0.6])
def test_a_tilt_makes_the_left_well_deeper_by_about_twice_as_much(tilt):
    wells = terrain("double_well", tilt=tilt)
    x = np.linspace(-2, 2, 400_001)
    heights = wells.value(x, 0.0)
    left, right = heights[x < -0.3].min(), heights[x > 0.3].min()
    assert right - left == pytest.approx(2 * tilt, rel=0.1, abs=1e-9)


@pytest.mark.parametrize(("y", "leaves"), [(0.0, False), (1e-6, True)])
def test_a_ball_on_the_ridge_of_the_saddle_comes_to_rest_there(y, leaves):
    saddle, place = terrain("saddle"), np.array([-1.5, y])
    for _ in range(400):
        place = place - 0.1 * np.array(saddle.gradient(*place))
        if abs(place[1]) > 1:
            break
    assert bool(abs(place[1]) > 1) is leaves
