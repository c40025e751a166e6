"""The account of an update as headings, sentences and tables, for a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from core.arithmetic.told import Account, CellTold, LayerTold, ParameterTold, Terms
from core.command_line.blocks import Block, Cells, Heading, Table
from core.families import Line
from core.families.loss import EACH
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


def told(account: Account, show: Show, *, batch: bool) -> list[Block]:
    """All of it; of the whole batch without a sample's way."""
    title = f"Update {account.update:,}" + (f" of the {account.player}" if account.player else "")
    blocks: list[Block] = [Heading(title, 1), *account.notes, *_coming(account, show, whole=batch)]
    if not batch:
        blocks += _sample(account, show)
        blocks += [block for layer in account.layers for block in _forward(layer, account, show)]
        blocks += _loss(account, show)
        if account.rule == "gradient":
            following = (*account.layers[1:], None)
            for layer, after in reversed(list(zip(account.layers, following, strict=True))):
                blocks += _backward(layer, after, _leads(layer, after, account), show)
        blocks += _unit(account, show)
    blocks += [block for each in account.parameters for block in _parameter(each, show, batch=batch)]
    if not account.parameters:
        blocks.append(
            "The network is large: name a parameter with --parameter, or a unit with --unit, to be told of it."
        )
    if account.check is not None:
        blocks += [Heading("Check"), f"{'✓' if account.check.holds else '✗'} {account.check.words}"]
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
    said = f"J = {show(coming.mean)}, over the {count:,} {'sample' if count == 1 else 'samples'} of the coming batch.{cost}"
    found: list[Block] = [Heading("The batch"), said, Table(("place", "sample", "loss", ""), rows)]
    return found if len(rows) == count else [*found, f"These are the {ROWS} with the largest loss; --batch tells all."]


def _name(sample: int) -> str:
    return str(sample + 1) if sample >= 0 else "made of noise"


def _sample(account: Account, show: Show) -> list[Block]:
    inputs, place = account.layers[0].inputs.ravel(), f"number {account.place + 1} of its batch"
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


# Layers


def _forward(layer: LayerTold, account: Account, show: Show) -> list[Block]:
    active = layer.activation != "linear" or layer.kind == "dense"
    words = (layer.kind, layer.activation) if active else (layer.kind,)
    blocks: list[Block] = [Heading(f"Forward: {layer.name} ({', '.join(words).replace('_', ' ')})")]
    blocks += [block for part in layer.inner for block in _forward(part, account, show)]
    if layer.cells:
        return [*blocks, *(block for cell in layer.cells for block in _cell(cell, show))]
    columns = _columns(layer)
    weights = next((each for each in account.parameters if each.name == f"{layer.name}.weight"), None)
    written = layer.kind == "dense" and weights is not None and layer.inputs.size <= TERMS and layer.sums.ndim == 1
    header = ("unit", *(["Wx + b"] if written else []), *(name for name, _ in columns))
    strength = layer.sums if layer.delta is None else layer.delta
    places, said = _strongest(strength)
    rows = []
    for place in places:
        sum_of = [_products(layer, account, place, show)] if written else []
        rows.append((_index(place), *sum_of, *(_cell_of(array, place, layer, show) for _, array in columns)))
    return [*blocks, Table(header, tuple(rows)), *said]


def _columns(layer: LayerTold) -> list[tuple[str, np.ndarray]]:
    """What is told of each sum, by its name."""
    found = [("z", layer.sums)]
    if layer.normal is not None:
        own = layer.normal
        found += [("mean", own.mean), ("variance", own.variance), ("n", own.normal), ("γn + β", own.out)]
    found += [("a = g(z)", layer.values)]
    if layer.slopes is not None:
        found.append(("g′(z)", layer.slopes))
    return found if layer.mask is None else [*found, ("mask", layer.mask), ("passed", layer.passed)]


