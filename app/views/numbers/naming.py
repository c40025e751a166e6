"""What units, weights and layers are called where an update is told in numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.look.numbers import written
from app.views.numbers.cell_weights import cell_weight
from app.views.numbers.looked import FULL, write
from core.arithmetic.told import Account
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Entry, Layer, Player, named, parted
from core.frozen import frozen
from core.layers.recurrent import Recurrent
from core.networks.blueprint import players_of

PARTS = {"1": "₁", "2": "₂", "around": " around the block"}  # of a block with a way around it
FEW = 6  # columns of a table that are named in a line
LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@frozen(eq=False)
class Names:
    """Of the layers of an account and what comes into them."""

    experiment: Experiment
    prepared: Prepared
    account: Account

    @property
    def inputs(self) -> tuple[str, ...]:
        """What the network sees of a sample, where that is a row; or the noise that it makes one of."""
        player = named(self.players, self.account.player)
        return self.account.inputs if player.makes else self.prepared.features

    @property
    def players(self) -> tuple[Player, ...]:
        """Those that learn."""
        return players_of(self.experiment)

    def place(self, layer: str) -> int:
        """Which layer of the network, from 1."""
        names = [told.name for told in self.account.layers]
        return names.index(layer) + 1 if layer in names else 0

    def layer(self, name: str) -> str:
        """A layer in words."""
        told = next((told for told in self.account.layers if told.name == name), None)
        if told is None:
            return "output"
        player, own, place = self._owned(name)
        whose = f" of {player.short}" if self._changes_hands else ""
        if own is player.layers[-1]:
            return f"output{whose}"
        known = f"hidden layer {place}" if told.kind == "dense" else f"layer {place} ({own.brief_title()})"
        return f"{known}{whose}"

    def head(self, name: str) -> str:
        """A layer as its column is called: "hidden 1", "Conv", "output"; of several players "G 1", "D output"."""
        player, own, place = self._owned(name)
        if own is player.layers[-1]:
            words = "output"
        elif own.kind == "dense":
            words = f"{place}" if self._changes_hands else f"hidden {place}"
        else:
            words = own.brief_title()
        return f"{player.short} {words}" if self._changes_hands else words

    @property
    def _changes_hands(self) -> bool:
        """Whether the layers are those of several players: what one makes is judged by another."""
        return bool(named(self.players, self.account.player).judges)

    def _owned(self, name: str) -> tuple[Player, Layer, int]:
        """Whose layer it is, the layer as it was chosen, and which of its player's it is, from 1."""
        return next(
            (player, layer, place)
            for player in self.players
            for place, (layer, own) in enumerate(zip(player.layers, player.layer_names, strict=True), 1)
            if own == name
        )

    def activation(self, name: str) -> str:
        """The activation of a layer as a person knows it; "" where it has none."""
        _, own, _ = self._owned(name)
        return "" if "activation" not in type(own).model_fields else own.acts.label

    def unit(self, layer: str, place: tuple[int, ...]) -> str:
        """A unit with its layer: "unit 2 of hidden layer 1", "passed", "map 3 at row 2, column 5 of layer 1"."""
        told = next((told for told in self.account.layers if told.name == layer), None)
        if told is None or not place:
            return self.layer(layer)
        if len(place) == 3:
            channel, row, column = (each + 1 for each in place)
            return f"map {channel} at row {row}, column {column} of {self.layer(layer)}"
        if len(place) == 2:
            return f"step {place[0] + 1}, unit {place[1] + 1} of {self.layer(layer)}"
        if told is self.account.layers[-1]:
            return f"output {self.output(place[0])}".strip()
        return f"unit {place[0] + 1} of {self.layer(layer)}"

    def output(self, number: int) -> str:
        """What an output is about."""
        table, count = self.prepared.table, self.prepared.outputs
        if count == len(table.classes):
            return table.classes[number]
        return (table.classes[-1] if table.classes else table.target) if count == 1 else f"{number + 1}"

    def sample(self, number: int) -> str:
        """A sample with its own values and what is true of it: "sample 7: lectures 5, hours 9, passed"."""
        table = self.prepared.table
        if not 0 <= number < len(table.x):
            return "A generated sample"
        few = len(table.typed) <= FEW
        row = table.x[number].tolist()
        parts = zip(table.typed, parted(table.typed, row), strict=True) if few else ()
        own = number == self.account.sample
        said = (f"{entry.name} = {_said(entry, part)}{self._scaled(entry) if own else ''}" for entry, part in parts)
        values = ", ".join(said)
        truth = table.classes[int(table.y[number])] if table.classes and table.y.ndim == 1 else ""
        said = ", ".join(part for part in (values, truth) if part)
        return f"Sample {number + 1}: {said}" if said else f"Sample {number + 1}"

    def _scaled(self, entry: Entry) -> str:
        """As what the network sees a number of the sample that is told of: " (seen as 0.9)"."""
        account = self.account
        at = (
            account.inputs.index(entry.name)
            if not entry.words and entry.name in account.inputs
            else len(account.inputs)
        )
        if at >= len(account.unscaled) or not account.layers:
            return ""
        seen = float(account.layers[0].inputs.flat[at])
        return "" if math.isclose(seen, account.unscaled[at], abs_tol=1e-9) else f" (seen as {write(seen, FULL)})"

    def value(self, number: int, seen: float, digits: int) -> str:
        """An input with its number: "hours = 12.5, seen as 1.25"."""
        name = self.inputs[number] if number < len(self.inputs) else "input"
        unscaled = self.account.unscaled
        if number >= len(unscaled) or math.isclose(seen, unscaled[number], abs_tol=1e-9):
            return f"{name} = {write(seen, digits)}"
        return f"{name} = {write(unscaled[number], digits)}, seen as {write(seen, digits)}"

    def incoming(self, layer: str, number: int) -> str:
        """What comes into a layer at a place of its row: an input by its name, or a unit."""
        place = self.place(layer)
        if place <= 1:
            return self.inputs[number] if number < len(self.inputs) else f"input {number + 1}"
        before = self.account.layers[place - 2]
        return f"unit {number + 1}" if before.values.ndim == 1 else f"number {number + 1}"

    def symbol(self, layer: str) -> str:
        """The letter of what comes into a layer: x for the data, a for what units say."""
        return "x" if self.place(layer) <= 1 else "a"

    def weight(self, parameter: str, index: tuple[int, ...]) -> str:
        """One number of a tensor: "w from hours to unit 2 of hidden layer 1"."""
        layer, _, role = parameter.rpartition(".")
        own = self._owned(layer)[1]
        if isinstance(own, Recurrent):
            return cell_weight(own, self.layer(layer), role, index)
        sort, _, part = role.partition("_")
        if part and part not in PARTS:
            return f"{parameter} [{', '.join(str(each + 1) for each in index)}]"
        letter = PARTS.get(part, "")
        if sort == "weight" and len(index) == 2:
            source = f"unit {index[1] + 1}" if part == "2" else self.incoming(layer, index[1])
            return f"w{letter} from {source} to {self.unit(layer, index[:1])}"
        if sort == "weight" and len(index) == 4:
            kernel, channel, row, column = (each + 1 for each in index)
            return f"w{letter} at row {row}, column {column} on map {channel} to map {kernel} of {self.layer(layer)}"
        if sort == "bias":
            return f"{f'b{letter}' if part else 'bias'} of {self.unit(layer, index[:1])}"
        return f"{parameter} [{', '.join(str(each + 1) for each in index)}]"

    def short(self, parameter: str, index: tuple[int, ...]) -> str:
        """The same where its unit is known: "w from hours"."""
        return self.weight(parameter, index).partition(" to ")[0].partition(" of ")[0]


def low(number: int) -> str:
    """A number as an index: 12 -> "₁₂"."""
    return str(number).translate(LOW)


def _said(entry: Entry, part: Sequence[float]) -> str:
    if math.isnan(part[0]):
        return "missing (filled in)"
    return entry.word(part) if entry.words else written(f"{part[0]:.4g}")
