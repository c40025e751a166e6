"""L1 and L2: values by hand, gradients against automatic differentiation."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import registry

WEIGHTS = np.array([1.0, -2.0, 0.0, 0.5])


@pytest.mark.parametrize(("kind", "value"), [("l1", 0.1 * 3.5), ("l2", 0.1 * 0.5 * 5.25)])
def test_value(kind, value):
    penalty = registry.find("penalties", kind)(rate=0.1)
    assert penalty.value(WEIGHTS) == pytest.approx(value)
    assert isinstance(penalty.value(WEIGHTS), float)
    assert penalty.value(np.zeros(0)) == 0.0


@pytest.mark.parametrize("kind", ["l1", "l2"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_gradient_in_numpy_and_torch(kind, dtype):
    penalty = registry.find("penalties", kind)(rate=0.3)
    weights = torch.tensor(WEIGHTS, dtype=dtype, requires_grad=True)
    value = penalty.rate * (weights.abs().sum() if kind == "l1" else 0.5 * weights.square().sum())
    value.backward()
    assert value.item() == pytest.approx(penalty.value(WEIGHTS))
    built = penalty.gradient(weights.detach())
    assert built.dtype == dtype
    torch.testing.assert_close(built, weights.grad)
    np.testing.assert_allclose(penalty.gradient(WEIGHTS), weights.grad.numpy(), rtol=1e-6)


@pytest.mark.parametrize("kind", ["l1", "l2"])
def test_nothing_costs_nothing_and_biases_are_left_alone_unless_asked(kind):
    penalty = registry.find("penalties", kind)()
    assert penalty.rate == 0 and not penalty.biases and penalty.value(WEIGHTS) == 0
    assert (penalty.gradient(WEIGHTS) == 0).all()