def _cell_of(array: np.ndarray, place: tuple[int, ...], layer: LayerTold, show: Show) -> str:
    """The number that belongs to a sum: of a unit with several sums its one answer."""
    if array.shape == layer.sums.shape:
        return show(array[place])
    if array.ndim == len(place) and any(side > 1 for side in array.shape) and array.shape == layer.values.shape:
        pairs = zip(place, array.shape, layer.sums.shape, strict=True)
        return show(array[tuple(at * side // whole for at, side, whole in pairs)])
    return show(np.broadcast_to(array, layer.sums.shape)[place])


def _products(layer: LayerTold, account: Account, place: tuple[int, ...], show: Show) -> str:
    weights = next(each for each in account.parameters if each.name == f"{layer.name}.weight")
    bias = next((each for each in account.parameters if each.name == f"{layer.name}.bias"), None)
    row = weights.before.reshape(weights.shape)[place[0]]
    return summed(row, layer.inputs.ravel(), None if bias is None else float(bias.before[place[0]]), show)


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


def _strongest(strength: np.ndarray) -> tuple[list[tuple[int, ...]], list[Block]]:
    """The places of an array that are told, and what is said where they are not all."""
    order = np.arange(strength.size)
    if strength.size > ROWS:
        order = np.sort(np.argsort(-np.abs(strength.ravel()), kind="stable")[:ROWS])
    places = [tuple(int(each) for each in np.unravel_index(at, strength.shape)) for at in order]
    return places, [f"The {ROWS} strongest of {strength.size:,}; --json has all."] if strength.size > ROWS else []


def _index(place: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, place))}]"


def _cell(cell: CellTold, show: Show) -> list[Block]:
    """A recurrent cell, step by step and unit by unit."""
    names, state = list(cell.gates), cell.gates["state"]
    arrives = [("arrives", cell.arrives)] if cell.arrives is not None else []
    arrives += [("arrives at memory", cell.arrives_memory)] if cell.arrives_memory is not None else []
    columns = [(f"{name} sum", array) for name, array in cell.sums.items()]
    columns += [*((name, cell.gates[name]) for name in names), *arrives]
    places, said = _strongest(np.ones(state.shape) if cell.arrives is None else cell.arrives)
    rows = tuple((str(step), str(unit), *(show(array[step, unit]) for _, array in columns)) for step, unit in places)
    way = " (reads from the end)" if cell.backwards else ""
    header = ("step", "unit", *(name for name, _ in columns))
    return [
        f"Cell {cell.suffix.removeprefix('_')}{way}: gates at each step, and the gradient that arrives there.",
        Table(header, rows),
        *said,
    ]


def _leads(layer: LayerTold, after: LayerTold | None, account: Account) -> np.ndarray | None:
    """The weights (units after, units) that lead on from a layer, where they are few enough to be written out."""
    weights = None if after is None else next((w for w in account.parameters if w.name == f"{after.name}.weight"), None)
    if after is None or weights is None or after.kind != "dense" or layer.sums.ndim != 1:
        return None
    square = len(weights.places) == weights.before.size == after.sums.size * layer.passed.size
    return weights.before.reshape(weights.shape) if square and after.sums.size <= TERMS else None


def _backward(layer: LayerTold, after: LayerTold | None, leads: np.ndarray | None, show: Show) -> list[Block]:
    """δ of each unit; `leads` are the weights to the layer `after` it."""
    if layer.delta is None or layer.arrived is None:
        return []
    blocks: list[Block] = [Heading(f"Backward: {layer.name}")]
    columns = [("arrives", layer.arrived)]
    columns += [("mask", layer.mask)] if layer.mask is not None else []
    columns += [("g′(z)", layer.slopes)] if layer.slopes is not None else []
    if layer.normal is not None and layer.normal.delta is not None:
        columns.append(("∂L/∂(γn + β)", layer.normal.delta))
    columns.append(("δ = ∂L/∂z", layer.delta))
    places, said = _strongest(layer.delta)
    written = (
        after is not None and after.delta is not None and leads is not None and layer.sums.shape == layer.passed.shape
    )
    rows = []
    for place in places:
        row = [_index(place)]
        if written and leads is not None and after is not None and after.delta is not None:
            row.append(summed(leads[:, place[0]], after.delta, None, show))
        rows.append((*row, *(_cell_of(array, place, layer, show) for _, array in columns)))
    header = ("unit", *(["w·δ behind it"] if written else []), *(name for name, _ in columns))
    blocks += [Table(header, tuple(rows)), *said]
    return [*blocks, *(block for part in reversed(layer.inner) for block in _backward(part, None, None, show))]


