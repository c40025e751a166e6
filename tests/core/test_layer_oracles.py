"""Every kind of layer against torch's own modules in random stacks, against plain loops, against a forward hook, and
over a restore."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import nn

from core import registry
from core.experiment import Experiment
from core.families import Layer, Misfit, Shape
from core.layers.sparse_dense import SparseDense
from core.networks.blueprint import blueprint
from core.training.session import Session
from tests.building.layers import PICTURE, SEQUENCE, batch, made, network

KINDS = tuple(registry.family("layers"))
LARGEST = 600  # numbers that a layer of a random stack may put out


# Twins of torch's


class Turned(nn.Module):
    """Steps and features changed about before and after a module."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.module = module

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.module(x.transpose(1, 2)).transpose(1, 2)


class Recurrent(nn.Module):
    """One of torch's recurrent modules that gives the last state of each direction, or all of them."""

    def __init__(self, layer, features: int) -> None:
        super().__init__()
        more = {"nonlinearity": layer.squash} if layer.kind == "rnn" else {}
        cls = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[layer.kind]
        self.module, self.layer = (
            cls(features, layer.units, layer.depth, batch_first=True, bidirectional=layer.directions == 2, **more),
            layer,
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        states, last = self.module(x)
        last = last[0] if self.layer.kind == "lstm" else last
        return states if self.layer.returns == "all" else torch.cat(list(last[-self.layer.directions :]), -1)


class Residual(nn.Module):
    """Torch's convolutions and normalizations in the order of the paper."""

    def __init__(self, layer, channels: int) -> None:
        super().__init__()
        normalized = layer.normalization == "batch"
        self.one, self.two = (
            nn.Conv2d(channels, layer.channels, 3, layer.stride, 1),
            nn.Conv2d(layer.channels, layer.channels, 3, 1, 1),
        )
        self.around = (
            nn.Conv2d(channels, layer.channels, 1, layer.stride, bias=False)
            if layer.detours((channels, 1, 1))
            else nn.Identity()
        )
        self.norms = nn.ModuleList([nn.BatchNorm2d(layer.channels) if normalized else nn.Identity() for _ in range(2)])
        self.way = nn.Sequential(self.one, self.norms[0], nn.ReLU(), self.two, self.norms[1])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return (self.way(x) + self.around(x)).relu()


class ResidualDense(nn.Module):
    """Two of torch's dense layers and a way around them."""

    def __init__(self, layer, numbers: int) -> None:
        super().__init__()
        self.one, self.two = nn.Linear(numbers, layer.units), nn.Linear(layer.units, layer.units)
        self.around = nn.Linear(numbers, layer.units, bias=False) if numbers != layer.units else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x.flatten(1)
        return (self.two(self.one(x).relu()) + self.around(x)).relu()


def twin_of(layer, inputs: Shape) -> nn.Module:  # noqa: C901
    """Torch's modules with the settings of a layer, for samples of a shape; its parameters come in the order of
    ours."""
    sequence, goes_out = len(inputs) == 2, layer.shape(inputs)
    how = {name: getattr(layer, name) for name in ("stride", "padding", "dilation", "groups") if hasattr(layer, name)}
    match layer.kind:
        case "dense" | "sparse_dense":
            return nn.Sequential(nn.Flatten(), nn.Linear(math.prod(inputs), layer.units), nn.Tanh())
        case "conv2d":
            return nn.Sequential(nn.Conv2d(inputs[0], layer.channels, layer.kernel, **how), nn.Tanh())
        case "conv1d":
            return nn.Sequential(Turned(nn.Conv1d(inputs[1], layer.channels, layer.kernel, **how)), nn.Tanh())
        case "conv_transpose2d":
            return nn.Sequential(
                nn.ConvTranspose2d(inputs[0], layer.channels, layer.kernel, output_padding=layer.extra, **how),
                nn.Tanh(),
            )
        case "max_pool":
            return Turned(nn.MaxPool1d(*_window(layer))) if sequence else nn.MaxPool2d(*_window(layer))
        case "average_pool":
            return Turned(nn.AvgPool1d(*_window(layer))) if sequence else nn.AvgPool2d(*_window(layer))
        case "global_pool":
            largest = layer.keeps == "maximum"
            whole = (
                (nn.AdaptiveMaxPool1d(1) if largest else nn.AdaptiveAvgPool1d(1))
                if sequence
                else (nn.AdaptiveMaxPool2d(1) if largest else nn.AdaptiveAvgPool2d(1))
            )
            return nn.Sequential(Turned(whole) if sequence else whole, nn.Flatten())
        case "upsample":
            return nn.Upsample(scale_factor=layer.factor, mode=layer.way)
        case "flatten":
            return nn.Flatten()
        case "reshape":
            return nn.Sequential(nn.Flatten(), nn.Unflatten(1, goes_out)) if len(goes_out) > 1 else nn.Flatten()
        case "embedding":
            return nn.Linear(inputs[1], layer.units, bias=False)  # of rows with a single 1: a look-up
        case "dropout":
            return nn.Dropout(layer.share)
        case "batch_norm":
            return (
                Turned(nn.BatchNorm1d(inputs[1]))
                if sequence
                else nn.BatchNorm2d(inputs[0])
                if len(inputs) == 3
                else nn.BatchNorm1d(inputs[0])
            )
        case "layer_norm":
            return nn.LayerNorm(list(inputs[-1:] if sequence else inputs))
        case "residual":
            return Residual(layer, inputs[0])
        case "residual_dense":
            return ResidualDense(layer, math.prod(inputs))
        case "rnn" | "gru" | "lstm":
            return Recurrent(layer, inputs[1])
    raise AssertionError(f"the layer {layer.kind!r} has no twin: write it")


def _window(layer) -> tuple[int, int, int]:
    return layer.window, layer.stride or layer.window, layer.padding


def settings_of(draw, kind: str, inputs: Shape) -> dict:  # noqa: C901
    """Settings of a layer of this kind that may fit what comes in."""
    small = st.integers(1, 3)
    channels = inputs[0] if len(inputs) == 3 else inputs[-1]
    groups = draw(st.sampled_from([1, channels]))
    tanh = {"activation": {"kind": "tanh"}}
    window = {
        "kernel": draw(small),
        "stride": draw(st.integers(1, 2)),
        "padding": draw(st.integers(0, 1)),
        "dilation": draw(st.integers(1, 2)),
    }
    match kind:
        case "residual_dense":
            return {"units": draw(st.integers(1, 6))}
        case "dense" | "sparse_dense":
            return {"units": draw(st.integers(1, 6)), **tanh}
        case "conv2d" | "conv1d" | "conv_transpose2d":
            extra = (
                {"extra": draw(st.integers(0, max(window["stride"], window["dilation"]) - 1))}
                if kind == "conv_transpose2d"
                else {}
            )
            return {**window, "groups": groups, "channels": groups * draw(small), **tanh, **extra}
        case "max_pool" | "average_pool":
            return {"window": draw(small), "stride": draw(st.integers(0, 2)), "padding": draw(st.integers(0, 1))}
        case "global_pool":
            return {"keeps": draw(st.sampled_from(["average", "maximum"]))}
        case "upsample":
            return {"factor": draw(st.integers(2, 3)), "way": draw(st.sampled_from(["nearest", "bilinear"]))}
        case "reshape":
            return {"to": draw(st.sampled_from(["−1 × 2", "1 × −1 × 2", "−1 × 1 × 1", "−1"]))}
        case "embedding":
            return {"units": draw(small)}
        case "residual":
            return {
                "channels": draw(small),
                "stride": draw(st.integers(1, 2)),
                "normalization": draw(st.sampled_from(["none", "batch"])),
            }
        case "rnn" | "gru" | "lstm":
            both, all_ = draw(st.sampled_from(["forward", "both"])), draw(st.sampled_from(["last", "all"]))
            return {"units": draw(small), "depth": draw(st.integers(1, 2)), "direction": both, "returns": all_}
        case "dropout":
            return {"share": 0.5}
    return {}


def parsed(kind: str, values: dict, inputs: Shape) -> Layer | None:
    """The layer where it can be, and takes what comes in."""
    layer: Layer = registry.parse("layers", {"kind": kind, "name": "h1", **values})  # type: ignore[assignment]
    try:
        return layer if math.prod(layer.shape(inputs)) <= LARGEST else None
    except Misfit:
        return None


@st.composite
def stacks(draw, must: str) -> tuple[Shape, list[dict]]:
    """A shape of samples and up to four layers, of which one is of the kind `must`."""
    inputs = shape = draw(st.sampled_from([(2, 6, 5), (5, 4), (6,)]))
    found: list[dict] = []
    place = draw(st.integers(0, 2))
    for number in range(4):
        kind = (
            must
            if number >= place and must not in {values["kind"] for values in found}
            else draw(st.sampled_from(KINDS))
        )
        values = settings_of(draw, kind, shape)
        layer = parsed(kind, values, shape)
        if layer is not None:
            found.append({"kind": kind, **values})
            shape = layer.shape(shape)
    return inputs, found


LENIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@settings(LENIENT, max_examples=8)
@pytest.mark.parametrize("must", KINDS)
@given(data=st.data())
def test_random_stacks_are_those_of_torch(must, data):
    """A few of every kind in every test run; those found before are tried again."""
    _is_that_of_torch(*data.draw(stacks(must)))


@pytest.mark.slow
@settings(LENIENT, max_examples=80)
@pytest.mark.parametrize("must", KINDS)
@given(data=st.data())
def test_many_random_stacks_are_those_of_torch(must, data):
    _is_that_of_torch(*data.draw(stacks(must)))


def _is_that_of_torch(inputs: Shape, layers: list[dict]) -> None:
    """Shapes after every layer, the count of parameters, and the answers, in evaluation mode."""
    experiment, net = network(layers, inputs)
    modules, shape = [], inputs
    for placed in blueprint(experiment, inputs, 3).own[:-1]:
        assert placed.inputs == shape
        modules.append(twin_of(placed.layer, placed.inputs).double())
        shape = placed.outputs
    modules.append(nn.Sequential(nn.Flatten(), nn.Linear(math.prod(shape), 3).double()))
    infos = blueprint(experiment, inputs, 3).own
    stored = [sum(parameter.numel() for parameter in module.parameters()) for module in modules]
    assert [info.parameters + _absent(info) for info in infos] == stored
    assert len(net.flat) == sum(stored)
    x = seen = batch(inputs)
    for block, module, info in zip(net.own, modules, infos, strict=True):
        _give(block, module)
        seen = module.eval()(seen)
        assert tuple(seen.shape[1:]) == info.outputs, info.name
    torch.testing.assert_close(net(x.flatten(1)), seen, rtol=1e-9, atol=1e-11)


def _absent(info) -> int:
    """Weights of a sparse layer that are never there: torch's twin holds them as zeros."""
    if not isinstance(info.layer, SparseDense):
        return 0
    weights = info.layer.parameters(info.inputs)["weight"]
    return math.prod(weights) - np.count_nonzero(info.layer.connected(weights))


def _give(block, module: nn.Module) -> None:
    """Our numbers to torch's module."""
    own = {id(parameter): parameter for parameter in block.parameters()}.values()
    for mine, other in zip(_ordered(block, list(own)), module.parameters(), strict=True):
        connected = getattr(block, "connected", None)
        values = mine.detach() if connected is None or mine.ndim < 2 else mine.detach() * connected
        other.data.copy_(values.T if type(block).__name__ == "EmbeddingBlock" else values)


def _ordered(block, own: list[torch.Tensor]) -> list[torch.Tensor]:
    """In the order of torch's modules: a residual block's way around comes after its convolutions there as here, a bias
    after its weight."""
    named = dict(block.named_parameters())
    if type(block).__name__ != "ResidualBlock":
        return own
    order = (
        "weight_1",
        "bias_1",
        "weight_2",
        "bias_2",
        "weight_around",
        "norm_1_weight",
        "norm_1_bias",
        "norm_2_weight",
        "norm_2_bias",
    )
    return [named[name] for name in order if name in named]


# Plain loops


@pytest.mark.parametrize(("stride", "padding", "dilation", "groups"), [(1, 0, 2, 1), (2, 1, 1, 3), (1, 2, 2, 3)])
def test_convolutions_with_dilation_and_groups_equal_a_plain_loop(stride, padding, dilation, groups):
    _, block, tensors = made({"kind": "conv2d", "channels": 6, "kernel": 3, "stride": stride, "padding": padding, "dilation": dilation, "groups": groups, "activation": "linear"}, PICTURE)  # fmt: skip
    weight, bias, x = tensors["weight"].detach().numpy(), tensors["bias"].detach().numpy(), batch(PICTURE, 2)
    found = block(x).detach().numpy()
    padded = np.pad(x.numpy(), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    for n, c, i, j in np.ndindex(*found.shape):
        first, total = c // (6 // groups) * (3 // groups), bias[c]
        for k, u, v in np.ndindex(3 // groups, 3, 3):
            total += padded[n, first + k, i * stride + u * dilation, j * stride + v * dilation] * weight[c, k, u, v]
        assert found[n, c, i, j] == pytest.approx(total, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize(("dilation", "groups"), [(1, 1), (2, 1), (2, 5)])
def test_convolutions_along_a_sequence_equal_a_plain_loop(dilation, groups):
    _, block, tensors = made({"kind": "conv1d", "channels": 5, "kernel": 3, "stride": 2, "padding": 1, "dilation": dilation, "groups": groups, "activation": "linear"}, SEQUENCE)  # fmt: skip
    weight, bias, x = tensors["weight"].detach().numpy(), tensors["bias"].detach().numpy(), batch(SEQUENCE, 2)
    found, padded = block(x).detach().numpy(), np.pad(x.numpy(), ((0, 0), (1, 1), (0, 0)))
    for n, t, c in np.ndindex(*found.shape):
        first = 0 if groups == 1 else c
        window = [padded[n, t * 2 + u * dilation, first + k] * weight[c, k, u] for k, u in np.ndindex(5 // groups, 3)]
        assert found[n, t, c] == pytest.approx(sum(window) + bias[c], rel=1e-11, abs=1e-13)


@pytest.mark.parametrize(
    ("stride", "padding", "dilation", "groups", "extra"), [(1, 0, 1, 1, 0), (2, 1, 1, 1, 1), (3, 0, 2, 3, 2)]
)
def test_transposed_convolutions_equal_a_plain_loop(stride, padding, dilation, groups, extra):
    """Every number that comes in is spread over a window of what goes out."""
    values = {
        "kind": "conv_transpose2d",
        "channels": 3,
        "kernel": 3,
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
        "extra": extra,
    }
    inputs = (3, 4, 3)
    layer, block, tensors = made(values | {"activation": "linear"}, inputs)
    weight, bias, x = tensors["weight"].detach().numpy(), tensors["bias"].detach().numpy(), batch(inputs, 2).numpy()
    spread = np.zeros((2, 3, *((size - 1) * stride + 2 * dilation + 1 + extra for size in inputs[1:])))
    per = 3 // groups
    for n, c, i, j in np.ndindex(*x.shape):
        for k, u, v in np.ndindex(per, 3, 3):
            spread[n, c // per * per + k, i * stride + u * dilation, j * stride + v * dilation] += (
                x[n, c, i, j] * weight[c, k, u, v]
            )
    height, width = (size - padding for size in spread.shape[2:])
    expected = spread[:, :, padding:height, padding:width] + bias[:, None, None]
    assert expected.shape[1:] == layer.shape(inputs)
    np.testing.assert_allclose(block(torch.from_numpy(x)).detach().numpy(), expected, rtol=1e-11, atol=1e-13)


def test_upsampling_and_global_pooling_equal_a_plain_loop():
    x = batch(PICTURE, 2)
    nearest = made({"kind": "upsample", "factor": 3}, PICTURE)[1](x).numpy()
    for n, c, i, j in np.ndindex(*nearest.shape):
        assert nearest[n, c, i, j] == x[n, c, i // 3, j // 3]
    smooth = made({"kind": "upsample", "factor": 2, "way": "bilinear"}, PICTURE)[1](x).numpy()
    for n, c, i, j in np.ndindex(*smooth.shape):
        y, z = max((i + 0.5) / 2 - 0.5, 0.0), max((j + 0.5) / 2 - 0.5, 0.0)
        top, left = int(y), int(z)
        below, right = min(top + 1, 8), min(left + 1, 7)
        a, b = y - top, z - left
        corners = (x[n, c, top, left] * (1 - a) + x[n, c, below, left] * a) * (1 - b) + (
            x[n, c, top, right] * (1 - a) + x[n, c, below, right] * a
        ) * b
        assert smooth[n, c, i, j] == pytest.approx(float(corners), rel=1e-11, abs=1e-13)
    means = made({"kind": "global_pool"}, PICTURE)[1](x).numpy()
    assert means[1, 2] == pytest.approx(sum(float(x[1, 2, i, j]) for i in range(9) for j in range(8)) / 72, rel=1e-12)


def test_normalization_equals_a_plain_loop():
    x = batch(PICTURE)
    seen = made({"kind": "batch_norm"}, PICTURE)[1].train()(x).detach().numpy()
    numbers = x.numpy()
    for c in range(3):
        all_ = [numbers[n, c, i, j] for n in range(4) for i in range(9) for j in range(8)]
        mean = sum(all_) / len(all_)
        spread = math.sqrt(sum((value - mean) ** 2 for value in all_) / len(all_) + 1e-5)
        np.testing.assert_allclose(seen[:, c], (numbers[:, c] - mean) / spread, rtol=1e-9, atol=1e-11)
    each = made({"kind": "layer_norm"}, SEQUENCE)[1](batch(SEQUENCE)).detach().numpy()
    row = batch(SEQUENCE)[2, 4].numpy()
    np.testing.assert_allclose(each[2, 4], (row - row.mean()) / math.sqrt(row.var() + 1e-5), rtol=1e-10)


@pytest.mark.parametrize("squash", ["tanh", "relu"])
def test_a_plain_cell_in_both_directions_equals_a_plain_loop(squash):
    _, block, tensors = made(
        {"kind": "rnn", "units": 3, "direction": "both", "squash": squash, "returns": "all"}, SEQUENCE
    )
    w = {role: tensor.detach().numpy() for role, tensor in tensors.items()}
    x, found = batch(SEQUENCE).numpy(), block(batch(SEQUENCE)).detach().numpy()
    bend = np.tanh if squash == "tanh" else lambda a: np.maximum(a, 0)
    for side, (suffix, steps) in enumerate((("_l0", range(7)), ("_l0_reverse", range(6, -1, -1)))):
        h = np.zeros((4, 3))
        for step in steps:
            h = bend(
                x[:, step] @ w[f"weight_ih{suffix}"].T
                + w[f"bias_ih{suffix}"]
                + h @ w[f"weight_hh{suffix}"].T
                + w[f"bias_hh{suffix}"]
            )
            np.testing.assert_allclose(found[:, step, 3 * side : 3 * side + 3], h, rtol=1e-11, atol=1e-13)


def test_a_sparse_layer_adds_up_the_connections_that_it_has():
    _, block, tensors = made({"kind": "sparse_dense", "units": 4, "share": 0.4, "activation": "linear"}, (15,))
    x, weight = batch((15,)).numpy(), tensors["weight"].detach().numpy()
    there = block.connected.numpy() > 0
    for n, unit in np.ndindex(4, 4):
        total = (
            sum(x[n, k] * weight[unit, k] for k in range(15) if there[unit, k]) + tensors["bias"].detach().numpy()[unit]
        )
        assert block(torch.from_numpy(x))[n, unit].item() == pytest.approx(total, rel=1e-11, abs=1e-13)


# In a run: feature maps, and a restore

PIXELS, WORDS = (
    {"kind": "shapes", "samples": 60, "side": 12, "colour": "by shape"},
    {"kind": "names", "samples": 120, "steps": 4},
)
RUNS = {
    "dense": (PIXELS, [{"kind": "dense", "units": 4, "dropout": 0.2}]),
    "sparse_dense": (PIXELS, [{"kind": "sparse_dense", "units": 5, "chosen": "pruned", "first": 2, "last": 9}]),
    "conv2d": (PIXELS, [{"kind": "conv2d", "channels": 3, "groups": 3, "dilation": 2}]),
    "conv_transpose2d": (
        PIXELS,
        [
            {"kind": "conv2d", "channels": 2, "stride": 3},
            {"kind": "conv_transpose2d", "channels": 3, "stride": 2, "extra": 1},
        ],
    ),
    "conv1d": (WORDS, [{"kind": "conv1d", "channels": 3, "kernel": 2, "dilation": 2}]),
    "max_pool": (PIXELS, [{"kind": "max_pool"}, {"kind": "dense", "units": 3}]),
    "average_pool": (PIXELS, [{"kind": "average_pool"}, {"kind": "dense", "units": 3}]),
    "global_pool": (PIXELS, [{"kind": "conv2d", "channels": 3}, {"kind": "global_pool"}]),
    "upsample": (PIXELS, [{"kind": "conv2d", "channels": 2, "stride": 3}, {"kind": "upsample", "way": "bilinear"}]),
    "flatten": (PIXELS, [{"kind": "flatten"}]),
    "reshape": (PIXELS, [{"kind": "reshape", "to": "12 × −1"}, {"kind": "gru", "units": 3}]),
    "embedding": (WORDS, [{"kind": "embedding", "units": 3}, {"kind": "dense", "units": 4}]),
    "dropout": (PIXELS, [{"kind": "conv2d", "channels": 2}, {"kind": "dropout", "share": 0.4, "channels": True}]),
    "batch_norm": (PIXELS, [{"kind": "conv2d", "channels": 2}, {"kind": "batch_norm"}]),
    "layer_norm": (WORDS, [{"kind": "layer_norm"}, {"kind": "rnn", "units": 3}]),
    "residual_dense": (PIXELS, [{"kind": "residual_dense", "units": 4}]),
    "residual": (PIXELS, [{"kind": "residual", "channels": 2, "stride": 2}]),
    "rnn": (WORDS, [{"kind": "rnn", "units": 3, "direction": "both", "depth": 2}]),
    "gru": (WORDS, [{"kind": "gru", "units": 3, "returns": "all"}, {"kind": "dense", "units": 3}]),
    "lstm": (WORDS, [{"kind": "lstm", "units": 3}]),
}


def test_there_is_a_run_for_every_kind():
    assert set(RUNS) == set(KINDS)


def run_of(kind: str, dtype: str = "float64") -> Session:
    data, layers = RUNS[kind]
    return Session(
        Experiment.parse(
            {
                "dtype": dtype,
                "engine": "eager",
                "data": data,
                "layers": layers,
                "batch_size": 8,
                "optimizer": {"kind": "adam", "lr": 0.01},
            }
        )
    )


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("kind", KINDS)
def test_feature_maps_equal_a_forward_hook(kind):
    session = run_of(kind)
    session.advance(5)
    index = int(session.prepared.test[1])
    arrays = session.frame(registry.parse("probes", {"kind": "feature_maps", "index": index, "most": 512})).arrays  # type: ignore[arg-type]
    seen: dict[str, np.ndarray] = {}
    net = session.learner.network.eval()
    handles = [
        block.register_forward_hook(lambda block, _, out: seen.__setitem__(block.name, out.detach().numpy()[0]))
        for block in net.own
    ]
    with torch.no_grad():
        net(torch.tensor(session.prepared.x[index][None], dtype=net.flat.dtype))
    for handle in handles:
        handle.remove()
    assert {layer.kind for layer in session.experiment.layers} >= {kind} and len(seen) == len(
        session.experiment.layers
    ) + 1
    for name, values in seen.items():
        np.testing.assert_allclose(arrays[name], values, rtol=1e-6, atol=1e-7)  # a frame has single precision


@pytest.mark.parametrize("kind", KINDS)
def test_restored_is_never_interrupted(kind):
    whole, other = run_of(kind, "float32"), run_of(kind, "float32")
    whole.advance(5)
    stored = whole.snapshot()
    whole.advance(8)
    restored = Session.of(stored)
    restored.advance(8)
    other.advance(13)
    assert np.array_equal(whole.vector(), restored.vector()) and np.array_equal(whole.vector(), other.vector())
    assert whole.evaluate() == restored.evaluate() == other.evaluate()
    for name, array in whole.learner.network.buffers_as_numpy().items():
        assert np.array_equal(array, restored.learner.network.buffers_as_numpy()[name]), name
