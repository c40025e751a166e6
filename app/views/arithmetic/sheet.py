"""A sheet of arithmetic: the account that is written out, what is looked at in it, and how its numbers are written."""

from __future__ import annotations

import math

import numpy as np

from app.views.arithmetic.blocks import GAP, Calculation
from app.views.numbers.looked import FORWARD, Looked, write
from app.views.numbers.naming import Names
from core.arithmetic.told import Account, LayerTold, ParameterTold
from core.families.line import Line
from core.frozen import frozen

MOST = 12  # products, units, weights that are written out: beyond, the strongest


@frozen(eq=False)
class Sheet:
    """An account, what is looked at in it, how things are called, and whether the update has been made."""

    account: Account
    looked: Looked
    names: Names
    phase: str = FORWARD
    made: bool = False

    def show(self, value: float) -> str:
        """A number as it is written here."""
        return write(value, self.looked.digits)

    @property
    def layer(self) -> LayerTold | None:
        """The layer of the unit in hand."""
        unit = self.account.unit
        return None if unit is None else self.account.layer(unit.layer)

    @property
    def unit(self) -> str:
        """The unit in hand in words."""
        unit = self.account.unit
        return "" if unit is None else self.names.unit(unit.layer, unit.place)

    @property
    def who(self) -> str:
        """Whose numbers these are: the sample with what is known of it, and its place in the batch."""
        coming, sample = self.account.coming, self.account.sample
        if coming is None:
            return ""
        count = len(coming.samples)
        whose = f"{self.account.player.capitalize()}: " if self.account.player else ""
        if self.account.apart:
            return f"{whose}{self.names.sample(sample)} · told alone: update {self.account.update:,} is made without it"
        batch = "alone in the batch of" if count == 1 else f"number {self.account.place + 1} of {count} in the batch of"
        return f"{whose}{self.names.sample(sample)} · {batch} update {self.account.update:,}"


def signed(sheet: Sheet, value: float) -> str:
    """A number that is added: "− 1.20"."""
    text = sheet.show(value)
    return f"− {text[1:]}" if text.startswith("−") else f"+ {text}"


def place_in(array: np.ndarray, place: tuple[int, ...]) -> float | None:
    """The number at a place; None where there is none (of several pieces a unit has one value)."""
    inside = len(place) == array.ndim and all(at < size for at, size in zip(place, array.shape, strict=True))
    return float(array[place]) if inside else None


def bracket(text: str) -> str:
    """A number that is multiplied: a negative one, or a power of ten, in brackets."""
    return f"({text})" if text.startswith("−") or "^" in text else text


def row_of(sheet: Sheet, values: np.ndarray) -> str:
    """Numbers of a layer in one line, the first of very many."""
    shown = GAP.join(sheet.show(float(value)) for value in values[:MOST])
    return shown if len(values) <= MOST else f"{shown}{GAP}… {len(values) - MOST} more"


def capital(words: str) -> str:
    """Words that begin a line."""
    return words[:1].upper() + words[1:]


def calculated(sheet: Sheet, line: Line, place: int, strong: bool = False) -> Calculation:
    """A line of the core for the weight at a place."""
    filled = line.filled(place, lambda value: bracket(sheet.show(value)))
    if filled.startswith("(−"):  # a sum may begin with a minus
        filled = filled[1:].replace(")", "", 1)
    words = line.words.removesuffix(".")
    again = f"{{{line.symbol}}}" in line.formula  # what it is made from is the old one
    symbol = f"{line.symbol}′" if again else line.symbol
    return Calculation(words, symbol, line.symbols, filled, sheet.show(line.result(place)), strong)


def weights_of(sheet: Sheet) -> list[tuple[ParameterTold, int]]:
    """The weights and the bias that lead to the unit in hand, each with its place in what is told; the strongest."""
    unit = sheet.account.unit
    if unit is None:
        return []
    found: list[tuple[ParameterTold, int]] = []
    for told in sheet.account.parameters:
        if _made_by(sheet, told.name) is None:
            continue
        row = unit.place[0] if len(unit.place) != 2 else unit.place[1]
        mine = [at for at in range(len(told.places)) if told.index(at)[0] == row]
        if len(mine) > MOST:
            size = np.abs(told.before if told.share is None else told.share)
            hand = {at for at in mine if (told.name, told.index(at)) == (sheet.looked.parameter, sheet.looked.weight)}
            strong = sorted(mine, key=lambda at: -float(size[at]))[:MOST]
            mine = sorted({*strong, *hand})
        found += [(told, at) for at in mine]
    return found


def _made_by(sheet: Sheet, parameter: str) -> LayerTold | None:
    """The layer of the unit in hand, or the part of it, whose sums a parameter makes; None of others."""
    layer = sheet.layer
    parts = () if layer is None else (layer, *layer.inner)
    return next((part for part in parts if parameter in (part.parameter("weight"), part.parameter("bias"))), None)


def by_input(sheet: Sheet, told: ParameterTold, at: int, times: str) -> str:
    """The gradient of a weight for this sample as a product, "0.1211·0.9", a bias has the input 1; "" where it is none,
    as for a kernel's weight, which is used at many places."""
    layer = _made_by(sheet, told.name)
    if layer is None or layer.delta is None or layer.delta.ndim != 1 or told.share is None:
        return ""
    index, inputs = told.index(at), layer.inputs.ravel()
    value = 1.0 if told.name == layer.parameter("bias") else float(inputs[index[1]]) if len(index) == 2 else math.nan
    delta = float(layer.delta[index[0]]) if index[0] < len(layer.delta) else math.nan
    if not math.isclose(delta * value, float(told.share[at]), rel_tol=1e-6, abs_tol=1e-12):
        return ""
    return f"{bracket(sheet.show(delta))}{times}{bracket(sheet.show(value))}"
