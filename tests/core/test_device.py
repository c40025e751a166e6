"""Threads of torch: one for small nets, two where a net fills the machine, and nobody decides for another."""

from __future__ import annotations

import ctypes.util
import os
import sys
import threading

import numpy as np
import pytest
import torch

from core.data.preparation import Prepared, prepare
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.machine import device, drivers
from core.machine.resources import FOLDER
from core.training.session import Session
from tests.building.experiments import layer, small


@pytest.fixture
def asked(monkeypatch):
    """What numbers of threads were asked for; none is set, since that would last beyond the test."""
    numbers = []
    monkeypatch.setattr(torch, "get_num_threads", lambda: numbers[-1] if numbers else 3)
    monkeypatch.setattr(torch, "set_num_threads", numbers.append)
    return numbers


@pytest.mark.parametrize(("work", "threads"), [(0, 1), (device.FILLS - 1, 1), (device.FILLS, 2)])
def test_a_net_that_fills_the_machine_gets_two(asked, work, threads):
    device.use_threads(work)
    device.use_threads(work)
    assert asked == [threads], "asked for once"


def test_a_run_asks_before_each_slice(asked):
    session = Session(small(engine="eager"))
    device.use_threads(device.FILLS)  # a big net beside it
    session.advance(1)
    assert asked[-1] == 1


def test_threads_of_torch_belong_to_the_thread_that_asks():
    """Two runs beside each other: what one asks for is not what the other gets."""
    turn, found = threading.Barrier(2, timeout=30), {}

    def run(name: str, work: int) -> None:
        device.use_threads(work)
        turn.wait()
        found[name] = torch.get_num_threads()

    runs = [threading.Thread(target=run, args=(name, work)) for name, work in (("big", device.FILLS), ("toy", 0))]
    for each in runs:
        each.start()
    for each in runs:
        each.join(30)
    assert found == {"big": 2, "toy": 1}


def test_a_big_net_beside_three_toys_gives_the_numbers_of_each_alone():
    big = replace(Experiment.load(FOLDER / "presets" / "mnist-dense.toml"), "engine", "eager")
    wide = replace_all(big, (("layers", [layer(256, "relu")]), ("batch_size", 100)))
    prepared = prepare(wide)
    assert device.FILLS <= 100 * (784 * 256 + 256 * 10)
    toys = [replace(small(engine="eager"), "seeds.weights", number) for number in (1, 2, 3)]
    alone = [_after(wide, 6, prepared), *(_after(toy, 150) for toy in toys)]
    beside: list[np.ndarray] = [np.empty(0)] * 4
    begun = threading.Barrier(4, timeout=60)

    def run(place: int, experiment: Experiment, updates: int) -> None:
        begun.wait()
        beside[place] = _after(experiment, updates, prepared if place == 0 else None)

    runs = [
        threading.Thread(target=run, args=(place, experiment, updates))
        for place, (experiment, updates) in enumerate([(wide, 6), *((toy, 150) for toy in toys)])
    ]
    for each in runs:
        each.start()
    for each in runs:
        each.join(60)
    for found, expected in zip(beside, alone, strict=True):
        np.testing.assert_array_equal(found, expected)


def _after(experiment: Experiment, updates: int, prepared: Prepared | None = None) -> np.ndarray:
    session = Session(experiment, prepared)
    while session.updates < updates:
        session.advance(2)
    return session.vector()


def test_waiting_threads_sleep():
    assert os.environ["OMP_WAIT_POLICY"].upper() == "PASSIVE"


CPU, CUDA, ROCM = "cuda = None\nhip = None", "cuda: str | None = '12.8'\nhip = None", "cuda = None\nhip = '7.0'"
DRIVER = ctypes.util.find_library("c")


@pytest.fixture
def asked_anew():
    drivers.no_gpu.cache_clear()
    yield
    drivers.no_gpu.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize(
    ("version", "driver", "reason"),
    [
        (CPU, DRIVER, drivers.NOT_BUILT),
        (CUDA, "no_such_library.so.1", drivers.NOT_FOUND),
        (CUDA, DRIVER, ""),
        (ROCM, "no_such_library.so.1", ""),
        ("", DRIVER, drivers.NOT_BUILT),
        (None, DRIVER, ""),
    ],
)
def test_that_there_is_no_gpu_is_told_without_torch(version, driver, reason, tmp_path, monkeypatch):
    (tmp_path / "torch").mkdir()
    (tmp_path / "torch" / "__init__.py").write_text("raise ImportError('it is not to be loaded')")
    if version is not None:
        (tmp_path / "torch" / "version.py").write_text(version)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(drivers, "NVIDIA", driver)
    assert drivers.no_gpu() == reason
    if reason:
        assert {choice.key: choice.reason for choice in device.choices()} == {
            "cpu": "",
            "cuda": reason,
            "mps": drivers.NO_APPLE,
        }


@pytest.mark.usefixtures("asked_anew")
def test_only_torch_knows_what_a_mac_has(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert drivers.no_gpu() == ""


def test_torch_says_the_same():
    if reason := drivers.no_gpu():
        assert not torch.cuda.is_available() and not torch.backends.mps.is_available()
        assert (reason == drivers.NOT_FOUND) == bool(torch.version.cuda)
