"""*Loss*: how wrong the answer is, and what that is beside the mean over the batch."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Block, Calculation, Heading, Sentence, Table
from app.views.arithmetic.sheet import MOST, Sheet, calculated, signed
from app.views.numbers.looked import LOSS, WORDS
from core.arithmetic.told import LossTold


def loss(sheet: Sheet) -> tuple[Block, ...]:
    """How wrong the answer is, and what that is beside the mean over the batch."""
    account, told = sheet.account, sheet.account.loss
    if told is None or account.coming is None:
        return (Heading(f"{WORDS[LOSS]}: there is none here"),)
    blocks: list[Block] = [Heading(f"{WORDS[LOSS]} of this sample"), _answers(sheet, told)]
    blocks += [calculated(sheet, line, 0, strong=line is told.lines[-1]) for line in told.lines]
    return (*blocks, *_mean(sheet), *_batch(sheet))


def _answers(sheet: Sheet, told: LossTold) -> Table:
    rows = tuple(
        (sheet.names.output(number), *(sheet.show(float(array[number])) for array in (told.answers, told.targets)))
        for number in range(len(told.answers))
    )
    return Table(("output", "answer", "true"), rows[:MOST])


def _mean(sheet: Sheet) -> tuple[Block, ...]:
    """J beside the loss of the sample."""
    coming, told = sheet.account.coming, sheet.account.loss
    if coming is None or told is None:
        return ()
    count = len(coming.losses)
    own = f"{sheet.show(told.value)} of this sample"
    if count == 1:
        return (Sentence(f"The batch is this one sample: J = L = {sheet.show(coming.mean)}.", quiet=False),)
    rest = float(coming.losses.sum() - told.value)
    numbers = f"({own} {signed(sheet, rest)} of the other {count - 1})/{count}"
    blocks: list[Block] = [
        Calculation(f"The mean over the {count} samples of the batch", "J", "1/p·Σ L", numbers, sheet.show(coming.mean))
    ]
    if coming.penalty:
        blocks.append(Sentence(f"What the weights cost besides (penalty): {sheet.show(coming.penalty)}."))
    return tuple(blocks)


def _batch(sheet: Sheet) -> tuple[Block, ...]:
    """The samples of the batch: each can be looked at."""
    coming = sheet.account.coming
    if coming is None or len(coming.losses) < 2:
        return ()
    order = np.argsort(-coming.losses, kind="stable")[:MOST].tolist()
    rows = tuple((f"sample {int(coming.samples[at]) + 1}", sheet.show(float(coming.losses[at]))) for at in order)
    links = tuple(f"sample:{int(coming.samples[at])}" for at in order)
    marked = order.index(sheet.account.place) if sheet.account.place in order else -1
    more = len(coming.losses) - len(order)
    note = (Sentence(f"… and {more} with smaller losses."),) if more else ()
    return (Heading("The batch, largest loss first"), Table(("", "loss L"), rows, links, marked), *note)
