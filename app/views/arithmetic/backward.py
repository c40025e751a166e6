"""*Backward*: δ of every unit, and the gradient of each weight."""

from __future__ import annotations

from app.views.arithmetic.blocks import Block, Calculation, Heading, Sentence, Table
from app.views.arithmetic.cells import arriving, cell_of
from app.views.arithmetic.sheet import Sheet, bracket, capital, place_in, row_of, weights_of
from app.views.arithmetic.sums import arrives
from app.views.numbers.looked import BACKWARD, WORDS
from core.arithmetic.told import ParameterTold

SHARED = "A kernel's weight is used at every place of the map: its gradient adds up δ × input over all of them."


def backward(sheet: Sheet) -> tuple[Block, ...]:
    """δ of every unit, how that of the unit in hand comes about, and the gradient of each of its weights."""
    account = sheet.account
    if account.rule != "gradient":
        return (
            Heading(f"{WORDS[BACKWARD]}: no gradient is spoken of"),
            Sentence(f"After an update {sheet.names.experiment.rule.told}: how, stands under Update.", quiet=False),
        )
    unit = account.unit
    head = Heading(f"{WORDS[BACKWARD]}: {sheet.unit}" if unit is not None else f"{WORDS[BACKWARD]}: δ of every unit")
    return (head, *_delta(sheet), *_gradients(sheet), *_deltas(sheet))


def _deltas(sheet: Sheet) -> tuple[Block, ...]:
    rows = tuple(
        (capital(sheet.names.layer(layer.name)), row_of(sheet, layer.delta))
        for layer in reversed(sheet.account.layers)
        if layer.delta is not None and layer.delta.ndim == 1
    )
    return (Heading("δ = ∂L/∂z of every unit"), Table(("", "δ"), rows)) if rows else ()


def _delta(sheet: Sheet) -> tuple[Block, ...]:
    """δ of the unit in hand."""
    unit, layer = sheet.account.unit, sheet.layer
    if unit is None or layer is None or layer.delta is None:
        return ()
    show, blocks, delta = sheet.show, list[Block](), float(layer.delta[unit.place])
    arrived = None if layer.arrived is None else place_in(layer.arrived, unit.place)
    if unit.backwards is not None:
        blocks.append(arrives(sheet, unit.backwards))
    elif unit.why:
        blocks.append(Sentence(unit.why))
    cell = cell_of(layer)
    if cell is not None:
        return (*blocks, *arriving(sheet, cell, unit.place[-1] % cell.gates["state"].shape[1]))
    slope = None if layer.slopes is None else place_in(layer.slopes, unit.place)
    if arrived is not None and slope is not None and layer.normal is None:
        mask = 1.0 if layer.mask is None else float(layer.mask[unit.place])
        masked = layer.mask is not None
        symbols = "arrives·mask·g′(z)" if masked else "arrives·g′(z)"
        middle = f"·{show(mask)}" if masked else ""
        filled = f"{bracket(show(arrived))}{middle}·{bracket(show(slope))}"
        blocks.append(Calculation("Through the activation", "δ", symbols, filled, show(delta), True))
    else:
        blocks.append(Calculation("What reaches the sum", "δ", "∂L/∂z", "", show(delta), True))
    return tuple(blocks)


def _gradients(sheet: Sheet) -> tuple[Block, ...]:
    """Each weight's gradient = δ × input."""
    unit, layer = sheet.account.unit, sheet.layer
    if unit is None or layer is None or layer.delta is None:
        return ()
    hand, delta = (sheet.looked.parameter, sheet.looked.weight), float(layer.delta[unit.place])
    found = [(told, at, told.index(at)) for told, at in weights_of(sheet)]
    cells = tuple(_gradient(sheet, told, at, delta) for told, at, _ in found)
    links = tuple(f"weight:{told.name}:{','.join(map(str, index))}" for told, _, index in found)
    marked = next((number for number, (told, _, index) in enumerate(found) if (told.name, index) == hand), -1)
    table = Table(("weight", "∂L/∂w of this sample", "batch's mean"), cells, links, marked)
    shared = layer.inputs.ndim > 1
    note = (Sentence(SHARED),) if shared and layer.kind.startswith("conv") else ()
    return (Heading("Gradient of each weight = δ × input"), *note, table) if cells else ()


def _gradient(sheet: Sheet, told: ParameterTold, at: int, delta: float) -> tuple[str, ...]:
    """A row of the table: the weight, its gradient for this sample as a product, and that of the batch."""
    index = told.index(at)
    share, mean = (sheet.show(0.0 if each is None else float(each[at])) for each in (told.share, told.gradient))
    product = _by_input(sheet, told, index, delta)
    return sheet.names.short(told.name, index), f"{product} = {share}" if product else share, mean


def _by_input(sheet: Sheet, told: ParameterTold, index: tuple[int, ...], delta: float) -> str:
    """ "−0.12 × 0.50"; a bias has the input 1."""
    unit = sheet.account.unit
    layer = sheet.layer
    value = 1.0
    if told.name.endswith(".weight") and layer is not None and layer.inputs.ndim == 1 and len(index) == 2:
        value = float(layer.inputs[index[1]])
    elif not told.name.endswith(".bias") or unit is None:
        return ""
    return f"{bracket(sheet.show(delta))} × {bracket(sheet.show(value))}"
