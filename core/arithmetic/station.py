"""A layer at work on a whole batch: its sums, what normalization, activation and dropout make of them, and the way
back."""

from __future__ import annotations

import abc
import dataclasses

import numpy as np

from core.arithmetic.cells import CellPassed, CellReturned
from core.arithmetic.norms import Norming
from core.arithmetic.operation import Operation, Own
from core.arithmetic.told import CellTold, LayerTold, Normal
from core.families import Activation, Line, Numbers
from core.frozen import frozen

Running = tuple[np.ndarray, np.ndarray]


@frozen(eq=False)
class Passed:
    """A batch on its way through a layer, every array (batch, …): see `LayerTold`."""

    inputs: np.ndarray
    sums: np.ndarray
    normal: Normal | None
    values: np.ndarray
    mask: np.ndarray | None
    passed: np.ndarray
    inner: tuple[Passed, ...] = ()
    cells: tuple[CellPassed, ...] = ()

    @property
    def scaled(self) -> np.ndarray:
        """What the activation is put upon."""
        return self.sums if self.normal is None else self.normal.out


@frozen(eq=False)
class Returned:
    """What comes back through it: ∂ΣL/∂passed, the same by the values, by what the activation is put upon, by the sums,
    and by what came in."""

    arrived: np.ndarray
    at_values: np.ndarray
    at_scaled: np.ndarray
    delta: np.ndarray
    down: np.ndarray
    inner: tuple[Returned, ...] = ()
    cells: tuple[CellReturned, ...] = ()


@frozen(eq=False)
class Reader:
    """An operation on what comes into a layer, with the gradient by its sums (batch, …)."""

    name: str
    operation: Operation
    delta: np.ndarray


class Station(abc.ABC):
    """A layer in its place; `name` as its parameters are called."""

    name: str
    kind: str
    activation: Activation
    operation: Operation | None = None  # what makes its sums, where that is one operation
    suffix = ""  # of the names of its own parameters, of a part
    compares = False  # the samples of a batch with each other

    @abc.abstractmethod
    def forward(self, x: np.ndarray, mask: np.ndarray | None) -> Passed:
        """(batch, *inputs), and what dropout multiplies by."""

    @abc.abstractmethod
    def back(self, passed: Passed, arrived: np.ndarray) -> Returned:
        """From the gradient at what goes on to that at what came in."""

    @abc.abstractmethod
    def gradients(self, passed: Passed, returned: Returned, rows: slice) -> Own:
        """Of its own parameters by their roles, added up over some rows of the batch."""

    def slopes(self, scaled: np.ndarray) -> np.ndarray | None:
        """g′ of what the activation is put upon; None where it looks at all units at once."""
        return None

    def line(self, scaled: np.ndarray) -> Line | None:
        """How the values of one row come of what the activation is put upon; None where several sums make one."""
        return None

    def readers(self, returned: Returned) -> tuple[Reader, ...]:
        """Who multiplies and adds what comes in; nobody where it is not as simple."""
        return () if self.operation is None else (Reader(self.name, self.operation, returned.delta),)

    def told(self, passed: Passed, returned: Returned | None, row: int) -> LayerTold:
        """One row of a batch."""
        own = passed.normal
        normal = None if own is None else _row_of_normal(own, returned, row)
        return LayerTold(
            self.name, self.kind, self.activation.kind_name(), passed.inputs[row], passed.sums[row], normal,
            passed.values[row], self.slopes(passed.scaled[row : row + 1]), None if passed.mask is None else passed.mask[row],
            passed.passed[row], *_came(returned, row), self._parts(passed, returned, row), self._cells(passed, returned, row),
            self.suffix, self.line(passed.scaled[row : row + 1]),
        )  # fmt: skip

    def _parts(self, passed: Passed, returned: Returned | None, row: int) -> tuple[LayerTold, ...]:
        return ()

    def _cells(self, passed: Passed, returned: Returned | None, row: int) -> tuple[CellTold, ...]:
        return ()


def _came(returned: Returned | None, row: int) -> tuple[np.ndarray | None, np.ndarray | None, np.ndarray | None]:
    if returned is None:
        return None, None, None
    return returned.arrived[row], returned.delta[row], returned.down[row]


