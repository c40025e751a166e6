"""A study: what is varied, which runs that makes, and where their results are kept."""

from __future__ import annotations

import dataclasses
import math
import os
import pathlib
import sqlite3
import stat

import pytest

from core.command_line.guessed import with_guesses
from core.documents.edits import replace_all
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs import schema
from core.runs.making import Making
from core.runs.seeds import ALL, derived_seed
from core.studies import storage as storages
from core.studies.axis import Axis
from core.studies.keeper import Keeper
from core.studies.plan import plan
from core.studies.result import Result, falls
from core.studies.storage import Storage
from core.studies.study import Study
from core.studies.summary import Found, Spread, best
from core.studies.varied import varied
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")


# What is varied


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("optimizer.lr=0.001..1:log:4", (0.001, 0.01, 0.1, 1.0)),
        ("optimizer.lr=1..0.01:log:3", (1.0, 0.1, 0.01)),
        ("optimizer.lr=0.1..0.2:3", (0.1, 0.15, 0.2)),
        ("optimizer.lr=.1...5:2", (0.1, 0.5)),
        ("optimizer.lr=0.01..1:3:log", (0.01, 0.1, 1.0)),
        ("optimizer.lr=1..3:3", (1.0, 2.0, 3.0)),
        ("layers.h1.units=1..4", (1, 2, 3, 4)),
        ("layers.h1.units=1..256:log:5", (1, 4, 16, 64, 256)),
        ("layers.h1.units=1..3:log:9", (1, 2, 3)),
        ("data.samples=50..1_000:3", (50, 525, 1000)),
        ("optimizer.kind=sgd,adam", ("sgd", "adam")),
        ("optimizer.lr=0.1, 3e-1", (0.1, 0.3)),
        ("batch_size=1,10,all", (1, 10, "all")),
        ("data.path=../one.csv,../two.csv", ("../one.csv", "../two.csv")),
        ("optimizer.nesterov=true,false", (True, False)),
        ("data={kind='circle'},{kind='moons',noise=0.1}", ({"kind": "circle"}, {"kind": "moons", "noise": 0.1})),
    ],
)
def test_ranges_and_choices(typed, values):
    axis = varied(typed, small())
    assert axis.values == values and [type(value) for value in axis.values] == [type(value) for value in values]


def test_a_range_has_nine_values_unless_it_says_how_many():
    axis = varied("optimizer.lr=0.001..10:log", small())
    assert len(axis.values) == 9 and axis.log and axis.numeric and axis.values[4] == 0.1
    assert len(varied("layers.h1.units=1..100", small()).values) == 9


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("optimizer.lr=0.1..", "without an end"),
        ("optimizer.lr=..1", "without a beginning"),
        ("optimizer.lr=..", "without a beginning"),
        ("optimizer.lr=1..x", "without an end"),
        ("optimizer.lr=1..inf", "finite"),
        ("optimizer.lr=nan..1", "finite"),
        ("optimizer.lr=0..1:log", "above 0"),
        ("optimizer.lr=1..1", "ends where it begins"),
        ("optimizer.lr=1..2:1", "2 to 1000 values"),
        ("optimizer.lr=1..2:100000", "2 to 1000 values"),
        ("optimizer.lr=1..2:3:4", "how many values"),
        ("optimizer.lr=1..2:some", "how many values"),
        ("optimizer.lr=1,2,1", "twice"),
        ("optimizer.lr=", "no values"),
        ("optimizer.lr", "PATH=FROM..TO"),
        ("=1,2", "PATH=FROM..TO"),
    ],
)
def test_a_bad_range_is_a_sentence(typed, words):
    with pytest.raises(BadInput) as refusal:
        varied(typed, small())
    assert words in str(refusal.value) and len(str(refusal.value).splitlines()) == 1


def test_one_is_no_other_spelling_of_true():
    assert varied("optimizer.nesterov=1,true", small()).values == (1, True)


# Which runs


def _lr(*values: float) -> Axis:
    return Axis("optimizer.lr", values)


def test_cells_and_trials():
    study = Study(small(), (_lr(0.1, 0.2), Axis("layers.h1.units", (2, 3, 4))), starts=3)
    assert study.runs == 18 == len(list(study.trials())) and len(study.cells) == 6
    last = list(study.trials())[-1]
    assert (last.cell, last.start, last.seed) == (5, 2, 2)
    assert (last.experiment.optimizer.lr, last.experiment.layers[0].units) == (0.2, 4)
    assert study.cells[1].edits == (("optimizer.lr", 0.1), ("layers.h1.units", 3))


def test_the_first_start_has_the_files_own_seeds():
    first, second = Study(small(), starts=2).trials()
    assert (first.seed, first.experiment) == (None, small())
    seeds = second.experiment.seeds
    assert seeds.data == small().seeds.data and seeds.weights == derived_seed(1, "weights")


