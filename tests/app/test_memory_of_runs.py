"""Memory of many runs, one after another: what the ended ones held is given back."""

from __future__ import annotations

import dataclasses
import gc
import threading
import weakref

import numpy as np
import pytest

from app.bench.memory import memory
from app.documents.document_store import SNAPSHOTS, WAYS
from app.documents.experiment_store import Store
from core import document
from core.experiment import Experiment
from core.history.still import Path
from core.machine import heap, preload
from core.machine.heap import SELDOM, Tidying
from core.probes.boundary import Boundary
from core.training.session import Session
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
MOST = 300.0  # MB more than after the first opening
OPENINGS = 30


def pictures() -> list[str]:
    """The presets of pictures."""
    found = {path.stem: document.load(path) for path in sorted(PRESETS.glob("*.toml")) if path.stem != "gallery"}
    return [name for name, each in found.items() if isinstance(each, Experiment) and each.data.geometry == "images"]


@pytest.mark.slow
def test_thirty_openings_stay_within_300_mb_of_the_first(open_window, qtbot):
    if memory() is None:
        pytest.skip("this system does not tell what a process takes now")
    window, names, taken = open_window(), pictures(), []
    assert len(names) >= 10
    lab = window.network.lab
    qtbot.waitUntil(lambda: lab.runs.ready, timeout=60_000)
    preload.load_optimizers()  # they take memory once: when is chance
    for number in range(OPENINGS):
        window.files.open_preset(names[number % len(names)], playing=True)
        run = lab.run.number
        qtbot.waitUntil(
            lambda run=run: lab.run.number >= run and lab.run.last is not None and lab.run.last.updates >= 3,
            timeout=60_000,
        )
        lab.pause()
        qtbot.waitUntil(lambda: len(lab.runs.ending) == 0, timeout=60_000)
        heap.give_back()  # as it is after SELDOM seconds
        taken.append(memory() or 0.0)
    assert max(taken) - taken[0] < MOST, [round(each - taken[0]) for each in taken]


def test_thirty_openings_leave_as_many_threads_as_the_first(open_window, qtbot):
    """A run's threads end with it, one for learning and one for pictures live at a time, so that nothing of them adds
    up (docs/measurements.md: to reuse them gives nothing back)."""
    window, counted = open_window(), []
    lab = window.network.lab
    for number in range(OPENINGS):
        window.files.open_preset(("xor", "moons", "gaussians")[number % 3], playing=True)
        qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates > 0, timeout=20_000)
        qtbot.waitUntil(lambda: len(lab.runs.ending) == 0, timeout=20_000)
        counted.append(sorted(each.name.partition("-")[0] for each in threading.enumerate()))
    assert counted[-1] == counted[0] and {"run", "pictures"} <= set(counted[0])
    assert counted[0].count("run") == counted[0].count("pictures") == 1


def test_a_run_that_hangs_in_a_long_call_does_not_hold_up_the_next(lab, qtbot, monkeypatch):
    go_on, advance = threading.Event(), Session.advance
    hanging: list[Session] = []

    def hang(session: Session, *args, **kwargs) -> int:
        hanging.append(session)
        if session is hanging[0]:
            go_on.wait(60)
        return advance(session, *args, **kwargs)

    monkeypatch.setattr(Session, "advance", hang)
    try:
        lab.start(playing=True)
        qtbot.waitUntil(lambda: bool(hanging), timeout=20_000)
        lab.start(playing=True)
        qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates > 0, timeout=20_000)
        assert len(lab.runs.ending) == 1, "the first one hangs still"
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: len(lab.runs.ending) == 0, timeout=20_000)


def test_an_ended_run_lets_go_of_its_samples(lab, qtbot):
    lab.start(playing=True)
    lab.runs.show({"boundary": Boundary()})
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates > 5, timeout=60_000)
    samples = weakref.ref(lab.runs.samples.prepared)
    lab.edit("data.noise", 0.3)
    lab.edit("layers.h1.units", 7)
    qtbot.waitUntil(lambda: lab.runs.samples.prepared is not samples() and not lab.runs.renewing, timeout=30_000)
    qtbot.waitUntil(lambda: len(lab.runs.ending) == 0 and lab.run.last is not None, timeout=30_000)
    gc.collect()
    assert samples() is None


def test_it_is_given_back_once_and_not_at_each_of_many(monkeypatch):
    given, clock = [], [100.0]
    monkeypatch.setattr(heap, "give_back", lambda: given.append(clock[0]))
    monkeypatch.setattr(heap.time, "monotonic", lambda: clock[0])
    tidying = Tidying()
    tidying.look(ended=False)
    assert not given
    for clock[0] in (100.0, 100.1, 100.2):
        tidying.look(ended=True)
    assert given == [100.0]
    for clock[0] in (100.0 + SELDOM, 100.1 + 2 * SELDOM):
        tidying.look(ended=False)
    assert given == [100.0, 100.0 + SELDOM]


def test_the_newest_steps_of_undo_keep_the_way_that_the_weights_came():
    experiment = Experiment()
    snapshot = Session(experiment).snapshot()
    assert isinstance(snapshot.path, Path)
    store = Store(experiment)
    for number in range(SNAPSHOTS + 4):
        store.attach(store.note(f"step {number}"), snapshot)
    held = [step.snapshot for step in store.undo_steps]
    assert [each is not None for each in held] == [False] * 4 + [True] * SNAPSHOTS
    assert [each is not None and each.path is not None for each in held][-WAYS - 1 :] == [False] + [True] * WAYS
    old = held[4]
    assert old is not None and np.array_equal(old.parameters, snapshot.parameters)
    session = Session(experiment)
    session.restore(dataclasses.replace(old))
    assert np.array_equal(session.vector(), snapshot.parameters)
