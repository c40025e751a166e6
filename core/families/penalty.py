"""Penalties: what large weights cost."""

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from core.params import Component

if TYPE_CHECKING:
    pass


class Penalty(Component):
    """What large weights cost, added to the data's loss."""

    family: ClassVar[str] = "penalties"
    formula: ClassVar[str] = ""

    def value(self, weights: np.ndarray) -> float:
        """The penalty of the counted weights (flat)."""
        raise NotImplementedError

    def gradient(self, weights: Any) -> Any:
        """Its gradient, element by element; works on numpy arrays and on torch tensors."""
        raise NotImplementedError
