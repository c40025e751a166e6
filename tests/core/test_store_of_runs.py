"""The store of runs: what was kept comes back to the last bit, for as many processes as there are; whatever the disk
refuses is one sentence, and nothing that was kept is lost."""

from __future__ import annotations

import concurrent.futures
import contextlib
import dataclasses
import pathlib
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from typing import TextIO

import numpy as np
import pytest

from core.experiment import Experiment
from core.frames import Mark
from core.history.journal import Event, Journal
from core.history.kept_states import KeptState, kept_state
from core.history.snapshot import Snapshot
from core.history.still import Path
from core.machine import processes
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs import schema, states
from core.runs.again import again
from core.runs.making import UNKNOWN, Making
from core.runs.pieces import slim_path
from core.runs.run import Label, Run
from core.runs.store import HOUR, Figures, RunStore
from core.training.session import Session
from tests.building.experiments import small
from tests.building.states import set_number
from tests.building.stored_runs import Learner, kept, lucky

MANY = 1000


@pytest.fixture
def store(tmp_path):
    store = RunStore(tmp_path)
    yield store
    store.close()


def _file(folder: pathlib.Path) -> pathlib.Path:
    return folder / schema.NAME


def _by_hand(folder: pathlib.Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    """Do something to a file of runs that no store would do."""
    connection = sqlite3.connect(_file(folder))
    with connection:
        found = connection.execute(statement, values).fetchall()
    connection.close()
    return found


def _eventful(id: str = "r", **changes: object) -> Learner:
    learner = Learner(id, small(engine="eager", optimizer={"kind": "adam", "lr": 0.02}, **changes)).learn(40)
    session = learner.session
    session.apply(session.experiment.model_copy(update={"batch_size": 5}))
    session.load_vector(session.vector() * 0.5, "put")
    learner.learn(30)
    set_number(session, "h1.weight", (0, 1), 0.75)
    session.course.keep_point("here", session.vector())
    return learner.learn(35)


# What comes back


def test_a_run_comes_back_and_goes_on_as_if_never_interrupted(tmp_path, store):
    learner = _eventful()
    learner.save(store)
    store.close()
    later = RunStore(tmp_path)
    run = later.run("r")
    assert run == learner.run and len(run.events) == 3 and run.made == 105
    last = later.last(run)
    assert last is not None and last.points is not None
    session = Session.of(last)
    assert np.array_equal(session.vector(), learner.session.vector())
    assert np.array_equal(last.points["here"], learner.session.course.points["here"])
    for one in (session, learner.session):
        one.advance(50)
    assert (
        np.array_equal(session.vector(), learner.session.vector()) and session.evaluate() == learner.session.evaluate()
    )
    later.close()


def test_its_curves_come_back(store):
    learner = _eventful()
    learner.save(store)
    curves, history = store.curves("r"), learner.history
    assert curves is not None
    for name in history.names:
        column = history.column(name)
        assert np.array_equal(
            curves.blocks[name], np.column_stack([column.low, column.high, column.mean]), equal_nan=True
        )
        assert curves.newest[name] == pytest.approx(column.last, nan_ok=True)


def test_its_thumbnail_comes_back_and_a_damaged_one_is_left_out(tmp_path, store):
    picture = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    for id in ("whole", "damaged", "odd"):
        store.save(Run(id, lucky(1), letter="A", made=60), Figures(), picture=picture)
    store.save(Run("whole", lucky(1), letter="A", made=61), Figures())
    _by_hand(tmp_path, "UPDATE arrays SET shape='[9, 9, 3]' WHERE run='damaged'")
    _by_hand(tmp_path, "UPDATE arrays SET shape='[24]' WHERE run='odd'")
    found = store.pictures()
    assert set(found) == {"whole"} and np.array_equal(found["whole"], picture)


def test_any_update_of_it_can_be_computed_again(store):
    learner = _eventful()
    learner.save(store)
    run = store.run("r")
    assert run is not None
    for update in (0, 39, 40, 71, 105):
        whole = again(learner.run, update)
        assert np.array_equal(again(run, update).vector(), whole.vector())
    assert np.array_equal(again(run, 105).vector(), learner.session.vector())


def test_what_was_never_kept_is_none(store):
    assert (store.run("nobody"), store.curves("nobody"), store.entries()) == (None, None, ())
    run = Run("bare", small(), letter="A", made=70)
    store.save(run, Figures())
    assert store.run("bare") == run and store.last(run) is None and store.curves("bare") is None


def test_a_last_state_of_another_update_is_not_taken_for_the_present_one(store):
    learner = _eventful()
    learner.save(store)
    ahead = learner.learn(10).run
    store.save(ahead, learner.figures)
    assert store.run("r") == ahead and store.last(ahead) is None


def test_a_run_takes_some_hundred_kilobytes(store):
    """Of curves that are full and a toy of a network."""
    learner = Learner("r", lucky(0))
    rows = {name: np.random.Generator(np.random.PCG64(1)).normal(size=3900) for name in learner.session.last}
    learner.history.add(rows | {"update": np.arange(3900.0)})
    assert 900 < len(learner.history) <= 1000
    learner.save(store)
    ((taken,),) = store.database.rows("SELECT sum(bytes) FROM pieces")
    assert 50_000 < taken < 200_000, f"{len(rows)} figures"
    assert not store.database.rows("SELECT data FROM arrays WHERE dtype LIKE '%O%'")


@pytest.mark.parametrize(
    ("points", "most", "left"), [(100, 1 << 16, 100), (512, 2000, 8), (512, 100, None), (1, 100, 1)]
)
def test_a_path_is_thinned_as_a_trajectory_would(points, most, left):
    path = Path(np.arange(points) * 4, np.zeros((points, 50), np.float32), spacing=4)
    slim = slim_path(path, most)
    if left is None:
        assert slim is None
        return
    assert slim is not None and len(slim.updates) == len(slim.vectors) == left
    assert (slim.updates % slim.spacing == 0).all() and slim.vectors.nbytes <= max(most, 200)


# Many runs, many processes


@contextlib.contextmanager
def _script(folder: pathlib.Path, name: str, runs: int, times: int) -> Iterator[tuple[subprocess.Popen[str], TextIO]]:
    """Another process that keeps runs, and what it says; it is killed at the end."""
    command = processes.python("-m", "tests.building.stored_runs", str(folder), name, str(runs), str(times))
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=processes.environment(), cwd=processes.ROOT
    )
    assert process.stdout is not None
    with process.stdout as says:
        assert says.readline() == "ready\n"
        yield process, says
        process.kill()
        process.wait(60)


