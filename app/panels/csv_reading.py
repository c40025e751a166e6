"""Reading a table and summing it up: the jobs of a worker, so that the window stays smooth at 200,000 rows."""

from __future__ import annotations

import dataclasses
import pathlib
from typing import Literal

from core.datasets.csv import checksum
from core.families import Table
from core.files import tables
from core.files.table_columns import MISSING, Role, guess_roles, guess_target, guess_task
from core.files.table_encoding import to_table
from core.files.tables import Dialect, RawTable


@dataclasses.dataclass(frozen=True)
class Read:
    """A table that has been read, with what is guessed of it."""

    raw: RawTable
    sha256: str
    roles: dict[str, Role]
    predicts: Literal["classes", "values"]


@dataclasses.dataclass(frozen=True)
class Summary:
    """What a choice of roles makes of the table, in a sentence; `gaps` counts rows with a missing input."""

    sentence: str
    rows: int
    gaps: int


def read(path: pathlib.Path, dialect: Dialect | None) -> Read:
    """The whole table with the guesses; runs on the worker."""
    raw = tables.read(path, dialect)
    target = guess_target(raw.columns, raw.kinds)
    position = raw.columns.index(target)
    predicts = guess_task(raw.cells[position], raw.kinds[position], raw.dialect.decimal)
    return Read(raw, checksum(path), guess_roles(raw.columns, raw.cells, raw.kinds, target), predicts)


def summarize(raw: RawTable, roles: dict[str, Role], predicts: Literal["classes", "values"]) -> Summary:
    """What would be learned from, or `BadInput`; runs on the worker."""
    table = to_table(raw, roles, predicts)
    used = [
        cells for name, cells in zip(raw.columns, raw.cells, strict=True) if roles.get(name) in ("input", "category")
    ]
    gaps = (
        sum(any(cell in MISSING for cell in row) for row in zip(*used, strict=True))
        if any(MISSING & set(cells) for cells in used)
        else 0
    )
    return Summary(_sentence(table), len(table.y), gaps)


def _sentence(table: Table) -> str:
    inputs = f"{len(table.columns)} input{'s' if len(table.columns) > 1 else ''}"
    if table.classes:
        names = ", ".join(table.classes[:4]) + (" …" if len(table.classes) > 4 else "")
        return f"{len(table.y):,} rows, {inputs}; {table.target} is one of {len(table.classes)} classes: {names}."
    return f"{len(table.y):,} rows, {inputs}; {table.target} is a number from {table.y.min():g} to {table.y.max():g}."
