"""Layers and stacks of them as torch modules, and something to send through them."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from core import registry
from core.experiment import Experiment
from core.families import Layer
from core.networks.blueprint import blueprint
from core.networks.network import Network

PICTURE, SEQUENCE, ROW = (3, 9, 8), (7, 5), (6,)
CPU = torch.device("cpu")
STACKS = [
    ((1, 12, 12), [{"kind": "conv2d", "kernel": 3, "channels": 4}, {"kind": "batch_norm"}, {"kind": "max_pool"}, {"kind": "residual", "channels": 4}, {"kind": "global_pool"}]),
    ((1, 12, 12), [{"kind": "conv2d", "kernel": 3, "channels": 4}, {"kind": "average_pool"}, {"kind": "layer_norm"}, {"kind": "flatten"}, {"kind": "sparse_dense"}]),
    ((12,), [{"kind": "dense", "units": 9}, {"kind": "reshape", "to": "1 3 3"}, {"kind": "conv_transpose2d", "channels": 2}, {"kind": "upsample"}, {"kind": "conv2d"}]),
    ((6, 5), [{"kind": "embedding", "units": 3}, {"kind": "conv1d", "channels": 4}, {"kind": "gru", "units": 3, "returns": "all"}, {"kind": "lstm", "units": 4}]),
    ((6, 5), [{"kind": "rnn", "units": 3, "direction": "both"}, {"kind": "dropout"}, {"kind": "dense", "units": 2}]),
]  # fmt: skip


def made(values: dict, inputs: tuple[int, ...], seed: int = 1) -> tuple[Layer, nn.Module, dict[str, torch.Tensor]]:
    """A layer, its block with starting values in float64, and its parameters by role."""
    layer: Layer = registry.parse("layers", {"name": "h1", **values})  # type: ignore[assignment]
    tensors = {
        role: nn.Parameter(torch.from_numpy(layer.start(role, inputs, seed + place).copy()))
        for place, role in enumerate(layer.parameters(inputs))
    }
    return layer, layer.build(inputs, tensors), tensors


def batch(inputs: tuple[int, ...], samples: int = 4) -> torch.Tensor:
    return torch.from_numpy(np.random.default_rng(0).normal(size=(samples, *inputs)))


def network(layers: list[dict], inputs: tuple[int, ...]) -> tuple[Experiment, Network]:
    experiment = Experiment.parse({"data": "points", "dtype": "float64"})
    named = tuple(registry.parse("layers", {"name": f"h{i}", **layer}) for i, layer in enumerate(layers, 1))
    experiment = experiment.model_copy(update={"layers": named})
    made = Network(blueprint(experiment, inputs, 3), CPU)
    made.flat.copy_(torch.from_numpy(blueprint(experiment, inputs, 3).start_vector()))
    return experiment, made.eval()
