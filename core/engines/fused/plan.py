"""An experiment as the tables of numbers that the kernel reads."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import numpy as np

from core import random
from core.activations.elu import SELU_ALPHA, SELU_SCALE
from core.data import noise
from core.engines.fused.native import places
from core.engines.fused.native.places import CUTTING, L1, L2
from core.frozen import frozen
from core.layers.dense import Dense
from core.losses.robust import Huber
from core.networks import shapes
from core.networks.blueprint import Blueprint

_LAST = {"keep": places.KEEP, "drop": places.DROP, "carry": places.CARRY}
_OWN_NUMBERS = {"leaky_relu": "leak", "elu": "alpha", "softplus": "beta", "sine": "frequency"}
_OPTIONS = {
    "momentum": places.MOMENTUM, "dampening": places.DAMPENING, "weight_decay": places.DECAY, "eps": places.EPS, "lr_decay": places.LR_DECAY,
    "beta1": places.BETA1, "beta2": places.BETA2, "alpha": places.BETA2, "momentum_decay": places.MOMENTUM_DECAY,
    "nesterov": places.FLAG, "centered": places.FLAG, "amsgrad": places.FLAG, "decoupled_weight_decay": places.FLAG,
}  # fmt: skip


@frozen
class Plan:
    """The settings of a run for the kernel that learns; `rows` is how many rows of samples the workspace needs,
    `normal` the numbers of which noise is drawn, None where there is none."""

    layers: np.ndarray
    numbers: np.ndarray
    shares: np.ndarray
    prefixes: np.ndarray
    ways: np.ndarray
    bounds: np.ndarray
    options: np.ndarray
    pulls: np.ndarray
    rows: int
    normal: np.ndarray | None


def plan(blueprint: Blueprint, batch: int) -> Plan:
    """The tables for batches of `batch` samples."""
    experiment = blueprint.experiment
    layers, numbers, rows = layer_tables(blueprint, learning=True)
    pulls = _pulls(blueprint)
    ways = np.zeros(places.WAYS, np.int64)
    ways[places.OPTIMIZER] = places.OPTIMIZERS.index(experiment.optimizer.kind)
    ways[places.LOSS] = places.LOSSES.index(experiment.loss.kind)
    ways[places.BATCH], ways[places.LAST] = batch, _LAST[experiment.last_batch]
    ways[places.EACH_EPOCH] = experiment.shuffle == "each epoch"
    ways[places.PENALTIES], ways[places.CUTS] = pulls[[L1, L2]].any(), pulls[CUTTING].any()
    ways[places.TARGETS] = rows
    bounds = np.zeros(places.BOUNDS)
    bounds[places.DELTA] = experiment.loss.delta if isinstance(experiment.loss, Huber) else 0.0
    bounds[places.THRESHOLD] = experiment.loss.threshold
    bounds[places.NOISE] = experiment.task.fresh_noise
    bounds[places.CLIP_VALUE], bounds[places.CLIP_NORM] = experiment.clipping.value, experiment.clipping.norm
    return Plan(
        layers,
        numbers,
        np.array([layer.dropout for layer in dense_layers(blueprint)]),
        prefixes(blueprint),
        ways,
        bounds,
        _options(experiment.optimizer),
        pulls,
        rows + blueprint.outputs,
        noise.normal_numbers().astype(experiment.dtype) if experiment.task.fresh_noise else None,
    )


def layer_tables(blueprint: Blueprint, *, learning: bool) -> tuple[np.ndarray, np.ndarray, int]:
    """The layers' fields, their activations' numbers, and the rows of samples that the workspace needs: fewer where
    nothing is learned."""
    layers, rows = _layers(blueprint, learning=learning)
    return layers, np.array([_own_numbers(layer.acts) for layer in dense_layers(blueprint)]), rows


def dense_layers(blueprint: Blueprint) -> tuple[Dense, ...]:
    """The layers of a network that the kernel covers, from the inputs to the output."""
    return tuple(placed.layer for placed in blueprint.own if isinstance(placed.layer, Dense))


def _layers(blueprint: Blueprint, *, learning: bool) -> tuple[np.ndarray, int]:
    """Where everything of each layer lies, and the rows that the layers need together, the inputs first."""
    stack = dense_layers(blueprint)
    table = np.full((len(stack), places.FIELDS), -1, np.int64)
    offsets = {slot.name: slot.offset for slot in blueprint.slots}
    features = math.prod(blueprint.shape)
    row, entry, inputs = features, 0, features
    for fields, layer in zip(table, stack, strict=True):
        units, pieces = layer.units, layer.activation.pieces
        fields[places.INPUTS], fields[places.UNITS], fields[places.PIECES] = inputs, units, pieces
        fields[places.CODE] = _code(layer.activation)
        for field, role in ((places.WEIGHT, "weight"), (places.BIAS, "bias"), (places.LEARNED, "activation.slope")):
            fields[field] = offsets.get(f"{layer.name}.{role}", -1)
        fields[places.ENTRY] = entry
        for field, count in _rows(units, pieces, learning=learning):
            fields[field] = row
            row += count
        entry, inputs = int(fields[places.VALUES]), units
    return table, row


def _rows(units: int, pieces: int, *, learning: bool) -> tuple[tuple[int, int], ...]:
    """Field and number of rows of everything that a layer writes down."""
    looked_at = (places.SUMS, units * pieces), (places.VALUES, units)
    learned_from = (
        (places.SLOPES, units * pieces),
        (places.DELTAS, units * pieces),
        (places.GRADIENTS, units),
        (places.MASKS, units),
    )
    return looked_at + learned_from if learning else looked_at


def _code(activation: Any) -> int:
    name = "gelu_tanh" if activation.kind == "gelu" and activation.approximate == "tanh" else activation.kind
    return places.ACTIVATIONS.index(name)


def _own_numbers(activation: Any) -> tuple[float, float]:
    """The two numbers of an activation: for the exponential units α and the scale, else its one parameter."""
    if activation.kind == "selu":
        return SELU_ALPHA, SELU_SCALE
    name = _OWN_NUMBERS.get(activation.kind)
    return (float(getattr(activation, name)) if name else 0.0), 1.0


def prefixes(blueprint: Blueprint) -> np.ndarray:
    """The keys of the masks of each layer, of the orders and of the noise, without their last counter."""
    seeds = blueprint.experiment.seeds
    masks = (random.key(seeds.dropout, f"dropout {layer.name}") for layer in dense_layers(blueprint))
    return np.array([*masks, random.key(seeds.batches, "order"), noise.key(seeds.batches)], np.uint64)


def _options(optimizer: Any) -> np.ndarray:
    found = np.zeros(places.OPTIONS)
    for name, place in _OPTIONS.items():
        if name in type(optimizer).model_fields:
            found[place] = float(getattr(optimizer, name))
    for beta, log in ((places.BETA1, places.LOG1), (places.BETA2, places.LOG2)):
        found[log] = math.log(found[beta]) if found[beta] > 0 else -math.inf
    return found


def bare(found: Plan, samples: int) -> Plan:
    """The tables for one look at the gradient of the mean loss of `samples` samples: nothing is switched off, cut,
    clipped, penalized or noisy, and plain descent changes what it is given by the rate."""
    ways, bounds = found.ways.copy(), found.bounds.copy()
    ways[[places.OPTIMIZER, places.BATCH, places.LAST]] = places.SGD, samples, places.KEEP
    ways[[places.EACH_EPOCH, places.PENALTIES, places.CUTS]] = 0
    bounds[[places.CLIP_VALUE, places.CLIP_NORM, places.NOISE]] = 0.0
    return dataclasses.replace(
        found,
        shares=np.zeros_like(found.shares),
        ways=ways,
        bounds=bounds,
        options=np.zeros_like(found.options),
        pulls=np.zeros_like(found.pulls),
    )


def _pulls(blueprint: Blueprint) -> np.ndarray:
    """What each penalty does to each number of the flat vector, (3, parameters) in the run's precision."""
    slots, experiment = blueprint.slots, blueprint.experiment
    pulls = np.zeros((3, shapes.total(slots)), experiment.dtype)
    for penalty in experiment.penalties:
        row = L2 if penalty.kind == "l2" else CUTTING if penalty.cuts else L1
        pulls[row][shapes.weight_mask(slots, biases=penalty.biases)] = penalty.rate
    return pulls
