"""Which engine makes which update: decided by the experiment, said with its reason, and switched in mid-run."""

from __future__ import annotations

import numpy as np
import pytest

from core.engines import choice
from core.engines.fused import programs
from core.engines.fused.coverage import UNABLE
from core.messages import MAKING
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")


def test_automatic_is_the_kernel_where_it_knows_the_network():
    session = Session(small())
    assert (session.learner.engine.name, session.learner.engine_reason) == ("fused kernel", "")


@pytest.mark.parametrize(
    "changes, word",
    [
        ({"engine": "eager"}, "asked for"),
        ({"optimizer": {"kind": "radam"}}, "RAdam"),
        (
            {
                "layers": [
                    {"kind": "dense", "name": "h1", "units": 1000},
                    {"kind": "dense", "name": "h2", "units": 1000},
                ],
                "batch_size": 30,
            },
            "2,000,000 parameters times samples",
        ),
    ],
)
def test_automatic_is_eager_elsewhere_and_says_why(changes, word):
    session = Session(small(**changes))
    assert session.learner.engine.name == "eager PyTorch" and word in session.learner.engine_reason


def _switched(experiment, engines, each=7):
    """A run that changes its engine in mid-run, again and again."""
    session = Session(experiment.model_copy(update={"engine": engines[0]}))
    for engine in engines:
        assert session.apply(session.experiment.model_copy(update={"engine": engine}))
        session.advance(each)
    return session


@pytest.mark.parametrize(
    "optimizer",
    [{"kind": "adam", "lr": 0.01}, {"kind": "nadam"}, {"kind": "sgd", "momentum": 0.9}, {"kind": "sgd"}],
    ids=str,
)
def test_switching_back_and_forth_changes_nothing_but_roundings(optimizer):
    experiment = small(optimizer=optimizer, penalties=[{"kind": "l1", "rate": 0.05, "kill": True}])
    alone, switched = (
        _switched(experiment, ["eager"] * 5),
        _switched(experiment, ["eager", "fused", "eager", "fused", "auto"]),
    )
    assert (switched.learner.engine.name, switched.course.state.cursor, switched.updates) == (
        "fused kernel",
        alone.course.state.cursor,
        35,
    )
    np.testing.assert_allclose(switched.vector(), alone.vector(), rtol=1e-9, atol=1e-11)
    assert [event.changes for event in switched.course.journal.log] == [
        (("engine", name),) for name in ("fused", "eager", "fused", "auto")
    ]
    assert switched.course.journal.marks[0].text == "engine is fused kernel (dense nets, CPU)"


def test_a_live_change_that_the_kernel_does_not_bear_goes_to_eager_and_back(monkeypatch):
    session = Session(small(batch_size=10))
    monkeypatch.setattr(choice, "LARGEST", 20 * len(session.vector()))
    session.advance(5)
    for size, engine in ((40, "eager PyTorch"), (10, "fused kernel")):
        session.apply(session.experiment.model_copy(update={"batch_size": size}))
        session.advance(5)
        assert session.learner.engine.name == engine


@pytest.fixture
def no_kernel(monkeypatch):
    """A machine on which LLVM makes nothing of the kernel."""

    def unable(_bitcode: bytes) -> bytes:
        raise RuntimeError("no code today")

    monkeypatch.setattr(programs, "functions", {})
    monkeypatch.setattr(programs, "failed", {})
    monkeypatch.setattr(programs, "_kept", lambda name, dtype: b"")
    monkeypatch.setattr(programs, "is_at_hand", lambda dtype: False)
    monkeypatch.setattr(programs, "object_code", unable)


def test_a_kernel_that_cannot_be_had_is_no_nuisance(no_kernel, caplog):
    said: list[str] = []
    session = Session(small(), say=said.append)
    assert (session.learner.engine.name, session.learner.engine_reason) == ("eager PyTorch", UNABLE)
    assert said == [MAKING] and "no code today" in caplog.text


def test_a_run_that_was_begun_without_the_kernel_goes_on_so(no_kernel, monkeypatch):
    """On a machine that has it, too."""
    session = Session(small())
    session.advance(20)
    snapshot = session.snapshot()
    monkeypatch.undo()
    session.apply(session.experiment.model_copy(update={"batch_size": 5}))
    assert session.learner.engine.name == snapshot.state.engine == "eager PyTorch"
    session.restore(snapshot)
    other = Session.of(snapshot)
    for one in (session, other):
        one.advance(20)
    assert session.learner.engine.name == other.learner.engine.name == "eager PyTorch"
    assert np.array_equal(session.vector(), other.vector())
    assert Session(snapshot.experiment).learner.engine.name == "fused kernel"


def test_asked_for_by_name_even_then(no_kernel, monkeypatch):
    session = Session(small())
    monkeypatch.undo()
    session.apply(session.experiment.model_copy(update={"engine": "fused"}))
    assert session.learner.engine.name == "fused kernel"
