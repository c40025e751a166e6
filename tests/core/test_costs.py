"""What a network costs: counted by hand and by torch's own counter; timed is only what can be timed, with a reason
elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from core.costs import work
from core.costs.counted import Counted, counted
from core.costs.timed import OWN, Timed, timed
from core.costs.ways import LONE, Way, ways
from core.costs.work import BATCH, WIDTH, CostWork, Point, Question, can_widen, variants
from core.data.preparation import prepare
from core.engines.fused import coverage
from core.experiment import Experiment
from core.families import Layer
from core.machine import device
from core.machine.device import DeviceChoice
from core.networks.blueprint import blueprint_of
from core.networks.shapes import total
from core.registry import read
from core.training.session import Session
from tests.building.experiments import small
from tests.building.presets import preset
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")


def cost(made: Experiment) -> Counted:
    return counted(made, prepare(made))


# By hand: a loop that multiplies, and counts


def dense(inputs: int, units: int) -> int:
    count = 0
    for _unit in range(units):
        for _input in range(inputs):
            count += 1
    return count


def slid(before: int, kernel: int, stride: int, padding: int) -> int:
    """Places of a kernel along one side, one by one."""
    count, left = 0, -padding
    while left + kernel <= before + padding:
        count, left = count + 1, left + stride
    return count


def conv2d(channels: int, side: int, kernels: int, kernel: int, stride: int, padding: int, groups: int) -> int:
    count = 0
    for _kernel in range(kernels):
        for _row in range(slid(side, kernel, stride, padding)):
            for _column in range(slid(side, kernel, stride, padding)):
                count += channels // groups * kernel * kernel
    return count


@pytest.mark.parametrize(
    "fields, inputs, expected",
    [
        ({"kind": "dense", "units": 5}, (3,), dense(3, 5)),
        ({"kind": "dense", "units": 5}, (2, 4, 4), dense(32, 5)),  # it takes a picture as one row
        ({"kind": "dense", "units": 5, "activation": {"kind": "maxout", "sums": 3}}, (4,), dense(4, 15)),
        ({"kind": "dense", "units": 5, "normalization": "batch"}, (3,), 15),
        ({"kind": "sparse_dense", "units": 5, "share": 0.3}, (4,), 20),  # what is not there is multiplied as 0
        ({"kind": "residual_dense", "units": 4}, (3,), dense(3, 4) + dense(4, 4) + dense(3, 4)),
        ({"kind": "residual_dense", "units": 4}, (4,), 2 * dense(4, 4)),
        ({"kind": "conv2d", "channels": 3, "kernel": 3}, (2, 8, 8), conv2d(2, 8, 3, 3, 1, 0, 1)),
        (
            {"kind": "conv2d", "channels": 4, "kernel": 5, "stride": 2, "padding": 2},
            (2, 9, 9),
            conv2d(2, 9, 4, 5, 2, 2, 1),
        ),
        ({"kind": "conv2d", "channels": 4, "kernel": 3, "groups": 2}, (2, 8, 8), conv2d(2, 8, 4, 3, 1, 0, 2)),
        ({"kind": "conv1d", "channels": 4, "kernel": 3}, (10, 2), 8 * 4 * 2 * 3),
        ({"kind": "conv_transpose2d", "channels": 3, "kernel": 4, "stride": 2}, (2, 5, 5), 5 * 5 * 2 * 3 * 4 * 4),
        ({"kind": "residual", "channels": 4, "stride": 2}, (3, 8, 8), 4 * 4 * (9 * 3 * 4 + 9 * 4 * 4 + 3 * 4)),
        ({"kind": "max_pool"}, (3, 8, 8), 0),
        ({"kind": "average_pool"}, (3, 8, 8), 0),
        ({"kind": "flatten"}, (3, 8, 8), 0),
        ({"kind": "embedding", "units": 4}, (6, 10), 6 * 10 * 4),
        ({"kind": "rnn", "units": 4}, (7, 3), 7 * (3 * 4 + 4 * 4)),
        ({"kind": "gru", "units": 4}, (7, 3), 7 * 3 * (3 * 4 + 4 * 4)),
        ({"kind": "lstm", "units": 4}, (7, 3), 7 * 4 * (3 * 4 + 4 * 4)),
        ({"kind": "lstm", "units": 4, "direction": "both", "depth": 2}, (7, 3), 7 * 2 * 4 * (3 * 4 + 16 + 8 * 4 + 16)),
    ],
)
def test_multiplications_are_those_of_a_count_by_hand(fields, inputs, expected):
    assert read(Layer, fields).multiplications(inputs) == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["playground", "digits-cnn", "digits-dense", "conv-autoencoder", "recall-lstm", "recall-gru", "co2"]
)
def test_a_whole_network_multiplies_as_often_as_torch_counts(name):
    made = preset(name)
    session = Session(made)
    network = session.learner.network.eval()
    sample = torch.tensor(session.prepared.x[:1], dtype=getattr(torch, made.dtype))
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        network(sample)
    assert counted(made, session.prepared).multiplications == counter.get_total_flops() // 2


def test_parameters_and_bytes():
    found = cost(small(optimizer={"kind": "adam"}, dtype="float32"))
    assert [(layer.parameters, layer.multiplications) for layer in found.layers] == [(12, 8), (15, 12), (4, 3)]
    assert (found.parameters, found.multiplications, found.batch) == (31, 23, 7)
    assert found.parameter_bytes == 4 * 31 and found.memory_bytes == 4 * 2 * 31
    assert found.value_bytes == 4 * 7 * (4 + 3 + 1)
    assert cost(small()).parameter_bytes == 8 * 31  # float64


@pytest.mark.parametrize(
    "fields, times",
    [
        ({"kind": "sgd"}, 0), ({"kind": "sgd", "momentum": 0.9}, 1), ({"kind": "rmsprop"}, 1),
        ({"kind": "adam"}, 2), ({"kind": "adam", "amsgrad": True}, 3),
    ],
)  # fmt: skip
def test_what_the_optimizer_remembers_is_what_it_has_after_an_update(fields, times):
    made = small(optimizer=fields)
    assert cost(made).remembered == times * 31
    session = Session(made)
    session.advance(1)
    slots = session.learner.engine.slots()
    arrays = [np.asarray(kept) for memory in slots.values() for kept in memory.values() if kept is not None]
    assert sum(array.size for array in arrays if array.ndim) == times * 31


def test_all_players_are_counted():
    made = preset("gan-ring")
    prepared = prepare(made)
    found = counted(made, prepared)
    assert {layer.player for layer in found.layers} == {"discriminator", "generator"}
    assert found.parameters == total(blueprint_of(made, prepared).slots) and found.remembered == 2 * found.parameters


# Timed: only whether, never how fast


def _told(question: Question) -> tuple[tuple[Way, ...], list[Point]]:
    job = CostWork(question)
    job.start()
    there: list[tuple[Way, ...]] = []
    points: list[Point] = []

    def over() -> bool:
        pieces, done, problem = job.news()
        assert not problem
        for piece in pieces:
            points.append(piece) if isinstance(piece, Point) else there.append(piece)
        return done

    until(over, 60)
    assert job.close(20)
    return there[0], points


def test_every_way_is_timed_or_has_a_reason():
    threads = torch.get_num_threads()
    there, points = _told(Question(small(dtype="float32")))
    assert {point.timed.way for point in points} == {way for way in there if not way.reason}
    assert all(point.timed.seconds > 0 and point.timed.samples_a_second == 7 / point.timed.seconds for point in points)
    assert {way.key for way in there} == {"fused", "one", "all", "cuda", "graph", "mps"}
    assert torch.get_num_threads() == threads, "those of another thread are its own"


def test_what_an_engine_cannot_do_is_its_reason():
    halted = np.zeros(1, np.uint8)
    made = preset("digits-cnn", ("data.samples", 60))
    found = timed(Way("fused", "kernel", "fused"), made, prepare(made), halted)
    assert not found.seconds and found.problem == coverage.reason_against(made) and "Convolution" in found.problem
    ruled = preset("xor-riddle")
    assert timed(Way("fused", "kernel", "fused"), ruled, prepare(ruled), halted).problem == OWN


def test_a_kernel_that_cannot_be_had_is_no_time(monkeypatch):
    monkeypatch.setattr("core.costs.timed.get_kernel", lambda dtype, say: coverage.UNABLE)
    made = small()
    found = timed(Way("fused", "kernel", "fused"), made, prepare(made), np.zeros(1, np.uint8))
    assert found.problem == coverage.UNABLE and not found.seconds


def test_devices_that_are_there_have_no_reason(monkeypatch):
    choices = (
        DeviceChoice("cpu", "CPU", ""),
        DeviceChoice("cuda", "GPU: Some", ""),
        DeviceChoice("mps", "GPU (Apple)", "no"),
    )
    monkeypatch.setattr(device, "choices", lambda: choices)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    found = {way.key: way for way in ways()}
    assert found["all"].reason == LONE and found["cuda"].label == "GPU: Some, PyTorch" and not found["cuda"].reason
    assert (found["graph"].engine, found["graph"].device) == ("captured", "cuda") and found["mps"].reason == "no"
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    assert {way.key: way for way in ways()}["all"].threads == 8


def test_who_halts_gets_what_there_is():
    made = small()
    halted = np.ones(1, np.uint8)
    assert isinstance(timed(Way("one", "PyTorch", "eager", threads=1), made, prepare(made), halted), Timed)
    job = CostWork(Question(made, WIDTH))
    job.start()
    assert job.close(30) and job.halted()


def test_sizes_of_a_sweep():
    made = small()
    assert [size for size, _ in variants(Question(made, BATCH), 30)] == [1, 4, 16, 30]
    wide = variants(Question(made, WIDTH), 30)
    assert [[each.units for each in experiment.layers] for _, experiment in wide][1] == [16, 16]
    assert variants(Question(made), 30) == [(0, made)]
    assert can_widen(made) and not can_widen(small(layers=[])) and can_widen(preset("digits-cnn"))


def test_a_way_that_takes_long_is_asked_for_nothing_larger(monkeypatch):
    asked = []

    def slow(way, experiment, prepared, halted):
        asked.append((way.key, experiment.batch_size))
        return Timed(way, experiment.batch_size, 1.0 if way.key == "one" else 0.001)

    monkeypatch.setattr(work, "timed", slow)
    _told(Question(small(), BATCH))
    assert [size for key, size in asked if key == "one"] == [1]
    assert [size for key, size in asked if key == "fused"] == [1, 4, 16, 30]
