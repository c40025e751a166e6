"""Layers against torch's own modules: shapes, parameter counts, values and gradients; and what does not fit."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from core import registry
from core.experiment import Experiment
from core.families import Layer, Misfit
from core.layers import fields
from core.messages import BadInput
from core.networks import shapes
from core.networks.blueprint import blueprint
from core.networks.network import Network
from tests.building.layers import PICTURE, ROW, SEQUENCE, STACKS, batch, made, network


def twin_of(layer) -> nn.Module:
    """Torch's module with the same settings, its parameters in the order of ours."""
    match layer.kind:
        case "conv2d":
            return nn.Conv2d(
                3,
                layer.channels,
                layer.kernel,
                layer.stride,
                layer.padding,
                layer.dilation,
                layer.groups,
                bias=layer.bias,
            )
        case "conv1d":
            return nn.Conv1d(
                5,
                layer.channels,
                layer.kernel,
                layer.stride,
                layer.padding,
                layer.dilation,
                layer.groups,
                bias=layer.bias,
            )
        case "conv_transpose2d":
            return nn.ConvTranspose2d(
                3,
                layer.channels,
                layer.kernel,
                layer.stride,
                layer.padding,
                layer.extra,
                layer.groups,
                layer.bias,
                layer.dilation,
            )
        case "rnn":
            return nn.RNN(
                5,
                layer.units,
                layer.depth,
                batch_first=True,
                bidirectional=layer.directions == 2,
                nonlinearity=layer.squash,
            )
        case "gru":
            return nn.GRU(5, layer.units, layer.depth, batch_first=True, bidirectional=layer.directions == 2)
        case _:
            return nn.LSTM(5, layer.units, layer.depth, batch_first=True, bidirectional=layer.directions == 2)


@st.composite
def convolutions(draw) -> dict:
    kind = draw(st.sampled_from(["conv2d", "conv1d", "conv_transpose2d"]))
    channels_in = 5 if kind == "conv1d" else 3
    groups = draw(st.sampled_from([1, channels_in]))
    values = {
        "kind": kind, "kernel": draw(st.integers(1, 4)), "stride": draw(st.integers(1, 3)), "padding": draw(st.integers(0, 2)),
        "dilation": draw(st.integers(1, 2)), "groups": groups, "channels": groups * draw(st.integers(1, 3)), "bias": draw(st.booleans()),
        "activation": {"kind": "linear"},
    }  # fmt: skip
    return values | (
        {"extra": draw(st.integers(0, max(values["stride"], values["dilation"]) - 1))}
        if kind == "conv_transpose2d"
        else {}
    )


@settings(max_examples=60, deadline=None)
@given(convolutions())
def test_convolutions_are_those_of_torch(values):
    inputs = SEQUENCE if values["kind"] == "conv1d" else PICTURE
    layer, block, tensors = made(values, inputs)
    twin = twin_of(layer).double()
    x = batch(inputs)
    turned = x.transpose(1, 2) if values["kind"] == "conv1d" else x
    try:
        expected = twin(turned)
    except RuntimeError:
        with pytest.raises(Misfit):
            layer.shape(inputs)
        return
    if expected.numel() == 0:
        with pytest.raises(Misfit):
            layer.shape(inputs)
        return
    assert [tuple(p.shape) for p in twin.parameters()] == list(layer.parameters(inputs).values())
    for own, other in zip(tensors.values(), twin.parameters(), strict=True):
        other.data.copy_(own.data)
    expected = twin(turned).transpose(1, 2) if values["kind"] == "conv1d" else twin(turned)
    found = block(x)
    assert tuple(found.shape[1:]) == layer.shape(inputs)
    torch.testing.assert_close(found, expected, rtol=1e-12, atol=1e-12)
    same_gradients(found, expected, tensors, twin)


