"""Threads of torch: one for small nets, two where a net fills the machine, and nobody decides for another."""

from __future__ import annotations

import os
import threading

import pytest
import torch

from core.machine import device
from core.training.session import Session
from tests.building.experiments import small


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


def test_waiting_threads_sleep():
    assert os.environ["OMP_WAIT_POLICY"].upper() == "PASSIVE"
