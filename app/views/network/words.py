"""The names of units, weights and biases in the network picture."""

from __future__ import annotations

from app.views.drawing.plot import amount
from app.views.network.layout import Edge, Tile
from app.views.network.shown import Shown, Weight
from app.views.network.structure import NOISE, OUTPUT, SAMPLE, Structure


def weight_of(columns: Structure, edge: Edge) -> Weight:
    """An edge's weight: "w from x₁ to unit 2 of hidden layer 1"."""
    target = columns[edge.target.column]
    into = edge.target.unit(columns).name + (f" of {target.words}" if target.is_hidden else "")
    return Weight(edge.parameter, edge.index, f"w from {edge.source.unit(columns).name} to {into}")


def bias_of(columns: Structure, tile: Tile) -> Weight:
    """A unit's bias: "bias of unit 2 of hidden layer 1"."""
    column, unit = columns[tile.column], tile.unit(columns)
    words = f"bias of {unit.name}" + (f" of {column.words}" if column.is_hidden else "")
    return Weight(column.bias, (column.row(unit.index),), words)


def unit_words(columns: Structure, tile: Tile, shown: Shown) -> str:
    """What a unit is: an input's says what a click does, another's its value for the chosen sample."""
    column, unit = columns[tile.column], tile.unit(columns)
    if column.kind == NOISE:
        return f"{unit.name}: a random number"
    if tile.column == 0:
        return f"{unit.name}: click to switch it {'off' if unit.on else 'on'}"
    value = shown.value(column.name, unit.index)
    where = (
        f"Output {unit.name}"
        if column.kind == OUTPUT
        else f"{unit.name if column.kind == SAMPLE else unit.name.capitalize()} of {column.words}"
    )
    return where + ("" if value is None else f" = {amount(value)}")
