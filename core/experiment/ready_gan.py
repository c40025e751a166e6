"""A ready pair of two players: a discriminator with the generator that suits it, cut to the data at hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from core.documents.toml_file import Values
from core.families import Shape

if TYPE_CHECKING:
    from core.experiment.experiment import Experiment

Edits = tuple[tuple[str, Any], ...]
HE = {"kind": "he_uniform"}
LEAKY = {
    "activation": {"kind": "leaky_relu", "leak": 0.2},
    "initializer": HE,
}  # a discriminator that is sure still passes a gradient on
RELU = {"activation": {"kind": "relu"}, "initializer": HE}
LARGE = 16  # pixels along a side from which on kernels are worth it
ADAM = {
    "kind": "adam",
    "beta1": 0.5,
}  # a long memory of a gradient that turns with the other player makes the game swing (Radford and others 2016)
DOUBLES = {"kind": "conv_transpose2d", "kernel": 4, "stride": 2, "padding": 1}


def discriminator(shape: Shape) -> list[Values]:
    """The hidden layers that tell real from generated samples of a shape."""
    if _convolves(shape):
        halves = {"kind": "conv2d", "kernel": 4, "stride": 2, "padding": 1, **LEAKY}
        return [{**halves, "channels": 8}, {**halves, "channels": 16}]
    return [{"kind": "dense", "units": units, **LEAKY} for units in ((128, 64) if len(shape) == 3 else (48, 48))]


def edits(experiment: Experiment) -> Edits:
    """The task with its generator, and optimizers that both can live with."""
    data = experiment.data
    shape = data.sample_shape
    task = {
        "kind": "gan", "latent": 10 if shape else 2, "real_target": 0.9, "layers": _generator(shape), "optimizer": {**ADAM, "lr": 0.002 if shape else 0.001},
        "activation": {"kind": "sigmoid" if shape and experiment.inputs.scaling == "none" else "linear"}, "last": "none" if _convolves(shape) else "dense",
    }  # fmt: skip
    found: Edits = (("task", task), ("optimizer", {**ADAM, "lr": 0.002}))
    if "classes" not in experiment.loss.tasks or experiment.loss.kind == "mistakes":
        found += (("loss.kind", "cross_entropy"), ("output.activation", "auto"))
    if experiment.rule.kind != "gradient":
        found = (("rule.kind", "gradient"), *found)
    return (*found, ("output.layer", "dense"), ("inputs.features", ()))


def _generator(shape: Shape) -> list[Values]:
    if not _convolves(shape):
        return [
            {"kind": "dense", "name": f"g{number}", "units": units, **RELU}
            for number, units in enumerate((128, 128) if shape else (32, 32), start=1)
        ]
    channels, height, width = shape[0], shape[1] // 4, shape[2] // 4
    row = [
        {"kind": "dense", "units": math.prod((16, height, width)), **RELU}, {"kind": "reshape", "to": f"16 × {height} × {width}"},
        {**DOUBLES, "channels": 12, **RELU}, {**DOUBLES, "channels": channels, "activation": {"kind": "linear"}},
    ]  # fmt: skip
    return [{"name": f"g{number}", **layer} for number, layer in enumerate(row, start=1)]


def _convolves(shape: Shape) -> bool:
    """Whether pictures of this shape are large enough for kernels, and can be halved twice and doubled again."""
    return len(shape) == 3 and min(shape[1:]) >= LARGE and not any(side % 4 for side in shape[1:])
