"""Recurrent layers by hand: cells on top of each other and side by side."""

from __future__ import annotations

import numpy as np

from core.arithmetic.cells import Cell, CellPassed, CellReturned
from core.arithmetic.operation import Own
from core.arithmetic.station import Passed, Returned, Station
from core.arithmetic.told import CellTold
from core.families import Activation


class Recurrent(Station):
    """(batch, steps, features) -> the last states, or all; `cells` layer by layer, forwards and then backwards."""

    def __init__(
        self, name: str, kind: str, cells: tuple[tuple[Cell, ...], ...], activation: Activation, *, all_states: bool
    ) -> None:
        self.name, self.kind, self.activation = name, kind, activation
        self.cells, self.all_states = cells, all_states

    def forward(self, x: np.ndarray, mask: np.ndarray | None) -> Passed:
        read, found, below = x, [], []
        for layer in self.cells:
            below = [cell.forward(read) for cell in layer]
            found += below
            read = np.concatenate([cell.gates["state"] for cell in below], -1)
        out = read if self.all_states else np.concatenate([_end(cell) for cell in below], -1)
        return Passed(x, out, None, out, mask, out if mask is None else out * mask, cells=tuple(found))

    def back(self, passed: Passed, arrived: np.ndarray) -> Returned:
        at_values = arrived if passed.mask is None else arrived * passed.mask
        reads = at_values if self.all_states else self._at_the_ends(passed, at_values)
        found: list[CellReturned] = []
        place = len(passed.cells)
        for layer in reversed(self.cells):
            place -= len(layer)
            ways, shares = passed.cells[place : place + len(layer)], np.split(reads, len(layer), -1)
            backs = [cell.returned(way, share) for cell, way, share in zip(layer, ways, shares, strict=True)]
            found = backs + found
            reads = np.sum([each.down for each in backs], axis=0)
        return Returned(arrived, at_values, at_values, at_values, reads, cells=tuple(found))

    def gradients(self, passed: Passed, returned: Returned, rows: slice) -> Own:
        found: Own = {}
        every = [cell for layer in self.cells for cell in layer]
        for cell, way, back in zip(every, passed.cells, returned.cells, strict=True):
            found |= cell.gradients(way, back, rows)
        return found

    def _at_the_ends(self, passed: Passed, at_values: np.ndarray) -> np.ndarray:
        """What arrives at the states of all steps where only the last ones go on."""
        last = self.cells[-1]
        shares = np.split(at_values, len(last), -1)
        reads = []
        for cell, share in zip(last, shares, strict=True):
            each = np.zeros((len(share), passed.inputs.shape[1], share.shape[1]))
            each[:, 0 if cell.backwards else -1] = share
            reads.append(each)
        return np.concatenate(reads, -1)

    def _cells(self, passed: Passed, returned: Returned | None, row: int) -> tuple[CellTold, ...]:
        backs = returned.cells if returned else (None,) * len(passed.cells)
        return tuple(_told(way, back, row) for way, back in zip(passed.cells, backs, strict=True))


def _end(cell: CellPassed) -> np.ndarray:
    """The state after the last step that a cell reads."""
    return cell.gates["state"][:, 0 if cell.backwards else -1]


def _told(way: CellPassed, back: CellReturned | None, row: int) -> CellTold:
    at_memory = None if back is None or back.arrives_memory is None else back.arrives_memory[row]
    return CellTold(
        way.suffix, way.backwards, way.inputs[row],
        {name: array[row] for name, array in way.sums.items()},
        {name: array[row] for name, array in way.gates.items()},
        None if back is None else back.arrives[row], at_memory,
    )  # fmt: skip
