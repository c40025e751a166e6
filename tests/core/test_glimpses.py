"""Looks between the evaluations while the kernel does not stop: true, everywhere in an epoch, few, and without any
effect on the run."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from core.history.columns import length
from core.training.glimpses import NONE, SHARE, Glimpses, Occasions
from core.training.handover import Handover
from core.training.session import Session
from tests.building.experiments import small

PLACE = 8  # looks that make a place of the band that is drawn
RING = Glimpses.of(every=25, batch=10, train_size=250, samples=500, early=64)
LONG_EPOCH = Glimpses.of(every=25, batch=1, train_size=100_000, samples=120_000, early=1)


@pytest.mark.parametrize(
    ("every", "batch"), [(1, 10), (25, 250), (25, 400)], ids=["each evaluated", "all samples", "more than all"]
)
def test_there_is_nothing_between(every, batch):
    assert Glimpses.of(every, batch, 250, 500, early=64) == NONE
    assert not len(NONE.within(0, 10**6)) and NONE.most(10**6) == 0


@pytest.mark.parametrize("glimpses", [RING, LONG_EPOCH])
def test_looks_rise_and_are_the_same_however_a_run_is_cut(glimpses):
    whole = glimpses.within(0, 300_000)
    assert (np.diff(whole) > 0).all() and whole[0] >= 1 and whole[-1] <= 300_000
    cuts = [0, 1, 7, 100, 6400, 6401, 131_072, 250_000, 300_000]
    pieces = [glimpses.within(first, last) for first, last in itertools.pairwise(cuts)]
    assert np.array_equal(np.concatenate(pieces), whole)
    assert all(
        len(piece) <= glimpses.most(last - first)
        for piece, (first, last) in zip(pieces, itertools.pairwise(cuts), strict=True)
    )


def test_in_the_long_run_they_are_few_and_at_first_many():
    millions = len(RING.within(10**7, 2 * 10**7))
    work = 10**7 / 25 + 10**7 * 10 / 500  # evaluations, and samples learned from, in evaluations
    assert 0.9 * SHARE * work < millions <= SHARE * work
    assert len(RING.within(0, 5000)) > 200 and len(RING.within(0, 100)) > 40


@pytest.mark.parametrize("epoch", [2, 7, 21, 25, 34, 55, 600, 1000])
def test_few_neighbours_meet_every_part_of_an_epoch(epoch):
    """Also where the distance of two is a whole number of epochs."""
    glimpses = Glimpses(600, 64, epoch)
    phases = glimpses.within(10**6, 2 * 10**6) % epoch
    places = np.lib.stride_tricks.sliding_window_view(phases, PLACE)
    assert (np.diff(np.sort(places, axis=1), axis=1).max(axis=1) <= max(1, 0.4 * epoch)).all()
    assert all(len(np.unique(place)) >= min(epoch, 4) for place in places)


def test_occasions_are_the_evaluations_and_the_looks_between_them():
    occasions = Occasions(25, RING)
    for first, last in ((0, 6400), (6400, 12_800), (12_800, 400_000), (90, 110)):
        due = occasions.within(first, last)
        assert set(due) == set(range(25 * (first // 25 + 1), last + 1, 25)) | set(RING.within(first, last))
        assert due.dtype == np.int64 and (np.diff(due) > 0).all()


CASES = {
    "the ring": {},
    "Adam": {"optimizer": {"kind": "adam", "lr": 0.01}},
    "cuts links": {"penalties": [{"kind": "l1", "rate": 0.01, "kill": True}]},
    "dropout": {"layers": [{"kind": "dense", "name": "h1", "units": 6, "dropout": 0.3}]},
    "diverges": {"optimizer": {"kind": "sgd", "lr": 80.0}, "loss": {"kind": "half_squared"}, "layers": []},
    "ends": {"stop": {"updates": 1234}},
    "no whole epoch": {"last_batch": "carry", "shuffle": "once"},
    "decays": {"schedule": {"kind": "exponential"}},
}


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("changes", CASES.values(), ids=list(CASES))
def test_a_run_that_is_watched_is_the_same_run(changes):
    experiment = small(**changes)
    plain, watched = Session(experiment), Session(experiment, handover=Handover())
    for session in (plain, watched):
        session.advance(3)
        session.advance(5000)
    assert plain.updates == watched.updates and plain.ended == watched.ended and plain.last == watched.last
    assert np.array_equal(plain.vector(), watched.vector())
    one, other = plain.snapshot(), watched.snapshot()
    assert one.state == other.state and one.journal == other.journal and one.path and other.path
    assert np.array_equal(one.path.updates, other.path.updates) and np.array_equal(one.path.vectors, other.path.vectors)
    assert [kept.updates for kept in plain.course.kept] == [kept.updates for kept in watched.course.kept]
    evaluations, others = plain.course.evaluations.take(), watched.course.evaluations.take()
    assert evaluations.keys() == others.keys()
    assert all(np.array_equal(evaluations[name], others[name], equal_nan=True) for name in evaluations)
    assert not plain.course.glimpses.take()


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("name", ["the ring", "Adam", "dropout", "decays"])
def test_what_is_seen_between_is_what_an_evaluation_there_would_say(name):
    experiment = small(**CASES[name])
    watched, slow = Session(experiment, handover=Handover()), Session(experiment)
    watched.advance(6000)
    between = watched.course.glimpses.take()
    assert length(between) > 100 and (between["update"] % 5 != 0).all() and between["update"][-1] > 4000
    for row, update in enumerate(between["update"]):
        slow.advance(int(update) - slow.updates)
        slow.measure_now()
        assert {name: column[row] for name, column in between.items()} == slow.last
