"""What can be done to the list of hidden layers, as pure functions from one tuple of layers to another."""

from __future__ import annotations

from core.families import Layer
from core.layers.dense import Dense

NEW_UNITS = 2  # what people know from the best-known playground

Layers = tuple[Layer, ...]


def free_name(layers: Layers) -> str:
    """The first of h1, h2, … that no layer has."""
    taken = {layer.name for layer in layers}
    return next(name for number in range(1, len(layers) + 2) if (name := f"h{number}") not in taken)


def added(layers: Layers) -> Layers:
    """With one more dense layer at the end, made like the last one where that is dense, but of two units."""
    name = free_name(layers)
    if not layers or not isinstance(layers[-1], Dense):
        return (*layers, Dense(name=name, units=NEW_UNITS))
    return (*layers, layers[-1].model_copy(update={"name": name, "units": NEW_UNITS}))


def removed(layers: Layers, name: str) -> Layers:
    return tuple(layer for layer in layers if layer.name != name)


def duplicated(layers: Layers, name: str) -> Layers:
    """With a copy of the named layer right behind it."""
    position = place(layers, name)
    copy = layers[position].model_copy(update={"name": free_name(layers)})
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
