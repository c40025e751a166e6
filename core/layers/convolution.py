"""Convolutions along sequences and over pictures, and the way back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np

from core import registry
from core.families import Activation, Initializer, Layer, Misfit, ReceptiveField, Shape
from core.layers import fields
from core.params import integer

if TYPE_CHECKING:
    import torch


def _kernel(default: int) -> int:
    return integer(
        default,
        1,
        9,
        minimum=1,
        maximum=101,
        label="Kernel",
        help="How many positions a kernel looks at along each side.",
    )


def _stride(default: int) -> int:
    return integer(
        default,
        1,
        4,
        minimum=1,
        maximum=100,
        label="Stride",
        help="How far the kernel moves from one position to the next.",
    )


class Convolution(Layer):
    """What all convolutions share: kernels that slide along the axes of what comes in, each channel with one kernel and
    one bias."""

    name: str = fields.layer_name()
    channels: int = integer(
        8, 1, 64, minimum=1, maximum=1024, label="Channels",
        help="Kernels, each of which makes one channel (a feature map).", cost="the more, the more multiplications an update takes",
    )  # fmt: skip
    kernel: int = _kernel(3)
    stride: int = _stride(1)
    padding: int = integer(
        0,
        0,
        4,
        minimum=0,
        maximum=100,
        label="Padding",
        help="Zeros put around what comes in; half the kernel (rounded down) keeps the size.",
    )
    dilation: int = integer(
        1,
        1,
        4,
        minimum=1,
        maximum=100,
        label="Dilation",
        help="The distance between two neighbouring numbers of a kernel.",
        advanced=True,
    )
    groups: int = integer(
        1,
        1,
        8,
        minimum=1,
        maximum=1024,
        label="Groups",
        help="Into how many groups the channels are parted; each sees only its own.",
        advanced=True,
    )
    activation: Annotated[Activation, registry.of("activations")] = fields.activation("relu")
    bias: bool = fields.bias()
    initializer: Annotated[Initializer, registry.of("initializers")] = fields.initializer("he_uniform")
    bias_initializer: Annotated[Initializer, registry.of("initializers")] = fields.bias_initializer()

    @property
    def acts(self) -> Activation:
        return self.activation

    @property
    def sums(self) -> int:
        """Channels of weighted sums: channels times the pieces of the activation."""
        return self.channels * self.acts.pieces

    def says(self) -> str:
        return f"{self.label} {self.kernel} × {self.channels}, {self.acts.label}"

    @property
    def reach(self) -> int:
        """Positions from the first to the last number that a kernel looks at."""
        return self.dilation * (self.kernel - 1) + 1

    def size(self, before: int) -> int:
        """Positions of the kernel along an axis of `before`."""
        return (before + 2 * self.padding - self.reach) // self.stride + 1

    def checked_size(self, before: int) -> int:
        if before + 2 * self.padding < self.reach:
            most = (before + 2 * self.padding - 1) // self.dilation + 1
            more = -(-(self.reach - before) // 2)
            raise Misfit(
                f"its kernel reaches over {self.reach} positions, but only {before + 2 * self.padding} come in along one side; "
                f"a kernel of at most {most} or a padding of at least {more} would fit"
            )
        return self.size(before)

    def checked_groups(self, channels: int) -> None:
        if channels % self.groups or self.sums % self.groups:
            fitting = math.gcd(channels, self.sums)
            raise Misfit(
                f"{self.groups} groups do not divide {channels} channels that come in and {self.sums} that go out; {fields.divisors(fitting)} would"
            )

    def weight_shape(self, channels: int) -> Shape:
        """The kernels for so many channels that come in."""
        raise NotImplementedError

    def channels_of(self, inputs: Shape) -> int:
        return inputs[0]

    def places(self, inputs: Shape) -> int:
        return math.prod(self.shape(inputs)[1:])

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {"weight": self.weight_shape(self.channels_of(inputs))}
        if self.bias:
            shapes["bias"] = (self.sums,)
        learned = self.acts.parameters(self.channels)
        return shapes | {f"activation.{name}": start.shape for name, start in learned.items()}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        shape = self.parameters(inputs)[role]
        if role.startswith("activation."):
            return self.acts.parameters(self.channels)[role.removeprefix("activation.")]
        if role == "bias":
            return self.bias_initializer.draw(shape, 1, self.channels, stream)
        cells = math.prod(shape[2:])
        return self.initializer.draw(
            shape, self.channels_of(inputs) // self.groups * cells, self.channels // self.groups * cells or 1, stream
        )


class Conv2d(Convolution):
    """Small kernels that slide over a picture: the same few weights look at every place.

    Each channel has one kernel; its map says where in the picture the kernel's pattern is found. A pattern that is
    learned in one place is known everywhere, and far fewer weights are needed than if every unit saw every pixel.
    """

    label = "Convolution 2-D"
    order = 10
    kind: Literal["conv2d"] = "conv2d"

    def title(self) -> str:
        return f"Conv {self.kernel} × {self.kernel}"

    def looks_at(self, before: ReceptiveField) -> ReceptiveField:
        return before.through(self.reach, self.stride, self.padding)

    def shape(self, inputs: Shape) -> Shape:
        fields.need_picture(self.label, inputs)
        self.checked_groups(inputs[0])
        return (self.channels, self.checked_size(inputs[1]), self.checked_size(inputs[2]))

    def weight_shape(self, channels: int) -> Shape:
        return (self.sums, channels // self.groups, self.kernel, self.kernel)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.convolution_module import Conv2dBlock

        return Conv2dBlock(self, tensors)


class Conv1d(Convolution):
    """Small kernels that slide along a sequence: the same few weights look at every step and its neighbours.

    A sequence is laid out as steps × features; the features are the channels. A filter of signals is such a kernel;
    here it is learned.
    """

    label = "Convolution 1-D"
    order = 11
    kind: Literal["conv1d"] = "conv1d"

    def title(self) -> str:
        return f"Conv {self.kernel}"

    def channels_of(self, inputs: Shape) -> int:
        return inputs[1]

    def places(self, inputs: Shape) -> int:
        return self.shape(inputs)[0]

    def shape(self, inputs: Shape) -> Shape:
        fields.need_sequence(self.label, inputs)
        self.checked_groups(inputs[1])
        return (self.checked_size(inputs[0]), self.channels)

    def weight_shape(self, channels: int) -> Shape:
        return (self.sums, channels // self.groups, self.kernel)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.convolution_module import Conv1dBlock

        return Conv1dBlock(self, tensors)


class ConvTranspose2d(Convolution):
    """A convolution backwards: every number stamps its kernel into a larger picture, and the stamps add up.

    With a stride of two the picture grows to about twice its size: what draws pictures draws with it. Its shapes are
    those of the convolution that leads the other way: size = (size before − 1)·stride − 2·padding + dilation·(kernel −
    1) + 1 + extra.
    """

    label = "Transposed convolution"
    short, brief = "Transposed", "Trans"
    builds_up = True
    order = 12
    kind: Literal["conv_transpose2d"] = "conv_transpose2d"
    kernel: int = _kernel(4)
    stride: int = _stride(2)
    extra: int = integer(
        0,
        0,
        3,
        minimum=0,
        maximum=99,
        label="Extra",
        help="Rows and columns added at one side; smaller than the stride or the dilation.",
        advanced=True,
    )

    def places(self, inputs: Shape) -> int:
        """Every number that comes in stamps its kernel once."""
        return math.prod(inputs[1:])

    def size(self, before: int) -> int:
        return (before - 1) * self.stride - 2 * self.padding + self.reach + self.extra

    def shape(self, inputs: Shape) -> Shape:
        fields.need_picture(self.label, inputs)
        self.checked_groups(inputs[0])
        if self.extra >= max(self.stride, self.dilation):
            raise Misfit(
                f"the extra of {self.extra} has to be smaller than the stride ({self.stride}) or the dilation ({self.dilation})"
            )
        height, width = self.size(inputs[1]), self.size(inputs[2])
        if min(height, width) < 1:
            raise Misfit(
                f"a padding of {self.padding} cuts away all of the {inputs[1]} × {inputs[2]} picture; a smaller padding would fit"
            )
        return (self.channels, height, width)

    def weight_shape(self, channels: int) -> Shape:
        return (channels, self.sums // self.groups, self.kernel, self.kernel)

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.convolution_module import ConvTranspose2dBlock

        return ConvTranspose2dBlock(self, tensors)
