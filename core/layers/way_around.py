"""What residual blocks share: layers that have a way around them."""

from __future__ import annotations

import math

import numpy as np

from core.families import Activation, Layer, Misfit, Shape


class WayAround(Layer):
    """A block that adds what comes in to what it makes of it. A subclass declares `activation` and `initializer`, and
    how wide it is."""

    @property
    def width(self) -> int:
        """How many units or channels it has."""
        raise NotImplementedError

    @property
    def acts(self) -> Activation:
        return self.activation  # type: ignore[attr-defined]

    def says(self) -> str:
        return f"{self.label} × {self.width}, {self.acts.label}"

    def need_one_sum(self) -> None:
        """`Misfit` where an activation would take several sums a unit."""
        if self.acts.pieces > 1:
            raise Misfit(f"{self.acts.label} needs several sums a unit, which the way around does not have; take ReLU")

    def learned_shapes(self) -> dict[str, Shape]:
        """The parameters of the activation."""
        return {f"activation.{name}": start.shape for name, start in self.acts.parameters(self.width).items()}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        shape = self.parameters(inputs)[role]
        if role.startswith("activation."):
            return self.acts.parameters(self.width)[role.removeprefix("activation.")]
        if role.startswith("norm_"):
            return np.full(shape, 1.0 if role.endswith("weight") else 0.0)
        if role.startswith("bias"):
            return np.zeros(shape)
        window = math.prod(shape[2:])  # of a kernel; 1 for weights of rows
        return self.initializer.draw(shape, shape[1] * window, shape[0] * window, stream)  # type: ignore[attr-defined]