def _whole(store: RunStore) -> int:
    """How many runs there are; of each all that is kept speaks of the same update."""
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert store.database.rows("PRAGMA foreign_key_check") == []
    ids = [run for (run,) in store.database.rows("SELECT id FROM runs")]
    for run in map(store.run, ids):
        assert run is not None
        last, curves = store.last(run), store.curves(run.id)
        assert last is not None and curves is not None
        assert (last.parameters == run.made).all() and curves.newest["update"] == run.made
    return len(ids)


@pytest.mark.slow
def test_a_thousand_runs_by_two_processes_at_once(tmp_path):
    half = MANY // 2
    with _script(tmp_path, "one", half, 1) as (one, _), _script(tmp_path, "other", half, 1) as (other, _):
        with RunStore(tmp_path) as store:
            while one.poll() is None or other.poll() is None:
                assert all(entry.made == 60 for entry in store.entries())
        assert (one.returncode, other.returncode) == (0, 0)
    with RunStore(tmp_path) as store:
        entries = store.entries()
        assert len(entries) == MANY and not any(entry.elsewhere for entry in entries)
        assert {entry.id for entry in entries} == {f"{name}-{n}" for name in ("one", "other") for n in range(half)}
        assert entries[0].begun >= entries[-1].begun
        assert store.run("one-7") == Run("one-7", lucky(7), letter="A", made=60)


@pytest.mark.parametrize("lines", [1, 3, 20])
def test_a_process_killed_while_it_writes_leaves_every_run_whole(tmp_path, lines):
    with _script(tmp_path, "killed", 3, 10_000) as (_, says):
        told = [int(says.readline()) for _ in range(lines)]
    with RunStore(tmp_path) as store:
        assert _whole(store) == 3
        assert all(entry.made >= told[-1] and not entry.elsewhere for entry in store.entries())
        run = store.run("killed-0")
        assert run is not None and store.claim(run.id)
        kept(store, dataclasses.replace(run, made=5000))
        assert _whole(store) == 3


