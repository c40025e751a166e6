"""layers -> nn.Module whose parameters are views of one flat vector."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch
from torch import nn

from core.layers.block_module import Block
from core.networks import sample_memory
from core.networks.blueprint import Blueprint, Placed
from core.networks.lent import Lent
from core.networks.shapes import Slot, total

Masks = dict[str, torch.Tensor]


class Network(nn.Module):
    """The whole stack; `flat` holds all parameters, `flat_gradient` all gradients, in the order of `slots`.

    Samples come in flat, (batch, features), and are laid out as `inputs` says. The numbers are numpy arrays that are
    lent to torch: the parameters of `lent`, by name those `beside` them, running statistics and masks of connections.
    """

    def __init__(self, plan: Blueprint, device: torch.device, lent: Lent | None = None) -> None:
        """`lent` are the parameters (P,) of whoever owns them; without them the network has its own."""
        super().__init__()
        dtype = getattr(torch, plan.experiment.dtype)
        self.inputs = plan.shape
        self.slots = plan.slots
        self.lent = lent or Lent.zeros(total(self.slots), np.dtype(plan.experiment.dtype), device.type)
        self.flat = self.lent.tensor
        self.flat_gradient = torch.zeros_like(self.flat)
        self.tensors: dict[str, nn.Parameter] = {}
        self.numbers_each = sample_memory.numbers_each(
            ((placed.layer, placed.inputs) for placed in plan.layers), self.inputs, doubled=dtype is torch.float64
        )
        self._shapes = {player.name: player.inputs for player in plan.players}
        self.blocks = {player.name: [self._block(placed) for placed in plan.of(player.name)] for player in plan.players}
        self.own = self.blocks[plan.players[0].name]  # the experiment's own network
        every = [block for blocks in self.blocks.values() for block in blocks]
        self.registered = nn.ModuleList(every)  # so that torch knows them
        self.beside = {
            f"{block.name}.norm.{name}": Lent.taken(tensor) for block in every for name, tensor in block.named_buffers()
        }
        self._changing = [
            (player, block)
            for player, blocks in self.blocks.items()
            for block in blocks
            if type(block).before_update is not Block.before_update
        ]

    def _block(self, placed: Placed) -> Block:
        tensors = {slot.role: self._tensor(slot) for slot in self.slots if slot.layer == placed.name}
        block = cast(Block, placed.layer.build(placed.inputs, tensors))
        block.name = placed.name
        return block

    def _tensor(self, slot: Slot) -> nn.Parameter:
        tensor = nn.Parameter(self.flat[slot.where].view(slot.shape))
        tensor.grad = self.flat_gradient[slot.where].view(slot.shape)
        self.tensors[slot.name] = tensor
        return tensor

    def laid_out(self, x: torch.Tensor) -> torch.Tensor:
        return x if len(self.inputs) == 1 else x.unflatten(-1, self.inputs)

    def forward(self, x: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """(batch, features) -> raw outputs (batch, outputs)."""
        x = self.laid_out(x)
        for block in self.own:
            x = block(x, masks.get(block.name) if masks else None)
        return x

    def learn(self, x: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """As `forward`, where an update learns from it: by operations that can be differentiated once."""
        x = self.laid_out(x)
        for block in self.own:
            x = block.learn(x, masks.get(block.name) if masks else None)
        return x

    def play(self, player: str, x: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """(batch, numbers) -> what one player makes of it, in rows (batch, outputs)."""
        x = self._laid_out_for(player, x)
        for block in self.blocks[player]:
            x = block(x, masks.get(block.name) if masks else None)
        return x.flatten(1)

    def _laid_out_for(self, player: str, x: torch.Tensor) -> torch.Tensor:
        shape = self._shapes[player]
        return x if len(shape) == 1 else x.unflatten(-1, shape)

    def beside_of(self, player: str) -> list[torch.Tensor]:
        """Running statistics and masks of connections of one player."""
        return [tensor for block in self.blocks[player] for _, tensor in block.named_buffers()]

    def before_update(self, number: int, player: str = "") -> None:
        """What changes with the updates instead of the gradient: masks of connections that are pruned; of one player,
        or of all."""
        for name, block in self._changing:
            if player in ("", name):
                block.before_update(number)

    def trace(self, x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """Layer name -> weighted sums and values, each sample's in one row, for every layer in evaluation mode."""
        return _trace(self.own, self.laid_out(x))

    def trace_of(self, player: str, x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """The same for the layers of one player, from what it begins with (batch, numbers)."""
        return _trace(self.blocks[player], self._laid_out_for(player, x))

    def sums_of(self, layer: str, x: torch.Tensor) -> torch.Tensor:
        """(batch, features) -> the weighted sums (batch, *shape) of one layer, differentiable, in evaluation mode."""
        x = self.laid_out(x)
        for block in self.own:
            sums, x = block.trace(x)
            if block.name == layer:
                return sums
        raise ValueError(f"there is no layer {layer!r}")

    def buffers_as_numpy(self) -> dict[str, np.ndarray]:
        """Copies of running statistics and masks of connections by name."""
        return {name: lent.copy() for name, lent in self.beside.items()}

    def load_buffers(self, arrays: dict[str, np.ndarray]) -> None:
        for name, lent in self.beside.items():
            lent.write(arrays[name])


def _trace(blocks: list[Block], x: torch.Tensor) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    found = {}
    for block in blocks:
        sums, x = block.trace(x)
        found[block.name] = (sums.flatten(1), x.flatten(1))
    return found
