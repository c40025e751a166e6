"""Layers that only lay numbers out anew, or give symbols a place."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np

from core import registry
from core.families import Initializer, Layer, Misfit, Shape
from core.layers import fields
from core.params import integer, text

if TYPE_CHECKING:
    import torch


class Flatten(Layer):
    """Lays a picture or a sequence out as one row of numbers.

    Which pixels were neighbours is forgotten from here on. A dense layer does the same by itself; this one says so on a
    card of its own.
    """

    label = "Flatten"
    brief = "Flat"
    order = 30
    flattens = True
    kind: Literal["flatten"] = "flatten"
    name: str = fields.layer_name()

    def shape(self, inputs: Shape) -> Shape:
        return (math.prod(inputs),)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.reshaping_module import ReshapeBlock

        return ReshapeBlock(self, self.shape(inputs))


class Reshape(Layer):
    """Lays the same numbers out in another shape.

    Two sizes are a sequence (steps × features), three a picture (channels × height × width). One size may be left open
    with −1.
    """

    label = "Reshape"
    brief = "Shape"
    builds_up = True
    order = 31
    kind: Literal["reshape"] = "reshape"
    name: str = fields.layer_name()
    to: str = text(
        "1 × 8 × 8", label="Shape", help="Up to three sizes, such as 1 × 28 × 28; one of them may be −1.", max_length=60
    )

    def sizes(self) -> tuple[int, ...]:
        """`to` as numbers."""
        return tuple(int(number) for number in re.findall(r"-?\d+", self.to.replace("−", "-")))

    def shape(self, inputs: Shape) -> Shape:
        sizes, numbers = self.sizes(), math.prod(inputs)
        if not 1 <= len(sizes) <= 3 or sizes.count(-1) > 1 or any(size < 1 and size != -1 for size in sizes):
            raise Misfit(
                f"the shape {self.to!r} has to be one to three whole numbers from 1 on, such as 1 × 28 × 28; one may be −1"
            )
        known = math.prod(size for size in sizes if size != -1)
        if -1 in sizes and numbers % known == 0:
            sizes = tuple(numbers // known if size == -1 else size for size in sizes)
        if math.prod(sizes) != numbers:
            raise Misfit(
                f"{numbers:,} numbers come in, but {self.to} holds {abs(math.prod(sizes)):,}; {' × '.join(map(str, _fitting(sizes, numbers)))} would fit"
            )
        return sizes

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.reshaping_module import ReshapeBlock

        return ReshapeBlock(self, self.shape(inputs))


def _fitting(sizes: tuple[int, ...], numbers: int) -> tuple[int, ...]:
    """A shape with as many axes that does hold the numbers: a square picture where there is one."""
    side = math.isqrt(numbers)
    if len(sizes) == 3 and side * side == numbers:
        return (1, side, side)
    return (*(1 for _ in sizes[1:]), numbers)


class Embedding(Layer):
    """Gives every symbol a place: a row of learned numbers that stands for it from here on.

    Symbols come in as rows of 0 with a single 1; the row of weights that belongs to the 1 goes on. Symbols that ask for
    different answers move apart; those that are used alike stay about as near to each other as they began.
    """

    label = "Embedding"
    short = "Embed"
    order = 40
    kind: Literal["embedding"] = "embedding"
    name: str = fields.layer_name()
    units: int = integer(
        8, 1, 64, minimum=1, maximum=4096, label="Numbers a symbol", help="How many numbers stand for one symbol."
    )
    initializer: Annotated[Initializer, registry.of("initializers")] = fields.initializer("normal")

    @property
    def narrows_to(self) -> int:
        return self.units

    def shape(self, inputs: Shape) -> Shape:
        fields.need_sequence(self.label, inputs)
        return (inputs[0], self.units)

    def places(self, inputs: Shape) -> int:
        return inputs[0]

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        return {"weight": (inputs[1], self.units)}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        return self.initializer.draw((inputs[1], self.units), 1, self.units, stream)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.reshaping_module import EmbeddingBlock

        return EmbeddingBlock(self, tensors)
