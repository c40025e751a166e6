"""*Update*: what the optimizer makes of a gradient, and the old and the new weights."""

from __future__ import annotations

from app.views.arithmetic.blocks import Block, Calculation, Heading, Sentence, Table
from app.views.arithmetic.inner import inner
from app.views.arithmetic.sheet import Sheet, by_input, calculated, signed, weights_of
from app.views.numbers.looked import UPDATE, WORDS
from core.arithmetic.told import ParameterTold


def update(sheet: Sheet) -> tuple[Block, ...]:
    """What the optimizer makes of the gradient of the weight in hand, and the old and the new weight of all."""
    account, rows = sheet.account, weights_of(sheet)
    head = Heading(f"{_of_update(sheet)}: {sheet.unit or 'weights'}")
    share = account.loss.share if account.loss is not None else 1.0
    blocks: list[Block] = [head]
    if account.rule == "gradient" and share < 1:
        count = round(1 / share)
        blocks.append(
            Sentence(
                f"This sample's share of the batch's mean is 1/{count}: the update is made of all {count} together."
            )
        )
    hand = weight_in_hand(sheet, rows)
    if hand is not None:
        told, at = hand
        blocks.append(Heading(sheet.names.weight(told.name, told.index(at))))
        if told.gradient is not None and told.share is not None:
            blocks.append(_shares(sheet, told, at))
        blocks += [calculated(sheet, line, at, strong=line is told.lines[-1]) for line in told.lines]
    return (*blocks, *_moved(sheet, rows, hand), *inner(sheet, hand))


def _of_update(sheet: Sheet) -> str:
    """Whose weights stand below: those of the run's own update, or those that the sample alone would lead to."""
    if sheet.account.apart:
        return "What this sample alone would lead to"
    return f"{WORDS[UPDATE]} {sheet.account.update:,}{' is made' if sheet.made else ''}"


def _shares(sheet: Sheet, told: ParameterTold, at: int) -> Calculation:
    assert told.gradient is not None and told.share is not None
    account = sheet.account
    count = 1 if account.loss is None else round(1 / account.loss.share)
    own, mean = float(told.share[at]), float(told.gradient[at])
    if count == 1:
        filled = by_input(sheet, told, at, "·")
        return Calculation("Gradient: this sample alone", "g", "δ·input", filled, sheet.show(mean))
    rest = mean * count - own
    numbers = f"({sheet.show(own)} of this sample {signed(sheet, rest)} of the other {count - 1})/{count}"
    return Calculation("Gradient: the batch's mean", "g", "1/p·Σ δ·input", numbers, sheet.show(mean))


def weight_in_hand(sheet: Sheet, rows: list[tuple[ParameterTold, int]]) -> tuple[ParameterTold, int] | None:
    """The weight that was chosen, else the first of the unit in hand."""
    for told in sheet.account.parameters:
        if told.name == sheet.looked.parameter:
            for at in range(len(told.places)):
                if told.index(at) == sheet.looked.weight:
                    return told, at
    return rows[0] if rows else None


def _moved(
    sheet: Sheet, rows: list[tuple[ParameterTold, int]], hand: tuple[ParameterTold, int] | None
) -> tuple[Block, ...]:
    if not rows:
        return ()
    cells = tuple(
        (
            sheet.names.short(told.name, told.index(at)),
            sheet.show(float(told.before[at])),
            sheet.show(float(told.after[at])),
            sheet.show(float(told.after[at] - told.before[at])),
        )
        for told, at in rows
    )
    links = tuple(f"weight:{told.name}:{','.join(map(str, told.index(at)))}" for told, at in rows)
    marked = rows.index(hand) if hand in rows else -1
    return (Heading("Old weight → new weight"), Table(("weight", "old", "new", "change"), cells, links, marked))
