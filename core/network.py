"""layers -> nn.Module whose parameters are views of one flat vector."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from core import shapes
from core.experiment import Experiment
from core.layers.dense import Dense

Masks = dict[str, torch.Tensor]


class Block(nn.Module):
    """One dense layer: weighted sums, normalization, activation, dropout mask."""

    running_mean: torch.Tensor
    running_var: torch.Tensor

    def __init__(self, layer: Dense, inputs: int, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__()
        self.name = layer.name
        self.normalization = layer.normalization
        self.weight = tensors["weight"]
        self.bias = tensors.get("bias")
        if layer.normalization != "none":
            self.norm_weight, self.norm_bias = tensors["norm.weight"], tensors["norm.bias"]
        if layer.normalization == "batch":
            self.register_buffer("running_mean", torch.zeros_like(tensors["norm.bias"].detach()))
            self.register_buffer("running_var", torch.ones_like(tensors["norm.bias"].detach()))
        self.activation = layer.activation.build(layer.units)
        for name in layer.activation.parameters(layer.units):
            setattr(self.activation, name, tensors[f"activation.{name}"])

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, inputs) -> weighted sums after normalization (batch, units · pieces)."""
        a = F.linear(x, self.weight, self.bias)
        if self.normalization == "batch":
            # A last short batch of one sample has no spread of its own: it is normalized as in evaluation.
            return F.batch_norm(a, self.running_mean, self.running_var, self.norm_weight, self.norm_bias, training=self.training and len(a) > 1)
        if self.normalization == "layer":
            return F.layer_norm(a, a.shape[-1:], self.norm_weight, self.norm_bias)
        return a

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        values = self.activation(self.sums(x))
        return values if mask is None else values * mask


class Network(nn.Module):
    """The whole stack; `flat` holds all parameters, `flat_gradient` all gradients, in the order of `slots`."""

    def __init__(self, experiment: Experiment, inputs: int, outputs: int, device: torch.device) -> None:
        super().__init__()
        dtype = getattr(torch, experiment.dtype)
        self.slots = shapes.layout(experiment, inputs, outputs)
        self.flat = torch.zeros(shapes.total(self.slots), dtype=dtype, device=device)
        self.flat_gradient = torch.zeros_like(self.flat)
        self.blocks: list[Block] = []
        self.tensors: dict[str, nn.Parameter] = {}
        for layer in shapes.stack(experiment, outputs):
            tensors = {slot.role: self._tensor(slot) for slot in self.slots if slot.layer == layer.name}
            self.blocks.append(Block(layer, inputs, tensors))
            inputs = layer.shape(inputs)
        self.registered = nn.ModuleList(self.blocks)  # so that torch knows them

    def _tensor(self, slot: shapes.Slot) -> nn.Parameter:
        tensor = nn.Parameter(self.flat[slot.where].view(slot.shape))
        tensor.grad = self.flat_gradient[slot.where].view(slot.shape)
        self.tensors[slot.name] = tensor
        return tensor

    def forward(self, x: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """(batch, inputs) -> raw outputs (batch, outputs)."""
        for block in self.blocks:
            x = block(x, masks.get(block.name) if masks else None)
        return x

    def trace(self, x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """Layer name -> weighted sums and values, for every layer in evaluation mode."""
        found = {}
        for block in self.blocks:
            sums = block.sums(x)
            x = block.activation(sums)
            found[block.name] = (sums, x)
        return found

    def buffers_as_numpy(self) -> dict[str, np.ndarray]:
        """Running statistics of batch normalization by name."""
        return {f"{block.name}.norm.{name}": tensor.cpu().numpy().copy() for block in self.blocks for name, tensor in block.named_buffers(recurse=False)}

    def load_buffers(self, arrays: dict[str, np.ndarray]) -> None:
        for block in self.blocks:
            for name, tensor in block.named_buffers(recurse=False):
                tensor.copy_(torch.from_numpy(arrays[f"{block.name}.norm.{name}"]))
