"""Parameters by name and place in the flat vector, and shapes in words."""

from __future__ import annotations

import math

import numpy as np

from core.families import Shape
from core.frozen import frozen
from core.messages import BadInput


@frozen
class Slot:
    """One parameter tensor in the flat vector: `name` such as "h1.weight", numbers [offset, offset + size); whose
    it is, and whether penalties count it."""

    name: str
    layer: str
    shape: tuple[int, ...]
    offset: int
    player: str = ""
    penalized: bool = True

    @property
    def size(self) -> int:
        return math.prod(self.shape)

    @property
    def where(self) -> slice:
        return slice(self.offset, self.offset + self.size)

    @property
    def role(self) -> str:
        """ "weight", "bias", "norm.weight", … within the layer."""
        return self.name.removeprefix(f"{self.layer}.")

    def decode(self, index: int) -> tuple[int, ...]:
        return tuple(int(i) for i in np.unravel_index(index, self.shape))


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


def total(slots: tuple[Slot, ...]) -> int:
    """How many numbers there are."""
    return sum(slot.size for slot in slots)


def weight_mask(slots: tuple[Slot, ...], *, biases: bool) -> np.ndarray:
    """True for the numbers a penalty counts: weights, and biases where asked; never normalization or activation
    parameters, nor those of a player that is not penalized."""
    return (
        np.concatenate([np.full(slot.size, slot.penalized and _counts(slot.role, biases=biases)) for slot in slots])
        if slots
        else np.zeros(0, bool)
    )


def _counts(role: str, *, biases: bool) -> bool:
    return role.startswith("weight") or (biases and role.startswith("bias"))


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
