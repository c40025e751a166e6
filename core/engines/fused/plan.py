"""An experiment as the tables of numbers that the kernel reads."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from core import random, shapes
from core.activations.elu import SELU_ALPHA, SELU_SCALE
from core.engines.fused import activations, kernel, losses, optimizers, passes
from core.engines.fused.gradient import CUTTING, L1, L2
from core.engines.state import Machine
from core.experiment import Experiment

_LAST = {"keep": kernel.KEEP, "drop": kernel.DROP, "carry": kernel.CARRY}
_OWN_NUMBERS = {"leaky_relu": "leak", "elu": "alpha", "softplus": "beta", "sine": "frequency"}
_OPTIONS = {
    "momentum": optimizers.MOMENTUM, "dampening": optimizers.DAMPENING, "weight_decay": optimizers.DECAY, "eps": optimizers.EPS, "lr_decay": optimizers.LR_DECAY,
    "beta1": optimizers.BETA1, "beta2": optimizers.BETA2, "alpha": optimizers.BETA2, "momentum_decay": optimizers.MOMENTUM_DECAY,
    "nesterov": optimizers.FLAG, "centered": optimizers.FLAG, "amsgrad": optimizers.FLAG, "decoupled_weight_decay": optimizers.FLAG,
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Plan:
    """The settings of a run for `kernel.advance`; `rows` is how many rows of samples the workspace needs."""

    layers: np.ndarray
    numbers: np.ndarray
    shares: np.ndarray
    prefixes: np.ndarray
    ways: np.ndarray
    bounds: np.ndarray
    options: np.ndarray
    pulls: np.ndarray
    rows: int


def plan(machine: Machine, batch: int) -> Plan:
    """The tables for batches of `batch` samples."""
    experiment = machine.experiment
    outputs = machine.targets.shape[1]
    stack = shapes.stack(experiment, outputs)
    layers, numbers, rows = layer_tables(machine)
    pulls = _pulls(machine)
    ways = np.zeros(kernel.WAYS, np.int64)
    ways[kernel.OPTIMIZER] = optimizers.CODES[experiment.optimizer.kind]
    ways[kernel.LOSS] = losses.CODES[experiment.loss.kind]
    ways[kernel.BATCH], ways[kernel.LAST] = batch, _LAST[experiment.last_batch]
    ways[kernel.EACH_EPOCH] = experiment.shuffle == "each epoch"
    ways[kernel.PENALTIES], ways[kernel.CUTS] = pulls[[L1, L2]].any(), pulls[CUTTING].any()
    ways[kernel.TARGETS] = rows
    bounds = np.zeros(kernel.BOUNDS)
    bounds[kernel.DELTA] = getattr(experiment.loss, "delta", 0.0)
    bounds[kernel.CLIP_VALUE], bounds[kernel.CLIP_NORM] = experiment.clipping.value, experiment.clipping.norm
    return Plan(
        layers,
        numbers,
        np.array([*(layer.dropout for layer in experiment.layers), 0.0]),
        _prefixes(experiment, stack),
        ways,
        bounds,
        _options(experiment.optimizer),
        pulls,
        rows + outputs,
    )


def layer_tables(machine: Machine) -> tuple[np.ndarray, np.ndarray, int]:
    """The layers' fields, their activations' numbers, and the rows of samples that the workspace of a forward pass needs."""
    stack = shapes.stack(machine.experiment, machine.targets.shape[1])
    layers, rows = _layers(stack, machine.network.slots, machine.inputs.shape[1])
    return layers, np.array([_own_numbers(layer.activation) for layer in stack]), rows


def _layers(stack: tuple[Any, ...], slots: tuple[shapes.Slot, ...], features: int) -> tuple[np.ndarray, int]:
    """Where everything of each layer lies, and the rows that the layers need together, the inputs first."""
    table = np.full((len(stack), passes.FIELDS), -1, np.int64)
    offsets = {slot.name: slot.offset for slot in slots}
    row, entry, inputs = features, 0, features
    for fields, layer in zip(table, stack, strict=True):
        units, pieces = layer.units, layer.activation.pieces
        fields[passes.INPUTS], fields[passes.UNITS], fields[passes.PIECES] = inputs, units, pieces
        fields[passes.CODE] = _code(layer.activation)
        for field, role in ((passes.WEIGHT, "weight"), (passes.BIAS, "bias"), (passes.LEARNED, "activation.slope")):
            fields[field] = offsets.get(f"{layer.name}.{role}", -1)
        fields[passes.ENTRY] = entry
        for field, count in (
            (passes.SUMS, units * pieces), (passes.VALUES, units), (passes.SLOPES, units * pieces),
            (passes.DELTAS, units * pieces), (passes.GRADIENTS, units), (passes.MASKS, units),
        ):  # fmt: skip
            fields[field] = row
            row += count
        entry, inputs = int(fields[passes.VALUES]), units
    return table, row


def _code(activation: Any) -> int:
    name = "gelu_tanh" if activation.kind == "gelu" and activation.approximate == "tanh" else activation.kind
    return activations.CODES[name]


def _own_numbers(activation: Any) -> tuple[float, float]:
    """The two numbers of an activation: for the exponential units α and the scale, else its one parameter."""
    if activation.kind == "selu":
        return SELU_ALPHA, SELU_SCALE
    name = _OWN_NUMBERS.get(activation.kind)
    return (float(getattr(activation, name)) if name else 0.0), 1.0


def _prefixes(experiment: Experiment, stack: tuple[Any, ...]) -> np.ndarray:
    """The keys of the masks of each layer, and of the orders, without their last counter."""
    seeds = experiment.seeds
    return np.array([*(random.key(seeds.dropout, f"dropout {layer.name}") for layer in stack), random.key(seeds.batches, "order")], np.uint64)


def _options(optimizer: Any) -> np.ndarray:
    found = np.zeros(len(_OPTIONS))
    for name, place in _OPTIONS.items():
        if name in type(optimizer).model_fields:
            found[place] = float(getattr(optimizer, name))
    return found


def _pulls(machine: Machine) -> np.ndarray:
    """What each penalty does to each number of the flat vector, (3, parameters) in the run's precision."""
    slots = machine.network.slots
    pulls = np.zeros((3, shapes.total(slots)), machine.experiment.dtype)
    for penalty in machine.experiment.penalties:
        row = L2 if penalty.kind == "l2" else CUTTING if penalty.kill else L1
        pulls[row][shapes.weight_mask(slots, penalty.biases)] = penalty.rate
    return pulls
