"""What every terrain of the gradient-descent room promises; a new one is tested the moment its file exists."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import registry

VARIANTS = {
    "ill_conditioned": [{"condition": 1.0}, {"condition": 400.0}],
    "rosenbrock": [{"steepness": 3.0}],
    "double_well": [{"tilt": 0.0}, {"tilt": 1.0}],
    "formula": [{"f": "x^2*y - abs(x) + exp(-y^2)/3"}, {"f": "1 if x > y else x^2"}, {"f": "max(x, y, 0) + tanh(x*y)"}],
}
TERRAINS = [cls() for cls in registry.family("terrains").values()] + [
    registry.parse("terrains", {"kind": kind} | fields) for kind, variants in VARIANTS.items() for fields in variants
]
ALL = [pytest.param(terrain, id=f"{terrain.kind}-{number}") for number, terrain in enumerate(TERRAINS)]
KNOWN = [
    pytest.param(terrain, id=f"{terrain.kind}-{number}") for number, terrain in enumerate(TERRAINS) if terrain.minima
]
WITHOUT_MINIMUM = {"saddle", "monkey_saddle", "formula"}


def places(terrain, count=200):
    """(count,) x and y, spread over the domain, the same each time."""
    (x0, x1), (y0, y1) = terrain.domain
    share = np.arange(1, count + 1)
    return x0 + (x1 - x0) * ((share * 0.7548776662) % 1), y0 + (y1 - y0) * ((share * 0.5698402910) % 1)


def grid(terrain, points=401):
    (x0, x1), (y0, y1) = terrain.domain
    return np.meshgrid(np.linspace(x0, x1, points), np.linspace(y0, y1, points), indexing="ij")


def autograd(terrain, x, y):
    """Gradient (2, n) and Hessian (3, n) by torch."""
    x, y = torch.tensor(x, requires_grad=True), torch.tensor(y, requires_grad=True)
    gx, gy = torch.autograd.grad(terrain.value(x, y).sum() + 0 * x.sum() + 0 * y.sum(), (x, y), create_graph=True)

    def slope(of, along):
        return (
            torch.zeros_like(along)
            if not of.requires_grad
            else torch.autograd.grad(of.sum() + 0 * along.sum(), along, retain_graph=True)[0]
        )

    return torch.stack([gx, gy]).detach().numpy(), torch.stack([slope(gx, x), slope(gx, y), slope(gy, y)]).numpy()


def close(found, wanted):
    scale = 1 + np.abs(wanted).max()
    np.testing.assert_allclose(np.broadcast_to(found, wanted.shape), wanted, rtol=1e-10, atol=1e-12 * scale)


@pytest.mark.parametrize("terrain", ALL)
def test_it_says_what_it_teaches(terrain):
    assert type(terrain).teaches.endswith((".", "?")) and len(type(terrain).teaches) < 220
    assert terrain.equation and "κ" not in terrain.equation and "b(" not in terrain.equation


@pytest.mark.parametrize("terrain", ALL)
def test_its_start_lies_in_the_picture_and_is_no_flat_place(terrain):
    for at, (low, high) in zip(terrain.start, terrain.domain, strict=True):
        assert low < at < high
    assert np.hypot(*terrain.gradient(*terrain.start)) > 1e-3


@pytest.mark.parametrize("terrain", ALL)
def test_gradient_and_curvature_are_those_of_automatic_differentiation(terrain):
    x, y = places(terrain)
    gradient, hessian = autograd(terrain, x, y)
    close(terrain.gradient(x, y), gradient)
    close(terrain.hessian(x, y), hessian)


@pytest.mark.parametrize("terrain", ALL)
def test_plain_numbers_and_arrays_get_the_same_answers(terrain):
    x, y = places(terrain, 25)
    for name in ("value", "gradient", "hessian"):
        together = np.array(getattr(terrain, name)(x, y))
        for place in range(len(x)):
            alone = getattr(terrain, name)(float(x[place]), float(y[place]))
            assert all(type(number) is float for number in np.atleast_1d(np.array(alone, dtype=object)))
            np.testing.assert_allclose(np.array(alone), together[..., place], rtol=1e-12, atol=1e-12)
    assert terrain.value(x[None, :], y[None, :]).shape == (1, 25)


def test_which_have_known_minima():
    assert {terrain.kind for terrain in TERRAINS if not terrain.minima} == WITHOUT_MINIMUM
    assert all(terrain.lowest is None for terrain in TERRAINS if not terrain.minima)


@pytest.mark.parametrize("terrain", KNOWN)
def test_known_minima_are_minima(terrain):
    for x, y in terrain.minima:
        assert np.hypot(*terrain.gradient(x, y)) < 1e-9
        xx, xy, yy = terrain.hessian(x, y)
        assert np.linalg.eigvalsh([[xx, xy], [xy, yy]]).min() >= 0
        assert terrain.value(x, y) == pytest.approx(terrain.lowest, rel=1e-14, abs=1e-15)
        assert all(low <= at <= high for at, (low, high) in zip((x, y), terrain.domain, strict=True))


@pytest.mark.parametrize("terrain", KNOWN)
def test_nothing_in_the_picture_is_lower(terrain):
    assert terrain.value(*grid(terrain)).min() >= terrain.lowest - 1e-12


@pytest.mark.parametrize("terrain", KNOWN)
def test_no_minimum_is_missing(terrain):
    """From all over the picture, whoever goes downhill and ends as low as the minima ends in one of them."""
    x, y = downhill(terrain, *(side.ravel() for side in grid(terrain, 41)))
    lowest = terrain.value(x, y) < terrain.lowest + 1e-10
    apart = np.min([np.hypot(x - at[0], y - at[1]) for at in terrain.minima], axis=0)
    assert lowest.any() and apart[lowest].max() < 1e-3


def downhill(terrain, x, y, rounds=300):
    """Newton's method, damped as much as it takes to go down (Levenberg)."""
    damping = np.ones_like(x)
    for _ in range(rounds):
        (gx, gy), (xx, xy, yy) = terrain.gradient(x, y), terrain.hessian(x, y)
        least = (xx + yy) / 2 - np.hypot((xx - yy) / 2, xy)
        more = damping + np.maximum(0.0, -1.5 * least)
        xx, yy = xx + more, yy + more
        determinant = xx * yy - xy * xy
        dx, dy = (xy * gy - yy * gx) / determinant, (xy * gx - xx * gy) / determinant
        lower = terrain.value(x + dx, y + dy) <= terrain.value(x, y)
        x, y = np.where(lower, x + dx, x), np.where(lower, y + dy, y)
        damping = np.clip(np.where(lower, damping / 3, damping * 4), 1e-12, 1e12)
    return x, y


@pytest.mark.parametrize("terrain", KNOWN)
def test_traps_are_hollows_that_are_not_the_lowest(terrain):
    for x, y in terrain.traps:
        assert np.hypot(*terrain.gradient(x, y)) < 1e-9
        xx, xy, yy = terrain.hessian(x, y)
        assert np.linalg.eigvalsh([[xx, xy], [xy, yy]]).min() > 0
        assert terrain.value(x, y) > terrain.lowest + 1e-3


def test_the_saddles_are_flat_in_the_middle_and_no_minima():
    for kind in ("saddle", "monkey_saddle"):
        terrain = registry.find("terrains", kind)()
        assert terrain.gradient(0.0, 0.0) == (0.0, 0.0)
        x, y = grid(terrain, 41)
        assert terrain.value(x, y).min() < 0 < terrain.value(x, y).max()
    assert registry.find("terrains", "monkey_saddle")().hessian(0.0, 0.0) == (0.0, 0.0, 0.0)
