"""Stills that are taken while a run learns: each is what a run that nobody looks at is after as many updates, bit for
bit, whatever becomes of the run; and what is of a stretch that was in vain counts no more."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from core.documents.edits import replace
from core.engines.fused.engine import FusedEngine
from core.history.still import Still
from core.training.handover import Handover, Look
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
HARD = {"kind": "spiral", "samples": 60, "noise": 0.4}
LONG: dict[str, Any] = {"evaluate_every": 25, "dtype": "float32"}
UNBOUNDED: dict[str, Any] = LONG | {  # a linear net, whose numbers overflow at such a rate whatever the processor
    "evaluate_every": 1,
    "data": {"kind": "plane", "samples": 60},
    "task": {"kind": "values"},
    "loss": {"kind": "mean_squared"},
    "layers": [],
    "optimizer": {"kind": "sgd", "lr": 10.0},
}
CASES: dict[str, dict[str, Any]] = {
    "endless": LONG,
    "Adam": LONG | {"optimizer": {"kind": "adam", "lr": 0.01}, "schedule": {"kind": "cosine", "length": 3000}},
    "NAdam, dropout": LONG | {"optimizer": {"kind": "nadam"}, "layers": [layer(4, dropout=0.25)]},
    "momentum, batches that go on": LONG | {"optimizer": {"kind": "sgd", "momentum": 0.9}, "last_batch": "carry"},
    "cut links": LONG | {"penalties": [{"kind": "l1", "rate": 0.01, "kill": True}]},
    "diverges at once": UNBOUNDED,
    "diverges on its way": UNBOUNDED | {"schedule": {"kind": "linear_warmup", "length": 30_000, "start": 0.0001}},
    "goal": {"goal": {"metric": "train.accuracy", "value": 0.9}, "optimizer": {"kind": "sgd", "lr": 0.5}},
    "patience": {"stop": {"patience": 3, "updates": 1500}, "data": HARD, "layers": [layer(12)]},
    "plateau": {"schedule": {"kind": "plateau", "patience": 2}, "data": HARD, "stop": {"updates": 1500}},
}  # fmt: skip
RATES = (0.3, 0.02, 0.1)  # live edits, one after each third of a run


class Reader:
    """Takes Stills of a session that learns on another thread, as the picture thread does."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self.handover = Handover(self._withdrawn)
        self.stills: list[Still] = []
        self.withdrawn = 0
        self.session: Session | None = None
        self._lock = threading.Lock()
        self._over = False

    def _withdrawn(self) -> None:
        assert self.session is not None
        with self._lock:
            self.withdrawn += 1
            self.stills[:] = [still for still in self.stills if still.updates <= self.session.updates]

    def read(self) -> None:
        pause = threading.Event()
        while not self._over and len(self.stills) < self._most:
            self.handover.wish(Look(memory=len(self.stills) % 2 == 0, version=-1))
            while not self._over and not self.look() and not pause.wait(0.0001) and self.handover.wished:
                pass

    def look(self) -> bool:
        with self._lock:
            still = self.handover.take()
            if still is not None:
                self.stills.append(still)
            return still is not None

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        thread = threading.Thread(target=self.read)
        thread.start()
        try:
            yield
        finally:
            self._over = True
            thread.join()


def _learn(session: Session, handover: Handover | None, updates: int) -> None:
    """In slices, with live edits at updates that are no one's choice but the test's."""
    for number, rate in enumerate(RATES):
        end = updates * (number + 1) // len(RATES)
        while session.updates < end and not session.ended:
            if handover is not None:
                handover.open()
            session.advance(min(end - session.updates, 700 + 13 * number))
            if handover is not None:
                handover.leave()
        if not session.ended and session.updates < updates:
            session.apply(replace(session.experiment, "optimizer.lr", rate))


