"""From the sum of a unit to what it passes on, by normalization, activation and dropout, and back."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Block, Calculation
from app.views.arithmetic.sheet import Sheet, bracket, place_in, signed
from app.views.numbers.looked import write
from core.arithmetic.told import LayerTold


def activated(sheet: Sheet, layer: LayerTold, place: tuple[int, ...]) -> tuple[Block, ...]:
    """From the sum to what the unit passes on."""
    show, blocks, number = sheet.show, [], float(layer.sums[place])
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
    if place_in(layer.values, place) is None:
        return tuple(blocks)
    value = float(layer.values[place])
    if layer.activation:
        linear = layer.activation == "linear"
        words = "No activation: the sum is passed on" if linear else sheet.names.activation(layer.owner)
        blocks.append(Calculation(words, "a", *_by_hand(sheet, layer, place), show(value), True))
    if layer.mask is not None:
        mask = float(layer.mask[place])
        words = (
            "Switched off at random (dropout) in this update"
            if not mask
            else "Not switched off (dropout), and scaled up"
        )
        blocks.append(Calculation(words, "a′", "a·mask", f"{bracket(show(value))}·{show(mask)}", show(value * mask)))
    return tuple(blocks)


def _by_hand(sheet: Sheet, layer: LayerTold, place: tuple[int, ...]) -> tuple[str, str]:
    """The activation in symbols and in numbers; as g where several sums make one answer."""
    letter, line = "z" if layer.normal is None else "y", layer.line
    if line is None:
        return f"g({letter})", ""
    if layer.activation == "linear":
        return line.symbols, ""
    symbols = f"σ({letter}) = {line.symbols}" if layer.activation == "sigmoid" else line.symbols
    at = int(np.ravel_multi_index(place, layer.sums.shape))
    return symbols, line.filled(at, lambda number: bracket(sheet.show(number)))


def delta_of(sheet: Sheet, layer: LayerTold, place: tuple[int, ...]) -> Calculation:
    """δ of a unit: what arrives, through mask and activation; with a normalization between, what comes of it."""
    assert layer.delta is not None
    show, delta = sheet.show, sheet.show(float(layer.delta[place]))
    arrived = None if layer.arrived is None else place_in(layer.arrived, place)
    slope = None if layer.slopes is None else place_in(layer.slopes, place)
    if arrived is None or slope is None or layer.normal is not None:
        return Calculation("What reaches the sum", "δ", "∂L/∂z", "", delta, True)
    if layer.mask is None:
        filled = f"{bracket(show(arrived))}·{bracket(show(slope))}"
        return Calculation("Through the activation", "δ", "arrives·g′(z)", filled, delta, True)
    filled = f"{bracket(show(arrived))}·{show(float(layer.mask[place]))}·{bracket(show(slope))}"
    return Calculation("Through the activation", "δ", "arrives·mask·g′(z)", filled, delta, True)
