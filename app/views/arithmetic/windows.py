"""One place of a feature map: patch, kernel and products, channel by channel, or the window of a pooling."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Block, Calculation, Grids, Sentence
from app.views.arithmetic.sheet import MOST, Sheet, signed
from app.views.numbers.looked import write
from core.arithmetic.told import Terms

IN_A_CELL = 3  # digits behind the point
LARGEST = 7  # rows and columns of a window that is written out


def is_window(terms: Terms) -> bool:
    """Whether the terms are those of a window that slides over maps."""
    return terms.places.ndim == 2 and terms.places.shape[1] == 3 and len(terms.shape) in (2, 3)


def window(sheet: Sheet, terms: Terms) -> tuple[Block, ...]:
    """Its numbers beside each other as they lie in the picture, and what they add up to."""
    shape = terms.shape if len(terms.shape) == 3 else (1, *terms.shape)
    values, factors = terms.values.reshape(shape), terms.factors.reshape(shape)
    if terms.rule != "sum":
        return _pooled(sheet, terms, values[0])
    sums = (values * factors).sum(axis=(1, 2))
    channel = int(np.abs(sums).argmax())
    blocks: list[Block] = []
    if max(shape[1:]) <= LARGEST:
        three = (values[channel], factors[channel], values[channel] * factors[channel])
        blocks.append(_grids(sheet, ("patch", "kernel", "products"), three, ("×", "=")))
    if len(sums) > 1:
        blocks.append(
            Sentence(f"Map {channel + 1} of the {len(sums)} that it looks at, the one that counts most here.")
        )
    return (*blocks, _added(sheet, terms, sums))


def _pooled(sheet: Sheet, terms: Terms, values: np.ndarray) -> tuple[Block, ...]:
    """The window of a pooling, and the largest or the mean of it."""
    rule = "the largest of the window" if terms.rule == "largest" else "the mean of the window"
    grid = (_grids(sheet, ("window",), (values,), ()),) if max(values.shape) <= LARGEST else ()
    return (*grid, Calculation("Pooling", "z", rule, "", sheet.show(terms.total), strong=True))


def _added(sheet: Sheet, terms: Terms, sums: np.ndarray) -> Calculation:
    """All products, added up map by map."""
    shown = sums[:MOST]
    numbers = " ".join(
        sheet.show(float(each)) if at == 0 else signed(sheet, float(each)) for at, each in enumerate(shown)
    )
    if len(sums) > MOST:
        numbers += f" {signed(sheet, float(sums[MOST:].sum()))} (the other {len(sums) - MOST})"
    symbols = "sum of the products" if len(sums) == 1 else "sums of the products, map by map"
    bias = f" {signed(sheet, terms.bias)}" if terms.bias is not None else ""
    symbols += " + b" if bias else ""
    return Calculation("Weighted sum", "z", symbols, numbers + bias, sheet.show(terms.total), True)


def _grids(sheet: Sheet, names: tuple[str, ...], arrays: tuple[np.ndarray, ...], between: tuple[str, ...]) -> Grids:
    digits = min(sheet.looked.digits, IN_A_CELL)
    cells = tuple(tuple(tuple(write(float(each), digits) for each in row) for row in array) for array in arrays)
    shades = tuple(array / (np.abs(array).max() or 1.0) for array in arrays)
    return Grids(names, cells, shades, between)
