"""A run that is stored, sent elsewhere and restored goes on as if it had never been interrupted, bit for bit."""

from __future__ import annotations

import pickle
from typing import Any, NamedTuple

import numpy as np
import pytest

from core import registry
from core.files import weights
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
FULL_BATCH = {"lbfgs", "rprop"}
STORED_AT, END = 7, 20


def _cases() -> list[Any]:
    """Every optimizer, schedule, activation, normalization, penalty and way of drawing batches, each in one small
    experiment."""
    cases: dict[str, dict[str, Any]] = {}
    for kind in registry.family("optimizers"):
        cases[f"optimizer {kind}"] = {"optimizer": {"kind": kind}, "batch_size": "all" if kind in FULL_BATCH else 7}
    for kind in registry.family("schedules"):
        cases[f"schedule {kind}"] = {"schedule": {"kind": kind}}
    for kind, cls in registry.family("activations").items():
        if not cls.output_only:  # type: ignore[attr-defined]
            cases[f"activation {kind}"] = {"layers": [layer(4, kind)]}
    for kind in registry.family("penalties"):
        cases[f"penalty {kind}"] = {"penalties": [{"kind": kind, "rate": 0.1}]}
    for shuffle in ("each epoch", "once", "never"):
        for last_batch in ("keep", "drop", "carry"):
            cases[f"{shuffle}, {last_batch}"] = {"shuffle": shuffle, "last_batch": last_batch}
    cases["momentum"] = {"optimizer": {"kind": "sgd", "momentum": 0.9}}
    cases["amsgrad"] = {"optimizer": {"kind": "adam", "amsgrad": True}}
    cases["centered"] = {"optimizer": {"kind": "rmsprop", "centered": True, "momentum": 0.5}}
    cases["dropout"] = {"layers": [layer(6, dropout=0.4)]}
    cases["batch norm"] = {"layers": [layer(4, normalization="batch")]}
    cases["layer norm"] = {"layers": [layer(4, normalization="layer")]}
    cases["links cut"] = {"penalties": [{"kind": "l1", "rate": 0.5, "kill": True}]}
    cases["clipping"] = {"clipping": {"norm": 0.1, "value": 0.05}}
    cases["early stopping"] = {"stop": {"patience": 3}, "evaluate_every": 2}
    cases["plateau in progress"] = {"schedule": {"kind": "plateau", "patience": 0, "gamma": 0.5}, "evaluate_every": 1}
    cases["goal"] = {"goal": {"metric": "train.loss", "value": 0.6}, "evaluate_every": 1}
    cases["perceptron"] = {"rule": {"kind": "perceptron"}, "layers": [], "loss": {"kind": "mistakes"}, "batch_size": 1}
    return [pytest.param(changes, id=name) for name, changes in cases.items()]


def _sent_elsewhere(snapshot: Snapshot) -> Snapshot:
    return pickle.loads(pickle.dumps(snapshot))


def _same(one: Session, other: Session) -> None:
    assert np.array_equal(one.vector(), other.vector())
    assert (one.updates, one.samples, one.epochs, one.ended, one.course.state.cursor) == (
        other.updates,
        other.samples,
        other.epochs,
        other.ended,
        other.course.state.cursor,
    )
    assert one.evaluate() == other.evaluate()
    assert (
        one.course.watch.recent == other.course.watch.recent
        and one.course.watch.plateau == other.course.watch.plateau
        and one.course.watch.goal_update == other.course.watch.goal_update
    )


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("changes", _cases())
def test_restored_is_never_interrupted(changes, dtype):
    experiment = small(dtype=dtype, **changes)
    whole = Session(experiment)
    whole.advance(STORED_AT)
    stored = _sent_elsewhere(whole.snapshot())
    whole.advance(END - STORED_AT)
    elsewhere = Session.of(stored)
    elsewhere.advance(END - STORED_AT)
    _same(whole, elsewhere)


def test_going_back_to_an_earlier_moment_of_the_same_run():
    session = Session(small(optimizer={"kind": "adam"}, layers=[layer(4, dropout=0.3, normalization="batch")]))
    session.advance(STORED_AT)
    stored = session.snapshot()
    session.advance(30)
    first = session.vector()
    session.restore(stored)
    assert session.updates == STORED_AT
    session.advance(30)
    assert np.array_equal(session.vector(), first)


def test_restoring_takes_live_changes_along():
    session = Session(small())
    session.advance(5)
    session.apply(small(optimizer={"kind": "sgd", "lr": 0.5}, data={"kind": "circle", "samples": 80}))
    session.advance(STORED_AT)
    elsewhere = Session(small())
    elsewhere.restore(_sent_elsewhere(session.snapshot()))
    session.advance(10)
    elsewhere.advance(10)
    _same(session, elsewhere)
    assert (
        elsewhere.course.journal.log == session.course.journal.log
        and elsewhere.course.journal.marks == session.course.journal.marks
    )


def test_a_snapshot_does_not_change_with_the_run():
    session = Session(small(optimizer={"kind": "adam"}))
    session.advance(STORED_AT)
    stored = session.snapshot()
    before = pickle.dumps(stored)
    session.advance(END)
    assert pickle.dumps(stored) == before


def test_a_snapshot_holds_no_tensor():
    session = Session(small(optimizer={"kind": "adam"}, layers=[layer(4, normalization="batch")]))
    session.advance(STORED_AT)
    assert b"torch" not in pickle.dumps(session.snapshot())


def test_a_new_field_of_the_state_is_declared_once(monkeypatch, tmp_path):
    """A field more in `State` goes through run, history, still, snapshot and file, one in `Numbers` through the file:
    none of them names it."""
    richer_state = NamedTuple("State", [*State.__annotations__.items(), ("mood", str)])
    richer_numbers = NamedTuple("Numbers", [*Numbers.__annotations__.items(), ("map", np.ndarray)])
    richer_state.epochs, richer_numbers.nbytes = State.epochs, Numbers.nbytes
    for name, kind in (("State", richer_state), ("Numbers", richer_numbers)):
        monkeypatch.setattr(weights, name, kind)
    session = Session(small(optimizer={"kind": "adam"}))
    session.advance(STORED_AT)
    plain = session.snapshot()
    rich = Snapshot(
        richer_state(*plain.state, "glad"), richer_numbers(*plain.numbers, np.arange(3.0)), plain.journal, plain.path
    )
    weights.save(rich, tmp_path / "net.safetensors")
    for stored in (rich, weights.load(tmp_path / "net.safetensors")):
        assert stored.state.mood == "glad" and stored.numbers.map.tolist() == [0.0, 1.0, 2.0]
        session.restore(stored)
        session.advance(END)
        assert session.updates == STORED_AT + END
        for state in (session.snapshot().state, session.still().state, next(iter(session.course.kept)).state):
            assert state.mood == "glad"
