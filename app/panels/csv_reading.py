"""Reading a table and summing it up: the jobs of a worker, so that the window stays smooth at 200,000 rows."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

import numpy as np

from app.widgets.number_text import in_full
from core.datasets.csv import checksum
from core.families import Table
from core.files import tables
from core.files.dialects import Dialect, Trial
from core.files.left_out import holds_codes, reason_to_leave_out
from core.files.picture_tables import side_of
from core.files.table_columns import LIKELY_TARGETS, Role
from core.files.table_encoding import (
    Predicts,
    Purpose,
    copies_target,
    guessed_purpose,
    is_large,
    task_of,
    to_table,
)
from core.files.tables import RawTable
from core.frozen import frozen
from core.losses.encoding import bits
from core.messages import BadInput

MOST_NAMED = 4  # columns or classes in a sentence


@frozen
class Read:
    """A table that has been read, with what is guessed of it."""

    raw: RawTable
    sha256: str
    guessed: Purpose

    @property
    def doubt(self) -> str:
        """That the target is guessed by its place alone, "" where its name tells it."""
        name = self.guessed.target
        if not self.raw.dialect.header or name.lower() in LIKELY_TARGETS:
            return ""
        return f"The target is guessed by its place: {name}, the last column that can be one."


@frozen
class Summary:
    """What a choice of roles makes of the table, in sentences; `gaps` counts rows with a missing input, `side` is that
    of the pictures which the rows could be, 0 for none; `large` says that values are too large to be learned as they
    are; `together` that several answers are asked for; `warning` which columns give the answer away."""

    sentence: str
    rows: int
    gaps: int
    predicts: Predicts
    side: int = 0
    large: bool = False
    together: bool = False
    warning: str = ""


def read(path: pathlib.Path, dialect: Dialect | None) -> Read:
    """The whole table with the guesses; runs on the worker."""
    raw = tables.read(path, dialect)
    return Read(raw, checksum(path), guessed_purpose(raw))


def tried(path: pathlib.Path) -> tuple[Trial, ...]:
    """What each delimiter would make of the file; nothing where it cannot be read at all. Runs on the worker."""
    try:
        return tables.tried(path)
    except BadInput:
        return ()


def summarize(raw: RawTable, roles: dict[str, Role], predicts: Predicts | None) -> Summary:
    """What would be learned from, or `BadInput`; without a task, the one that suits the target. Runs on the worker."""
    if predicts is None:
        target = next((name for name, role in roles.items() if role == "target"), "")
        predicts = task_of(raw, target) if target else "classes"
    table = to_table(raw, roles, predicts)
    used = [
        (cells, gaps)
        for name, cells, gaps in zip(raw.columns, raw.cells, raw.gaps, strict=True)
        if gaps and roles.get(name) in ("input", "category")
    ]
    holes = np.zeros(raw.rows, dtype=bool)
    for cells, gaps in used:
        holes |= np.fromiter((cell in gaps for cell in cells), dtype=bool, count=raw.rows)
    return Summary(
        _sentence(table) + _proposed(raw, roles),
        len(table.y),
        int(holes.sum()),
        predicts,
        side_of(raw, table.x),
        is_large(table),
        bool(table.answers),
        " ".join(table.warnings),
    )


def _proposed(raw: RawTable, roles: Mapping[str, Role]) -> str:
    """Which columns say nothing of the rows, and why; which numbers are names; "" for none."""
    columns = list(zip(raw.columns, raw.cells, raw.kinds, raw.missing, strict=True))
    reasons: dict[str, list[str]] = {}
    for name, cells, kind, missing in columns:
        left = roles.get(name, "ignore") == "ignore"
        why = (reason_to_leave_out(name, cells, kind, missing) or _copied(raw, name, roles)) if left else ""
        if why and kind != "constant":  # of those the table's own notes tell
            reasons.setdefault(why, []).append(name)
    left_out = ", ".join(f"{_listed(names)} ({why})" for why, names in reasons.items())
    codes = [
        name
        for name, cells, kind, _ in columns
        if roles.get(name) == "category" and kind == "number" and holds_codes(cells)
    ]
    return (f" Left out: {left_out}." if left_out else "") + (
        f" Taken as a choice: {_listed(codes)} (1, 2, 3 are names there, no amounts)." if codes else ""
    )


def _copied(raw: RawTable, name: str, roles: Mapping[str, Role]) -> str:
    """Of which target or answer a column is a copy in other words, "" for none."""
    asked = (other for other, role in roles.items() if role in ("target", "answer"))
    return next((f"says the same as {other}" for other in asked if copies_target(raw, name, other)), "")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


def _shares(table: Table) -> list[str]:
    """How the rows are divided among classes, or how many of them each question is answered with yes."""
    rows = len(table.y)
    if table.answers:
        yes = bits(table.y, len(table.answers)).sum(axis=0).tolist()
        return [f"{name} (yes in {100 * count / rows:.0f} %)" for name, count in zip(table.answers, yes, strict=True)]
    counts = np.bincount(table.y, minlength=len(table.classes)).tolist()
    return [f"{name} ({100 * count / rows:.0f} %)" for name, count in zip(table.classes, counts, strict=True)]


def _sentence(table: Table) -> str:
    inputs = f"{len(table.columns)} input{'s' if len(table.columns) > 1 else ''}"
    if table.answers:
        found = (
            f"{len(table.y):,} rows, {inputs}; {len(table.answers)} answers of yes or no: {_listed(_shares(table))}."
        )
    elif table.classes:
        found = f"{len(table.y):,} rows, {inputs}; {table.target} is one of {len(table.classes)} classes: {_listed(_shares(table))}."
    else:
        found = f"{len(table.y):,} rows, {inputs}; {table.target} is a number from {in_full(float(table.y.min()))} to {in_full(float(table.y.max()))}."
        if is_large(table):
            found += " It is standardized for learning, and shown as it is."
    return " ".join((found, *(note for note in table.notes if note.startswith("Rows "))))
