"""What the weights of a recurrent layer are called: by the sum of the cell that they go into."""

from __future__ import annotations

from core.layers.recurrent import Recurrent

LETTERS = {"weight_ih": "W", "weight_hh": "U", "bias_ih": "b", "bias_hh": "c"}  # as on the sheet: W·x + b + U·h₋₁ + c
SOFT = ("reset", "update", "input", "forget", "output")  # gates between 0 and 1


def cell_weight(layer: Recurrent, words: str, role: str, index: tuple[int, ...]) -> str:
    """One number of a tensor: "W from number 3 to the reset gate of unit 1 of layer 1 (GRU)"."""
    sort, _, cell = role.partition("_l")
    number, _, backwards = cell.partition("_")
    gate, unit = divmod(index[0], layer.units)
    into = f"the {layer.gates[gate]}{' gate' if layer.gates[gate] in SOFT else ''} of unit {unit + 1}"
    whose = f"{words}{f', cell {int(number) + 1}' if layer.depth > 1 else ''}{', read backwards' if backwards else ''}"
    if sort.startswith("bias"):
        return f"{LETTERS[sort]} of {into} of {whose}"
    if sort == "weight_hh":
        source = f"unit {index[1] + 1} one step {'later' if backwards else 'earlier'}"
    else:
        source = f"{'unit' if int(number) else 'number'} {index[1] + 1}{' below' if int(number) else ''}"
    return f"{LETTERS[sort]} from {source} to {into} of {whose}"