def test_all_luck_is_that_of_the_seed():
    _, second = Study(small(), starts=2, seed=7, luck=ALL).trials()
    assert second.experiment.seeds.model_dump() == {name: derived_seed(8, name) for name in ALL}


def test_a_seed_that_is_varied_is_not_drawn():
    study = Study(small(), (Axis("seeds.weights", (5, 6)),), starts=2)
    assert [trial.experiment.seeds.weights for trial in study.trials()] == [5, 5, 6, 6]


@pytest.mark.parametrize(
    ("study", "words"),
    [
        (Study(small(), (_lr(1), _lr(2))), "varied twice"),
        (Study(small(), (_lr(1), Axis("batch_size", (1,)), Axis("dtype", ("float32",)))), "at most 2"),
        (Study(small(), (_lr(1, 2),), starts=100_000), "200,000 runs"),
        (Study(small(), (Axis("optimizer.speed", (1,)),)), "not a known key"),
        (Study(small(), (Axis("layers.h9.units", (1,)),)), "allowed: h1, h2"),
        (Study(small(), (_lr(1, -1),)), "-1"),
        (Study(small(stop={"patience": 2}), (Axis("data.samples", (4, 60)),)), "data.samples"),
    ],
)
def test_what_is_no_study_is_a_sentence(study, words):
    with pytest.raises(BadInput, match=words) as refusal:
        plan(study)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_plan_knows_by_what_each_run_is_made():
    study = Study(small(), (Axis("engine", ("auto", "eager")),), starts=2)
    planned = plan(study)
    assert [each.by_kernel for each in planned] == [True, True, False, False]
    assert len({each.key for each in planned}) == 4
    assert [each.key for each in planned] == [each.key for each in plan(study)]


def test_what_a_file_says_belongs_to_the_key(tmp_path):
    path = tmp_path / "mine.csv"
    study = Study(small(data={"kind": "csv", "path": str(path)}))

    def key(last: int) -> str:
        rows = [f"{number},{number % 3},{'a' if number % 2 else 'b'}" for number in (*range(40), last)]
        path.write_text("x,y,class\n" + "\n".join(rows), encoding="utf-8")
        base = with_guesses(study.base, "mine")
        return plan(dataclasses.replace(study, base=base))[0].key

    first = key(50)
    assert key(51) != first and key(50) == first


@pytest.mark.parametrize(
    "changes", [{}, {"engine": "eager"}, {"layers": [layer(4, normalization="layer")]}, {"stop": {"target": 0.3}}]
)
def test_what_is_planned_is_how_a_session_makes_it(changes):
    session = Session(small(**changes))
    planned, made = Making.planned(session.experiment, session.prepared), Making.of(session)
    assert (planned.settled, planned.threads, planned.versions) == (made.settled, made.threads, made.versions)
    assert (planned.engine == "fused") == (made.engine == "fused kernel")


# Figures


def test_a_spread_puts_what_is_no_number_with_the_worst():
    values = [0.1, 0.2, 0.3, math.nan, 0.5, 0.6, 0.7]
    loss, accuracy = Spread.of(values, falling=True), Spread.of(values, falling=False)
    assert (loss.median, loss.band[1]) == (0.5, math.inf)
    assert (accuracy.median, accuracy.band[0]) == (0.3, -math.inf)
    assert loss.interval is not None and (loss.interval.low, loss.interval.high) == (0.1, math.inf)
    assert Spread.of([1.0, 2.0], falling=True).interval is None


@pytest.mark.parametrize(("name", "down"), [("test.loss", True), ("goal.update", True), ("test.mse", True), ("test.accuracy", False), ("coverage.share", False)])  # fmt: skip
def test_whether_a_figure_falls(name, down):
    assert falls(name) is down


def test_the_best_cell_is_that_of_the_best_median():
    cells = Study(small(), (_lr(0.1, 0.2),)).cells
    found = [
        Found(cell, 1, 0, {name: Spread.of([value], falling=falls(name)) for name in ("test.loss", "test.accuracy")}, 1)
        for cell, value in zip(cells, (0.3, 0.4), strict=True)
    ]
    assert best(found, "test.loss") == found[0] and best(found, "test.accuracy") == found[1]
    assert found[0].share.high == 1 and best([], "test.loss") is None


# Results


def result(key: str, loss: float = 0.1) -> Result:
    return Result(key, "finished", {"test.loss": loss, "updates": 10.0, "seconds": 0.5})


def test_a_result_is_read_as_it_was_written():
    for loss in (0.1 + 0.2, math.nan, -math.inf, 5e-324):
        one = result("k", loss)
        again = Result.loads(one.dumps())
        assert again.same(one) and again.dumps() == one.dumps()
    for text in ("", "[]", "{}", '{"key": "k", "ended": "", "figures": {"a": "x"}}'):
        with pytest.raises(ValueError):
            Result.loads(text)


