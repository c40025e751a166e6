"""What a run is called where nobody has named it."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.history.journal import Event
from core.messages import when_words
from core.runs import hands, in_time, way_back
from core.runs.desk import Desk
from core.runs.run import Label, Run
from core.runs.words import differing, name_of, on_the_way, words_of
from tests.building.experiments import small

L2 = [{"kind": "l2", "rate": 0.01}]
PUT = (("vector", (1.0,)), ("drag", False))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"speed": "max", "title": "Mine", "engine": "eager", "stop.updates": 7}, ""),
        ({"optimizer.lr": 0.3}, "η 0.1 → 0.3"),
        ({"optimizer": {"kind": "adam", "lr": 0.02}}, "SGD → Adam"),
        ({"batch_size": "all"}, "batch size 7 → all"),
        ({"optimizer.lr": 0.3, "batch_size": 5}, "batch size 7 → 5, η 0.1 → 0.3"),
        ({"optimizer.lr": 0.3, "batch_size": 5, "data.noise": 0.2, "shuffle": "never"}, "batch size 7 → 5, shuffle the samples each epoch anew → never and 2 more"),
        ({"layers.h1.units": 5}, "hidden layer 1: units 4 → 5"),
        ({"layers.h1.units": 6, "layers.h2.units": 6}, "hidden layer 1: units 4 → 6, hidden layer 2: units 3 → 6"),
        ({"layers.h1.activation": {"kind": "relu"}, "layers.h2.activation": {"kind": "tanh"}}, "hidden layer 1: Tanh → ReLU, hidden layer 2: Sigmoid → Tanh"),
        ({"layers.h1.bias": False, "layers.h2.bias": False}, "bias on → off"),
        ({"penalties": L2}, "with weight penalty"),
        ({"data.kind": "moons", "optimizer.lr": 0.3}, "Circle → Moons"),
        ({"seeds.weights": 9}, "other start"),
        ({"seeds.batches": 9, "seeds.dropout": 3}, "other start"),
        ({"seeds.data": 9}, "other samples"),
        ({"seeds.weights": 9, "optimizer.lr": 0.3}, "η 0.1 → 0.3, other start"),
    ],
)  # fmt: skip
def test_what_two_experiments_differ_in(changes, words):
    assert differing(small(), replace_all(small(), tuple(changes.items()))) == words


def test_a_table_is_called_after_its_file():
    """A run was called "file /home/…", as far as there was room."""
    roles = {"a": "input", "p": "target"}
    one, other = (
        replace_all(Experiment(), (("data", {"kind": "csv", "path": f"/home/me/{name}.csv", "columns": roles}),))
        for name in ("coffee", "titanic")
    )
    assert differing(small(), one) == "Circle → coffee" and differing(one, other) == "file coffee.csv → titanic.csv"
    assert words_of(Run("r", other), None) == "titanic"


def test_layers_are_counted():
    one = small(layers=small().values()["layers"][:1])
    assert differing(one, small()) == "1 → 2 hidden layers" and differing(small(), one) == "2 → 1 hidden layers"
    assert differing(replace_all(small(), (("penalties", L2),)), small()) == "no weight penalty"


def _named(desk: Desk) -> str:
    return name_of(desk.run, desk.runs.get(desk.run.parent))


def _with(desk: Desk, *pairs: tuple[str, object]) -> Experiment:
    return replace_all(desk.place.document, pairs)


def test_a_branch_says_what_was_changed_and_where():
    desk = in_time.look(in_time.advance(Desk.begin(small(), "d"), 1000), 480)
    rate = in_time.advance(hands.change(desk, _with(desk, ("optimizer.lr", 0.3)), "rate"), 1)
    assert _named(rate) == "η 0.1 → 0.3 from update 480"
    put = hands.edit(desk, "put", PUT, "put")
    assert _named(in_time.advance(put, 1)) == "weights set by hand from update 480"
    both = hands.change(put, _with(put, ("optimizer.lr", 0.3)), "rate")
    assert _named(in_time.advance(both, 1)) == "weights set by hand, η 0.1 → 0.3 from update 480"
    back = in_time.advance(hands.take_back(in_time.back_to_now(desk), "back"), 1)
    assert _named(back) == "A once more from update 999"


def test_a_branch_without_what_a_hand_did_is_once_more():
    desk = in_time.advance(Desk.begin(small(), "d"), 1500)
    desk = way_back.undo(in_time.advance(hands.edit(desk, "put", PUT, "put"), 5))
    assert _named(in_time.advance(desk, 1)) == "A once more from update 1,500", (
        "from which run: others go on from there too"
    )
    assert words_of(desk.run.branched("b", 5, ()), desk.run) == "A once more from update 5"


def test_what_hands_have_changed_on_the_way_of_one_run_alone():
    rate = Event(459, "live", (("optimizer.lr", 0.3),))
    put, more = Event(663, "put", PUT), Event(700, "live", (("optimizer.lr", 0.1), ("batch_size", 5)))
    plain = Run("a", small())
    branch = Run("b", small(), "a", 459, events=(rate, put, put, Event(664, "go on", ()), more))
    assert on_the_way(plain, branch) == "" and on_the_way(branch, branch) == ""
    assert on_the_way(branch, plain) == (
        "η 0.1 → 0.3 at update 459, weights set by hand at update 663, batch size 7 → 5, η 0.3 → 0.1 at update 700"
    )
    other = Run("c", small(), events=(rate, *(Event(update, "weights", PUT) for update in (500, 600, 1700, 1800))))
    assert on_the_way(branch, other).startswith("weights set by hand at update 663, batch size"), "what both have done"
    assert on_the_way(other, branch).endswith("at update 600, weights set by hand at update 1,700 and 1 more")


def test_a_run_that_began_anew_is_compared_with_its_parents_beginning():
    desk = in_time.advance(Desk.begin(small(title="Ring"), "d"), 1000)
    desk = in_time.advance(hands.change(desk, _with(desk, ("optimizer.lr", 0.3)), "rate"), 5)
    assert _named(desk) == "Ring"
    assert _named(hands.begin(desk, desk.place.document, "beside")) == "η 0.1 → 0.3"
    assert (
        _named(hands.change(desk, _with(desk, ("layers.h1.units", 9)), "units"))
        == "hidden layer 1: units 4 → 9, η 0.1 → 0.3"
    )
    assert _named(hands.begin(desk, small(title="Ring"), "again")) == "the same once more"


def test_a_name_of_a_persons_own_comes_first():
    run = Run("r", small(), label=Label("mine"))
    assert name_of(run, None) == "mine" and words_of(run, None) == "Circle"
    lone = dataclasses.replace(run, label=Label(), parent="gone", branch=480, events=(Event(480, "put", PUT),))
    assert name_of(lone, None) == "Circle from update 480"


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 29, 12, 31), "today 12:31"),
        (datetime(2026, 11, 29, 0, 0), "today 00:00"),
        (datetime(2026, 11, 28, 23, 59), "yesterday 23:59"),
        (datetime(2026, 11, 27, 8, 5), "27 Nov"),
        (datetime(2025, 11, 29, 12, 0), "29 Nov 2025"),
    ],
)
def test_when_a_run_was_made(then, words):
    assert when_words(then.timestamp(), datetime(2026, 11, 29, 13, 0).timestamp()) == words
