"""Shapes, names and counts of a network in plain Python: known before torch is there."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from core import random
from core.experiment import Experiment
from core.experiment.checks import resolved_output
from core.families import Layer, Misfit, Shape
from core.layers.dense import Dense
from core.messages import BadInput
from core.networks.bare_output import BareOutput


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
    def is_generators(self) -> bool:
        """Whether it belongs to the second player of a GAN."""
        return self.layer.startswith("generator.")

    @property
    def role(self) -> str:
        """ "weight", "bias", "norm.weight", … within the layer."""
        return self.name.removeprefix(f"{self.layer}.")

    def decode(self, index: int) -> tuple[int, ...]:
        return tuple(int(i) for i in np.unravel_index(index, self.shape))


@dataclasses.dataclass(frozen=True)
class LayerInfo:
    """What a card says of a layer: the shapes of one sample before and after it, and what it learns."""

    name: str
    inputs: Shape
    outputs: Shape
    parameters: int


def as_shape(inputs: int | Shape) -> Shape:
    """A number of features as the shape of one row of them."""
    return (inputs,) if isinstance(inputs, int) else tuple(inputs)


def words(shape: Shape) -> str:
    """A shape as a person reads it: "10", "8 × 24 × 24"."""
    return " × ".join(f"{size:,}" for size in shape)


def spoken(name: str, hidden: tuple[str, ...]) -> str:
    """A layer as a person calls it: "hidden layer 2", "output"; `hidden` names the hidden layers in their order."""
    if name not in hidden:
        return "output"
    return f"hidden layer {hidden.index(name) + 1}" if len(hidden) > 1 else "the hidden layer"


def output_layer(experiment: Experiment, outputs: int) -> Layer:
    """The output layer as a dense layer whose activation is resolved, or what stands for it where the last hidden layer
    answers."""
    output = experiment.output
    if output.layer == "none":
        return BareOutput(name="output", units=outputs, activation=resolved_output(experiment))
    return Dense(
        name="output",
        units=outputs,
        activation=resolved_output(experiment),
        bias=output.bias,
        initializer=output.initializer,
        bias_initializer=output.bias_initializer,
    )


def stack(experiment: Experiment, outputs: int) -> tuple[Layer, ...]:
    """All layers from the inputs to the output."""
    return (*experiment.layers, output_layer(experiment, outputs))


def walk(experiment: Experiment, inputs: int | Shape, outputs: int) -> list[tuple[Layer, Shape, Shape]]:
    """Every layer with the shapes of what comes in and what goes out; `BadInput` where the stack does not fit."""
    found: list[tuple[Layer, Shape, Shape]] = []
    shape = as_shape(inputs)
    for layer in stack(experiment, outputs):
        try:
            after = layer.shape(shape)
        except Misfit as problem:
            raise BadInput("experiment", f"layers.{layer.name}", str(problem)) from problem
        found.append((layer, shape, after))
        shape = after
    return found


def by_unit(numbers: np.ndarray, shape: Shape) -> np.ndarray:
    """Each sample's numbers in one row (samples, …) -> (observations, units): the units of a layer of this shape are
    its channels or features."""
    if len(shape) == 3:
        return (
            numbers.reshape(len(numbers), -1, shape[1] * shape[2])
            .swapaxes(1, 2)
            .reshape(-1, numbers.shape[1] // (shape[1] * shape[2]))
        )
    return numbers.reshape(len(numbers) * shape[0], -1) if len(shape) == 2 else numbers


def layout(experiment: Experiment, inputs: int | Shape, outputs: int) -> tuple[Slot, ...]:
    """Where every parameter lies in the flat vector, in the order of `Session.parameters()`."""
    slots: list[Slot] = []
    offset = 0
    for owner, layer, comes_in in players(experiment, inputs, outputs):
        for name, shape in layer.parameters(comes_in).items():
            slots.append(Slot(f"{owner}.{name}", owner, shape, offset))
            offset += math.prod(shape)
    return tuple(slots)


def players(experiment: Experiment, inputs: int | Shape, outputs: int) -> list[tuple[str, Layer, Shape]]:
    """Every layer of all networks with its name among the parameters and the shape of what comes in; those of a second
    player come last."""
    found = [(layer.name, layer, comes_in) for layer, comes_in, _ in walk(experiment, inputs, outputs)]
    second = experiment.task.second(as_shape(inputs))
    if second is None:
        return found
    shape = second.inputs
    for layer in second.layers:
        try:
            after = layer.shape(shape)
        except Misfit as problem:
            raise BadInput("experiment", f"task.layers.{layer.name}", str(problem)) from problem
        found.append((f"{second.name}.{layer.name}", layer, shape))
        shape = after
    return found


def total(slots: tuple[Slot, ...]) -> int:
    """How many numbers there are."""
    return sum(slot.size for slot in slots)


def describe(experiment: Experiment, inputs: int | Shape, outputs: int) -> tuple[LayerInfo, ...]:
    """Shapes and parameter count of every layer."""
    return tuple(
        LayerInfo(layer.name, before, after, sum(math.prod(shape) for shape in layer.parameters(before).values()))
        for layer, before, after in walk(experiment, inputs, outputs)
    )


def start_vector(experiment: Experiment, inputs: int | Shape, outputs: int) -> np.ndarray:
    """The starting parameters as one float64 vector: stored ones where the experiment has them, else drawn."""
    slots = layout(experiment, inputs, outputs)
    vector = np.empty(total(slots))
    layers = {owner: (layer, comes_in) for owner, layer, comes_in in players(experiment, inputs, outputs)}
    for slot in slots:
        layer, comes_in = layers[slot.layer]
        vector[slot.where] = layer.start(
            slot.role, comes_in, random.key(experiment.seeds.weights, f"start {slot.name}")
        ).ravel()
    _store(experiment, slots, vector)
    return vector


def dropouts(experiment: Experiment, inputs: int | Shape, outputs: int) -> list[tuple[str, Shape, float]]:
    """Layers that switch values off at random, a second player's among them: name, shape of one sample's mask, share
    that is switched off."""
    masks = ((owner, layer.mask(comes_in)) for owner, layer, comes_in in players(experiment, inputs, outputs))
    return [(name, *mask) for name, mask in masks if mask is not None]


def weight_mask(slots: tuple[Slot, ...], biases: bool) -> np.ndarray:
    """True for the numbers a penalty counts: weights, and biases where asked; never normalization or activation
    parameters, nor a generator's."""
    return (
        np.concatenate([np.full(slot.size, not slot.is_generators and _counts(slot.role, biases)) for slot in slots])
        if slots
        else np.zeros(0, bool)
    )


