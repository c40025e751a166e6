"""What was shown can be computed again: a run goes back to any update of its history, bit for bit, and on from
there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.frames import RunState
from core.history import journal, kept_states
from core.messages import BadInput
from core.probes.boundary import Boundary
from core.probes.weights import Weights
from core.threads import commands
from core.training.recall import first_kept, follow, go_back, recall, remember
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.runners import running
from tests.building.states import set_number

pytestmark = pytest.mark.usefixtures("kernel")
ADAM = {"optimizer": {"kind": "adam", "lr": 0.02}}
ENGINES = [pytest.param({"engine": "eager"}, id="eager"), pytest.param({"engine": "fused"}, id="fused")]


def _shown(session: Session) -> list[dict[str, np.ndarray]]:
    return [dict(session.frame(request).arrays) for request in (Boundary(resolution=9), Weights())]


def _same_frames(one: list[dict[str, np.ndarray]], other: list[dict[str, np.ndarray]]) -> None:
    for first, second in zip(one, other, strict=True):
        assert first.keys() == second.keys()
        assert all(np.array_equal(first[name], second[name], equal_nan=True) for name in first)


def _same_run(one: Session, other: Session) -> None:
    assert np.array_equal(one.vector(), other.vector()) and one.experiment == other.experiment
    assert one.course.state == other.course.state and one.still().factor == other.still().factor
    first, second = one.course.journal, other.course.journal
    assert (first.log, first.marks) == (second.log, second.marks)
    assert one.evaluate() == other.evaluate() and one.course.watch.recent == other.course.watch.recent


def _changed(session: Session, *edits: tuple[str, Any]) -> None:
    assert session.apply(replace_all(session.experiment, edits))


def _eventful(changes: dict[str, Any]) -> tuple[Session, dict[int, list[dict[str, np.ndarray]]]]:
    """A run with a live change of every sort on its way, and what was shown at some of its updates."""
    session, shown = Session(small(**ADAM | changes)), {}
    acts = {
        40: lambda: _changed(session, ("optimizer.lr", 0.005), ("batch_size", 5)),
        55: lambda: set_number(session, "h1.weight", (0, 1), 0.75),
        90: lambda: _changed(session, ("clipping.norm", 0.05)),
        130: lambda: session.load_vector(session.vector() * 0.5, "put by a click"),
        170: lambda: _changed(session, ("penalties", [{"kind": "l2", "rate": 0.01}])),
        230: lambda: _changed(session, ("data.noise", 0.3)),
        300: lambda: _changed(
            session, ("layers.h1.dropout", 0.25), ("penalties.l2.rate", 0.001), ("stop.updates", 420)
        ),
        420: lambda: session.course.go_on(),
    }
    for update in (7, 40, 41, 55, 89, 90, 130, 131, 150, 170, 229, 230, 261, 300, 333, 420, 450):
        session.advance(update - session.updates)
        acts.pop(update, lambda: None)()
        shown[update] = _shown(session)
    assert not acts
    return session, shown


@pytest.mark.parametrize("changes", ENGINES)
def test_what_was_shown_is_computed_again(changes, monkeypatch):
    monkeypatch.setattr(kept_states, "NEWEST", 20)
    monkeypatch.setattr(kept_states, "TIER", 4)
    session, shown = _eventful(changes)
    assert session.updates == 450 and session.course.journal.log[-1].kind == "go on"
    before = session.vector()
    for update, frames in shown.items():
        _same_frames(_shown(recall(session.course, update)), frames)
    assert np.array_equal(session.vector(), before) and session.updates == 450, "the run itself stays where it is"


@pytest.mark.parametrize("changes", ENGINES)
def test_back_and_on_again_is_never_having_been_back(changes):
    session, _ = _eventful(changes)
    whole = recall(session.course, 420)
    for update in (449, 425, 420):
        go_back(session, update)
        assert (
            session.updates == update
            and max(session.course.trajectory.path().updates) <= update
            and max(session.course.kept.updates) <= update
        )
    _same_run(session, whole)
    for one in (session, whole):
        one.advance(100)
    _same_run(session, whole)


@pytest.mark.parametrize("changes", ENGINES)
def test_back_update_by_update_to_the_start(changes):
    session = Session(small(**changes | {"optimizer": {"kind": "sgd", "momentum": 0.9}}))
    vectors = [session.vector()]
    for _ in range(60):
        session.advance(1)
        vectors.append(session.vector())
    for update in reversed(range(60)):
        go_back(session, update)
        assert session.updates == update and np.array_equal(session.vector(), vectors[update])
    with pytest.raises(BadInput, match="goes from 0 to 0"):
        go_back(session, -1)
    session.advance(60)
    assert np.array_equal(session.vector(), vectors[60])


def test_a_run_that_ended_comes_back_to_life():
    session = Session(small(optimizer={"kind": "sgd", "lr": 1e12}))
    session.advance(1000)
    assert session.ended == "diverged"
    go_back(session, 0)
    assert session.ended == "" and np.isfinite(session.vector()).all()
    _changed(session, ("optimizer.lr", 0.1))
    session.advance(50)
    assert session.updates == 50


def test_early_stopping_is_computed_again():
    session = Session(
        small(stop={"patience": 3}, evaluate_every=2, **ADAM | {"optimizer": {"kind": "adam", "lr": 0.3}})
    )
    session.advance(5000)
    assert session.ended == "finished" and session.course.watch.best_update > 0
    end = session.vector()
    again = recall(session.course, session.updates)
    assert np.array_equal(again.vector(), end) and again.ended == "finished"
    go_back(session, session.updates - 1)
    session.advance(1)
    assert np.array_equal(session.vector(), end)


def test_dragged_points_are_one_change_also_after_going_back():
    session = Session(small())
    session.advance(10)
    for share in (0.9, 0.8, 0.7):
        session.load_vector(session.vector() * share, drag=True)
    session.advance(3)
    go_back(session, 10)
    session.load_vector(session.vector() * 0.5, drag=True)
    there = session.vector()
    session.advance(3)
    assert np.array_equal(recall(session.course, 10).vector(), there)


@pytest.mark.parametrize("changes", ENGINES)
def test_many_edits_stay_small_and_what_they_lead_to_can_be_computed_again(changes, monkeypatch):
    monkeypatch.setattr(journal, "MOST_EVENTS", 100)
    monkeypatch.setattr(journal, "MOST_MARKS", 100)
    session = Session(small(layers=[layer(40)], **changes))
    for number in range(150):
        session.load_vector(session.vector() * 0.999 + 0.001)
        set_number(session, "h1.weight", (0, 0), number / 1500)
        session.advance(1)
    assert (
        len(session.course.journal.log) <= 100
        and len(session.course.journal.marks) <= 100
        and session.course.journal.logged == 300
    )
    with pytest.raises(BadInput, match="is not kept"):
        recall(session.course, 3)
    vector = session.vector()
    first = first_kept(session.course)
    assert first < 145
    whole = recall(session.course, first)
    for number in range(first, 150):
        if number > first:
            whole.load_vector(whole.vector() * 0.999 + 0.001)
            set_number(whole, "h1.weight", (0, 0), number / 1500)
        whole.advance(1)
    assert np.array_equal(whole.vector(), vector)
    go_back(session, 149)
    session.advance(1)
    assert np.array_equal(session.vector(), vector)


def test_a_network_that_is_too_large_says_so(monkeypatch):
    monkeypatch.setattr(kept_states, "BUDGET", 1000)
    session = Session(small())
    session.advance(5)
    assert session.course.kept.updates == () and session.course.kept.bytes == 0
    with pytest.raises(BadInput, match="so large"):
        go_back(session, 4)


# On a run's threads


def test_one_update_back_on_a_run_is_a_look_and_what_is_made_from_there_is_another_run():
    experiment = small()
    alone = Session(experiment)
    alone.advance(29)
    with running(experiment) as watcher:
        send = watcher.runner.send
        send(commands.Step("update", 30))
        watcher.until(lambda update: update.updates == 30 and update.state is RunState.paused)
        send(commands.Recall(29))
        send(commands.TakeShown(1))
        before = watcher.until(lambda update: update.snapshots).snapshots[0][1]
        assert (before.updates, watcher.updates[-1].updates) == (29, 30), "the run stays as it is"
        assert np.array_equal(before.parameters, alone.vector())
    slower = replace_all(experiment, (("optimizer.lr", 0.5),))
    with running(experiment, snapshot=before) as other:
        other.runner.send(commands.Apply(slower))
        other.runner.send(commands.Step("update"))
        other.until(lambda update: update.updates == 30)
        other.runner.send(commands.TakeSnapshot(2))
        snapshot = other.until(lambda update: update.snapshots).snapshots[0][1]
    alone.apply(slower)
    alone.advance(1)
    assert np.array_equal(snapshot.parameters, alone.vector())


NORMED = {"kind": "dense", "units": 5, "normalization": "batch"}
GAME = {
    "task": {"kind": "gan", "layers": [NORMED]},
    "data": {"kind": "cloud", "samples": 60},
    "layers": [{"kind": "dense", "units": 4}],
    "batch_size": 20,
}


@pytest.mark.parametrize("values", [GAME, {"layers": [NORMED]}], ids=["generator", "dense"])
def test_running_means_of_every_layer_are_kept(values: dict[str, Any]):
    one = Session(small(engine="eager", **values))
    one.advance(25)
    found, again = recall(one.course, 13), Session(one.experiment)
    again.advance(13)
    _same_run(found, again)
    kept, known = found.learner.network.buffers_as_numpy(), again.learner.network.buffers_as_numpy()
    assert len(kept) >= 2 and all(np.array_equal(kept[name], known[name]) for name in known)


def test_the_slots_are_those_that_torch_tells():
    for optimizer in ({"kind": "adam"}, {"kind": "sgd", "momentum": 0.9}, {"kind": "sgd"}, {"kind": "lbfgs"}):
        session = Session(small(engine="eager", optimizer=optimizer, batch_size="all"))
        session.advance(3)
        engine: Any = session.learner.engine
        assert _names(engine.slots()) == _names(engine.optimizer.state_dict()["state"])


def _names(memory: Any) -> Any:
    return {key: sorted(value) for key, value in memory.items()}


@pytest.mark.parametrize("changes", ENGINES)
def test_a_value_that_is_dragged_is_one_event(changes):
    """And the run the same as if it had been set once; a state that was kept since is not led astray."""
    session, once = (Session(small(**ADAM | changes)) for _ in range(2))
    for one in (session, once):
        one.advance(41)
    for rate in (0.3, 0.2, 0.05):
        _changed(session, ("optimizer.lr", rate))
    _changed(once, ("optimizer.lr", 0.05))
    assert session.course.journal.log == once.course.journal.log and session.course.journal.logged == 1
    session.advance(59)
    _changed(session, ("optimizer.lr", 0.01))
    assert session.course.journal.logged == 2, "after another update it is another event"
    _changed(session, ("batch_size", 3))
    _changed(session, ("data.noise", 0.2))
    _changed(session, ("data.noise", 0.1))
    assert session.course.journal.logged == 5
    session.advance(50)
    for update in (41, 60, 100, 120, 150):
        whole = Session(small(**ADAM | changes))
        follow(whole, [event for event in session.course.journal.log if event.update <= update], update)
        assert np.array_equal(recall(session.course, update).vector(), whole.vector())
    assert np.array_equal(whole.vector(), session.vector())
    once.advance(59)
    assert np.array_equal(recall(session.course, 99).vector(), recall(once.course, 99).vector())


def test_states_from_before_are_remembered_where_they_lead_to_what_the_run_is():
    experiment = small()
    was = Session(experiment)
    was.advance(40)
    was.apply(replace_all(experiment, (("optimizer.lr", 0.02),)))
    was.advance(30)
    now = Session.of(was.snapshot())
    assert first_kept(now.course) == 70
    other = Session(small(seeds={"weights": 5}))
    other.advance(20)
    remember(now.course, other.course.kept.until(20))
    assert first_kept(now.course) == 70, "of another run"
    remember(now.course, was.course.kept.until(70))
    assert first_kept(now.course) == 0
    then = Session(experiment)
    then.advance(25)
    assert np.array_equal(recall(now.course, 25).vector(), then.vector())
    go_back(now, 55)
    go_back(was, 55)
    assert np.array_equal(now.vector(), was.vector()) and now.experiment == was.experiment
