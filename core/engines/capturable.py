"""Which updates a CUDA graph can replay, told before PyTorch is loaded."""

from __future__ import annotations

from core.experiment import Experiment
from core.families import count_of
from core.networks.blueprint import players_of

CAPTURABLE = (
    "adam",
    "adamw",
    "nadam",
    "radam",
    "rmsprop",
    "adadelta",
    "adamax",
)  # they take `capturable=True`; SGD takes `fused=True`


def reason_against_replay(experiment: Experiment) -> str:
    """Why an experiment's updates cannot be captured on any device, in one sentence; "" where they can."""
    if experiment.rule.kind != "gradient":
        return "Only updates along gradients are captured."
    players = players_of(experiment)
    if len(players) > 1:
        return f"Only one network is captured; a {experiment.task.label} has {count_of(players)}."
    if experiment.optimizer.kind not in (*CAPTURABLE, "sgd"):
        return f"PyTorch cannot capture the optimizer {experiment.optimizer.label}."
    if experiment.task.fresh_noise:
        return "The damage that is done anew for every batch is drawn on the CPU, update by update."
    if any(layer.mask((1,)) is not None for layer in experiment.layers):
        return "The masks of dropout are drawn on the CPU, update by update."
    if any(layer.cuts for layer in experiment.layers):
        return "Connections that are pruned are marked on the way, update by update."
    if any(penalty.cuts for penalty in experiment.penalties):
        return "Links that are cut for good are marked on the way, update by update."
    return ""
