"""What stands for the output layer where the last hidden layer answers itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from core import registry
from core.families import Activation, Layer, Misfit, Shape
from core.layers.fields import said
from core.params import hidden, integer

if TYPE_CHECKING:
    import torch


class BareOutput(Layer):
    """Lays the last hidden layer's values out in one row and puts the output activation upon them; it learns
    nothing."""

    label = "Outlet"
    flattens: ClassVar[bool] = True
    kind: Literal["outlet"] = "outlet"
    name: str = hidden("output", help="Always output.")
    units: int = integer(1, 1, 100, minimum=1, label="Outputs", help="How many numbers are asked for.")
    activation: Annotated[Activation, registry.of("activations")] = hidden(
        {"kind": "linear"}, help="The output activation."
    )

    @property
    def acts(self) -> Activation:
        return self.activation

    def shape(self, inputs: Shape) -> Shape:
        if math.prod(inputs) != self.units:
            raise Misfit(
                f"without an output layer the last hidden layer has to give {self.units:,} numbers, but what comes is {said(inputs)}"
            )
        return (self.units,)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.reshaping_module import BareOutputBlock

        return BareOutputBlock(self, self.units, tensors)
