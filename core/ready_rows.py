"""Rows of ready blocks: whole hidden stacks that are known by a name, cut to the data at hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, cast

from core import registry
from core.experiment import Experiment, named_layers
from core.families import Dataset, Layer, Misfit, Shape
from core.fitting import comes_in
from core.layers.fields import said

Values = dict[str, Any]
RELU, HE = {"kind": "relu"}, {"kind": "he_uniform"}
SMALL = 16  # pixels: below this a kernel of five would leave nothing to convolve further on


@dataclasses.dataclass(frozen=True)
class ReadyRow:
    """`axes` of a sample that it needs (3 pictures, 2 sequences, 0 any); `build(shape)` gives the layers; `task` that it is made for, "" any."""

    key: str
    label: str
    summary: str
    axes: int
    build: Callable[[Shape], list[Values]]
    task: str = ""

    def refusal(self, experiment: Experiment) -> str:
        """Why it does not fit these data; "" where it does."""
        shape = comes_in(experiment)
        if self.axes and len(shape) != self.axes:
            return f"needs {'pictures' if self.axes == 3 else 'sequences'}, but what comes in is {said(shape or (0,))}"
        if self.task and self.task not in cast(Dataset, experiment.data).tasks:
            return "needs data that can be drawn again, such as pictures"
        return ""

    def edits(self, experiment: Experiment) -> tuple[tuple[str, Any], ...]:
        """What puts it in the place of the hidden layers."""
        layers = tuple(cast(Layer, registry.parse("layers", layer)) for layer in named_layers(self.build(comes_in(experiment))))
        task = (("task", {"kind": self.task}),) if self.task and experiment.task.kind != self.task else ()
        if not self.task and experiment.task.kind == "autoencoder":
            task = (("task", {"kind": cast(Dataset, experiment.data).task}),)
        return (*task, ("layers", layers))


def dense(units: int) -> Values:
    return {"kind": "dense", "units": units, "activation": RELU, "initializer": HE}


def _lenet(shape: Shape) -> list[Values]:
    small = min(shape[1:]) < SMALL
    kernel = {"kernel": 3, "padding": 1} if small else {"kernel": 5}
    pool = {"kind": "max_pool", "window": 2}
    return [{"kind": "conv2d", "channels": 8, **kernel}, pool, {"kind": "conv2d", "channels": 16, **kernel}, dict(pool), dense(24)]


def _residual(_shape: Shape) -> list[Values]:
    return [
        {"kind": "conv2d", "channels": 8, "kernel": 3, "padding": 1},
        {"kind": "residual", "channels": 8},
        {"kind": "residual", "channels": 16, "stride": 2},
        {"kind": "global_pool"},
    ]


def _recurrent(_shape: Shape) -> list[Values]:
    return [{"kind": "gru", "units": 24}]


def _autoencoder(_shape: Shape) -> list[Values]:
    return [dense(64), {"kind": "dense", "name": "code", "units": 12, "activation": RELU, "initializer": HE}, dense(64)]


ROWS = (
    ReadyRow("lenet", "LeNet-like", "Two convolutions, each with pooling, and a dense layer (LeCun and others 1998).", 3, _lenet),
    ReadyRow("residual", "Small residual net", "A convolution, two residual blocks, global pooling (He and others 2015).", 3, _residual),
    ReadyRow("recurrent", "Recurrent classifier", "A GRU that reads the sequence and passes its last state on.", 2, _recurrent),
    ReadyRow("autoencoder", "Autoencoder", "Through a code of twelve numbers and back: the network draws what it sees.", 0, _autoencoder, "autoencoder"),
)


def place_for(layers: tuple[Layer, ...], new: Layer, inputs: Shape) -> int:
    """The last place in the stack where a new layer fits, and those behind it still do; `Misfit` of the end where there is none."""
    refused: Misfit | None = None
    for place in range(len(layers), -1, -1):
        try:
            shape = inputs
            for layer in (*layers[:place], new, *layers[place:]):
                shape = layer.shape(shape)
            return place
        except Misfit as problem:
            refused = refused or problem
    assert refused is not None
    raise refused
