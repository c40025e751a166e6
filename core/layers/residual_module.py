"""The torch side of the residual blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Active

if TYPE_CHECKING:
    from core.layers.residual import Residual
    from core.layers.residual_dense import ResidualDense


class ResidualBlock(Active):
    """(batch, channels, height, width) -> g(F(x) + x)."""

    weight_1: nn.Parameter
    bias_1: nn.Parameter
    weight_2: nn.Parameter
    bias_2: nn.Parameter
    weight_around: nn.Parameter

    def __init__(self, layer: Residual, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, layer.channels, tensors, 1)
        self.stride, self.normalized = layer.stride, layer.normalization == "batch"
        self.detours = "weight_around" in tensors
        for place in (1, 2) if self.normalized else ():
            self.register_buffer(f"mean_{place}", torch.zeros_like(tensors[f"bias_{place}"].detach()))
            self.register_buffer(f"variance_{place}", torch.ones_like(tensors[f"bias_{place}"].detach()))

    def _normalize(self, a: torch.Tensor, place: int) -> torch.Tensor:
        if not self.normalized:
            return a
        running = getattr(self, f"mean_{place}"), getattr(self, f"variance_{place}")
        return F.batch_norm(
            a,
            *running,
            getattr(self, f"norm_{place}_weight"),
            getattr(self, f"norm_{place}_bias"),
            training=self.training,
        )

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        first = self.values(self._normalize(F.conv2d(x, self.weight_1, self.bias_1, stride=self.stride, padding=1), 1))
        second = self._normalize(F.conv2d(first, self.weight_2, self.bias_2, padding=1), 2)
        return second + (F.conv2d(x, self.weight_around, stride=self.stride) if self.detours else x)


class ResidualDenseBlock(Active):
    """(batch, numbers) -> g(x + F(x)); whatever comes in is taken as one row of numbers."""

    weight_1: nn.Parameter
    bias_1: nn.Parameter
    weight_2: nn.Parameter
    bias_2: nn.Parameter
    weight_around: nn.Parameter

    def __init__(self, layer: ResidualDense, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, layer.units, tensors)
        self.projects = "weight_around" in tensors

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        row = x if x.ndim == 2 else x.flatten(1)
        added = F.linear(self.values(F.linear(row, self.weight_1, self.bias_1)), self.weight_2, self.bias_2)
        return added + (F.linear(row, self.weight_around) if self.projects else row)