def test_time_is_no_part_of_what_two_runs_must_agree_in():
    later = Result("k", "finished", dict(result("k").figures) | {"seconds": 9.0})
    assert later.same(result("k")) and not result("k", 0.2).same(result("k"))


@pytest.fixture
def file(tmp_path) -> pathlib.Path:
    return tmp_path / "mine.sqlite"


@pytest.fixture
def storage(file):
    found = Storage(file, patience=0.05)
    yield found
    found.close()


def test_results_are_found_by_their_keys(storage, file):
    assert storage.put([result(f"k{number}") for number in range(1200)]) == []
    other = Storage(file)
    assert len(other.found([f"k{number}" for number in range(2000)])) == 1200
    other.close()


def test_two_results_of_one_key_are_compared_and_counted_once(storage):
    storage.put([result("a"), result("b")])
    assert storage.put([result("a"), result("b", 0.2), result("c")]) == ["b"]
    assert storage.found(["b"])["b"].same(result("b")), "the first one stands"


def test_the_oldest_go_where_nobody_has_named_the_file(storage, monkeypatch):
    times = iter(range(100))
    monkeypatch.setattr(storages.time, "time", lambda: next(times))
    for number in range(10):
        storage.put([result(f"k{number}")])
    storage.forget_the_oldest(3)
    assert sorted(storage.found([f"k{number}" for number in range(10)])) == ["k7", "k8", "k9"]


def _refused(file: pathlib.Path, *words: str) -> None:
    before = file.read_bytes()
    with pytest.raises(BadInput) as refusal:
        Storage(file, patience=0.05)
    assert len(str(refusal.value).splitlines()) == 1 and all(word in str(refusal.value) for word in words)
    assert file.read_bytes() == before, "nothing is lost"


def test_a_storage_of_another_program_or_version(file):
    file.write_text("no database, but somebody's notes on it, at some length")
    _refused(file, "no file of results", "left as it is")
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE mine (number INTEGER)")
    connection.close()
    _refused(file, "another program")
    file.unlink()
    Storage(file).close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    _refused(file, "newer version", "update Descent Lab")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody is kept from writing here")
def test_a_storage_that_may_only_be_read(file):
    Storage(file).close()
    file.chmod(stat.S_IREAD)
    _refused(file, "may only be read")


def test_a_storage_that_may_only_be_read_is_said(file, monkeypatch):
    Storage(file).close()
    monkeypatch.setattr(schema, "may_write", lambda _: False)
    _refused(file, "may only be read")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(NotWritten, match="there is no folder"):
        Storage(tmp_path / "absent" / "mine.sqlite")


def test_a_storage_that_another_program_holds(file, storage):
    storage.put([result("a")])
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWritten, match="another program has been writing"):
            storage.put([result("b")])
        with pytest.raises(BadInput, match="another program has been writing"):
            Storage(file, patience=0.05)
        other.execute("ROLLBACK")
    other.close()
    storage.put([result("b")])
    assert set(storage.found(["a", "b"])) == {"a", "b"}


def test_a_keeper_waits_for_who_is_writing(file, storage):
    heard: list[Result] = []
    keeper = Keeper(storage, heard.append, every=0.0)
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        keeper.keep(result("a"))
        keeper.keep(result("b"))
        other.execute("ROLLBACK")
    other.close()
    assert storage.found(["a", "b"]) == {} and len(heard) == 2
    keeper.keep(result("c"))
    assert len(storage.found(["a", "b", "c"])) == 3, "nothing is lost"


def test_a_full_disk_is_a_sentence_and_what_was_kept_stays(file, monkeypatch):
    connect = schema.connect

    def narrow(*typed, **named):
        connection = connect(*typed, **named)
        connection.execute("PRAGMA max_page_count=12")
        return connection

    monkeypatch.setattr(schema, "connect", narrow)
    storage = Storage(file)
    storage.put([result("a")])
    with pytest.raises(NotWritten, match="the disk is full"):
        storage.put([result(f"k{number}") for number in range(1000)])
    assert set(storage.found(["a", "k1"])) == {"a"}
    storage.close()


def test_a_damaged_result_is_a_sentence(file, storage):
    storage.put([result("a")])
    with sqlite3.connect(file) as other:
        other.execute("UPDATE results SET plain='nonsense'")
    other.close()
    with pytest.raises(BadInput, match="is damaged"):
        storage.found(["a"])


def test_settings_that_change_no_number_change_no_key():
    one, other = small(), replace_all(small(), (("title", "Another"), ("speed", "max")))
    assert [each.key for each in plan(Study(one))] == [each.key for each in plan(Study(other))]
