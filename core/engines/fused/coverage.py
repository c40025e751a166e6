"""What the fused kernel can do, told before it is loaded."""

from __future__ import annotations

import importlib.util

from core.engines.fused.native import places
from core.experiment import Experiment
from core.families import count_of
from core.layers.dense import Dense
from core.networks.blueprint import Blueprint, players_of
from core.params import Component

KERNEL = "fused kernel"  # what its engine is called
UNABLE = "The fused kernel cannot be had here; the log says why."
PENALTIES = ("l1", "l2")
ACTIVATIONS = tuple(name for name in places.ACTIVATIONS if name != "gelu_tanh")  # a way of GELU, no kind of its own


def reason_against(experiment: Experiment) -> str:
    """Why the kernel cannot train this experiment, in one sentence; "" where it can."""
    if experiment.rule.kind != "gradient":
        return (
            f"The fused kernel descends along gradients; the rule “{experiment.rule.label}” has an engine of its own."
        )
    return _unknown(_learning_parts(experiment)) or reason_against_looking(experiment)


def reason_against_looking(experiment: Experiment) -> str:
    """Why the kernel cannot compute this network, in one sentence; "" where it can."""
    if importlib.util.find_spec("llvmlite") is None:
        return "The package llvmlite, which makes the kernel's code, is not installed."
    if experiment.device not in ("auto", "cpu"):
        return "The fused kernel runs on the CPU."
    if len(players_of(experiment)) > 1:
        return f"The fused kernel trains one network; a {experiment.task.label} has {count_of(players_of(experiment))}."
    if experiment.output.layer == "none":
        return "The fused kernel needs an output layer."
    unknown = _unknown(_network_parts(experiment))
    if unknown:
        return unknown
    for layer in experiment.layers:
        if isinstance(layer, Dense) and layer.normalization != "none":
            return f"The fused kernel does not normalize sums, as layer {layer.name} does."
    return ""


def is_tallied(blueprint: Blueprint) -> bool:
    """Whether the kernel itself sums up the losses and counts the right answers: one output says one of two classes, by
    a loss that needs nothing but sums and products."""
    experiment = blueprint.experiment
    return blueprint.outputs == 1 and experiment.task.counts and experiment.loss.kind in places.TALLIED


Part = tuple[str, Component, tuple[str, ...]]  # what it is called, what it is, the kinds that the kernel knows


def _unknown(parts: list[Part]) -> str:
    found = ((what, part.label) for what, part, known in parts if part.kind not in known)
    return next((f"The fused kernel does not know {what} {label}." for what, label in found), "")


def _learning_parts(experiment: Experiment) -> list[Part]:
    return [
        ("the loss", experiment.loss, places.LOSSES),
        ("the optimizer", experiment.optimizer, places.OPTIMIZERS),
        *(("the penalty", penalty, PENALTIES) for penalty in experiment.penalties),
    ]


def _network_parts(experiment: Experiment) -> list[Part]:
    return [
        *(("layers of the kind", layer, ("dense",)) for layer in experiment.layers),
        *(("the activation", layer.acts, ACTIVATIONS) for layer in players_of(experiment)[0].layers),
    ]
