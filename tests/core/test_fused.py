"""The fused kernel takes the same steps as the eager engine, from the same state, at any setting."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import registry
from core.engines.fused import coverage
from core.experiment import Experiment
from core.training.session import Session
from tests.building.experiments import small
from tests.building.states import with_experiment

pytestmark = pytest.mark.usefixtures("kernel")
ACTIVATIONS = [kind for kind in coverage.ACTIVATIONS if kind != "softmax"]
OWN: dict[str, dict[str, Any]] = {
    "leaky_relu": {"leak": 0.1}, "elu": {"alpha": 0.7}, "gelu": {"approximate": "tanh"}, "softplus": {"beta": 3.0}, "sine": {"frequency": 4.0},
    "maxout": {"sums": 3}, "prelu": {"start": 0.3},
}  # fmt: skip
OPTIMIZERS: dict[str, dict[str, Any]] = {
    "sgd": {"kind": "sgd", "lr": 0.1},
    "decay": {"kind": "sgd", "lr": 0.1, "weight_decay": 0.05},
    "momentum": {"kind": "sgd", "lr": 0.1, "momentum": 0.9, "dampening": 0.3},
    "nesterov": {"kind": "sgd", "lr": 0.1, "momentum": 0.8, "nesterov": True},
    "adagrad": {
        "kind": "adagrad",
        "lr": 0.05,
        "lr_decay": 0.01,
        "weight_decay": 0.01,
        "initial_accumulator_value": 0.1,
    },
    "rmsprop": {"kind": "rmsprop"},
    "rmsprop, all": {"kind": "rmsprop", "centered": True, "momentum": 0.5, "weight_decay": 0.01},
    "adam": {"kind": "adam", "lr": 0.01},
    "amsgrad": {"kind": "adam", "lr": 0.01, "amsgrad": True, "weight_decay": 0.1, "beta1": 0.5},
    "adamw": {"kind": "adamw", "lr": 0.01, "weight_decay": 0.1},
    "nadam": {"kind": "nadam", "lr": 0.01},
    "nadam, apart": {"kind": "nadam", "lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True},
}


def layer(units: int, name: str = "h1", activation: Any = "tanh", **more: Any) -> dict[str, Any]:
    return {"kind": "dense", "name": name, "units": units, "activation": activation, **more}


def _twins(experiment: Experiment) -> tuple[Session, Session]:
    fused, eager = (Session(experiment.model_copy(update={"engine": engine})) for engine in ("fused", "eager"))
    assert (fused.learner.engine.name, eager.learner.engine.name) == ("fused kernel", "eager PyTorch")
    return fused, eager


def _stand_where(one: Session, other: Session) -> None:
    """Put the second session at the exact state of the first."""
    other.restore(with_experiment(one.snapshot(), other.experiment))


def _memory(session: Session) -> dict[str, np.ndarray]:
    memory = cast(dict[int, dict[str, Any]], session.learner.engine.slots()).get(0, {})
    return {name: np.asarray(value) for name, value in memory.items() if value is not None}


def _one_rounding_away(session: Session) -> None:
    """Change every input by one rounding."""
    prepared = session.prepared
    session.learner.holding.prepared = dataclasses.replace(prepared, x=prepared.x * (1.0 + 2.0**-52))


def _same_step(experiment: Experiment, moments: tuple[int, ...] = (0, 1, 3, 11)) -> None:
    """One update from the same state gives the same parameters and the same memory, at several moments of a run.

    Where Adam and its like divide by a gradient that is nearly nothing, roundings grow; a twin of the reference says by
    how much.
    """
    fused, eager = _twins(experiment)
    twin = Session(eager.experiment)
    for updates in moments:
        eager.advance(updates)
        _stand_where(eager, fused)
        _stand_where(eager, twin)
        _one_rounding_away(twin)
        for session in (eager, fused, twin):
            session.advance(1)
        theirs = eager.vector()
        error, unavoidable = np.abs(fused.vector() - theirs).max(), np.abs(twin.vector() - theirs).max()
        assert error <= 1e-12 * np.abs(theirs).max() + 8.0 * unavoidable
        assert (fused.course.state.cursor, fused.samples) == (eager.course.state.cursor, eager.samples)
        _same_memory(_memory(fused), _memory(eager), _memory(twin))


def _same_memory(ours: dict[str, np.ndarray], theirs: dict[str, np.ndarray], twins: dict[str, np.ndarray]) -> None:
    assert {name: (array.dtype, array.shape) for name, array in ours.items()} == {
        name: (array.dtype, array.shape) for name, array in theirs.items()
    }
    for name, array in theirs.items():
        unavoidable = np.abs(twins[name] - array).max()
        assert np.abs(ours[name] - array).max() <= 1e-12 * np.abs(array).max() + 8.0 * unavoidable, name


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_every_activation(kind):
    for own in ({"kind": kind}, {"kind": kind, **OWN.get(kind, {})}):
        _same_step(small(layers=[layer(4, activation=own), layer(3, "h2", activation=own)]))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer(name):
    _same_step(small(optimizer=OPTIMIZERS[name]))


@pytest.mark.parametrize(
    "changes",
    [
        {"loss": {"kind": "cross_entropy"}, "data": {"kind": "iris"}},
        {"loss": {"kind": "cross_entropy"}, "output": {"units": "each"}},
        {"loss": {"kind": "half_squared"}},
        {"loss": {"kind": "half_squared"}, "data": {"kind": "iris"}},
        {"loss": {"kind": "hinge"}},
        {"loss": {"kind": "hinge"}, "data": {"kind": "iris"}},
        {
            "loss": {"kind": "mean_squared"},
            "output": {"activation": {"kind": "softmax"}, "units": "each"},
            "data": {"kind": "iris"},
        },
        *(
            {"loss": {"kind": kind}, "data": {"kind": "sine"}}
            for kind in ("mean_squared", "half_squared", "absolute", "huber")
        ),
        {"loss": {"kind": "huber", "delta": 0.2}, "data": {"kind": "sine"}},
    ],
    ids=str,
)
def test_every_loss(changes):
    _same_step(small(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"penalties": [{"kind": "l1", "rate": 0.1}, {"kind": "l2", "rate": 0.03, "biases": True}]},
        {"penalties": [{"kind": "l1", "rate": 0.5, "kill": True}]},
        {
            "penalties": [{"kind": "l1", "rate": 0.5, "kill": True, "biases": True}, {"kind": "l2", "rate": 0.1}],
            "optimizer": OPTIMIZERS["adam"],
        },
        {"clipping": {"value": 0.01}},
        {"clipping": {"norm": 0.05}},
        {"clipping": {"norm": 0.02, "value": 0.01}, "optimizer": OPTIMIZERS["momentum"]},
        {"clipping": {"norm": 1e6}},
        {"layers": [layer(6, dropout=0.4), layer(5, "h2", "relu", dropout=0.1)]},
        {
            "layers": [layer(6, activation="prelu", dropout=0.5), layer(5, "h2", "maxout", dropout=0.3)],
            "batch_size": "all",
        },
        {"layers": [layer(4, bias=False)], "output": {"bias": False}},
        {"layers": []},
        {"layers": [layer(1, f"h{i}") for i in range(1, 9)]},
        {"layers": [layer(33, activation="relu")], "batch_size": 1},
    ],
    ids=str,
)
def test_penalties_clipping_dropout_and_shapes(changes):
    _same_step(small(**changes))


@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 29, 30, "all"])
@pytest.mark.parametrize("last", ["keep", "drop", "carry"])
@pytest.mark.parametrize("shuffle", ["each epoch", "once", "never"])
def test_the_same_batches_in_the_same_order(size, last, shuffle):
    fused, eager = _twins(
        small(batch_size=size, last_batch=last, shuffle=shuffle, layers=[layer(2, dropout=0.5)], evaluate_every=1000)
    )
    fused.advance(40)
    eager.advance(40)
    assert (fused.course.state.cursor, fused.samples, fused.epochs) == (
        eager.course.state.cursor,
        eager.samples,
        eager.epochs,
    )
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-9, atol=1e-11)


def test_a_batch_of_several_chunks():
    _same_step(small(data={"kind": "circle", "samples": 700}, batch_size="all", layers=[layer(5, dropout=0.3)]))


@pytest.mark.parametrize("kind", [kind for kind, cls in registry.family("schedules").items() if not cls.watches])  # type: ignore[attr-defined]
def test_every_schedule(kind):
    fused, eager = _twins(small(schedule={"kind": kind}, evaluate_every=1000))
    fused.advance(150)
    eager.advance(150)
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-9, atol=1e-11)
    assert fused.last["lr"] == eager.last["lr"]


def _close_after(experiment: Experiment, updates: int, rtol: float) -> bool:
    """Whether both engines agree after some updates; True too where a twin of the reference, one rounding away, parts
    from it as well."""
    fused, eager = _twins(experiment)
    twin = Session(eager.experiment)
    _one_rounding_away(twin)
    for session in (fused, eager, twin):
        session.advance(updates)
    size = np.abs(eager.vector()).max()
    if np.abs(twin.vector() - eager.vector()).max() > 1e-11 * size:
        return True
    return bool(np.abs(fused.vector() - eager.vector()).max() <= rtol * size)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_two_hundred_updates(name):
    assert _close_after(
        small(optimizer=OPTIMIZERS[name], layers=[layer(4, dropout=0.2), layer(3, "h2", "sigmoid")]), 200, 1e-9
    )


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_twenty_updates_in_single_precision(kind):
    fused, eager = _twins(small(dtype="float32", layers=[layer(4, activation=kind), layer(3, "h2", kind)]))
    fused.advance(20)
    eager.advance(20)
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-5, atol=1e-5 * np.abs(eager.vector()).max())


@st.composite
def experiments(draw) -> Experiment:
    """Any dense net that the kernel covers, with any optimizer, penalty, clipping and way of drawing batches."""
    depth = draw(st.integers(0, 3))
    layers = [
        layer(
            draw(st.integers(1, 9)),
            f"h{i}",
            draw(st.sampled_from(ACTIVATIONS)),
            bias=draw(st.booleans()),
            dropout=draw(st.sampled_from((0.0, 0.0, 0.3))),
        )
        for i in range(1, depth + 1)
    ]
    data, loss = draw(
        st.sampled_from(
            (
                ("circle", "cross_entropy"), ("circle", "half_squared"), ("circle", "hinge"), ("circle", "mean_squared"), ("iris", "cross_entropy"),
                ("iris", "hinge"), ("sine", "mean_squared"), ("sine", "huber"), ("sine", "absolute"), ("sine", "half_squared"),
            )
        )
    )  # fmt: skip
    penalties = [
        {"kind": kind, "rate": draw(st.sampled_from((0.001, 0.3))), "biases": draw(st.booleans())}
        for kind in draw(st.sets(st.sampled_from(("l1", "l2"))))
    ]
    for penalty in penalties:
        if penalty["kind"] == "l1":
            penalty["kill"] = draw(st.booleans())
    return small(
        data={"kind": data} if data == "iris" else {"kind": data, "samples": 60},
        loss={"kind": loss},
        layers=layers,
        optimizer=OPTIMIZERS[draw(st.sampled_from(list(OPTIMIZERS)))],
        penalties=penalties,
        clipping={"norm": draw(st.sampled_from((0.0, 0.05, 3.0))), "value": draw(st.sampled_from((0.0, 0.01)))},
        batch_size=draw(st.sampled_from((1, 3, 8, 10, 17, "all"))),
        last_batch=draw(st.sampled_from(("keep", "drop", "carry"))),
        shuffle=draw(st.sampled_from(("each epoch", "once", "never"))),
        seeds={name: draw(st.integers(0, 2**53)) for name in ("data", "weights", "batches", "dropout")},
        evaluate_every=50,
    )


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(experiments())
def test_any_combination(experiment):
    _same_step(experiment, (1, 2, 9))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_engines_go_on_from_each_other(name):
    """A snapshot of either engine is one of the other's; half and half is the same as either alone."""
    fused, eager = _twins(small(optimizer=OPTIMIZERS[name], penalties=[{"kind": "l1", "rate": 0.1, "kill": True}]))
    eager.advance(30)
    fused.advance(15)
    other = Session(eager.experiment)
    _stand_where(fused, other)
    other.advance(8)
    _stand_where(other, fused)
    fused.advance(7)
    assert fused.course.state.cursor == eager.course.state.cursor
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-9, atol=1e-11)


