"""The races of the gradient-descent room: each loads, runs, and what its card says is so."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.race import shelf as race_shelf
from core.race.tracks import limit_of_stability, tracks
from tests.building.places import PRESETS

NAMES = race_shelf.names()


@functools.cache
def shelf():
    return race_shelf.races()


def after(name, *edits):
    """The tracks by racer, after edits that a person would make."""
    race = replace_all(shelf()[name], edits) if edits else shelf()[name]
    return {track.racer.name: track for track in tracks(race)}


def end(track):
    return track.points[-1]


def test_every_race_is_on_the_shelf():
    assert {race_shelf.path(name) for name in NAMES} == {
        *(path for path in race_shelf.RACES.glob("*.toml") if path.name != "shelf.toml"),
        PRESETS / "three-rates.toml",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_race_says_what_it_is_and_runs(name):
    race = shelf()[name]
    assert race.title and race.description[-1] in ".?"
    assert len(race.what_to_try) == 2
    assert 2 <= len(race.racers) <= 5 and 5 <= race.updates / float(race.speed) <= 20
    for track in tracks(race):
        assert np.isfinite(track.points).all() and track.updates > 30


def test_three_rates_too_small_good_and_too_large():
    race, found = shelf()["three-rates"], after("three-rates")
    assert [racer.optimizer.lr for racer in race.racers] == [0.004, 0.06, 0.082]
    assert limit_of_stability(race.terrain) == 0.08 and race.speed == 10
    assert found["slow"].arrived is None and found["slow"].distance[-1] > 1
    assert 5 <= found["good"].arrived / 10 <= 15
    assert found["too large"].diverged is not None
    tried = after("three-rates", ("racers.too large.optimizer.lr", 0.079), ("racers.slow.optimizer.momentum", 0.9))
    assert tried["too large"].arrived is not None and tried["slow"].arrived is not None


def test_the_bent_valley():
    found = after("rosenbrock")
    assert all(
        np.min(np.abs(track.points[:40, 1] - track.points[:40, 0] ** 2)) < 0.1 for track in found.values()
    )  # the floor of the valley
    assert {name for name, track in found.items() if track.arrived} == {"Momentum", "Adam"}
    race = shelf()["rosenbrock"]
    (newton,) = after("rosenbrock", ("racers", (race.another("lbfgs"),))).values()
    assert newton.arrived == 2
    assert after("rosenbrock", ("racers.Adam.optimizer.lr", 0.1))["Adam"].arrived is None


def test_off_the_saddle():
    left = {name: int((np.abs(track.points[:, 1]) > 0.5).argmax()) for name, track in after("saddle").items()}
    assert 0 < left["RMSprop"] < left["Adam"] < left["Momentum"] < left["SGD"]
    on_the_ridge = ("start", (-1.5, 0.0))
    assert all(abs(end(track)[1]) < 1e-9 for track in after("saddle", on_the_ridge).values())
    assert all(abs(end(track)[1]) > 2 for track in after("saddle", on_the_ridge, ("noise", 0.1)).values())


def test_the_other_well():
    found = after("double-well")
    assert end(found["SGD"])[0] > 0.9 and end(found["Adam"])[0] > 0.9
    assert found["Momentum"].arrived and end(found["Momentum"])[0] < -1
    assert all(end(track)[0] > 0.9 for track in after("double-well", ("start", (1.5, 1.2))).values())
    crossed = [
        end(after("double-well", ("noise", 5.0), ("seeds.noise", seed))["SGD"])[0] < -0.5 for seed in range(1, 13)
    ]
    assert sum(crossed) >= 4


def test_a_flat_cross():
    assert {name for name, track in after("beale").items() if track.arrived} == {"Momentum", "Adam"}
    tried = after("beale", ("racers.SGD.optimizer.lr", 0.03), ("racers.Adam.optimizer.lr", 0.03))
    assert tried["SGD"].arrived and not tried["Adam"].arrived


def test_noise_as_from_small_batches():
    for seed in range(1, 7):
        found = after("noise", ("seeds.noise", seed))
        near = {name: int((track.distance < 0.5).argmax()) for name, track in found.items()}
        tremble = {name: float(track.distance[200:].mean()) for name, track in found.items()}
        assert 0 < near["large steps"] < near["small steps"] and tremble["large steps"] > tremble["small steps"]
    still = after("noise", ("noise", 0.0))
    assert still["large steps"].arrived and not still["small steps"].arrived


def test_four_minima():
    found = after("four-minima")
    assert all(track.arrived for track in found.values())
    assert len({tuple(np.round(end(track), 1)) for track in found.values()}) == 3
    ends = {
        tuple(np.round(end(track), 1))
        for place in ((0.2, -3.6), (0.3, -3.7), (0.2, -3.7))
        for track in (after("four-minima", ("start", place))["Adam"],)
    }
    assert len(ends) == 2
    together = after("four-minima", ("start", (2.0, -1.0)))
    assert len({tuple(np.round(end(track), 1)) for track in together.values()}) == 1


def test_chance_against_the_gradient():
    ends = set()
    for seed in range(1, 5):
        found = after("chance", ("seeds.search", seed))
        assert max(found["Chance"].values[-1], found["Chance nearby"].values[-1]) < 4 < found["Adam"].values[-1]
        assert found["Adam"].values[-1] == pytest.approx(
            found["Momentum"].values[-1], abs=0.1
        )  # both in the same hollow
        ends.add(tuple(end(found["Chance"])))
    assert len(ends) == 4
    valley = after("chance", ("terrain.kind", "rosenbrock"))
    assert max(valley["Momentum"].values[-1], valley["Adam"].values[-1]) < min(
        valley["Chance"].values[-1], valley["Chance nearby"].values[-1]
    )


def test_plateau_and_cliff():
    found = after("cliff")
    assert not found["SGD"].arrived and found["RMSprop"].arrived < found["Momentum"].arrived
    assert found["Momentum"].points[:, 0].min() < -8 and found["SGD"].points[:, 0].min() > -2.1
    tried = after("cliff", ("racers.SGD.optimizer.lr", 1.0), ("racers.Momentum.optimizer.momentum", 0.5))
    assert tried["SGD"].arrived and -8 < tried["Momentum"].points[:, 0].min() < -2.1


def gradients(name, count=61):
    """The lengths of the gradient over the race's picture."""
    terrain = shelf()[name].terrain
    (x0, x1), (y0, y1) = terrain.box
    x, y = np.meshgrid(np.linspace(x0, x1, count), np.linspace(y0, y1, count))
    return np.hypot(*terrain.gradient(x, y))


@pytest.mark.parametrize("name", NAMES)
def test_gradients_differ_by_powers_of_ten_where_that_is_said(name):
    """Between the flattest and the steepest hundredth of the picture."""
    flat, steep = np.quantile(gradients(name), (0.01, 0.99))
    assert bool(steep > 10**4 * flat) is ("powers of ten" in shelf()[name].description)


def test_all_four_minima_are_equally_good_and_the_two_wells_are_not():
    assert all(track.values[-1] == pytest.approx(0.0, abs=1e-3) for track in after("four-minima").values())
    wells = after("double-well")
    assert wells["Momentum"].values[-1] < wells["SGD"].values[-1] - 0.5
    assert "all equally good" in shelf()["four-minima"].description
    assert "the deeper one" in shelf()["double-well"].description


def test_where_the_saddle_race_begins_the_gradient_nearly_vanishes_and_nothing_is_lowest():
    race = shelf()["saddle"]
    slow = after("saddle")["SGD"]
    lengths = np.hypot(*race.terrain.gradient(*slow.points.T))
    still = int(lengths.argmin())
    assert lengths[still] < 0.1 * lengths[0] and slow.values[still] > slow.values[-1] + 1
