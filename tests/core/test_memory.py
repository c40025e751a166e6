"""Evaluations and pictures within a bound of memory, and what happens where memory runs out all the same."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
import torch

from core import registry
from core.engines import eager
from core.engines.eager import EagerEngine
from core.engines.generation import made_of
from core.experiment import Experiment
from core.frames import RunState
from core.machine import out_of_memory
from core.machine.out_of_memory import OutOfMemory, failure
from core.networks import sample_memory
from core.networks.blueprint import blueprint
from core.networks.network import Network
from core.probes.layers import Layers
from core.probes.results import Results
from core.threads import commands
from core.threads.runner import Runner
from core.training.session import Session
from main import main
from tests.building.experiments import layer, small
from tests.building.gan_by_hand import noise
from tests.building.layers import STACKS
from tests.building.out_of_memory import CPU_SAYS, CUDA_SAYS, raising
from tests.building.waiting import until

CNN = [
    {"kind": "conv2d", "channels": 4, "kernel": 3, "padding": 1},
    {"kind": "batch_norm"},
    {"kind": "max_pool"},
    {"kind": "conv2d", "channels": 6},
    {"kind": "global_pool"},
]
CASES = {
    "a CNN": {"data": {"kind": "shapes", "samples": 250}, "layers": CNN},
    "a dense net": {"data": {"kind": "circle", "samples": 200}, "layers": [layer(8)]},
    "an LSTM": {"data": {"kind": "recall", "samples": 200}, "layers": [{"kind": "lstm", "units": 5}]},
    "an autoencoder": {
        "data": {"kind": "digits"},
        "task": {"kind": "autoencoder"},
        "loss": "mean_squared",
        "layers": [layer(7)],
    },
    "two players": {"data": {"kind": "cloud", "samples": 200}, "task": {"kind": "gan"}, "layers": [layer(6)]},
    "next characters": {
        "data": {"kind": "names"},
        "task": {"kind": "characters"},
        "layers": [{"kind": "embedding", "units": 4}, {"kind": "gru", "units": 5}],
    },
}


def of(changes: dict, dtype: str = "float64") -> Experiment:
    return Experiment.parse({"engine": "eager", "dtype": dtype, "batch_size": 16, "evaluate_every": 1000} | changes)


class StopState:
    """Notes the most samples that went through a network at once."""

    def __init__(self, network: Network) -> None:
        self.most = 0
        for block in (network.own[0], *network.blocks.get("generator", [])[:1]):
            block.register_forward_pre_hook(self._note)
            seen = block.trace
            block.trace = lambda x, seen=seen: (self._note(None, (x,)), seen(x))[1]  # type: ignore[method-assign]

    def _note(self, _block: object, inputs: tuple[torch.Tensor, ...]) -> None:
        self.most = max(self.most, len(inputs[0]))


@pytest.mark.parametrize("changes", CASES.values(), ids=CASES)
def test_pieces_say_the_same_and_none_is_larger_than_the_bound(monkeypatch, changes):
    session = Session(of(changes))
    session.advance(3)
    x, train = session.prepared.x, session.prepared.train
    whole = (
        session.evaluate(),
        session.learner.outputs(x),
        session.learner.trace(x),
        session.learner.gradient(train[:150]),
    )
    monkeypatch.setattr(sample_memory, "AT_ONCE", 40 * 8 * session.learner.network.numbers_each)
    watch = StopState(session.learner.network)
    assert session.evaluate() == pytest.approx(whole[0], rel=1e-12, abs=1e-12)
    np.testing.assert_allclose(session.learner.outputs(x), whole[1], rtol=1e-12, atol=1e-14)
    for name, (sums, values) in session.learner.trace(x).items():
        np.testing.assert_allclose(sums, whole[2][name][0], rtol=1e-12, atol=1e-14)
        np.testing.assert_allclose(values, whole[2][name][1], rtol=1e-12, atol=1e-14)
        (only,) = session.learner.trace(x, name).items()
        assert only[0] == name and np.array_equal(only[1][1], values)
    np.testing.assert_allclose(session.learner.gradient(train[:150]), whole[3], rtol=1e-9, atol=1e-13)
    assert 0 < watch.most <= 40 < len(x)
    assert session.learner.network.training


def test_generated_samples_come_in_pieces(monkeypatch):
    session = Session(of(CASES["two players"]))
    rows = noise(session.experiment, 90, "shown noise")
    whole = made_of(session.learner.network, "generator", rows)
    monkeypatch.setattr(sample_memory, "AT_ONCE", 20 * 8 * session.learner.network.numbers_each)
    watch = StopState(session.learner.network)
    np.testing.assert_allclose(made_of(session.learner.network, "generator", rows), whole, rtol=1e-12, atol=1e-14)
    assert watch.most == 20


@pytest.mark.parametrize("request_", [Layers(), Results()], ids=lambda request: request.kind)
def test_pictures_keep_within_the_bound(monkeypatch, request_):
    session = Session(of(CASES["a CNN"]))
    whole = session.frame(request_).arrays
    monkeypatch.setattr(sample_memory, "AT_ONCE", 25 * 8 * session.learner.network.numbers_each)
    assert session.replica is not None
    watch = StopState(session.replica.network)
    for name, array in session.frame(request_).arrays.items():
        np.testing.assert_allclose(array, whole[name], rtol=1e-10, atol=1e-12)
    assert 0 < watch.most <= 25


def test_a_cnn_on_4000_pictures_makes_no_large_activation():
    """What a CNN of 32 channels leaves of 4,000 pictures of 28 × 28 would take 1.1 GB; at once it may take 64 MB."""
    layers = tuple(
        registry.parse("layers", {"name": f"h{i}", "kind": "conv2d", "channels": 32, "padding": 1}) for i in (1, 2, 3)
    )
    experiment = Experiment.parse({"data": "mnist"}).model_copy(update={"layers": layers})
    network = Network(blueprint(experiment, (1, 28, 28), 10), torch.device("cpu"))
    at_once = sample_memory.samples_at_once(network.numbers_each, 4)
    assert 4000 * 3 * 32 * 26 * 26 * 4 > 1e9 and at_once * network.numbers_each * 4 <= sample_memory.AT_ONCE == 1 << 26
    assert len(sample_memory.pieces(4000, at_once)) > 10 and sample_memory.pieces(4000, at_once)[-1].stop == 4000


@pytest.mark.parametrize(("inputs", "layers"), STACKS)
def test_the_estimate_is_not_below_what_a_network_puts_out(inputs, layers):
    experiment = Experiment.parse({"data": "points"})
    named = tuple(registry.parse("layers", {"name": f"h{i}", **values}) for i, values in enumerate(layers, 1))
    experiment = experiment.model_copy(update={"layers": named})
    network = Network(blueprint(experiment, inputs, 3), torch.device("cpu"))
    values = sum(math.prod(placed.outputs) for placed in blueprint(experiment, inputs, 3).own)
    assert network.numbers_each >= math.prod(inputs) + 2 * values


# Where it runs out all the same


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (CPU_SAYS, "This computer has run out of memory while training with batches of 7 (40.0 GB were asked for at once). Make the batch smaller, or the layers: fewer units or channels."),
        (CUDA_SAYS, "The GPU has run out of memory while training with batches of 7 (21.5 GB were asked for at once). Make the batch smaller, or the layers: fewer units or channels, or choose the CPU as the device."),
        (MemoryError(), "This computer has run out of memory while training with batches of 7. Make the batch smaller, or the layers: fewer units or channels."),
        (RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"), "The GPU has run out of memory while"),
        (RuntimeError("MPS backend out of memory (MPS allocated: 9.0 GB)"), "The GPU has run out of memory while"),
    ],
)  # fmt: skip
def test_each_way_of_saying_so_is_one_sentence(monkeypatch, error, says):
    session = Session(small(engine="eager"))
    monkeypatch.setattr(EagerEngine, "gradient", raising(error))
    with pytest.raises(OutOfMemory) as problem:
        session.advance(3)
    assert (
        str(problem.value).startswith(says)
        and "\n" not in str(problem.value)
        and failure(problem.value) == str(problem.value)
    )


def test_another_error_is_none_of_memory():
    with pytest.raises(RuntimeError, match="shapes cannot"), out_of_memory.memory_for(out_of_memory.TRAINING):
        raise RuntimeError("shapes cannot be multiplied")
    assert not out_of_memory.ran_out(ValueError("out of memory")) and "unexpected error: shapes" in failure(
        RuntimeError("shapes cannot be multiplied")
    )


def test_the_innermost_one_speaks(monkeypatch):
    session = Session(small(engine="eager"))
    monkeypatch.setattr(Network, "forward", raising(CPU_SAYS))
    with pytest.raises(OutOfMemory, match=r"while evaluating the network .* or take fewer samples"):
        session.evaluate()


def test_building_says_so(monkeypatch):
    monkeypatch.setattr(torch, "zeros_like", raising(CPU_SAYS))
    with pytest.raises(OutOfMemory, match=r"while building the network .* Make the layers smaller"):
        Session(small(engine="eager"))


HALF_WAY = {
    "batch normalization has seen the batch": ("forward", {"layers": [layer(4, normalization="batch")]}),
    "the optimizer has moved some": ("step", {"optimizer": {"kind": "adam", "lr": 0.1}}),
}


@pytest.mark.parametrize(("where", "changes"), HALF_WAY.values(), ids=HALF_WAY)
def test_an_update_that_broke_off_leaves_nothing_behind(monkeypatch, where, changes):
    """As if it had not been begun: going on from there gives the numbers of a run that never broke off."""
    from core.training.recall import mend

    session, whole = Session(small(engine="eager", **changes)), Session(small(engine="eager", **changes))
    session.advance(9)
    with monkeypatch.context() as patch:
        engine = session.learner.engine
        if where == "forward":
            patch.setattr(engine, "_descend", raising(CPU_SAYS))
        else:
            step = eager.bare_step
            patch.setattr(
                eager, "bare_step", lambda kind: lambda optimizer: (step(kind)(optimizer), raising(CPU_SAYS)())
            )
        with pytest.raises(OutOfMemory):
            session.advance(1)
    mend(session)
    assert session.updates == 9
    session.advance(11)
    whole.advance(20)
    assert np.array_equal(session.vector(), whole.vector()) and session.evaluate() == whole.evaluate()


def test_a_network_too_large_for_a_history_forgets_a_half_filled_memory(monkeypatch):
    from core.training.recall import mend

    session, whole = (Session(small(engine="eager", optimizer={"kind": "adam"})) for _ in range(2))
    session.course.kept.spacing = 0
    optimizer = session.learner.engine.optimizer
    parameter = optimizer.param_groups[0]["params"][0]

    def break_off(_optimizer: object) -> None:
        optimizer.state[parameter]["step"] = torch.tensor(0.0)
        raise CPU_SAYS

    with monkeypatch.context() as patch:
        patch.setattr(eager, "bare_step", lambda _kind: break_off)
        with pytest.raises(OutOfMemory):
            session.advance(1)
    mend(session)
    session.advance(10)
    whole.advance(10)
    assert np.array_equal(session.vector(), whole.vector())


@pytest.mark.parametrize("lasts", [5, 4])
def test_in_the_window_the_run_pauses_and_goes_on(monkeypatch, lasts):
    """At the update where it broke off; where there is no memory even to undo that, at the last state of its
    history."""
    runner = Runner(small(engine="eager", evaluate_every=1), playing=False)
    runner.start()
    try:
        runner.send(commands.Step("update", 5))
        until(lambda: runner.poll().updates == 5)
        update = EagerEngine.update
        monkeypatch.setattr(
            EagerEngine,
            "update",
            lambda engine, places, number, factor: (raising(CPU_SAYS) if number >= lasts else update)(
                engine, places, number, factor
            ),
        )
        runner.send(commands.Resume())
        found = []
        until(lambda: bool(found.append(runner.poll()) or found[-1].paused))
        assert "while training with batches of 7" in found[-1].message
        until(lambda: runner.poll().state is RunState.paused)
        monkeypatch.setattr(EagerEngine, "update", update)
        reached = runner.poll().updates
        assert reached == min(5, lasts) and not runner.poll().paused
        runner.send(commands.Step("update", 10 - reached))
        until(lambda: runner.poll().updates == 10)
        whole = Session(small(engine="eager"))
        whole.advance(10)
        runner.send(commands.TakeSnapshot(1))
        snapshots = []
        until(lambda: bool(snapshots.extend(runner.poll().snapshots) or snapshots))
        assert np.array_equal(snapshots[0][1].parameters, whole.vector())
    finally:
        assert runner.close()


def test_a_network_that_cannot_be_built_fails_with_one_sentence(monkeypatch):
    monkeypatch.setattr(Network, "__init__", raising(CUDA_SAYS))
    runner = Runner(small(engine="eager"))
    runner.start()
    try:
        found = []
        until(lambda: bool(found.append(runner.poll()) or found[-1].message))
        assert (
            found[-1].message.startswith("The GPU has run out of memory while building the network")
            and found[-1].state is RunState.failed
        )
    finally:
        assert runner.close()


@pytest.mark.usefixtures("kernel")
def test_a_picture_that_is_too_large_leaves_the_run_alone(monkeypatch):
    monkeypatch.setattr(Layers, "compute", raising(CPU_SAYS))
    runner = Runner(small(engine="eager", evaluate_every=1), playing=True)
    runner.start()
    try:
        runner.send(commands.Show({"layers": Layers()}))
        found = []
        until(lambda: bool(found.append(runner.poll()) or found[-1].message))
        assert (
            found[-1].message.startswith("This computer has run out of memory while making the picture 'layers'")
            and not found[-1].paused
        )
        before = runner.poll().updates
        until(lambda: runner.poll().updates > before)
    finally:
        assert runner.close()


def test_on_the_command_line_one_line_and_status_2(monkeypatch, capsys, tmp_path):
    small(engine="eager", stop={"updates": 50}, optimizer={"kind": "adam"}).save(tmp_path / "e.toml")
    update, made = EagerEngine.update, []

    def seldom(self, places, number, factor):
        made.append(number)
        if number == 20:
            raise CPU_SAYS
        update(self, places, number, factor)

    monkeypatch.setattr(EagerEngine, "update", seldom)
    status = main(["run", str(tmp_path / "e.toml"), "--json", "--weights", str(tmp_path / "w.safetensors")])
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert (
        status == 2
        and found["state"] == "out of memory"
        and found["updates"] == 20
        and math.isfinite(found["test"]["loss"])
    )
    assert (
        len([line for line in err.replace("\r", "\n").splitlines() if line and not line.startswith("[")]) == 1
        and "while training with batches of 7 (40.0 GB were asked for at once)" in err
        and (tmp_path / "w.safetensors").exists()
    )


@pytest.mark.parametrize("typed", [("run", "--updates", "3"), ("surface", "--out", "s.npz")])
def test_a_network_that_has_no_room_on_the_command_line(monkeypatch, capsys, tmp_path, typed):
    small(engine="eager").save(tmp_path / "e.toml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Network, "__init__", raising(CPU_SAYS))
    status = main([typed[0], "e.toml", *typed[1:]])
    err = capsys.readouterr().err
    assert status == 2 and "run out of memory while building the network" in err
