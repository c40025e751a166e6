"""Convolutions by hand: a kernel laid on every place, product by product."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.arithmetic.operation import Operation, Own, Row
from core.frozen import frozen

Pair = tuple[int, int]


@frozen
class Sliding:
    """How a kernel slides over a picture (channels, height, width), along each axis."""

    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair
    groups: int = 1

    def offsets(self) -> Iterator[tuple[int, int]]:
        """The places of a kernel, row by row."""
        return ((i, j) for i in range(self.kernel[0]) for j in range(self.kernel[1]))

    def size(self, height: int, width: int) -> Pair:
        """Positions of the kernel along each side."""
        reach = [d * (k - 1) + 1 for d, k in zip(self.dilation, self.kernel, strict=True)]
        sides = zip((height, width), self.padding, reach, self.stride, strict=True)
        high, wide = ((side + 2 * pad - each) // step + 1 for side, pad, each, step in sides)
        return high, wide

    def padded(self, x: np.ndarray, by: float = 0.0) -> np.ndarray:
        """(batch, channels, height, width) with its border."""
        (high, wide) = self.padding
        return np.pad(x, ((0, 0), (0, 0), (high, high), (wide, wide)), constant_values=by)

    def under(self, padded: np.ndarray, offset: Pair, size: Pair) -> np.ndarray:
        """What lies under one place of the kernel, at all its positions: a view."""
        starts = [place * d for place, d in zip(offset, self.dilation, strict=True)]
        rows, columns = (
            slice(start, start + step * (count - 1) + 1, step)
            for start, step, count in zip(starts, self.stride, size, strict=True)
        )
        return padded[:, :, rows, columns]

    def window(self, at: Pair) -> np.ndarray:
        """(n, 2) rows and columns of what comes in under a kernel at a position, which may lie in the border."""
        return np.array([
            [at[0] * self.stride[0] - self.padding[0] + i * self.dilation[0],
             at[1] * self.stride[1] - self.padding[1] + j * self.dilation[1]]
            for i, j in self.offsets()
        ])  # fmt: skip


def _by_group(x: np.ndarray, groups: int) -> np.ndarray:
    """(batch, channels, …) -> (batch, groups, channels of each, positions)."""
    return x.reshape(len(x), groups, x.shape[1] // groups, -1)


def laid_on(x: np.ndarray, weight: np.ndarray, how: Sliding) -> np.ndarray:
    """Every kernel of `weight` (kernels, channels, height, width) on every place of x."""
    size, padded, groups = how.size(*x.shape[2:]), how.padded(x), how.groups
    found = np.zeros((len(x), groups, len(weight) // groups, size[0] * size[1]))
    for i, j in how.offsets():
        kernels = weight[:, :, i, j].reshape(groups, -1, weight.shape[1])
        found += kernels @ _by_group(how.under(padded, (i, j), size), groups)
    return found.reshape(len(x), len(weight), *size)


def stamped(delta: np.ndarray, weight: np.ndarray, how: Sliding, size: Pair) -> np.ndarray:
    """The way back of `laid_on`: every number of delta stamps its kernel into a picture of `size`, and the stamps add
    up."""
    groups = how.groups
    padded = how.padded(np.zeros((len(delta), weight.shape[1] * groups, *size)))
    for i, j in how.offsets():
        kernels = weight[:, :, i, j].reshape(groups, -1, weight.shape[1])
        stamps = kernels.swapaxes(1, 2) @ _by_group(delta, groups)
        under = how.under(padded, (i, j), (delta.shape[2], delta.shape[3]))
        under += stamps.reshape(under.shape)
    high, wide = how.padding
    return padded[:, :, high : high + size[0], wide : wide + size[1]]


def kernel_gradient(x: np.ndarray, delta: np.ndarray, shape: tuple[int, ...], how: Sliding) -> np.ndarray:
    """The gradient of the kernels: at each of their places δ × what lay under it, added up over all positions."""
    size, padded, found = (delta.shape[2], delta.shape[3]), how.padded(x), np.zeros(shape)
    for i, j in how.offsets():
        under = _by_group(how.under(padded, (i, j), size), how.groups)
        each = _by_group(delta, how.groups) @ under.swapaxes(2, 3)
        found[:, :, i, j] = each.sum(axis=0).reshape(shape[0], shape[1])
    return found


class Convolution(Operation):
    """Over pictures (batch, channels, height, width)."""

    def __init__(self, own: Own, how: Sliding) -> None:
        self.weight, self.bias, self.how = own["weight"], own.get("bias"), how

    def forward(self, x: np.ndarray) -> np.ndarray:
        return _with_bias(laid_on(x, self.weight, self.how), self.bias)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return stamped(delta, self.weight, self.how, (x.shape[2], x.shape[3]))

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        found = {"weight": kernel_gradient(x, delta, self.weight.shape, self.how)}
        return found if self.bias is None else found | {"bias": delta.sum(axis=(0, 2, 3))}

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        kernel, row, column = place
        channels = self.weight.shape[1]
        first = kernel // (len(self.weight) // self.how.groups) * channels
        window = self.how.window((row, column))
        places = np.array([[first + channel, *at] for channel in range(channels) for at in window])
        outside = (window < 0).any(1) | (window >= x.shape[1:]).any(1)
        places[np.tile(outside, channels)] = -1
        bias = None if self.bias is None else float(self.bias[kernel])
        return Row(self.weight[kernel].ravel(), places, self.weight.shape[1:], bias)


class Transposed(Operation):
    """The way back of a convolution as a layer: every number stamps its kernel into a larger picture."""

    def __init__(self, own: Own, how: Sliding, size: Pair) -> None:
        self.weight, self.bias, self.how, self.size = own["weight"], own.get("bias"), how, size

    def forward(self, x: np.ndarray) -> np.ndarray:
        return _with_bias(stamped(x, self.weight, self.how, self.size), self.bias)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return laid_on(delta, self.weight, self.how)[:, :, : x.shape[2], : x.shape[3]]

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        found = {"weight": kernel_gradient(delta, x, self.weight.shape, self.how)}
        return found if self.bias is None else found | {"bias": delta.sum(axis=(0, 2, 3))}

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        alone = np.zeros((1, self.weight.shape[1] * self.how.groups, *self.size))
        alone[(0, *place)] = 1.0
        factors = self.back(x[None], alone)[0]
        places = np.argwhere(self.back(x[None], alone)[0] != 0)
        bias = None if self.bias is None else float(self.bias[place[0]])
        return Row(factors[tuple(places.T)], places, (len(places),), bias)


class AlongSteps(Operation):
    """A convolution or a window over sequences (batch, steps, features): over a picture of one row."""

    def __init__(self, inner: Operation) -> None:
        self.inner = inner

    def forward(self, x: np.ndarray) -> np.ndarray:
        return _as_steps(self.inner.forward(_as_row(x)))

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return _as_steps(self.inner.back(_as_row(x), _as_row(delta)))

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        found = self.inner.gradients(_as_row(x), _as_row(delta))
        return found | {"weight": found["weight"][:, :, 0]} if "weight" in found else found

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        step, feature = place
        row = self.inner.row(_as_row(x[None])[0], (feature, 0, step))
        return Row(row.factors, row.places[:, [2, 0]], row.shape, row.bias, row.rule)

    def column(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
        factors, places = self.inner.column(_as_row(x[None])[0], (place[1], 0, place[0]))
        return factors, places[:, [2, 0]]


def _as_row(x: np.ndarray) -> np.ndarray:
    """(batch, steps, features) -> (batch, features, 1, steps)."""
    return x.swapaxes(1, 2)[:, :, None]


def _as_steps(x: np.ndarray) -> np.ndarray:
    return x[:, :, 0].swapaxes(1, 2)


def _with_bias(z: np.ndarray, bias: np.ndarray | None) -> np.ndarray:
    return z if bias is None else z + bias[:, None, None]
