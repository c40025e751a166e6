"""Products that add up to a number, written out."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Calculation
from app.views.arithmetic.sheet import MOST, Sheet, bracket, signed
from app.views.numbers.naming import low
from core.arithmetic.told import Terms


def sum_of(sheet: Sheet, terms: Terms, symbol: str, words: str, letter: str = "") -> Calculation:
    """Products that add up, the strongest of very many; of a pooling window the largest or the mean. `letter`
    is that of what comes in, where it does not follow from the layer."""
    letters = _letters(sheet, terms, letter)
    order = _strongest(terms)
    products = [f"{one}·{other}" for one, other in (letters[place] for place in order)]
    numbers = " ".join(_product(sheet, terms, place, first=number == 0) for number, place in enumerate(order))
    left_out = len(terms.values) - len(order)
    if terms.rule != "sum":
        values = ", ".join(sheet.show(float(terms.values[place])) for place in order)
        rule = "max" if terms.rule == "largest" else "mean"
        return Calculation(words, symbol, f"{rule} of the window", f"{rule}({values})", sheet.show(terms.total), True)
    if left_out:
        rest = float(terms.products.sum() - terms.products[list(order)].sum())
        numbers += f" {signed(sheet, rest)} (the other {left_out})"
        products.append("…")
    if terms.bias is not None:
        products.append("b")
        numbers += f" {signed(sheet, terms.bias)}"
    return Calculation(words, symbol, " + ".join(products), numbers, sheet.show(terms.total), True)


def _letters(sheet: Sheet, terms: Terms, letter: str) -> list[tuple[str, str]]:
    unit = sheet.account.unit
    letter = letter or (sheet.names.symbol(unit.layer) if unit is not None else "x")
    return [(f"w{low(number)}", f"{letter}{low(number)}") for number in range(1, len(terms.values) + 1)]


def _strongest(terms: Terms) -> tuple[int, ...]:
    """Places of the terms that are written out, in their order."""
    if len(terms.values) <= MOST:
        return tuple(range(len(terms.values)))
    order = np.argsort(-np.abs(terms.products), kind="stable")[:MOST]
    return tuple(sorted(order.tolist()))


def _product(sheet: Sheet, terms: Terms, place: int, first: bool) -> str:
    """ "− 1.20·2.00", of the first one without a space."""
    factor, value = float(terms.factors[place]), float(terms.values[place])
    other = bracket(sheet.show(value))
    text = sheet.show(abs(factor))
    negative = sheet.show(factor).startswith("−")
    if first:
        return f"{'−' if negative else ''}{text}·{other}"
    return f"{'−' if negative else '+'} {text}·{other}"


def arrives(sheet: Sheet, terms: Terms) -> Calculation:
    """What the units behind it send back."""
    order = _strongest(terms)
    if not order:
        return Calculation("Nothing behind takes this number up", "arrives", "0", "", sheet.show(terms.total))
    symbols = " + ".join(f"w{low(number + 1)}·δ{low(number + 1)}" for number in order)
    numbers = " ".join(_product(sheet, terms, place, first=number == 0) for number, place in enumerate(order))
    left_out = len(terms.values) - len(order)
    if left_out:
        rest = float(terms.products.sum() - terms.products[list(order)].sum())
        numbers, symbols = f"{numbers} {signed(sheet, rest)} (the other {left_out})", f"{symbols} + …"
    return Calculation("What arrives from behind", "arrives", symbols, numbers, sheet.show(terms.total))
