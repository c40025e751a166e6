"""The account of an update as headings, sentences and tables, for a terminal or as Markdown."""

from __future__ import annotations

import numpy as np

from core.arithmetic.notes import ROUNDED
from core.arithmetic.told import Account, Terms, UnitTold
from core.command_line.blocks import Block, Heading, Table
from core.command_line.explained.layers import backward, forward
from core.command_line.explained.update import loss, parameter, search
from core.command_line.explained.writing import ROWS, Show, index, summed


def told(account: Account, show: Show, *, batch: bool, rounded: bool = False) -> list[Block]:
    """All of it; of the whole batch without a sample's way. `rounded`: a person has asked for few digits."""
    title = f"Update {account.update:,}" + (f" of the {account.player}" if account.player else "")
    notes = (*account.notes, *([ROUNDED] if rounded else []))
    blocks: list[Block] = [Heading(title, 1), *notes, *_coming(account, show, whole=batch)]
    if not batch:
        blocks += _sample(account, show)
        blocks += [block for layer in account.layers for block in forward(layer, account, show)]
        blocks += loss(account, show)
        if account.rule == "gradient":
            following = (*account.layers[1:], None)
            for layer, after in reversed(list(zip(account.layers, following, strict=True))):
                blocks += backward(layer, after, account, show)
        blocks += _unit(account, show)
    blocks += search(account, show)
    blocks += [block for each in account.parameters for block in parameter(each, show, batch=batch)]
    if not account.parameters:
        blocks.append(
            "The network is large: name a parameter with --parameter, or a unit with --unit, to be told of it."
        )
    if account.check is not None:
        blocks += [Heading("Check"), f"{account.check.sign} {account.check.words}"]
    return blocks


def _coming(account: Account, show: Show, *, whole: bool) -> list[Block]:
    coming = account.coming
    if coming is None:
        return []
    count = len(coming.samples)
    order = range(count) if whole or count <= ROWS else np.argsort(-coming.losses, kind="stable")[:ROWS].tolist()
    rows = tuple(
        (str(place + 1), _name(int(coming.samples[place])), show(coming.losses[place]), "largest" if place == coming.largest else "")
        for place in order
    )  # fmt: skip
    cost = f" The weights cost {show(coming.penalty)} besides." if coming.penalty else ""
    over = (
        "this sample alone" if account.apart else f"the {count:,} sample{'' if count == 1 else 's'} of the coming batch"
    )
    said = f"J = {show(coming.mean)}, over {over}.{cost}"
    found: list[Block] = [Heading("The batch"), said, Table(("place", "sample", "loss", ""), rows)]
    return found if len(rows) == count else [*found, f"These are the {ROWS} with the largest loss; --batch tells all."]


def _name(sample: int) -> str:
    return str(sample + 1) if sample >= 0 else "made of noise"


def _sample(account: Account, show: Show) -> list[Block]:
    inputs = account.layers[0].inputs.ravel()
    place = "a batch of its own" if account.apart else f"number {account.place + 1} of its batch"
    who = (
        f"Sample {account.sample + 1}, {place}, as the network sees it."
        if account.sample >= 0
        else f"A row made of noise, {place}."
    )
    if len(inputs) > ROWS:
        return [Heading("The sample"), f"{who} It is {len(inputs):,} numbers."]
    columns = [("input", account.inputs), ("value", tuple(map(show, inputs)))]
    if len(account.unscaled) == len(inputs) and not np.allclose(account.unscaled, inputs):
        columns.insert(1, ("before scaling", tuple(show(each) for each in account.unscaled)))
    rows = tuple(zip(*(cells for _, cells in columns), strict=True))
    return [Heading("The sample"), who, Table(tuple(name for name, _ in columns), rows)]


def _unit(account: Account, show: Show) -> list[Block]:
    return [] if account.unit is None else _unit_told(account.unit, show)


def _unit_told(unit: UnitTold, show: Show) -> list[Block]:
    """Its terms forwards and back; of a block with parts these first."""
    blocks = [block for part in unit.inner for block in _unit_told(part, show)]
    blocks.append(Heading(f"The unit {unit.layer}{index(unit.place)}"))
    for words, terms in (("z", unit.forwards), ("What arrives", unit.backwards)):
        if terms is not None:
            blocks += [f"{words} = {_written(terms, show)} = {show(terms.total)}", _terms(terms, show)]
    return [*blocks, unit.why] if unit.why else blocks


def _written(terms: Terms, show: Show) -> str:
    if terms.rule == "sum":
        return summed(terms.factors, terms.values, terms.bias, show)
    return f"{'the largest' if terms.rule == 'largest' else 'the mean'} of {len(terms.values)} numbers"


def _terms(terms: Terms, show: Show) -> Table:
    columns = zip(terms.names, terms.factors, terms.values, terms.products, strict=True)
    rows = tuple((name, *map(show, numbers)) for name, *numbers in columns)
    return Table(("from", "factor", "value", "product"), rows[: ROWS * 4])
