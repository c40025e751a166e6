"""What a network expects of every layer: a block that computes, in training with a dropout mask, and shows its sums."""

from __future__ import annotations

import torch
from torch import nn

from core.families import Layer


class Block(nn.Module):
    """A layer at work; parameters are registered under their roles with "_" for ".".

    A subclass has `sums`, or for a layer whose values are made in another way `values` and `trace` too.
    """

    def __init__(self, layer: Layer, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__()
        self.name = layer.name
        for role, tensor in tensors.items():
            if not role.startswith("activation."):
                self.register_parameter(role.replace(".", "_"), tensor)

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, *inputs) -> what the activation is put upon."""
        raise NotImplementedError

    def values(self, sums: torch.Tensor) -> torch.Tensor:
        """Sums -> (batch, *outputs)."""
        return sums

    def trace(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(batch, *inputs) -> sums and values, in evaluation mode."""
        sums = self.sums(x)
        return sums, self.values(sums)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        values = self.values(self.sums(x))
        return values if mask is None else values * mask

    def learn(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """As `forward`, where an update learns from it and nothing else: operations that can be differentiated but once
        are good enough."""
        return self(x, mask)

    def before_update(self, number: int) -> None:
        """Called before update `number` (from 0): what changes with the updates instead of the gradient, such as
        pruning."""


class Active(Block):
    """A block with an activation, whose units lie on axis 1 (channels) or on the last one."""

    def __init__(self, layer: Layer, units: int, tensors: dict[str, nn.Parameter], axis: int = -1) -> None:
        super().__init__(layer, tensors)
        activation = layer.acts
        self.activation = activation.build(units)
        for name in activation.parameters(units):
            setattr(self.activation, name, tensors[f"activation.{name}"])
        self._axis = axis
        self._alone = activation.pieces == 1 and not activation.output_only and not activation.parameters(units)

    def values(self, sums: torch.Tensor) -> torch.Tensor:
        if self._alone or self._axis == -1:
            return self.activation(sums)
        return self.activation(sums.movedim(self._axis, -1)).movedim(-1, self._axis)