def same_gradients(found, expected, tensors, twin) -> None:
    found.square().sum().backward()
    expected.square().sum().backward()
    for own, other in zip(tensors.values(), twin.parameters(), strict=True):
        torch.testing.assert_close(own.grad, other.grad, rtol=1e-9, atol=1e-11)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["rnn", "gru", "lstm"]),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(["forward", "both"]),
    st.sampled_from(["last", "all"]),
)
def test_recurrent_cells_are_those_of_torch(kind, units, depth, direction, returns):
    layer, block, tensors = made(
        {"kind": kind, "units": units, "depth": depth, "direction": direction, "returns": returns}, SEQUENCE
    )
    twin = twin_of(layer).double()
    assert [tuple(p.shape) for p in twin.parameters()] == list(layer.parameters(SEQUENCE).values())
    for own, other in zip(tensors.values(), twin.parameters(), strict=True):
        other.data.copy_(own.data)
    x = batch(SEQUENCE)
    states, last = twin(x)
    last = last[0] if kind == "lstm" else last
    expected = states if returns == "all" else torch.cat(list(last[-layer.directions :]), -1)
    found = block(x)
    assert tuple(found.shape[1:]) == layer.shape(SEQUENCE)
    torch.testing.assert_close(found, expected, rtol=1e-12, atol=1e-12)
    same_gradients(found, expected, tensors, twin)


def test_a_relu_cell_is_that_of_torch():
    _, block, tensors = made({"kind": "rnn", "units": 3, "squash": "relu"}, SEQUENCE)
    twin = nn.RNN(5, 3, batch_first=True, nonlinearity="relu").double()
    for own, other in zip(tensors.values(), twin.parameters(), strict=True):
        other.data.copy_(own.data)
    torch.testing.assert_close(block(batch(SEQUENCE)), twin(batch(SEQUENCE))[0][:, -1])


def sigmoid(a: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-a))


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_the_gates_that_are_shown_equal_a_plain_loop(kind):
    layer, block, tensors = made({"kind": kind, "units": 3}, SEQUENCE)
    w = {role.removesuffix("_l0"): tensor.detach().numpy() for role, tensor in tensors.items()}
    x = batch(SEQUENCE).numpy()
    (shown,) = block.gates(torch.from_numpy(x))
    h, c = np.zeros((4, 3)), np.zeros((4, 3))
    for step in range(x.shape[1]):
        a, u = x[:, step] @ w["weight_ih"].T + w["bias_ih"], h @ w["weight_hh"].T + w["bias_hh"]
        if kind == "lstm":
            i, f, g, o = np.split(a + u, 4, axis=1)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
            expected = {
                "input": sigmoid(i),
                "forget": sigmoid(f),
                "candidate": np.tanh(g),
                "output": sigmoid(o),
                "memory": c,
            }
        else:
            r, z = sigmoid(a[:, :3] + u[:, :3]), sigmoid(a[:, 3:6] + u[:, 3:6])
            n = np.tanh(a[:, 6:] + r * u[:, 6:])
            h = (1 - z) * n + z * h
            expected = {"reset": r, "update": z, "candidate": n}
        for name, values in (expected | {"state": h}).items():
            np.testing.assert_allclose(shown[name][:, step].detach().numpy(), values, rtol=1e-12, atol=1e-13)
    assert set(layer.gates) <= set(shown)


