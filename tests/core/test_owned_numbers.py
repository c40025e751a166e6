"""Whose numbers those are that torch works with: numpy arrays of the run, lent on the CPU without a copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from core import registry
from core.engines.eager import EagerEngine
from core.engines.memory import Memory
from core.engines.turns import TurnsEngine
from core.experiment import Experiment
from core.families import Optimizer
from core.networks.lent import Lent
from core.training.session import Session
from tests.building.experiments import small

CPU = torch.device("cpu")
NORMED = {"kind": "dense", "units": 5, "normalization": "batch"}
KINDS = [kind for kind in registry.kinds(Optimizer) if kind != "lbfgs"]
GAME = {"task": {"kind": "gan", "layers": [NORMED]}, "data": {"kind": "cloud", "samples": 60}, "batch_size": 20}


def _pairs(arrays: Any, torchs: Any) -> Iterator[tuple[np.ndarray, torch.Tensor]]:
    """Every array of a memory with the tensor that torch works with."""
    if isinstance(torchs, dict):
        assert list(arrays) == list(torchs)
        for key, value in torchs.items():
            yield from _pairs(arrays[key], value)
    elif torchs is not None:
        yield arrays, torchs


def _is_lent(array: np.ndarray, tensor: torch.Tensor) -> bool:
    return tensor.data_ptr() == array.ctypes.data and np.array_equal(array, tensor.numpy())


def _memory(experiment: Experiment, updates: int) -> tuple[Memory, dict[Any, Any]]:
    """A memory after so many updates, and what torch has of it."""
    session = Session(experiment)
    session.advance(updates)
    engine = session.learner.engine
    assert isinstance(engine, EagerEngine)
    return engine.memory, engine.optimizer.state_dict()["state"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("updates", [1, 7])
def test_the_memory_of_an_optimizer_is_the_runs(kind: str, updates: int):
    memory, torchs = _memory(small(engine="eager", optimizer={"kind": kind}), updates)
    assert all(_is_lent(array, tensor) for array, tensor in _pairs(memory.arrays, torchs))


def test_lbfgs_keeps_lists_that_become_arrays_when_asked_for():
    memory, torchs = _memory(small(engine="eager", optimizer={"kind": "lbfgs"}, batch_size="all"), 3)
    copies: Any = memory.copies()
    assert memory.arrays == {} and isinstance(torchs[0]["old_dirs"], list)
    assert all(isinstance(array, np.ndarray) for array in copies[0]["old_dirs"]) and copies[0]["n_iter"] > 3


def test_a_memory_that_grows_with_a_setting_is_the_runs_too():
    session = Session(small(engine="eager", optimizer={"kind": "sgd"}))
    session.advance(3)
    assert session.learner.engine.slots() == {}
    assert session.apply(small(engine="eager", optimizer={"kind": "sgd", "momentum": 0.9}))
    session.advance(3)
    engine = session.learner.engine
    assert isinstance(engine, EagerEngine) and set(engine.memory.first) == {"momentum_buffer"}
    assert all(_is_lent(*pair) for pair in _pairs(engine.memory.arrays, engine.optimizer.state_dict()["state"]))


def test_a_restored_memory_is_the_runs_too():
    session = Session(small(engine="eager", optimizer={"kind": "adam"}))
    session.advance(5)
    other = Session.of(session.snapshot())
    engine = other.learner.engine
    assert isinstance(engine, EagerEngine) and set(engine.memory.first) == {"step", "exp_avg", "exp_avg_sq"}
    assert all(_is_lent(*pair) for pair in _pairs(engine.memory.arrays, engine.optimizer.state_dict()["state"]))


def test_every_player_has_a_memory_of_the_run():
    session = Session(small(**GAME, optimizer={"kind": "adam"}))
    session.advance(2)
    engine = session.learner.engine
    assert isinstance(engine, TurnsEngine) and len(engine.turns) == 2
    for turn in engine.turns:
        pairs = list(_pairs(turn.memory.arrays, turn.optimizer.state_dict()["state"]))
        assert pairs and all(_is_lent(*pair) for pair in pairs)


def test_copies_stay_as_they_were():
    memory, torchs = _memory(small(engine="eager", optimizer={"kind": "adam"}), 2)
    copies: Any = memory.copies()
    torchs[0]["step"] += 1
    assert copies[0]["step"] == 2 and memory.first["step"] == 3


@pytest.mark.parametrize("values", [{"layers": [NORMED]}, GAME], ids=["dense", "gan"])
def test_parameters_and_running_statistics_are_the_runs(values: dict[str, Any]):
    session = Session(small(engine="eager", **values))
    session.advance(3)
    network = session.learner.network
    assert _is_lent(network.lent.array, network.flat)
    there = {tensor.data_ptr() for tensor in network.buffers()}
    assert there == {lent.array.ctypes.data for lent in network.beside.values()} != set()
    assert all(_is_lent(lent.array, lent.tensor) for lent in network.beside.values())


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("engine", ["eager", "fused"])
def test_marks_of_cut_links_are_the_runs(engine: str):
    session = Session(small(engine=engine, penalties=[{"kind": "l1", "rate": 0.1, "kill": True}]))
    session.advance(50)
    dead = session.learner.train_state.dead
    assert dead is not None and dead.array.any() and _is_lent(dead.array, dead.tensor)


def test_what_is_lent_begins_where_torchs_own_would():
    lent = Lent.zeros(7, np.dtype(np.float32), CPU)
    lent.write(np.array([1.5, 2.5]), slice(2, 4))
    assert lent.array.ctypes.data % 64 == 0 and lent.tensor.tolist() == [0, 0, 1.5, 2.5, 0, 0, 0]
    copy = lent.copy()
    lent.tensor += 1
    assert copy.tolist() == [0, 0, 1.5, 2.5, 0, 0, 0] and lent.array[0] == 1


def test_a_single_number_is_taken_over_as_it_is():
    step = torch.tensor(3.0)
    lent = Lent.taken(step)
    step += 1
    assert lent.array.shape == () and lent.array == 4 and lent.tensor is step
