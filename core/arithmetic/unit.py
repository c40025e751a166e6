"""The unit in hand: the products that its sum is made of, and those of the gradient that arrives."""

from __future__ import annotations

import numpy as np

from core.arithmetic.operation import Row
from core.arithmetic.scene import Scene
from core.arithmetic.told import Terms, UnitTold
from core.arithmetic.way import Gone
from core.messages import BadInput

OUTPUT = "What arrives at an output is how the loss slopes by it."
INSIDE = "This layer has parts of its own: its sum is made inside it."
AFTER = "The next layer does not simply multiply and add, so what arrives has no such terms."
SILENT = "The rule knows no gradient."


def unit_told(scene: Scene, gone: Gone, layer: str, place: tuple[int, ...]) -> UnitTold:
    """The unit at a place of a layer's sums; `BadInput` where there is none."""
    names = [placed.name for placed in scene.chain]
    if layer not in names:
        raise BadInput("unit", layer, f"there is no such layer; there are {', '.join(names)}")
    number = names.index(layer)
    sums = gone.passed[number].sums[gone.row]
    if len(place) != sums.ndim or any(not 0 <= at < side for at, side in zip(place, sums.shape, strict=False)):
        size = " × ".join(map(str, sums.shape))
        raise BadInput("unit", f"{layer}{list(place)}", f"there is no such place; the sums of {layer} are {size}")
    backwards, why = _backwards(scene, gone, number, place)
    forwards = _forwards(scene, gone, number, place)
    return UnitTold(layer, place, forwards, backwards, why if forwards is not None else f"{INSIDE} {why}".strip())


def _forwards(scene: Scene, gone: Gone, number: int, place: tuple[int, ...]) -> Terms | None:
    operation, passed = scene.stations[number].operation, gone.passed[number]
    if operation is None:
        return None
    x = passed.inputs[gone.row]
    row = operation.row(x, place)
    names = tuple(_name(scene, number, tuple(map(int, at)), x.shape) for at in row.places)
    total = float(passed.sums[gone.row][place])
    return Terms(names, row.factors, _values(x, row), row.places, row.shape, row.bias, total, row.rule)


def _values(x: np.ndarray, row: Row) -> np.ndarray:
    """The numbers that a sum is made of, 0 in the padding."""
    inside = row.places.min(axis=1) >= 0
    return np.where(inside, x[tuple(np.maximum(row.places, 0).T)], 0.0)


def _backwards(scene: Scene, gone: Gone, number: int, place: tuple[int, ...]) -> tuple[Terms | None, str]:
    """The weights that lead on from what the unit passes on, times the δ that they lead to."""
    if not gone.returned:
        return None, SILENT
    if number == len(scene.chain) - 1:
        return None, OUTPUT
    operation, returned = scene.stations[number + 1].operation, gone.returned[number + 1]
    if operation is None:
        return None, AFTER
    passed, inputs = gone.passed[number], gone.passed[number + 1].inputs[gone.row]
    out = _unit_of(passed.sums[gone.row].shape, passed.passed[gone.row].shape, place)
    at = np.unravel_index(int(np.ravel_multi_index(out, passed.passed[gone.row].shape)), inputs.shape)
    factors, places = operation.column(inputs, tuple(int(each) for each in at))
    deltas = returned.delta[gone.row]
    values = deltas[tuple(places.T)]
    names = tuple(named(scene.chain[number + 1].name, tuple(map(int, each))) for each in places)
    total = float(gone.returned[number].arrived[gone.row][out])
    return Terms(names, factors, values, places, (len(factors),), None, total), ""


def _unit_of(sums: tuple[int, ...], values: tuple[int, ...], place: tuple[int, ...]) -> tuple[int, ...]:
    """Where the answer of a sum stands: units of several sums (maxout) are fewer."""
    return tuple(at * side // whole for at, side, whole in zip(place, values, sums, strict=True))


def _name(scene: Scene, number: int, at: tuple[int, ...], shape: tuple[int, ...]) -> str:
    """What comes in at a place: a feature, or a unit of the layer before."""
    if min(at) < 0:
        return "padding"
    if number:
        before = scene.chain[number - 1]
        inside = np.unravel_index(int(np.ravel_multi_index(at, shape)), before.outputs)
        return named(before.name, tuple(int(each) for each in inside))
    return scene.inputs[int(np.ravel_multi_index(at, shape))] if len(shape) == 1 else named("x", at)


def named(layer: str, at: tuple[int, ...]) -> str:
    """ "h1[2]", "h1[0, 3, 4]"."""
    return f"{layer}[{', '.join(map(str, at))}]"
