"""Rows of ready blocks: whole hidden stacks that are known by a name, cut to the data at hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from core import registry
from core.documents.toml_file import Values
from core.experiment import ready_gan
from core.experiment.experiment import Experiment
from core.experiment.fitting import comes_in
from core.experiment.settings import named_layers
from core.families import Layer, Misfit, Shape, Task
from core.frozen import frozen
from core.layers.fields import said

RELU, HE = {"kind": "relu"}, {"kind": "he_uniform"}
SMALL = 16  # pixels: below this a kernel of five would leave nothing to convolve further on


@frozen
class ReadyNetwork:
    """`axes` of a sample that it needs (3 pictures, 2 sequences, 0 any); `build(shape)` gives the layers; `task` that
    it is made for, "" any.

    `halved`: how often a picture's sides have to be halved without a remainder. `answer(shape)` gives a last layer that
    answers in place of the output layer, for the shape of what is to be answered. `brings(experiment)`: further edits
    in the place of those that set the task.
    """

    key: str
    label: str
    summary: str
    axes: int
    build: Callable[[Shape], list[Values]]
    task: str = ""
    halved: int = 0
    answer: Callable[[Shape], Values] | None = None
    brings: Callable[[Experiment], tuple[tuple[str, Any], ...]] | None = None

    def refusal(self, experiment: Experiment) -> str:
        """Why it does not fit these data; "" where it does."""
        shape = comes_in(experiment)
        if self.axes and len(shape) != self.axes:
            return f"needs {'pictures' if self.axes == 3 else 'sequences'}, but what comes in is {said(shape or (0,))}"
        if self.task and self.task not in experiment.data.tasks:
            return registry.kind_of(Task, self.task).needs
        if self.halved and any(side % 2**self.halved for side in shape[1:]):
            return f"needs pictures whose sides can be divided by {2**self.halved}, but they are of {shape[1]} × {shape[2]} pixels"
        return ""

    def layers(self, experiment: Experiment) -> tuple[Layer, ...]:
        """The hidden layers, cut to the data of an experiment."""
        row = self.build(comes_in(experiment))
        if self.answer is not None:
            row.append(self.answer(experiment.data.sample_shape))
        return tuple(registry.read(Layer, layer) for layer in named_layers(row))

    def told(self, experiment: Experiment, outputs: int) -> str:
        """What it is, and how many parameters it has where so many numbers are answered: with as many updates, nets of
        a like number compare fairly."""
        parameters = self.parameters(experiment, outputs)
        return f"{self.summary} {parameters:,} parameters." if parameters else self.summary

    def parameters(self, experiment: Experiment, outputs: int) -> int:
        """Of the layers and the output layer behind them; 0 where that is not known, or there are two players."""
        shape = comes_in(experiment)
        if not shape or self.refusal(experiment) or self.brings is not None:
            return 0
        if self.task == "autoencoder":
            outputs = math.prod(experiment.data.sample_shape)
        total = 0
        for layer in self.layers(experiment):
            total += sum(math.prod(size) for size in layer.parameters(shape).values())
            shape = layer.shape(shape)
        return total if self.answer is not None else total + (math.prod(shape) + 1) * outputs

    def edits(self, experiment: Experiment) -> tuple[tuple[str, Any], ...]:
        """What puts it in the place of the hidden layers."""
        layers = self.layers(experiment)
        if self.brings is not None:
            return (*self.brings(experiment), ("layers", layers))
        task = (("task", {"kind": self.task}),) if self.task and experiment.task.kind != self.task else ()
        if not self.task and experiment.task.kind == "autoencoder":
            task = (("task", {"kind": experiment.data.task}),)
        return (*task, *self._output(experiment), ("layers", layers))

    def _output(self, experiment: Experiment) -> tuple[tuple[str, Any], ...]:
        """The output layer away where a layer of the row answers, pixels between 0 and 1; back where one was away."""
        if self.answer is not None:
            return (("output.layer", "none"), ("output.activation", {"kind": "sigmoid"}))
        return (("output.layer", "dense"), ("output.activation", "auto")) if experiment.output.layer == "none" else ()


def dense(units: int) -> Values:
    """A dense ReLU layer as a file would have it."""
    return {"kind": "dense", "units": units, "activation": RELU, "initializer": HE}


def _lenet(shape: Shape) -> list[Values]:
    small = min(shape[1:]) < SMALL
    kernel = {"kernel": 3, "padding": 1} if small else {"kernel": 5}
    pool = {"kind": "max_pool", "window": 2}
    return [
        {"kind": "conv2d", "channels": 8, **kernel},
        pool,
        {"kind": "conv2d", "channels": 16, **kernel},
        dict(pool),
        dense(24),
    ]


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


def _dense_head(shape: Shape) -> list[Values]:
    """Wide where pixels or steps come in; two small layers where a row of a few numbers does."""
    return [{**dense(64), "dropout": 0.3}] if len(shape) > 1 else [dense(8), dense(8)]


def _flatten_head(shape: Shape) -> list[Values]:
    kernel = {"kernel": 3, "padding": 1} if min(shape[1:]) < SMALL else {"kernel": 5}
    pool = {"kind": "max_pool", "window": 2}
    return [
        {"kind": "conv2d", "channels": 12, **kernel},
        pool,
        {"kind": "conv2d", "channels": 24, **kernel},
        dict(pool),
        {**dense(64), "dropout": 0.4},
    ]


def _pooling_head(shape: Shape) -> list[Values]:
    """With so much padding that both convolutions see a picture whole wherever it lies: only then does global pooling
    not mind where."""
    kernel = 3 if min(shape[1:]) < SMALL else 5
    first = {"kind": "conv2d", "channels": 12, "kernel": kernel, "padding": kernel + 1}
    second = {"kind": "conv2d", "channels": 32, "kernel": kernel}
    return [
        first,
        {"kind": "max_pool", "window": 2},
        second,
        {"kind": "global_pool", "keeps": "maximum"},
        {**dense(64), "dropout": 0.4},
    ]


def _conv_autoencoder(shape: Shape) -> list[Values]:
    """Two halvings to a code of eight numbers, and the same way back: a transposed convolution, then upsampling, so
    that both can be compared."""
    height, width = (side // 4 for side in shape[1:])
    conv, pool = {"kind": "conv2d", "kernel": 3, "padding": 1}, {"kind": "max_pool", "window": 2}
    return [
        {**conv, "channels": 8}, pool, {**conv, "channels": 16}, dict(pool),
        {"kind": "dense", "name": "code", "units": 8, "activation": {"kind": "linear"}}, dense(16 * height * width),
        {"kind": "reshape", "to": f"16 × {height} × {width}"}, {"kind": "conv_transpose2d", "channels": 8, "kernel": 4, "stride": 2, "padding": 1},
        {"kind": "upsample", "factor": 2},
    ]  # fmt: skip


def _pixels(shape: Shape) -> Values:
    """A convolution that answers with the picture's own channels."""
    return {"kind": "conv2d", "channels": shape[0], "kernel": 3, "padding": 1, "activation": {"kind": "linear"}}


