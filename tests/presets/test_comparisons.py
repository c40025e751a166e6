"""The ready-made comparisons: each loads, runs, and what its card says is so, from other starts too."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Sequence

import numpy as np
import pytest

from core.comparison import Comparison, shelf
from core.data.preparation import prepare
from core.documents.edits import replace
from core.runs.many import many
from core.runs.outcome import Outcome
from core.runs.scoreboard import evaluations
from core.runs.seeds import START, reseeded
from core.runs.shared_luck import shared
from core.studies.axis import choices
from core.studies.study import Study
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")
NAMES = shelf.names()
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
OTHER_LUCK = {
    "learning-rates",
    "sgd-adam",
    "batch-sizes",
    "activations",
    "dropout",
    "you-chance-gradient",
}  # nothing but settings differs


@functools.cache
def ready(name: str) -> Comparison:
    return shelf.comparisons()[name]


def made(name: str, starts: int, *edits, updates: int = 10**9) -> dict[str, list[Outcome]]:
    """Every run from so many starts with shared luck, by its name."""
    comparison = ready(name).with_values(edits) if edits else ready(name)
    found = {}
    for own, lane in zip(comparison.names, comparison.experiments(), strict=True):
        lanes = [lane, *(reseeded(lane, number, START) for number in range(1, starts))]
        found[own] = [outcome for outcome in many(lanes, updates, workers=1) if outcome is not None]
    return found


def all_of(outcomes: Sequence[Outcome], figure: str) -> list[float]:
    return [outcome.figures[figure] for outcome in outcomes]


def median(outcomes: Sequence[Outcome], figure: str) -> float:
    return statistics.median(all_of(outcomes, figure))


@pytest.mark.parametrize("name", NAMES)
def test_a_comparison_says_what_it_is_and_can_be_tried(name):
    found = ready(name)
    assert found.title and found.description[-1] in ".?" and len(found.what_to_try) == 2
    assert 2 <= len(found.names) <= 4 and all(lane.stop.any for lane in found.experiments())
    changes = [each.edits for each in found.what_to_try if each.do]
    assert changes
    for edits in changes:
        assert found.with_values(edits).experiments() != found.experiments()
    assert Comparison.loads(found.dumps()) == found


@pytest.mark.parametrize("name", NAMES)
def test_what_it_does_not_compare_is_shared(name):
    lanes = ready(name).experiments()
    rows = {row.what: row for row in shared(lanes, [prepare(lane) for lane in lanes])}
    assert rows["order"].yes and rows["split"].yes
    assert rows["data"].yes is (name != "shuffled-pixels") and rows["start"].yes is (name in OTHER_LUCK)


@pytest.mark.parametrize("name", NAMES)
def test_it_plays_at_a_speed_that_can_be_followed(name):
    """By samples the run with the largest batches sets the speed: in epochs where that takes all of them."""
    first = ready(name).experiments()[0]
    assert 5 <= (first.stop.updates or first.stop.epochs) / float(first.speed) <= 25


# What they say


@pytest.mark.slow
def test_three_rates_crawl_close_the_ring_and_are_thrown_about():
    small, good, large = made("learning-rates", 6, updates=1000).values()
    assert median(small, "test.loss") > 0.6 and min(all_of(good, "test.accuracy")) > 0.97
    assert median(large, "test.loss") > 5 * median(good, "test.loss")
    rises = [np.count_nonzero(np.diff(run.curves["train.loss"]) > 0) / len(run.curves["train.loss"]) for run in large]
    assert statistics.median(rises) > 0.3
    slow = made("learning-rates", 3, ("stop.updates", 34_000))["η 0.003"]
    assert median(slow, "train.loss") == pytest.approx(median(good, "train.loss"), rel=0.2)


@pytest.mark.slow
@pytest.mark.parametrize(("place", "kind", "rates"), [(0, "sgd", RATES[2:]), (1, "adam", RATES[:7])])
def test_the_rates_of_sgd_and_adam_are_the_best_of_seven_by_the_training_loss(place, kind, rates):
    lane = ready("sgd-adam").experiments()[place]
    assert lane.optimizer.kind == kind and lane.stop.updates == 2000
    trials = list(Study(lane, (choices("optimizer.lr", rates),), starts=10).trials())
    outcomes = many([trial.experiment for trial in trials], 2000, workers=1)
    losses = {
        rate: statistics.median(
            outcome.figures["train.loss"]
            for trial, outcome in zip(trials, outcomes, strict=True)
            if trial.cell == cell and outcome is not None
        )
        for cell, rate in enumerate(rates)
    }
    assert len(rates) == 7 and min(losses, key=losses.__getitem__) == lane.optimizer.lr


@pytest.mark.slow
def test_adam_is_ahead_on_the_spiral_and_suffers_from_the_rate_that_sgd_needs():
    sgd, adam = made("sgd-adam", 10).values()
    assert (
        sum(one > other for one, other in zip(all_of(sgd, "train.loss"), all_of(adam, "train.loss"), strict=True)) >= 8
    )
    sgd, adam = made("sgd-adam", 10, ("optimizer.lr", 0.1)).values()
    assert median(adam, "train.loss") > 0.6 > median(sgd, "train.loss") > 0.4


@pytest.mark.slow
def test_small_batches_get_further_with_as_many_samples_and_bear_smaller_rates():
    one, ten, everything = made("batch-sizes", 6).values()
    assert ready("batch-sizes").in_step == "samples"
    assert median(one, "train.loss") < median(ten, "train.loss") < median(everything, "train.loss")
    assert [run.updates for run in (one[0], ten[0], everything[0])] == [15_000, 1_500, 60]
    _, ten, everything = made("batch-sizes", 20, ("stop", {"updates": 60})).values()
    assert 0 < median(ten, "train.loss") - median(everything, "train.loss") < 0.02
    one, _, faster = made("batch-sizes", 6, ("optimizer.lr", 1.0)).values()
    assert median(faster, "train.loss") < 0.3 < 0.4 < median(one, "train.loss")


def test_a_step_has_no_slope_so_that_its_hidden_units_stay_where_they_began():
    tanh, relu, step = made("activations", 6).values()
    assert min(all_of(tanh, "test.accuracy")) > 0.97 and median(relu, "test.accuracy") > 0.97
    assert relu[0].figures["test.accuracy"] > 0.97 and max(all_of(step, "test.accuracy")) < 0.6
    session = Session(ready("activations").experiments()[2])
    before = session.parameters()
    session.advance(200)
    after = session.parameters()
    assert [np.array_equal(before[name], after[name]) for name in before] == [True, True, False, False]
    wider = made("activations", 6, ("layers.h1.units", 8))
    assert median(wider["tanh"], "train.loss") < median(tanh, "train.loss")
    assert (
        median(wider["ReLU"], "train.loss") < median(relu, "train.loss") and median(wider["step"], "test.loss") > 0.69
    )


def test_zeros_never_leave_their_place_a_wide_bell_does_worse_than_xavier():
    zeros, wide, xavier = made("starting-weights", 6).values()
    assert min(all_of(zeros, "test.loss")) > 0.69 and median(wide, "test.loss") > 5 * median(xavier, "test.loss")
    assert min(all_of(xavier, "test.accuracy")) > 0.98
    session = Session(ready("starting-weights").experiments()[0])
    session.advance(50)
    assert [name for name, array in session.parameters().items() if array.any()] == ["output.bias"]
    narrow = made("starting-weights", 6, *ready("starting-weights").what_to_try[1].edits)["N(0, σ²), σ = 3"]
    assert min(all_of(narrow, "train.loss")) > 0.69


@pytest.mark.slow
def test_dropout_keeps_the_test_loss_lower_but_not_more_points_right():
    none, half = made("dropout", 6).values()
    assert max(all_of(half, "test.loss")) < min(all_of(none, "test.loss"))
    assert median(half, "test.accuracy") <= median(none, "test.accuracy")
    longer = made("dropout", 3, ("stop.updates", 6000))["none"]
    assert median(longer, "test.loss") > median(none, "test.loss") + 0.1
    none, half = made("dropout", 3, ("data.train_share", 0.9)).values()
    assert all(one < other for one, other in zip(all_of(none, "test.loss"), all_of(half, "test.loss"), strict=True))


def test_of_three_players_one_waits_for_hands_one_draws_and_one_follows_the_slope():
    hand, chance, gradient = (Session(lane) for lane in ready("you-chance-gradient").experiments())
    begun = hand.vector()
    for session in (hand, chance, gradient):
        session.advance(100)
    assert np.array_equal(hand.vector(), begun) and len(begun) == 17
    assert [evaluations(each.experiment, each.epochs, each.course.journal.log) for each in (hand, chance, gradient)] == [0, 100, 100]  # fmt: skip
    assert hand.last["train.loss"] > chance.last["train.loss"] > gradient.last["train.loss"]


@pytest.mark.slow
def test_ten_thousand_draws_are_behind_a_hundred_steps_along_the_gradient():
    _, chance, gradient = ready("you-chance-gradient").experiments()
    for number in range(3):
        sessions = [Session(reseeded(lane, number, START) if number else lane) for lane in (chance, gradient)]
        sessions[0].apply(replace(sessions[0].experiment, "stop.updates", 10_000))
        for session, updates in zip(sessions, (10_000, 100), strict=True):
            session.advance(updates)
        assert sessions[0].last["train.loss"] > sessions[1].last["train.loss"] and sessions[0].updates == 10_000
        assert 0.75 < sessions[0].last["test.accuracy"] < 0.9
        sessions[1].advance(1900)
        assert sessions[1].last["test.accuracy"] > 0.97


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_who_looks_at_neighbours_suffers_from_shuffled_pixels():
    cnn, dense, cnn_shuffled, dense_shuffled = made("shuffled-pixels", 3).values()
    for plain, shuffled in zip(all_of(cnn, "test.accuracy"), all_of(cnn_shuffled, "test.accuracy"), strict=True):
        assert plain > shuffled
    assert median(dense_shuffled, "test.accuracy") == pytest.approx(median(dense, "test.accuracy"), abs=0.012)
    assert median(cnn, "test.accuracy") > median(dense, "test.accuracy")
    shifted = made("shuffled-pixels", 1, ("data.shift", 1))
    first, *others = (runs[0].figures["test.accuracy"] for runs in shifted.values())
    assert first > 0.6 and max(others) < 0.5


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_all_three_cells_remember_twenty_steps_and_sixty_the_gru():
    for outcomes in made("memory-cells", 4).values():
        assert sum(accuracy >= 0.99 for accuracy in all_of(outcomes, "test.accuracy")) >= 3
    rnn, lstm, gru = made("memory-cells", 4, ("data.steps", 60)).values()
    assert min(all_of(gru, "test.accuracy")) > 0.95
    for few in (rnn, lstm):
        assert sum(accuracy > 0.95 for accuracy in all_of(few, "test.accuracy")) <= 2
