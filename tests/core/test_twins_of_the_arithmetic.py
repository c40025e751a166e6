"""Where roundings decide where an update ends: said where a twin of the arithmetic, one rounding off, ends elsewhere;
never of an update that is wrong."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from core.arithmetic import check
from core.arithmetic.step import Step
from core.arithmetic.told import Check
from core.command_line.explain import as_json
from core.command_line.explained.told import told
from core.command_line.explained.writing import shower
from core.experiment import Experiment
from core.machine.resources import FOLDER
from core.training.session import Session
from tests.building.coming_updates import account_of, session_of
from tests.building.experiments import layer

pytestmark = pytest.mark.usefixtures("kernel")

WRONG = 1e-3  # what the run's own update is made to differ by
OPTIMIZERS = {"one look at the loss": {"kind": "sgd", "lr": 1.0}, "several": {"kind": "lbfgs", "max_iter": 3, "line_search_fn": "none", "lr": 0.1}}  # fmt: skip


def a_net(optimizer: str, activation: str, *, at_zero: bool) -> Session:
    """A run in single precision; with all sums of its hidden units at zero, where a ReLU has its kink."""
    edits = (("layers", [layer(4, activation)]), ("batch_size", "all"), ("optimizer", OPTIMIZERS[optimizer]))
    session = session_of(("dtype", "float32"), *edits)
    if at_zero:
        parameters = session.parameters()
        session.load_parameters({name: np.zeros_like(parameters[name]) for name in ("h1.weight", "h1.bias")})
    return session


@pytest.fixture
def a_wrong_update(monkeypatch):
    def wrong(_scene, parameters, _change):
        return [each.after + WRONG for each in parameters]

    monkeypatch.setattr(check, "_changed", wrong)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_at_a_kink_roundings_decide(optimizer, a_wrong_update):
    session = a_net(optimizer, "relu", at_zero=True)
    found = account_of(session).check
    assert found.twin > WRONG and found.holds is None and found.sign == "?"
    assert "here roundings decide: one rounding off, the same arithmetic ends " in found.words
    assert account_of(session).check == found, "its luck is a function of seed and update"


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_wrong_update_stays_wrong_where_nothing_bends(optimizer, a_wrong_update):
    found = account_of(a_net(optimizer, "tanh", at_zero=False)).check
    assert 0 < found.twin < WRONG / 10 and found.holds is False and found.sign == "✗"
    assert "roundings" not in found.words
    assert "made in float64 it differs by" in found.words


def test_a_wrong_correction_of_a_mistake_stays_wrong(a_wrong_update):
    found = account_of(Session(Experiment.load(FOLDER / "presets" / "holiday.toml"))).check
    assert found.sign == "✗" and found.twin < WRONG / 10


def test_an_update_that_leaves_all_numbers_is_right_where_the_arithmetic_does_too(monkeypatch):
    session, worked_out = a_net("one look at the loss", "tanh", at_zero=False), Step.told
    monkeypatch.setattr(check, "_changed", lambda _scene, told, _change: [each.after * np.nan for each in told])
    assert account_of(session).check.sign == "✗"

    def diverged(step, wanted):
        found = worked_out(step, wanted)
        return dataclasses.replace(found, after=found.after * np.nan)

    monkeypatch.setattr(Step, "told", diverged)
    assert account_of(session).check.sign == "✓"


def test_no_twin_is_asked_where_the_check_holds():
    found = account_of(a_net("one look at the loss", "relu", at_zero=True)).check
    assert found.sign == "✓" and found.twin is None and found.why == ()


def test_wrong_gradients_are_wrong_wherever_roundings_decide():
    assert Check(1e-3, 0.5, "h1.weight", "float32", 0.4, 0.6).sign == "✗"
    assert Check(0.0, 0.5, "h1.weight", "float32", 0.4, 0.1).sign == "✗"


def test_explain_says_that_nobody_can_tell():
    account = account_of(a_net("several", "tanh", at_zero=False), check=False)
    account = dataclasses.replace(account, check=Check(0.0, 0.5, "h1.weight", "float32", 4e-6, 0.6))
    assert told(account, shower(4), batch=False)[-1] == (
        "? In float64 from these parameters: equal to autograd to 1e-10; the run's own update (float32) differs by 0.5 in "
        "h1.weight; made in float64 it differs by 4e−6; here roundings decide: one rounding off, the same arithmetic ends "
        "0.6 away."
    )
    plain = as_json(account, None, batch=False)["check"]
    assert plain["holds"] is None and plain["twin"] == 0.6 and plain["doubled"] == 4e-6
