"""The torch side of convolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Active

if TYPE_CHECKING:
    from core.layers.convolution import Conv1d, Conv2d, Convolution, ConvTranspose2d


class _Convolving(Active):
    weight: nn.Parameter

    def __init__(self, layer: Convolution, tensors: dict[str, nn.Parameter], axis: int) -> None:
        super().__init__(layer, layer.channels, tensors, axis)
        self.bias = tensors.get("bias")
        self.how = {
            "stride": layer.stride,
            "padding": layer.padding,
            "dilation": layer.dilation,
            "groups": layer.groups,
        }


class Conv2dBlock(_Convolving):
    """(batch, channels, height, width) -> the same with other numbers."""

    def __init__(self, layer: Conv2d, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors, 1)

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return F.conv2d(x, self.weight, self.bias, **self.how)


class Conv1dBlock(_Convolving):
    """(batch, steps, features) -> (batch, steps, channels)."""

    def __init__(self, layer: Conv1d, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors, -1)

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return F.conv1d(x.transpose(1, 2), self.weight, self.bias, **self.how).transpose(1, 2)


class ConvTranspose2dBlock(_Convolving):
    """(batch, channels, height, width) -> a larger picture."""

    def __init__(self, layer: ConvTranspose2d, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors, 1)
        self.how["output_padding"] = layer.extra

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return F.conv_transpose2d(x, self.weight, self.bias, **self.how)
