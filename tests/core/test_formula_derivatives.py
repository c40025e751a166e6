"""Typed formulas on tensors, and their slopes and curvatures against torch: every function, every operator."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from core.formulas.derivatives import SLOPES, jets
from core.formulas.formula import FUNCTIONS, FormulaError, parse

NARROW = {"asin", "acos"}  # defined between −1 and 1
POSITIVE = {"log", "ln", "log2", "log10", "sqrt"}
FORMULAS = [
    *(f"{name}(0.3*x - 0.4*y)" for name in NARROW),
    *(f"{name}(3 + x*y/2)" for name in POSITIVE),
    *(f"{name}(x*y - x/2)" for name in SLOPES if name not in NARROW | POSITIVE),
    "x^2 - 3*x*y + y^3", "(2 + x)^0.5", "(3 + y)^-1.5 * x", "x^0 + y^1", "x/(2 + y^2)", "-x + (+y)", "(x + 3) % 0.7 + y % (2 + x^2)", "1 if x > y else x*y^2", "(x if y > 0 else -x) * y",
    "min(x, y, x*y)", "max(x, 0.2*y) + (x < y)*x", "pi*x + e^2*y + tau", "2", "x² + y³ − x·y", "abs(x - y)^3", "exp(-x^2)*sin(5*y)/(1 + x^2)",
]  # fmt: skip
X, Y = (share.ravel() * 1.0 for share in np.meshgrid(np.linspace(-1.13, 1.21, 7), np.linspace(-0.97, 1.09, 6)))
BETWEEN = np.linspace(0.1, 0.9, 9)


def by_torch(source):
    """(6, n): value, first and second derivatives."""
    x, y = torch.tensor(X, requires_grad=True), torch.tensor(Y, requires_grad=True)
    value = parse(source, ("x", "y"))(x, y)

    def slope(of, along):
        found = torch.autograd.grad(of.sum() + 0 * along.sum(), along, create_graph=True, allow_unused=True)[0]
        return torch.zeros_like(along) if found is None else found

    gx, gy = slope(value, x), slope(value, y)
    return torch.stack([value, gx, gy, slope(gx, x), slope(gx, y), slope(gy, y)]).detach().numpy()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_the_same_on_tensors(name):
    source = f"{name}({', '.join(['x', '0.4'][: FUNCTIONS[name][0]])})"
    tensor = torch.tensor(BETWEEN, requires_grad=True)
    assert parse(source)(tensor).detach().numpy() == pytest.approx(parse(source)(BETWEEN))


def test_a_formula_can_be_differentiated():
    x = torch.tensor(BETWEEN, requires_grad=True)
    parse("x*sin(x) if x > 0.5 else x^3")(x).sum().backward()
    expected = np.where(BETWEEN > 0.5, np.sin(BETWEEN) + BETWEEN * np.cos(BETWEEN), 3 * BETWEEN**2)
    assert x.grad is not None
    assert x.grad.numpy() == pytest.approx(expected)


def test_every_function_has_a_slope():
    assert set(SLOPES) == set(FUNCTIONS) - {"min", "max"}


@pytest.mark.parametrize("source", sorted(FORMULAS))
def test_derivatives_are_those_of_autograd(source):
    wanted = by_torch(source)
    np.testing.assert_allclose(np.array(jets(source)(X, Y)), wanted, rtol=1e-10, atol=1e-10)
    alone = np.array([jets(source)(float(x), float(y)) for x, y in zip(X, Y, strict=True)]).T
    np.testing.assert_allclose(alone, wanted, rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize(
    ("source", "x", "gradient"),
    [("abs(x)", 0.0, 0.0), ("max(x, 2*x)", 0.0, 1.5), ("min(x, 3*x)", 0.0, 2.0), ("x^2", 0.0, 0.0), ("x^1", 0.0, 1.0)],
)
def test_kinks_are_torch_s(source, x, gradient):
    point = torch.tensor([x], dtype=torch.float64, requires_grad=True)
    parse(source, ("x", "y"))(point, point * 0).sum().backward()
    assert jets(source)(x, 0.0)[1] == gradient == point.grad.item()


@pytest.mark.parametrize(
    "source",
    ["1/x", "log(x)", "sqrt(x - 1)", "x^-2", "x^0.5 - 2", "exp(exp(9 + x))", "asin(x + 2)", "1 % x", "log(-1 - x^2)"],
)
def test_what_has_no_value_is_infinite_or_nan_and_no_exception(source):
    for x in (0.0, -0.5):
        alone, together = jets(source)(x, 0.0), jets(source)(np.array([x]), np.array([0.0]))
        np.testing.assert_array_equal(np.isfinite(alone), np.isfinite(together).ravel())
    assert math.isfinite(jets(source)(0.0, 0.0)[0]) == (source == "x^0.5 - 2")


def test_the_unused_branch_of_a_choice_does_not_spoil_the_used_one():
    assert jets("log(x) if x > 0 else x^2")(-2.0, 0.0)[:2] == (4.0, -4.0)
    assert np.array(jets("log(x) if x > 0 else x^2")(np.array([-2.0]), np.array([0.0])))[:2].ravel().tolist() == [
        4.0,
        -4.0,
    ]


def test_a_formula_that_cannot_be_read_is_refused():
    with pytest.raises(FormulaError):
        jets("x + z")
