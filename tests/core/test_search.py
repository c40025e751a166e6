"""A search: what is proposed is run as `run` would, what promises nothing is given up, nothing is made twice."""

from __future__ import annotations

import csv
import json
import math
import sys

import pytest

import main as entry
from core.studies.axis import Axis, between
from core.studies.carried_out import make
from core.studies.plan import plan
from core.studies.result import Result
from core.studies.shared import search as searches
from core.studies.shared.place import Place
from core.studies.shared.search import Search, Searching, best, edits_of, importance, ranked
from core.studies.storage import Storage
from core.studies.study import Study
from tests.building.experiments import small
from tests.building.studying import study_command

pytestmark = pytest.mark.usefixtures("kernel")
RATE = between("optimizer.lr", (0.001, 10.0), log=True)
STUDY = Study(small(stop={"updates": 60}), (RATE, Axis("optimizer.kind", ("sgd", "adam"))), where="small.toml")


@pytest.fixture(autouse=True)
def silent():
    """What Optuna logs or calls experimental is no failure of a test."""
    with Place("").said():
        yield


@pytest.fixture
def run(capsys):
    return study_command(capsys)


def _found(search: Search, results=None):
    found = search.begun(Place("").opened())
    Searching(search, found, results, lambda: None).carry_out(lambda: False)
    return found


