"""Tracks: where they end, who arrives, chance, noise, phases, the sheet, and the thread."""

from __future__ import annotations

import ast
import queue
import re
import threading

import numpy as np
import pytest

from core import registry
from core.documents import edits
from core.optimizers.adam import Adam
from core.race import Race
from core.race import runner as race_runner
from core.race.heights import heights_of
from core.race.noise import gaussian_pairs
from core.race.phases import phases
from core.race.runner import RaceRunner
from core.race.tracks import limit_of_stability, track_unless, tracks
from tests.building.waiting import until

BOWL = {"kind": "ill_conditioned", "condition": 25.0}


def sgd(lr, **more):
    return {"optimizer": {"kind": "sgd", "lr": lr} | more}


def race(*racers, terrain=BOWL, **more):
    return Race(terrain=terrain, racers=racers, **more)


# Tracks


def test_plain_descent_on_a_bowl_is_a_power():
    (track,) = tracks(race(sgd(0.06), start=(-3.0, 1.0), updates=40))
    update = np.arange(41)
    np.testing.assert_allclose(track.points[:, 0], -3.0 * 0.94**update, rtol=1e-12)
    np.testing.assert_allclose(track.points[:, 1], (-0.5) ** update, rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(track.values, 0.5 * (track.points[:, 0] ** 2 + 25 * track.points[:, 1] ** 2))
    np.testing.assert_allclose(track.distance, np.hypot(*track.points.T))
    np.testing.assert_allclose(track.steps, np.hypot(*np.diff(track.points, axis=0).T))
    assert (track.updates, track.exact, track.diverged, track.fell, track.trials) == (40, "rule", None, None, None)
    assert track.at(0) == (-3.0, 1.0) and track.at(999) == tuple(track.points[-1])


def test_the_limit_of_stability_is_two_over_the_largest_curvature():
    terrain = registry.parse("terrains", BOWL)
    assert limit_of_stability(terrain) == 0.08
    assert limit_of_stability(terrain, momentum=0.9) == pytest.approx(0.152)
    assert limit_of_stability(registry.parse("terrains", "booth")) == pytest.approx(2 / 18)
    assert [limit_of_stability(registry.parse("terrains", kind)) for kind in ("saddle", "formula", "ackley")] == [
        None
    ] * 3
    for rate, limit in ((0.0799, 0.08), (0.1515, 0.152)):
        momentum = {"momentum": 0.9} if limit > 0.1 else {}
        (below, above) = tracks(
            race(sgd(rate, **momentum), sgd(limit + (limit - rate), **momentum), start=(0.0, 1.0), updates=4000)
        )
        assert below.values[-1] < 1e-3 * below.values[0] and above.diverged is not None


@pytest.mark.parametrize("kind", ["ill_conditioned", "himmelblau", "rosenbrock", "ackley", "cliff"])
@pytest.mark.parametrize("lr", [3.0, 1e3, 1e12])
def test_divergence_is_told_and_what_is_left_can_be_drawn(kind, lr):
    for made in tracks(race(sgd(lr), sgd(lr, momentum=0.9), {"optimizer": {"kind": "asgd", "lr": lr}}, terrain=kind)):
        assert np.isfinite(made.points).all() and len(made.values) == len(made.distance) == len(made.steps) + 1
        assert made.fell is None
        if lr > 1e3 and kind != "ackley":
            assert made.diverged is not None and made.diverged <= 3


def test_a_formula_without_a_value_ends_a_track():
    (track,) = tracks(race(sgd(0.5), terrain={"kind": "formula", "f": "log(x) + y^2"}, start=(0.5, 1.0)))
    assert track.diverged is not None and np.isfinite(track.points).all()


def test_flying_past_is_no_arrival():
    terrain = {"kind": "bowl"}
    (track,) = tracks(race(sgd(0.5, momentum=0.95), terrain=terrain, start=(-3.0, 0.0), updates=400, tolerance=0.3))
    assert (track.distance < 0.3).argmax() < track.arrived
    assert (track.distance[track.arrived :] <= 0.3).all() and track.distance[track.arrived - 1] > 0.3
    assert tracks(race(sgd(0.1), terrain=terrain, start=(0.0, 0.0)))[0].arrived == 0


def test_another_start_is_another_track():
    chosen = race(sgd(0.06))
    assert tracks(chosen, (1.0, 0.5))[0].points[0].tolist() == [1.0, 0.5]
    moved = edits.replace(chosen, "start", (1.0, 0.5))
    np.testing.assert_array_equal(tracks(chosen, (1.0, 0.5))[0].points, tracks(moved)[0].points)


# Noise and chance


def test_noise_is_a_function_of_seed_racer_and_update():
    pairs = gaussian_pairs(1, "x", 4000)
    np.testing.assert_array_equal(pairs[:10], gaussian_pairs(1, "x", 10))
    assert abs(pairs.mean()) < 0.05 and abs(pairs.std() - 1) < 0.03 and abs(np.corrcoef(pairs.T)[0, 1]) < 0.05
    assert not np.array_equal(pairs[:10], gaussian_pairs(2, "x", 10))


def test_all_get_the_same_noise_unless_each_has_its_own():
    shared = tracks(race(sgd(0.02), sgd(0.02), noise=2.0))
    np.testing.assert_array_equal(shared[0].points, shared[1].points)
    own = tracks(race(sgd(0.02), sgd(0.02), noise=2.0, shared_noise=False))
    assert not np.array_equal(own[0].points, own[1].points)
    longer = tracks(race(sgd(0.02), noise=2.0, updates=300))
    np.testing.assert_array_equal(longer[0].points[:151], shared[0].points)
    other = tracks(race(sgd(0.02), noise=2.0, seeds={"noise": 2}))
    assert not np.array_equal(other[0].points, shared[0].points)


@pytest.mark.parametrize("player", ["anywhere", "nearby"])
def test_chance_keeps_the_best_place(player):
    (track,) = tracks(race({"player": player, "reach": 0.1}, terrain="rastrigin", updates=500))
    assert (np.diff(track.values) <= 0).all() and track.values[-1] < track.values[0]
    assert track.trials.shape == (500, 2) and track.exact == "chance"
    heights = registry.parse("terrains", "rastrigin").value(*track.trials.T)
    np.testing.assert_allclose(track.values[1:], np.minimum(track.values[0], np.minimum.accumulate(heights)))
    if player == "anywhere":
        assert np.abs(track.trials).max() <= 5.12


# Phases

OPTIMIZERS = [
    *(pytest.param({"kind": kind}, id=kind) for kind in registry.family("optimizers")),
    *(pytest.param({"kind": "sgd", "lr": 0.02} | more, id=f"sgd {list(more)}") for more in ({"momentum": 0.9}, {"momentum": 0.9, "nesterov": True}, {"momentum": 0.5, "dampening": 0.2}, {"weight_decay": 0.1})),
    *(pytest.param({"kind": kind, "weight_decay": 0.1}, id=f"{kind} decay") for kind in ("adam", "adamw", "adagrad", "nadam", "radam", "adadelta", "rmsprop", "adamax", "asgd")),
    pytest.param({"kind": "rmsprop", "centered": True, "momentum": 0.5}, id="rmsprop centered"),
    pytest.param({"kind": "adam", "amsgrad": True}, id="amsgrad"),
    pytest.param({"kind": "nadam", "decoupled_weight_decay": True, "weight_decay": 0.1}, id="nadam apart"),
    pytest.param({"kind": "radam", "decoupled_weight_decay": True, "weight_decay": 0.1, "beta2": 0.9}, id="radam apart"),
    pytest.param({"kind": "adagrad", "lr_decay": 0.1}, id="adagrad falling"),
]  # fmt: skip
_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def reckoned(text):
    """The value of a filled-in formula, read as a person reads it."""
    text = re.sub(r"·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda found: f"*1e{found[1].translate(_POWERS)}", text)
    text = text.replace("²", "**2").replace("·", "*").replace("−", "-").replace("^", "**")
    text = re.sub(r"√([\d.]+)", r"root(\1)", text).replace("√", "root")
    text = re.sub(r"\|([^|]+)\|", r"abs(\1)", text)
    tree = ast.parse(text, mode="eval")
    return eval(
        compile(tree, "filled", "eval"), {"root": lambda a: abs(a) ** 0.5, "max": max, "abs": abs, "__builtins__": {}}
    )


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_phases_end_where_the_track_goes_and_their_numbers_are_right(optimizer):
    chosen = race(
        {"optimizer": {"lr": 0.01} | optimizer},
        terrain="himmelblau" if optimizer["kind"] != "sgd" else BOWL,
        updates=12,
        noise=0.3,
    )
    (track,) = tracks(chosen)
    for update in (1, 2, 7, 12):
        told = phases(chosen, chosen.racers[0], update)
        assert told == phases(chosen, chosen.racers[0].name, update, made=track)
        assert [phase.key for phase in told[:2]] == ["gradient", "noise"] and told[-1].key == "step"
        before, after = track.points[update - 1], track.points[update]
        np.testing.assert_allclose(told[-1].value, after - before, rtol=1e-6, atol=1e-12)
        np.testing.assert_allclose(told[-1].start, before)
        np.testing.assert_allclose(told[-1].end, after, rtol=1e-9)
        np.testing.assert_allclose(told[0].value, chosen.terrain.gradient(*before))
        for phase in told:
            assert phase.title and phase.words.endswith(".") and phase.formula
            for text, value in zip(phase.filled, phase.value, strict=True):
                left, _, right = text.rpartition(" = ")
                assert reckoned(right) == pytest.approx(value, rel=2e-3, abs=1e-12)
                if (
                    left
                    and "∂" not in left
                    and "Δ" not in left
                    and "limit" not in left
                    and optimizer.get("centered") is None
                ):
                    assert reckoned(left) == pytest.approx(value, rel=0.02, abs=0.01 * max(map(abs, phase.value))), text


def test_arrows_have_one_measure_and_squares_none():
    chosen = race({"optimizer": {"kind": "adam", "lr": 0.1}}, start=(1.0, 1.0))
    told = {phase.key: phase for phase in phases(chosen, chosen.racers[0], 1)}
    assert list(told) == ["gradient", "momentum", "square", "correction", "correction_square", "step"]
    assert told["gradient"].end == pytest.approx((1 - 0.1 * 1.0, 1 - 0.1 * 25.0))
    assert told["correction"].end == pytest.approx(
        told["gradient"].end
    )  # the first corrected averages are the gradient and its square
    assert told["square"].mark == told["correction_square"].mark == "none"  # they have no direction: numbers only
    assert "v" in told["square"].formula and "usually about η in each coordinate" in told["step"].words
    assert told["step"].end == pytest.approx((0.9, 0.9))


def test_chance_tells_what_it_drew():
    chosen = race({"player": "nearby"}, terrain="rastrigin")
    (track,) = tracks(chosen)
    for update in (1, 40):
        draw, compare, step = phases(chosen, "Chance", update)
        assert draw.end == tuple(track.trials[update - 1]) and step.end == tuple(track.points[update])
        assert ("<" in compare.filled[0]) == (track.values[update] < track.values[update - 1])


def test_there_are_no_phases_where_no_update_was_made():
    chosen = race(sgd(0.3), sgd(0.01))
    (gone, _) = tracks(chosen)
    assert gone.diverged and phases(chosen, "SGD", gone.diverged) and not phases(chosen, "SGD", gone.diverged + 1)
    assert phases(chosen, "SGD 2", 0) == phases(chosen, "SGD 2", 151) == ()


# The sheet


@pytest.mark.parametrize("kind", registry.family("terrains"))
def test_a_sheet_has_heights_a_range_and_rising_levels(kind):
    terrain = registry.parse("terrains", kind)
    found = heights_of(terrain, 41)
    assert found.values.shape == (41, 41) and found.x.shape == found.y.shape == (41,)
    assert found.values[3, 30] == terrain.value(float(found.x[3]), float(found.y[30]))
    assert np.isfinite([found.low, found.high, found.floor]).all() and found.low < found.high
    assert (np.diff(found.levels) > 0).all() and found.low <= found.levels[0] < found.levels[-1] <= found.high
    assert found.log == terrain.decades
    scaled = found.scaled(found.values)
    assert np.isfinite(scaled).all() and scaled.min() < scaled.max()
    assert (np.diff(found.scaled(found.levels)) > 0).all()


def test_a_pole_and_a_hole_leave_a_readable_range():
    pole = heights_of(registry.parse("terrains", {"kind": "formula", "f": "1/(x^2 + y^2) + log(x)"}), 81)
    assert np.isnan(pole.values).any() and np.isfinite([pole.low, pole.high]).all() and pole.high < 100
    nothing = heights_of(registry.parse("terrains", {"kind": "formula", "f": "log(-x^2 - 1)"}), 21)
    assert (nothing.low, nothing.high) == (0.0, 1.0)
    flat = heights_of(registry.parse("terrains", {"kind": "formula", "f": "2"}), 21)
    assert flat.low < 2 < flat.high


# The thread


@pytest.fixture
def runner():
    made = RaceRunner()
    made.start()
    yield made
    assert made.close()


def wait(runner, done, seconds=60.0):
    """Poll until a picture passes; the pictures on the way."""
    seen = []

    def came() -> bool:
        picture = runner.poll()
        seen.extend([] if picture is None else [picture])
        return picture is not None and done(picture)

    until(came, seconds)
    return seen


def test_the_thread_answers_with_the_tracks_of_the_race(runner):
    chosen = race(sgd(0.06), sgd(0.082))
    runner.send(chosen)
    picture = wait(runner, lambda picture: picture.complete)[-1]
    assert picture.race is chosen and picture.problem == ""
    for made, wanted in zip(picture.tracks, tracks(chosen), strict=True):
        np.testing.assert_array_equal(made.points, wanted.points)
    assert picture.heights.terrain == chosen.terrain
    moved = edits.replace(chosen, "start", (1.0, 1.0))
    runner.send(moved)
    assert wait(runner, lambda picture: picture.race is moved)[-1].heights is picture.heights
    assert runner.poll() is None


def test_the_fast_come_first_and_torch_follows(runner, monkeypatch):
    let = threading.Event()
    tracks(race({"optimizer": "muon"}))  # torch and its optimizers are there: on a busy machine that takes a minute

    def torch_when_it_is_let(race, racer, halted):
        assert let.wait(60)
        return track_unless(race, racer, halted)

    monkeypatch.setattr(race_runner, "track_unless", torch_when_it_is_let)
    chosen = race(
        {"optimizer": {"kind": "adam", "lr": 0.1}, "computed": "torch"},
        sgd(0.06),
        {"optimizer": "muon"},
        {"player": "nearby"},
        updates=300,
    )
    runner.send(chosen)
    (first,) = wait(runner, lambda picture: True)
    assert [track is not None for track in first.tracks] == [False, True, False, True] and not first.complete
    let.set()
    last = wait(runner, lambda picture: picture.complete)[-1]
    assert [track is not None for track in last.tracks] == [True] * 4


def test_no_race_is_given_up_for_itself(monkeypatch):
    """The thread may have taken a race before whoever hands it over comes on; its slow tracks were never made then."""
    taken, sent = threading.Event(), threading.Event()

    class Handed(queue.Queue):
        def put(self, item, *more):
            super().put(item, *more)
            if item is not None:
                assert taken.wait(60)

        def get_nowait(self):
            try:
                return super().get_nowait()
            except queue.Empty:
                taken.set()
                raise

    def slow(race, _racer, halted):
        assert sent.wait(60)
        return None if halted() else ready

    chosen = race(sgd(0.06), {"optimizer": "muon"}, updates=10)
    ready = tracks(chosen)[1]
    monkeypatch.setattr(race_runner.queue, "SimpleQueue", Handed)
    monkeypatch.setattr(race_runner, "track_unless", slow)
    runner = RaceRunner()
    runner.start()
    runner.send(chosen)
    sent.set()
    wait(runner, lambda picture: picture.complete, 20.0)
    assert runner.close()


def test_the_newest_race_wins(runner):
    slow = race(*({"optimizer": {"kind": "lbfgs"}} for _ in range(3)), terrain="rosenbrock", updates=100_000)
    runner.send(slow)
    wait(runner, lambda picture: picture.race is slow)
    quick = race(sgd(0.06))
    runner.send(slow)
    runner.send(quick)
    assert wait(runner, lambda picture: picture.complete)[-1].race is quick
    runner.send(slow)
    wait(runner, lambda picture: picture.race is slow)  # and closing does not wait for it either


def test_a_race_that_fails_is_said_and_the_next_one_goes_on(runner, monkeypatch, caplog):
    def broken(*arguments, **more):
        raise ZeroDivisionError("somewhere")

    with monkeypatch.context() as patch:
        patch.setattr(race_runner, "track", broken)
        runner.send(race(sgd(0.06)))
        assert "somewhere" in wait(runner, lambda picture: picture.complete)[-1].problem
    runner.send(race(sgd(0.06)))
    assert wait(runner, lambda picture: picture.complete)[-1].problem == ""


def test_a_formula_that_takes_too_long_is_said(runner, monkeypatch):
    monkeypatch.setattr("core.formulas.formula.MAX_OPERATIONS", 10)
    chosen = race(sgd(0.01), terrain={"kind": "formula", "f": "x^2 + y^2"})
    runner.send(chosen)
    picture = wait(runner, lambda picture: picture.complete)[-1]
    assert "takes too long" in picture.problem and picture.heights is None and picture.tracks


def test_a_runner_that_was_never_started_closes():
    assert RaceRunner().close()


def test_a_racer_is_drawn_from_its_component():
    assert Race(racers=({"optimizer": Adam(lr=0.3)},)).racers[0].optimizer.lr == 0.3
