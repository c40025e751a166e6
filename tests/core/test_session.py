"""A run: what it counts, what changes in mid-run, what the same seed gives."""

from __future__ import annotations

import numpy as np
import pytest

from core.documents.edits import replace, replace_all
from core.messages import BadInput
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.states import set_number, with_experiment

pytestmark = pytest.mark.usefixtures("kernel")


def _advanced(experiment, updates: int) -> Session:
    session = Session(experiment)
    session.advance(updates)
    return session


# Counting


def test_updates_samples_and_epochs_count_apart():
    """30 training samples in batches of 7: four full batches and one of 2 make an epoch."""
    session = Session(small())
    assert len(session.prepared.train) == 30
    counts = []
    for _ in range(6):
        session.advance(1)
        counts.append((session.updates, session.samples, round(session.epochs, 9)))
    assert [samples for _, samples, _ in counts] == [7, 14, 21, 28, 30, 37]
    assert counts[4] == (5, 30, 1.0)
    assert session.epochs == pytest.approx(37 / 30)


@pytest.mark.parametrize(
    ("last_batch", "sizes"),
    [
        ("keep", [7, 7, 7, 7, 2, 7, 7, 7, 7, 2, 7]),
        ("drop", [7, 7, 7, 7, 7, 7, 7, 7, 7]),
        ("carry", [7, 7, 7, 7, 9, 7, 7, 7, 9, 7]),
    ],
)
def test_what_becomes_of_the_last_short_batch(last_batch, sizes):
    session, found = Session(small(last_batch=last_batch)), []
    for _ in sizes:
        before = session.samples
        session.advance(1)
        found.append(session.samples - before)
    assert found == sizes


@pytest.mark.parametrize("last_batch", ["keep", "carry"])
def test_every_sample_is_seen_once_an_epoch(last_batch):
    session = Session(small(last_batch=last_batch))
    seen = np.zeros(len(session.prepared.table.x), dtype=int)
    while session.samples < 60:
        batch = session.learner.coming_batch(session.course.state.cursor)
        if last_batch == "carry" and session.samples + len(batch) > 60:
            break
        np.add.at(seen, batch, 1)
        session.advance(1)
    counts = seen[session.prepared.train]
    assert counts.min() >= 1 and counts.max() <= 2 and seen.sum() == counts.sum()
    if last_batch == "keep":
        assert (counts == 2).all()


def test_batch_size_all_takes_every_training_sample():
    session = _advanced(small(batch_size="all"), 3)
    assert (session.samples, session.epochs) == (90, 3.0)


def test_a_batch_is_never_larger_than_the_training_part():
    assert _advanced(small(batch_size=1000), 1).samples == 30


def test_the_orders_are_permutations_that_the_seed_decides():
    session, twin, other = Session(small()), Session(small()), Session(small(seeds={"batches": 2}))
    for epoch in range(3):
        assert sorted(session.order(epoch)) == list(range(30))
        assert np.array_equal(session.order(epoch), twin.order(epoch))
    assert not np.array_equal(session.order(0), session.order(1))
    assert not np.array_equal(session.order(0), other.order(0))


def test_shuffled_once_or_never():
    once, never = Session(small(shuffle="once")), Session(small(shuffle="never"))
    assert np.array_equal(once.order(0), once.order(5)) and not np.array_equal(once.order(0), np.arange(30))
    assert np.array_equal(never.order(3), np.arange(30))


def test_evaluations_are_made_when_the_experiment_says_so():
    session = _advanced(small(evaluate_every=5), 12)
    assert [row["update"] for row in session.course.evaluations.take_rows()] == [0, 5, 10]
    session.measure_now()
    session.measure_now()
    assert [row["update"] for row in session.course.evaluations.take_rows()] == [12]


def test_both_parts_are_measured_at_the_same_weights():
    session = _advanced(small(evaluate_every=5), 10)
    now = session.evaluate()
    assert {name: value for name, value in session.course.evaluations.take_rows()[-1].items() if name in now} == now
    assert {"train.loss", "train.accuracy", "test.loss", "test.accuracy", "penalty"} <= set(now)


# Chance


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_same_seeds_give_the_same_numbers(dtype):
    experiment = small(dtype=dtype, layers=[layer(4, dropout=0.3)])
    assert np.array_equal(_advanced(experiment, 25).vector(), _advanced(experiment, 25).vector())


def test_each_seed_has_its_own_luck():
    experiment = small(layers=[layer(4, dropout=0.3)])
    base = Session(experiment)
    for name in ("data", "weights", "batches", "dropout"):
        other = Session(replace(experiment, f"seeds.{name}", 2))
        assert np.array_equal(other.prepared.x, base.prepared.x) == (name != "data")
        assert np.array_equal(other.vector(), base.vector()) == (name != "weights")
        assert np.array_equal(other.order(0), base.order(0)) == (name != "batches")
    assert not np.array_equal(
        _advanced(replace(experiment, "seeds.dropout", 2), 3).vector(), _advanced(experiment, 3).vector()
    )


# Live changes


LIVE = [
    (("optimizer.lr", 0.3),),
    (("optimizer.momentum", 0.9),),
    (("clipping.norm", 0.05),),
    (("clipping.value", 0.01),),
    (("layers.h1.dropout", 0.4),),
    (("penalties.l2.rate", 0.2),),
    (("penalties.l1.rate", 0.2),),
]