def test_slices_of_any_length_give_the_same_numbers():
    experiment = small(
        optimizer={"kind": "nadam"},
        layers=[layer(4, dropout=0.3)],
        last_batch="carry",
        schedule={"kind": "cosine"},
        engine="fused",
    )
    whole, sliced = Session(experiment), Session(experiment)
    whole.advance(100)
    for length in (1, 2, 3, 50, 7, 37):
        sliced.advance(length)
    assert np.array_equal(whole.vector(), sliced.vector()) and whole.course.state.cursor == sliced.course.state.cursor
    assert whole.course.evaluations.take_rows() == sliced.course.evaluations.take_rows()


BLOCKS = (
    {"data": {"kind": "circle", "samples": 60}},
    {"data": {"kind": "circle", "samples": 1170, "noise": 0.1}, "loss": {"kind": "half_squared"}},
    {"data": {"kind": "circle", "samples": 150}, "loss": {"kind": "mean_squared"}},
    {"data": {"kind": "circle", "samples": 30}, "loss": {"kind": "hinge"}},
    {
        "data": {"kind": "circle", "samples": 60},
        "loss": {"kind": "half_squared"},
        "output": {"activation": {"kind": "linear"}},
        "optimizer": {"kind": "sgd", "lr": 2.0},
    },
    {"data": {"kind": "iris"}, "last_batch": "carry"},
    {
        "data": {"kind": "sine", "samples": 60},
        "loss": {"kind": "huber"},
        "schedule": {"kind": "exponential"},
        "penalties": [{"kind": "l2", "rate": 0.01}],
    },
    {"goal": {"metric": "train.loss", "value": 0.65}, "optimizer": {"kind": "adam", "lr": 0.01}},
    {"penalties": [{"kind": "l1", "rate": 0.5, "kill": True}], "goal": {"metric": "train.loss", "value": 0.69}},
    {
        "data": {"kind": "plane", "samples": 60},
        "layers": [],
        "loss": {"kind": "mean_squared"},
        "optimizer": {"kind": "sgd", "lr": 1.2},
    },
)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("changes", BLOCKS, ids=str)
def test_many_evaluations_in_one_call_are_those_made_one_by_one(changes, dtype):
    """Also where the goal is reached or the run diverges in the middle of a block."""
    experiment = small(**changes, dtype=dtype, evaluate_every=2, engine="fused")
    block, single = Session(experiment), Session(experiment)
    block.advance(700)
    while single.updates < 700 and not single.ended:
        single.advance(1)
    assert np.array_equal(block.vector(), single.vector(), equal_nan=True)
    assert block.course.evaluations.take_rows() == single.course.evaluations.take_rows()
    assert (block.updates, block.course.state.cursor, block.course.journal.marks, block.course.watch, block.ended) == (
        single.updates,
        single.course.state.cursor,
        single.course.journal.marks,
        single.course.watch,
        single.ended,
    )


