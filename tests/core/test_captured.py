"""The captured engine makes the eager engine's updates: here with a stand-in for CUDA's graphs, on a GPU (marker `gpu`)
with the real ones."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import numpy as np
import pytest
import torch

from core.engines import captured
from core.engines.captured import CapturedEngine, reason_against_capture
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")

OPTIMIZERS = (
    {"kind": "sgd", "lr": 0.1},
    {"kind": "sgd", "lr": 0.1, "momentum": 0.9},
    {"kind": "adam", "lr": 0.01},
    {"kind": "nadam"},
    {"kind": "rmsprop"},
)


class Recorder:
    """Recordings that are made again by hand; it counts them and their replays."""

    capturable = False

    def __init__(self, refuses: bool = False) -> None:
        self.captures = self.replays = 0
        self.refuses = refuses

    def work(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def capture(self, work: Callable[[], None]) -> Callable[[], None]:
        if self.refuses:
            raise RuntimeError("operation not permitted when stream is capturing")
        self.captures += 1

        def replay() -> None:
            self.replays += 1
            work()

        return replay


def _twins(recorder: Recorder, **changes) -> tuple[Session, Session]:
    experiment = small(engine="eager", evaluate_every=1000, **changes)
    eager, other = Session(experiment), Session(experiment)
    other.learner.engine = CapturedEngine(other.learner.train_state, recorder)
    return eager, other


def _close(one: Session, other: Session) -> None:
    assert (one.updates, one.course.state.cursor, one.samples) == (
        other.updates,
        other.course.state.cursor,
        other.samples,
    )
    np.testing.assert_allclose(
        other.vector(), one.vector(), rtol=1e-5, atol=1e-7
    )  # the rate is a float32 on the device


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=str)
@pytest.mark.parametrize("last", ["keep", "drop", "carry"])
def test_the_same_updates(optimizer, last):
    recorder = Recorder()
    twins = _twins(
        recorder,
        optimizer=optimizer,
        batch_size=7,
        last_batch=last,
        schedule={"kind": "cosine"},
        penalties=[{"kind": "l2", "rate": 0.01}],
    )
    for session in twins:
        session.advance(120)
    _close(*twins)
    assert 0 < recorder.captures <= 6 and recorder.replays > 0


def test_many_updates_a_replay():
    recorder = Recorder()
    eager, other = _twins(recorder, batch_size=10, shuffle="never", last_batch="drop")
    updates = 1 + 4 * captured.TOGETHER + 7
    eager.advance(updates)
    cursor, made, _ = other.learner.engine.stretch(
        other.learner.batches, other.course.state.cursor, 0, np.ones(updates), 1 << 40, np.zeros(1, np.uint8)
    )
    assert (cursor, made) == (eager.course.state.cursor, updates)
    np.testing.assert_allclose(other.vector(), eager.vector(), rtol=1e-5)
    assert (recorder.captures, recorder.replays) == (3, 4 + 1 + 2)


def test_live_changes_are_recorded_anew():
    recorder = Recorder()
    twins = _twins(recorder, optimizer={"kind": "sgd", "lr": 0.1, "momentum": 0.5})
    for session in twins:
        session.advance(60)
    before = recorder.captures
    for session in twins:
        changed = session.experiment.model_copy(
            update={"optimizer": session.experiment.optimizer.model_copy(update={"momentum": 0.9, "lr": 0.02})}
        )
        assert session.apply(changed)
        session.advance(60)
    _close(*twins)
    assert recorder.captures == 2 * before


def test_a_snapshot_of_either_is_one_of_the_others():
    eager, other = _twins(Recorder(), optimizer={"kind": "adam", "lr": 0.01})
    eager.advance(40)
    other.restore(eager.snapshot())
    for session in (eager, other):
        session.advance(40)
    _close(eager, other)


def test_where_capture_is_impossible_it_goes_on_operation_by_operation(caplog):
    recorder = Recorder(refuses=True)
    twins = _twins(recorder)
    for session in twins:
        session.advance(70)
    _close(*twins)
    assert "not permitted" in caplog.text and len(caplog.records) == 1


def test_a_command_ends_the_stretch():
    _, other = _twins(Recorder())
    assert other.advance(50, halted=np.ones(1, np.uint8)) == 0


@pytest.mark.parametrize(
    "changes, word",
    [
        ({"optimizer": {"kind": "lbfgs"}, "batch_size": "all"}, "L-BFGS"),
        ({"layers": [{"kind": "dense", "name": "h1", "units": 3, "dropout": 0.5}]}, "dropout"),
        ({"penalties": [{"kind": "l1", "rate": 0.1, "kill": True}]}, "cut"),
    ],
)
def test_what_cannot_be_captured_is_said(changes, word):
    assert word in reason_against_capture(small(**changes), torch.device("cuda"))
    assert "NVIDIA" in reason_against_capture(small(), torch.device("cpu"))


def test_without_a_gpu_it_is_eager_and_says_why():
    session = Session(small(engine="captured"))
    assert session.learner.engine.name == "eager PyTorch" and "NVIDIA" in session.learner.engine_reason


def test_a_recording_steps_along_a_large_gradient_as_a_whole(monkeypatch):
    monkeypatch.setattr("core.engines.eager.COPIED", 0)
    eager, other = _twins(Recorder())
    start = eager.vector()
    for session in (eager, other):
        session.advance(60)
    _close(eager, other)
    assert not np.array_equal(eager.vector(), start)


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA GPU")
@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=str)
def test_on_a_gpu(optimizer):
    experiment = small(device="cuda", engine="captured", optimizer=optimizer, evaluate_every=1000, batch_size=7)
    fast, eager = Session(experiment), Session(experiment.model_copy(update={"engine": "eager"}))
    assert fast.learner.engine.name == "captured CUDA graph"
    for session in (fast, eager):
        session.advance(120)
    _close(eager, fast)
