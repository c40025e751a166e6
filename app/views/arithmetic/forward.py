"""*Forward*: the sum of the unit in hand, and what its activation makes of it."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Block, Calculation, Heading, Sentence, Table
from app.views.arithmetic.cells import cell_of, stepped
from app.views.arithmetic.sheet import Sheet, bracket, capital, place_in, row_of, signed
from app.views.arithmetic.sums import sum_of
from app.views.arithmetic.windows import is_window, window
from app.views.numbers.looked import FORWARD, WORDS, write
from core.arithmetic.told import LayerTold


def forward(sheet: Sheet) -> tuple[Block, ...]:
    """The sum of the unit in hand, and what its activation makes of it."""
    unit, layer = sheet.account.unit, sheet.layer
    if unit is None or layer is None:
        return (Heading(f"{WORDS[FORWARD]}: choose a unit"), *_values(sheet))
    blocks: list[Block] = [Heading(f"{WORDS[FORWARD]}: {sheet.unit}")]
    cell = cell_of(layer)
    if cell is not None:
        return (*blocks, *stepped(sheet, cell, unit.place[-1] % cell.gates["state"].shape[1]), *_values(sheet))
    if unit.forwards is not None and is_window(unit.forwards):
        blocks += window(sheet, unit.forwards)
    elif unit.forwards is not None:
        blocks.append(sum_of(sheet, unit.forwards, "z", "Weighted sum"))
    elif unit.why:
        blocks.append(Sentence(unit.why, quiet=False))
    return (*blocks, *_activated(sheet, layer, unit.place), *_values(sheet))


def _activated(sheet: Sheet, layer: LayerTold, place: tuple[int, ...]) -> tuple[Block, ...]:
    """From the sum to what the unit passes on."""
    show, blocks, symbol, number = sheet.show, [], "z", float(layer.sums[place])
    if layer.normal is not None:
        mean, variance, gamma, beta, normal, out = (
            float(np.broadcast_to(array, layer.sums.shape)[place])
            for array in (
                layer.normal.mean,
                layer.normal.variance,
                layer.normal.gamma,
                layer.normal.beta,
                layer.normal.normal,
                layer.normal.out,
            )
        )
        over = {"batch": "over the batch", "running": "with the running mean and spread", "layer": "over the layer"}
        blocks.append(
            Calculation(
                f"Normalized {over[layer.normal.over]}",
                "n",
                "(z − mean)/√(variance + ε)",
                f"({show(number)} {signed(sheet, -mean)})/√({write(variance, 4)} + {write(layer.normal.eps, 4)})",
                show(normal),
            )
        )
        filled = f"{show(gamma)}·{bracket(show(normal))} {signed(sheet, beta)}"
        blocks.append(Calculation("", "y", "γ·n + β", filled, show(out)))
        symbol, number = "y", out
    if place_in(layer.values, place) is None:
        return tuple(blocks)
    value = float(layer.values[place])
    if layer.activation:
        linear = layer.activation in ("linear", "identity")
        words = "No activation: the sum is passed on" if linear else sheet.names.activation(layer.name)
        symbols, numbers = _by_hand(sheet, layer.activation, symbol, number)
        blocks.append(Calculation(words, "a", symbols, numbers, show(value), True))
    if layer.mask is not None:
        mask = float(layer.mask[place])
        words = (
            "Switched off at random (dropout) in this update"
            if not mask
            else "Not switched off (dropout), and scaled up"
        )
        blocks.append(Calculation(words, "a′", "a·mask", f"{bracket(show(value))}·{show(mask)}", show(value * mask)))
    return tuple(blocks)


def _by_hand(sheet: Sheet, activation: str, symbol: str, number: float) -> tuple[str, str]:
    """An activation that is calculated in one line, in symbols and in numbers; else as g."""
    text = sheet.show(number)
    match activation:
        case "sigmoid":
            return f"σ({symbol}) = 1/(1 + e^(−{symbol}))", f"1/(1 + e^({sheet.show(-number)}))"
        case "tanh":
            return f"tanh({symbol})", f"tanh({text})"
        case "relu":
            return f"max(0, {symbol})", f"max(0, {text})"
        case "linear" | "identity":
            return symbol, ""
        case _:
            return f"g({symbol})", f"g({text})"


def _values(sheet: Sheet) -> tuple[Block, ...]:
    """What all units of the row layers say."""
    rows = tuple(
        (capital(sheet.names.layer(layer.name)), row_of(sheet, layer.values))
        for layer in sheet.account.layers
        if layer.values.ndim == 1
    )
    return (Table(("", "values a"), rows),) if rows else ()