def test_a_command_that_waits_ends_the_slice():
    session = Session(small(engine="fused"))
    flag = np.ones(1, np.uint8)
    assert session.advance(1000, halted=flag) == 0
    flag[0] = 0
    assert session.advance(10, halted=flag) == 10


@pytest.mark.parametrize("stop", [{"updates": 37}, {"epochs": 3.0}, {"epochs": 2.3}])
def test_a_run_ends_at_the_same_update(stop):
    fused, eager = _twins(small(stop=stop, last_batch="carry"))
    fused.advance(10_000)
    eager.advance(10_000)
    assert (fused.updates, fused.samples, fused.ended, fused.course.journal.marks) == (
        eager.updates,
        eager.samples,
        eager.ended,
        eager.course.journal.marks,
    )


def test_live_changes_reach_the_kernel():
    changed = {
        "optimizer": {"kind": "sgd", "lr": 0.02, "momentum": 0.9},
        "batch_size": 4,
        "penalties": [{"kind": "l2", "rate": 0.1}],
        "clipping": {"norm": 0.5},
    }
    fused, eager = _twins(small())
    for session in (fused, eager):
        session.advance(20)
        assert session.apply(small(**changed, engine=session.experiment.engine))
        session.advance(20)
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-9, atol=1e-11)
    assert fused.course.state.cursor == eager.course.state.cursor


