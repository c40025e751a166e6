"""*Forward*: the sum of the unit in hand, and what its activation makes of it."""

from __future__ import annotations

from app.views.arithmetic.activated import activated
from app.views.arithmetic.around import block_forward
from app.views.arithmetic.blocks import Block, Heading, Sentence, Table
from app.views.arithmetic.cells import cell_of, stepped
from app.views.arithmetic.sheet import Sheet, capital, row_of
from app.views.arithmetic.sums import sum_of
from app.views.arithmetic.windows import is_window, window
from app.views.numbers.looked import FORWARD, WORDS


def forward(sheet: Sheet) -> tuple[Block, ...]:
    """The sum of the unit in hand, and what its activation makes of it."""
    unit, layer = sheet.account.unit, sheet.layer
    if unit is None or layer is None:
        return (Heading(f"{WORDS[FORWARD]}: choose a unit"), *_values(sheet))
    blocks: list[Block] = [Heading(f"{WORDS[FORWARD]}: {sheet.unit}")]
    cell = cell_of(layer)
    if cell is not None:
        return (*blocks, *stepped(sheet, cell, unit.place[-1] % cell.gates["state"].shape[1]), *_values(sheet))
    if unit.inner:
        blocks += block_forward(sheet, unit, layer)
    elif unit.forwards is not None and is_window(unit.forwards):
        blocks += window(sheet, unit.forwards)
    elif unit.forwards is not None:
        blocks.append(sum_of(sheet, unit.forwards, "z", "Weighted sum"))
    elif unit.why:
        blocks.append(Sentence(unit.why, quiet=False))
    return (*blocks, *activated(sheet, layer, unit.place), *_values(sheet))


def _values(sheet: Sheet) -> tuple[Block, ...]:
    """What all units of the row layers say."""
    rows = tuple(
        (capital(sheet.names.layer(layer.name)), row_of(sheet, layer.values))
        for layer in sheet.account.layers
        if layer.values.ndim == 1
    )
    return (Table(("", "values a"), rows),) if rows else ()
