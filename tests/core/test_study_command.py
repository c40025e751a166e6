"""`descent-lab study`: its numbers are those of `run`, each run is made once, and nothing that was made is lost."""

from __future__ import annotations

import csv
import json
import os
import pathlib
import signal
import subprocess
import threading

import pytest

import main as entry
from core.experiment import Experiment
from core.machine import processes
from core.messages import BadInput
from core.runs import many
from core.studies import processes as hired
from core.studies.carried_out import make
from core.studies.plan import plan
from core.studies.processes import NotMade, in_processes
from core.studies.result import Result
from core.studies.storage import Storage, usual_file
from core.studies.study import Study
from tests.building.experiments import small
from tests.building.places import PRESETS, ROOT
from tests.building.studying import study_command
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
CIRCLE = str(PRESETS / "circle.toml")


@pytest.fixture
def study(capsys):
    return study_command(capsys)


@pytest.fixture
def found(study):
    """The JSON object of a study that is done."""

    def carry_out(*typed: str) -> dict:
        status, out, err = study(*typed, "--json")
        assert status == 0, err
        return json.loads(out)

    return carry_out


def _run(capsys, *typed: str) -> dict[str, float | None]:
    """What `run` says at its end, by figure."""
    assert entry.main(["run", *typed, "--json"]) in (0, 3)
    found = json.loads(capsys.readouterr().out)
    return {f"{part}.{name}": value for part in ("train", "validation", "test") for name, value in (found[part] or {}).items()}  # fmt: skip


def _same(result: dict, expected: dict[str, float | None]) -> None:
    common = result["figures"].keys() & expected.keys()
    assert "train.loss" in common and len(common) > 1
    for name in common:
        assert result["figures"][name] == expected[name], name


# Its numbers are those of `run`


@pytest.mark.parametrize(
    ("preset", "updates"),
    [
        ("playground", "120"),
        ("curve", "60"),
        ("iris", "40"),
        ("digits-cnn", "3"),
        ("sunspots", "4"),
        ("names", "3"),
        ("denoise", "3"),
        ("gan-ring", "4"),
        ("pass", "5"),
    ],
)
@pytest.mark.parametrize("luck", ["start", "all"])
def test_they_are_those_of_run(preset, updates, luck, found, capsys):
    results = found(preset, "--updates", updates, "--starts", "3", "--luck", luck, "--workers", "1")["results"]
    assert [each["seed"] for each in results] == [None, 1, 2]
    _same(results[0], _run(capsys, preset, "--updates", updates))
    data = [] if luck == "all" else ["--set", f"seeds.data={results[0]['seeds']['data']}"]
    _same(results[2], _run(capsys, preset, "--updates", updates, "--seed", "2", *data))


def test_those_of_edits_too(found, capsys):
    results = found(
        "circle", "--updates", "50", "--seed", "5", "--vary", "optimizer.lr=0.1,0.3", "--vary", "layers.h1.units=2,7",
        "--set", "batch_size=20", "--luck", "all", "--starts", "2",
    )["results"]  # fmt: skip
    assert len(results) == 8 and results[-1]["edits"] == {"optimizer.lr": 0.3, "layers.h1.units": 7}
    typed = ("--set", "optimizer.lr=0.3", "--set", "layers.h1.units=7", "--set", "batch_size=20", "--updates", "50")
    _same(results[-1], _run(capsys, "circle", *typed, "--seed", "6"))
    _same(results[-2], _run(capsys, "circle", *typed, "--seed", "5"))


def test_stop_rules_and_divergence(found, capsys):
    results = found("circle", "--set", "stop={patience=2,updates=400}", "--starts", "2")["results"]
    _same(results[0], _run(capsys, "circle", "--set", "stop={patience=2,updates=400}"))
    assert {each["ended"] for each in results} <= {"stopped", "finished"}
    diverged = found("curve", "--set", "optimizer.kind=sgd", "--vary", "optimizer.lr=0.01,1e6", "--updates", "200")
    assert [each["ended"] for each in diverged["results"]] == ["finished", "diverged"]
    assert [each["diverged"] for each in diverged["cells"]] == [0, 1]


