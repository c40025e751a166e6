"""Every component in a real run: it learns, gives the same numbers twice, and goes on after a restore as if never
interrupted."""

from __future__ import annotations

import numpy as np
import pytest

from core import registry
from core.experiment import Experiment
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
ONE_LAYER = [layer(6)]


def of(family, kind) -> Experiment:
    """A small experiment with this component in it, everything else as usual."""
    more = {"layers": ONE_LAYER, "batch_size": "all", "optimizer": {"kind": "adam", "lr": 0.03}}
    if family == "activations":
        if registry.find(family, kind)().output_only:
            return small(
                **more | {"output": {"activation": {"kind": kind}, "units": "each"}, "loss": {"kind": "mean_squared"}}
            )
        return small(**more | {"layers": [layer(6, kind)]})
    if family == "initializers":
        return small(**more | {"layers": [layer(6, initializer={"kind": kind})]})
    if family == "losses":
        named = {"classes": "circle", "values": "plane", "answers": "two_questions"}
        data = {"kind": named[registry.find(family, kind)().tasks[0]], "samples": 60}
        if kind == "mistakes":
            return small(layers=[], rule={"kind": "perceptron"}, loss={"kind": kind})
        return small(**more | {"loss": {"kind": kind}, "data": data})
    if family == "penalties":
        return small(**more | {"penalties": [{"kind": kind, "rate": 0.003}]})
    if family == "schedules":
        return small(**more | {"schedule": {"kind": kind}})
    default = registry.find("optimizers", kind)().lr
    return small(layers=ONE_LAYER, batch_size="all", optimizer={"kind": kind, "lr": max(default, 0.01)})


ALL = [
    pytest.param(family, kind, id=f"{family}-{kind}")
    for family in ("activations", "initializers", "losses", "penalties", "schedules", "optimizers")
    for kind in registry.family(family)
]


@pytest.mark.parametrize(("family", "kind"), ALL)
def test_twenty_updates_lower_the_loss(family, kind):
    session = Session(of(family, kind))
    before = session.evaluate()["train.loss"] + session.evaluate()["penalty"]
    session.advance(20)
    after = session.evaluate()["train.loss"] + session.evaluate()["penalty"]
    assert (after < before) == registry.find(family, kind).learns


@pytest.mark.parametrize(("family", "kind"), ALL)
def test_same_seed_same_numbers_and_restored_as_if_never_interrupted(family, kind):
    one, other = Session(of(family, kind)), Session(of(family, kind))
    one.advance(7)
    restored = Session.of(one.snapshot())
    one.advance(7)
    restored.advance(7)
    other.advance(14)
    np.testing.assert_array_equal(one.vector(), other.vector())
    np.testing.assert_array_equal(one.vector(), restored.vector())