def test_a_run_belongs_to_one_process_and_others_read_it(tmp_path):
    with RunStore(tmp_path) as store, _script(tmp_path, "theirs", 1, 10_000) as (process, says):
        assert says.readline() == "60\n"
        (entry,) = store.entries()
        run = store.run("theirs-0")
        assert entry.elsewhere and run is not None and run.made >= 60 and not store.claim("theirs-0")
        with pytest.raises(NotWritten, match="belongs to another window") as refusal:
            kept(store, run)
        assert refusal.value.reason.endswith("It can be looked at here.")
        store.call(
            "theirs-0",
            Label("mine", pinned=True),
        )
        process.kill()
        process.wait(60)
        assert store.claim("theirs-0") and not store.entries()[0].elsewhere
        (entry,) = store.entries()
        assert entry.label == Label("mine", pinned=True), "whoever learns a run does not rename it"


def test_two_windows_cannot_take_up_the_same_run(tmp_path):
    with RunStore(tmp_path) as one, RunStore(tmp_path) as other:
        kept(one, Run("r", small(), letter="A", made=70))
        assert one.claim("r") and not other.claim("r")
        one.close()
        assert other.claim("r")


def test_no_two_windows_give_one_letter(tmp_path):
    with RunStore(tmp_path) as one, RunStore(tmp_path) as other:
        assert one.take_letter("r", "A", ["A"]) == "A"
        assert other.take_letter("s", "A", ["A", "B"]) == "C", "B is had there, though nobody else knows"
        assert one.take_letter("r", "A", ["A"]) == "A" == one.take_letter("t", "A", []), "its own are its own affair"
        kept(one, Run("r", small(), letter="A", made=70))
        kept(one, Run("short", small(), letter="D", made=7))
        one.close()
        assert other.take_letter("u", "A", []) == "B", "a run that is kept has its letter when its window has gone"
        assert other.take_letter("r", "A", []) == "A", "a run goes on under its own"
        assert other.take_letter("v", "D", []) == "D", "of a few updates nothing stays"


def test_many_windows_at_once_take_letters_apart(tmp_path):
    """Each wants A; the transaction tells them apart."""
    stores = [RunStore(tmp_path) for _ in range(6)]
    with concurrent.futures.ThreadPoolExecutor(len(stores)) as pool:
        found = list(pool.map(lambda store: store.take_letter(store.head, "A", []), stores))
    assert sorted(found) == ["A", "B", "C", "D", "E", "F"]
    for store in stores:
        store.close()


def test_where_nothing_is_kept_a_letter_is_as_the_window_has_it(tmp_path):
    store = RunStore(tmp_path)
    store.close()
    assert store.take_letter("r", "B", ["A"]) == "B"


# What goes


def test_a_run_of_a_few_updates_is_kept_an_hour_and_not_listed(tmp_path):
    now = [1000.0]
    with RunStore(tmp_path, clock=lambda: now[0]) as store:
        for id, made, label in (("short", 49, Label()), ("long", 50, Label()), ("named", 3, Label("mine"))):
            kept(store, Run(id, small(), letter="A", made=made, label=label))
        kept(store, Run("root", small(), made=20))
        kept(store, Run("branch", small(), "root", 10, made=60))
        assert {entry.id for entry in store.entries()} == {"long", "named", "branch"}
    for wait, left in ((HOUR - 1, 5), (2, 4)):
        now[0] += wait
        with RunStore(tmp_path, clock=lambda: now[0]) as store:
            assert len(store.database.rows("SELECT id FROM runs")) == left
    with RunStore(tmp_path, clock=lambda: now[0]) as store:
        assert store.run("short") is None and store.run("root") is not None
        assert not store.database.rows("SELECT * FROM arrays WHERE run='short'")


def _begun_alike(tmp_path, *more: Run) -> set[str]:
    """Which runs a window that opens later finds, of some that all began with one experiment."""
    made = Making("fused", versions=(("numpy", "2"),))
    first, longest = (Run(id, small(), letter="A", made=count, making=made) for id, count in (("a", 90), ("z", 200)))
    with RunStore(tmp_path) as store:
        for run in (first, longest, *more):
            kept(store, run)
        assert len(store.entries()) == 2 + len(more), "nothing goes while somebody looks"
    with RunStore(tmp_path) as store:
        return {entry.id for entry in store.entries()}


