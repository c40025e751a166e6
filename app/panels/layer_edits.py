"""What can be done to the list of hidden layers, as pure functions from one tuple of layers to another."""

from __future__ import annotations

from core import registry
from core.experiment import Experiment
from core.experiment.layer_mends import for_new
from core.experiment.ready_networks import place_for
from core.families import Layer, Misfit, Shape
from core.layers.dense import Dense
from core.messages import Mend
from core.networks.blueprint import players_of

OWN_STEM = "h"
NEW_UNITS = 2  # what people know from the best-known playground

Layers = tuple[Layer, ...]


def stem_of(experiment: Experiment, path: str) -> str:
    """How new layers at a path are called: by the player that they belong to."""
    return next((player.stem for player in players_of(experiment) if player.path == path), OWN_STEM)


def free_name(layers: Layers, stem: str = OWN_STEM) -> str:
    """The first of h1, h2, … that no layer has."""
    taken = {layer.name for layer in layers}
    return next(name for number in range(1, len(layers) + 2) if (name := f"{stem}{number}") not in taken)


def added(layers: Layers, stem: str = OWN_STEM) -> Layers:
    """With one more dense layer at the end, made like the last one where that is dense, but of two units."""
    name = free_name(layers, stem)
    if not layers or not isinstance(layers[-1], Dense):
        return (*layers, Dense(name=name, units=NEW_UNITS))
    return (*layers, layers[-1].model_copy(update={"name": name, "units": NEW_UNITS}))


def removed(layers: Layers, name: str) -> Layers:
    """Without the named layer."""
    return tuple(layer for layer in layers if layer.name != name)


def duplicated(layers: Layers, name: str, stem: str = OWN_STEM) -> Layers:
    """With a copy of the named layer right behind it."""
    position = place(layers, name)
    copy = layers[position].model_copy(update={"name": free_name(layers, stem)})
    return (*layers[: position + 1], copy, *layers[position + 1 :])


def moved(layers: Layers, name: str, position: int) -> Layers:
    """With the named layer at another place, counted from 0 and bounded by the list."""
    layer = layers[place(layers, name)]
    others = removed(layers, name)
    position = min(max(position, 0), len(others))
    return (*others[:position], layer, *others[position:])


def place(layers: Layers, name: str) -> int:
    """Where the named layer stands, counted from 0."""
    return next(position for position, layer in enumerate(layers) if layer.name == name)


def inserted(layers: Layers, kind: str, inputs: Shape, stem: str = OWN_STEM) -> Layers:
    """With a layer of a kind at the last place where it fits; `Misfit` where there is none."""
    new = registry.read(Layer, {"kind": kind, "name": free_name(layers, stem)})
    place = place_for(layers, new, inputs)
    return (*layers[:place], new, *layers[place:])


def ways(layers: Layers, kind: str, inputs: Shape, path: str, stem: str = OWN_STEM) -> tuple[Mend, ...]:
    """The one-click ways to a layer of a kind that fits nowhere as the layers are."""
    return for_new(layers, registry.read(Layer, {"kind": kind, "name": free_name(layers, stem)}), inputs, path)


def refusal(layers: Layers, kind: str, inputs: Shape) -> str:
    """Why a layer of a kind fits nowhere; "" where it does."""
    try:
        inserted(layers, kind, inputs)
    except Misfit as problem:
        return str(problem)
    return ""
