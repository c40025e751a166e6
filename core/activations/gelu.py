"""GELU: the sum times the chance that a normal number lies below it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation
from core.params import choice

if TYPE_CHECKING:
    import torch

_erf = np.frompyfunc(math.erf, 1, 1)
_ROOT = math.sqrt(2.0 / math.pi)
_CUBE = 0.044715  # Hendrycks and Gimpel, "Gaussian error linear units", 2016


class GELU(Activation):
    """A smooth ReLU: the sum times the share of a normal bell that lies below it.

    g(a) = a·Φ(a), Φ being the normal distribution function. It dips to −0.17 near a = −0.75, so it falls before it
    rises. Common in language models. The tanh approximation differs by less than 0.0005.
    """

    label = "GELU"
    order = 90
    formula: ClassVar[str] = "g(a) = a·Φ(a)"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.1700408, None)
    kind: Literal["gelu"] = "gelu"
    approximate: Literal["none", "tanh"] = choice(
        "none",
        {"none": "exact", "tanh": "tanh approximation"},
        label="Formula",
        help="The exact function, or the approximation ½a(1 + tanh(√(2/π)(a + 0.044715a³))).",
    )

    def value(self, a: np.ndarray) -> np.ndarray:
        return a * (_distribution(a) if self.approximate == "none" else 0.5 * (1.0 + np.tanh(_bend(a))))

    def slope(self, a: np.ndarray) -> np.ndarray:
        if self.approximate == "none":
            return _distribution(a) + a * np.exp(-0.5 * np.square(a)) / math.sqrt(2.0 * math.pi)
        bent = np.tanh(_bend(a))
        return 0.5 * (1.0 + bent) + 0.5 * a * (1.0 - bent**2) * _ROOT * (1.0 + 3.0 * _CUBE * np.square(a))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.GELU(self.approximate)


def _distribution(a: np.ndarray) -> np.ndarray:
    """Φ(a), the normal distribution function."""
    return 0.5 * (1.0 + np.asarray(_erf(np.asarray(a) / math.sqrt(2.0)), dtype=np.float64))


def _bend(a: np.ndarray) -> np.ndarray:
    """The argument of the tanh in the approximation."""
    return _ROOT * (a + _CUBE * a * a * a)
