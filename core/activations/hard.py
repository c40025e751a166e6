"""Hard variants: sigmoid, tanh and swish drawn with a ruler."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class HardSigmoid(Activation):
    """A sigmoid of three straight pieces: 0, a ramp, 1.

    g(a) = a/6 + ½, cut off at 0 and 1. Cheap to compute; beyond ±3 no gradient passes at all.
    """

    label = "Hard sigmoid"
    order = 130
    formula: ClassVar[str] = "g(a) = min(1, max(0, a/6 + ½))"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    kind: Literal["hard_sigmoid"] = "hard_sigmoid"

    def value(self, a: np.ndarray) -> np.ndarray:
        return _ramp(a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(_on_ramp(a), 1.0 / 6.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardSigmoid as Module

        return Module()


class HardTanh(Activation):
    """A tanh of three straight pieces: −1, the line a, 1.

    g(a) = a, cut off at −1 and 1. Beyond ±1 no gradient passes at all.
    """

    label = "Hard tanh"
    order = 140
    formula: ClassVar[str] = "g(a) = min(1, max(−1, a))"
    limits: ClassVar[tuple[float | None, float | None]] = (-1.0, 1.0)
    kind: Literal["hard_tanh"] = "hard_tanh"

    def value(self, a: np.ndarray) -> np.ndarray:
        return np.clip(a, -1.0, 1.0)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return np.where(np.abs(a) <= 1.0, 1.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardTanh as Module

        return Module()


class HardSwish(Activation):
    """A swish of simple pieces: 0, a parabola, the line a.

    g(a) = a times the hard sigmoid of a: 0 below −3, a above 3, a(a + 3)/6 between. It dips to −⅜ at a = −1.5.
    """

    label = "Hard swish"
    order = 150
    formula: ClassVar[str] = "g(a) = a·min(1, max(0, a/6 + ½))"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.375, None)
    kind: Literal["hard_swish"] = "hard_swish"

    def value(self, a: np.ndarray) -> np.ndarray:
        return a * _ramp(a)

    def slope(self, a: np.ndarray) -> np.ndarray:
        return _ramp(a) + np.where(_on_ramp(a), a / 6.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardSwish as Module

        return Module()


def _ramp(a: np.ndarray) -> np.ndarray:
    return np.clip(np.asarray(a) / 6.0 + 0.5, 0.0, 1.0)


def _on_ramp(a: np.ndarray) -> np.ndarray:
    """Where the ramp slopes: its two ends count."""
    inner = np.asarray(a) / 6.0 + 0.5
    return (inner >= 0.0) & (inner <= 1.0)