def test_a_start_that_made_nothing_new_is_gone_at_the_next_one(tmp_path):
    """The program is started again and again with the same experiment: the longest run says it all."""
    made, other = Making("fused", versions=(("numpy", "2"),)), Making("eager PyTorch", versions=(("numpy", "2"),))
    plain, faster = small(), small(speed=7.0, title="Another word")  # what changes no number

    def run(id: str, experiment: Experiment = plain, **more) -> Run:
        return Run(id, experiment, **({"letter": "B", "made": 150, "making": made} | more))

    live = (Event(60, "live", (("optimizer.lr", 0.5),)),)
    different = (
        run("luck", small(seeds={"weights": 9})), run("engine", making=other), run("hand", events=live),
        run("point", marks=(Mark(70, "point", "here"),)), run("named", label=Label("mine")),
        run("pinned", label=Label(pinned=True)), run("parent"), run("branch", parent="parent", branch=60),
        run("file", small(data={"kind": "csv", "path": "table.csv"})), run("unknown", making=UNKNOWN),
    )  # fmt: skip
    spare = (run("shorter"), run("faster", faster), run("equal", made=200), run("done", marks=(Mark(100, "goal", ""),)))
    assert _begun_alike(tmp_path, *different, *spare) == {"z", *(each.id for each in different)}


def test_what_a_living_window_has_or_a_person_deleted_stays_as_it_is(tmp_path):
    made = Making("fused")
    with RunStore(tmp_path) as living:
        kept(living, Run("theirs", small(), letter="A", made=60, making=made))
        with RunStore(tmp_path) as store:
            kept(store, Run("gone", small(), letter="B", made=400, making=made))
            kept(store, Run("long", small(), letter="C", made=90, making=made))
            store.call("gone", Label(deleted=True))
        with RunStore(tmp_path) as store:
            assert {entry.id for entry in store.entries()} == {"theirs", "long"}, "deleted, it says nothing for others"
    with RunStore(tmp_path) as store:
        assert {entry.id for entry in store.entries()} == {"long"}


def test_what_a_person_deleted_can_be_taken_back(tmp_path):
    now = [1000.0]
    with RunStore(tmp_path, clock=lambda: now[0]) as store:
        for id in ("a", "b"):
            kept(store, Run(id, small(), letter="A", made=70))
            store.call(id, Label(deleted=True))
        run = store.run("a")
        assert store.entries() == () and run is not None and run.label.deleted
        kept(store, run)  # its learner goes on
        assert store.entries() == ()
        store.call("a", Label())
        assert [entry.id for entry in store.entries()] == ["a"]
    now[0] += HOUR + 1
    with RunStore(tmp_path, clock=lambda: now[0]) as store:
        assert store.run("a") is not None and store.run("b") is None


# What a disk refuses


def _says(refusal: pytest.ExceptionInfo[NotWritten], *words: str) -> None:
    said = str(refusal.value)
    assert len(said.splitlines()) == 1 and said.endswith(".")
    for word in ("cannot be written", *words):
        assert word in said


def _filled(store: RunStore, pages: int) -> pytest.ExceptionInfo[NotWritten]:
    """Keep runs until there is no more room."""
    ((size,),) = store.database.rows("PRAGMA page_count")
    store.database.rows(f"PRAGMA max_page_count={size + pages}")
    with pytest.raises(NotWritten) as refusal:
        for number in range(1, 200):
            kept(store, Run(f"r{number}", small(), letter="A", made=60 + number))
    return refusal


def test_a_full_disk_is_a_sentence_and_what_was_kept_stays(store):
    kept(store, Run("r0", small(), letter="A", made=70))
    _says(_filled(store, 100), "the disk is full", "nothing that was kept is lost")
    before = _whole(store)
    assert before > 2
    run = store.run("r0")
    assert run is not None
    with pytest.raises(NotWritten):
        kept(store, Run("one more", small(), letter="A", made=70))
    assert _whole(store) == before
    store.database.rows("PRAGMA max_page_count=1000000")
    kept(store, Run("one more", small(), letter="A", made=70))
    assert _whole(store) == before + 1, "and it goes on as soon as there is room"


def test_states_make_room_for_runs(store):
    learner = _eventful("r")
    learner.save(store)
    for update in range(400):
        state = _state_of(learner.session, update)
        states.keep(store.database, "r", [state])
    assert len(states.known(store.database, "r")) == 400
    _filled(store, 10)
    assert states.known(store.database, "r") == () and len(store.entries()) > 3


