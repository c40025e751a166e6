"""The torch side of layers that lay numbers out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from core.layers.block_module import Active, Block

if TYPE_CHECKING:
    from core.families import Layer, Shape
    from core.layers.reshaping import Embedding


class ReshapeBlock(Block):
    """(batch, *inputs) -> (batch, *shape)."""

    def __init__(self, layer: Layer, shape: Shape) -> None:
        super().__init__(layer, {})
        self.shape = shape

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return x.flatten(1) if len(self.shape) == 1 else x.flatten(1).unflatten(1, self.shape)


class EmbeddingBlock(Block):
    """(batch, steps, symbols), one 1 a step -> (batch, steps, units)."""

    weight: nn.Parameter

    def __init__(self, layer: Embedding, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors)

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return x @ self.weight


class BareOutputBlock(Active):
    """(batch, *inputs) -> (batch, units), the activation put upon them."""

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return x.flatten(1)
