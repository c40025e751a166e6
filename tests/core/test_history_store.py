"""The states of a run within a budget of bytes: which are kept, where they lie, and what the disk may refuse."""

from __future__ import annotations

import contextlib
import gc
import math
import os
import sqlite3

import numpy as np
import pytest

from core.documents.plain import encode
from core.history import kept_states
from core.history import store as history_store
from core.history.blobs import blob_of, numbers_of
from core.history.kept_states import DENSE, KeptStates, spacing_of
from core.history.state import Numbers, StopState
from core.history.store import NO_ROOM, PREFIX, HistoryStore
from core.training.recall import recall
from core.training.session import Session
from tests.building.experiments import layer, small


def _files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


# The file


def test_blobs_come_back_and_the_file_goes(tmp_path):
    store = HistoryStore(tmp_path / "cache")
    assert not (tmp_path / "cache").exists(), "nothing is opened before it is needed"
    for value in range(5):
        assert store.put(bytes([value]) * 1000) == value
    assert store.bytes == 5000 and [store.get(number) for number in range(5)] == [
        bytes([value]) * 1000 for value in range(5)
    ]
    file = next(path for path in _files(tmp_path) if path.suffix == ".sqlite")
    with contextlib.closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    store.drop(1)
    assert store.get(1) is None and store.bytes == 4000
    store.close()
    assert not _files(tmp_path) and store.bytes == 0
    assert store.put(b"again") == 5 and store.get(5) == b"again"
    del store
    gc.collect()
    assert not list((tmp_path / "cache").iterdir()), "a run that is let go leaves nothing"


def test_what_a_crash_left_is_swept_away_and_what_is_in_use_stays(tmp_path):
    folder = tmp_path / "cache"
    (folder / f"{PREFIX}999999999-x").mkdir(parents=True)
    mine = HistoryStore(folder)
    mine.put(b"mine")
    other = HistoryStore(folder)
    other.put(b"other")
    assert mine.get(0) == b"mine" and sorted(path.name.split("-")[3] for path in folder.iterdir()) == 2 * [
        str(os.getpid())
    ]
    mine.close()
    other.close()
    assert not list(folder.iterdir())


