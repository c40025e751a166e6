"""Activations: what a unit makes of its weighted sum."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from core.families.line import Line, Numbers
from core.params import Component, Formulated

if TYPE_CHECKING:
    import torch


class Activation(Formulated):
    """What a unit makes of its weighted sum z = Wx + b."""

    family: ClassVar[str] = "activations"
    limits: ClassVar[tuple[float | None, float | None]] = (None, None)  # lower and upper bound of the values
    by_hand: ClassVar[str] = ""  # the value of one sum z as a class calculates it; "" where it is not one sum's
    output_only: ClassVar[bool] = False  # softmax: acts on all units of a layer at once

    @property
    def pieces(self) -> int:
        """Weighted sums a unit needs: 1, or more for maxout."""
        return 1

    @property
    def shaping(self) -> bool:
        """Whether the shapes of a layer's parameters follow from it too."""
        return self.pieces > 1 or bool(self.parameters(1))

    def value(self, z: np.ndarray) -> np.ndarray:
        """g(z), element by element (maxout: over the last axis, (…, pieces) -> (…))."""
        raise NotImplementedError

    def slope(self, z: np.ndarray) -> np.ndarray:
        """g'(z) as automatic differentiation has it, kinks included."""
        raise NotImplementedError

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        """What the letters of `by_hand` stand for, beside z; `learned` as below."""
        return {}

    def line(self, sums: np.ndarray, learned: dict[str, np.ndarray]) -> Line | None:
        """What units with these sums (…, units) answer, in symbols and in numbers; None where it is not one sum's."""
        if not self.by_hand:
            return None
        numbers = {letter: _broadcast(each, sums) for letter, each in self.letters(learned).items()}
        return Line("a", self.label, self.by_hand, numbers | {"z": sums}, self.through(sums, learned))

    def through(self, sums: np.ndarray, learned: dict[str, np.ndarray]) -> np.ndarray:
        """What units with these sums (…, units · pieces) answer, (…, units); `learned` are its own parameters by their
        names."""
        return self.value(sums)

    def back(
        self, sums: np.ndarray, learned: dict[str, np.ndarray], arrived: np.ndarray
    ) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """The gradient that arrives at the answers (…, units) on the sums (…, units · pieces), and on each of its own
        parameters, place by place (…, units)."""
        return arrived * self.slope(sums), {}

    def parameters(self, units: int) -> dict[str, np.ndarray]:
        """Learned parameters of the activation itself with their starting values (PReLU's slope)."""
        return {}

    def build(self, units: int) -> "torch.nn.Module":
        """The module (batch, units · pieces) -> (batch, units); learned parameters carry the names of `parameters`.
        With several pieces, unit u owns the sums u·pieces … u·pieces + pieces − 1."""
        raise NotImplementedError


def only_answers(component: type[Component]) -> bool:
    """Whether it is an activation that only the output layer can have."""
    return issubclass(component, Activation) and component.output_only


def _broadcast(number: Numbers, sums: np.ndarray) -> Numbers:
    """One for each sum, where units have numbers of their own."""
    return np.broadcast_to(number, sums.shape) if isinstance(number, np.ndarray) else number