@pytest.mark.slow
def test_processes_make_the_same_runs():
    planned = plan(Study(small(engine="eager", stop={"updates": 30}), starts=4))
    alone: dict[str, Result] = {}
    together: dict[str, Result] = {}
    make(planned, lambda each: alone.__setitem__(each.key, each), workers=1)
    make(planned, lambda each: together.__setitem__(each.key, each), workers=2)
    assert len(alone) == len(together) == 4
    assert all(together[key].same(each) for key, each in alone.items())


# Each run is made once


def _counted(monkeypatch) -> list[Experiment]:
    """The runs that are made from now on in this process."""
    made: list[Experiment] = []
    alone, run = many.alone, many.Starts.run

    def session(experiment, *more, **words):
        made.append(experiment)
        return alone(experiment, *more, **words)

    def start(self, experiment, *more):
        made.append(experiment)
        return run(self, experiment, *more)

    monkeypatch.setattr(many, "alone", session)
    monkeypatch.setattr(many.Starts, "run", start)
    return made


def test_what_is_there_is_not_made_again(found, monkeypatch, tmp_path):
    typed = ("circle", "--updates", "20", "--vary", "optimizer.lr=0.1,0.3", "--storage", str(tmp_path / "s.sqlite"))
    made = _counted(monkeypatch)
    first = found(*typed, "--starts", "3")
    assert len(made) == 6 and first["kept"] == 0
    again = found(*typed, "--starts", "3")
    assert len(made) == 6 and again["kept"] == 6
    assert again["results"] == first["results"] and again["cells"] == first["cells"]
    more = found(*typed, "--starts", "5")
    assert len(made) == 10 and more["kept"] == 6
    assert [each for each in more["results"] if each["start"] < 3] == first["results"]


def test_an_interrupted_study_goes_on_where_it_was(study, found, monkeypatch, tmp_path):
    typed = ("circle", "--updates", "20", "--starts", "9", "--workers", "1", "--storage")
    made = _counted(monkeypatch)
    run = many.Starts.run

    def interrupted(self, experiment, *more):
        if len(made) == 3:
            os.kill(os.getpid(), signal.SIGTERM)  # a shell has its background processes ignore SIGINT
            until(more[-1])  # it is heard: on a busy machine the other starts are done before
        return run(self, experiment, *more)

    with monkeypatch.context() as patch:
        patch.setattr(many.Starts, "run", interrupted)
        status, out, err = study(*typed, str(tmp_path / "s.sqlite"))
    assert status == 130 and out.startswith("interrupted") and "goes on from there" in err
    before = len(made)
    assert 3 <= before < 9
    resumed = found(*typed, str(tmp_path / "s.sqlite"))
    kept = resumed["kept"]
    assert kept in (before, before - 1) and len(made) == before + 9 - kept  # what was under way may have been given up
    unbroken = found(*typed, str(tmp_path / "t.sqlite"))
    assert _timeless(resumed) == _timeless(unbroken)


