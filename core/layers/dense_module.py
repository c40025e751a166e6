"""The torch side of the dense layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Active

if TYPE_CHECKING:
    from core.layers.dense import Dense


class DenseBlock(Active):
    """Weighted sums, normalization, activation, dropout mask; whatever comes in is taken as one row of numbers."""

    running_mean: torch.Tensor
    running_var: torch.Tensor
    weight: nn.Parameter
    norm_weight: nn.Parameter
    norm_bias: nn.Parameter

    def __init__(self, layer: Dense, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, layer.units, tensors)
        self.normalization = layer.normalization
        self.bias = tensors.get("bias")
        if layer.normalization == "batch":
            self.register_buffer("running_mean", torch.zeros_like(tensors["norm.bias"].detach()))
            self.register_buffer("running_var", torch.ones_like(tensors["norm.bias"].detach()))

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, *inputs) -> weighted sums after normalization (batch, units · pieces)."""
        z = F.linear(x if x.ndim == 2 else x.flatten(1), self.weight, self.bias)
        if self.normalization == "batch":
            # A last short batch of one sample has no spread of its own: it is normalized as in evaluation.
            return F.batch_norm(
                z,
                self.running_mean,
                self.running_var,
                self.norm_weight,
                self.norm_bias,
                training=self.training and len(z) > 1,
            )
        if self.normalization == "layer":
            return F.layer_norm(z, z.shape[-1:], self.norm_weight, self.norm_bias)
        return z

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        values = self.activation(self.sums(x))
        return values if mask is None else values * mask
