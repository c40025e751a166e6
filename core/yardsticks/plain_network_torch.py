"""The network that a person would write by hand for an experiment: torch's own modules, one after the other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

from core.layers.convolution import Conv2d, ConvTranspose2d
from core.layers.dense import Dense
from core.layers.pooling import MaxPool, Upsample
from core.layers.recurrent import Recurrent, Rnn
from core.layers.reshaping import Reshape
from core.networks.bare_output import BareOutput
from core.networks.blueprint import Placed

RECURRENT: dict[str, Any] = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}


class NoModule(ValueError):
    """There is no module here for a layer of that kind."""


def plain_network(stack: Sequence[Placed]) -> nn.Sequential:
    """(batch, *inputs) -> raw outputs (batch, outputs); `NoModule` where a layer has none."""
    return nn.Sequential(*(module for placed in stack for module in _modules(placed)))


def _modules(placed: Placed) -> list[nn.Module]:
    layer, inputs = placed.layer, placed.inputs
    if isinstance(layer, Dense):
        flat = [nn.Flatten()] if len(inputs) > 1 else []
        linear = nn.Linear(math.prod(inputs), layer.units * layer.activation.pieces, bias=layer.bias)
        return [*flat, linear, *_bent(layer, layer.units), *([nn.Dropout(layer.dropout)] if layer.dropout else [])]
    if isinstance(layer, ConvTranspose2d):
        return [
            nn.ConvTranspose2d(inputs[0], layer.channels, layer.kernel, layer.stride, layer.padding, layer.extra),
            *_bent(layer, layer.channels),
        ]
    if isinstance(layer, Conv2d):
        return [
            nn.Conv2d(inputs[0], layer.channels, layer.kernel, layer.stride, layer.padding, layer.dilation),
            *_bent(layer, layer.channels),
        ]
    if isinstance(layer, MaxPool):
        return [nn.MaxPool2d(layer.window, layer.stride or None, layer.padding)]
    if isinstance(layer, Upsample):
        return [nn.Upsample(scale_factor=layer.factor, mode=layer.way)]
    if isinstance(layer, Reshape):
        return [nn.Flatten(), nn.Unflatten(1, placed.outputs)]
    if isinstance(layer, Recurrent):
        return [_LastState(layer, inputs[-1])]
    if isinstance(layer, BareOutput):
        return [nn.Flatten(), *_bent(layer, layer.units)]
    raise NoModule(f"no module of a layer {layer.kind!r} is written here")


def _bent(layer: Any, units: int) -> list[nn.Module]:
    """The module of an activation, none where it leaves the sums as they are."""
    return [] if layer.acts.kind == "linear" else [layer.acts.build(units)]


class _LastState(nn.Module):
    """One of torch's recurrent modules, forwards, of which the last step goes on."""

    def __init__(self, layer: Recurrent, features: int) -> None:
        super().__init__()
        if layer.direction != "forward" or layer.returns != "last":
            raise NoModule("only recurrent layers that read forwards and give their last state are written here")
        more = {"nonlinearity": layer.squash} if isinstance(layer, Rnn) else {}
        self.cells = RECURRENT[layer.kind](features, layer.units, layer.depth, batch_first=True, **more)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.cells(x)[0][:, -1]