def _counts(role: str, biases: bool) -> bool:
    return role.startswith("weight") or (biases and role.startswith("bias"))


def _store(experiment: Experiment, slots: tuple[Slot, ...], vector: np.ndarray) -> None:
    by_name = {slot.name: slot for slot in slots}
    for name, numbers in experiment.start.weights.items():
        slot = by_name.get(name)
        if slot is None:
            raise BadInput(
                "experiment",
                f"start.weights.{name}",
                f"this network has no such parameter; it has {', '.join(by_name)}",
            )
        vector[slot.where] = checked(slot, numbers, "start.weights").ravel()


def checked(slot: Slot, numbers: object, where: str) -> np.ndarray:
    """Numbers for one parameter as a float64 array of its shape; `BadInput` where they do not fit."""
    try:
        array = np.asarray(numbers, dtype=np.float64)
    except (TypeError, ValueError):
        raise BadInput(
            "experiment", f"{where}.{slot.name}", "must be a list of numbers, each row of the same length"
        ) from None
    if array.shape != slot.shape:
        raise BadInput(
            "experiment", f"{where}.{slot.name}", f"has the shape {array.shape}, this network needs {slot.shape}"
        )
    if not np.isfinite(array).all():
        raise BadInput("experiment", f"{where}.{slot.name}", "has a number that is not finite")
    return array
