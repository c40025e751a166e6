"""Another optimizer in mid-run: it goes on from the weights that there are, and remembers nothing of before."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.optimizers.adam import Adam
from core.optimizers.sgd import SGD
from core.training.recall import recall
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")
MOMENTUM = {"kind": "sgd", "lr": 0.05, "momentum": 0.9}
CURVED = {"kind": "lbfgs", "lr": 0.01, "max_iter": 3}
CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (MOMENTUM, {"kind": "adam", "lr": 0.01}),
    ({"kind": "adam", "lr": 0.01}, MOMENTUM),
    ({"kind": "adam", "lr": 0.01}, {"kind": "adam", "lr": 0.01, "amsgrad": True}),
    (MOMENTUM, {"kind": "rmsprop", "lr": 0.01}),
    (MOMENTUM, CURVED),
    (CURVED, {"kind": "adam", "lr": 0.01}),
]


@pytest.mark.parametrize("engine", ["eager", "auto"])
@pytest.mark.parametrize(("before", "after"), CHANGES, ids=lambda one: f"{one['kind']}{len(one)}")
def test_it_goes_on_from_the_weights_without_any_memory(engine, before, after):
    """The same as a run that is restored there without what was remembered; and all of it is computed again."""
    session = Session(small(engine=engine, optimizer=before))
    session.advance(40)
    bare = session.snapshot()
    bare = dataclasses.replace(bare, numbers=bare.numbers._replace(slots={}))
    new = replace_all(session.experiment, (("optimizer", after),))
    other = Session.of(dataclasses.replace(bare, state=bare.state._replace(experiment=new)))
    assert session.apply(new) and session.experiment == new
    seen = {}
    for update in (41, 55, 80):
        for run in (session, other):
            run.advance(update - run.updates)
        seen[session.updates] = session.vector()  # it may have ended
        assert np.array_equal(session.vector(), other.vector(), equal_nan=True), update
    for update, vector in seen.items():
        assert np.array_equal(recall(session.course, update).vector(), vector, equal_nan=True)
    assert session.course.journal.marks[0].kind == "live"


def test_settings_that_are_live_by_themselves_keep_the_memory():
    assert not SGD(momentum=0.5, lr=1.0).forgets(SGD(momentum=0.9)) and not Adam(beta1=0.5).forgets(Adam())
    assert Adam(amsgrad=True).forgets(Adam()) and Adam().forgets(SGD())
