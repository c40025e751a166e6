"""The dense layer: every unit sees every input."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

import numpy as np

from core import registry
from core.families import Activation, Initializer, Layer, Shape
from core.layers.fields import layer_name
from core.params import choice, component, flag, integer, number

if TYPE_CHECKING:
    import torch


class Dense(Layer):
    """A row of units, each of which sees everything that comes in.

    Every unit forms a weighted sum z = w·x + b, may have it normalized, and puts it through its activation g(z).
    """

    label = "Dense"
    order = 0
    flattens: ClassVar[bool] = True
    shapeless: ClassVar[tuple[str, ...]] = (*Layer.shapeless, "dropout")
    kind: Literal["dense"] = "dense"
    name: str = layer_name()
    units: int = integer(
        2,
        1,
        16,
        minimum=1,
        maximum=4096,
        label="Units",
        help="Neurons in this layer.",
        cost="the wider, the more multiplications an update takes",
    )
    activation: Annotated[Activation, registry.of("activations")] = component(
        "activations", {"kind": "tanh"}, label="Activation", help="What each unit makes of its weighted sum."
    )
    bias: bool = flag(True, label="Bias", help="Whether the units have a bias, a weight that no input multiplies.")
    initializer: Annotated[Initializer, registry.of("initializers")] = component(
        "initializers",
        {"kind": "xavier_uniform"},
        label="Starting weights",
        term="initializer",
        picture="initial",
        help="Where the weights start.",
    )
    bias_initializer: Annotated[Initializer, registry.of("initializers")] = component(
        "initializers",
        {"kind": "zeros"},
        label="Starting biases",
        term="initializer",
        help="Where the biases start.",
        when=("bias", (True,)),
    )
    normalization: Literal["none", "batch", "layer"] = choice(
        "none",
        {"none": "none", "batch": "batch normalization", "layer": "layer normalization"},
        label="Normalization",
        help="Centres and scales the weighted sums: over the batch for each unit, or over the units for each sample.",
    )
    dropout: float = number(
        0.0,
        0,
        0.9,
        step=0.05,
        minimum=0.0,
        below=1.0,
        live=True,
        label="Switch off at random",
        symbol="p",
        term="dropout",
        help="The share of this layer's activations that is switched off in every update; none in evaluation.",
    )

    def sums(self) -> int:
        """Weighted sums the layer forms: units times the pieces of its activation."""
        activation: Activation = self.activation
        return self.units * activation.pieces

    @property
    def narrows_to(self) -> int:
        return self.units

    @property
    def compares_batch(self) -> bool:
        return self.normalization == "batch"

    @property
    def acts(self) -> Activation:
        return self.activation

    def says(self) -> str:
        return f"{self.units} {self.acts.label}"

    def shape(self, inputs: Shape) -> Shape:
        return (self.units,)

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {"weight": (self.sums(), math.prod(inputs))}
        if self.bias:
            shapes["bias"] = (self.sums(),)
        if self.normalization != "none":
            shapes |= {"norm.weight": (self.sums(),), "norm.bias": (self.sums(),)}
        learned = self.activation.parameters(self.units)
        return shapes | {f"activation.{name}": start.shape for name, start in learned.items()}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        shape = self.parameters(inputs)[role]
        if role.startswith("activation."):
            return self.activation.parameters(self.units)[role.removeprefix("activation.")]
        if role.startswith("norm."):
            return np.full(shape, 1.0 if role == "norm.weight" else 0.0)
        initializer: Initializer = self.initializer if role == "weight" else self.bias_initializer
        return initializer.draw(shape, shape[1] if role == "weight" else 1, self.units, stream)

    def mask(self, inputs: Shape) -> tuple[Shape, float] | None:
        return ((self.units,), self.dropout) if self.dropout > 0 else None

    def beside(self, inputs: Shape) -> dict[str, Shape]:
        units = (self.sums(),)
        return {"running_mean": units, "running_var": units} if self.normalization == "batch" else {}

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.dense_module import DenseBlock

        return DenseBlock(self, tensors)