def _unit(account: Account, show: Show) -> list[Block]:
    unit = account.unit
    if unit is None:
        return []
    blocks: list[Block] = [Heading(f"The unit {unit.layer}{_index(unit.place)}")]
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


# Loss and step


def _loss(account: Account, show: Show) -> list[Block]:
    loss = account.loss
    if loss is None or account.coming is None:
        return []
    count = len(loss.outputs)
    columns = [("output", loss.outputs), ("answer", loss.answers), ("should say", loss.targets)]
    columns += [("∂L/∂output", loss.slope)] if loss.slope is not None else []
    rows = tuple((str(number), *(show(array[number]) for _, array in columns)) for number in range(count)[:ROWS])
    lines = [
        _line(line, min(place, np.size(line.value) - 1), show, count)
        for line in loss.lines
        for place in range(min(np.size(line.value), ROWS))
    ]
    head = ("what", "in symbols", "in numbers", "result")
    blocks: list[Block] = [
        Heading("The loss"),
        Table(("", *(name for name, _ in columns)), rows),
        Table(head, tuple(lines)),
    ]
    share = (
        f"It counts with {show(loss.share)} in J = {show(account.coming.mean)}." if account.rule == "gradient" else ""
    )
    return [*blocks, f"L = {show(loss.value)}. {share}".strip()]


def _line(line: Line, place: int, show: Show, count: int = 1) -> Cells:
    which = f"Output {place}: " if count > 1 and np.size(line.value) > 1 else ""
    filled = line.filled(place, lambda number: bracket(show(number)))
    return (
        which + line.words.removesuffix(EACH),
        f"{line.symbol} {'←' if line.symbol in line.numbers else '='} {line.symbols}",
        filled,
        show(line.result(place)),
    )


def _parameter(each: ParameterTold, show: Show, *, batch: bool) -> list[Block]:
    """A tensor's numbers, what becomes of each, and one of them in full."""
    columns: list[tuple[str, np.ndarray]] = [("old w", each.before)]
    columns += [("δ·input", each.share)] if each.share is not None and not batch else []
    columns += [("mean g", each.gradient)] if each.gradient is not None else []
    last = max((number for number, line in enumerate(each.lines) if line.symbol == "w"), default=-1)
    columns += [
        (line.symbol, line.value)
        for number, line in enumerate(each.lines)
        if number != last and isinstance(line.value, np.ndarray) and line.value.ndim
    ]
    columns += [("new w", each.after), ("change", each.after - each.before)]
    places, said = _strongest(each.after - each.before)
    rows = tuple((_index(each.index(at)), *(show(array[at]) for _, array in columns)) for (at,) in places)
    shown = int(np.argmax(np.abs(each.after - each.before))) if len(each.after) else 0
    lines = tuple(_line(line, shown, show) for line in each.lines)
    head = ("what", "in symbols", "in numbers", "result")
    sentence = f"In full for {each.name}{_index(each.index(shown))}:"
    size = " × ".join(map(str, each.shape))
    return [
        Heading(f"{each.name} ({size})"),
        Table(("", *(name for name, _ in columns)), rows),
        *said,
        sentence,
        Table(head, lines),
    ]
