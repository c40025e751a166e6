"""Layers on the way of a sample, forwards and back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.arithmetic.told import Account, CellTold, LayerTold
from core.command_line.blocks import Block, Heading, Table
from core.command_line.explained.writing import TERMS, Show, index, signed, strongest, summed
from core.frozen import frozen

SECOND, AROUND = "F(x)", "way around"  # what a block adds up


def forward(layer: LayerTold, account: Account, show: Show) -> list[Block]:
    """The sums of a layer and what becomes of them; of a layer with parts, these before."""
    active = layer.activation != "linear" or layer.kind == "dense"
    words = (layer.kind, layer.activation) if active else (layer.kind,)
    blocks: list[Block] = [Heading(f"Forward: {layer.name} ({', '.join(words).replace('_', ' ')})")]
    if layer.inner:
        parts = [block for part in layer.inner for block in forward(part, account, show)]
        blocks = [*parts, *blocks, f"What the block makes and what goes around it, added: z = {SECOND} + {AROUND}."]
    if layer.cells:
        return [*blocks, *(block for cell in layer.cells for block in _cell(cell, show))]
    columns = _columns(layer)
    made = _made(layer, account, show)
    header = ("unit", *([] if made is None else [made.head]), *(name for name, _ in columns))
    places, said = strongest(layer.sums if layer.delta is None else layer.delta)
    rows = []
    for place in places:
        sum_of = [] if made is None else [made.written(place)]
        rows.append((index(place), *sum_of, *(_cell_of(array, place, layer, show) for _, array in columns)))
    return [*blocks, Table(header, tuple(rows)), *said]


@frozen(eq=False)
class Made:
    """How a sum comes about, written out for the unit at a place."""

    head: str
    written: Callable[[tuple[int, ...]], str]


def _made(layer: LayerTold, account: Account, show: Show) -> Made | None:
    """Of rows with few products, and of a block with a way around it; None of others."""
    if layer.inner:
        _, second, around = layer.inner
        return Made(
            f"{SECOND} + {AROUND}",
            lambda place: (
                f"{show(second.passed[place])} {signed(show(around.passed.reshape(layer.sums.shape)[place]))}"
            ),
        )
    weights = account.parameter(layer.parameter("weight"))
    if layer.kind != "dense" or weights is None or layer.inputs.size > TERMS or layer.sums.ndim != 1:
        return None
    bias = account.parameter(layer.parameter("bias"))
    matrix, x = weights.before.reshape(weights.shape), layer.inputs.ravel()

    def written(place: tuple[int, ...]) -> str:
        return summed(matrix[place[0]], x, None if bias is None else float(bias.before[place[0]]), show)

    return Made("Wx" if bias is None else "Wx + b", written)


def _columns(layer: LayerTold) -> list[tuple[str, np.ndarray]]:
    """What is told of each sum, by its name."""
    found = [("z", layer.sums)]
    if layer.normal is not None:
        own = layer.normal
        found += [("mean", own.mean), ("variance", own.variance), ("n", own.normal), ("γn + β", own.out)]
    found += [("a = g(z)", layer.values)]
    if layer.slopes is not None:
        found.append(("g′(z)", layer.slopes))
    return found if layer.mask is None else [*found, ("mask", layer.mask), ("passed", layer.passed)]


def _cell_of(array: np.ndarray, place: tuple[int, ...], layer: LayerTold, show: Show) -> str:
    """The number that belongs to a sum: of a unit with several sums its one answer."""
    if array.shape == layer.sums.shape:
        return show(array[place])
    if array.ndim == len(place) and any(side > 1 for side in array.shape) and array.shape == layer.values.shape:
        pairs = zip(place, array.shape, layer.sums.shape, strict=True)
        return show(array[tuple(at * side // whole for at, side, whole in pairs)])
    return show(np.broadcast_to(array, layer.sums.shape)[place])


def _cell(cell: CellTold, show: Show) -> list[Block]:
    """A recurrent cell, step by step and unit by unit."""
    names, state = list(cell.gates), cell.gates["state"]
    arrives = [("arrives", cell.arrives)] if cell.arrives is not None else []
    arrives += [("arrives at memory", cell.arrives_memory)] if cell.arrives_memory is not None else []
    columns = [(f"{name} sum", array) for name, array in cell.sums.items()]
    columns += [*((name, cell.gates[name]) for name in names), *arrives]
    places, said = strongest(np.ones(state.shape) if cell.arrives is None else cell.arrives)
    rows = tuple((str(step), str(unit), *(show(array[step, unit]) for _, array in columns)) for step, unit in places)
    way = " (reads from the end)" if cell.backwards else ""
    header = ("step", "unit", *(name for name, _ in columns))
    return [
        f"Cell {cell.suffix.removeprefix('_')}{way}: gates at each step, and the gradient that arrives there.",
        Table(header, rows),
        *said,
    ]


def behind(layer: LayerTold, after: LayerTold | None, account: Account) -> tuple[np.ndarray, np.ndarray] | None:
    """The weights (sums after, units) that lead on from a layer and the δ that they lead to, where they are few enough
    to be written out."""
    if after is None or layer.sums.ndim != 1 or layer.sums.shape != layer.passed.shape:
        return None
    readers = [after.inner[0], after.inner[2]] if after.inner else [after]
    pairs = [_reading(reader, layer.passed.size, account) for reader in readers]
    found = [pair for pair in pairs if pair is not None]
    if len(found) < len(pairs) or sum(len(delta) for _, delta in found) > TERMS:
        return None
    return np.concatenate([weights for weights, _ in found]), np.concatenate([delta for _, delta in found])


def _reading(reader: LayerTold, units: int, account: Account) -> tuple[np.ndarray, np.ndarray] | None:
    """Of one that reads so many units: its weights, those of a way around without any being 1, and its δ."""
    weights = account.parameter(reader.parameter("weight"))
    if reader.kind != "dense" or reader.delta is None:
        return None
    if weights is None:
        return (np.eye(units), reader.delta) if reader.suffix and reader.delta.size == units else None
    whole = len(weights.places) == weights.before.size == reader.sums.size * units
    return (weights.before.reshape(weights.shape), reader.delta) if whole else None


def backward(layer: LayerTold, after: LayerTold | None, account: Account, show: Show) -> list[Block]:
    """δ of each unit, and how it comes of the layer `after` it."""
    if layer.delta is None or layer.arrived is None:
        return []
    columns = [("arrives", layer.arrived)]
    columns += [("mask", layer.mask)] if layer.mask is not None else []
    columns += [("g′(z)", layer.slopes)] if layer.slopes is not None else []
    if layer.normal is not None and layer.normal.delta is not None:
        columns.append(("∂L/∂(γn + β)", layer.normal.delta))
    columns.append(("δ = ∂L/∂z", layer.delta))
    places, said = strongest(layer.delta)
    leads = behind(layer, after, account)
    rows = []
    for place in places:
        row = [index(place)] if leads is None else [index(place), summed(leads[0][:, place[0]], leads[1], None, show)]
        rows.append((*row, *(_cell_of(array, place, layer, show) for _, array in columns)))
    header = ("unit", *([] if leads is None else ["w·δ behind it"]), *(name for name, _ in columns))
    return [Heading(f"Backward: {layer.name}"), Table(header, tuple(rows)), *said, *_shared(layer, account, show)]


def _shared(layer: LayerTold, account: Account, show: Show) -> list[Block]:
    """A block with a way around it: its δ goes on in two ways."""
    if not layer.inner:
        return []
    first, second, around = layer.inner
    said = f"The sum shares δ out: unchanged into {second.name} and around the block."
    ways = ((around, None), (second, None), (first, second))
    return [said, *(block for part, after in ways for block in backward(part, after, account, show))]
