"""Update rules in plain numbers against torch.optim run by hand: every optimizer, 160 updates, to 1e-12."""

from __future__ import annotations

import functools

import numpy as np
import pytest
import torch

from core import registry
from core.race import Race
from core.race.tracks import is_fast, noise_of, tracks
from core.race.update_rules.table import RULES

UPDATES = 160
TERRAINS = {
    "ill_conditioned": 1.0,
    "himmelblau": 0.2,
    "beale": 0.05,
    "double_well": 0.5,
    "cliff": 1.0,
    "formula": 1.0,
    "rosenbrock": 0.02,
}  # kind -> scale of the rates
SETTINGS = {
    "sgd": [{}, {"momentum": 0.9}, {"momentum": 0.8, "dampening": 0.3}, {"momentum": 0.9, "nesterov": True}, {"weight_decay": 0.1}, {"momentum": 0.5, "weight_decay": 0.1, "nesterov": True}],
    "adagrad": [{}, {"lr_decay": 0.05, "weight_decay": 0.1, "initial_accumulator_value": 0.5}],
    "rmsprop": [{}, {"momentum": 0.8}, {"centered": True}, {"centered": True, "momentum": 0.5, "weight_decay": 0.1, "alpha": 0.98, "eps": 0.01}],
    "adadelta": [{}, {"rho": 0.7, "weight_decay": 0.1, "eps": 1e-3}],
    "adam": [{}, {"amsgrad": True}, {"weight_decay": 0.2}, {"beta1": 0.3, "beta2": 0.6, "eps": 0.01, "amsgrad": True}, {"beta1": 0.0, "beta2": 0.0}],
    "adamw": [{}, {"weight_decay": 0.3, "amsgrad": True}],
    "adamax": [{}, {"weight_decay": 0.2, "beta2": 0.7}],
    "nadam": [{}, {"weight_decay": 0.2}, {"weight_decay": 0.2, "decoupled_weight_decay": True, "momentum_decay": 0.05}],
    "radam": [{}, {"weight_decay": 0.2}, {"weight_decay": 0.2, "decoupled_weight_decay": True, "beta2": 0.9}, {"beta2": 0.5}],
    "rprop": [{}, {"eta_minus": 0.3, "eta_plus": 1.5, "step_min": 1e-3, "step_max": 0.5}],
    "asgd": [{}, {"lambd": 0.05, "alpha": 0.6, "weight_decay": 0.1, "t0": 20.0}],
}  # fmt: skip
RATES = {"sgd": 0.02, "asgd": 0.02, "adadelta": 1.0, "adagrad": 0.5, "rprop": 0.05}
FEW = ("ill_conditioned", "himmelblau", "rosenbrock")
CASES = [
    pytest.param(kind, fields, terrain, id=f"{kind}-{number}-{terrain}")
    for kind, variants in SETTINGS.items()
    for number, fields in enumerate(variants)
    for terrain in (FEW if number else TERRAINS)
]


def race(kind, fields, terrain, **more):
    rate = RATES.get(kind, 0.05) * (TERRAINS[terrain] if kind in ("sgd", "asgd", "radam") else 1.0)
    return Race(terrain=terrain, updates=UPDATES, racers=({"optimizer": {"kind": kind, "lr": rate} | fields},), **more)


def by_hand(race, gradient):
    """The real torch object stepped by hand; `gradient` fills the point's gradient."""
    point = torch.tensor(race.start, dtype=torch.float64, requires_grad=True)
    optimizer = race.racers[0].optimizer.build([point])
    noise = noise_of(race, race.racers[0])
    places = [race.start]
    for update in range(race.updates):
        optimizer.zero_grad()
        gradient(race, point)
        if noise is not None:
            point.grad += torch.tensor(noise[update])
        optimizer.step()
        places.append(tuple(point.tolist()))
    return np.array(places)


def by_formula(race, point):
    point.grad = torch.tensor(race.terrain.gradient(*point.tolist()), dtype=torch.float64)


def by_autograd(race, point):
    x, y = point[:1], point[1:]
    race.terrain.value(x, y).sum().backward()


@pytest.mark.parametrize(("kind", "fields", "terrain"), CASES)
def test_a_rule_is_torch_optim(kind, fields, terrain):
    chosen = race(kind, fields, terrain)
    (track,) = tracks(chosen)
    wanted = by_hand(chosen, by_formula)
    assert track.exact == "rule" and track.updates > 30
    np.testing.assert_allclose(track.points, wanted[: track.updates + 1], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("kind", SETTINGS)
@pytest.mark.parametrize("terrain", ["ill_conditioned", "double_well", "formula"])
def test_the_same_with_gradients_by_autograd(kind, terrain):
    chosen = race(kind, {}, terrain)
    np.testing.assert_allclose(tracks(chosen)[0].points, by_hand(chosen, by_autograd), rtol=1e-11, atol=1e-11)


@pytest.mark.parametrize("kind", SETTINGS)
def test_the_same_with_noise(kind):
    chosen = race(kind, {}, "ill_conditioned", noise=2.0)
    np.testing.assert_allclose(tracks(chosen)[0].points, by_hand(chosen, by_formula), rtol=1e-12, atol=1e-12)


def test_every_optimizer_of_the_lab_races_and_most_by_rule():
    kinds = set(registry.family("optimizers"))
    assert set(RULES) == set(SETTINGS) == kinds - {"lbfgs", "muon", "adafactor"}
    for kind in kinds:
        chosen = Race(terrain="ill_conditioned", updates=12, racers=({"optimizer": {"kind": kind, "lr": 0.01}},))
        (track,) = tracks(chosen)
        assert track.updates == 12 and np.isfinite(track.values).all()
        assert track.values[-1] < track.values[0]
        assert (track.exact == "rule") == (kind in RULES) == is_fast(chosen.racers[0])


@pytest.mark.parametrize("kind", ["sgd", "adam", "radam", "rprop"])
def test_every_racer_can_be_the_real_object(kind):
    chosen = race(kind, {}, "himmelblau", noise=0.5)
    real = Race(**(chosen.model_dump() | {"racers": ({"optimizer": chosen.racers[0].optimizer, "computed": "torch"},)}))
    (rule,), (torch_track,) = tracks(chosen), tracks(real)
    assert (rule.exact, torch_track.exact) == ("rule", "torch")
    np.testing.assert_allclose(rule.points, torch_track.points, rtol=1e-12, atol=1e-12)


def closure_of(race, optimizer, point):
    def closure():
        optimizer.zero_grad()
        loss = race.terrain.value(point[:, 0], point[:, 1]).sum()
        loss.backward()
        return loss

    return closure


@pytest.mark.parametrize("kind", ["lbfgs", "muon", "adafactor"])
def test_the_others_are_torch_optim_itself(kind):
    chosen = race(kind, {}, "double_well")
    (track,) = tracks(chosen)
    point = torch.tensor([chosen.start], dtype=torch.float64, requires_grad=True)
    optimizer = chosen.racers[0].optimizer.build([point])
    step = functools.partial(optimizer.step, closure_of(chosen, optimizer, point))
    for place in track.points[1:]:
        step()
        np.testing.assert_allclose(point.tolist()[0], place, rtol=1e-9, atol=1e-9)


def test_a_step_of_muon_is_about_as_long_as_its_rate():
    chosen = Race(
        terrain="himmelblau", updates=30, racers=({"optimizer": {"kind": "muon", "lr": 0.05, "weight_decay": 0.0}},)
    )
    (track,) = tracks(chosen)
    assert 0.6 * 0.05 < track.steps.min() <= track.steps.max() < 1.3 * 0.05
