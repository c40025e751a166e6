"""Every schedule against torch's own, stepped once an update."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.optim import lr_scheduler as torchs

from core import registry

BASE = 0.2


def by_torch(make, updates):
    """The learning rates of the first updates ÷ the base rate."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    scheduler = make(optimizer)
    rates = []
    for _ in range(updates):
        rates.append(optimizer.param_groups[0]["lr"] / BASE)
        optimizer.step()
        scheduler.step()
    return np.array(rates)


CASES = [
    ("constant", {}, lambda o: torchs.ConstantLR(o, factor=1.0), 50),
    ("step", {"every": 7, "gamma": 0.3}, lambda o: torchs.StepLR(o, 7, 0.3), 50),
    ("exponential", {"gamma": 0.95}, lambda o: torchs.ExponentialLR(o, 0.95), 50),
    ("cosine", {"length": 40, "floor": 0.1}, lambda o: torchs.CosineAnnealingLR(o, 40, 0.1 * BASE), 41),
    ("warm_restarts", {"length": 12, "floor": 0.05}, lambda o: torchs.CosineAnnealingWarmRestarts(o, 12, 1, 0.05 * BASE), 60),
    ("warm_restarts", {"length": 5, "longer": 3}, lambda o: torchs.CosineAnnealingWarmRestarts(o, 5, 3), 90),
    ("linear_warmup", {"length": 20, "start": 0.25}, lambda o: torchs.LinearLR(o, 0.25, 1.0, 20), 50),
    ("one_cycle", {"length": 40}, lambda o: torchs.OneCycleLR(o, BASE, 40, cycle_momentum=False), 40),
    ("one_cycle", {"length": 33, "peak": 0.45, "rise": 10.0, "fall": 100.0, "shape": "linear"}, lambda o: torchs.OneCycleLR(o, BASE, 33, pct_start=0.45, div_factor=10, final_div_factor=100, anneal_strategy="linear", cycle_momentum=False), 33),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "twin", "updates"), CASES)
def test_it_equals_torch(kind, fields, twin, updates):
    schedule = registry.find("schedules", kind)(**fields)
    np.testing.assert_allclose(schedule.curve(updates), by_torch(twin, updates), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", list(registry.family("schedules")))
def test_a_curve_is_finite_positive_and_pure(kind):
    schedule = registry.find("schedules", kind)()
    curve = schedule.curve(3000)
    assert curve.shape == (3000,) and curve.dtype == np.float64
    assert np.isfinite(curve).all() and (curve >= 0).all() and curve.max() <= 1.0 + 1e-12
    assert schedule.factor(1234) == curve[1234]
    assert schedule.curve(0).shape == (0,)


def test_what_ends_stays_where_it_ended():
    cosine, cycle = (
        registry.find("schedules", "cosine")(length=50, floor=0.2),
        registry.find("schedules", "one_cycle")(length=50),
    )
    assert cosine.factor(50) == cosine.factor(10_000) == pytest.approx(0.2)
    assert cycle.factor(49) == cycle.factor(10_000) == pytest.approx(1 / 250_000)


@pytest.mark.parametrize("peak", [0.05, 0.95])
@pytest.mark.parametrize("length", [2, 3, 10])
def test_the_shortest_cycles(length, peak):
    curve = registry.find("schedules", "one_cycle")(length=length, peak=peak).curve(length + 2)
    assert np.isfinite(curve).all() and curve.max() <= 1.0


@pytest.mark.parametrize(
    ("patience", "gamma", "threshold", "floor"), [(2, 0.5, 1e-4, 0.0), (0, 0.1, 0.05, 0.01), (4, 0.7, 0.0, 0.0)]
)
def test_plateau_equals_torch(patience, gamma, threshold, floor):
    schedule = registry.find("schedules", "plateau")(patience=patience, gamma=gamma, threshold=threshold, floor=floor)
    numbers = np.random.default_rng(3)
    losses = 1 / np.sqrt(np.arange(1, 81)) + 0.1 * numbers.normal(size=80)
    losses[60] = np.nan
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    twin = torchs.ReduceLROnPlateau(
        optimizer, factor=gamma, patience=patience, threshold=threshold, min_lr=floor * BASE, eps=0.0
    )
    state = None
    for loss in losses:
        before = None if state is None else dict(state)
        kept = state
        state = schedule.next(state, float(loss))
        assert kept == before, "the old state is left alone"
        twin.step(loss)
        assert state["factor"] == pytest.approx(optimizer.param_groups[0]["lr"] / BASE)
    assert state["factor"] < 1 and set(state) == {"factor", "best", "bad"}


def test_only_the_plateau_watches():
    assert [kind for kind, cls in registry.family("schedules").items() if cls.watches] == ["plateau"]
