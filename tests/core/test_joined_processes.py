"""Two processes that work on one study, one of which is ended: it equals an unbroken one. `pytest -m cluster`."""

from __future__ import annotations

import os
import subprocess
import threading
import time

import pytest
from optuna.trial import TrialState

from core.machine import processes
from core.studies.axis import Axis
from core.studies.carried_out import make
from core.studies.plan import plan
from core.studies.result import Result
from core.studies.shared import grid as grids
from core.studies.shared.grid import Grid
from core.studies.shared.place import Place
from core.studies.study import Study
from tests.building.experiments import small

pytestmark = [
    pytest.mark.cluster,
    pytest.mark.usefixtures("kernel"),
    pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there"),
]
STUDY = Study(small(engine="eager", stop={"updates": 4000}), (Axis("optimizer.lr", (0.1, 0.3)),), 4, where="small.toml")
BEAT, SILENCE = 1, 3
LIMIT = 240.0  # seconds
JOIN = """
import sys
from core.studies.shared import grid, joining
from core.studies.shared.place import Place

place = Place(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
with place.said():
    storage = place.opened()
    there = grid.joined(joining.names_of(storage, grid.STUDY)[0], storage, place)
    joining.Joining(there, lambda result: print(result.key, flush=True), lambda: False).carry_out()
"""


def _join(place: Place) -> subprocess.Popen[str]:
    return subprocess.Popen(
        processes.python("-c", JOIN, place.typed, str(place.beat), str(place.silence)),
        stdout=subprocess.PIPE, text=True, cwd=processes.ROOT, env=processes.environment(),
    )  # fmt: skip


def _killed_in_a_run(grid: Grid, process: subprocess.Popen[str]) -> None:
    """End one of two processes once both are at a run."""
    assert process.stdout and process.stdout.readline(), "it has made one"
    end = time.monotonic() + LIMIT
    while grid.running < 2 and time.monotonic() < end:
        threading.Event().wait(0.01)
    process.kill()
    process.wait()
    process.stdout.close()


def _alone() -> dict[str, Result]:
    found: dict[str, Result] = {}
    make(plan(STUDY), lambda each: found.__setitem__(each.key, each), workers=1)
    return found


def _ended(process: subprocess.Popen[str]) -> list[str]:
    """The keys of what a process has made, once it has ended by itself."""
    out, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    return out.split()


@pytest.mark.timeout(600)
def test_on_a_database_what_was_lost_is_made_by_the_other(tmp_path):
    place = Place(f"sqlite:///{tmp_path / 's.db'}", BEAT, SILENCE)
    with place.said():
        grid = grids.begun(STUDY, place.opened(), place, "test.accuracy")
        first, second = _join(place), _join(place)
        _killed_in_a_run(grid, first)
        made = _ended(second)
        found, odd = grid.results()
        lost = grid.trials(TrialState.FAIL)
    expected = _alone()
    assert len(lost) == 1 and lost[0].user_attrs[grids.NUMBER] in range(8), "its present run, and no other"
    assert grid.planned[lost[0].user_attrs[grids.NUMBER]].key in made, "the other one has made it"
    assert found.keys() == expected.keys() and not odd
    assert all(found[key].same(each) for key, each in expected.items())


@pytest.mark.timeout(600)
def test_on_a_journal_it_is_taken_again(tmp_path):
    place = Place(str(tmp_path / "s.journal"))
    with place.said():
        grid = grids.begun(STUDY, place.opened(), place, "test.accuracy")
        first, second = _join(place), _join(place)
        _killed_in_a_run(grid, first)
        _ended(second)
        assert len(grid.results()[0]) == 7 and grid.running == 1
    typed = ("study", "join", place.typed, "--retake", "0.001")
    command = processes.python("-m", "main", *typed)
    out = subprocess.run(command, cwd=processes.ROOT, env=processes.environment(), capture_output=True, text=True, timeout=LIMIT, check=True).stdout  # fmt: skip
    assert "1 runs are enqueued again" in out and "8 of 8 are there" in out
    with place.said():
        found, odd = grid.results()
    expected = _alone()
    assert found.keys() == expected.keys() and not odd
    assert all(found[key].same(each) for key, each in expected.items())