def test_a_convolution_and_pooling_equal_a_plain_loop():
    _, block, tensors = made(
        {"kind": "conv2d", "channels": 2, "kernel": 3, "stride": 2, "padding": 1, "activation": "tanh"}, PICTURE
    )
    x = batch(PICTURE)
    weight, bias = tensors["weight"].detach().numpy(), tensors["bias"].detach().numpy()
    padded = np.pad(x.numpy(), ((0, 0), (0, 0), (1, 1), (1, 1)))
    expected = np.zeros((4, 2, 5, 4))
    for n, c, i, j in np.ndindex(*expected.shape):
        expected[n, c, i, j] = np.tanh((padded[n, :, 2 * i : 2 * i + 3, 2 * j : 2 * j + 3] * weight[c]).sum() + bias[c])
    np.testing.assert_allclose(block(x).detach().numpy(), expected, rtol=1e-12)
    for kind, reduce in (("max_pool", np.max), ("average_pool", np.mean)):
        pool = made({"kind": kind, "window": 3, "stride": 2}, PICTURE)[1](x).numpy()
        assert pool.shape == (4, 3, 4, 3)
        for n, c, i, j in np.ndindex(*pool.shape):
            assert pool[n, c, i, j] == pytest.approx(
                reduce(x.numpy()[n, c, 2 * i : 2 * i + 3, 2 * j : 2 * j + 3]), rel=1e-12
            )


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["max_pool", "average_pool"]),
    st.integers(1, 4),
    st.integers(0, 3),
    st.integers(0, 2),
    st.booleans(),
)
def test_pooling_is_that_of_torch(kind, window, stride, padding, sequence):
    inputs = SEQUENCE if sequence else PICTURE
    layer, block, _ = made({"kind": kind, "window": window, "stride": stride, "padding": padding}, inputs)
    twins = {
        ("max_pool", True): nn.MaxPool1d,
        ("max_pool", False): nn.MaxPool2d,
        ("average_pool", True): nn.AvgPool1d,
        ("average_pool", False): nn.AvgPool2d,
    }
    x = batch(inputs)
    try:
        expected = twins[kind, sequence](window, stride or window, padding)(x.transpose(1, 2) if sequence else x)
    except RuntimeError:
        with pytest.raises(Misfit):
            layer.shape(inputs)
        return
    expected = expected.transpose(1, 2) if sequence else expected
    assert layer.shape(inputs) == tuple(expected.shape[1:])
    torch.testing.assert_close(block(x), expected)


def test_normalization_is_that_of_torch():
    for inputs, batch_twin, layer_twin in (
        (ROW, nn.BatchNorm1d(6), nn.LayerNorm(6)), (SEQUENCE, nn.BatchNorm1d(5), nn.LayerNorm(5)), (PICTURE, nn.BatchNorm2d(3), nn.LayerNorm(PICTURE)),
    ):  # fmt: skip
        x = batch(inputs)
        block = made({"kind": "batch_norm"}, inputs)[1]
        turned = x.transpose(1, 2) if inputs is SEQUENCE else x
        for mode in (True, True, False):
            block.train(mode), batch_twin.double().train(mode)
            expected = batch_twin(turned)
            torch.testing.assert_close(block(x), expected.transpose(1, 2) if inputs is SEQUENCE else expected)
        torch.testing.assert_close(made({"kind": "layer_norm"}, inputs)[1](x), layer_twin.double()(x))


def test_global_pooling_upsampling_and_reshaping():
    x = batch(PICTURE)
    assert torch.equal(made({"kind": "global_pool", "keeps": "maximum"}, PICTURE)[1](x), x.amax((2, 3)))
    assert torch.equal(made({"kind": "global_pool"}, SEQUENCE)[1](batch(SEQUENCE)), batch(SEQUENCE).mean(1))
    for way in ("nearest", "bilinear"):
        torch.testing.assert_close(
            made({"kind": "upsample", "factor": 3, "way": way}, PICTURE)[1](x), nn.Upsample(scale_factor=3, mode=way)(x)
        )
    assert made({"kind": "reshape", "to": "8 × −1"}, PICTURE)[0].shape(PICTURE) == (8, 27)
    assert torch.equal(made({"kind": "flatten"}, PICTURE)[1](x), x.flatten(1))


def test_an_embedding_looks_its_rows_up():
    _, block, tensors = made({"kind": "embedding", "units": 4}, SEQUENCE)
    symbols = torch.tensor([[0, 4, 2, 2, 1, 3, 0]])
    one_hot = torch.nn.functional.one_hot(symbols, 5).double()
    torch.testing.assert_close(block(one_hot), nn.functional.embedding(symbols, tensors["weight"]))


def test_a_residual_block_is_two_convolutions_and_a_way_around():
    x = batch(PICTURE)
    for values, counted in (({"channels": 3}, 0), ({"channels": 4, "stride": 2}, 12)):
        layer, block, tensors = made({"kind": "residual", "normalization": "none", **values}, PICTURE)
        one = nn.functional.conv2d(x, tensors["weight_1"], tensors["bias_1"], stride=layer.stride, padding=1).relu()
        two = nn.functional.conv2d(one, tensors["weight_2"], tensors["bias_2"], padding=1)
        around = nn.functional.conv2d(x, tensors["weight_around"], stride=layer.stride) if counted else x
        torch.testing.assert_close(block(x), (two + around).relu())
        assert tuple(block(x).shape[1:]) == layer.shape(PICTURE)
        assert ("weight_around" in tensors) == bool(counted)


