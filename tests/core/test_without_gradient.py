"""Rules without a gradient: chance draws and keeps the best, by hand nothing moves; what each has cost is counted."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import random
from core.documents.edits import replace
from core.messages import BadInput
from core.runs.scoreboard import MOST, Score, Tally, budget, comparable, evaluations, figure_of, lead
from core.training.recall import recall
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")
CHANCE = {"rule": {"kind": "chance", "std": 2.0}}
HAND = {"rule": {"kind": "hand"}}


def drawn(session: Session, number: int) -> np.ndarray:
    stream = random.key(session.experiment.seeds.weights, "chance", number)
    return 2.0 * random.normal(stream, len(session.vector()))


def loss_at(session: Session, vector: np.ndarray) -> float:
    other = Session(session.experiment)
    other.load_vector(vector)
    figures = other.evaluate()
    return figures["train.loss"] + figures["penalty"]


@pytest.mark.parametrize("penalties", [[], [{"kind": "l2", "rate": 0.1}]])
def test_chance_keeps_the_best_of_its_draws_and_of_the_start(penalties):
    session = Session(small(**CHANCE, penalties=penalties))
    places = [session.vector(), *(drawn(session, number) for number in range(30))]
    losses = [loss_at(session, place) for place in places]
    for made in range(1, 31):
        session.advance(1)
        best = int(np.argmin(losses[: made + 1]))
        assert np.array_equal(session.vector(), places[best].astype(session.vector().dtype))
    assert session.samples == 30 * len(session.prepared.train), "each draw is seen by all training samples"


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_chance_comes_to_the_same_however_it_is_cut_restored_and_recalled(slices):
    whole, cut = Session(small(**CHANCE)), Session(small(**CHANCE))
    for updates in slices:
        cut.advance(updates)
        cut = Session.of(cut.snapshot())
    whole.advance(sum(slices))
    assert np.array_equal(whole.vector(), cut.vector())
    before = recall(whole.course, sum(slices[:-1]))
    before.advance(slices[-1])
    assert np.array_equal(before.vector(), whole.vector())


def test_chance_goes_on_from_what_a_hand_has_set():
    session = Session(small(**CHANCE))
    session.advance(20)
    worse = session.vector() + 5.0
    session.load_vector(worse)
    lost = session.last["train.loss"]
    session.advance(20)
    assert session.evaluate()["train.loss"] < lost


def test_by_hand_nothing_moves_but_by_hand():
    session = Session(small(**HAND))
    begun = session.vector()
    session.advance(40)
    assert np.array_equal(session.vector(), begun) and session.updates == 40
    session.load_parameters({"h1.bias": np.ones(4)})
    moved = session.vector()
    session.advance(5)
    assert np.array_equal(session.vector(), moved) and not np.array_equal(moved, begun)


def test_what_a_hand_has_put_far_away_has_not_diverged():
    session = Session(small(**HAND, evaluate_every=5))
    session.load_vector(np.random.default_rng(1).normal(size=len(session.vector())) * 100)
    assert session.last["train.loss"] > 10
    session.advance(50)
    assert not session.ended and session.updates == 50


def test_evaluations_are_counted_by_samples_and_hands():
    gradient, chance, hand = (Session(small(**rule, batch_size=10)) for rule in ({}, CHANCE, HAND))
    for session in (gradient, chance, hand):
        session.advance(6)
    costs = [evaluations(each.experiment, each.epochs, each.course.journal.log) for each in (gradient, chance, hand)]
    assert costs == [2.0, 6.0, 0.0], "ten of thirty samples are a third of an evaluation"
    hand.load_parameters({"h1.bias": np.ones(4)})
    hand.load_vector(hand.vector() + 0.1, drag=True)
    hand.load_vector(hand.vector() + 0.1, drag=True)
    hand.load_vector(hand.vector() + 0.1)
    assert evaluations(hand.experiment, hand.epochs, hand.course.journal.log) == 2.0, "a drag is one"


def test_a_drag_over_a_run_that_learns_is_one_change():
    hand = Session(small(**HAND))
    for drag in (True, True, True, False, True):
        hand.load_vector(hand.vector() + 0.1, drag=drag)
        hand.advance(1)
    assert len(hand.course.journal.log) == 5
    assert evaluations(hand.experiment, hand.epochs, hand.course.journal.log) == 2.0


def low(evaluations, loss):
    return Score("you", evaluations, loss, 1 - loss)


def test_a_tally_holds_the_lowest_losses_and_what_was_taken_back_no_more():
    tally = Tally()
    for score in (low(0.0, 0.7), low(1.0, 0.9), low(2.0, 0.4), low(3.0, np.nan), low(4.0, 0.3)):
        tally = tally.with_more(score)
    assert tally.after(1.5) == dataclasses.replace(low(0.0, 0.7), evaluations=1.5)
    assert [tally.after(cost).loss for cost in (0.0, 2.0, 3.9, 9.0)] == [0.7, 0.4, 0.4, 0.3]
    assert tally.after(9.0).evaluations == 9.0 and tally.after(9.0).figure == 0.7
    back = tally.with_more(low(3.0, 0.5))
    assert back.after(9.0).loss == 0.4, "the fourth change was undone"
    assert Tally().after(3.0) is None
    for number in range(500):
        tally = tally.with_more(low(5.0 + number, 0.2 / (number + 1)))
    assert len(tally.lows) <= MOST and tally.after(1e9).loss == 0.2 / 500 and tally.after(0.0).loss == 0.7


def test_the_budget_is_what_all_that_evaluate_end_after():
    ends = {"stop": {"updates": 300}}
    gradient, chance, hand = (small(**rule, **ends, batch_size=10) for rule in ({}, CHANCE, HAND))
    assert budget([gradient], 30) == 100 and budget([hand, chance], 30) == 300
    assert budget([gradient, chance], 30) is None and budget([small()], 30) is None and budget([hand], 30) is None
    assert budget([small(stop={"epochs": 7.0}), hand], 30) == 7
    assert budget([small(stop={"epochs": 7.0, "updates": 3}, batch_size="all")], 30) == 3


def test_the_lead_is_in_training_loss():
    assert lead([low(1, 0.5), None, low(1, 0.2), low(9, 0.3)]) == (2, pytest.approx(0.1))
    assert lead([low(1, 0.5), None]) is None and lead([low(1, 0.5), low(2, 0.5004)]) is None
    assert comparable([small(), small(rule=CHANCE["rule"])])
    assert not comparable([small(), small(layers=[], rule={"kind": "perceptron"}, loss={"kind": "mistakes"})])


def test_the_score_is_of_the_lowest_training_loss():
    columns = {"train.loss": np.array([0.7, 0.2, np.nan, 0.4]), "test.accuracy": np.array([0.5, 0.8, 0.0, 0.9])}
    assert figure_of(small(), columns) == "test.accuracy"
    assert figure_of(small(), ("train.loss", "train.accuracy")) == "train.accuracy", "there is no test part"
    assert Score.of("you", small(), 3.0, columns) == Score("you", 3.0, 0.2, 0.8)


def test_another_rule_keeps_the_loss_unless_it_is_the_perceptrons():
    squared = small(loss={"kind": "half_squared"})
    chance = replace(squared, "rule.kind", "chance")
    assert chance.loss.kind == "half_squared" and replace(chance, "rule.kind", "gradient").loss == squared.loss
    line = replace(small(layers=[]), "rule.kind", "perceptron")
    assert line.loss.kind == "mistakes" and replace(line, "rule.kind", "chance").loss.kind == "cross_entropy"


def test_several_players_learn_by_the_gradient_alone():
    with pytest.raises(BadInput, match="by the gradient alone"):
        small(data={"kind": "cloud", "samples": 60}, task={"kind": "gan"}, layers=[], loss=None, **CHANCE)
