"""Initializers: where weights start."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from core.params import Formulated

if TYPE_CHECKING:
    pass


class Initializer(Formulated):
    """Where the weights of a layer start."""

    family: ClassVar[str] = "initializers"

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        """Starting values as float64; `stream` is a key of `core.random`."""
        raise NotImplementedError
