"""What the network picture has to show: columns of units from the inputs to the output, and which of many units are
drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment

MOST = 12  # units a column shows before it is summed up
STRONGEST, WEAKEST = 6, 2
NOISE, GENERATOR = "noise", "generator."
SAMPLE = f"{GENERATOR}output"  # what a generator makes is what the discriminator sees
ENDS = ("inputs", "output", NOISE, SAMPLE)
DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclasses.dataclass(frozen=True)
class Unit:
    """`index` is its place in weights and maps, −1 for an input that is switched off; `key` an input's name in a
    file."""

    index: int
    name: str
    key: str = ""

    @property
    def on(self) -> bool:
        return self.index >= 0


@dataclasses.dataclass(frozen=True)
class Column:
    """A layer: `name` as in parameters ("inputs", "h1", "output"), `words` for a person, `pieces` sums a unit."""

    name: str
    words: str
    units: tuple[Unit, ...]
    activation: str = ""
    pieces: int = 1

    @property
    def is_hidden(self) -> bool:
        return self.name not in ENDS

    @property
    def weight(self) -> str:
        return f"{self.name}.weight"

    @property
    def bias(self) -> str:
        return f"{self.name}.bias"

    def row(self, unit: int, piece: int = 0) -> int:
        """The row of the weight matrix that belongs to a unit."""
        return unit * self.pieces + piece


Structure = tuple[Column, ...]


def structure(experiment: Experiment, prepared: Prepared) -> Structure:
    """The columns of an experiment's network, from left to right; of two players the generator, whose samples are what
    the discriminator sees."""
    task: Any = experiment.task
    if task.kind != "gan":
        return (
            _inputs(experiment, prepared),
            *_hidden(experiment.layers, "hidden layer"),
            _output(experiment, prepared),
        )
    noise = Column(
        NOISE, "noise", tuple(Unit(number, "z" + str(number + 1).translate(DIGITS)) for number in range(task.latent))
    )
    seen = tuple(sorted((unit for unit in _inputs(experiment, prepared).units if unit.on), key=lambda unit: unit.index))
    sample = Column(SAMPLE, "sample", seen, task.activation.label, task.activation.pieces)
    generator = _hidden(task.layers, "generator's layer", GENERATOR)
    return (
        noise,
        *generator,
        sample,
        *_hidden(experiment.layers, "discriminator's layer"),
        _output(experiment, prepared),
    )


def has_generator(columns: Structure) -> bool:
    """Whether two players are shown."""
    return any(column.name == SAMPLE for column in columns)


def _hidden(layers: Iterable[Any], words: str, owner: str = "") -> tuple[Column, ...]:
    return tuple(
        Column(
            owner + layer.name,
            f"{words} {number}",
            _numbered(layer.units),
            layer.activation.label,
            layer.activation.pieces,
        )
        for number, layer in enumerate(layers, start=1)
    )


def _inputs(experiment: Experiment, prepared: Prepared) -> Column:
    """All inputs that could be switched on, in the order in which they are offered."""
    keys = experiment.inputs.features or prepared.keys
    place = {key: number for number, key in enumerate(keys)}
    offered = zip(prepared.available, prepared.available_keys, strict=True)
    return Column("inputs", "inputs", tuple(Unit(place.get(key, -1), name, key) for name, key in offered))


def _output(experiment: Experiment, prepared: Prepared) -> Column:
    table = prepared.table
    count = prepared.outputs
    names = (
        table.classes
        if count == len(table.classes)
        else (table.classes[-1] if table.classes else table.target,)
        if count == 1
        else _pixels(count)
    )
    return Column("output", "output", tuple(Unit(number, name) for number, name in enumerate(names)))


def _pixels(count: int) -> tuple[str, ...]:
    return tuple(f"number {number + 1}" for number in range(count))


def _numbered(units: int) -> tuple[Unit, ...]:
    return tuple(Unit(number, f"unit {number + 1}") for number in range(units))


def strengths(columns: Structure, number: int, weights: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """How strongly each unit of a column acts on the next: the norm of its outgoing weights, (units in use,)."""
    if number + 1 >= len(columns):
        return None
    matrix = weights.get(columns[number + 1].weight)
    return None if matrix is None else np.sqrt(np.nansum(np.square(matrix), axis=0))


def selected(column: Column, strength: np.ndarray | None) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Places within `column.units`: the strongest, the weakest, and how many are left out between them.

    Up to `MOST` units all are shown. Each group keeps the order of the layer, so that units stay where they are.
    """
    count = len(column.units)
    if count <= MOST:
        return tuple(range(count)), (), 0
    order = sorted(range(count), key=lambda place: -_strength(column.units[place], strength))
    return tuple(sorted(order[:STRONGEST])), tuple(sorted(order[-WEAKEST:])), count - STRONGEST - WEAKEST


def _strength(unit: Unit, strength: np.ndarray | None) -> float:
    if strength is None or not 0 <= unit.index < len(strength):
        return -1.0 if not unit.on else 0.0
    value = float(strength[unit.index])
    return value if np.isfinite(value) else 0.0