def _check(stills: list[Still], experiment: Any, updates: int) -> None:
    """Against a run that nobody looks at, update by update where there is one of."""
    plain = Session(experiment)
    ends = {updates * (number + 1) // len(RATES): rate for number, rate in enumerate(RATES)}
    for still in sorted(stills, key=lambda still: still.updates):
        for end, rate in ends.items():
            if plain.updates <= end < still.updates and plain.experiment.optimizer.lr != rate:
                plain.advance(end - plain.updates)
                plain.apply(replace(plain.experiment, "optimizer.lr", rate))
        plain.advance(still.updates - plain.updates)
        assert plain.updates == still.updates, "no Still is of an update that the run has never come to"
        _same(still, plain.still(memory=still.numbers.slots is not None))


def _same(still: Still, other: Still) -> None:
    assert np.array_equal(still.vector, other.vector, equal_nan=True) and still.vector.dtype == other.vector.dtype
    assert (still.cursor, still.state.samples) == (other.cursor, other.state.samples)
    assert still.experiment.optimizer == other.experiment.optimizer and still.factor == other.factor
    dead, others = still.numbers.dead, other.numbers.dead
    assert dead is others if dead is None or others is None else np.array_equal(dead, others)
    slots, others = still.numbers.slots, other.numbers.slots
    if slots is not None and others is not None:
        assert slots.keys() == others.keys()
        for name, array in slots.get(0, {}).items():
            assert np.array_equal(array, others[0][name]) and array.dtype == others[0][name].dtype
    assert not len(still.path.updates) or still.path.updates[-1] <= still.updates


def _ended(reader: Reader) -> str:
    """How the run ended that it has looked at, "" where it has not."""
    assert reader.session is not None
    return reader.session.ended


def _taken(changes: dict[str, Any], updates: int, most: int = 10_000) -> Reader:
    """What a reader has taken of a run meanwhile, checked."""
    experiment, reader = small(**changes), Reader(most)
    reader.session = Session(experiment, handover=reader.handover)
    with reader.at_work():
        _learn(reader.session, reader.handover, updates)
    assert all(still.updates <= reader.session.updates for still in reader.stills)
    _check(reader.stills, experiment, updates)
    return reader


@pytest.mark.parametrize("name", ["Adam", "cut links", "diverges at once", "plateau"])
def test_each_still_taken_on_the_way_is_the_run_after_its_update(name):
    _taken(CASES[name], 2000, most=40)


@pytest.mark.slow
def test_ten_thousand_stills_are_each_the_run_after_its_update():
    seen, number, withdrawn = 0, 0, dict.fromkeys(CASES, 0)
    while seen < 10_000 or not withdrawn["diverges on its way"]:
        name = list(CASES)[number % len(CASES)]
        reader = _taken(CASES[name] | {"seeds": {"weights": number}}, 60_000)
        seen, number = seen + len(reader.stills), number + 1
        withdrawn[name] += reader.withdrawn
        assert name.startswith("diverges") == (_ended(reader) == "diverged")


@pytest.mark.parametrize(
    ("name", "withdrawn", "ended"),
    [("plateau", 4, "finished"), ("diverges at once", 1, "diverged"), ("diverges on its way", 1, "diverged")],
)
def test_a_still_of_a_stretch_in_vain_is_withdrawn(monkeypatch, name, withdrawn, ended):
    reader = Reader()
    reader.session = session = Session(small(**CASES[name]), handover=reader.handover)
    engine = session.learner.looking
    assert isinstance(engine, FusedEngine)
    stretch = engine.stretch_looking

    def seen(*args):
        reader.handover.wish(Look(memory=False, version=-1))
        made = stretch(*args)
        reader.look()
        return made

    monkeypatch.setattr(engine, "stretch_looking", seen)
    while not session.ended:
        reader.handover.open()
        session.advance(100)
        assert all(still.updates <= session.updates for still in reader.stills)
        reader.handover.leave()
    assert reader.withdrawn >= withdrawn and session.ended == ended
    _check(reader.stills, small(**CASES[name]), 10**9)


def test_a_wish_that_no_update_has_answered_is_left_to_the_learning_thread():
    reader = Reader()
    session, handover, look = Session(small(), handover=reader.handover), reader.handover, Look(memory=True, version=3)
    assert not handover.wish(look), "no slice is under way"
    handover.open()
    assert handover.wish(look)
    assert handover.take() is None and handover.leave() == look
    handover.open()
    session.advance(20)
    assert handover.take() is None and handover.leave() is None, "it was left, and nobody has wished since"


def test_what_is_told_at_the_end_of_a_slice_is_not_taken_after_it():
    """Commands are obeyed between slices: one may have changed the run."""
    handover = Handover()
    session = Session(small(), handover=handover)
    handover.open()
    handover.wish(Look(memory=False, version=0))
    session.advance(20)
    assert handover.leave() == Look(memory=False, version=0), "the learning thread has a newer one"
    assert handover.take() is None
