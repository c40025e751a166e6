"""The torch side of pooling and upsampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from core.layers.block_module import Block

if TYPE_CHECKING:
    from core.layers.pooling import GlobalPool, Pool, Upsample


class PoolBlock(Block):
    """(batch, channels, height, width) or (batch, steps, features) -> the same, smaller."""

    def __init__(self, layer: Pool, *, sequence: bool) -> None:
        super().__init__(layer, {})
        self.pool = {
            ("max_pool", False): F.max_pool2d,
            ("max_pool", True): F.max_pool1d,
            ("average_pool", False): F.avg_pool2d,
            ("average_pool", True): F.avg_pool1d,
        }[layer.kind, sequence]
        self.how = {"kernel_size": layer.window, "stride": layer.step, "padding": layer.padding}
        self.sequence = sequence

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return self.pool(x.transpose(1, 2), **self.how).transpose(1, 2) if self.sequence else self.pool(x, **self.how)


class GlobalPoolBlock(Block):
    """(batch, channels, height, width) -> (batch, channels); (batch, steps, features) -> (batch, features)."""

    def __init__(self, layer: GlobalPool, *, sequence: bool) -> None:
        super().__init__(layer, {})
        self.axes = (1,) if sequence else (2, 3)
        self.largest = layer.keeps == "maximum"

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return x.amax(self.axes) if self.largest else x.mean(self.axes)


class UpsampleBlock(Block):
    """(batch, channels, height, width) -> (batch, channels, factor · height, factor · width)."""

    def __init__(self, layer: Upsample) -> None:
        super().__init__(layer, {})
        self.factor, self.smooth = layer.factor, layer.way == "bilinear"

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        if self.smooth:
            return F.interpolate(x, scale_factor=self.factor, mode="bilinear", align_corners=False)
        return x.repeat_interleave(self.factor, -1).repeat_interleave(self.factor, -2)
