"""A study that several share: enqueued once, each run counted once, and its numbers those of a study alone."""

from __future__ import annotations

import dataclasses
import datetime
import json
import pathlib
import threading

import optuna
import pytest
from optuna.trial import TrialState

from core.messages import BadInput
from core.studies import plan as plans
from core.studies.axis import Axis
from core.studies.carried_out import make
from core.studies.figures import aim
from core.studies.plan import plan
from core.studies.result import Result
from core.studies.shared import grid as grids
from core.studies.shared import joining, written
from core.studies.shared.grid import NUMBER, RESULT, Grid
from core.studies.shared.joining import Joining
from core.studies.shared.place import Place, is_shared
from core.studies.study import Study
from tests.building.experiments import small
from tests.building.studying import study_command

pytestmark = [pytest.mark.usefixtures("kernel"), pytest.mark.usefixtures("silent")]
AXES = (Axis("optimizer.lr", (0.1, 0.3), log=True), Axis("optimizer.kind", ("sgd", "adam")))
STUDY = Study(small(stop={"updates": 20}), AXES, 2, where="small.toml")


@pytest.fixture
def silent():
    """What Optuna calls experimental is no failure of a test."""
    with Place("").said():
        yield


@pytest.fixture(params=["database", "journal"])
def place(request, tmp_path) -> Place:
    return Place(f"sqlite:///{tmp_path / 's.db'}" if request.param == "database" else str(tmp_path / "s.journal"))


def _never() -> bool:
    return False


def _begun(place: Place, study: Study = STUDY) -> Grid:
    return grids.begun(study, place.opened(), place, "test.accuracy")


def _alone(study: Study = STUDY) -> dict[str, Result]:
    found: dict[str, Result] = {}
    make(plan(study), lambda each: found.__setitem__(each.key, each), workers=1)
    return found


def _same(grid: Grid, study: Study = STUDY) -> None:
    found, odd = grid.results()
    expected = _alone(study)
    assert found.keys() == expected.keys() and not odd
    assert all(found[key].same(each) for key, each in expected.items())


def test_a_shared_study_equals_one_alone(place):
    grid = _begun(place)
    told: list[Result] = []
    one = Joining(grid, told.append, _never)
    one.carry_out()
    assert one.made == len(told) == 8
    _same(grid)


def test_it_is_enqueued_once_and_each_run_is_made_once(place):
    first = _begun(place)
    second = _begun(place)
    assert len(second.trials()) == 8 and first.optuna.study_name == second.optuna.study_name
    made: list[Result] = []
    threads = [threading.Thread(target=Joining(each, made.append, _never).carry_out) for each in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.key for each in made) == sorted(each.key for each in first.planned)
    _same(first)


def test_several_threads_of_one_process(place):
    grid = _begun(place)
    joining.in_threads(3, lambda halt: Joining(grid, lambda _: None, halt).carry_out(alone=False), _never)
    _same(grid)


def test_who_joins_finds_the_same_study(place):
    begun = _begun(place)
    storage = place.opened()
    [name] = joining.names_of(storage, grids.STUDY)
    joined = grids.joined(name, storage, place)
    assert joined.study == STUDY and joined.planned == begun.planned and joined.figure == "test.accuracy"
    Joining(joined, lambda _: None, _never).carry_out()
    _same(begun)


def test_its_trials_are_numbers_and_short_names_with_the_experiment_beside_them(place):
    grid = _begun(place)
    Joining(grid, lambda _: None, _never).carry_out()
    trial = grid.trials(TrialState.COMPLETE)[-1]
    assert trial.params == {"optimizer.lr": 0.3, "optimizer.kind": "adam", "start": 1}
    assert "kind = " in json.loads(grid.optuna.user_attrs[grids.STUDY])["base"], "TOML"
    assert trial.value == Result.loads(trial.user_attrs[RESULT]).figures["test.accuracy"]
    assert grid.optuna.direction == optuna.study.StudyDirection.MAXIMIZE


def test_lists_and_tables_have_short_names(place):
    long = tuple([{"kind": "dense", "units": units, "name": "h1"}] for units in (2, 3))
    grid = _begun(place, dataclasses.replace(STUDY, axes=(Axis("layers", long),)))
    names = [str(trial.params["layers"]) for trial in grid.trials()]
    assert len(set(names)) == 2 and max(map(len, names)) < 50
    Joining(grid, lambda _: None, _never).carry_out()
    assert len(grid.results()[0]) == 4


