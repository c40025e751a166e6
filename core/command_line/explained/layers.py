"""Layers on the way of a sample, forwards and back."""

from __future__ import annotations

import numpy as np

from core.arithmetic.told import Account, CellTold, LayerTold
from core.command_line.blocks import Block, Heading, Table
from core.command_line.explained.writing import TERMS, Show, index, strongest, summed


def forward(layer: LayerTold, account: Account, show: Show) -> list[Block]:
    """The sums of a layer and what becomes of them; of a layer with parts, these before."""
    active = layer.activation != "linear" or layer.kind == "dense"
    words = (layer.kind, layer.activation) if active else (layer.kind,)
    blocks: list[Block] = [Heading(f"Forward: {layer.name} ({', '.join(words).replace('_', ' ')})")]
    blocks += [block for part in layer.inner for block in forward(part, account, show)]
    if layer.cells:
        return [*blocks, *(block for cell in layer.cells for block in _cell(cell, show))]
    columns = _columns(layer)
    weights = next((each for each in account.parameters if each.name == f"{layer.name}.weight"), None)
    written = layer.kind == "dense" and weights is not None and layer.inputs.size <= TERMS and layer.sums.ndim == 1
    header = ("unit", *(["Wx + b"] if written else []), *(name for name, _ in columns))
    strength = layer.sums if layer.delta is None else layer.delta
    places, said = strongest(strength)
    rows = []
    for place in places:
        sum_of = [_products(layer, account, place, show)] if written else []
        rows.append((index(place), *sum_of, *(_cell_of(array, place, layer, show) for _, array in columns)))
    return [*blocks, Table(header, tuple(rows)), *said]


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


def _products(layer: LayerTold, account: Account, place: tuple[int, ...], show: Show) -> str:
    weights = next(each for each in account.parameters if each.name == f"{layer.name}.weight")
    bias = next((each for each in account.parameters if each.name == f"{layer.name}.bias"), None)
    row = weights.before.reshape(weights.shape)[place[0]]
    return summed(row, layer.inputs.ravel(), None if bias is None else float(bias.before[place[0]]), show)


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


def leads(layer: LayerTold, after: LayerTold | None, account: Account) -> np.ndarray | None:
    """The weights (units after, units) that lead on from a layer, where they are few enough to be written out."""
    weights = None if after is None else next((w for w in account.parameters if w.name == f"{after.name}.weight"), None)
    if after is None or weights is None or after.kind != "dense" or layer.sums.ndim != 1:
        return None
    square = len(weights.places) == weights.before.size == after.sums.size * layer.passed.size
    return weights.before.reshape(weights.shape) if square and after.sums.size <= TERMS else None


def backward(layer: LayerTold, after: LayerTold | None, leads: np.ndarray | None, show: Show) -> list[Block]:
    """δ of each unit; `leads` are the weights to the layer `after` it."""
    if layer.delta is None or layer.arrived is None:
        return []
    blocks: list[Block] = [Heading(f"Backward: {layer.name}")]
    columns = [("arrives", layer.arrived)]
    columns += [("mask", layer.mask)] if layer.mask is not None else []
    columns += [("g′(z)", layer.slopes)] if layer.slopes is not None else []
    if layer.normal is not None and layer.normal.delta is not None:
        columns.append(("∂L/∂(γn + β)", layer.normal.delta))
    columns.append(("δ = ∂L/∂z", layer.delta))
    places, said = strongest(layer.delta)
    written = (
        after is not None and after.delta is not None and leads is not None and layer.sums.shape == layer.passed.shape
    )
    rows = []
    for place in places:
        row = [index(place)]
        if written and leads is not None and after is not None and after.delta is not None:
            row.append(summed(leads[:, place[0]], after.delta, None, show))
        rows.append((*row, *(_cell_of(array, place, layer, show) for _, array in columns)))
    header = ("unit", *(["w·δ behind it"] if written else []), *(name for name, _ in columns))
    blocks += [Table(header, tuple(rows)), *said]
    return [*blocks, *(block for part in reversed(layer.inner) for block in backward(part, None, None, show))]
