"""Blocks with a way around them, product by product: against the graph of the very block in torch."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from core.arithmetic.told import Terms
from core.probes.arithmetic import Arithmetic
from tests.building.coming_updates import session_of
from tests.building.experiments import layer

pytestmark = pytest.mark.usefixtures("kernel")

ROWS = {"kind": "residual_dense", "name": "h2", "units": 3, "activation": {"kind": "tanh"}}
MAPS = {"kind": "residual", "name": "h2", "channels": 2, "activation": {"kind": "sigmoid"}}
CONV = {"kind": "conv2d", "name": "h1", "channels": 2, "padding": 1, "stride": 2}
BLOCKS = {
    "rows, as they come": (("layers", [layer(3), ROWS]),),
    "rows, with a projection": (("layers", [layer(4), ROWS]),),
    "maps, as they come": (("data", {"kind": "digits"}), ("layers", [CONV, MAPS | {"normalization": "none"}])),
    "maps, with a projection": (("data", {"kind": "digits"}), ("layers", [CONV, MAPS | {"stride": 2, "normalization": "none"}])),
    "maps, normalized": (("data", {"kind": "digits"}), ("layers", [CONV, MAPS])),
}  # fmt: skip


def account_of(session, **asked):
    return session.frame(Arithmetic(check=False, **asked)).info["account"]


def slope(tensor):
    assert tensor.grad is not None
    return tensor.grad.numpy()


def graph(own, x):
    """The sums of both layers of the block and of the way around it, and what goes on."""
    if x.ndim == 2:
        first = functional.linear(x, own["weight_1"], own["bias_1"])
        second = functional.linear(torch.tanh(first), own["weight_2"], own["bias_2"])
        around = functional.linear(x, own["weight_around"]) if "weight_around" in own else x * 1.0
        return {"first": first, "second": second, "around": around, "out": torch.tanh(second + around)}
    stride = 2 if "weight_around" in own else 1
    first = functional.conv2d(x, own["weight_1"], own["bias_1"], stride, 1)
    second = functional.conv2d(torch.sigmoid(first), own["weight_2"], own["bias_2"], 1, 1)
    around = functional.conv2d(x, own["weight_around"], None, stride) if stride == 2 else x * 1.0
    return {"first": first, "second": second, "around": around, "out": torch.sigmoid(second + around)}


@pytest.mark.parametrize("name", [name for name in BLOCKS if "normalized" not in name])
def test_each_part_of_a_block_is_that_of_the_graph(name):
    session = session_of(*BLOCKS[name], ("batch_size", 3), updates=2)
    account = account_of(session)
    told = account.layer("h2")
    own = {key.removeprefix("h2."): torch.tensor(array).requires_grad_() for key, array in session.parameters().items() if key.startswith("h2.")}  # fmt: skip
    x = torch.tensor(told.inputs[None]).requires_grad_()
    made = graph(own, x)
    for tensor in made.values():
        tensor.retain_grad()
    made["out"].backward(torch.tensor(told.arrived[None]))
    for part, key in zip(told.inner, ("first", "second", "around"), strict=True):
        np.testing.assert_allclose(part.sums, made[key].detach()[0], atol=1e-12)
        np.testing.assert_allclose(part.delta, slope(made[key])[0], atol=1e-12)
        for role in ("weight", "bias"):
            share = account.parameter(part.parameter(role))
            assert (share is None) == (f"{role}{part.suffix}" not in own)
            if share is not None:  # this sample's own, as automatic differentiation finds it
                np.testing.assert_allclose(share.share, slope(own[f"{role}{part.suffix}"]).ravel(), atol=1e-12)


def added(terms: Terms | None) -> float:
    assert terms is not None
    return float(terms.products.sum()) + (terms.bias or 0.0)


@pytest.mark.parametrize("name", BLOCKS)
def test_the_products_of_a_unit_add_up_in_every_part_of_a_block(name):
    session = session_of(*BLOCKS[name], ("batch_size", 3), updates=2)
    shape = account_of(session).layer("h2").sums.shape
    for place in (tuple(0 for _ in shape), tuple(side - 1 for side in shape)):
        account = account_of(session, layer="h2", unit=place)
        told, unit = account.layer("h2"), account.unit
        assert added(unit.forwards) == pytest.approx(told.sums[place], abs=1e-12)
        for part, one in zip(told.inner, unit.inner, strict=True):
            assert added(one.forwards) == pytest.approx(part.sums.reshape(shape)[place], abs=1e-12)
        first = unit.inner[0].backwards
        assert added(first) == pytest.approx(told.inner[0].arrived[place], abs=1e-12)
        assert unit.inner[1].backwards is None and unit.inner[1].why.startswith("The sum shares δ out")
        divided = [part.arrived.reshape(shape)[place] for part in told.inner[1:]]
        assert divided == pytest.approx([told.delta[place]] * 2)  # both ways have the whole of it


@pytest.mark.parametrize("name", BLOCKS)
def test_what_arrives_before_a_block_comes_through_it_and_around_it(name):
    session = session_of(*BLOCKS[name], ("batch_size", 3), updates=2)
    place = tuple(0 for _ in account_of(session).layer("h1").sums.shape)
    account = account_of(session, layer="h1", unit=place)
    terms = account.unit.backwards
    assert {each.partition("[")[0] for each in terms.names} == {"h2 first", "h2 around"}
    assert added(terms) == pytest.approx(account.layer("h1").arrived[place], abs=1e-12)
