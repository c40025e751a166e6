"""Ways out for a layer that does not fit: what has to change in the stack so that it does."""

from __future__ import annotations

from core.families import Layer, Misfit, Shape
from core.messages import Mend

Layers = tuple[Layer, ...]


def fit_together(layers: Layers, inputs: Shape) -> bool:
    """Whether each layer takes what the one before it gives; `inputs` come into the first."""
    shape = inputs
    try:
        for layer in layers:
            shape = layer.shape(shape)
    except Misfit:
        return False
    return True


def for_new(layers: Layers, new: Layer, inputs: Shape, path: str = "layers") -> tuple[Mend, ...]:
    """The one-click ways to have a new layer that fits nowhere in the stack as it is."""
    found: list[Mend] = []
    for place in reversed(range(len(layers))):
        before = layers[place]
        whole, deep = before.with_all_steps(), before.deeper(new)
        if whole is not None:
            stack = (*layers[:place], whole, new, *layers[place + 1 :])
            if fit_together(stack, inputs):
                found.append(Mend(f"{new.label}, and {before.name} gives all its states", ((path, stack),)))
        if deep is not None:
            stack = (*layers[:place], deep, *layers[place + 1 :])
            if fit_together(stack, inputs):
                found.append(Mend(f"{new.label} on {before.name}: {before.name} becomes deeper", ((path, stack),)))
    return tuple(found)


def for_stack(layers: Layers, inputs: Shape, misfit: Layer, path: str = "layers") -> Mend:
    """The way out where a layer of a stack does not take what comes: an earlier one gives all its states, else the
    layer goes."""
    for place in reversed(range(len(layers))):
        whole = layers[place].with_all_steps()
        stack = (*layers[:place], whole, *layers[place + 1 :]) if whole is not None else layers
        if whole is not None and fit_together(stack, inputs):
            return Mend(f"Let {layers[place].name} give all its states", ((path, stack),))
    return Mend("Take this layer away", ((path, tuple(layer for layer in layers if layer.name != misfit.name)),))
