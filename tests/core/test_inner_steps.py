"""The inner steps of L-BFGS by hand: against every look at the loss that torch.optim.LBFGS really takes in one step,
and what it remembers then."""

from __future__ import annotations

import numpy as np
import pytest

from core.arithmetic.told import Account
from core.engines.eager import EagerEngine
from core.families import Search
from core.training.session import Session
from tests.building.coming_updates import account_of, session_of
from tests.building.experiments import layer

pytestmark = pytest.mark.usefixtures("kernel")

SEARCH = {"max_iter": 5}
NETS = {
    "a line search": (3, "tanh", "all", (), SEARCH),
    "its first length too long": (2, "tanh", "all", (), SEARCH | {"lr": 5.0}),
    "with penalty and clipping": (4, "sigmoid", "all", (("penalties", [{"kind": "l2", "rate": 0.1}]), ("clipping.norm", 0.3)), SEARCH),
    "batches, dropout, a short memory": (5, "tanh", 7, (("layers.h1.dropout", 0.3),), SEARCH | {"history_size": 2, "lr": 0.5}),
    "no line search": (3, "sigmoid", "all", (("penalties", [{"kind": "l1", "rate": 0.01}]),), {"max_iter": 4, "line_search_fn": "none", "lr": 0.1}),
    "no hidden layer": (0, "", "all", (), {"max_iter": 1}),
}  # fmt: skip


def seen_by_torch(session: Session, monkeypatch) -> list[tuple[np.ndarray, float, np.ndarray]]:
    """Every look that torch's optimizer takes in the next update: where, the loss, the gradient."""
    engine, looks = session.learner.engine, []
    assert isinstance(engine, EagerEngine)
    gradient = engine.gradient

    def look(*asked):
        loss = gradient(*asked)
        looks.append((session.vector(), float(loss), session.learner.network.flat_gradient.numpy().copy()))
        return loss

    monkeypatch.setattr(engine, "gradient", look)
    session.advance(1)
    return looks


def looked(account: Account, start: np.ndarray) -> list[tuple[np.ndarray, float]]:
    """The same by hand: where and the loss."""
    assert account.search is not None
    here, places = start, [(start, account.search.steps[0].loss)]
    for number, step in enumerate(account.search.steps):
        towards = along(account, number, "d")
        places += [(here + each.length * towards, each.loss) for each in step.tried]
        here = here + step.length * towards
        if not step.tried and step.reached is not None:
            places.append((here, step.reached))
    return places


def along(account: Account, number: int, symbol: str) -> np.ndarray:
    """A quantity of an inner step for all weights."""
    lines = [next(line for line in told.inner[number] if line.symbol == symbol) for told in account.parameters]
    return np.concatenate([np.ravel(line.value) for line in lines])


@pytest.mark.parametrize("updates", [0, 1, 4])
@pytest.mark.parametrize("name", NETS)
def test_it_looks_where_torch_looks_and_sees_what_torch_sees(name, updates, monkeypatch):
    units, activation, batch, edits, settings = NETS[name]
    layers = [layer(units, activation, dropout=0.0)] if units else []
    optimizer = {"kind": "lbfgs", **settings}
    net = (("layers", layers), ("batch_size", batch), ("seeds.weights", 7 * updates + units), ("optimizer", optimizer))
    session = session_of(*net, *edits, updates=updates)
    account, start = account_of(session), session.vector()
    assert account.check is not None and account.check.update is not None and account.check.update < 1e-10
    torchs, ours = seen_by_torch(session, monkeypatch), looked(account, start)
    assert account.search is not None and account.search.looks == len(torchs) == len(ours)
    for (where, loss, _), (place, height) in zip(torchs, ours, strict=True):
        np.testing.assert_allclose(place, where, atol=1e-9)
        assert height == pytest.approx(loss, rel=1e-9)
    np.testing.assert_allclose(torchs[0][2] @ along(account, 0, "d"), account.search.steps[0].slope, atol=1e-10)
    np.testing.assert_allclose(along(account, len(account.search.steps) - 1, "w"), session.vector(), atol=1e-9)
    np.testing.assert_allclose(account.search.weights, session.vector(), atol=1e-9)
    remembers(session, account, account.search)


def remembers(session: Session, account: Account, search: Search) -> None:
    """Both loops of the last inner step left their numbers in torch's memory."""
    slots = session.snapshot().numbers.slots
    assert slots is not None
    kept, last = slots[0], search.steps[-1]
    np.testing.assert_allclose(last.rho, kept["ro"], rtol=1e-6)
    if len(last.rho):
        np.testing.assert_allclose(last.alpha, kept["al"][: len(last.rho)], rtol=1e-5, atol=1e-9)
        assert last.scale == pytest.approx(float(kept["H_diag"]), rel=1e-6)
    np.testing.assert_allclose(along(account, len(search.steps) - 1, "d"), kept["d"], atol=1e-8)
    if last.length:  # else torch keeps a length that it has not gone
        assert last.length == pytest.approx(float(kept["t"]), rel=1e-9)


ENDS = {
    "no component of the gradient is larger than 10": {"tolerance_grad": 10.0},
    "the direction leads down by no more than 1000": {"tolerance_change": 1000.0},
    "no weight has moved by more than 0.1": {"tolerance_change": 0.1, "line_search_fn": "none", "lr": 0.01},
    "the loss has changed by less than 0.02": {"tolerance_change": 0.02, "line_search_fn": "none", "lr": 0.3},
    "no more than 2 looks at the loss are taken in an update": {"max_iter": 2, "lr": 1.0},
    "no more than 4 inner steps are made in an update": {"max_iter": 4, "line_search_fn": "none", "lr": 0.1},
}


@pytest.mark.parametrize("why", ENDS)
def test_why_an_update_ends_is_said(why, monkeypatch):
    session = session_of(("batch_size", "all"), ("optimizer", {"kind": "lbfgs", **ENDS[why]}))
    account = account_of(session)
    assert account.search is not None and account.search.why == why
    assert account.check is not None and account.check.holds
    assert account.search.looks == len(seen_by_torch(session, monkeypatch))


def test_an_optimizer_that_makes_one_step_has_no_inner_ones():
    account = account_of(session_of(), check=False)
    assert account.search is None and not any(told.inner for told in account.parameters)