def test_a_residual_block_of_rows_is_two_dense_layers_and_a_way_around():
    for inputs, units, activation in ((ROW, 6, "relu"), (ROW, 4, "tanh"), (PICTURE, 5, "prelu")):
        x = batch(inputs)
        layer, block, tensors = made({"kind": "residual_dense", "units": units, "activation": activation}, inputs)
        first, second = nn.Linear(math.prod(inputs), units).double(), nn.Linear(units, units).double()
        around = (
            nn.Linear(math.prod(inputs), units, bias=False).double() if math.prod(inputs) != units else nn.Identity()
        )
        twins = [first.weight, first.bias, second.weight, second.bias, *around.parameters()]
        roles = ["weight_1", "bias_1", "weight_2", "bias_2", *(["weight_around"] if math.prod(inputs) != units else [])]
        with torch.no_grad():
            tensors["bias_1"].copy_(torch.linspace(-1, 1, units))
            for twin, role in zip(twins, roles, strict=True):
                twin.copy_(tensors[role])
        assert [role for role in tensors if not role.startswith("activation.")] == roles
        squash = {"relu": nn.ReLU(), "tanh": nn.Tanh(), "prelu": nn.PReLU(units, init=0.25).double()}[activation]
        expected = squash(around(x.flatten(1)) + second(squash(first(x.flatten(1)))))
        torch.testing.assert_close(block(x), expected)
        assert tuple(expected.shape[1:]) == layer.shape(inputs)
        weight = nn.functional.normalize(torch.arange(float(units), dtype=torch.float64), dim=0)
        (expected @ weight).sum().backward()
        (block(x) @ weight).sum().backward()
        for twin, role in zip(twins, roles, strict=True):
            torch.testing.assert_close(tensors[role].grad, twin.grad)


def test_a_sparse_layer_has_exactly_its_share_of_connections():
    _layer, block, tensors = made({"kind": "sparse_dense", "units": 5, "share": 0.3}, (40,))
    assert int(block.connected.sum()) == 60
    assert torch.equal(tensors["weight"] != 0, block.connected > 0)
    block(batch((40,))).sum().backward()
    assert torch.equal(tensors["weight"].grad != 0, block.connected > 0)


def test_pruning_cuts_the_smallest_weights_until_the_share_is_left():
    _layer, block, tensors = made(
        {"kind": "sparse_dense", "units": 5, "share": 0.25, "chosen": "pruned", "first": 10, "last": 20}, (40,)
    )
    sizes = tensors["weight"].detach().abs().flatten()
    block.before_update(9)
    assert int(block.connected.sum()) == 200
    block.before_update(15)
    assert int(block.connected.sum()) == round(200 * (0.25 + 0.75 * 0.125))
    block.before_update(20)
    assert int(block.connected.sum()) == 50
    assert sizes[block.connected.flatten() > 0].min() >= sizes[block.connected.flatten() == 0].max()


@pytest.mark.parametrize(("inputs", "layers"), STACKS)
def test_stacks_can_be_vmapped_and_differentiated_twice(inputs, layers):
    experiment, net = network(layers, inputs)
    x = batch((math.prod(inputs),))
    assert net(x).shape == (4, 3)
    assert [placed.outputs for placed in blueprint(experiment, inputs, 3).own] == [
        tuple(v.shape[1:]) for v in walked(net, x)
    ]
    names = dict(net.named_parameters())
    stacked = {name: torch.stack([p.detach(), 1.1 * p.detach()]) for name, p in names.items()}
    buffers = dict(net.named_buffers())
    many = torch.func.vmap(lambda p: torch.func.functional_call(net, (p, buffers), (x,)))(stacked)
    for row, factor in enumerate((1.0, 1.1)):
        with torch.no_grad():
            net.flat.mul_(factor)
            torch.testing.assert_close(many[row], net(x), rtol=1e-9, atol=1e-10)
            net.flat.div_(factor)
    tensors = list(net.tensors.values())
    first = torch.autograd.grad(net(x).square().mean(), tensors, create_graph=True)
    second = torch.autograd.grad(sum((g * g).sum() for g in first), tensors, allow_unused=True)
    assert any(g is not None and torch.isfinite(g).all() and g.abs().sum() > 0 for g in second)


