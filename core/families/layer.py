"""Layers: building blocks of the hidden stack."""

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from core import registry
from core.families.activation import Activation
from core.families.dataset import Shape
from core.families.receptive_field import ReceptiveField
from core.params import Component

if TYPE_CHECKING:
    import torch


class Misfit(ValueError):
    """A layer that cannot take what comes in: `str()` says what it is given, what it needs and what would fit."""


class Layer(Component):
    """A building block of the hidden stack.

    Shapes are those of one sample, without the batch. What a layer cannot take is a `Misfit`.
    """

    family: ClassVar[str] = "layers"
    flattens: ClassVar[bool] = False  # takes any shape as one row of numbers
    builds_up: ClassVar[bool] = False  # makes a picture larger again: a task that answers has no use for it
    short: ClassVar[str] = ""  # its name for a narrow column; "" where the label is short enough
    brief: ClassVar[str] = ""  # for one that is too narrow for that; "" where the first word of the title is enough
    # fields that the shapes of its parameters do not follow from; an activation follows from its own contract
    shapeless: ClassVar[tuple[str, ...]] = ("activation", "initializer", "bias_initializer")
    name: str

    def shape(self, inputs: Shape) -> Shape:
        """The shape of what comes out for the shape of what comes in."""
        raise NotImplementedError

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        """Names (within the layer) and shapes of the learned parameters; weights begin with "weight", biases with
        "bias"."""
        return {}

    def beside(self, inputs: Shape) -> dict[str, Shape]:
        """Names and shapes of what its block keeps beside them: running statistics, masks of connections."""
        return {}

    def learned(self, inputs: Shape) -> int:
        """How many numbers it learns: those of its parameters, unless some are never there."""
        return sum(math.prod(shape) for shape in self.parameters(inputs).values())

    def places(self, inputs: Shape) -> int:
        """At how many places of a sample, or steps, each of its weights is used."""
        return 1

    def multiplications(self, inputs: Shape) -> int:
        """Of weights with values, for one sample on its way through: each weight once for every place, or step, that it
        is used at. What activations, gates and normalization multiply besides is not counted."""
        weights = (shape for shape in self.parameters(inputs).values() if len(shape) > 1)
        return sum(map(math.prod, weights)) * self.places(inputs)

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        """Starting values, float64, of the parameter called `role`; `stream` is a key of `core.random`."""
        raise NotImplementedError

    @property
    def acts(self) -> Activation:
        """What its units make of their sums: the identity unless the layer has an activation."""
        return registry.read(Activation, "linear")

    @property
    def narrows_to(self) -> int | None:
        """How many units all that it passes on has to go through; None where that follows from what comes in."""
        return None

    @property
    def compares_batch(self) -> bool:
        """Whether it compares the samples of a batch with each other: one sample alone has no spread."""
        return False

    @property
    def cuts(self) -> bool:
        """Whether it cuts links for good on the way."""
        return False

    def with_all_steps(self) -> "Layer | None":
        """The same layer passing on all states that it has; None where it does so already, or has none."""
        return None

    def deeper(self, new: "Layer") -> "Layer | None":
        """This layer with one like `new` on top of it, in one; None where it cannot be."""
        return None

    def says(self) -> str:
        """The layer in a few words, for its card."""
        return self.label

    def title(self) -> str:
        """The layer in a word or two, for a narrow column."""
        return self.short or self.label

    def brief_title(self) -> str:
        """The layer in one word, for a column that is too narrow for its title."""
        return self.brief or self.title().split(" ")[0]

    def looks_at(self, before: ReceptiveField) -> ReceptiveField | None:
        """What a place of its map looks at in the picture when a place of what comes in looks at `before`; None where
        that is the whole picture, or not one window."""
        return None

    def mask(self, inputs: Shape) -> tuple[Shape, float] | None:
        """Shape of a dropout mask of one sample and the share that is switched off; None without dropout."""
        return None

    def build(self, inputs: Shape, tensors: "dict[str, torch.nn.Parameter]") -> "torch.nn.Module":
        """A `core.layers.block_module.Block` that computes with these parameters."""
        raise NotImplementedError
