"""When a run ends by itself, and what then becomes of its weights."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.documents.edits import replace
from core.frames import Best
from core.training.session import Session
from core.training.stop_rules import best_of
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
HARD = {"kind": "circle", "samples": 60, "noise": 0.5}


def test_after_so_many_updates():
    session = Session(small(stop={"updates": 12}))
    assert session.advance(100) == 12
    assert session.ended == "finished" and session.last["update"] == 12
    assert session.advance(5) == 0


def test_after_so_many_epochs():
    session = Session(small(stop={"epochs": 1.5}))
    session.advance(1000)
    assert session.samples == 30 + 21 and session.ended == "finished"


def test_what_early_stopping_would_take_back_is_known_while_it_learns():
    """At every evaluation the lowest validation loss so far, and how many more may miss it; what the stop restores."""
    session = Session(_overfitting())
    assert best_of(session.course.watch, session.course.state) == Best(0, session.last["validation.loss"], 4)
    seen: list[tuple[int, float]] = []
    told = None
    while not session.ended:
        session.advance(5)
        seen += [(int(row["update"]), row["validation.loss"]) for row in session.course.evaluations.take_rows()]
        told = best_of(session.course.watch, session.course.state)
        if not session.ended:
            update, loss = min(seen, key=lambda each: each[1])
            assert told == Best(update, loss, 4 - (session.updates - update) // 5)
    assert told is not None and told.left == 0
    assert f"the weights of update {told.update:,}," in session.course.journal.marks[-1].text
    assert session.last["validation.loss"] == told.loss
    session.course.go_on()
    assert best_of(session.course.watch, session.course.state) is None  # the rules are silent from here on


def test_of_patience_in_mid_run_it_is_said_that_its_samples_were_learned_from():
    """That figure is no honest one."""
    patient = _overfitting()
    session = Session(replace(patient, "stop.patience", 0))
    session.advance(5)
    assert session.apply(patient)
    while not session.ended:
        session.advance(5)
    told = best_of(session.course.watch, session.course.state)
    assert told is not None and told.reserve == "; the samples of that part were learned from before update 5"
    assert session.course.journal.marks[-1].text.endswith(f"are restored{told.reserve}")
    assert Session.of(session.snapshot()).course.watch.set_aside == 5
    again = Session(patient)
    again.advance(5)
    assert best_of(again.course.watch, again.course.state).reserve == "", "set aside from the start"


def test_without_patience_nothing_would_be_taken_back():
    session = Session(small(stop={"target": 0.01}))
    session.advance(20)
    assert best_of(session.course.watch, session.course.state) is None


def test_going_on_beyond_the_end():
    session = Session(small(stop={"updates": 5}))
    session.advance(10)
    session.course.go_on()
    assert session.advance(10) == 10
    assert session.updates == 15


def test_going_on_beyond_the_end_from_weights_set_by_hand():
    """The rules look anew at weights that somebody has set; how many updates there may be they leave as it is."""
    session = Session(small(stop={"updates": 5}))
    assert not session.course.go_on()
    session.advance(10)
    session.load_vector(session.course.points["start"])
    assert session.ended == "" and session.course.go_on() and not session.course.go_on()
    assert session.advance(10) == 10 and session.ended == ""
    unlimited = Session(small())
    unlimited.advance(10)
    unlimited.load_vector(unlimited.course.points["start"])
    assert not unlimited.course.go_on()


def test_a_run_ends_when_the_target_is_reached():
    session = Session(small(stop={"target": 0.5, "target_part": "train"}, optimizer={"kind": "sgd", "lr": 0.5}))
    session.advance(5000)
    rows = session.course.evaluations.take_rows()
    assert session.ended == "finished"
    assert rows[-1]["train.loss"] <= 0.5 < min(row["train.loss"] for row in rows[:-1])
    assert session.updates % 5 == 0


def test_a_target_looks_at_the_validation_part_unless_told_otherwise():
    session = Session(small(stop={"target": 0.6}, optimizer={"kind": "sgd", "lr": 0.5}))
    assert len(session.prepared.validation) == 6
    session.advance(5000)
    assert session.course.evaluations.take_rows()[-1]["validation.loss"] <= 0.6


def _overfitting():
    return small(
        data=HARD, layers=[layer(30)], batch_size="all", optimizer={"kind": "sgd", "lr": 1.0}, stop={"patience": 4}
    )


def test_early_stopping_restores_the_best_weights():
    session, watched = Session(_overfitting()), Session(_overfitting())
    best = (math.inf, -1, watched.vector())
    while not session.ended and session.updates < 20_000:
        session.advance(5)
    assert session.ended == "finished"
    while watched.updates < session.updates and not watched.ended:
        loss = watched.evaluate()["validation.loss"]
        if loss < best[0]:
            best = (loss, watched.updates, watched.vector())
        watched.advance(5)
    assert np.array_equal(session.vector(), best[2])
    assert session.updates == best[1] + 4 * 5
    assert session.evaluate()["validation.loss"] == best[0]


def test_early_stopping_restores_running_statistics_too():
    layers = [layer(20, normalization="batch")]
    session = Session(
        small(data=HARD, layers=layers, batch_size="all", optimizer={"kind": "sgd", "lr": 1.0}, stop={"patience": 3})
    )
    session.advance(20_000)
    assert session.ended == "finished"
    best = session.course.watch.best_buffers["h1.norm.running_mean"]
    assert np.array_equal(session.snapshot().numbers.buffers["h1.norm.running_mean"], best)
    assert session.evaluate()["validation.loss"] == session.course.watch.best_loss


def test_the_test_part_drives_nothing():
    session = Session(_overfitting())
    session.advance(100)
    assert not set(session.prepared.test) & (set(session.prepared.train) | set(session.prepared.validation))


def test_a_loss_that_is_not_finite_is_divergence():
    session = Session(
        small(
            dtype="float32",
            loss={"kind": "mean_squared"},
            data={"kind": "plane", "samples": 60},
            layers=[],
            optimizer={"kind": "sgd", "lr": 1000.0},
        )
    )
    session.advance(2000)
    assert session.ended == "diverged" and session.updates < 200


def test_three_evaluations_far_above_every_yardstick_are_divergence():
    experiment = small(
        loss={"kind": "mean_squared"},
        data={"kind": "plane", "samples": 60},
        layers=[],
        optimizer={"kind": "sgd", "lr": 0.1},
        evaluate_every=1,
    )
    session = Session(experiment)
    session.advance(1000)
    rows = session.course.evaluations.take_rows()
    limit = 10 * max(rows[0]["train.loss"], session.baselines["train.baseline_loss"])
    assert session.ended == "diverged"
    assert all(row["train.loss"] > limit for row in rows[-3:]) and rows[-4]["train.loss"] <= limit


def test_the_goal_is_noted_and_drives_nothing():
    goal = {"metric": "train.loss", "value": 0.5}
    with_goal, without = (
        Session(small(goal=goal, optimizer={"kind": "sgd", "lr": 0.5})),
        Session(small(optimizer={"kind": "sgd", "lr": 0.5})),
    )
    with_goal.advance(400)
    without.advance(400)
    reached = next(row["update"] for row in without.course.evaluations.take_rows() if row["train.loss"] <= 0.5)
    assert with_goal.course.watch.goal_update == reached
    assert np.array_equal(with_goal.vector(), without.vector())


def test_a_plateau_lowers_the_learning_rate():
    """A run that learns nothing: after the first evaluation and two more without a better loss the rate is halved, and
    again after three."""
    session = Session(
        small(optimizer={"kind": "sgd", "lr": 1e-12}, schedule={"kind": "plateau", "patience": 2, "gamma": 0.5})
    )
    session.advance(35)
    rates = [row["lr"] / 1e-12 for row in session.course.evaluations.take_rows()]
    assert rates == pytest.approx([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25], abs=1e-9)
    assert session.still().factor == 0.25


@pytest.mark.parametrize("updates", [0, 7])
def test_a_goal_that_is_reached_by_hand_counts(updates):
    goal = {"metric": "train.accuracy", "value": 1.0, "text": "all right"}
    gate = {"data": {"kind": "truth", "gate": "and"}, "layers": [], "goal": goal, "evaluate_every": 100}
    session = Session(small(**gate, optimizer={"kind": "sgd", "lr": 1e-9}))
    session.advance(updates)
    session.load_parameters({"output.weight": [[1.0, 1.0]], "output.bias": [-2.5]})
    assert session.course.watch.goal_update == -1  # not yet
    session.load_parameters({"output.bias": [-1.5]})
    assert session.course.watch.goal_update == updates
    assert [mark.text for mark in session.course.journal.marks_after(0) if mark.kind == "goal"] == ["all right"]


@pytest.mark.parametrize("engine", ["eager", "fused"])
def test_who_begins_at_the_goal_has_to_miss_it_first(engine, kernel):
    """ "The test loss has climbed back above 0.6" was said at update 25 of a loss on its way down from 0.79."""
    goal = {"metric": "train.loss", "value": 0.85, "direction": "above", "text": "up again"}
    session = Session(small(goal=goal, optimizer={"kind": "sgd", "lr": 0.1}, engine=engine))
    session.advance(400)
    losses = [row["train.loss"] for row in session.course.evaluations.take_rows()]
    assert losses[0] > losses[1] > 0.85 > max(losses[4:])  # down, and never up again
    assert session.course.watch.goal_update == -1 and session.course.watch.goal_missed
    worse = session.parameters() | {"output.bias": [9.0]}
    session.load_parameters({name: np.asarray(value).tolist() for name, value in worse.items()})
    assert session.course.watch.goal_update == 400
    assert session.course.journal.marks[-1].text == f"up again; its lowest was {min(losses):.3g}"


def test_a_start_that_is_there_already_has_reached_nothing():
    weights = {"output.weight": [[1.0, 1.0]], "output.bias": [-1.5]}
    goal = {"metric": "train.accuracy", "value": 1.0}
    session = Session(
        small(
            data={"kind": "truth", "gate": "and"}, layers=[], goal=goal, start={"weights": weights}, evaluate_every=100
        )
    )
    assert session.last["train.accuracy"] == 1 and session.course.watch.goal_update == -1


@pytest.mark.parametrize(("line_search", "rate"), [("none", 1e12), ("none", 1e39), ("strong_wolfe", 1e39)])
def test_l_bfgs_with_extreme_settings_diverges(line_search, rate):
    """At the largest rate that is taken, and where a search comes to lengths that the precision cannot hold."""
    lbfgs = {"kind": "lbfgs", "lr": 1.0, "line_search_fn": line_search}
    made = small(dtype="float32", layers=[layer(4, "relu")], optimizer=lbfgs, batch_size="all", evaluate_every=1)
    extreme = made.model_copy(update={"optimizer": made.optimizer.model_copy(update={"lr": rate})})
    session = Session(extreme)
    session.advance(12)
    assert session.ended == "diverged"


@pytest.mark.parametrize("line_search", ["none", "strong_wolfe"])
def test_l_bfgs_from_weights_without_a_loss_diverges(line_search):
    """torch's search finds no place with a loss that is a number, and raises an IndexError."""
    lbfgs = {"kind": "lbfgs", "lr": 1.0, "line_search_fn": line_search}
    start = {"weights": {"h1.weight": [[1e25, 1e25], [1e25, -1e25], [-1e25, 1e25], [1e25, 1e25]]}}
    relu = [{"name": "h1"} | layer(4, "relu")]
    session = Session(small(dtype="float32", layers=relu, optimizer=lbfgs, batch_size="all", start=start))
    session.advance(12)
    assert session.ended == "diverged"