def walked(net: Network, x: torch.Tensor) -> list[torch.Tensor]:
    found, x = [], net.laid_out(x)
    for block in net.own:
        x = block(x)
        found.append(x)
    return found


@pytest.mark.parametrize(("inputs", "layers"), STACKS)
def test_the_trace_of_a_stack_has_a_row_for_every_sample(inputs, layers):
    experiment, net = network(layers, inputs)
    trace = net.trace(batch((math.prod(inputs),)))
    for placed in blueprint(experiment, inputs, 3).own:
        (sums, values), shape = trace[placed.name], placed.outputs
        assert values.shape == (4, math.prod(shape)) and len(sums) == 4
        assert shapes.by_unit(values.detach().numpy(), shape).shape[1] == (shape[0] if len(shape) == 3 else shape[-1])


MISFITS = [
    ("digits", [{"kind": "lstm"}], "layers.h1: LSTM needs a sequence", "Reshape to 8 × 8"),
    ("digits", [{"kind": "conv2d", "kernel": 9}], "reaches over 9 positions, but only 8", "a kernel of at most 8 or a padding of at least 1"),
    ("digits", [{"kind": "dense"}, {"kind": "conv2d"}], "layers.h2: Convolution 2-D needs pictures", "before any dense"),
    ("digits", [{"kind": "flatten"}, {"kind": "max_pool"}], "needs pictures or a sequence, but what comes in is a row of 64 numbers", "Reshape to 1 × 8 × 8"),
    ("digits", [{"kind": "conv2d", "channels": 6}, {"kind": "conv2d", "channels": 8, "groups": 4}], "4 groups do not divide 6 channels", "1 or 2 would"),
    ("digits", [{"kind": "max_pool", "window": 9}], "larger than what comes in (8)", "at most 8"),
    ("digits", [{"kind": "reshape", "to": "1 × 9 × 9"}], "64 numbers come in, but 1 × 9 × 9 holds 81", "1 × 8 × 8 would fit"),
    ("spiral", [{"kind": "conv2d"}], "a row of numbers", "the data have to be pictures"),
    ("iris", [{"kind": "gru"}], "a row of numbers", "the data have to be sequences"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "layers", "says", "offers"), MISFITS)
def test_what_does_not_fit_is_said_with_what_would(data, layers, says, offers):
    with pytest.raises(BadInput) as problem:
        Experiment.parse({"data": data, "layers": layers})
    assert says in str(problem.value) and offers in str(problem.value)


def test_what_only_the_data_know_is_said_when_they_are_there():
    experiment = Experiment.parse({"data": "iris", "layers": [{"kind": "reshape", "to": "1 3 3"}]})
    with pytest.raises(BadInput, match="4 numbers come in"):
        assert blueprint(experiment, (4,), 3).slots


@pytest.mark.parametrize("kind", list(registry.family("layers")))
def test_every_layer_says_what_it_is_and_survives_a_file(kind):
    cls = registry.find("layers", kind)
    assert cls.label and len(cls.explanation()) > len(cls.summary()) + 40
    layer: Layer = cls(name="h1")  # type: ignore[assignment,call-arg]
    assert registry.parse("layers", layer.model_dump(mode="python")) == layer
    fitting = [inputs for inputs in ((2, 12, 12), (12, 2), (12,), (64,)) if fits(layer, inputs)]
    assert fitting, kind
    for inputs in fitting:
        for role, shape in layer.parameters(inputs).items():
            assert layer.start(role, inputs, 3).shape == shape


def fits(layer: Layer, inputs: tuple[int, ...]) -> bool:
    try:
        layer.shape(inputs)
    except Misfit as problem:
        assert len(str(problem)) > 20
        return False
    return True


def test_words_for_shapes():
    assert fields.said((1,)) == "a single number"
    assert shapes.words((8, 24, 24)) == "8 × 24 × 24"