LIMITED = """
import pathlib, resource, sys
from core.machine.whole_file import NotWritten
from core.runs.run import Run
from core.runs.store import RunStore
from tests.building.stored_runs import kept, lucky
store = RunStore(pathlib.Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
try:
    for number in range(100):
        kept(store, Run(f"r{number}", lucky(number), letter="A", made=60))
        print(number, flush=True)
except NotWritten as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system knows no limits of a file's size")
def test_a_file_that_may_not_grow_is_a_sentence_and_leaves_every_run_whole(tmp_path):
    command = processes.python("-c", LIMITED, str(tmp_path))
    done = subprocess.run(
        command, capture_output=True, text=True, env=processes.environment(), cwd=processes.ROOT, timeout=60, check=True
    )
    *numbers, said = done.stdout.splitlines()
    assert re.search(r"runs\.sqlite cannot be written: .*\.$", said), done.stderr
    with RunStore(tmp_path) as store:
        assert _whole(store) >= len(numbers) > 1


def test_where_writing_ahead_is_refused_a_journal_is_rolled_back(tmp_path):
    """As on a home in a network; this way of sqlite's has no shared memory."""
    if sys.platform == "win32":
        pytest.skip("no such way there")
    with RunStore(tmp_path, vfs="unix-dotfile") as store:
        assert store.trouble == "" and store.database.rows("PRAGMA journal_mode") == [("delete",)]
        kept(store, Run("r", small(), letter="A", made=70))
        with RunStore(tmp_path, vfs="unix-dotfile") as other:
            kept(other, Run("s", small(), letter="B", made=80))
            assert _whole(other) == 2
        _says(_filled(store, 40), "the disk is full")
        assert _whole(store) >= 2
    with RunStore(tmp_path) as store:
        assert store.database.rows("PRAGMA journal_mode") == [("wal",)] and _whole(store) >= 2


def test_a_file_that_another_program_writes_for_long_is_a_sentence(store, monkeypatch, tmp_path):
    monkeypatch.setattr(schema, "PATIENCE", 0.01)
    with RunStore(tmp_path) as patient:
        other = sqlite3.connect(_file(tmp_path), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWritten) as refusal:
            kept(patient, Run("r", small(), letter="A", made=70))
        _says(refusal, "another program has been writing", "It is tried again")
        assert patient.entries() == () and not patient.claim("r"), "reading goes on meanwhile"
        other.execute("ROLLBACK")
        other.close()
        kept(patient, Run("r", small(), letter="A", made=70))
    assert len(store.entries()) == 1


def test_a_store_that_may_only_be_read_is_read(tmp_path, monkeypatch):
    with RunStore(tmp_path) as store:
        kept(store, Run("r", small(), letter="A", made=70))
    monkeypatch.setattr(schema, "may_write", lambda _: False)
    with RunStore(tmp_path) as store:
        assert store.trouble == f"{_file(tmp_path)} may only be read: the runs in it are shown, and none is kept."
        assert [entry.id for entry in store.entries()] == ["r"] and store.run("r") is not None
        assert not store.claim("r")
        with pytest.raises(NotWritten, match="may only be read"):
            kept(store, Run("s", small(), letter="A", made=70))
    assert not list(tmp_path.glob("*.lock"))


@pytest.mark.skipif(sys.platform == "win32", reason="sqlite has no such locks there")
def test_a_file_that_another_program_holds_is_not_called_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    with RunStore(tmp_path, vfs="unix-dotfile") as store:  # without WAL readers wait for who writes
        kept(store, Run("r", small(), letter="A", made=70))
        assert len(store.entries()) == 1
        (tmp_path / f"{schema.NAME}.lock").mkdir()
        with pytest.raises(BadInput, match="cannot be read now: another program has been writing it") as told:
            store.entries()
        assert "damaged" not in str(told.value)
        (tmp_path / f"{schema.NAME}.lock").rmdir()
        assert len(store.entries()) == 1


def test_no_folder_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with RunStore(tmp_path / "file" / "data") as store:
        assert "Runs are not kept." in store.trouble and store.entries() == () and store.run("r") is None
        with pytest.raises(NotWritten, match="Runs are not kept"):
            kept(store, Run("s", small(), letter="A", made=70))


