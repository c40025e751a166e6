"""What the columns of a table are proposed to be used for: which are left out, and why; which are choices."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from core.files.table_columns import MISSING, ColumnKind, Role, numbers_rows

MOSTLY = 2 / 3  # share of the cells from which on a column without a value says nothing of most rows
CODES = (3, 4)  # so many different whole numbers from 1 on name something instead of counting it
SEEN, TOLD_FROM = 0.02, 30  # share of the rows that each of them has at least; rows from which on that can be told


def reason_to_leave_out(name: str, cells: Sequence[str], kind: ColumnKind, missing: int) -> str:
    """Why a column of which so many cells are gaps would teach nothing about other rows, "" where it may."""
    if numbers_rows(name, cells):
        return "only numbers the rows"
    if kind == "constant":
        return "holds one value only"
    if missing > MOSTLY * len(cells):
        return f"is mostly empty: {100 * missing / len(cells):.0f} %"
    if kind == "text":
        return "is another text in every row" if len(set(cells)) == len(cells) else "is free text"
    return ""


def holds_codes(cells: Sequence[str]) -> bool:
    """Whether whole numbers 1, 2, 3 or 1, 2, 3, 4 name classes, such as those of a ship, instead of counting: none of
    them is missing among them, and none is rare."""
    counts = collections.Counter(cell.removesuffix(".0") for cell in cells if cell not in MISSING)
    if len(counts) not in CODES or len(cells) < TOLD_FROM:
        return False
    return set(counts) == {str(number) for number in range(1, len(counts) + 1)} and min(counts.values()) >= SEEN * len(
        cells
    )


def guess_roles(
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    kinds: Sequence[ColumnKind],
    target: str,
    missing: Sequence[int] = (),
) -> dict[str, Role]:
    """A role for every column: what has a reason is left out, unless nothing else is there to learn from. `missing` are
    the gaps of each column, where they were counted."""
    counted = missing or [0] * len(columns)
    roles: dict[str, Role] = {
        name: "target" if name == target else _role(name, column, kind, gaps)
        for name, column, kind, gaps in zip(columns, cells, kinds, counted, strict=True)
    }
    if not {"input", "category"} & set(roles.values()):
        roles |= {
            name: "input" for name, kind in zip(columns, kinds, strict=True) if kind == "number" and name != target
        }
    return roles


def _role(name: str, cells: Sequence[str], kind: ColumnKind, missing: int) -> Role:
    if reason_to_leave_out(name, cells, kind, missing):
        return "ignore"
    return "category" if kind == "category" or holds_codes(cells) else "input"