def _row_of_normal(normal: Normal, returned: Returned | None, row: int) -> Normal:
    alone = {
        name: array[row if len(array) > 1 else 0]
        for name, array in (("mean", normal.mean), ("variance", normal.variance), ("gamma", normal.gamma), ("beta", normal.beta))
    }  # fmt: skip
    delta = None if returned is None else returned.at_scaled[row]
    return dataclasses.replace(normal, **alone, normal=normal.normal[row], out=normal.out[row], delta=delta)


class Simple(Station):
    """One operation, perhaps a normalization, an activation, perhaps dropout: what nearly all layers are. The units lie
    on the axis `axis` of its sums."""

    def __init__(
        self, name: str, kind: str, operation: Operation, activation: Activation, own: Own,
        axis: int = -1, norming: Norming | None = None, running: Running | None = None, suffix: str = "",
    ) -> None:  # fmt: skip
        self.name, self.kind, self.operation, self.activation = name, kind, operation, activation
        self.work, self.norming, self.running, self.axis, self.own = operation, norming, running, axis, own
        self.suffix = suffix
        self.learned, self.compares = learned_of(own), norming is not None and norming.over == "batch"

    def forward(self, x: np.ndarray, mask: np.ndarray | None) -> Passed:
        sums = self.work.forward(x)
        normal = None if self.norming is None else self.norming.forward(sums, self.own, self._standing_in(sums))
        scaled = sums if normal is None else normal.out
        values = self._last_to_own(self.activation.through(self._own_to_last(scaled), self.learned))
        return Passed(x, sums, normal, values, mask, values if mask is None else values * mask)

    def back(self, passed: Passed, arrived: np.ndarray) -> Returned:
        at_values = arrived if passed.mask is None else arrived * passed.mask
        at_scaled = self._last_to_own(self._activation_back(passed.scaled, at_values)[0])
        delta = at_scaled
        if self.norming is not None and passed.normal is not None:
            delta = self.norming.back(passed.normal, at_scaled)
        return Returned(arrived, at_values, at_scaled, delta, self.work.back(passed.inputs, delta))

    def gradients(self, passed: Passed, returned: Returned, rows: slice) -> Own:
        found = dict(self.work.gradients(passed.inputs[rows], returned.delta[rows]))
        if self.norming is not None and passed.normal is not None:
            found |= self.norming.gradients(passed.normal.normal[rows], returned.at_scaled[rows])
        if self.learned:
            placed = self._activation_back(passed.scaled[rows], returned.at_values[rows])[1]
            found |= {f"activation.{name}": _over_all_but_last(each) for name, each in placed.items()}
        return found

    def line(self, scaled: np.ndarray) -> Line | None:
        found = self.activation.line(self._own_to_last(scaled), self.learned)
        if found is None:
            return None
        letter = "z" if self.norming is None else "y"  # what a normalization makes of z
        numbers = {letter if name == "z" else name: self._row(number) for name, number in found.numbers.items()}
        formula = found.formula.replace("{z}", f"{{{letter}}}")
        return dataclasses.replace(found, formula=formula, numbers=numbers, value=self._row(found.value))

    def _row(self, number: Numbers) -> Numbers:
        """Of one row of a batch; one number for all stays that."""
        return self._last_to_own(number)[0] if isinstance(number, np.ndarray) else number

    def slopes(self, scaled: np.ndarray) -> np.ndarray | None:
        if self.activation.output_only:
            return None
        ones = np.ones(self._last_to_own(self.activation.through(self._own_to_last(scaled), self.learned)).shape)
        return self._last_to_own(self._activation_back(scaled, ones)[0])[0]

    def _activation_back(self, scaled: np.ndarray, arrived: np.ndarray) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        return self.activation.back(self._own_to_last(scaled), self.learned, self._own_to_last(arrived))

    def _standing_in(self, sums: np.ndarray) -> Running | None:
        """A batch of one row has no spread of its own: it is normalized as in evaluation."""
        return self.running if len(sums) == 1 and sums.ndim == 2 else None

    def _own_to_last(self, array: np.ndarray) -> np.ndarray:
        return array if self.axis == -1 else np.moveaxis(array, self.axis, -1)

    def _last_to_own(self, array: np.ndarray) -> np.ndarray:
        return array if self.axis == -1 else np.moveaxis(array, -1, self.axis)


def learned_of(own: Own) -> dict[str, np.ndarray]:
    """The activation's own parameters by their names."""
    return {role.removeprefix("activation."): array for role, array in own.items() if role.startswith("activation.")}


def _over_all_but_last(array: np.ndarray) -> np.ndarray:
    return array.reshape(-1, array.shape[-1]).sum(axis=0)