def test_a_newer_version_is_left_as_it_is(tmp_path):
    with RunStore(tmp_path) as store:
        kept(store, Run("r", small(), letter="A", made=70))
    _by_hand(tmp_path, "PRAGMA user_version=2")
    before = _file(tmp_path).read_bytes()
    with RunStore(tmp_path) as store:
        assert store.trouble.endswith("Its runs are left as they are, and none is kept: update Descent Lab.")
        assert store.entries() == ()
        with pytest.raises(NotWritten, match="newer version"):
            kept(store, Run("s", small(), letter="A", made=70))
    assert _file(tmp_path).read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(tmp_path):
    _by_hand(tmp_path, "CREATE TABLE theirs (a)")
    with RunStore(tmp_path) as store:
        assert "of another program" in store.trouble and not store.database.writable
    assert _by_hand(tmp_path, "SELECT name FROM sqlite_master") == [("theirs",)]


def test_a_damaged_file_is_put_aside_and_a_new_one_begun(tmp_path):
    for number in (1, 2):
        _file(tmp_path).write_bytes(b"no database " * 1000)
        with RunStore(tmp_path) as store:
            aside = tmp_path / f"runs-damaged-{number}.sqlite"
            assert store.trouble == f"The file of runs was damaged. It is kept as {aside}, and a new one was begun."
            kept(store, Run("r", small(), letter="A", made=70))
            assert _whole(store) == 1
        assert aside.read_bytes() == b"no database " * 1000
        _file(tmp_path).unlink()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE arrays SET data=x'00' WHERE piece='last'",
        "UPDATE arrays SET dtype='|O' WHERE piece='last'",
        "UPDATE arrays SET shape='[9]' WHERE piece='last'",
        "UPDATE arrays SET shape='{' WHERE piece='last'",
        "DELETE FROM arrays WHERE piece='last'",
        "UPDATE pieces SET plain='{}' WHERE name='last'",
        "UPDATE pieces SET plain='[]' WHERE name='last'",
        "UPDATE pieces SET plain='{' WHERE name='last'",
    ],
)
def test_a_damaged_state_is_a_sentence_and_the_run_can_be_computed_again(tmp_path, damage):
    with RunStore(tmp_path) as store:
        _eventful().save(store)
    _by_hand(tmp_path, damage)
    with RunStore(tmp_path) as store:
        run = store.run("r")
        assert run is not None
        with pytest.raises(BadInput, match="is damaged: a run in it cannot be read"):
            store.last(run)
        assert again(run, 3).updates == 3 and len(store.entries()) == 1


def test_numbers_of_another_network_reach_no_engine(tmp_path):
    with RunStore(tmp_path) as store:
        _eventful().save(store)
        wrong = np.zeros(7)
        store.database.rows(
            "UPDATE arrays SET data=?, shape='[7]' WHERE piece='last' AND name='numbers/parameters'", wrong.tobytes()
        )
        run = store.run("r")
        assert run is not None
        last = store.last(run)
        assert last is not None
        with pytest.raises(BadInput, match="parameters"):
            Session.of(last)


def test_a_run_of_a_newer_version_is_a_sentence(tmp_path):
    with RunStore(tmp_path) as store:
        _eventful().save(store)
        store.database.rows(
            "UPDATE pieces SET plain=replace(plain, '\"version\": 1', '\"version\": 2') WHERE name='run'"
        )
        with pytest.raises(BadInput, match="newer version of Descent Lab: update"):
            store.run("r")
        assert len(store.entries()) == 1


# States


def _state_of(session: Session, update: int) -> KeptState:
    """The session's state as if it were of another update."""
    snapshot = session.snapshot()
    return kept_state(snapshot.state._replace(updates=update), snapshot.journal, snapshot.numbers)


def test_states_come_back_and_lead_to_any_update(store):
    learner = Learner("r", lucky(1))
    for _ in range(4):
        learner.learn(28)
        learner.save(store)
        *_, newest = learner.session.course.kept
        assert newest.numbers is not None
        states.keep(store.database, "r", [newest])
    assert states.known(store.database, "r") == (28, 56, 84, 112)
    found = states.nearest(store.database, "r", 111, range(1))
    assert found is not None and found.updates == 84 and found.numbers is not None
    session = Session.of(Snapshot(found.state, found.numbers, Journal()))
    session.advance(28)
    assert np.array_equal(session.vector(), learner.session.vector())
    assert states.nearest(store.database, "r", 27, range(1)) is None
    assert states.nearest(store.database, "r", 111, range(1, 5)) is None, "of another past"