def test_enqueuing_that_was_broken_off_is_done_by_the_next_one(place, monkeypatch):
    monkeypatch.setattr(grids, "STALLED", 0.0)
    with monkeypatch.context() as patch:
        give_back = Grid.give_back

        def broken(self, number):
            if number == 3:
                raise KeyboardInterrupt
            give_back(self, number)

        patch.setattr(Grid, "give_back", broken)
        with pytest.raises(KeyboardInterrupt):
            _begun(place)
    storage = place.opened()
    grid = grids.joined(joining.names_of(storage, grids.STUDY)[0], storage, place)
    assert len(grid.trials()) == 3 and not grid.whole
    Joining(grid, lambda _: None, _never).carry_out()
    _same(grid)


def test_a_run_that_was_broken_off_here_is_given_back(place, monkeypatch):
    grid = _begun(place)

    def broken(*_typed, **_named):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(joining, "make", broken)
        with pytest.raises(KeyboardInterrupt):
            Joining(grid, lambda _: None, _never).carry_out()
    assert len(grid.trials(TrialState.WAITING)) == 8
    Joining(grid, lambda _: None, _never).carry_out()
    _same(grid)


def test_who_is_halted_begins_no_run(place):
    grid = _begun(place)
    one = Joining(grid, lambda _: None, lambda: one.made >= 3)
    one.carry_out()
    assert one.made == 3 and len(grid.results()[0]) == 3


@pytest.mark.parametrize("engine", ["auto", "eager"])
@pytest.mark.parametrize("workers", [1, 2])
def test_who_is_halted_gives_his_run_back(place, engine, workers):
    study = dataclasses.replace(STUDY, base=small(engine=engine, stop={"updates": 50_000_000}), starts=1)
    grid, asked, hired = _begun(place, study), threading.Event(), []

    def work(halt):
        hired.append(Joining(grid, lambda _: None, halt))
        hired[-1].carry_out(alone=workers == 1)

    def halt() -> bool:
        if grid.running >= workers:
            asked.set()
        return asked.is_set()

    joining.in_threads(workers, work, halt, lambda: [each.end() for each in hired])
    assert len(grid.trials(TrialState.WAITING)) == 4 and not grid.running and not grid.results()[0]


# What is lost is made again


def _lost(grid: Grid, minutes: float) -> int:
    """A run that somebody has taken, so long ago, and never ended; its number."""
    trial = grid.optuna.ask()
    [running] = grid.trials(TrialState.RUNNING)
    running.datetime_start = datetime.datetime.now() - datetime.timedelta(minutes=minutes)
    return trial.user_attrs[NUMBER]


def test_what_has_been_running_for_long_is_taken_again(tmp_path, monkeypatch):
    grid = _begun(Place(str(tmp_path / "s.journal")))
    number = _lost(grid, 0)
    Joining(grid, lambda _: None, _never).carry_out()
    assert grid.running == 1 and len(grid.results()[0]) == 7
    assert grid.retake(3600) == 0, "it may still be made"
    threading.Event().wait(0.01)
    assert grid.retake(0.001) == 1 and grid.retake(0.001) == 0, "once"
    assert [trial.user_attrs[NUMBER] for trial in grid.trials(TrialState.WAITING)] == [number]
    Joining(grid, lambda _: None, _never).carry_out()
    _same(grid)
    assert grid.retake(0) == 0


def test_two_results_of_one_key_are_counted_once_and_compared(place):
    grid = _begun(place)
    Joining(grid, lambda _: None, _never).carry_out()
    for loss in (None, 9.0):
        result = _alone()[grid.planned[2].key]
        if loss is not None:
            result = dataclasses.replace(result, figures=dict(result.figures) | {"test.loss": loss})
        attributes = {NUMBER: 2, RESULT: result.dumps()}
        grid.optuna.add_trial(optuna.create_trial(value=1.0, user_attrs=attributes))
        found, odd = grid.results()
        assert len(found) == 8 and odd == ([] if loss is None else [grid.planned[2].key])
    assert found[grid.planned[2].key].same(_alone()[grid.planned[2].key]), "the first one stands"


def test_a_sampler_makes_up_no_run(place):
    grid = _begun(place)
    Joining(grid, lambda _: None, _never).carry_out()
    grid.optuna.optimize(Joining(grid, lambda _: None, _never)._objective, n_trials=1)  # noqa: SLF001  # another was faster
    assert len(grid.trials()) == 8 and len(grid.results()[0]) == 8


def test_who_was_silent_for_too_long_loses_his_run_to_another(place, monkeypatch):
    grid = _begun(place)
    result, taken = Joining._result, []  # noqa: SLF001  # while it is being made

    def late(self, planned):
        if not taken:
            [running] = grid.trials(TrialState.RUNNING)
            taken.append(planned.key)
            grid.optuna.tell(running.number, state=TrialState.FAIL)
            grid.give_back(running.user_attrs[NUMBER])
        return result(self, planned)

    monkeypatch.setattr(Joining, "_result", late)
    Joining(grid, lambda _: None, _never).carry_out()
    assert taken and len(grid.trials(TrialState.FAIL)) == 1
    _same(grid)