def _timeless(found: dict) -> list[dict]:
    """The results without what they took."""
    return [each | {"figures": each["figures"] | {"seconds": 0}} for each in found["results"]]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_a_study_that_was_killed_equals_an_unbroken_one(found, tmp_path):
    file = tmp_path / "s.sqlite"
    typed = ("circle", "--updates", "20000", "--starts", "50", "--workers", "1", "--storage")
    command = processes.python("-m", "main", "study", *typed, str(file))
    process = subprocess.Popen(command, cwd=ROOT, env=processes.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    keys = [each.key for each in _planned(*typed[:-1])]
    while process.poll() is None and not _known(file, keys):
        threading.Event().wait(0.01)
    process.kill()
    process.wait()
    before = _known(file, keys)
    resumed = found(*typed, str(file))
    assert resumed["kept"] == before > 0
    unbroken = found(*typed, str(tmp_path / "t.sqlite"))
    assert len(_timeless(resumed)) == 50 and _timeless(resumed) == _timeless(unbroken)


def _planned(*typed: str):
    from core.command_line import arguments
    from core.command_line.run import chosen

    found = arguments.parse(["study", *typed])
    return plan(Study(chosen(found), (), found.starts))


def _known(file: pathlib.Path, keys: list[str]) -> int:
    if not file.exists():
        return 0
    try:
        storage = Storage(file)
    except BadInput:  # it is being made
        return 0
    try:
        return len(storage.found(keys))
    finally:
        storage.close()


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
@pytest.mark.slow
def test_a_worker_that_was_killed_costs_nothing_but_time(monkeypatch):
    planned = plan(Study(small(engine="eager", stop={"updates": 30}), starts=5))
    alone: dict[str, Result] = {}
    make(planned, lambda each: alone.__setitem__(each.key, each), workers=1)
    ended = _killing(monkeypatch, once=True)
    together: list[Result] = []
    in_processes(planned, 2, together.append, lambda: False, "small")
    assert len(ended) == 2, "one of each"
    assert sorted(each.key for each in together) == sorted(alone), "each of them once"
    assert all(alone[each.key].same(each) for each in together)


def _killing(monkeypatch, *, once: bool) -> list[int]:
    """Every process is ended before it has read its order; only the first ones, or all of them."""
    ended: list[int] = []
    begin = subprocess.Popen

    def killed(*typed, **named):
        process = begin(*typed, **named)
        if not once or len(ended) < 2:
            os.kill(process.pid, signal.SIGKILL)
            ended.append(process.pid)
        return process

    monkeypatch.setattr(hired.subprocess, "Popen", killed)
    return ended


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_a_run_whose_processes_all_end_is_given_up(monkeypatch):
    _killing(monkeypatch, once=False)
    kept: list[Result] = []
    with pytest.raises(NotMade, match="ended from outside 3 times"):
        in_processes(plan(Study(small(engine="eager", stop={"updates": 3}), starts=2)), 2, kept.append, lambda: False, "small")  # fmt: skip
    assert not kept


def test_a_refusal_of_a_worker_is_its_sentence(monkeypatch):
    planned = plan(Study(small(engine="eager", stop={"updates": 3}), starts=2))
    broken = [each.trial.experiment.model_copy(update={"batch_size": -1}) for each in planned]
    orders = [hired.Planned(each.trial.__class__(0, 0, None, one), (), each.key, each.making) for each, one in zip(planned, broken, strict=True)]  # fmt: skip
    with pytest.raises(NotMade, match=r"small: batch_size: must be"):
        in_processes(orders, 1, lambda _: None, lambda: False, "small")


def test_workers_are_given_up_at_once_when_it_is_halted():
    planned = plan(Study(small(engine="eager", stop={"updates": 50_000_000}), starts=2))
    asked = iter([False] * 8)
    in_processes(planned, 2, lambda _: None, lambda: next(asked, True), "small")
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("study")]


# What it says


def test_the_table_has_a_row_a_cell(study):
    status, out, err = study(
        "circle", "--updates", "30", "--vary", "optimizer.lr=0.01,1", "--starts", "6", "--figure", "train.loss"
    )
    rows = out.splitlines()
    assert status == 0 and rows[0].startswith("finished: 2 values of optimizer.lr × 6 starts, 12 runs, in")
    assert rows[1].split("   ")[0].strip() == "optimizer.lr" and "middle 80 %" in rows[1]
    assert rows[2].split()[0] == "0.01" and rows[3].split()[0] == "1"
    assert "Best median of train.loss" in out and "same data and split" in out
    assert set(err.strip()) <= set("[.]")


def test_a_goal_has_its_wilson_interval(study, found):
    typed = ("playground", "--updates", "400", "--starts", "20")
    _, out, _ = study(*typed)
    cell = found(*typed)["cells"][0]
    assert f"{cell['reached']} of 20 reach the goal" in out and "(Wilson)" in out
    assert 0 <= cell["share"]["low"] <= cell["reached"] / 20 <= cell["share"]["high"] <= 1
    _, out, _ = study("symmetry", "--updates", "10")
    assert "Wilson" not in out


