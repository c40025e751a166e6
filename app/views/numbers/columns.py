"""What is drawn of an update: a column for what comes in and one for each layer, with the numbers of the phase, and
what flows between them."""

from __future__ import annotations

import numpy as np

from app.views.numbers.looked import BACKWARD, UPDATE
from app.views.numbers.naming import Names
from core.arithmetic.told import Account, LayerTold
from core.frozen import frozen

MOST = 12  # units of a layer that are drawn: of more those with the largest numbers
MAPS = 12  # maps of a layer that are drawn
INPUTS = "inputs"


@frozen(eq=False)
class Column:
    """`numbers` are those of the phase, in the layer's shape; `shown` are the units of a row, or the maps, that are
    drawn; `off` (units,) says which are switched off in this update, None where none can be."""

    name: str
    words: str
    numbers: np.ndarray
    shown: tuple[int, ...]
    off: np.ndarray | None = None

    @property
    def is_row(self) -> bool:
        """Whether it has units with a number each; else maps, or a sequence."""
        return self.numbers.ndim == 1

    @property
    def count(self) -> int:
        return self.numbers.shape[0] if self.numbers.ndim != 2 else 1

    @property
    def left_out(self) -> int:
        """How many units or maps are not drawn."""
        return self.count - len(self.shown)

    @property
    def outline(self) -> tuple:
        """What its place depends on: not on its numbers."""
        return self.shown, self.numbers.shape

    @property
    def largest(self) -> float:
        """The scale of its colours."""
        finite = self.numbers[np.isfinite(self.numbers)]
        return float(np.abs(finite).max()) if finite.size else 1.0


def columns_of(account: Account, names: Names, phase: str) -> tuple[Column, ...]:
    """From the inputs to the output."""
    if not account.layers:
        return ()
    first = account.layers[0]
    comes = _column(INPUTS, "inputs", first.inputs, -1)
    return (comes, *(_of_layer(account, names, layer, phase) for layer in account.layers))


def _of_layer(account: Account, names: Names, layer: LayerTold, phase: str) -> Column:
    numbers = layer.values
    if phase == BACKWARD and layer.delta is not None:
        numbers = layer.delta
    hand = account.unit.place[0] if account.unit is not None and account.unit.layer == layer.name else -1
    off = None if layer.mask is None else layer.mask == 0
    return _column(layer.name, names.head(layer.name), numbers, hand, off)


def _column(name: str, words: str, numbers: np.ndarray, hand: int, off: np.ndarray | None = None) -> Column:
    if numbers.ndim == 2:
        return Column(name, words, numbers, (0,), off)
    if numbers.ndim == 3:
        shown = tuple(range(min(len(numbers), MAPS)))
        return Column(name, words, numbers, shown if hand < MAPS else (*shown[:-1], hand), off)
    return Column(name, words, numbers, largest_of(numbers, hand), off)


def largest_of(numbers: np.ndarray, hand: int) -> tuple[int, ...]:
    """The units of a row that are drawn, in their order: all of few, else the largest and the one in hand."""
    if len(numbers) <= MOST:
        return tuple(range(len(numbers)))
    order = np.argsort(-np.nan_to_num(np.abs(numbers)), kind="stable")[:MOST].tolist()
    if 0 <= hand < len(numbers) and hand not in order:
        order[-1] = hand
    return tuple(sorted(order))


@frozen(eq=False)
class Flow:
    """What flows between two columns next to each other: `weights` (units behind, units before) and what each carries
    in this phase, `carried`: w·x forwards, w·δ backwards, the change of w at the update; nan where it is not known."""

    layer: str
    weights: np.ndarray
    carried: np.ndarray
    after: np.ndarray

    @property
    def parameter(self) -> str:
        return f"{self.layer}.weight"


def flows_of(account: Account, columns: tuple[Column, ...], phase: str) -> dict[int, Flow]:
    """By the place of the column that it leads to; only between rows of units that are added up."""
    found = {}
    for place in range(1, len(columns)):
        before, after = columns[place - 1], columns[place]
        layer = account.layers[place - 1]
        if before.is_row and after.is_row and (flow := _flow(account, layer, phase)) is not None:
            found[place] = flow
    return found


def _flow(account: Account, layer: LayerTold, phase: str) -> Flow | None:
    told = next((told for told in account.parameters if told.name == f"{layer.name}.weight"), None)
    units = len(layer.values)
    if told is None or len(told.shape) != 2 or told.shape != (units, len(layer.inputs)):
        return None
    before, after = np.full(told.shape, np.nan), np.full(told.shape, np.nan)
    before.flat[told.places], after.flat[told.places] = told.before, told.after
    if phase == UPDATE:
        carried = after - before
    elif phase == BACKWARD and layer.delta is not None:
        carried = before * layer.delta[:, None]
    else:
        carried = before * layer.inputs[None, :]
    return Flow(layer.name, before, carried, after)
