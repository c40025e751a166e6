"""Residual blocks by hand: two parts, and a way around them."""

from __future__ import annotations

import dataclasses

import numpy as np

from core.arithmetic.operation import Own, Same
from core.arithmetic.station import Passed, Reader, Returned, Simple, Station
from core.arithmetic.told import CellTold, LayerTold
from core.families import Activation, Line

SUFFIXES = {"first": "_1", "second": "_2", "around": "_around"}  # of what its parts' own parameters are called


class WayAround(Station):
    """g(second(first(x)) + around(x)); of each part, by its suffix, what its roles are called in the layer."""

    def __init__(
        self, name: str, kind: str, parts: tuple[Simple, Simple, Simple], activation: Activation, own: Own, axis: int
    ) -> None:
        self.name, self.kind, self.activation = name, kind, activation
        self.parts = self.first, self.second, self.around = parts
        self._end = Simple(name, kind, Same(), activation, own, axis)
        self.compares = self.first.compares

    def forward(self, x: np.ndarray, mask: np.ndarray | None) -> Passed:
        first = self.first.forward(x, None)
        second, around = self.second.forward(first.passed, None), self.around.forward(x, None)
        end = self._end.forward(second.passed + around.passed, mask)
        return dataclasses.replace(end, inputs=x, inner=(first, second, around))

    def back(self, passed: Passed, arrived: np.ndarray) -> Returned:
        end = self._end.back(dataclasses.replace(passed, inputs=passed.sums), arrived)
        first, second, around = passed.inner
        back_second = self.second.back(second, end.delta)
        back_first, back_around = self.first.back(first, back_second.down), self.around.back(around, end.delta)
        down = back_first.down + back_around.down
        return dataclasses.replace(end, down=down, inner=(back_first, back_second, back_around))

    def gradients(self, passed: Passed, returned: Returned, rows: slice) -> Own:
        found: Own = {}
        for station, way, back in zip(self.parts, passed.inner, returned.inner, strict=True):
            found |= {named(role, station.suffix): each for role, each in station.gradients(way, back, rows).items()}
        end = self._end.gradients(dataclasses.replace(passed, inputs=passed.sums), returned, rows)
        return found | {role: end[role] + found.get(role, 0.0) for role in end}

    def readers(self, returned: Returned) -> tuple[Reader, ...]:
        first, _, around = returned.inner
        return self.first.readers(first) + self.around.readers(around)

    def line(self, scaled: np.ndarray) -> Line | None:
        return self._end.line(scaled)

    def slopes(self, scaled: np.ndarray) -> np.ndarray | None:
        return self._end.slopes(scaled)

    def _parts(self, passed: Passed, returned: Returned | None, row: int) -> tuple[LayerTold, ...]:
        backs = returned.inner if returned else (None, None, None)
        return tuple(
            station.told(way, back, row) for station, way, back in zip(self.parts, passed.inner, backs, strict=True)
        )

    def _cells(self, passed: Passed, returned: Returned | None, row: int) -> tuple[CellTold, ...]:
        return ()


def named(role: str, suffix: str) -> str:
    """A role of a part as the layer calls it: "weight_1", "norm_1.weight"; the activation is both parts'."""
    if role.startswith("activation."):
        return role
    return f"norm{suffix}.{role.removeprefix('norm.')}" if role.startswith("norm.") else f"{role}{suffix}"


def own_of(own: Own, suffix: str) -> Own:
    """A part's own parameters by the roles that it knows."""
    roles = ("weight", "bias", "norm.weight", "norm.bias")
    found = {role: own[named(role, suffix)] for role in roles if named(role, suffix) in own}
    return found | {role: array for role, array in own.items() if role.startswith("activation.")}