def test_json_and_csv_carry_all_that_a_run_needs(found, tmp_path, capsys):
    path = tmp_path / "out.csv"
    whole = found("circle", "--updates", "30", "--vary", "optimizer.lr=0.1,0.3", "--starts", "2", "--csv", str(path))
    assert whole["file"].endswith("circle.toml") and whole["versions"]["descent-lab"] and whole["luck"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4 == len(whole["results"])
    for row, result in zip(rows, whole["results"], strict=True):
        assert float(row["test.loss"]) == result["figures"]["test.loss"]
        assert float(row["optimizer.lr"]) == result["edits"]["optimizer.lr"] and row["key"] == result["key"]
        assert int(row["seeds.weights"]) == result["seeds"]["weights"] and "numpy=" in row["versions"]
        assert row["seed"] == ("" if result["seed"] is None else str(result["seed"]))
    last = rows[-1]
    seeds = [f"seeds.{name}={last[f'seeds.{name}']}" for name in ("data", "weights", "batches", "dropout")]
    typed = [part for each in (*seeds, f"optimizer.lr={last['optimizer.lr']}") for part in ("--set", each)]
    assert float(last["test.loss"]) == _run(capsys, "circle", "--updates", "30", *typed)["test.loss"]


def test_the_update_at_which_a_goal_was_reached(found, capsys):
    whole = found("circle", "--set", "goal={metric='train.loss',value=0.5}", "--updates", "200", "--vary", "optimizer.lr=1e-9,0.1")  # fmt: skip
    slow, fast = (each["figures"]["goal.update"] for each in whole["results"])
    assert slow is None and 0 < fast < 200
    before = _run(capsys, "circle", "--set", "optimizer.lr=0.1", "--updates", str(int(fast)))
    assert before["train.loss"] is not None and before["train.loss"] <= 0.5


def test_results_lie_in_the_cache_where_nobody_names_a_storage(found, home):
    found("circle", "--updates", "5", "--starts", "2")
    assert usual_file().is_relative_to(home) and usual_file().exists()
    assert found("circle", "--updates", "5", "--starts", "2")["kept"] == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("circle", "--vary", "optimizer.lr=0.1..", "--updates", "5"), "without an end"),
        (("circle", "--vary", "optimizer.speed=1,2", "--updates", "5"), "optimizer.speed: is not a known key"),
        (("circle", "--updates", "5", "--figure", "test.beauty"), "allowed: "),
        (("circle", "--updates", "5", "--csv", "/"), "--csv"),
        (("circle", "--updates", "5", "--picture", "out.jpg"), ".png"),
        (("circle", "--updates", "5", "--storage", "/absent/s.sqlite"), "there is no folder"),
        (("rosenbrock",), "a race"),
        (("circle", "--starts", "0"), "at least 1"),
        (("circle", "--updates", "5", "--on", "slurm"), "ray://HOST:PORT"),
        (("circle", "--updates", "5", "--on", "ray", "--storage", "x.journal"), "leave --search and a shared storage"),
        (("circle", "--vary", "data.samples=2..100:2", "--set", "stop={patience=2}"), "data.samples=2"),
    ],
)
def test_bad_input_is_one_line(typed, words, study):
    status, _, err = study(*typed)
    line = err.strip().splitlines()[-1]
    assert status in (1, 2) and words in line, err


def test_a_disk_that_is_full_ends_it_with_what_was_made(study, monkeypatch):
    from core.machine.whole_file import NotWritten

    def full(self, results):
        raise NotWritten(self.file, "the disk is full", "Make room there")

    monkeypatch.setattr(Storage, "put", full)
    status, out, err = study("circle", "--updates", "5", "--starts", "3")
    assert status == 1 and "the disk is full" in err and "3 runs" in out


def test_every_run_diverged(study):
    status, out, _ = study("curve", "--set", "optimizer={kind='sgd',lr=1e6}", "--updates", "200", "--starts", "2")
    assert status == 3 and out.startswith("diverged") and "not finite" in out


def test_no_number_of_the_json_is_nan(found):
    whole = found(
        "curve", "--set", "optimizer={kind='sgd',lr=1e6}", "--updates", "200", "--vary", "optimizer.lr=0.01,1e6"
    )
    json.loads(json.dumps(whole), parse_constant=lambda name: pytest.fail(name))
    assert whole["results"][1]["figures"]["train.loss"] is None
