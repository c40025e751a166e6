"""Choosing how to learn: an optimizer, or a rule that needs none; and what has to change with it."""

from __future__ import annotations

from typing import Any

from core import registry
from core.documents.written import kind_of
from core.experiment import Experiment
from core.families import Loss

GRADIENT, PERCEPTRON = "gradient", "perceptron"
RATES = (0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
BATCHES = (1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000, 5000)

Edits = tuple[tuple[str, Any], ...]


def method(experiment: Experiment) -> str:
    """What the optimizer box shows: the rule where it is not the gradient, else the optimizer."""
    return experiment.optimizer.kind if experiment.rule.kind == GRADIENT else experiment.rule.kind


def choosing(experiment: Experiment, kind: str) -> Edits:
    """The edits for an entry of the optimizer box; the loss goes along with the rule."""
    if kind == method(experiment):
        return ()
    if kind == PERCEPTRON:
        return (("rule.kind", PERCEPTRON), ("loss", "mistakes"), ("output.activation", "auto"), ("batch_size", 1))
    rule = kind if kind in registry.family("rules") else GRADIENT
    own = _optimizer(experiment, kind) if rule == GRADIENT else ()
    if experiment.rule.kind == PERCEPTRON:
        return (("rule.kind", rule), ("loss", None), ("output.activation", "auto"), *own)
    return own if experiment.rule.kind == rule else (("rule.kind", rule), *own)


def rate_path(experiment: Experiment) -> str:
    """Where the learning rate is declared that matters now."""
    return experiment.rule.lr_path


def rate(experiment: Experiment) -> float:
    """The learning rate that matters now."""
    return experiment.rule.lr_beside(experiment.optimizer)


def batch_stops(samples: int) -> tuple[float, ...]:
    """Where the batch slider rests: round numbers, then all the training samples."""
    return (*(float(count) for count in BATCHES if count < samples), float(max(samples, 1)))


def batch_of(value: float, samples: int) -> int | str:
    """A slider's value as the experiment has it."""
    return "all" if value >= samples > 1 else max(1, round(value))


def activation_everywhere(experiment: Experiment, kind: str) -> Edits:
    """The same activation for all hidden layers at once."""
    return tuple(
        (f"layers.{layer.name}.activation.kind", kind)
        for layer in experiment.layers
        if "activation" in type(layer).model_fields and layer.acts.kind != kind
    )


def activation_paths(experiment: Experiment) -> tuple[str, ...]:
    """Where the activations of the hidden layers stand."""
    return tuple(
        f"layers.{layer.name}.activation.kind"
        for layer in experiment.layers
        if "activation" in type(layer).model_fields
    )


def activation_shown(experiment: Experiment) -> str:
    """The kind that all hidden layers share; "" where they differ or there are none."""
    kinds = _activations(experiment)
    return kinds.pop() if len(kinds) == 1 else ""


def activation_words(experiment: Experiment) -> str:
    """What stands where the hidden layers share no kind."""
    if not experiment.layers:
        return "no hidden layer"
    return "different in each layer" if _activations(experiment) else "built into the layers"


def has_activation(experiment: Experiment) -> bool:
    """Whether a hidden layer lets its activation be chosen; recurrent cells bring theirs along."""
    return bool(_activations(experiment))


def _activations(experiment: Experiment) -> set[str]:
    return {layer.acts.kind for layer in experiment.layers if "activation" in type(layer).model_fields}


def also_words(experiment: Experiment) -> str:
    """What of the settings behind More takes part in learning: "L2 0.01", "L2 0.01, Cosine, clipping"; "" where nothing
    does."""
    clipping = experiment.clipping
    return ", ".join(
        (
            *(f"{penalty.label} {penalty.rate:g}" for penalty in experiment.penalties if penalty.rate > 0),
            *(() if experiment.schedule.kind == "constant" else (experiment.schedule.label,)),
            *(("early stopping",) if experiment.stop.patience else ()),
            *(("clipping",) if clipping.norm or clipping.value else ()),
        )
    )


def choosing_loss(experiment: Experiment, kind: str) -> Edits:
    """The edits for another loss: the output goes back to automatic where it would not fit."""
    if kind == experiment.loss.kind:
        return ()
    loss = registry.kind_of(Loss, kind)
    changes: list[tuple[str, Any]] = [("loss.kind", kind)]
    chosen = kind_of(experiment.output.activation)
    if chosen != "auto" and chosen not in loss.allowed_outputs:
        changes.append(("output.activation", "auto"))
    return tuple(changes)


def _optimizer(experiment: Experiment, kind: str) -> Edits:
    """Another optimizer goes on with the learning rate that there is: what is usual with it is said, not done."""
    return () if kind == experiment.optimizer.kind else (("optimizer.kind", kind),)
