"""Starting weights: moments, bounds, fans, orthogonality, the same numbers for the same key."""

from __future__ import annotations

import numpy as np
import pytest

from core import registry
from core.random import key

SHAPE, FAN_IN, FAN_OUT = (200, 150), 150, 200


def draw(kind, shape=SHAPE, fan_in=FAN_IN, fan_out=FAN_OUT, stream=None, **fields):
    return registry.find("initializers", kind)(**fields).draw(
        shape, fan_in, fan_out, key(1, "test") if stream is None else stream
    )


@pytest.mark.parametrize(
    ("kind", "fields", "std"),
    [
        ("uniform", {}, 1 / np.sqrt(12)),
        ("uniform", {"low": -2.0, "high": 0.0}, 2 / np.sqrt(12)),
        ("normal", {"std": 0.3}, 0.3),
        ("xavier_uniform", {}, np.sqrt(2 / 350)),
        ("xavier_normal", {"gain": 2.0}, 2 * np.sqrt(2 / 350)),
        ("he_uniform", {}, np.sqrt(2 / 150)),
        ("he_normal", {}, np.sqrt(2 / 150)),
        ("he_normal", {"slope": 1.0}, np.sqrt(1 / 150)),
    ],
)
def test_spread_and_middle(kind, fields, std):
    numbers = draw(kind, **fields)
    middle = -1.0 if fields.get("low") == -2.0 else 0.0
    assert numbers.shape == SHAPE and numbers.dtype == np.float64
    assert numbers.std() == pytest.approx(std, rel=0.02)
    assert numbers.mean() == pytest.approx(middle, abs=0.02 * std)


@pytest.mark.parametrize(
    ("kind", "bound"), [("uniform", 0.5), ("xavier_uniform", np.sqrt(6 / 350)), ("he_uniform", np.sqrt(6 / 150))]
)
def test_uniform_numbers_fill_their_bounds(kind, bound):
    size = np.abs(draw(kind)).max()
    assert 0.999 * bound < size <= bound


def test_normal_numbers_have_tails():
    share = (np.abs(draw("normal", std=1.0)) > 2).mean()
    assert share == pytest.approx(0.0455, abs=0.005)


@pytest.mark.parametrize("shape", [(3, 7), (7, 3), (5, 5)])
def test_orthogonal(shape):
    weights = draw("orthogonal", shape=shape, gain=1.5)
    product = weights @ weights.T if shape[0] <= shape[1] else weights.T @ weights
    np.testing.assert_allclose(product, 2.25 * np.eye(min(shape)), atol=1e-12)


def test_orthogonal_biases_are_one_direction():
    assert np.linalg.norm(draw("orthogonal", shape=(6,))) == pytest.approx(1.0)


def test_constant_and_zeros():
    assert (draw("constant", value=0.1) == 0.1).all() and (draw("zeros") == 0).all()


@pytest.mark.parametrize("kind", list(registry.family("initializers")))
def test_same_key_same_numbers_another_key_others(kind):
    one, again, other = draw(kind), draw(kind), draw(kind, stream=key(2, "test"))
    np.testing.assert_array_equal(one, again)
    assert (one != other).mean() == 0 if kind in ("constant", "zeros") else (one != other).mean() > 0.99


@pytest.mark.parametrize("kind", list(registry.family("initializers")))
@pytest.mark.parametrize("shape", [(1,), (4,), (1, 1), (3, 2)])
def test_any_shape_of_a_layer(kind, shape):
    numbers = draw(kind, shape=shape, fan_in=1 if len(shape) == 1 else shape[1], fan_out=shape[0])
    assert numbers.shape == shape and np.isfinite(numbers).all()


def test_bounds_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="lies above the largest"):
        registry.parse("initializers", {"kind": "uniform", "low": 1.0, "high": 0.2})
