"""Pooling and upsampling by hand."""

from __future__ import annotations

import numpy as np

from core.arithmetic.maps import Sliding
from core.arithmetic.operation import Operation, Row


class LargestOf(Operation):
    """Max pooling over pictures: the largest number of each window; of several alike the first one, row by row."""

    def __init__(self, how: Sliding) -> None:
        self.how = how

    def forward(self, x: np.ndarray) -> np.ndarray:
        return self._under(x).max(axis=0)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        winners, padded = self._under(x).argmax(axis=0), self.how.padded(np.zeros_like(x))
        size = (delta.shape[2], delta.shape[3])
        for number, offset in enumerate(self.how.offsets()):
            under = self.how.under(padded, offset, size)
            under += np.where(winners == number, delta, 0.0)
        high, wide = self.how.padding
        return padded[:, :, high : high + x.shape[2], wide : wide + x.shape[3]]

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        places = _window(self.how, x, place)
        seen = np.where(places[:, 0] < 0, -np.inf, x[tuple(places.T)])
        factors = np.zeros(len(places))
        factors[seen.argmax()] = 1.0
        return Row(factors, places, self.how.kernel, rule="largest")

    def column(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
        size = self.how.size(*x.shape[1:])
        found = [
            (place[0], *at) for at in np.ndindex(size)
            if tuple(self._winner(x, (place[0], *at))) == place
        ]  # fmt: skip
        return np.ones(len(found)), np.array(found, dtype=np.int64).reshape(-1, 3)

    def _winner(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[int, ...]:
        row = self.row(x, place)
        return tuple(int(each) for each in row.places[row.factors.argmax()])

    def _under(self, x: np.ndarray) -> np.ndarray:
        """(places of a window, batch, channels, height, width)."""
        padded, size = self.how.padded(x, -np.inf), self.how.size(*x.shape[2:])
        return np.stack([self.how.under(padded, offset, size) for offset in self.how.offsets()])


class MeanOf(Operation):
    """Average pooling over pictures: the mean of each window, the zeros of a padding counted."""

    def __init__(self, how: Sliding) -> None:
        self.how, self.share = how, 1.0 / (how.kernel[0] * how.kernel[1])

    def forward(self, x: np.ndarray) -> np.ndarray:
        padded, size = self.how.padded(x), self.how.size(*x.shape[2:])
        return np.mean([self.how.under(padded, offset, size) for offset in self.how.offsets()], axis=0)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        padded, size = self.how.padded(np.zeros_like(x)), (delta.shape[2], delta.shape[3])
        for offset in self.how.offsets():
            under = self.how.under(padded, offset, size)
            under += self.share * delta
        high, wide = self.how.padding
        return padded[:, :, high : high + x.shape[2], wide : wide + x.shape[3]]

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        places = _window(self.how, x, place)
        return Row(np.full(len(places), self.share), places, self.how.kernel, rule="mean")


def _window(how: Sliding, x: np.ndarray, place: tuple[int, ...]) -> np.ndarray:
    """(n, 3) where the numbers of a window stand, −1 in the border."""
    window = how.window((place[1], place[2]))
    places = np.column_stack([np.full(len(window), place[0]), window])
    places[(window < 0).any(1) | (window >= x.shape[1:]).any(1)] = -1
    return places


class Whole(Operation):
    """Global pooling: one number for each channel of a picture, or each feature of a sequence; the largest is shared by
    all that are as large."""

    def __init__(self, axes: tuple[int, ...], *, largest: bool) -> None:
        self.axes, self.largest = axes, largest

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x.max(axis=self.axes) if self.largest else x.mean(axis=self.axes)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return self._shares(x) * np.expand_dims(delta, self.axes)

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        unit = 1 if self.axes == (1,) else 0
        chosen = np.zeros(x.shape, dtype=bool)
        chosen[tuple(place[0] if axis == unit else slice(None) for axis in range(x.ndim))] = True
        shape = tuple(side for axis, side in enumerate(x.shape) if axis != unit)
        return Row(
            self._shares(x[None])[0][chosen], np.argwhere(chosen), shape, rule="largest" if self.largest else "mean"
        )

    def column(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
        unit = place[1] if self.axes == (1,) else place[0]
        return self._shares(x[None])[0][place][None], np.array([[unit]])

    def _shares(self, x: np.ndarray) -> np.ndarray:
        """What each number counts for in its own channel."""
        if not self.largest:
            return np.full(x.shape, 1.0 / np.prod([x.shape[axis] for axis in self.axes]))
        won = x == x.max(axis=self.axes, keepdims=True)
        return won / won.sum(axis=self.axes, keepdims=True)


class Larger(Operation):
    """Upsampling: every row and column is a mixture of those that come in."""

    def __init__(self, size: tuple[int, int], factor: int, *, smooth: bool) -> None:
        self.rows, self.columns = (_mixture(side, factor, smooth=smooth) for side in size)

    def forward(self, x: np.ndarray) -> np.ndarray:
        return self.rows @ x @ self.columns.T

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return self.rows.T @ delta @ self.columns

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        channel, row, column = place
        factors = np.outer(self.rows[row], self.columns[column])
        places = np.argwhere(factors != 0)
        return Row(factors[tuple(places.T)], np.column_stack([np.full(len(places), channel), places]), (len(places),))


def _mixture(side: int, factor: int, *, smooth: bool) -> np.ndarray:
    """(factor · side, side): what each new row is mixed of; the middles of the pixels stay where they are."""
    found = np.zeros((factor * side, side))
    if not smooth:
        found[np.arange(factor * side), np.arange(factor * side) // factor] = 1.0
        return found
    middle = np.maximum((np.arange(factor * side) + 0.5) / factor - 0.5, 0.0)
    low = np.floor(middle).astype(int)
    share = middle - low
    np.add.at(found, (np.arange(len(low)), low), 1.0 - share)
    np.add.at(found, (np.arange(len(low)), np.minimum(low + 1, side - 1)), share)
    return found