def test_a_branch_has_its_parents_states_as_far_as_their_past_is_one(store):
    """Whatever lies nearest, what comes of it is what the run was, bit for bit."""
    parent = _eventful("a")
    parent.save(store)
    for state in list(parent.session.course.kept)[::2]:
        assert state.numbers is not None
        states.keep(store.database, "a", [state])
    change = Event(66, "live", (("optimizer.lr", 0.005),))
    early = (*parent.run.before(66), change)
    branch = dataclasses.replace(parent.run, id="b", parent="a", branch=66, events=early, made=90, marks=())
    deeper = dataclasses.replace(
        branch, id="c", parent="b", branch=80, events=(*early, Event(80, "live", (("batch_size", 3),)))
    )
    for run in (branch, deeper):
        store.save(run, Figures())
    line = [deeper, branch, parent.run]
    updates = states.known(store.database, "a")
    assert len(updates) > 5
    for update in (3, 40, 41, 65, 66, 67, 79, 80, 90):
        near = states.nearest_of(store.database, line, update)
        assert near is not None and near.updates == max(known for known in updates if known <= min(update, 66))
        assert np.array_equal(again(deeper, update, near).vector(), again(deeper, update).vector())


def test_of_all_runs_together_the_state_that_was_asked_for_longest_ago_goes_first(store):
    learner = Learner("r", lucky(1)).learn(60)
    state = _state_of(learner.session, 0)
    for id in ("a", "b"):
        store.save(dataclasses.replace(learner.run, id=id), learner.figures)
        for update in (10, 20, 30):
            states.keep(store.database, id, [state._replace(state=state.state._replace(updates=update))])
    ((nbytes,),) = store.database.rows("SELECT max(bytes) FROM pieces WHERE used>0")
    assert states.nearest(store.database, "a", 10, range(9)) is not None
    newest = state._replace(state=state.state._replace(updates=40))
    states.keep(store.database, "b", [newest], budget=4 * nbytes + nbytes // 2)
    assert states.known(store.database, "a") == (10,) and states.known(store.database, "b") == (20, 30, 40)
    assert store.run("a") is not None, "never the run itself"


def test_few_states_of_a_run_are_chosen_and_few_of_them_are_new_as_it_goes_on(store):
    state = _state_of(Learner("r", lucky(1)).session, 0)
    kept = [state._replace(state=state.state._replace(updates=update)) for update in range(0, 4000, 8)]
    for made in (1, 2, 30, 250, 500):
        found = states.chosen(kept[:made])
        assert found[0].updates == 0 and found[-1] is kept[made - 1] and len(found) <= states.MANY + 2
        gaps = np.diff([each.updates for each in found])
        assert (gaps > 0).all() and (gaps <= max(8, 4 * 8 * made / states.MANY)).all()
    before, after = ({each.updates for each in states.chosen(kept[:made])} for made in (300, 310))
    assert len(after - before) <= 2 and states.chosen(()) == ()
    large = [each._replace(nbytes=states.OF_ONE // 3) for each in kept]
    assert len(states.chosen(large)) <= 5, "of large networks fewer"


def test_only_what_is_not_there_is_written_and_a_run_begun_anew_has_no_past(store):
    learner = Learner("r", lucky(1)).learn(60)
    learner.save(store)
    kept = states.chosen(learner.session.course.kept.until(60))
    states.keep(store.database, "r", kept)
    before = store.database.rows("SELECT rowid FROM pieces WHERE used>0 ORDER BY rowid")
    states.keep(store.database, "r", kept)
    assert store.database.rows("SELECT rowid FROM pieces WHERE used>0 ORDER BY rowid") == before
    read = states.of(store.database, "r")
    assert [each.updates for each in read] == [each.updates for each in kept]
    assert all(
        np.array_equal(one.numbers.parameters, other.numbers.parameters) for one, other in zip(read, kept, strict=True)
    )
    run = learner.run
    assert run.goes_on_from(run) and not dataclasses.replace(run, made=10).goes_on_from(run)
    assert not run.goes_on_from(dataclasses.replace(run, events=(Event(3, "live", (("optimizer.lr", 1.0),)),)))
    states.forget(store.database, "r")
    assert states.of(store.database, "r") == ()
