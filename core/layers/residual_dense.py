"""The residual block of rows: two dense layers and a way around them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Literal

from core import registry
from core.families import Activation, Initializer, Shape
from core.layers import fields
from core.layers.way_around import WayAround
from core.params import integer

if TYPE_CHECKING:
    import torch


class ResidualDense(WayAround):
    """Two dense layers and a way around them: the block only has to learn what is to be added to what comes in.

    y = g(x + F(x)) with F(x) = W₂ g(W₁x + b₁) + b₂ (He and others, 2015, for rows). On the way around signal and
    gradient pass no weights, only the activation at its end, so that a deep stack can be trained. Where as many numbers
    do not come in as go out, the way around is a projection, weights without a bias.
    """

    label = "Residual dense"
    brief = "Resid"
    order = 2
    flattens = True
    kind: Literal["residual_dense"] = "residual_dense"
    name: str = fields.layer_name()
    units: int = integer(
        8,
        1,
        64,
        minimum=1,
        maximum=4096,
        label="Units",
        help="Of both dense layers.",
        cost="the wider, the more multiplications an update takes",
    )
    activation: Annotated[Activation, registry.of("activations")] = fields.activation("relu")
    initializer: Annotated[Initializer, registry.of("initializers")] = fields.initializer("he_uniform")

    @property
    def narrows_to(self) -> int:
        return self.units

    @property
    def width(self) -> int:
        return self.units

    def shape(self, inputs: Shape) -> Shape:
        self.need_one_sum()
        return (self.units,)

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        units, numbers = self.units, math.prod(inputs)
        found: dict[str, Shape] = {
            "weight_1": (units, numbers),
            "bias_1": (units,),
            "weight_2": (units, units),
            "bias_2": (units,),
        }
        if numbers != units:
            found |= {"weight_around": (units, numbers)}
        return found | self.learned_shapes()

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.residual_module import ResidualDenseBlock

        return ResidualDenseBlock(self, tensors)