ROWS = (
    ReadyNetwork(
        "dense",
        "Plain dense net",
        "Every unit sees every number, each on its own: of a picture its pixels, of a sequence all steps in a row.",
        0,
        _dense_head,
    ),
    ReadyNetwork(
        "cnn-flatten",
        "CNN with flatten",
        "Two convolutions, then every place of the maps has weights of its own.",
        3,
        _flatten_head,
    ),
    ReadyNetwork(
        "cnn-pooling",
        "CNN with global pooling",
        "Two convolutions, then only how strongly a pattern is found, not where.",
        3,
        _pooling_head,
    ),
    ReadyNetwork(
        "lenet",
        "LeNet-like",
        "Two convolutions, each with pooling, and a dense layer (LeCun and others 1998).",
        3,
        _lenet,
    ),
    ReadyNetwork(
        "residual",
        "Small residual net",
        "A convolution, two residual blocks, global pooling (He and others 2015).",
        3,
        _residual,
    ),
    ReadyNetwork(
        "recurrent",
        "Recurrent classifier",
        "A GRU that reads the sequence and passes its last state on.",
        2,
        _recurrent,
    ),
    ReadyNetwork(
        "autoencoder",
        "Autoencoder",
        "Through a code of twelve numbers and back: the network draws what it sees.",
        0,
        _autoencoder,
        "autoencoder",
    ),
    ReadyNetwork(
        "conv-autoencoder",
        "Convolutional autoencoder",
        "Convolutions down to a code of eight numbers, and up again to a picture.",
        3,
        _conv_autoencoder,
        "autoencoder",
        2,
        _pixels,
    ),
    ReadyNetwork(
        "gan",
        "GAN pair",
        "A discriminator and a generator that makes samples out of noise (Goodfellow and others 2014).",
        0,
        ready_gan.discriminator,
        "gan",
        brings=ready_gan.edits,
    ),
)


def place_for(layers: tuple[Layer, ...], new: Layer, inputs: Shape) -> int:
    """The last place in the stack where a new layer fits, and those behind it still do; `Misfit` of the end where there
    is none."""
    # the words alone: a kept exception holds its frames, and those of all callers, for the garbage collector, which
    # crashed on them
    refused = ""
    for place in range(len(layers), -1, -1):
        try:
            shape = inputs
            for layer in (*layers[:place], new, *layers[place:]):
                shape = layer.shape(shape)
            return place
        except Misfit as problem:
            refused = refused or str(problem)
    raise Misfit(refused)
