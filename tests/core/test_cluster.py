"""A study on a Ray cluster of two computers, one of which is taken away, equals one alone. `pytest -m cluster`, where
Ray is installed."""

from __future__ import annotations

import dataclasses
import importlib
import threading

import pytest

from core.messages import BadInput
from core.runs.making import Making
from core.studies import on_ray
from core.studies.axis import Axis
from core.studies.carried_out import make
from core.studies.plan import plan
from core.studies.processes import NotMade
from core.studies.result import Result
from core.studies.study import Study
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")
STUDY = Study(small(engine="eager", stop={"updates": 800}), (Axis("optimizer.lr", (0.1, 0.3)),), 5, where="small.toml")

SHORT = Study(small(engine="eager", stop={"updates": 20}), where="small.toml")


def _alone(study: Study = STUDY) -> dict[str, Result]:
    found: dict[str, Result] = {}
    make(plan(study), lambda each: found.__setitem__(each.key, each), workers=1)
    return found


@pytest.fixture
def cluster(monkeypatch):
    """Two computers of one processor each, on this one."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")  # else this computer's own address is looked up
    pytest.importorskip("ray")
    utils = importlib.import_module("ray.cluster_utils")
    there = utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "node_ip_address": "127.0.0.1"})
    there.other = there.add_node(num_cpus=1, node_ip_address="127.0.0.1")
    yield there
    there.shutdown()


@pytest.mark.cluster
@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")  # what Ray itself is warned of
def test_a_computer_that_is_taken_away_costs_nothing_but_time(cluster):
    found: list[Result] = []

    def keep(result: Result) -> None:
        found.append(result)
        if len(found) == 3:
            cluster.remove_node(cluster.other, allow_graceful=False)

    on_ray.make(plan(STUDY), keep, cluster.address, where="small.toml")
    expected = _alone()
    assert sorted(each.key for each in found) == sorted(expected), "each of them once"
    assert all(expected[each.key].same(each) for each in found)


@pytest.mark.cluster
@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_it_is_halted(cluster):
    found: list[Result] = []
    study = dataclasses.replace(STUDY, base=small(engine="eager", stop={"updates": 10_000_000}))
    asked = threading.Event()
    threading.Timer(5.0, asked.set).start()
    on_ray.make(plan(study), found.append, cluster.address, halt=asked.is_set)
    assert not found


# What needs no cluster


def test_a_run_is_made_in_a_task_as_it_is_alone():
    planned = plan(SHORT)[0]
    told = on_ray.made(on_ray.order(planned, "small.toml"))
    assert on_ray.read(told).same(_alone(SHORT)[planned.key])


def test_a_computer_with_another_version_refuses(monkeypatch):
    planned = plan(SHORT)[0]
    order = on_ray.order(planned, "small.toml")
    here = Making.planned(planned.trial.experiment, on_ray.prepare(planned.trial.experiment))
    older = dataclasses.replace(here, versions=tuple((name, "0.1" if name == "torch" else value) for name, value in here.versions))  # fmt: skip
    monkeypatch.setattr(on_ray.Making, "planned", lambda *_: older)
    with pytest.raises(NotMade, match=r"torch .* → 0\.1.*Install the same on all"):
        on_ray.read(on_ray.made(order))


def test_what_a_run_asks_for():
    planned = plan(SHORT)[0]
    assert on_ray.asks(planned) == {"num_cpus": 1, "num_gpus": 0, "max_retries": on_ray.TIMES}


@pytest.mark.skipif(importlib.util.find_spec("ray") is not None, reason="it is installed")
def test_without_ray_the_way_to_it_is_said():
    with pytest.raises(BadInput, match=r"descent-lab\[cluster\]"):
        on_ray.make(plan(STUDY), lambda _: None, "ray")
