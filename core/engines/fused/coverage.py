"""What the fused kernel can do, told before numba is loaded."""

from __future__ import annotations

import importlib.util
from typing import Any

from core import shapes
from core.experiment import Experiment

LOSSES = ("mean_squared", "half_squared", "absolute", "huber", "hinge", "cross_entropy")
OPTIMIZERS = ("sgd", "adagrad", "rmsprop", "adam", "adamw", "nadam")
PENALTIES = ("l1", "l2")
ACTIVATIONS = (
    "linear", "step", "relu", "leaky_relu", "prelu", "elu", "selu", "sigmoid", "tanh", "silu", "mish", "hard_sigmoid", "hard_tanh", "hard_swish",
    "gelu", "softplus", "sine", "maxout", "softmax",
)  # fmt: skip


def reason_against(experiment: Experiment) -> str:
    """Why the kernel cannot train this experiment, in one sentence; "" where it can."""
    if importlib.util.find_spec("numba") is None:
        return "The package numba, which compiles the kernel, is not installed."
    if experiment.rule.kind != "gradient":
        return "The fused kernel descends along gradients; the perceptron rule has an engine of its own."
    if experiment.task.kind == "gan":
        return "The fused kernel trains one network; a GAN has two players."
    if experiment.device not in ("auto", "cpu"):
        return "The fused kernel runs on the CPU."
    for what, kind, known in _parts(experiment):
        if kind not in known:
            return f"The fused kernel does not know {what} {kind!r}."
    for layer in experiment.layers:
        if layer.normalization != "none":
            return f"The fused kernel does not normalize sums, as layer {layer.name} does."
    return ""


def _parts(experiment: Experiment) -> list[tuple[str, str, tuple[str, ...]]]:
    stack: tuple[Any, ...] = shapes.stack(experiment, 1)
    return [
        ("the loss", experiment.loss.kind, LOSSES),
        ("the optimizer", experiment.optimizer.kind, OPTIMIZERS),
        *(("the penalty", penalty.kind, PENALTIES) for penalty in experiment.penalties),
        *(("layers of the kind", layer.kind, ("dense",)) for layer in experiment.layers),
        *(("the activation", layer.acts.kind, ACTIVATIONS) for layer in stack),
    ]
