"""Recurrent layers: a cell that reads a sequence step by step and carries a state along."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core import random
from core.families import Layer, Shape
from core.layers import fields
from core.params import choice, integer, number

if TYPE_CHECKING:
    import torch

DIRECTIONS = {"forward": "forwards", "both": "forwards and backwards"}
RETURNS = {"last": "the last state", "all": "all states"}


def _opened(gate: str, label: str) -> float:
    return number(
        0.0, 0, 3, step=0.5, minimum=-10.0, maximum=10.0, label=label,
        help=f"Added to the starting bias of the {gate} gate: above 0 the cell begins by remembering.",
    )  # fmt: skip


class Recurrent(Layer):
    """What recurrent layers share. Weights, their names and their start are those of torch: uniform in ±1/√units.

    `gates` weighted sums a unit; weight_ih (gates · units, inputs), weight_hh (gates · units, units), two biases (gates
    · units,) for each layer and direction.
    """

    gates: ClassVar[tuple[str, ...]] = ()
    name: str = fields.layer_name()
    units: int = integer(
        16, 2, 64, minimum=1, maximum=1024, label="Units",
        help="Numbers in the state that is carried from step to step.", cost="the wider, the more multiplications an update takes",
    )  # fmt: skip
    depth: int = integer(
        1,
        1,
        3,
        minimum=1,
        maximum=8,
        label="Layers",
        help="Cells on top of each other: each reads the states of the one below.",
    )
    direction: Literal["forward", "both"] = choice(
        "forward",
        DIRECTIONS,
        label="Reads",
        help="Backwards too: a second cell reads from the end, and both states go on side by side.",
    )
    returns: Literal["last", "all"] = choice(
        "last", RETURNS, label="Passes on", help="The state after the last step, or the states of all steps."
    )

    @property
    def narrows_to(self) -> int:
        return self.units

    @property
    def rectifies(self) -> bool:
        """Whether the new state is made of the sum by ReLU instead of tanh."""
        return False

    @property
    def opened(self) -> dict[str, float]:
        """Gate -> what is added to its starting bias."""
        return {}

    @property
    def directions(self) -> int:
        return 2 if self.direction == "both" else 1

    @property
    def suffixes(self) -> tuple[tuple[str, ...], ...]:
        """The names of the cells: for each layer one for each direction."""
        return tuple(
            tuple(f"_l{number}{way}" for way in ("", "_reverse")[: self.directions]) for number in range(self.depth)
        )

    def says(self) -> str:
        return f"{self.units} {self.label}{' × ' + str(self.depth) if self.depth > 1 else ''}"

    def with_all_steps(self) -> Layer | None:
        return self.model_copy(update={"returns": "all"}) if self.returns == "last" else None

    def deeper(self, new: Layer) -> Layer | None:
        return self.model_copy(update={"depth": self.depth + 1}) if type(new) is type(self) else None

    def shape(self, inputs: Shape) -> Shape:
        fields.need_sequence(self.label, inputs)
        width = self.units * self.directions
        return (width,) if self.returns == "last" else (inputs[0], width)

    def places(self, inputs: Shape) -> int:
        return inputs[0]

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        sums, width = len(self.gates) * self.units, inputs[1]
        for layer in self.suffixes:
            for suffix in layer:
                found |= {
                    f"weight_ih{suffix}": (sums, width),
                    f"weight_hh{suffix}": (sums, self.units),
                    f"bias_ih{suffix}": (sums,),
                    f"bias_hh{suffix}": (sums,),
                }
            width = self.units * self.directions
        return found

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        shape, bound = self.parameters(inputs)[role], self.units**-0.5
        values = random.uniform(stream, int(np.prod(shape)), -bound, bound).reshape(shape)
        if role.startswith("bias_ih"):
            for gate, more in self.opened.items():
                first = self.gates.index(gate) * self.units
                values[first : first + self.units] += more
        return values

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.recurrent_module import BLOCKS

        return BLOCKS[self.kind](self, tensors)


class Rnn(Recurrent):
    """The simplest recurrent layer: the new state is made of the input and of the state before.

    hₜ = tanh(W xₜ + b + U hₜ₋₁ + c). What happened many steps ago has to pass through U and the squashing again and
    again: its gradient fades (or explodes), so that memories are the harder to learn the farther back they lie.
    """

    label = "RNN"
    order = 50
    gates: ClassVar[tuple[str, ...]] = ("state",)
    kind: Literal["rnn"] = "rnn"
    squash: Literal["tanh", "relu"] = choice(
        "tanh", {"tanh": "tanh", "relu": "ReLU"}, label="Activation", help="What makes the new state of the sum."
    )

    @property
    def rectifies(self) -> bool:
        return self.squash == "relu"


class Gru(Recurrent):
    """A recurrent layer with two gates that decide what is overwritten: far memories can stay.

    r = σ(…), z = σ(…), n = tanh(W x + b + r·(U h + c)), new state = (1 − z)·n + z·h (Cho and others, 2014). Where z is
    1 the state stays as it is, and so does its gradient.
    """

    label = "GRU"
    order = 51
    gates: ClassVar[tuple[str, ...]] = ("reset", "update", "candidate")
    kind: Literal["gru"] = "gru"
    keep_bias: float = _opened("update", "Bias for keeping")

    @property
    def opened(self) -> dict[str, float]:
        return {"update": self.keep_bias}


class Lstm(Recurrent):
    """A recurrent layer with a memory of its own beside the state, and three gates that guard it.

    c = f·c + i·g and h = o·tanh c, with the gates i, f, o = σ(…) and g = tanh(…) (Hochreiter and Schmidhuber, 1997; the
    forget gate f is of Gers, Schmidhuber and Cummins, 2000). Along the memory c the gradient passes unhindered as long
    as f stays open: a starting bias of 1 or 2 for it opens it from the beginning.
    """

    label = "LSTM"
    order = 52
    gates: ClassVar[tuple[str, ...]] = ("input", "forget", "candidate", "output")
    kind: Literal["lstm"] = "lstm"
    forget_bias: float = _opened("forget", "Forget bias")

    @property
    def opened(self) -> dict[str, float]:
        return {"forget": self.forget_bias}
