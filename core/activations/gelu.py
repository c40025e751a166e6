"""GELU: the sum times the chance that a normal number lies below it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.params import choice

if TYPE_CHECKING:
    import torch

_erf = np.frompyfunc(math.erf, 1, 1)
_ROOT = math.sqrt(2.0 / math.pi)
_CUBE = 0.044715  # Hendrycks and Gimpel, "Gaussian error linear units", 2016


class GELU(Activation):
    """A smooth ReLU: the sum times the share of a normal bell that lies below it.

    g(z) = z·Φ(z), Φ being the normal distribution function. It dips to −0.17 near z = −0.75, so it falls before it
    rises. Common in language models. The tanh approximation differs by less than 0.0005.
    """

    label = "GELU"
    order = 90
    formula: ClassVar[str] = "g(z) = z·Φ(z)"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.1700408, None)
    kind: Literal["gelu"] = "gelu"
    approximate: Literal["none", "tanh"] = choice(
        "none",
        {"none": "exact", "tanh": "tanh approximation"},
        label="Formula",
        help="The exact function, or the approximation ½z(1 + tanh(√(2/π)(z + 0.044715z³))).",
    )

    @property
    def by_hand(self) -> str:
        exact, near = "{z}·Φ({z})", "½·{z}·(1 + tanh({k}·({z} + {c}·{z}³)))"
        return exact if self.approximate == "none" else near

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"k": _ROOT, "c": _CUBE}

    def value(self, z: np.ndarray) -> np.ndarray:
        return z * (_distribution(z) if self.approximate == "none" else 0.5 * (1.0 + np.tanh(_bend(z))))

    def slope(self, z: np.ndarray) -> np.ndarray:
        if self.approximate == "none":
            return _distribution(z) + z * np.exp(-0.5 * np.square(z)) / math.sqrt(2.0 * math.pi)
        bent = np.tanh(_bend(z))
        return 0.5 * (1.0 + bent) + 0.5 * z * (1.0 - bent**2) * _ROOT * (1.0 + 3.0 * _CUBE * np.square(z))

    def build(self, units: int) -> torch.nn.Module:
        from torch import nn

        return nn.GELU(self.approximate)


def _distribution(z: np.ndarray) -> np.ndarray:
    """Φ(a), the normal distribution function."""
    return 0.5 * (1.0 + np.asarray(_erf(np.asarray(z) / math.sqrt(2.0)), dtype=np.float64))


def _bend(z: np.ndarray) -> np.ndarray:
    """The argument of the tanh in the approximation."""
    return _ROOT * (z + _CUBE * z * z * z)
