"""Threads of torch: one for small nets, all of them where a net fills the machine."""

from __future__ import annotations

import os

import pytest
import torch

from core.machine import device
from core.training.session import Session
from tests.building.experiments import small


@pytest.fixture
def asked(monkeypatch):
    """What numbers of threads were asked for; none is set, since that would last beyond the test."""
    numbers = []
    monkeypatch.setattr(device, "PROCESSORS", 4)
    monkeypatch.setattr(torch, "get_num_threads", lambda: numbers[-1] if numbers else 3)
    monkeypatch.setattr(torch, "set_num_threads", numbers.append)
    return numbers


@pytest.mark.parametrize(("work", "threads"), [(0, 1), (device.FILLS - 1, 1), (device.FILLS, 4)])
def test_a_net_that_fills_the_machine_gets_all_of_it(asked, work, threads):
    device.use_threads(work)
    device.use_threads(work)
    assert asked == [threads], "asked for once"


def test_a_run_asks_before_each_slice(asked):
    session = Session(small(engine="eager"))
    device.use_threads(device.FILLS)  # a big net beside it
    session.advance(1)
    assert asked[-1] == 1


def test_waiting_threads_sleep():
    assert os.environ["OMP_WAIT_POLICY"].upper() == "PASSIVE"
