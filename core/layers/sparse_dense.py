"""A dense layer with only some of its connections."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np

from core import random, registry
from core.families import Activation, Initializer, Layer, Shape
from core.layers import fields
from core.messages import percent
from core.params import choice, integer, number

if TYPE_CHECKING:
    import torch


class SparseDense(Layer):
    """A row of units of which each sees only a share of what comes in.

    At random: the connections are drawn once and stay. Pruned: all are there at first, and in the course of the run the
    smallest weights are cut, fast at first and slowly in the end (Zhu and Gupta, 2017). Often most connections turn out
    to be dispensable. Which they are matters when they are cut out of what has been learned: the network does not miss
    what was never there.
    """

    label = "Sparse dense"
    short = "Sparse"
    order = 1
    flattens = True
    shapeless = (*Layer.shapeless, "share")
    kind: Literal["sparse_dense"] = "sparse_dense"
    name: str = fields.layer_name()
    units: int = integer(
        8,
        1,
        64,
        minimum=1,
        maximum=4096,
        label="Units",
        help="Neurons in this layer.",
        cost="the wider, the more multiplications an update takes",
    )
    share: float = number(
        0.3,
        0.05,
        1,
        step=0.05,
        above=0.0,
        maximum=1.0,
        label="Connections",
        help="The share of all connections that is there, or that is left in the end.",
    )
    chosen: Literal["random", "pruned"] = choice(
        "random",
        {"random": "at random, fixed", "pruned": "pruned by size during the run"},
        label="Which",
        help="How it is decided which connections there are.",
    )
    wiring: int = integer(
        1,
        1,
        100,
        minimum=0,
        maximum=2**53,
        label="Wiring seed",
        help="Draws the connections.",
        when=("chosen", ("random",)),
    )
    first: int = integer(
        100,
        0,
        1000,
        minimum=0,
        label="Pruning begins",
        unit="updates",
        help="The update before which all connections are there.",
        when=("chosen", ("pruned",)),
    )
    last: int = integer(
        1000,
        100,
        5000,
        minimum=1,
        label="Pruning ends",
        unit="updates",
        help="The update from which on only the share is left.",
        when=("chosen", ("pruned",)),
    )
    activation: Annotated[Activation, registry.of("activations")] = fields.activation("tanh")
    bias: bool = fields.bias()
    initializer: Annotated[Initializer, registry.of("initializers")] = fields.initializer("xavier_uniform")
    bias_initializer: Annotated[Initializer, registry.of("initializers")] = fields.bias_initializer()

    @property
    def narrows_to(self) -> int:
        return self.units

    @property
    def cuts(self) -> bool:
        return self.chosen == "pruned"

    @property
    def acts(self) -> Activation:
        return self.activation

    def says(self) -> str:
        there = f"{'pruned to ' if self.cuts else ''}{percent(self.share)} of the connections"
        return f"{self.units} {self.acts.label}, {there}"

    def shape(self, inputs: Shape) -> Shape:
        return (self.units,)

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        sums = self.units * self.acts.pieces
        shapes: dict[str, Shape] = {"weight": (sums, math.prod(inputs))}
        if self.bias:
            shapes["bias"] = (sums,)
        return shapes | {f"activation.{name}": start.shape for name, start in self.acts.parameters(self.units).items()}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        shape = self.parameters(inputs)[role]
        if role.startswith("activation."):
            return self.acts.parameters(self.units)[role.removeprefix("activation.")]
        if role == "bias":
            return self.bias_initializer.draw(shape, 1, self.units, stream)
        connected = self.connected(shape)
        return self.initializer.draw(shape, max(1, round(connected.mean() * shape[1])), self.units, stream) * connected

    def learned(self, inputs: Shape) -> int:
        shape = self.parameters(inputs)["weight"]
        return super().learned(inputs) - math.prod(shape) + int(self.connected(shape).sum())

    def connected(self, shape: Shape) -> np.ndarray:
        """Which connections there are at the start, bool of the weights' shape: exactly the share where they are drawn,
        all where they are pruned."""
        if self.chosen == "pruned":
            return np.ones(shape, dtype=bool)
        count = math.prod(shape)
        order = random.permutation(random.key(self.wiring, f"wiring {self.name}"), count)
        return (order < max(1, round(self.share * count))).reshape(shape)

    def left(self, update: int) -> float:
        """The share of the connections that pruning leaves before an update."""
        if self.chosen == "random" or update >= self.last:
            return self.share
        way = max(0.0, (update - self.first) / max(1, self.last - self.first))
        return self.share + (1.0 - self.share) * (1.0 - way) ** 3

    def beside(self, inputs: Shape) -> dict[str, Shape]:
        return {"connected": self.parameters(inputs)["weight"]}

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.sparse_dense_module import PrunedBlock, SparseBlock

        return (PrunedBlock if self.chosen == "pruned" else SparseBlock)(self, tensors)
