"""Layers that make pictures and sequences smaller or larger without learning anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.families import Layer, Misfit, ReceptiveField, Shape
from core.layers import fields
from core.params import choice, integer

if TYPE_CHECKING:
    import torch


class Pool(Layer):
    """What pooling layers share: a window that slides along the sides of a picture, or along a sequence."""

    name: str
    window: int
    stride: int
    padding: int

    @property
    def step(self) -> int:
        """How far the window moves."""
        return self.stride or self.window

    def says(self) -> str:
        return f"{self.label} {self.window}"

    def title(self) -> str:
        return f"{super().title()} {self.window}"

    def looks_at(self, before: ReceptiveField) -> ReceptiveField:
        return before.through(self.window, self.step, self.padding)

    def _size(self, before: int) -> int:
        if before + 2 * self.padding < self.window:
            raise Misfit(
                f"its window of {self.window} is larger than what comes in ({before + 2 * self.padding}); a window of at most {before + 2 * self.padding} would fit"
            )
        return (before + 2 * self.padding - self.window) // self.step + 1

    def shape(self, inputs: Shape) -> Shape:
        fields.need_axes(self.label, inputs)
        if 2 * self.padding > self.window:
            raise Misfit(
                f"a padding of {self.padding} is more than half the window of {self.window}; at most {self.window // 2} would fit"
            )
        if len(inputs) == fields.SEQUENCE:
            return (self._size(inputs[0]), inputs[1])
        return (inputs[0], self._size(inputs[1]), self._size(inputs[2]))

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.pooling_module import PoolBlock

        return PoolBlock(self, sequence=len(inputs) == fields.SEQUENCE)


def _window() -> int:
    return integer(
        2, 2, 5, minimum=1, maximum=100, label="Window", help="How many positions along each side are put together."
    )


def _stride() -> int:
    return integer(
        0,
        0,
        5,
        minimum=0,
        maximum=100,
        label="Stride",
        help="How far the window moves; 0: by its own width.",
        advanced=True,
    )


def _padding() -> int:
    return integer(
        0, 0, 2, minimum=0, maximum=50, label="Padding", help="Empty positions put around what comes in.", advanced=True
    )


class MaxPool(Pool):
    """Keeps the largest number of each small window: was the pattern found anywhere here?

    The picture becomes smaller, and a pattern may move a little without changing the answer.
    """

    label = "Max pooling"
    short = "Max pool"
    order = 20
    kind: Literal["max_pool"] = "max_pool"
    name: str = fields.layer_name()
    window: int = _window()
    stride: int = _stride()
    padding: int = _padding()


class AveragePool(Pool):
    """Keeps the mean of each small window: how much of the pattern is here?

    The picture becomes smaller and smoother; the zeros of a padding count in the mean.
    """

    label = "Average pooling"
    short = "Mean pool"
    order = 21
    kind: Literal["average_pool"] = "average_pool"
    name: str = fields.layer_name()
    window: int = _window()
    stride: int = _stride()
    padding: int = _padding()


class GlobalPool(Layer):
    """One number a channel for the whole picture, or one a feature for the whole sequence: where it was found no longer
    matters.

    With it in place of Flatten a network hardly minds when the picture is shifted: what the next layers see is the
    same but for what comes in or goes out at the edges.
    """

    label = "Global pooling"
    short = "Global pool"
    order = 22
    kind: Literal["global_pool"] = "global_pool"
    name: str = fields.layer_name()
    keeps: Literal["average", "maximum"] = choice(
        "average", {"average": "the mean", "maximum": "the largest"}, label="Keeps", help="What stands for a whole map."
    )

    def shape(self, inputs: Shape) -> Shape:
        fields.need_axes(self.label, inputs)
        return (inputs[-1] if len(inputs) == fields.SEQUENCE else inputs[0],)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.pooling_module import GlobalPoolBlock

        return GlobalPoolBlock(self, sequence=len(inputs) == fields.SEQUENCE)


class Upsample(Layer):
    """Makes a picture larger by repeating its pixels, or by sliding from one to the next.

    A decoder that repeats pixels and convolves afterwards draws without the checkerboard that transposed convolutions
    may leave.
    """

    label = "Upsampling"
    short, brief = "Upsample", "Up"
    builds_up = True
    order = 23
    kind: Literal["upsample"] = "upsample"
    name: str = fields.layer_name()
    factor: int = integer(
        2, 2, 4, minimum=1, maximum=16, label="Factor", help="How many times as wide and as high the picture becomes."
    )
    way: Literal["nearest", "bilinear"] = choice(
        "nearest",
        {"nearest": "repeat pixels", "bilinear": "slide between them"},
        label="New pixels",
        help="Where the pixels in between come from.",
    )

    def says(self) -> str:
        return f"{self.label} × {self.factor}"

    def shape(self, inputs: Shape) -> Shape:
        fields.need_picture(self.label, inputs)
        return (inputs[0], inputs[1] * self.factor, inputs[2] * self.factor)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.pooling_module import UpsampleBlock

        return UpsampleBlock(self)
