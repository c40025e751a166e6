"""The unit in hand: the products that its sum is made of, and those of the gradient that arrives."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np

from core.arithmetic.operation import Row
from core.arithmetic.residual import WayAround
from core.arithmetic.scene import Scene
from core.arithmetic.station import Passed, Reader, Returned, Station
from core.arithmetic.told import Terms, UnitTold
from core.arithmetic.way import Gone
from core.frozen import frozen
from core.messages import BadInput

OUTPUT = "What arrives at an output is how the loss slopes by it."
INSIDE = "This layer has parts of its own: its sum is made inside it."
AFTER = "The next layer does not simply multiply and add, so what arrives has no such terms."
SHARED = "The sum shares δ out: it goes on unchanged, into the block and around it."
SILENT = "The rule knows no gradient."

Name = Callable[[tuple[int, ...], tuple[int, ...]], str]  # of what comes in at a place, of what shape


def unit_told(scene: Scene, gone: Gone, layer: str, place: tuple[int, ...]) -> UnitTold:
    """The unit at a place of a layer's sums; `BadInput` where there is none."""
    names = [placed.name for placed in scene.chain]
    if layer not in names:
        raise BadInput("unit", layer, f"there is no such layer; there are {', '.join(names)}")
    number = names.index(layer)
    sums = gone.passed[number].sums[gone.row]
    if len(place) != sums.ndim or any(not 0 <= at < side for at, side in zip(place, sums.shape, strict=False)):
        size = " × ".join(map(str, sums.shape))
        asked, counted = named(layer, place), "" if sums.ndim == 1 else " along each side"
        raise BadInput(
            "unit", asked, f"there is no such place; the sums of {layer} are {size}, counted from 1{counted}"
        )
    backwards, why = _backwards(scene, gone, number, place)
    station, passed, name = scene.stations[number], gone.passed[number], functools.partial(_name, scene, number)
    if isinstance(station, WayAround):
        returned = gone.returned[number] if gone.returned else None
        parts = _parts(station, Way(passed, returned, gone.row), place, name)
        return UnitTold(layer, place, _added(station, passed, gone.row, place), backwards, why, parts)
    forwards = _forwards(station, passed, gone.row, place, name)
    return UnitTold(layer, place, forwards, backwards, why if forwards is not None else f"{INSIDE} {why}".strip())


def _forwards(station: Station, passed: Passed, row: int, place: tuple[int, ...], name: Name) -> Terms | None:
    """What a sum is made of; None where it is not one operation that makes it."""
    if station.operation is None:
        return None
    x = passed.inputs[row]
    made = station.operation.row(x, place)
    names = tuple(name(tuple(map(int, at)), x.shape) for at in made.places)
    total = float(passed.sums[row][place])
    return Terms(names, made.factors, _values(x, made), made.places, made.shape, made.bias, total, made.rule)


@frozen(eq=False)
class Way:
    """Of a batch through a layer and back (None without a gradient), and the row that is told."""

    passed: Passed
    returned: Returned | None
    row: int


def _parts(block: WayAround, way: Way, place: tuple[int, ...], name: Name) -> tuple[UnitTold, ...]:
    """Both layers of a block and the way around them, each at the place of the unit."""
    first, second, around = way.passed.inner

    def of_first(at: tuple[int, ...], _shape: tuple[int, ...]) -> str:
        return named(block.first.name, at)

    return (
        UnitTold(
            block.first.name, place, _forwards(block.first, first, way.row, place, name), _within(block, way, place)
        ),
        UnitTold(block.second.name, place, _forwards(block.second, second, way.row, place, of_first), None, SHARED),
        UnitTold(block.around.name, place, _forwards(block.around, around, way.row, place, name), None, SHARED),
    )


def _within(block: WayAround, way: Way, place: tuple[int, ...]) -> Terms | None:
    """What arrives at the first layer of a block from the second."""
    if way.returned is None:
        return None
    back_first, back_second, _ = way.returned.inner
    total = float(back_first.arrived[way.row][place])
    return _led_on(block.second.readers(back_second), way.passed.inner[0].passed[way.row], place, way.row, total)


def _added(block: WayAround, passed: Passed, row: int, place: tuple[int, ...]) -> Terms:
    """The sum of a block: what its layers make, and what goes around them."""
    _, second, around = passed.inner
    names = tuple(named(part.name, place) for part in (block.second, block.around))
    values = np.array([second.passed[row][place], around.passed[row].reshape(second.passed[row].shape)[place]])
    places = np.array([place, place])
    return Terms(names, np.ones(2), values, places, (2,), None, float(passed.sums[row][place]))


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
    readers = scene.stations[number + 1].readers(gone.returned[number + 1])
    if not readers:
        return None, AFTER
    passed, inputs = gone.passed[number], gone.passed[number + 1].inputs[gone.row]
    out = _unit_of(passed.sums[gone.row].shape, passed.passed[gone.row].shape, place)
    at = np.unravel_index(int(np.ravel_multi_index(out, passed.passed[gone.row].shape)), inputs.shape)
    total = float(gone.returned[number].arrived[gone.row][out])
    return _led_on(readers, inputs, tuple(int(each) for each in at), gone.row, total), ""


def _led_on(readers: tuple[Reader, ...], inputs: np.ndarray, at: tuple[int, ...], row: int, total: float) -> Terms:
    """Where the number at a place of what comes in leads, through all who read it."""
    factors, places, values, names = [], [], [], list[str]()
    for reader in readers:
        each, where = reader.operation.column(inputs, at)
        factors.append(each)
        places.append(where)
        values.append(reader.delta[row][tuple(where.T)])
        names += [named(reader.name, tuple(map(int, place))) for place in where]
    every = np.concatenate(factors)
    return Terms(tuple(names), every, np.concatenate(values), np.concatenate(places), (len(every),), None, total)


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
    """ "h1[2]", "h1[1, 4, 5]": as a person counts."""
    return f"{layer}[{', '.join(str(each + 1) for each in at)}]"