# Other versions, other files


def test_a_worker_with_another_version_is_told(place, monkeypatch):
    _begun(place)
    planned = plans.Making.planned

    def older(experiment, prepared):
        making = planned(experiment, prepared)
        return dataclasses.replace(making, versions=(*making.versions[1:], ("descent-lab", "0.0.1")))

    monkeypatch.setattr(plans.Making, "planned", older)
    storage = place.opened()
    with pytest.raises(BadInput, match=r"descent-lab .* there, 0\.0\.1 here.*Install the same"):
        grids.joined(joining.names_of(storage, grids.STUDY)[0], storage, place)


def test_a_study_of_a_newer_version_is_told():
    newer = json.loads(written.dumps(STUDY)) | {"version": 99}
    with pytest.raises(BadInput, match="update Descent Lab"):
        written.loads(json.dumps(newer), "here")
    with pytest.raises(BadInput, match="cannot be read"):
        written.loads("{}", "here")


def test_a_study_is_read_as_it_was_written():
    again = written.loads(written.dumps(STUDY), "here")
    assert again == STUDY and [each.key for each in plan(again)] == [each.key for each in plan(STUDY)]
    assert written.name_of(again, "grid") == written.name_of(dataclasses.replace(STUDY, where="elsewhere"), "grid")
    assert written.name_of(dataclasses.replace(STUDY, starts=3), "grid") != written.name_of(STUDY, "grid")


@pytest.mark.parametrize(
    ("typed", "content", "words"),
    [
        ("sqlite:///{}/absent/s.db", None, "is there such a folder"),
        ("sqlite:///{}/s.db", b"somebody's notes, which are no database at all", "another program"),
        ("{}/absent/s.journal", None, "there is no folder"),
        ("{}/s.journal", b'nonsense\n{"more": 1}\n', "no journal"),
        ("foo://user:secret@host/base", None, "not known"),
        ("postgresql://user:secret@host/base", None, "needs a driver"),
    ],
)
def test_a_place_that_cannot_be_used_is_a_sentence(typed, content, words, tmp_path):
    typed = typed.format(tmp_path)
    if content is not None:
        pathlib.Path(typed.removeprefix("sqlite:///")).write_bytes(content)
    with pytest.raises(BadInput, match=words) as refusal:
        Place(typed).opened()
    assert len(str(refusal.value).splitlines()) == 1 and "secret" not in str(refusal.value)


@pytest.mark.parametrize(("typed", "shared"), [("sqlite:///x.db", True), ("/a/b.journal", True), ("b.LOG", True), ("b.sqlite", False), ("results", False)])  # fmt: skip
def test_what_can_be_shared(typed, shared):
    assert is_shared(typed) is shared


def test_the_figure_that_is_aimed_at():
    assert aim((), small()) == "test.accuracy" and aim(("train.loss", "test.loss"), small()) == "train.loss"
    with pytest.raises(BadInput, match="allowed: "):
        aim(("test.beauty",), small())


# The commands


@pytest.fixture
def run(capsys):
    return study_command(capsys)


GRID = ("circle", "--updates", "20", "--vary", "optimizer.lr=0.1,0.3", "--starts", "2")


def test_a_shared_study_tells_what_one_alone_tells(run, place):
    status, out, _ = run(*GRID, "--json")
    assert status == 0
    status, shared, err = run(*GRID, "--json", "--storage", place.typed)
    assert status == 0, err
    alone, together = json.loads(out), json.loads(shared)
    assert together["cells"] == alone["cells"]
    assert [each["key"] for each in together["results"]] == [each["key"] for each in alone["results"]]


def test_joining(run, place):
    assert run("join", place.typed)[0] == 2
    run(*GRID, "--storage", place.typed)
    status, out, _ = run("join", place.typed, "--workers", "2")
    assert status == 0 and "0 runs were made here; 4 of 4 are there" in out
    status, out, _ = run("join", place.typed, "--retake", "5")
    assert "0 runs are enqueued again" in out
    status, _, err = run("join", place.typed, "--study", "another")
    assert status == 2 and "allowed: " in err


def test_joining_what_is_no_shared_place(run, tmp_path):
    status, _, err = run("join", str(tmp_path / "s.sqlite"))
    assert status == 2 and ".journal" in err and len(err.strip().splitlines()) == 1


def test_a_run_that_nobody_ends_is_told(run, tmp_path):
    path = str(tmp_path / "s.journal")
    run(*GRID, "--storage", path)
    storage = Place(path).opened()
    grid = grids.joined(joining.names_of(storage, grids.STUDY)[0], storage, Place(path))
    grid.give_back(0)
    grid.optuna.ask()
    status, out, err = run("join", path)
    assert status == 0 and "1 runs are still being made elsewhere" in err and "--retake" in err and "4 of 4" in out
