"""`run --resume` goes on as if never interrupted, and `run --history` writes down what was evaluated on the way."""

from __future__ import annotations

import csv
import json
import pathlib

import pytest

import main as entry
from core.command_line import arguments
from core.experiment import Experiment
from core.files import weights
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.fixture
def run(capsys):
    """Carry a run out: its exit status, its object, standard error."""

    def carry_out(*typed: str) -> tuple[int, dict, str]:
        status = entry.main(["run", *typed, "--json"])
        out, err = capsys.readouterr()
        return status, json.loads(out), err

    return carry_out


def _rows(path: pathlib.Path) -> list[dict[str, float]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("typed", "first", "all_of_them"),
    [
        (("circle", "--set", "optimizer.kind=adam"), "130", "400"),
        (("circle", "--set", "engine=eager", "--set", "layers.h1.dropout=0.3", "--seed", "4"), "20", "45"),
        (("gan-ring",), "5", "12"),
        (("sunspots",), "4", "9"),
    ],
)
def test_a_resumed_run_equals_an_unbroken_one(run, tmp_path, typed, first, all_of_them):
    part, whole = tmp_path / "part.safetensors", tmp_path / "whole.safetensors"
    again = tmp_path / "again.safetensors"
    assert run(*typed, "--updates", first, "--weights", str(part))[0] == 0
    _, resumed, _ = run(*typed, "--updates", all_of_them, "--resume", str(part), "--weights", str(again))
    _, unbroken, _ = run(*typed, "--updates", all_of_them, "--weights", str(whole))
    assert resumed["updates"] == unbroken["updates"] == int(all_of_them)
    assert (resumed["train"], resumed["test"]) == (unbroken["train"], unbroken["test"])
    one, other = weights.load(again), weights.load(whole)
    assert (one.parameters == other.parameters).all() and one.state.cursor == other.state.cursor


def test_live_settings_may_be_others(run, tmp_path):
    part = tmp_path / "part.safetensors"
    run("circle", "--updates", "50", "--weights", str(part))
    _, found, _ = run("circle", "--updates", "90", "--resume", str(part), "--set", "optimizer.lr=0.5")
    session = Session.of(weights.load(part))
    session.course.go_on()
    experiment = session.experiment
    optimizer = experiment.optimizer.model_copy(update={"lr": 0.5})
    assert session.apply(experiment.model_copy(update={"optimizer": optimizer}))
    session.advance(40)
    assert found["test"]["loss"] == session.evaluate()["test.loss"]


def test_one_that_has_all_its_updates_makes_none(run, tmp_path):
    part = tmp_path / "part.safetensors"
    run("circle", "--updates", "50", "--weights", str(part))
    status, found, _ = run("circle", "--updates", "30", "--resume", str(part))
    assert status == 0 and found["updates"] == 50


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--set", "layers.h1.units=9"), "layers.h1.units"),
        (("--seed", "8"), "seeds.weights"),
        (("--set", "data.kind=moons"), "data.kind"),
    ],
)
def test_other_settings_are_a_sentence(run, tmp_path, typed, words):
    part = tmp_path / "part.safetensors"
    run("circle", "--updates", "5", "--weights", str(part))
    status, _, err = run("circle", "--updates", "9", "--resume", str(part), *typed)
    assert status == 2 and words in err and len(err.strip().splitlines()) == 1


def test_what_is_no_network_is_a_sentence(run, tmp_path):
    file = tmp_path / "x.safetensors"
    file.write_text("nothing")
    for path in (file, tmp_path / "absent.safetensors"):
        status, _, err = run("circle", "--updates", "9", "--resume", str(path))
        assert status == 2 and path.name in err and len(err.strip().splitlines()) == 1
    status, _, err = run("curve", "--set", "optimizer={kind='sgd',lr=1e6}", "--updates", "300", "--weights", str(file))
    assert status == 3
    assert "diverged" in run("curve", "--set", "optimizer={kind='sgd',lr=1e6}", "--updates", "400", "--resume", str(file))[2]  # fmt: skip


def test_the_history_has_a_row_for_every_evaluation(run, tmp_path):
    path = tmp_path / "out.csv"
    _, found, _ = run("circle", "--updates", "60", "--history", str(path))
    rows = _rows(path)
    assert [row["update"] for row in rows] == [*range(0, 60, 5), 60]
    assert rows[-1]["test.loss"] == found["test"]["loss"] and rows[-1]["samples"] == 600
    session = Session(Experiment.load(arguments.shipped("circle")))
    session.advance(25)
    assert rows[5]["train.loss"] == session.evaluate()["train.loss"]


def test_a_history_goes_on_where_the_first_one_ended(run, tmp_path):
    part, first, second, whole = (tmp_path / name for name in ("p.safetensors", "1.csv", "2.csv", "all.csv"))
    run("circle", "--updates", "50", "--weights", str(part), "--history", str(first))
    run("circle", "--updates", "120", "--resume", str(part), "--history", str(second))
    run("circle", "--updates", "120", "--history", str(whole))
    assert [*_rows(first), *_rows(second)[1:]] == _rows(whole)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("rosenbrock", "--history", "x.csv"), "no evaluations"),
        (("rosenbrock", "--resume", "x.safetensors"), "no network"),
        (("circle", "--updates", "5", "--history", "/absent/x.csv"), "--history"),
    ],
)
def test_where_they_cannot_be(run, typed, words):
    status, _, err = run(*typed)
    assert status == 2 and words in err
