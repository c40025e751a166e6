"""What the network picture has to show: columns of units from the inputs to the output, and which of many units are
drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Player, makers, noise_name
from core.frozen import frozen
from core.networks.blueprint import players_of

MOST = 12  # units a column shows before it is summed up
STRONGEST, WEAKEST = 6, 2
INPUTS, NOISE, HIDDEN, SAMPLE, OUTPUT = "inputs", "noise", "hidden", "sample", "output"  # what a column may be
DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@frozen
class Unit:
    """`index` is its place in weights and maps, −1 for an input that is switched off; `key` an input's name in a
    file."""

    index: int
    name: str
    key: str = ""

    @property
    def on(self) -> bool:
        return self.index >= 0


@frozen
class Column:
    """A layer: `name` as in parameters ("inputs", "h1", "output"), `words` for a person, `pieces` sums a unit; `kind`
    says what it is, `player` whose, `path` where it stands in an experiment, "" where nobody can edit it."""

    name: str
    words: str
    units: tuple[Unit, ...]
    activation: str = ""
    pieces: int = 1
    kind: str = HIDDEN
    player: str = ""
    path: str = ""

    @property
    def is_hidden(self) -> bool:
        return self.kind == HIDDEN

    @property
    def learns(self) -> bool:
        """Whether weights lead to it."""
        return self.kind not in (INPUTS, NOISE)

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


def hidden_columns(columns: Structure) -> Structure:
    """The hidden layers among the columns."""
    return tuple(column for column in columns if column.is_hidden)


def structure(experiment: Experiment, prepared: Prepared) -> Structure:
    """The columns of an experiment's network, from left to right; of several players those who make samples stand
    before the one that sees them."""
    players = players_of(experiment)
    own, *others = players
    if not others:
        hidden = _hidden(own, experiment.layers, "hidden layer")
        return (_inputs(experiment, prepared), *hidden, _output(experiment, prepared))
    seen = tuple(sorted((unit for unit in _inputs(experiment, prepared).units if unit.on), key=lambda unit: unit.index))
    before = tuple(column for player in others for column in _other(players, player, seen))
    start = () if makers(players) else (_inputs(experiment, prepared),)
    return (
        *before,
        *start,
        *_hidden(own, experiment.layers, f"{own.name}'s layer"),
        _output(experiment, prepared),
    )


def _other(players: tuple[Player, ...], player: Player, seen: tuple[Unit, ...]) -> Structure:
    """The columns of a player beside the experiment's own network: what it begins with, its layers, and what it says:
    samples with as many numbers as the data have inputs."""
    *hidden, last = player.layers
    acts, name = last.acts, player.layer_names[-1]
    if player.makes:
        begins = Column(noise_name(players, player), "noise", _drawn(player.inputs[0]), kind=NOISE, player=player.name)
        ends = Column(name, "sample", seen, acts.label, acts.pieces, SAMPLE, player.name)
    else:
        begins = Column(f"{player.prefix}{INPUTS}", f"{player.name}'s inputs", seen, kind=INPUTS, player=player.name)
        ends = Column(name, f"{player.name}'s output", _numbered(1), acts.label, acts.pieces, OUTPUT, player.name)
    return (begins, *_hidden(player, hidden, f"{player.name}'s layer"), ends)


def _drawn(count: int) -> tuple[Unit, ...]:
    """The units of random numbers: z₁, z₂, …"""
    return tuple(Unit(number, "z" + str(number + 1).translate(DIGITS)) for number in range(count))


def _hidden(player: Player, layers: Iterable[Any], words: str) -> tuple[Column, ...]:
    return tuple(
        Column(
            player.prefix + layer.name,
            f"{words} {number}",
            _numbered(layer.units),
            layer.activation.label,
            layer.activation.pieces,
            player=player.name,
            path=f"{player.path}.{layer.name}" if player.path else "",
        )
        for number, layer in enumerate(layers, start=1)
    )


def _inputs(experiment: Experiment, prepared: Prepared) -> Column:
    """All inputs that could be switched on, in the order in which they are offered."""
    keys = experiment.inputs.features or prepared.keys
    place = {key: number for number, key in enumerate(keys)}
    offered = zip(prepared.available, prepared.available_keys, strict=True)
    units = tuple(Unit(place.get(key, -1), name, key) for name, key in offered)
    return Column("inputs", "inputs", units, kind=INPUTS)


def _output(experiment: Experiment, prepared: Prepared) -> Column:
    table = prepared.table
    count = prepared.outputs
    names = (
        table.named(count)
        or ((table.classes[-1] if table.classes else table.target,) if count == 1 else ())
        or _pixels(count)
    )
    return Column("output", "output", tuple(Unit(number, name) for number, name in enumerate(names)), kind=OUTPUT)


def _pixels(count: int) -> tuple[str, ...]:
    return tuple(f"number {number + 1}" for number in range(count))


def _numbered(units: int) -> tuple[Unit, ...]:
    return tuple(Unit(number, f"unit {number + 1}") for number in range(units))


def strengths(columns: Structure, number: int, weights: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """How strongly each unit of a column acts on the next: the norm of its outgoing weights, (units in use,)."""
    if number + 1 >= len(columns):
        return None
    matrix = weights.get(columns[number + 1].weight)
    with np.errstate(over="ignore"):  # of a run that diverges: then it is as strong as can be
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
