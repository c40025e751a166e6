"""Hard variants: sigmoid, tanh and swish drawn with a ruler."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation

if TYPE_CHECKING:
    import torch


class HardSigmoid(Activation):
    """A sigmoid of three straight pieces: 0, a ramp, 1.

    g(z) = z/6 + ½, cut off at 0 and 1. Cheap to compute; beyond ±3 no gradient passes at all.
    """

    label = "Hard sigmoid"
    order = 130
    formula: ClassVar[str] = "g(z) = min(1, max(0, z/6 + ½))"
    by_hand: ClassVar[str] = "min(1, max(0, {z}/6 + ½))"
    limits: ClassVar[tuple[float | None, float | None]] = (0.0, 1.0)
    kind: Literal["hard_sigmoid"] = "hard_sigmoid"

    def value(self, z: np.ndarray) -> np.ndarray:
        return _ramp(z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(_on_ramp(z), 1.0 / 6.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardSigmoid as Module

        return Module()


class HardTanh(Activation):
    """A tanh of three straight pieces: −1, the line a, 1.

    g(z) = z, cut off at −1 and 1. Beyond ±1 no gradient passes at all.
    """

    label = "Hard tanh"
    order = 140
    formula: ClassVar[str] = "g(z) = min(1, max(−1, z))"
    by_hand: ClassVar[str] = "min(1, max(−1, {z}))"
    limits: ClassVar[tuple[float | None, float | None]] = (-1.0, 1.0)
    kind: Literal["hard_tanh"] = "hard_tanh"

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.clip(z, -1.0, 1.0)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return np.where(np.abs(z) <= 1.0, 1.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardTanh as Module

        return Module()


class HardSwish(Activation):
    """A swish of simple pieces: 0, a parabola, the line a.

    g(z) = z times the hard sigmoid of z: 0 below −3, z above 3, z(z + 3)/6 between. It dips to −⅜ at z = −1.5.
    """

    label = "Hard swish"
    order = 150
    formula: ClassVar[str] = "g(z) = z·min(1, max(0, z/6 + ½))"
    by_hand: ClassVar[str] = "{z}·min(1, max(0, {z}/6 + ½))"
    limits: ClassVar[tuple[float | None, float | None]] = (-0.375, None)
    kind: Literal["hard_swish"] = "hard_swish"

    def value(self, z: np.ndarray) -> np.ndarray:
        return z * _ramp(z)

    def slope(self, z: np.ndarray) -> np.ndarray:
        return _ramp(z) + np.where(_on_ramp(z), z / 6.0, 0.0)

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import HardSwish as Module

        return Module()


def _ramp(z: np.ndarray) -> np.ndarray:
    return np.clip(np.asarray(z) / 6.0 + 0.5, 0.0, 1.0)


def _on_ramp(z: np.ndarray) -> np.ndarray:
    """Where the ramp slopes: its two ends count."""
    inner = np.asarray(z) / 6.0 + 0.5
    return (inner >= 0.0) & (inner <= 1.0)
