"""The residual block: two convolutions and a way around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from core import registry
from core.families import Activation, Initializer, Shape
from core.layers import fields
from core.layers.way_around import WayAround
from core.params import choice, integer

if TYPE_CHECKING:
    import torch


class Residual(WayAround):
    """Two convolutions of 3 × 3 and a way around them: the block only has to learn what is missing.

    y = g(F(x) + x) (He and others, 2015). On the way around signal and gradient pass no weights, only the activation at
    its end, so that very deep nets can be trained. Where the number of channels or the size changes, the way around is
    a convolution of 1 × 1.
    """

    label = "Residual block"
    short, brief = "Residual", "Resid"
    order = 13
    kind: Literal["residual"] = "residual"
    name: str = fields.layer_name()
    channels: int = integer(
        8,
        1,
        64,
        minimum=1,
        maximum=1024,
        label="Channels",
        help="Channels of both convolutions.",
        cost="the more, the more multiplications an update takes",
    )
    stride: int = integer(
        1, 1, 2, minimum=1, maximum=8, label="Stride", help="Of the first convolution; 2 halves the picture."
    )
    normalization: Literal["none", "batch"] = choice(
        "batch", {"none": "none", "batch": "batch normalization"}, label="Normalization", help="After each convolution."
    )
    activation: Annotated[Activation, registry.of("activations")] = fields.activation("relu")
    initializer: Annotated[Initializer, registry.of("initializers")] = fields.initializer("he_uniform")

    @property
    def width(self) -> int:
        return self.channels

    def shape(self, inputs: Shape) -> Shape:
        fields.need_picture(self.label, inputs)
        self.need_one_sum()
        return (self.channels, (inputs[1] - 1) // self.stride + 1, (inputs[2] - 1) // self.stride + 1)

    def detours(self, inputs: Shape) -> bool:
        """Whether the way around needs a convolution of its own."""
        return self.stride > 1 or inputs[0] != self.channels

    def places(self, inputs: Shape) -> int:
        _, height, width = self.shape(inputs)
        return height * width

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        c = self.channels
        found: dict[str, Shape] = {
            "weight_1": (c, inputs[0], 3, 3),
            "bias_1": (c,),
            "weight_2": (c, c, 3, 3),
            "bias_2": (c,),
        }
        if self.detours(inputs):
            found |= {"weight_around": (c, inputs[0], 1, 1)}
        if self.normalization == "batch":
            found |= {f"norm_{place}.{what}": (c,) for place in (1, 2) for what in ("weight", "bias")}
        return found | self.learned_shapes()

    def beside(self, inputs: Shape) -> dict[str, Shape]:
        names = ("mean_1", "variance_1", "mean_2", "variance_2") if self.normalization == "batch" else ()
        return dict.fromkeys(names, (self.channels,))

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.residual_module import ResidualBlock

        return ResidualBlock(self, tensors)
