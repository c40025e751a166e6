"""Every activation's formula and slope against its torch module and automatic differentiation."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import registry

KINDS = [kind for kind, cls in registry.family("activations").items() if kind not in ("maxout", "softmax")]
VARIANTS = [(kind, {}) for kind in KINDS] + [
    ("leaky_relu", {"leak": 0.3}), ("prelu", {"start": -0.5}), ("elu", {"alpha": 1.7}), ("gelu", {"approximate": "tanh"}), ("softplus", {"beta": 3.0}), ("sine", {"frequency": 4.0}),
]  # fmt: skip
POINTS = np.concatenate([np.linspace(-8, 8, 801), [-3.0, -1.0, 0.0, 1.0, 3.0, -30.0, 30.0, 100.0, -100.0]])


def build(kind, units, **fields):
    activation = registry.find("activations", kind)(**fields)
    return activation, activation.build(units).double()


def by_torch(module, points):
    """Values and slopes at the points, each put through one unit."""
    a = torch.tensor(points[:, None], requires_grad=True)
    value = module(a)
    if value.requires_grad:
        value.sum().backward()
    slope = torch.zeros_like(a) if a.grad is None else a.grad
    return value.detach().numpy()[:, 0], slope.numpy()[:, 0]


@pytest.mark.parametrize(("kind", "fields"), VARIANTS)
def test_value_and_slope_equal_torch(kind, fields):
    activation, module = build(kind, 1, **fields)
    value, slope = by_torch(module, POINTS)
    np.testing.assert_allclose(activation.value(POINTS), value, rtol=1e-8, atol=1e-9)
    np.testing.assert_allclose(activation.slope(POINTS), slope, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize(("kind", "fields"), VARIANTS)
def test_values_stay_within_the_limits(kind, fields):
    activation = registry.find("activations", kind)(**fields)
    values, (low, high) = activation.value(np.linspace(-50, 50, 20_001)), activation.limits
    inner = values[5000:15001]
    if low is not None:
        assert low - 1e-6 <= values.min() <= low + 0.02
    elif kind != "prelu":  # whose slope is learned: with this one it happens to have a lowest value
        assert values.min() < inner.min() - 0.02
    if high is not None:
        assert high - 0.02 <= values.max() <= high + 1e-6
    else:
        assert values.max() > inner.max() + 0.02


@pytest.mark.parametrize(("kind", "fields"), VARIANTS)
def test_no_overflow_far_out(kind, fields):
    activation = registry.find("activations", kind)(**fields)
    far = np.array([-1e4, 1e4])
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert np.isfinite(activation.value(far)).all() and np.isfinite(activation.slope(far)).all()


@pytest.mark.parametrize("kind", [kind for kind in registry.family("activations") if kind != "step"])
def test_second_derivatives_exist(kind):
    activation, module = build(kind, 3)
    a = torch.linspace(-2, 2, 2 * 3 * activation.pieces, dtype=torch.float64).reshape(2, -1).requires_grad_()
    (slope,) = torch.autograd.grad(module(a).pow(2).sum(), a, create_graph=True)
    torch.autograd.grad(slope.sum(), a)


def test_the_same_formula_in_float32():
    for kind in KINDS:
        activation = registry.find("activations", kind)()
        a = torch.linspace(-6, 6, 301)
        np.testing.assert_allclose(
            activation.build(1)(a[:, None])[:, 0].detach().numpy(), activation.value(a.double().numpy()), atol=2e-6
        )


def test_a_step_fires_above_zero_and_passes_no_gradient():
    step, module = build("step", 1)
    assert step.value(np.array([-1e-9, 0.0, 1e-9])).tolist() == [0, 0, 1]
    assert not module(torch.zeros(1, 1, requires_grad=True)).requires_grad


def test_known_values():
    assert registry.find("activations", "sigmoid")().value(np.array(0.0)) == 0.5
    assert registry.find("activations", "gelu")().value(np.array([1.0]))[0] == pytest.approx(0.8413447460685429)
    assert registry.find("activations", "selu")().value(np.array([1.0]))[0] == pytest.approx(1.0507009873554805)
    assert registry.find("activations", "hard_swish")().value(np.array([-1.5]))[0] == pytest.approx(-0.375)


@pytest.mark.parametrize("pieces", [2, 3, 5])
def test_maxout_takes_the_largest_of_each_units_neighbouring_sums(pieces):
    activation, module = build("maxout", 4, sums=pieces)
    sums = np.random.default_rng(0).normal(size=(6, 4, pieces))
    a = torch.tensor(sums.reshape(6, -1), requires_grad=True)
    value = module(a)
    assert value.shape == (6, 4)
    np.testing.assert_array_equal(value.detach().numpy(), activation.value(sums))
    value.sum().backward()
    np.testing.assert_array_equal(a.grad.numpy().reshape(sums.shape), activation.slope(sums))


def test_sums_that_tie_share_maxouts_gradient():
    activation, module = build("maxout", 1)
    a = torch.ones(1, 2, dtype=torch.float64, requires_grad=True)
    module(a).sum().backward()
    np.testing.assert_array_equal(a.grad.numpy(), activation.slope(np.ones((1, 2))))


def test_softmax_makes_shares_and_is_stable():
    activation, module = build("softmax", 3)
    a = np.array([[1.0, 2.0, 3.0], [1e4, -1e4, 0.0]])
    np.testing.assert_allclose(activation.value(a), module(torch.tensor(a)).numpy(), atol=1e-12)
    np.testing.assert_allclose(activation.value(a).sum(axis=-1), 1.0)
    jacobian = torch.autograd.functional.jacobian(module, torch.tensor(a[0]))
    np.testing.assert_allclose(activation.slope(a[0]), np.diag(jacobian.numpy()), atol=1e-12)
    assert activation.output_only


def test_prelu_learns_a_slope_for_every_unit():
    activation, module = build("prelu", 3, start=0.1)
    assert {name: start.tolist() for name, start in activation.parameters(3).items()} == {"slope": [0.1] * 3}
    assert dict(module.named_parameters()).keys() == activation.parameters(3).keys()
    a = torch.tensor([[-1.0, 2.0, -3.0]], dtype=torch.float64)
    module(a).sum().backward()
    assert module.slope.grad.tolist() == [-1.0, 0.0, -3.0]


def test_modules_declare_the_parameters_they_have():
    for cls in registry.family("activations").values():
        activation = cls()
        found = {name: tuple(tensor.shape) for name, tensor in activation.build(5).named_parameters()}
        assert found == {name: start.shape for name, start in activation.parameters(5).items()}
