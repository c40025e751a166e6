"""The torch side of dropout and normalization as layers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Block

if TYPE_CHECKING:
    from core.families import Layer


class Through(Block):
    """What comes in goes out, times the dropout mask."""

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return x


class BatchNormBlock(Block):
    """Over the batch for each unit, channel or feature; running figures in evaluation."""

    running_mean: torch.Tensor
    running_var: torch.Tensor
    norm_weight: nn.Parameter
    norm_bias: nn.Parameter

    def __init__(self, layer: Layer, tensors: dict[str, nn.Parameter], *, sequence: bool) -> None:
        super().__init__(layer, tensors)
        self.register_buffer("running_mean", torch.zeros_like(tensors["norm.bias"].detach()))
        self.register_buffer("running_var", torch.ones_like(tensors["norm.bias"].detach()))
        self.sequence = sequence

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        laid = x.transpose(1, 2) if self.sequence else x
        # A last short batch of one row has no spread of its own: it is normalized as in evaluation.
        alone = laid.shape[0] == 1 and laid.ndim == 2
        found = F.batch_norm(
            laid,
            self.running_mean,
            self.running_var,
            self.norm_weight,
            self.norm_bias,
            training=self.training and not alone,
        )
        return found.transpose(1, 2) if self.sequence else found


class LayerNormBlock(Block):
    """Over the units of each sample."""

    norm_weight: nn.Parameter
    norm_bias: nn.Parameter

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return F.layer_norm(x, self.norm_weight.shape, self.norm_weight, self.norm_bias)