@pytest.mark.parametrize("edits", LIVE, ids=lambda edits: edits[0][0])
def test_a_live_change_equals_a_run_that_had_the_value_from_that_update_on(edits):
    """The other run is built with the new value and given the old run's state after 10 updates."""
    old = small(penalties=[{"kind": "l1", "rate": 0.0}, {"kind": "l2", "rate": 0.0}])
    new = replace_all(old, edits)
    changed = _advanced(old, 10)
    fresh = Session(new)
    fresh.restore(with_experiment(changed.snapshot(), new))
    assert changed.apply(new)
    changed.advance(10)
    fresh.advance(10)
    assert np.array_equal(changed.vector(), fresh.vector())
    assert not np.array_equal(changed.vector(), _advanced(old, 20).vector())


def test_a_live_batch_size_counts_from_the_next_batch_on():
    session = _advanced(small(), 2)
    assert session.apply(small(batch_size=3))
    session.advance(1)
    assert session.samples == 17


def test_what_is_not_live_is_refused_and_changes_nothing():
    session = _advanced(small(), 5)
    before = session.snapshot()
    for path, value in (
        ("layers.h1.units", 5),
        ("loss.kind", "hinge"),
        ("seeds.weights", 7),
        ("dtype", "float32"),
    ):
        assert not session.apply(replace(small(), path, value))
    assert session.snapshot().experiment == before.experiment
    assert np.array_equal(session.vector(), before.parameters)


def test_live_changes_are_marked_and_logged():
    session = _advanced(small(), 5)
    session.apply(small(optimizer={"kind": "sgd", "lr": 0.2}))
    assert [(mark.update, mark.kind) for mark in session.course.journal.marks] == [(5, "live")]
    assert session.course.journal.log[-1].changes == (("optimizer.lr", 0.2),)


def test_new_samples_in_mid_run_keep_weights_and_counters():
    session = _advanced(small(), 9)
    weights, epochs = session.vector(), session.epochs
    assert session.apply(small(data={"kind": "circle", "samples": 100, "noise": 0.2}))
    assert len(session.prepared.train) == 50
    assert np.array_equal(session.vector(), weights)
    assert session.epochs == epochs
    session.advance(1)
    assert session.epochs == pytest.approx(epochs + 7 / 50)


def test_early_stopping_switched_on_in_mid_run_gets_its_validation_part():
    session = _advanced(small(), 5)
    assert not len(session.prepared.validation)
    assert session.apply(small(stop={"patience": 4}))
    assert len(session.prepared.validation) == 6
    assert "validation.loss" in session.evaluate()
    restored = Session.of(session.snapshot())
    session.advance(10)
    restored.advance(10)
    assert np.array_equal(session.vector(), restored.vector())


# Weights by hand


def test_a_weight_set_by_hand():
    session = _advanced(small(), 5)
    set_number(session, "h1.weight", (2, 1), 3.5)
    assert session.parameters()["h1.weight"][2, 1] == 3.5
    assert session.updates == 5 and session.course.journal.log[-1].kind == "weights"


def test_hand_edits_clear_the_optimizers_memory():
    session = _advanced(small(optimizer={"kind": "sgd", "lr": 0.1, "momentum": 0.9}), 5)
    session.load_parameters({"h1.bias": [0, 0, 0, 0]})
    assert not any(
        isinstance(value, np.ndarray) and value.any()
        for slot in session.learner.engine.slots().values()
        for value in slot.values()
    )


@pytest.mark.parametrize(
    "parameters",
    [
        {"h9.weight": [[1.0]]},
        {"h1.weight": [1.0, 2.0]},
        {"h1.bias": [1.0, float("nan"), 0, 0]},
        {"h1.weight": [[1.0], [2.0, 3.0]]},
        {"h1.bias": "x"},
    ],
)
def test_parameters_that_do_not_fit_are_refused(parameters):
    session = Session(small())
    before = session.vector()
    with pytest.raises(BadInput):
        session.load_parameters(parameters)
    assert np.array_equal(session.vector(), before)


def test_stored_weights_take_the_place_of_drawn_ones():
    session = Session(small(start={"weights": {"h1.bias": [1.0, 2.0, 3.0, 4.0]}}))
    assert session.parameters()["h1.bias"].tolist() == [1.0, 2.0, 3.0, 4.0]
    assert np.array_equal(session.parameters()["h1.weight"], Session(small()).parameters()["h1.weight"])


def test_no_hidden_layer_is_a_network_too():
    session = _advanced(small(layers=[]), 5)
    assert set(session.parameters()) == {"output.weight", "output.bias"}


def test_a_large_table_is_evaluated_in_pieces(monkeypatch):
    whole = Session(small(engine="eager")).evaluate()
    monkeypatch.setattr("core.networks.sample_memory.MOST", 7)
    pieces = Session(small(engine="eager")).evaluate()
    assert pieces == pytest.approx(whole, abs=1e-12)


@pytest.mark.parametrize(("optimizer", "cleared"), [({"kind": "sgd"}, False), ({"kind": "sgd", "momentum": 0.9}, True), ({"kind": "adam"}, True)])  # fmt: skip
def test_a_hand_edit_clears_a_memory_where_there_is_one(optimizer, cleared):
    session = Session(small(optimizer=optimizer))
    session.load_parameters({"h1.bias": [0.0] * 4})
    (mark,) = session.course.journal.marks_after(0)
    assert mark.text.startswith("weights set by hand") and ("memory" in mark.text) == cleared
    session.load_parameters({"h1.bias": [0.5, 0.0, 0.0, 0.0]}, "bias of unit 1 set to 0.5 by hand")
    *_, mark = session.course.journal.marks_after(0)
    assert mark.text.startswith("bias of unit 1 set to 0.5 by hand") and ("memory" in mark.text) == cleared
