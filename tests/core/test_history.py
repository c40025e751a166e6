"""The path of a run and its kept points: decided by update numbers alone, part of the run, restored with it."""

from __future__ import annotations

import dataclasses
import pickle

import numpy as np
import pytest

from core.files import weights
from core.history import trajectory
from core.history.columns import joined, of_rows, rows_of
from core.history.trajectory import Trajectory
from core.messages import BadInput
from core.threads import commands
from core.training.evaluations import MOST, Evaluations
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.runners import running

pytestmark = pytest.mark.usefixtures("kernel")
FUSED = {"engine": "fused", "dtype": "float32"}


def _same_path(one: Session, other: Session) -> None:
    first, second = one.course.trajectory.path(), other.course.trajectory.path()
    assert np.array_equal(first.updates, second.updates) and first.spacing == second.spacing
    assert np.array_equal(first.vectors, second.vectors) and first.vectors.dtype == second.vectors.dtype


def _course(parameters: int = 3, every: int = 1) -> Trajectory:
    return Trajectory(parameters, np.dtype(np.float64), every)


@pytest.mark.parametrize(
    ("every", "spacings"), [(1, {1, 2, 4, 8, 16}), (25, {1, 5, 25}), (6, {1, 2, 6, 12}), (11, {1, 2, 4, 8, 16})]
)
def test_a_path_holds_at_most_its_capacity_and_the_spacing_grows(every, spacings):
    course, seen = _course(every=every), set()
    for update in range(6000):
        if course.is_due(update):
            course.record(update, np.full(3, update))
        seen.add(course.spacing)
    path = course.path()
    assert trajectory.MOST // 8 < len(path.updates) <= trajectory.MOST
    assert seen == spacings
    assert path.updates.tolist() == list(range(0, 6000, course.spacing))[: len(path.updates)]
    assert np.array_equal(path.vectors[:, 0], path.updates) and not path.vectors.flags.writeable


def test_a_path_that_was_handed_out_never_changes():
    course = _course()
    for update in range(trajectory.MOST):
        course.record(update, np.full(3, update))
    path = course.path()
    before = pickle.dumps((path.updates, path.vectors))
    for update in range(trajectory.MOST, 4 * trajectory.MOST):
        if course.is_due(update):
            course.record(update, np.full(3, update))
    assert pickle.dumps((path.updates, path.vectors)) == before


def test_a_network_that_is_too_big_is_followed_by_a_part_of_its_parameters(monkeypatch):
    monkeypatch.setattr(trajectory, "BUDGET", 24 * 8 * 10)
    course = _course(1000)
    vector = np.arange(1000.0)
    for update in range(300):
        if course.is_due(update):
            course.record(update, vector + update)
    path = course.path()
    assert path.subset is not None and len(path.subset) == 10 and (np.diff(path.subset) > 0).all()
    assert path.vectors.nbytes <= trajectory.BUDGET and 12 <= len(path.updates) <= 24
    assert np.array_equal(path.vectors[1], path.subset + path.updates[1])
    ending = path.ending(300, vector)
    assert ending.updates[-1] == 300 and np.array_equal(ending.vectors[-1], path.subset)
    assert np.array_equal(_course(1000).subset, course.subset), "always the same part"


@pytest.mark.parametrize(
    "changes", [{}, {"optimizer": {"kind": "adam"}}, FUSED, FUSED | {"optimizer": {"kind": "adam"}}]
)
def test_the_path_is_the_same_in_one_go_and_in_pieces(changes):
    experiment = small(evaluate_every=10, **changes)
    whole, pieces = Session(experiment), Session(experiment)
    whole.advance(2500)
    while pieces.updates < 2500:
        pieces.advance(min(37, 2500 - pieces.updates))
    _same_path(whole, pieces)
    assert np.array_equal(whole.vector(), pieces.vector())
    assert whole.course.evaluations.take_rows() == pieces.course.evaluations.take_rows()


@pytest.mark.parametrize("changes", [{}, FUSED])
def test_the_points_of_a_path_are_the_vectors_of_those_updates(changes):
    experiment = small(evaluate_every=10, **changes)
    session = Session(experiment)
    session.advance(1500)
    path, again = session.course.trajectory.path(), Session(experiment)
    assert len(path.updates) > 20
    for update, vector in zip(path.updates, path.vectors, strict=True):
        again.advance(int(update) - again.updates)
        assert np.array_equal(again.vector(), vector)


@pytest.mark.parametrize("changes", [{}, FUSED, {"stop": {"patience": 3}, "evaluate_every": 2}])
def test_restored_is_never_interrupted_the_path_and_the_points_too(changes, tmp_path):
    experiment = small(**changes)
    whole = Session(experiment)
    whole.advance(600)
    whole.course.keep_point("A", whole.vector())
    file = tmp_path / "net.safetensors"
    weights.save(whole.snapshot(), file)
    elsewhere = [Session.of(pickle.loads(pickle.dumps(whole.snapshot()))), Session.of(weights.load(file))]
    for session in (whole, *elsewhere):
        session.advance(700)
    for session in elsewhere:
        _same_path(whole, session)
        assert list(session.course.points) == ["start", "A"] and all(
            np.array_equal(session.course.points[name], whole.course.points[name]) for name in session.course.points
        )


