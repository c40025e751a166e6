"""Where the training part lies: on the device or beside it, a batch ahead; the numbers are the same."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.data.batches import Cursor
from core.data.preparation import prepare
from core.engines import captured, choice
from core.engines import training_part as parts
from core.engines.on_demand import OnDemand
from core.engines.replica import Replica
from core.experiment import Experiment
from core.machine import device as devices
from core.probes.surface import Surface
from core.training.session import Session
from tests.building.experiments import layer, small

CPU = torch.device("cpu")
KINDS = [
    pytest.param({}, id="plain"),
    pytest.param({"last_batch": "carry", "layers": [layer(6, dropout=0.4, normalization="batch")]}, id="dropout and batch normalization"),
    pytest.param({"rule": {"kind": "perceptron"}, "layers": [], "loss": {"kind": "mistakes"}, "batch_size": 1}, id="perceptron"),
    pytest.param({"data": {"kind": "cloud", "samples": 60}, "task": {"kind": "gan", "ratio": 2}, "layers": [layer(6)]}, id="two players"),
    pytest.param({"data": {"kind": "shapes", "samples": 40}, "task": {"kind": "autoencoder", "damage": "noise"}, "loss": "mean_squared", "layers": [layer(5)]}, id="new noise"),
]  # fmt: skip


class Witness:
    """A lane that notes which batches were sent, and in what order they were taken."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[int, ...]]] = []

    def send(self, sources: tuple[torch.Tensor, ...], rows: torch.Tensor) -> parts.Load:
        witness, numbers = self, tuple(rows.tolist())
        self.told.append(("sent", numbers))
        plain = parts.Plain(tuple(source.index_select(0, rows) for source in sources))

        class Noted:
            def arrived(self) -> tuple[torch.Tensor, ...]:
                witness.told.append(("taken", numbers))
                return plain.arrived()

        return Noted()


def streamed(session: Session, lane: parts.Lane) -> Session:
    session.learner.train_state.part = parts.StreamedPart(
        session.prepared, CPU, session.learner.network.flat.dtype, lane
    )
    return session


@pytest.mark.parametrize("changes", KINDS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_same_numbers_to_the_last_bit(changes, dtype):
    experiment = small(engine="eager", dtype=dtype, **changes)
    one, other = Session(experiment), streamed(Session(experiment), parts.PlainLane(CPU))
    for session in (one, other):
        session.advance(23)
    assert np.array_equal(one.vector(), other.vector()) and one.evaluate() == other.evaluate()


def test_a_batch_is_on_its_way_while_the_one_before_is_learned_from():
    lane = Witness()
    session = streamed(Session(small(engine="eager")), lane)
    session.advance(11)
    batches, cursor = [], Cursor()
    for _ in range(12):
        places, cursor = session.learner.batches.next(cursor)
        batches.append(tuple(places.tolist()))
    expected = [("sent", batches[0])]
    for number in range(11):
        expected += [("taken", batches[number]), ("sent", batches[number + 1])]
    assert lane.told == expected, "each is sent once, one ahead"


def test_another_batch_than_the_one_foreseen_is_fetched():
    session = streamed(Session(small(engine="eager")), Witness())
    session.advance(3)
    stored = session.snapshot()
    session.advance(9)
    first = session.vector()
    session.restore(stored)
    session.advance(9)
    assert np.array_equal(session.vector(), first)


def test_data_that_change_in_mid_run_lie_elsewhere():
    one, other = Session(small(engine="eager")), streamed(Session(small(engine="eager")), Witness())
    changed = small(engine="eager", data={"kind": "circle", "samples": 80})
    for session in (one, other):
        session.advance(5)
        assert session.apply(changed)
        session.advance(5)
    assert np.array_equal(one.vector(), other.vector())


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(("room", "whole"), [(30 * (2 + 1) * 8, True), (30 * (2 + 1) * 8 - 1, False)])
def test_bytes_decide(monkeypatch, room, whole):
    """30 training samples of two inputs and one target, in double precision."""
    monkeypatch.setattr(devices, "room_for_samples", lambda _device: room)
    session = Session(small(engine="eager"))
    assert session.learner.train_state.part.whole is whole
    session.advance(3)
    assert np.isfinite(session.frame(Surface(resolution=3)).arrays["loss"]).all()


def test_in_the_computers_own_memory_there_is_no_bound():
    assert devices.room_for_samples(CPU) >= 1 << 60


def test_the_bound_is_a_share_of_what_the_gpu_has_in_all(monkeypatch):
    class Card:
        total_memory = 16 << 30

    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _device: Card())
    assert devices.room_for_samples(torch.device("cuda")) == 4 << 30


def test_a_graph_is_not_recorded_over_samples_that_are_fetched(monkeypatch):
    monkeypatch.setattr(captured, "reason_against_capture", lambda *_: "")
    session = streamed(Session(small(engine="eager")), Witness())
    side = OnDemand(session.learner.holding)
    side.torch = session.learner.train_state
    side.holding.experiment = small(engine="captured")
    assert choice.choose(side) == ("eager", choice.BESIDE)


@pytest.mark.usefixtures("kernel")
def test_pictures_need_no_second_copy_of_the_samples():
    session = Session(small(engine="eager"))
    replica = Replica(session.still())
    assert (
        "inputs" not in vars(replica.train_state.part)
        and len(replica.load(session.still()).outputs(session.prepared.x)) == 60
    )


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no NVIDIA GPU")
@pytest.mark.parametrize("changes", KINDS)
def test_on_a_gpu_the_same_numbers_either_way(changes):
    experiment = small(engine="eager", device="cuda", dtype="float32", **changes)
    one, other = Session(experiment), Session(experiment)
    device = torch.device("cuda")
    other.learner.train_state.part = parts.StreamedPart(
        other.prepared, device, other.learner.network.flat.dtype, parts.CudaLane(device)
    )
    for session in (one, other):
        session.advance(40)
    assert np.array_equal(one.vector(), other.vector())


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no NVIDIA GPU")
def test_on_a_gpu_nothing_is_overwritten_that_is_on_its_way():
    device = torch.device("cuda")
    prepared = prepare(Experiment.parse({"data": {"kind": "circle", "samples": 4000}}))
    part = parts.StreamedPart(prepared, device, torch.float32, parts.CudaLane(device))
    order = np.random.default_rng(1).permutation(len(prepared.train))
    batches = [order[start : start + 50] for start in range(0, len(order), 50)]
    for number, places in enumerate(batches):
        inputs, targets = part.batch(places)
        if number + 1 < len(batches):
            part.foresee(lambda coming=batches[number + 1]: coming)
        assert torch.equal(inputs.cpu(), part.inputs[torch.from_numpy(places)]) and torch.equal(
            targets.cpu(), part.targets[torch.from_numpy(places)]
        )