@pytest.mark.parametrize(
    "changes, word",
    [
        ({"optimizer": {"kind": "radam"}}, "RAdam"),
        ({"layers": [layer(4, normalization="batch")]}, "h1"),
        ({"device": "cuda"}, "CPU"),
        (
            {"rule": {"kind": "perceptron"}, "layers": [], "loss": {"kind": "mistakes"}, "batch_size": 1},
            "Perceptron rule",
        ),
    ],
)
def test_what_is_not_covered_is_said(changes, word):
    assert word in coverage.reason_against(small(**changes))


def test_what_is_not_covered_goes_to_eager():
    session = Session(small(optimizer={"kind": "radam"}, engine="fused"))
    assert session.learner.engine.name == "eager PyTorch" and "RAdam" in session.learner.engine_reason


def test_hubers_bound_moves_in_mid_run():
    fused, eager = _twins(small(data={"kind": "sine", "samples": 60}, loss={"kind": "huber"}))
    for session in (fused, eager):
        before = session.experiment
        assert session.apply(before.model_copy(update={"loss": before.loss.model_copy(update={"delta": 0.1})}))
        session.advance(20)
    np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=1e-9, atol=1e-11)


def test_what_cannot_be_computed_is_no_number_in_either_engine():
    """A run that diverges does so visibly: ReLUs do not turn nan into 0."""
    fused, eager = _twins(
        small(
            layers=[layer(4, activation="relu")],
            optimizer={"kind": "sgd", "lr": 10.0},
            loss={"kind": "mean_squared"},
            data={"kind": "sine", "samples": 60},
        )
    )
    fused.advance(500)
    eager.advance(500)
    assert (fused.ended, fused.updates) == (eager.ended, eager.updates)
