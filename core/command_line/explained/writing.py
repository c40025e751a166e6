"""How `explain` writes numbers, sums and places, and which of very many it tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from core.command_line.blocks import Block
from core.messages import number_words

ROWS = 64  # of a table; of more the strongest are told, and that is said
TERMS = 12  # products that are written out


class Show(Protocol):
    """Who writes a number."""

    def __call__(self, number: float | np.ndarray) -> str:
        """A single one, in an array without dimensions or not."""
        ...


def shower(digits: int) -> Show:
    """Who writes a number with so many significant digits."""
    return lambda number: number_words(float(number), digits)


def summed(factors: np.ndarray, values: np.ndarray, bias: float | None, show: Show) -> str:
    """ "0.31·0.5 − 1.2·2 + 0.1"; of very many the strongest."""
    products = np.asarray(factors * values)
    order: Sequence[int] = range(len(products))
    if len(order) > TERMS:
        order = sorted(np.argsort(-np.abs(products), kind="stable")[:TERMS].tolist())
    text = ""
    for place in order:
        factor = show(factors[place])
        sign, size = ("−", factor[1:]) if factor.startswith("−") else ("+", factor)
        text += f" {sign} {size}·{bracket(show(values[place]))}"
    left = len(factors) - len(order)
    if left:
        rest = float(products.sum() - products[list(order)].sum())
        text += f" {signed(show(rest))} (the other {left:,})"
    if bias is not None:
        text += f" {signed(show(bias))}"
    text = text.strip()
    return (
        text.removeprefix("+ ")
        if text.startswith("+")
        else text.replace("− ", "−", 1)
        if text.startswith("−")
        else text
    )


def bracket(number: str) -> str:
    """A number as a factor: one with a sign, or a power of ten, in brackets."""
    return f"({number})" if number.startswith("−") or "e" in number else number


def signed(number: str) -> str:
    """A number as a summand."""
    return f"− {number[1:]}" if number.startswith("−") else f"+ {number}"


def strongest(strength: np.ndarray) -> tuple[list[tuple[int, ...]], list[Block]]:
    """The places of an array that are told, and what is said where they are not all."""
    order = np.arange(strength.size)
    if strength.size > ROWS:
        order = np.sort(np.argsort(-np.abs(strength.ravel()), kind="stable")[:ROWS])
    places = [tuple(int(each) for each in np.unravel_index(at, strength.shape)) for at in order]
    return places, [f"The {ROWS} strongest of {strength.size:,}; --json has all."] if strength.size > ROWS else []


def index(place: tuple[int, ...]) -> str:
    """A place in a layer or a tensor, counted from 1."""
    return f"[{', '.join(str(at + 1) for at in place)}]"
