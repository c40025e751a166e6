"""One step of a recurrent cell with its gates in numbers, and the gradient that arrives at each earlier step."""

from __future__ import annotations

import numpy as np

from app.views.arithmetic.blocks import Block, Calculation, Heading, Table
from app.views.arithmetic.sheet import MOST, Sheet, bracket, signed
from app.views.numbers.cell_weights import SOFT
from core.arithmetic.told import CellTold, LayerTold

LETTERS = {"reset": "r", "update": "z", "candidate": "n", "input": "i", "forget": "f", "output": "o", "memory": "c",
           "state": "h"}  # fmt: skip


def cell_of(layer: LayerTold) -> CellTold | None:
    """The cell that is told of: the one that answers, of several on top of each other the last that reads forwards."""
    forwards = [cell for cell in layer.cells if not cell.backwards]
    return (forwards or list(layer.cells) or [None])[-1]


def step_of(sheet: Sheet, cell: CellTold) -> int:
    """The step that is told of, from 0: the chosen one, that of the unit in hand, else the last."""
    steps, unit = len(cell.inputs), sheet.account.unit
    if 0 <= sheet.looked.step < steps:
        return sheet.looked.step
    return unit.place[0] if unit is not None and len(unit.place) == 2 else steps - 1


def stepped(sheet: Sheet, cell: CellTold, unit: int) -> tuple[Block, ...]:
    """The gates of a step, the new state, and the same of all steps in a table."""
    step = step_of(sheet, cell)
    blocks: list[Block] = [Heading(f"Step {step + 1} of {len(cell.inputs)}: the cell's unit {unit + 1}")]
    for name, sums in cell.sums.items():
        squash = "σ" if name in SOFT else "g" if name == "state" else "tanh"
        total, value = float(sums[step, unit]), float(cell.gates[name][step, unit])
        letter = _letter(cell, name)
        filled = f"{squash}({sheet.show(total)})"
        words = f"{name.capitalize()} gate" if name in SOFT else name.capitalize()
        inner = "r·(U·h₋₁ + c)" if name == "candidate" and "reset" in cell.gates else "U·h₋₁ + c"
        blocks.append(Calculation(words, letter, f"{squash}(W·x + b + {inner})", filled, sheet.show(value)))
    return (*blocks, *_state(sheet, cell, step, unit), *_steps(sheet, cell, step, unit))


def _letter(cell: CellTold, name: str) -> str:
    return "g" if name == "candidate" and "memory" in cell.gates else LETTERS[name]


def _before(cell: CellTold, name: str, step: int, unit: int) -> float:
    """A state one step earlier, as the cell reads; 0 before the first."""
    at = step + 1 if cell.backwards else step - 1
    return float(cell.gates[name][at, unit]) if 0 <= at < len(cell.inputs) else 0.0


def _state(sheet: Sheet, cell: CellTold, step: int, unit: int) -> tuple[Block, ...]:
    """What the gates make of the state (and of the memory) before."""
    show = sheet.show
    gate = {name: float(array[step, unit]) for name, array in cell.gates.items()}
    if "memory" in gate:
        old = _before(cell, "memory", step, unit)
        kept = f"{show(gate['forget'])}·{bracket(show(old))} + {show(gate['input'])}·{bracket(show(gate['candidate']))}"
        made = f"{show(gate['output'])}·tanh({show(gate['memory'])})"
        return (
            Calculation("New memory", "c", "f·c₋₁ + i·g", kept, show(gate["memory"])),
            Calculation("New state", "h", "o·tanh(c)", made, show(gate["state"]), True),
        )
    if "update" in gate:
        old, new = _before(cell, "state", step, unit), gate["candidate"]
        filled = f"{show(new)} + {show(gate['update'])}·({show(old)} {signed(sheet, -new)})"
        return (Calculation("New state", "h", "n + z·(h₋₁ − n)", filled, show(gate["state"]), True),)
    return ()


def _shown(cell: CellTold, step: int) -> list[int]:
    """The steps that stand in a table: of very many those around the one that is told of."""
    count = len(cell.inputs)
    first = min(max(step - MOST + 2, 0), max(count - MOST, 0))
    return list(range(first, min(first + MOST, count)))


def _steps(sheet: Sheet, cell: CellTold, step: int, unit: int) -> tuple[Block, ...]:
    shown = _shown(cell, step)
    rows = tuple(
        (f"step {at + 1}", *(sheet.show(float(array[at, unit])) for array in cell.gates.values())) for at in shown
    )
    links = tuple(f"step:{at}" for at in shown)
    header = ("", *(_letter(cell, name) for name in cell.gates))
    return (Heading("Step by step"), Table(header, rows, links, shown.index(step)))


def arriving(sheet: Sheet, cell: CellTold, unit: int) -> tuple[Block, ...]:
    """What of the error arrives at each step: at this unit's state, and how long it is over all units."""
    if cell.arrives is None:
        return ()
    step = step_of(sheet, cell)
    lengths = np.sqrt(np.square(cell.arrives).sum(axis=1))
    shown = list(reversed(_shown(cell, step)))
    rows = tuple(
        (f"step {at + 1}", sheet.show(float(cell.arrives[at, unit])), sheet.show(float(lengths[at]))) for at in shown
    )
    links = tuple(f"step:{at}" for at in shown)
    header = ("", f"∂L/∂h of unit {unit + 1}", "length over all units")
    return (Heading("What arrives at each step, from the last back"), Table(header, rows, links, shown.index(step)))
