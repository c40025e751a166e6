"""The torch side of recurrent layers: cells of our own, since torch's cannot be vmapped or differentiated twice, and
hide their gates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

from core.layers.block_module import Block

if TYPE_CHECKING:
    from core.layers.recurrent import Recurrent

Gates = dict[str, torch.Tensor]
State = tuple[torch.Tensor, ...]


class RecurrentBlock(Block):
    """(batch, steps, features) -> (batch, units · directions), or (batch, steps, units · directions)."""

    def __init__(self, layer: Recurrent, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors)
        self.units, self.suffixes, self.all_states = layer.units, layer.suffixes, layer.returns == "all"
        self.gate_names = layer.gates

    def step(self, from_input: torch.Tensor, from_state: torch.Tensor, state: State) -> tuple[State, Gates]:
        """One step: sums of the input and of the state before (batch, gates · units) and the state -> the new state and
        its gates."""
        raise NotImplementedError

    def first(self, x: torch.Tensor) -> State:
        """The state before the first step: zeros."""
        return (x.new_zeros(x.shape[0], self.units),)

    def read(self, x: torch.Tensor, suffix: str, keep: list[Gates] | None = None) -> torch.Tensor:
        """One cell reads (batch, steps, features) -> its states (batch, steps, units), each at the place of its
        step."""
        own = {name: getattr(self, f"{name}{suffix}") for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
        from_inputs = F.linear(x, own["weight_ih"], own["bias_ih"]).unbind(1)
        backwards = suffix.endswith("_reverse")
        state, states = self.first(x), []
        for sums in reversed(from_inputs) if backwards else from_inputs:
            state, gates = self.step(sums, F.linear(state[0], own["weight_hh"], own["bias_hh"]), state)
            states.append(state[0])
            if keep is not None:
                keep.append(gates | {"state": state[0]})
        if backwards:
            states.reverse()
            if keep is not None:
                keep.reverse()
        return torch.stack(states, 1)

    def sums(self, x: torch.Tensor) -> torch.Tensor:
        return self.unrolled(x)

    def unrolled(self, x: torch.Tensor, keep: list[list[Gates]] | None = None) -> torch.Tensor:
        """What comes out; `keep` is given, for every cell (layer by layer, forwards then backwards), its gates and its
        state at each step, each (batch, units), as they stand in the graph of the pass."""
        ends: list[torch.Tensor] = []
        for layer in self.suffixes:
            kept: list[list[Gates] | None] = [None if keep is None else [] for _ in layer]
            found = [self.read(x, suffix, steps) for suffix, steps in zip(layer, kept, strict=True)]
            if keep is not None:
                keep += [steps for steps in kept if steps is not None]
            ends = [
                states[:, 0] if suffix.endswith("_reverse") else states[:, -1]
                for states, suffix in zip(found, layer, strict=True)
            ]
            x = torch.cat(found, -1) if len(found) > 1 else found[0]
        return x if self.all_states else torch.cat(ends, -1)

    def gates(self, x: torch.Tensor) -> list[dict[str, torch.Tensor]]:
        """For every cell its gates and states by name, each (batch, steps, units)."""
        kept: list[list[Gates]] = []
        self.unrolled(x, kept)
        return [{name: torch.stack([gates[name] for gates in steps], 1) for name in steps[0]} for steps in kept]


class RnnBlock(RecurrentBlock):
    """h ← g(Wx + Uh + b) (Elman, 1990)."""

    def __init__(self, layer: Recurrent, tensors: dict[str, nn.Parameter]) -> None:
        super().__init__(layer, tensors)
        self.squash = torch.relu if layer.rectifies else torch.tanh

    def step(self, from_input: torch.Tensor, from_state: torch.Tensor, state: State) -> tuple[State, Gates]:
        return (self.squash(from_input + from_state),), {}


class GruBlock(RecurrentBlock):
    """Reset and update gates (Cho and others, 2014), as torch arranges them."""

    def step(self, from_input: torch.Tensor, from_state: torch.Tensor, state: State) -> tuple[State, Gates]:
        r_x, z_x, n_x = from_input.chunk(3, -1)
        r_h, z_h, n_h = from_state.chunk(3, -1)
        reset, update = torch.sigmoid(r_x + r_h), torch.sigmoid(z_x + z_h)
        candidate = torch.tanh(n_x + reset * n_h)
        return (candidate + update * (state[0] - candidate),), {
            "reset": reset,
            "update": update,
            "candidate": candidate,
        }


class LstmBlock(RecurrentBlock):
    """Input, forget and output gates around a cell (Hochreiter and Schmidhuber, 1997; Gers and others, 2000)."""

    def first(self, x: torch.Tensor) -> State:
        zeros = x.new_zeros(x.shape[0], self.units)
        return zeros, zeros

    def step(self, from_input: torch.Tensor, from_state: torch.Tensor, state: State) -> tuple[State, Gates]:
        i, f, g, o = (from_input + from_state).chunk(4, -1)
        enters, stays, candidate, leaves = torch.sigmoid(i), torch.sigmoid(f), torch.tanh(g), torch.sigmoid(o)
        memory = stays * state[1] + enters * candidate
        return (leaves * torch.tanh(memory), memory), {
            "input": enters,
            "forget": stays,
            "candidate": candidate,
            "output": leaves,
            "memory": memory,
        }

    def learn(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """By torch's own operation for a whole sequence, which takes half the time and shows no gates."""
        if not x.is_cpu:
            return self(x, mask)
        weights = [
            getattr(self, f"{name}{suffix}")
            for layer in self.suffixes
            for suffix in layer
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        ]
        depth, directions = len(self.suffixes), len(self.suffixes[0])
        start = x.new_zeros(depth * directions, len(x), self.units)
        states, last, _ = torch.lstm(
            x, (start, start), weights, has_biases=True, num_layers=depth, dropout=0.0, train=True,
            bidirectional=directions == 2, batch_first=True,
        )  # fmt: skip
        values = states if self.all_states else torch.cat(list(last[-directions:]), -1)
        return values if mask is None else values * mask


BLOCKS: dict[str, type[RecurrentBlock]] = {"rnn": RnnBlock, "gru": GruBlock, "lstm": LstmBlock}
