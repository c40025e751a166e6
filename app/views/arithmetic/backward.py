"""*Backward*: δ of every unit, and the gradient of each weight."""

from __future__ import annotations

from app.views.arithmetic.activated import delta_of
from app.views.arithmetic.around import block_backward
from app.views.arithmetic.blocks import Block, Heading, Sentence, Table
from app.views.arithmetic.cells import arriving, cell_of
from app.views.arithmetic.sheet import Sheet, by_input, capital, row_of, weights_of
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
    blocks = list[Block]()
    if unit.backwards is not None:
        blocks.append(arrives(sheet, unit.backwards))
    elif unit.why:
        blocks.append(Sentence(unit.why))
    cell = cell_of(layer)
    if cell is not None:
        return (*blocks, *arriving(sheet, cell, unit.place[-1] % cell.gates["state"].shape[1]))
    blocks.append(delta_of(sheet, layer, unit.place))
    return (*blocks, *(block_backward(sheet, unit, layer) if unit.inner else ()))


def _gradients(sheet: Sheet) -> tuple[Block, ...]:
    """Each weight's gradient = δ × input."""
    unit, layer = sheet.account.unit, sheet.layer
    if unit is None or layer is None or layer.delta is None:
        return ()
    hand = (sheet.looked.parameter, sheet.looked.weight)
    found = [(told, at, told.index(at)) for told, at in weights_of(sheet)]
    cells = tuple(_gradient(sheet, told, at) for told, at, _ in found)
    links = tuple(f"weight:{told.name}:{','.join(map(str, index))}" for told, _, index in found)
    marked = next((number for number, (told, _, index) in enumerate(found) if (told.name, index) == hand), -1)
    table = Table(("weight", "∂L/∂w of this sample", "batch's mean"), cells, links, marked)
    kernels = layer.delta.ndim == 3 and bool(cells)
    note = (Sentence(SHARED),) if kernels else ()
    return (Heading("Gradient of each weight = δ × input"), *note, table) if cells else ()


def _gradient(sheet: Sheet, told: ParameterTold, at: int) -> tuple[str, ...]:
    """A row of the table: the weight, its gradient for this sample as a product, and that of the batch."""
    share, mean = (sheet.show(0.0 if each is None else float(each[at])) for each in (told.share, told.gradient))
    product = by_input(sheet, told, at, " × ")
    return sheet.names.short(told.name, told.index(at)), f"{product} = {share}" if product else share, mean
