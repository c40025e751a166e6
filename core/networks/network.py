"""layers -> nn.Module whose parameters are views of one flat vector."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch
from torch import nn

from core.experiment import Experiment
from core.families import Shape
from core.layers.block_module import Block
from core.networks import sample_memory, shapes
from core.networks.players import DISCRIMINATOR, GENERATOR

Masks = dict[str, torch.Tensor]


class Network(nn.Module):
    """The whole stack; `flat` holds all parameters, `flat_gradient` all gradients, in the order of `slots`.

    Samples come in flat, (batch, features), and are laid out as `inputs` says. `lent` is memory for `flat` that
    somebody else owns; without it the network has its own.
    """

    def __init__(
        self,
        experiment: Experiment,
        inputs: int | Shape,
        outputs: int,
        device: torch.device,
        lent: torch.Tensor | None = None,
    ) -> None:
        super().__init__()
        dtype = getattr(torch, experiment.dtype)
        self.inputs = shapes.as_shape(inputs)
        self.slots = shapes.layout(experiment, inputs, outputs)
        self.flat = torch.zeros(shapes.total(self.slots), dtype=dtype, device=device) if lent is None else lent
        self.flat_gradient = torch.zeros_like(self.flat)
        self.blocks: list[Block] = []
        self.tensors: dict[str, nn.Parameter] = {}
        self.others: list[Block] = []  # a second player's: what a generator is made of
        own = len(shapes.stack(experiment, outputs))
        players = shapes.players(experiment, inputs, outputs)
        self.numbers_each = sample_memory.numbers_each(
            ((layer, comes_in) for _, layer, comes_in in players), self.inputs, dtype is torch.float64
        )
        for place, (owner, layer, comes_in) in enumerate(players):
            tensors = {slot.role: self._tensor(slot) for slot in self.slots if slot.layer == owner}
            block = cast(Block, layer.build(comes_in, tensors))
            block.name = owner
            (self.blocks if place < own else self.others).append(block)
        self.registered = nn.ModuleList([*self.blocks, *self.others])  # so that torch knows them
        self.beside = [
            (f"{block.name}.norm.{name}", tensor)
            for block in (*self.blocks, *self.others)
            for name, tensor in block.named_buffers()
        ]
        self._changing = [
            block for block in (*self.blocks, *self.others) if type(block).before_update is not Block.before_update
        ]

    def _tensor(self, slot: shapes.Slot) -> nn.Parameter:
        tensor = nn.Parameter(self.flat[slot.where].view(slot.shape))
        tensor.grad = self.flat_gradient[slot.where].view(slot.shape)
        self.tensors[slot.name] = tensor
        return tensor

    def laid_out(self, x: torch.Tensor) -> torch.Tensor:
        return x if len(self.inputs) == 1 else x.unflatten(-1, self.inputs)

    def forward(self, x: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """(batch, features) -> raw outputs (batch, outputs)."""
        x = self.laid_out(x)
        for block in self.blocks:
            x = block(x, masks.get(block.name) if masks else None)
        return x

    def generate(self, noise: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """(batch, numbers) -> what the second player makes of it, in rows (batch, features)."""
        for block in self.others:
            noise = block(noise, masks.get(block.name) if masks else None)
        return noise.flatten(1)

    def blocks_of(self, player: str) -> list[Block]:
        """The layers of one player, "discriminator" or "generator"; all of them for ""."""
        return {DISCRIMINATOR: self.blocks, GENERATOR: self.others}.get(player, [*self.blocks, *self.others])

    def before_update(self, number: int, only: list[Block] | None = None) -> None:
        """What changes with the updates instead of the gradient: masks of connections that are pruned; of some layers
        `only`, or of all."""
        for block in self._changing:
            if only is None or any(block is one for one in only):
                block.before_update(number)

    def trace(self, x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """Layer name -> weighted sums and values, each sample's in one row, for every layer in evaluation mode."""
        return _trace(self.blocks, self.laid_out(x))

    def trace_of_generator(self, noise: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """The same for the layers of the second player, from its noise (batch, numbers)."""
        return _trace(self.others, noise)

    def sums_of(self, layer: str, x: torch.Tensor) -> torch.Tensor:
        """(batch, features) -> the weighted sums (batch, *shape) of one layer, differentiable, in evaluation mode."""
        x = self.laid_out(x)
        for block in self.blocks:
            sums, x = block.trace(x)
            if block.name == layer:
                return sums
        raise ValueError(f"there is no layer {layer!r}")

    def buffers_as_numpy(self) -> dict[str, np.ndarray]:
        """Running statistics of normalization and masks of connections by name."""
        return {name: tensor.cpu().numpy().copy() for name, tensor in self.beside}

    def load_buffers(self, arrays: dict[str, np.ndarray]) -> None:
        for name, tensor in self.beside:
            tensor.copy_(torch.from_numpy(arrays[name]))


def _trace(blocks: list[Block], x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    found = {}
    for block in blocks:
        sums, x = block.trace(x)
        found[block.name] = (sums.flatten(1), x.flatten(1))
    return found
