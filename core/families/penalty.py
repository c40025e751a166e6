"""Penalties: what large weights cost."""

from typing import Any, ClassVar

import numpy as np

from core.params import Formulated


class Penalty(Formulated):
    """What large weights cost, added to the data's loss."""

    family: ClassVar[str] = "penalties"
    rate: float  # what it is multiplied by; 0: none
    pull: ClassVar[str] = ""  # its gradient as it is read, with the names in braces: {λ}, {w}
    biases: bool  # whether biases are counted as well as weights

    @property
    def cuts(self) -> bool:
        """Whether it has a step of its own after the data's, in which a weight that crosses zero is cut for good."""
        return False

    def value(self, weights: np.ndarray) -> float:
        """The penalty of the counted weights (flat)."""
        raise NotImplementedError

    def gradient(self, weights: Any) -> Any:
        """Its gradient, element by element; works on numpy arrays and on torch tensors."""
        raise NotImplementedError
