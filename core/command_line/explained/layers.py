"""Layers on the way of a sample, forwards and back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.arithmetic.told import Account, CellTold, LayerTold
from core.command_line.blocks import Block, Heading, Table
from core.command_line.explained.writing import TERMS, Show, bracket, index, signed, strongest, summed
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
    before, after, made = _sums(layer), _passed(layer), _made(layer, account, show)
    heads = [name for name, _ in before], [name for name, _ in after]
    header = ("unit", *([] if made is None else [made.head]), *heads[0], _activation(layer), *heads[1])
    places, said = strongest(layer.sums if layer.delta is None else layer.delta)
    rows = []
    for place in places:
        sum_of = [] if made is None else [made.written(place)]
        sums, passed = ([_cell_of(array, place, layer, show) for _, array in part] for part in (before, after))
        rows.append((index(place), *sum_of, *sums, _activated(layer, place, show), *passed))
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


def _sums(layer: LayerTold) -> list[tuple[str, np.ndarray]]:
    """What is told of each sum before its activation, by its name."""
    own = layer.normal
    if own is None:
        return [("z", layer.sums)]
    return [
        ("z", layer.sums),
        ("mean", own.mean),
        ("variance", own.variance),
        ("n", own.normal),
        ("y = γn + β", own.out),
    ]


def _passed(layer: LayerTold) -> list[tuple[str, np.ndarray]]:
    """And after it."""
    found = [] if layer.slopes is None else [(_slope(layer), layer.slopes)]
    return found if layer.mask is None else [*found, ("mask", layer.mask), ("passed", layer.passed)]


def _letter(layer: LayerTold) -> str:
    """Of what the activation is put upon."""
    return "z" if layer.normal is None else "y"


def _slope(layer: LayerTold) -> str:
    return f"g′({_letter(layer)})"


def _activation(layer: LayerTold) -> str:
    """ "a = tanh(z)"; as g where several sums make one answer."""
    return f"a = {f'g({_letter(layer)})' if layer.line is None else layer.line.symbols}"


def _activated(layer: LayerTold, place: tuple[int, ...], show: Show) -> str:
    """ "tanh(0.31) = 0.3004"; of what is passed on as it is the number alone."""
    value, line = _cell_of(layer.values, place, layer, show), layer.line
    if line is None or layer.activation == "linear":
        return value
    at = int(np.ravel_multi_index(place, layer.sums.shape))
    return f"{line.filled(at, lambda number: bracket(show(number)))} = {value}"


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
    rows = tuple(
        (str(step + 1), str(unit + 1), *(show(array[step, unit]) for _, array in columns)) for step, unit in places
    )
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
    columns += [(_slope(layer), layer.slopes)] if layer.slopes is not None else []
    if layer.normal is not None and layer.normal.delta is not None:
        columns.append(("∂L/∂y", layer.normal.delta))
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
