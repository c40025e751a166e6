"""Starting weights from a bell around 0."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from core import random
from core.families import Initializer
from core.params import number


class Normal(Initializer):
    """Numbers from a bell around 0: small ones often, large ones rarely.

    W ~ N(0, σ²). With large σ, sigmoid and tanh units start saturated; with tiny σ all units start nearly alike.
    """

    label = "Normal"
    order = 10
    formula: ClassVar[str] = "W ~ N(0, σ²)"
    kind: Literal["normal"] = "normal"
    std: float = number(
        0.5, 0.01, 3, minimum=0.0, log=True, label="Standard deviation", symbol="σ", help="How wide the bell is."
    )

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        return self.std * random.normal(stream, math.prod(shape)).reshape(shape)