RULED = {
    "target": {"stop": {"target": 0.25, "target_part": "train", "updates": 600}},
    "early stopping": {"stop": {"patience": 3, "updates": 600}, "data": HARD, "layers": [layer(12)]},
    "patience that lasts": {"stop": {"patience": 500, "updates": 600}},
    "plateau": {"schedule": {"kind": "plateau", "patience": 2}, "data": HARD, "stop": {"updates": 600}},
    "goal": {"goal": {"metric": "train.accuracy", "value": 0.8}, "stop": {"updates": 600}},
}


@pytest.mark.parametrize("name", RULED)
def test_rules_decide_the_same_in_one_go_and_update_by_update(name):
    """In one go the kernel makes many evaluations at a time, and goes back to the one of which a rule speaks."""
    experiment = small(engine="fused", evaluate_every=3, optimizer={"kind": "adam", "lr": 0.05}, **RULED[name])
    whole, single = Session(experiment), Session(experiment)
    whole.advance(600)
    while not single.ended and single.updates < 600:
        single.advance(1)
    assert (whole.updates, whole.ended) == (single.updates, single.ended)
    np.testing.assert_array_equal(whole.vector(), single.vector())
    assert whole.course.journal == single.course.journal
    assert whole.course.watch.plateau == single.course.watch.plateau
    rows, others = whole.course.evaluations.take(), single.course.evaluations.take()
    for figure, column in others.items():
        np.testing.assert_array_equal(rows[figure], column, err_msg=figure)