def test_a_trial_is_the_run_of_its_settings(run, capsys):
    _, out, _ = run("circle", "--updates", "60", "--search", "4", "--vary", "optimizer.lr=0.01..1:log", "--vary", "layers.h1.units=1..6", "--figure", "test.loss", "--json")  # fmt: skip
    found = json.loads(out)
    assert found["state"] == "finished" and len(found["trials"]) == 4
    edits = [part for path, value in found["best"]["edits"].items() for part in ("--set", f"{path}={value}")]
    assert entry.main(["run", "circle", "--updates", "60", *edits, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["test"]["loss"] == found["best"]["value"]
    assert found["best"]["value"] == min(trial["value"] for trial in found["trials"])
    assert isinstance(found["best"]["edits"]["layers.h1.units"], int)


def test_the_median_of_the_starts_is_what_counts():
    study = Study(STUDY.base, (RATE,), starts=3)
    trial = best(_found(Search(study, 3, "test.loss")))
    assert trial is not None
    losses: list[float] = []
    from core.documents.edits import replace_all

    base = replace_all(study.base, tuple(edits_of(trial).items()))
    make(plan(Study(base, (), 3)), lambda each: losses.append(each.figures["test.loss"]), workers=1)
    assert trial.value == sorted(losses)[1]


def test_the_same_seed_searches_in_the_same_way():
    one, other = (ranked(_found(Search(STUDY, 12, "test.loss"))) for _ in range(2))
    assert [trial.params for trial in one] == [trial.params for trial in other]
    assert [trial.value for trial in one] == [trial.value for trial in other]


@pytest.mark.parametrize("sampler", ["tpe", "random", "brute"])
def test_samplers(sampler):
    study = Study(STUDY.base, (Axis("optimizer.kind", ("sgd", "adam")), Axis("optimizer.lr", (0.1, 0.2))))
    found = _found(Search(study, 4, "test.accuracy", sampler))
    assert len(ranked(found)) == 4
    if sampler == "brute":
        assert len({json.dumps(edits_of(trial)) for trial in ranked(found)}) == 4, "each of them once"


def test_it_chooses_by_the_validation_part_where_nobody_says_by_what(capsys, tmp_path):
    typed = ["study", "circle", "--updates", "5", "--search", "2", "--vary", "optimizer.lr=0.1..1", "--json"]
    typed += ["--storage", str(tmp_path / "s.sqlite")]
    for more, figure in (([], "test.accuracy"), (["--set", "validation_share=0.2"], "validation.accuracy")):
        assert entry.main([*typed, *more]) == 0
        assert json.loads(capsys.readouterr().out)["search"]["figure"] == figure


@pytest.mark.parametrize("pruner", ["median", "halving", "hyperband"])
@pytest.mark.parametrize("starts", [1, 4])
def test_what_promises_nothing_is_given_up(pruner, starts):
    study = Study(STUDY.base, (RATE,), starts=starts)
    trials = ranked(_found(Search(study, 25, "train.loss", pruner=pruner)))
    states = [trial.state.name for trial in trials]
    assert len(trials) == 25 and "COMPLETE" in states and "PRUNED" in states
    assert states.index("PRUNED") == states.count("COMPLETE"), "they come last"


def test_a_run_that_is_watched_is_the_run(tmp_path):
    study = Study(STUDY.base, (RATE,))
    storage = Storage(tmp_path / "s.sqlite")
    found = _found(Search(study, 6, "test.loss", pruner="median"), storage)
    for trial in ranked(found):
        if trial.state.name == "COMPLETE":
            from core.documents.edits import replace_all

            planned = plan(Study(replace_all(study.base, tuple(edits_of(trial).items())), ()))
            expected: list[Result] = []
            make(planned, expected.append, workers=1)
            assert storage.found([planned[0].key])[planned[0].key].same(expected[0])
    storage.close()


def test_what_is_known_is_not_made_again(tmp_path, monkeypatch):
    storage = Storage(tmp_path / "s.sqlite")
    search = Search(STUDY, 8, "test.loss")
    first = ranked(_found(search, storage))
    monkeypatch.setattr(searches, "make", lambda *_typed, **_named: pytest.fail("it is known"))
    assert [trial.value for trial in ranked(_found(search, storage))] == [trial.value for trial in first]
    storage.close()


def test_what_explains_the_differences():
    study = Study(STUDY.base, (RATE, between("evaluate_every", (20, 30), whole=True)))
    found = importance(_found(Search(study, 30, "test.loss", "random")))
    assert list(found) == ["optimizer.lr", "evaluate_every"] and sum(found.values()) == pytest.approx(1)
    assert found["optimizer.lr"] > 0.6
    assert importance(_found(Search(STUDY, 2, "test.loss"))) == {}


def test_what_diverged_is_worse_than_all():
    study = Study(small(data={"kind": "sine"}, loss={"kind": "mean_squared"}, stop={"updates": 100}), (Axis("optimizer.lr", (0.01, 1e6)),))  # fmt: skip
    trials = ranked(_found(Search(study, 2, "test.loss", "brute")))
    assert [edits_of(trial)["optimizer.lr"] for trial in trials] == [0.01, 1e6]
    assert trials[0].value is not None and math.isfinite(trials[0].value)


@pytest.mark.parametrize("pruner", ["none", "median"])
def test_the_trial_that_is_under_way_is_given_up_when_it_is_halted(pruner):
    study = Study(small(stop={"updates": 50_000_000}), (RATE,))
    search = Search(study, 3, "test.loss", pruner=pruner)
    found = search.begun(Place("").opened())
    looks = iter(range(10_000))
    Searching(search, found, None, lambda: None).carry_out(lambda: next(looks) > 20)
    assert not ranked(found)


# The command


TYPED = ("circle", "--updates", "30", "--vary", "optimizer.lr=0.01..1:log", "--search")


def test_it_tells_the_best_and_what_explains_it(run):
    status, out, err = run(*TYPED, "12", "--vary", "optimizer.kind=sgd,adam", "--vary", "layers.h1.units=1..5")
    assert status == 0 and out.startswith("finished: 12 trials of tpe")
    assert "What explains the differences: " in out and "optimizer.kind=" in out and "looks better than it is" in out
    assert set(err.strip()) <= set("[.]")


def test_a_csv_has_a_row_for_every_trial(run, tmp_path):
    path = tmp_path / "out.csv"
    run(*TYPED, "5", "--csv", str(path), "--figure", "test.loss")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    losses = [float(row["test.loss"]) for row in rows]
    assert len(rows) == 5 and losses == sorted(losses) and all(row["keys"] for row in rows)


def test_settings_that_cannot_be_are_told(run):
    status, out, _ = run(
        "circle", "--updates", "10", "--vary", "layers.h1.units=0..2", "--search", "12", "--sampler", "random"
    )
    assert status == 0 and "could not be, such as: " in out and "at least 1, not 0" in out


def test_a_search_in_a_storage_goes_on_and_is_joined(run, tmp_path):
    url = f"sqlite:///{tmp_path / 's.db'}"
    assert "3 trials" in run(*TYPED, "3", "--storage", url)[1]
    assert "5 trials" in run(*TYPED, "5", "--storage", url)[1]
    status, out, _ = run("join", url, "--workers", "2")
    assert status == 0 and "5 trials" in out


@pytest.mark.parametrize("typed", [(*TYPED, "3"), (*TYPED[:-1], "--storage", "s.journal"), ("join", "s.journal")])
def test_without_optuna_the_way_to_it_is_said(run, typed, monkeypatch):
    monkeypatch.setitem(sys.modules, "optuna", None)
    status, _, err = run(*typed)
    assert status == 2 and "descent-lab[study]" in err and len(err.strip().splitlines()) == 1
    assert run(*TYPED[:-1])[0] == 0, "a grid needs no further library"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("circle", "--updates", "5", "--search", "3"), "needs what is to be varied"),
        ((*TYPED, "3", "--picture", "x.png"), "goes with a grid"),
        ((*TYPED, "3", "--figure", "test.beauty"), "allowed: "),
        ((*TYPED, "0"), "at least 1"),
        ((*TYPED, "3", "--sampler", "luck"), "luck"),
    ],
)
def test_bad_input_is_one_line(run, typed, words):
    status, _, err = run(*typed)
    assert status == 2 and words in err and len(err.strip().splitlines()) == 1
