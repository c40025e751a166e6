"""Rules without a gradient: chance draws and keeps the best, by hand nothing moves; what each has cost is counted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import random
from core.documents.edits import replace
from core.messages import BadInput
from core.runs.scoreboard import Score, evaluations, figure_of
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
    costs = [evaluations(each.experiment, each.epochs, each.course.journal) for each in (gradient, chance, hand)]
    assert costs == [2.0, 6.0, 0.0], "ten of thirty samples are a third of an evaluation"
    hand.load_parameters({"h1.bias": np.ones(4)})
    hand.load_vector(hand.vector() + 0.1, drag=True)
    hand.load_vector(hand.vector() + 0.1, drag=True)
    hand.load_vector(hand.vector() + 0.1)
    assert evaluations(hand.experiment, hand.epochs, hand.course.journal) == 2.0, "a drag is one"


def test_the_score_is_of_the_lowest_training_loss():
    columns = {"train.loss": np.array([0.7, 0.2, np.nan, 0.4]), "test.accuracy": np.array([0.5, 0.8, 0.0, 0.9])}
    assert figure_of(small()) == "test.accuracy"
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
