"""Batch and layer normalization by hand."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.arithmetic.operation import Own
from core.arithmetic.told import Normal
from core.frozen import frozen

EPS = 1e-5
ROLES = ("norm.weight", "norm.bias")


@frozen
class Norming:
    """Centres and scales a batch's sums over some `axes`. The learned scale and shift have the shape `size`, and are
    broadcast as `shape`.

    `running` are mean and variance where a batch has no spread of its own, None where it has.
    """

    over: Literal["batch", "layer"]
    axes: tuple[int, ...]
    shape: tuple[int, ...]
    size: tuple[int, ...]

    def forward(self, z: np.ndarray, own: Own, running: tuple[np.ndarray, np.ndarray] | None) -> Normal:
        """What becomes of the sums of a whole batch."""
        gamma, beta = (own[role].reshape(self.shape) for role in ROLES)
        if running is None:
            mean, variance = z.mean(axis=self.axes, keepdims=True), z.var(axis=self.axes, keepdims=True)
        else:
            mean, variance = (each.reshape(self.shape) for each in running)
        normal = (z - mean) / np.sqrt(variance + EPS)
        over = "layer" if self.over == "layer" else "batch" if running is None else "running"
        return Normal(over, mean, variance, EPS, normal, gamma, beta, gamma * normal + beta, None)

    def back(self, made: Normal, delta: np.ndarray) -> np.ndarray:
        """The gradient at what comes out -> at the sums; mean and spread carry it to all that they are made of."""
        inner, root = delta * made.gamma, np.sqrt(made.variance + EPS)
        if made.over == "running":
            return inner / root
        mean = inner.mean(axis=self.axes, keepdims=True)
        along = (inner * made.normal).mean(axis=self.axes, keepdims=True)
        return (inner - mean - made.normal * along) / root

    def gradients(self, normal: np.ndarray, delta: np.ndarray) -> Own:
        """Of scale and shift, added up over the samples."""
        lost = tuple(axis for axis in range(delta.ndim) if axis not in self._own)
        pair = ((delta * normal).sum(axis=lost), delta.sum(axis=lost))
        return dict(zip(ROLES, (each.reshape(self.size) for each in pair), strict=True))

    @property
    def _own(self) -> tuple[int, ...]:
        """The axes along which scale and shift differ."""
        every = tuple(range(len(self.shape)))
        return self.axes if self.over == "layer" else tuple(axis for axis in every if axis not in self.axes)


def of_batch(axes: int, unit: int, count: int) -> Norming:
    """Over the batch, for each of `count` units, which lie on the axis `unit` of so many."""
    shape = tuple(count if axis == unit else 1 for axis in range(axes))
    return Norming("batch", tuple(axis for axis in range(axes) if axis != unit), shape, (count,))


def of_sample(axes: int, size: tuple[int, ...]) -> Norming:
    """Over the last axes of each sample, those of `size`."""
    over = tuple(range(axes - len(size), axes))
    return Norming("layer", over, (*(1 for _ in range(axes - len(size))), *size), size)
