"""The torch side of the sparse dense layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Active

if TYPE_CHECKING:
    from core.layers.sparse_dense import SparseDense


class SparseBlock(Active):
    """Weighted sums over the connections that there are."""

    weight: nn.Parameter
    connected: torch.Tensor

    def __init__(self, layer: SparseDense, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, layer.units, tensors)
        self.layer = layer
        self.bias = tensors.get("bias")
        weight = tensors["weight"].detach()
        self.register_buffer("connected", torch.from_numpy(layer.connected(tuple(weight.shape))).to(weight))

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return F.linear(x if x.ndim == 2 else x.flatten(1), self.weight * self.connected, self.bias)


class PrunedBlock(SparseBlock):
    """Before an update the smallest weights are cut until only the share is left that the layer says."""

    def before_update(self, number: int) -> None:
        with torch.no_grad():
            count = self.connected.numel()
            wanted = max(1, round(self.layer.left(number) * count))
            if wanted < int(self.connected.sum()):
                strength = torch.where(self.connected > 0, self.weight.abs(), -1.0).flatten()
                # A stable order decides between weights of the same size, so that the run can be repeated.
                kept = torch.argsort(strength, descending=True, stable=True)[:wanted]
                self.connected.zero_().view(-1)[kept] = 1.0
            self.weight.mul_(self.connected)  # an optimizer with a memory goes on to move what is cut