def test_going_back_takes_the_path_back():
    session = Session(small())
    session.advance(5)
    stored = session.snapshot()
    session.advance(20)
    session.restore(stored)
    assert session.still().path.updates.tolist() == [0, 1, 2, 3, 4, 5]
    old = pickle.loads(pickle.dumps(stored))
    session.restore(dataclasses.replace(old, path=None, points=None))
    session.advance(2)
    assert session.still().path.updates.tolist() == [5, 6, 7], "a file of an older version has no path: it begins there"


# Put elsewhere


def test_putting_the_network_elsewhere_moves_all_of_it_and_clears_the_memory():
    session = Session(small(optimizer={"kind": "adam"}))
    start = session.vector()
    session.advance(9)
    version, there = session.course.version, start + 0.5
    session.load_vector(there, "put by a click")
    assert np.array_equal(session.vector(), there) and session.updates == 9 and session.course.version > version
    assert session.learner.engine.slots() == {} and session.last["update"] == 9
    assert [(mark.update, mark.kind, mark.text) for mark in session.course.journal.marks] == [
        (9, "put", "put by a click")
    ]
    assert dict(session.course.journal.log[-1].changes)["vector"] == tuple(there.tolist())


@pytest.mark.parametrize("engine", ["eager", "fused"])
def test_a_run_that_was_put_elsewhere_can_be_played_again_from_its_log(engine):
    session = Session(small(engine=engine, optimizer={"kind": "adam"}))
    session.advance(9)
    session.load_vector(session.vector() * 0.5)
    session.advance(20)
    again = Session(session.experiment)
    for event in session.course.journal.log:
        again.advance(event.update - again.updates)
        again.load_vector(np.array(dict(event.changes)["vector"]))
    again.advance(session.updates - again.updates)
    assert np.array_equal(again.vector(), session.vector())
    _same_path(session, again)


def test_a_drag_is_one_mark_and_one_event_where_the_run_stands():
    session = Session(small())
    vector = session.vector()
    for number in range(5):
        session.load_vector(vector + number, drag=True)
    session.load_vector(vector + 9)
    assert len(session.course.journal.log) == len(session.course.journal.marks) == 1 and np.array_equal(
        dict(session.course.journal.log[0].changes)["vector"], vector + 9
    )
    session.load_vector(vector, "again", drag=True)
    session.advance(3)
    session.load_vector(vector, drag=True)
    assert [event.update for event in session.course.journal.log] == [0, 0, 3] and len(
        session.course.journal.marks
    ) == 2


@pytest.mark.parametrize("wrong", [np.zeros(3), np.zeros((31, 1)), np.full(31, np.nan)])
def test_a_vector_that_does_not_fit_is_refused(wrong):
    session = Session(small())
    before = session.vector()
    with pytest.raises(BadInput, match="31 finite numbers"):
        session.load_vector(wrong)
    assert np.array_equal(session.vector(), before) and not session.course.journal.log


def test_points_are_kept_by_name():
    session = Session(small())
    start = session.vector()
    session.advance(3)
    session.course.keep_point("here", session.vector())
    session.advance(3)
    still = session.still()
    assert np.array_equal(still.points["start"], start) and not np.array_equal(still.points["here"], still.vector)
    session.course.forget_point("here")
    assert list(still.points) == ["start", "here"] and list(session.still().points) == ["start"]
    for wrong in (
        lambda: session.course.keep_point("start", session.vector()),
        lambda: session.course.forget_point("start"),
        lambda: session.course.forget_point("x"),
        lambda: session.course.keep_point(" ", session.vector()),
    ):
        with pytest.raises(BadInput):
            wrong()


def test_the_commands_reach_the_run_and_its_points_are_told():
    with running(small(layers=[layer(3)])) as watcher:
        watcher.runner.send(commands.KeepPoint("A"))
        watcher.until(lambda update: update.points == ("start", "A"))
        watcher.runner.send(commands.PutAt(np.zeros(13), "put at the origin"))
        assert "origin" in watcher.until(lambda update: update.marks).marks[0].text
        watcher.runner.send(commands.ForgetPoint("B"))
        assert "no point 'B'" in watcher.until(lambda update: update.message).message
        watcher.runner.send(commands.TakeSnapshot(1))
        assert not watcher.until(lambda update: update.snapshots).snapshots[0][1].parameters.any()


# Evaluations in columns


def test_rows_and_columns_say_the_same():
    rows = [{"a": 1.0, "b": 2.0}, {"a": 3.0, "b": 4.0}]
    assert rows_of(of_rows(rows)) == rows
    both = joined([of_rows(rows), {"a": np.array([5.0]), "c": np.array([6.0])}])
    assert both["a"].tolist() == [1, 3, 5] and np.isnan(both["b"][2]) and np.isnan(both["c"][:2]).all()
    assert rows_of({}) == []


def test_evaluations_that_nobody_takes_do_not_pile_up():
    kept = Evaluations()
    for number in range(3 * MOST):
        kept.add_row({"update": float(number)})
    for number in range(40):
        kept.add({"update": np.arange(500.0) + 500 * number})
    kept.add_row({"update": -1.0})
    found = kept.take()["update"]
    assert len(found) == MOST and found[-1] == -1.0 and found[-2] == 19_999.0
    assert kept.take() == {}
