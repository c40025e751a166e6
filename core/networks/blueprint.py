"""Blueprint: all that follows from an experiment, the shape of a sample and the number of outputs, described once; in
plain Python, known before torch is there."""

from __future__ import annotations

import functools
import math
from typing import Protocol

import numpy as np

from core import random
from core.experiment import Experiment
from core.experiment.checks import resolved_output
from core.families import Layer, Layout, Misfit, Player, Shape, memory_name, named
from core.frozen import frozen
from core.layers.dense import Dense
from core.messages import BadInput
from core.networks.bare_output import BareOutput
from core.networks.shapes import Slot, as_shape, checked, total

KEPT = 8  # blueprints that are remembered


@frozen
class Placed:
    """A layer in its place: `name` as its parameters are called, whose it is, the shapes of one sample before and after
    it."""

    name: str
    player: str
    layer: Layer
    inputs: Shape
    outputs: Shape

    @property
    def parameters(self) -> int:
        """How many numbers it learns."""
        return self.layer.learned(self.inputs)

    @property
    def multiplications(self) -> int:
        """Of its weights with values, for one sample."""
        return self.layer.multiplications(self.inputs)


@frozen(eq=False)
class Blueprint:
    """What a network is made of. `BadInput` where layers do not fit, for whoever asks for more than the players."""

    experiment: Experiment
    shape: Shape
    outputs: int

    @functools.cached_property
    def players(self) -> tuple[Player, ...]:
        """The networks that learn, the experiment's own one first."""
        experiment = self.experiment
        own = Player(
            "", self.shape, _stack(experiment, self.outputs), experiment.optimizer, path="layers", penalized=True
        )
        return experiment.task.players(own, self.shape)

    @functools.cached_property
    def layers(self) -> tuple[Placed, ...]:
        """Every layer of all players, in the order of their parameters."""
        return tuple(placed for player in self.players for placed in _placed(player))

    @functools.cached_property
    def own(self) -> tuple[Placed, ...]:
        """The layers of the experiment's own network, from the inputs to the output."""
        return self.of(self.players[0].name)

    def of(self, player: str) -> tuple[Placed, ...]:
        """The layers of one player."""
        return tuple(placed for placed in self.layers if placed.player == player)

    def units(self, name: str) -> int:
        """How many units or channels a layer has, by its whole name; 0 where there is no such layer."""
        shape = next((placed.outputs for placed in self.layers if placed.name == name), (0,))
        return shape[0] if len(shape) == 3 else shape[-1]

    @property
    def output(self) -> Layer:
        """The output layer of the experiment's own network, its activation resolved."""
        return self.players[0].layers[-1]

    @functools.cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Where every parameter lies in the flat vector, in the order of `Session.parameters()`."""
        found: list[Slot] = []
        offset = 0
        for placed in self.layers:
            counted = named(self.players, placed.player).penalized
            for role, shape in placed.layer.parameters(placed.inputs).items():
                found.append(Slot(f"{placed.name}.{role}", placed.name, shape, offset, placed.player, counted))
                offset += math.prod(shape)
        return tuple(found)

    @functools.cached_property
    def beside(self) -> dict[str, Shape]:
        """Running statistics and masks of connections by their names in a run, with their shapes."""
        return {
            f"{placed.name}.norm.{name}": shape
            for placed in self.layers
            for name, shape in placed.layer.beside(placed.inputs).items()
        }

    @functools.cached_property
    def memory(self) -> Layout:
        """What the optimizers remember, as a run stores it: of several players each under a name of its own."""
        if self.experiment.rule.kind != "gradient":
            return {}
        layouts = [
            player.optimizer.layout([slot.shape for slot in self.slots if slot.player == player.name])
            for player in self.players
        ]
        if len(layouts) == 1:
            return layouts[0]
        return {memory_name(place): layout for place, layout in enumerate(layouts)}

    @functools.cached_property
    def dropouts(self) -> tuple[tuple[Placed, Shape, float], ...]:
        """Layers that switch values off at random: the shape of one sample's mask, the share that is switched off."""
        masks = ((placed, placed.layer.mask(placed.inputs)) for placed in self.layers)
        return tuple((placed, *mask) for placed, mask in masks if mask is not None)

    def start_vector(self) -> np.ndarray:
        """The starting parameters as one float64 vector: stored ones where the experiment has them, else drawn."""
        vector = np.empty(total(self.slots))
        layers = {placed.name: placed for placed in self.layers}
        for slot in self.slots:
            placed = layers[slot.layer]
            stream = random.key(self.experiment.seeds.weights, f"start {slot.name}")
            vector[slot.where] = placed.layer.start(slot.role, placed.inputs, stream).ravel()
        _store(self.experiment, self.slots, vector)
        return vector


class Samples(Protocol):
    """What a network has to know of samples: `core.data.preparation.Prepared`."""

    @property
    def shape(self) -> Shape:
        """How the features of one sample are laid out."""
        ...

    @property
    def outputs(self) -> int:
        """Numbers of an answer."""
        ...


class _Same:
    """An experiment as a key: itself, not one that is equal."""

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment

    def __hash__(self) -> int:
        return id(self.experiment)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.experiment is self.experiment


def blueprint(experiment: Experiment, inputs: int | Shape, outputs: int) -> Blueprint:
    """The blueprint of an experiment for samples of a shape, and so many outputs; remembered for a while."""
    return _drawn(_Same(experiment), as_shape(inputs), outputs)


def blueprint_of(experiment: Experiment, samples: Samples) -> Blueprint:
    """The blueprint of an experiment for the samples that it learns from."""
    return blueprint(experiment, samples.shape, samples.outputs)


def players_of(experiment: Experiment) -> tuple[Player, ...]:
    """The players as far as they are known before there are data: not what the layers take and give."""
    return blueprint(experiment, (1,), 1).players


@functools.lru_cache(KEPT)
def _drawn(experiment: _Same, shape: Shape, outputs: int) -> Blueprint:
    return Blueprint(experiment.experiment, shape, outputs)


def _stack(experiment: Experiment, outputs: int) -> tuple[Layer, ...]:
    """All layers of the experiment's own network from the inputs to the output."""
    return (*experiment.layers, _output_layer(experiment, outputs))


def _output_layer(experiment: Experiment, outputs: int) -> Layer:
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


def _placed(player: Player) -> list[Placed]:
    """A player's layers with what comes in and what goes out; `BadInput` where they do not fit."""
    found: list[Placed] = []
    shape = player.inputs
    for layer, name in zip(player.layers, player.layer_names, strict=True):
        try:
            after = layer.shape(shape)
        except Misfit as problem:
            raise BadInput("experiment", f"{player.path}.{layer.name}", str(problem)) from problem
        found.append(Placed(name, player.name, layer, shape, after))
        shape = after
    return found


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
