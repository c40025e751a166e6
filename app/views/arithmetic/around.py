"""A unit of a block with a way around it: both layers of the block and the way around, forwards and back."""

from __future__ import annotations

from app.views.arithmetic.activated import activated, delta_of
from app.views.arithmetic.blocks import Block, Calculation, Heading, Sentence
from app.views.arithmetic.sheet import Sheet, signed
from app.views.arithmetic.sums import arrives, sum_of
from app.views.arithmetic.windows import is_window, window
from core.arithmetic.told import LayerTold, Terms, UnitTold

FIRST, SECOND, AROUND = WORDS = ("First layer of the block", "Second layer of the block", "Way around the block")
SHARED = "The sum shares δ out: it goes on unchanged, into the block and around it."


def block_forward(sheet: Sheet, unit: UnitTold, block: LayerTold) -> tuple[Block, ...]:
    """Each part at the place of the unit in hand, and the sum of both ways."""
    blocks: list[Block] = []
    for words, part, layer in zip(WORDS, unit.inner, block.inner, strict=True):
        blocks += [Heading(words), *_sum(sheet, words, part.forwards)]
        if layer.normal is not None or words == FIRST:
            blocks += activated(sheet, layer, unit.place)
    terms = unit.forwards
    if terms is not None:
        inside, around = (float(each) for each in terms.values)
        filled = f"{sheet.show(inside)} {signed(sheet, around)}"
        blocks.append(Heading("Both ways together"))
        blocks.append(Calculation("Sum of the block", "z", "F(x) + way around", filled, sheet.show(terms.total), True))
    return tuple(blocks)


def _sum(sheet: Sheet, words: str, terms: Terms | None) -> tuple[Block, ...]:
    if terms is None:
        return ()
    if is_window(terms):
        return window(sheet, terms)
    if terms.bias is None and len(terms.values) == 1 and terms.factors[0] == 1:
        return (Calculation("What comes in goes on as it is", "z", "x", "", sheet.show(terms.total)),)
    letter = "a" if words == SECOND else ""
    return (sum_of(sheet, terms, "z", "Weighted sum", letter),)


def block_backward(sheet: Sheet, unit: UnitTold, block: LayerTold) -> tuple[Block, ...]:
    """How δ divides, and what reaches each part of the block."""
    first, second, around = block.inner
    blocks: list[Block] = [Sentence(SHARED, quiet=False), *_reached(sheet, AROUND, around, unit.place)]
    blocks += [*_reached(sheet, SECOND, second, unit.place), Heading(FIRST)]
    if unit.inner[0].backwards is not None:
        blocks.append(arrives(sheet, unit.inner[0].backwards))
    return (*blocks, delta_of(sheet, first, unit.place))


def _reached(sheet: Sheet, words: str, part: LayerTold, place: tuple[int, ...]) -> tuple[Block, ...]:
    """δ of a part that has no activation: that of the sum, but for what a normalization makes of it."""
    if part.normal is not None or part.delta is None:
        return (Heading(words), delta_of(sheet, part, place))
    delta = float(part.delta.reshape(part.sums.shape)[place])
    return (Heading(words), Calculation("", "δ", "δ of the sum", "", sheet.show(delta)))
