"""Shapes, names and counts of a network in plain Python: known before torch is there."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from core import random
from core.checks import resolved_output
from core.experiment import Experiment
from core.families import Initializer
from core.layers.dense import Dense
from core.messages import BadInput


@dataclasses.dataclass(frozen=True)
class Slot:
    """One parameter tensor in the flat vector: `name` such as "h1.weight", numbers [offset, offset + size)."""

    name: str
    layer: str
    shape: tuple[int, ...]
    offset: int

    @property
    def size(self) -> int:
        return math.prod(self.shape)

    @property
    def where(self) -> slice:
        return slice(self.offset, self.offset + self.size)

    @property
    def role(self) -> str:
        """"weight", "bias", "norm.weight", … within the layer."""
        return self.name.removeprefix(f"{self.layer}.")

    def decode(self, index: int) -> tuple[int, ...]:
        return tuple(int(i) for i in np.unravel_index(index, self.shape))


@dataclasses.dataclass(frozen=True)
class LayerInfo:
    """What a card says of a layer."""

    name: str
    inputs: int
    outputs: int
    parameters: int


def spoken(name: str, hidden: tuple[str, ...]) -> str:
    """A layer as a person calls it: "hidden layer 2", "output"; `hidden` names the hidden layers in their order."""
    if name not in hidden:
        return "output"
    return f"hidden layer {hidden.index(name) + 1}" if len(hidden) > 1 else "the hidden layer"


def output_layer(experiment: Experiment, outputs: int) -> Dense:
    """The output layer as a dense layer whose activation is resolved."""
    output = experiment.output
    return Dense(
        name="output",
        units=outputs,
        activation=resolved_output(experiment),
        bias=output.bias,
        initializer=output.initializer,
        bias_initializer=output.bias_initializer,
    )


def stack(experiment: Experiment, outputs: int) -> tuple[Dense, ...]:
    """All layers from the inputs to the output."""
    return (*experiment.layers, output_layer(experiment, outputs))


def layout(experiment: Experiment, inputs: int, outputs: int) -> tuple[Slot, ...]:
    """Where every parameter lies in the flat vector, in the order of `Session.parameters()`."""
    slots: list[Slot] = []
    offset, width = 0, inputs
    for layer in stack(experiment, outputs):
        for name, shape in layer.parameters(width).items():
            slots.append(Slot(f"{layer.name}.{name}", layer.name, shape, offset))
            offset += math.prod(shape)
        width = layer.shape(width)
    return tuple(slots)


def total(slots: tuple[Slot, ...]) -> int:
    return sum(slot.size for slot in slots)


def describe(experiment: Experiment, inputs: int, outputs: int) -> tuple[LayerInfo, ...]:
    """Inputs, outputs and parameter count of every layer."""
    found = []
    for layer in stack(experiment, outputs):
        count = sum(math.prod(shape) for shape in layer.parameters(inputs).values())
        found.append(LayerInfo(layer.name, inputs, layer.shape(inputs), count))
        inputs = layer.shape(inputs)
    return tuple(found)


def start_vector(experiment: Experiment, inputs: int, outputs: int) -> np.ndarray:
    """The starting parameters as one float64 vector: stored ones where the experiment has them, else drawn."""
    slots = layout(experiment, inputs, outputs)
    vector = np.empty(total(slots))
    layers = {layer.name: layer for layer in stack(experiment, outputs)}
    for slot in slots:
        vector[slot.where] = _start(layers[slot.layer], slot, experiment.seeds.weights).ravel()
    _store(experiment, slots, vector)
    return vector


def weight_mask(slots: tuple[Slot, ...], biases: bool) -> np.ndarray:
    """True for the numbers a penalty counts: weights, and biases where asked; never normalization or activation parameters."""
    counted = {"weight", "bias"} if biases else {"weight"}
    return np.concatenate([np.full(slot.size, slot.role in counted) for slot in slots]) if slots else np.zeros(0, bool)


def _start(layer: Dense, slot: Slot, seed: int) -> np.ndarray:
    if slot.role.startswith("activation."):
        return layer.activation.parameters(layer.units)[slot.role.removeprefix("activation.")]
    if slot.role.startswith("norm."):
        return np.full(slot.shape, 1.0 if slot.role == "norm.weight" else 0.0)
    initializer: Initializer = layer.initializer if slot.role == "weight" else layer.bias_initializer
    fan_in = slot.shape[1] if slot.role == "weight" else 1
    return initializer.draw(slot.shape, fan_in, layer.units, random.key(seed, f"start {slot.name}"))


def _store(experiment: Experiment, slots: tuple[Slot, ...], vector: np.ndarray) -> None:
    by_name = {slot.name: slot for slot in slots}
    for name, numbers in experiment.start.weights.items():
        slot = by_name.get(name)
        if slot is None:
            raise BadInput("experiment", f"start.weights.{name}", f"this network has no such parameter; it has {', '.join(by_name)}")
        vector[slot.where] = checked(slot, numbers, "start.weights").ravel()


def checked(slot: Slot, numbers: object, where: str) -> np.ndarray:
    """Numbers for one parameter as a float64 array of its shape; `BadInput` where they do not fit."""
    try:
        array = np.asarray(numbers, dtype=np.float64)
    except (TypeError, ValueError):
        raise BadInput("experiment", f"{where}.{slot.name}", "must be a list of numbers, each row of the same length") from None
    if array.shape != slot.shape:
        raise BadInput("experiment", f"{where}.{slot.name}", f"has the shape {array.shape}, this network needs {slot.shape}")
    if not np.isfinite(array).all():
        raise BadInput("experiment", f"{where}.{slot.name}", "has a number that is not finite")
    return array
