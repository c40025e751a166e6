"""What a layer does before its activation, in numpy: forwards, backwards, and which products a sum is made of."""

from __future__ import annotations

import abc
from typing import Literal

import numpy as np

from core.frozen import frozen

Own = dict[str, np.ndarray]  # a layer's own parameters by their roles


@frozen(eq=False)
class Row:
    """What a number that comes out is made of: `factors` (n,) times the numbers that come in at `places` (n, axes), −1
    in the padding, plus `bias` where there is one; `shape` is that of the patch."""

    factors: np.ndarray
    places: np.ndarray
    shape: tuple[int, ...]
    bias: float | None = None
    rule: Literal["sum", "largest", "mean"] = "sum"


class Operation(abc.ABC):
    """(batch, *inputs) -> (batch, *sums), linear but for a choice of the largest."""

    @abc.abstractmethod
    def forward(self, x: np.ndarray) -> np.ndarray:
        """What comes out."""

    @abc.abstractmethod
    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        """The gradient by what comes out, on what comes in."""

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        """The gradient of its own parameters by their roles, added up over the samples: δ × input."""
        return {}

    @abc.abstractmethod
    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        """What the number at a place of what comes out is made of, for one sample (*inputs)."""

    def column(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
        """Where the number at a place of what comes in goes, for one sample (*inputs): the factors (n,) and the places
        (n, axes) of what comes out."""
        alone = np.zeros_like(x)
        alone[place] = 1.0
        factors = self.forward(alone[None])[0] - self.forward(np.zeros_like(x)[None])[0]
        places = np.argwhere(factors != 0)
        return factors[tuple(places.T)], places


class Same(Operation):
    """What comes in goes on, laid out in a shape; as it is without one."""

    def __init__(self, shape: tuple[int, ...] | None = None) -> None:
        self.shape = shape

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x if self.shape is None else x.reshape(len(x), *self.shape)

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return delta.reshape(x.shape)

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        at = np.unravel_index(np.ravel_multi_index(place, self.shape or x.shape), x.shape)
        return Row(np.ones(1), np.array([at]), (1,))


class Dense(Operation):
    """z = Wx + b; whatever comes in is one row. `connected` (units, inputs) are the links that there are."""

    def __init__(
        self,
        weight: np.ndarray,
        bias: np.ndarray | None,
        connected: np.ndarray | None = None,
        roles: tuple[str, str] = ("weight", "bias"),
    ) -> None:
        self.weight = weight if connected is None else weight * connected
        self.bias, self.connected, self.roles = bias, connected, roles

    def forward(self, x: np.ndarray) -> np.ndarray:
        z = x.reshape(len(x), -1) @ self.weight.T
        return z if self.bias is None else z + self.bias

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return (delta @ self.weight).reshape(x.shape)

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        weight = delta.T @ x.reshape(len(x), -1)
        found = {self.roles[0]: weight if self.connected is None else weight * self.connected}
        return found if self.bias is None else found | {self.roles[1]: delta.sum(axis=0)}

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        bias = None if self.bias is None else float(self.bias[place[0]])
        return Row(self.weight[place[0]], np.argwhere(np.ones(x.shape)), x.shape, bias)

    def column(self, x: np.ndarray, place: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
        factors = self.weight[:, int(np.ravel_multi_index(place, x.shape))]
        return factors, np.arange(len(factors))[:, None]


class Embedding(Operation):
    """(batch, steps, symbols) -> (batch, steps, units): the row of weights that belongs to the 1."""

    def __init__(self, weight: np.ndarray) -> None:
        self.weight = weight

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x @ self.weight

    def back(self, x: np.ndarray, delta: np.ndarray) -> np.ndarray:
        return delta @ self.weight.T

    def gradients(self, x: np.ndarray, delta: np.ndarray) -> Own:
        return {"weight": np.einsum("bsi,bsu->iu", x, delta)}

    def row(self, x: np.ndarray, place: tuple[int, ...]) -> Row:
        step, unit = place
        places = np.stack([np.full(x.shape[1], step), np.arange(x.shape[1])], 1)
        return Row(self.weight[:, unit], places, (x.shape[1],))