def test_a_disk_that_refuses_is_said_once(tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    said = []
    store = HistoryStore(tmp_path / "file", said.append)
    assert store.put(b"x") is None and store.put(b"x") is None
    assert said == [NO_ROOM] and len(caplog.records) == 1 and not store.works


# Which states are kept


def _noted(count: int) -> KeptStates:
    """What is kept of so many updates, made one by one, by a network that never changes."""
    course = Session(small(engine="eager")).course
    state, journal = course.state, course.journal
    numbers = course.kept.numbers(next(iter(course.kept)))
    assert numbers is not None
    kept = KeptStates()
    kept.begin(DENSE, state, journal, lambda: numbers)
    for updates in range(1, count + 1):
        kept.note(state._replace(updates=updates), journal, lambda: numbers)
    return kept


def test_those_of_a_run_are_those_that_its_count_of_updates_asks_for():
    session = Session(small(engine="eager"))
    session.advance(600)
    assert session.course.kept.updates == _noted(600).updates


def test_dense_for_the_newest_updates_and_doubling_before():
    updates = np.array(_noted(3000).updates)
    assert updates[0] == 0 and np.array_equal(updates[-50:], np.arange(2804, 3001, 4))
    older, gaps = updates[:-50], np.diff(updates[:-50])
    assert len(older) >= 24 and set(gaps.tolist()) == {8, 16, 32, 64}
    assert set((gaps[:-1] / gaps[1:]).tolist()) == {1, 2}, "the older the sparser, up to a spacing soon crossed"


def test_where_there_are_too_many_the_oldest_are_thinned_evenly(monkeypatch):
    monkeypatch.setattr(kept_states, "MOST", 250)
    updates = np.array(_noted(24_000).updates)
    gaps = np.diff(updates[1:-50])
    assert 245 <= len(updates) <= 251 and updates[0] == 0 and updates[-1] == 24_000
    assert set((gaps[:-1] / gaps[1:]).tolist()) == {1, 2}, "the older the sparser"
    far = [int((gaps == gap).sum()) for gap in np.unique(gaps) if gap >= 64]
    assert len(far) > 3 and max(far[:-1]) - min(far[:-1]) <= 3 and far[-1] <= max(far)


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("engine", ["eager", "fused"])
def test_the_number_of_updates_alone_decides(engine):
    experiment = small(engine=engine)
    whole, pieces = Session(experiment), Session(experiment)
    count = 400 if engine == "eager" else 3 * whole.course.kept.spacing + 100
    whole.advance(count)
    while pieces.updates < count:
        pieces.advance(min(count // 13 + 1, count - pieces.updates))
    assert whole.course.kept.updates == pieces.course.kept.updates and len(whole.course.kept.updates) > 3
    assert np.array_equal(whole.vector(), pieces.vector())


@pytest.mark.parametrize(
    ("parameters", "batch", "many", "at_hand", "expected"),
    [
        (17, 10, False, True, 4),  # the playground, eager
        (
            17,
            10,
            True,
            True,
            10 << 12,
        ),  # the same by the kernel: about the 2^16 updates of a few hundredths of a second
        (400, 10, True, True, 2560),
        (17, 10, False, False, 40),  # on an accelerator a copy is a wait
        (300_000, 64, False, True, 160),
        (3_000_000, 64, False, True, 0),
    ],
)
def test_the_spacing(parameters, batch, many, at_hand, expected):
    assert spacing_of(parameters, 4, batch, 10, many=many, at_hand=at_hand) == expected


# The budget


def _large(budget: int, disk: int, monkeypatch, folder=None, said=None) -> tuple[Session, dict[int, np.ndarray]]:
    """A run whose states, some 10 kB each, do not all fit."""
    monkeypatch.setattr(kept_states, "BUDGET", budget)
    monkeypatch.setattr(kept_states, "DISK", disk)
    monkeypatch.setattr(kept_states, "APART", 4)
    session = Session(
        small(layers=[layer(100)], evaluate_every=1, engine="eager"),
        folder=folder,
        say=(said if said is not None else []).append,
    )
    vectors = {0: session.vector()}
    for _ in range(300):
        session.advance(1)
        vectors[session.updates] = session.vector()
    return session, vectors


def test_older_parts_lie_on_the_disk_and_come_back(tmp_path, monkeypatch):
    session, vectors = _large(30_000, 1 << 20, monkeypatch, tmp_path)
    assert session.course.kept.bytes <= 30_000 and session.course.kept.store.bytes > 60_000 and _files(tmp_path)
    assert len(session.course.kept.updates) >= 24
    for update in (*session.course.kept.updates, 5, 77, 151, 299):
        assert np.array_equal(recall(session.course, update).vector(), vectors[update])
    session.course.kept.close()
    assert not _files(tmp_path)


def test_a_full_disk_keeps_what_is_missed_most(tmp_path, monkeypatch):
    session, vectors = _large(30_000, 40_000, monkeypatch, tmp_path)
    assert session.course.kept.bytes <= 30_000 and session.course.kept.store.bytes <= 45_000
    updates = np.array(session.course.kept.updates)
    gaps = np.diff(updates)
    assert updates[0] == 0 and updates[-1] == 300 and gaps[-1] == 4 and gaps.max() < 150
    assert np.array_equal(recall(session.course, 120).vector(), vectors[120])


def test_without_a_disk_the_history_stays_in_memory(tmp_path, monkeypatch, caplog):
    (tmp_path / "file").write_text("no folder")
    said: list[str] = []
    session, vectors = _large(60_000, 1 << 20, monkeypatch, tmp_path / "file", said)
    assert said == [NO_ROOM] and session.course.kept.bytes <= 60_000 and len(caplog.records) == 1
    assert (
        session.course.kept.updates[0] == 0
        and session.course.kept.updates[-1] == 300
        and len(session.course.kept.updates) > 5
    )
    assert np.array_equal(recall(session.course, 250).vector(), vectors[250])


def test_a_broken_file_is_no_reason_to_fail(tmp_path, monkeypatch, caplog):
    session, _ = _large(30_000, 1 << 20, monkeypatch, tmp_path)
    monkeypatch.setattr(history_store.HistoryStore, "get", lambda self, number: None)
    with pytest.raises(ValueError, match="not kept"):
        recall(session.course, 5 + next(state.updates for state in session.course.kept if state.part is not None))


def test_runs_divide_the_room_for_kept_states(monkeypatch, tmp_path):
    monkeypatch.setattr(kept_states, "OF_ALL", (20_000, 60_000))
    session = Session(small(engine="eager"), folder=tmp_path)
    session.advance(400)
    kept = session.course.kept
    assert kept.bytes <= 20_000
    alone = kept.updates
    kept.divide(4)
    assert kept.bytes <= 5_000 and kept.store.bytes <= 15_000
    assert set(kept.updates) <= set(alone) and len(kept.updates) < len(alone)
    kept.divide(1)
    session.advance(200)
    assert 5_000 < kept.bytes <= 20_000
    kept.close()


def _all_of(numbers: Numbers) -> list[object]:
    """What there is in it, to the last bit, with the kinds of its numbers."""
    arrays: dict[str, np.ndarray] = {}
    plain = encode(numbers._asdict() | {"watch": vars(numbers.watch)}, "", arrays)
    return [repr(plain), *((name, each.dtype, each.shape, each.tobytes()) for name, each in arrays.items())]


@pytest.mark.parametrize(
    "numbers",
    [
        Numbers(np.array([1.0, -0.0, math.nan]), None, {}, None, StopState()),
        Numbers(
            np.arange(6, dtype=np.float32), {0: {"exp_avg": np.ones((2, 3), np.float32), "step": 7.0}, 3: {}},
            {"mean": np.zeros(2), "seen": np.array(5)}, np.array([True, False]),
            StopState(0.5, 9, np.ones(6), {"mean": np.ones(2)}, plateau={"bad": 1}, recent=(1.0, math.inf)),
        ),
    ],
)  # fmt: skip
def test_numbers_come_back_from_the_disk_to_the_last_bit_and_are_the_run_s_own(numbers):
    found = numbers_of(blob_of(numbers))
    assert found is not None
    assert _all_of(found) == _all_of(numbers)
    found.parameters[0] = 3.0  # an engine goes on in them


def test_what_is_no_state_any_more_is_none():
    blob = blob_of(Numbers(np.ones(4), None, {}, None, StopState()))
    damaged = (b"", b"x", blob[:-1], blob[:20], b"\xff" * 40, blob.replace(b"parameters", b"parametres"))
    assert [numbers_of(each) for each in damaged] == [None] * len(damaged)
