"""Orthogonal starting weights."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core import random
from core.families import Initializer
from core.params import number


class Orthogonal(Initializer):
    """A random rotation: rows (or columns, whichever are fewer) of length 1 at right angles to each other.

    W Wᵀ = gain²·1 (or Wᵀ W). A rotation neither stretches nor shrinks what passes through it, so through very many
    layers of linear units signals keep their size (Saxe and others, 2013); other activations change it. Biases become
    one random direction.
    """

    label = "Orthogonal"
    order = 60
    formula: ClassVar[str] = "W Wᵀ = gain²·1"
    kind: Literal["orthogonal"] = "orthogonal"
    gain: float = number(
        1.0, 0.1, 5, above=0.0, log=True, advanced=True, label="Gain", help="The length of every row; √2 suits ReLU."
    )

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        rows = shape[0]
        columns = math.prod(shape[1:])
        tall = random.normal(stream, rows * columns).reshape(max(rows, columns), min(rows, columns))
        # The signs of R's diagonal make the decomposition unique, and with it the rotation evenly distributed
        # (Mezzadri, 2007).
        rotation, triangle = np.linalg.qr(tall)
        rotation = rotation * np.where(np.diag(triangle) < 0, -1.0, 1.0)
        return self.gain * (rotation if rows >= columns else rotation.T).reshape(shape)
