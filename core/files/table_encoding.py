"""From a table of text with roles to numbers: categories become yes-or-no columns, the target classes or values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from core.families import Entry, Table
from core.files.left_out import guess_roles
from core.files.numerals import AT_ONCE, values
from core.files.table_columns import MAX_CATEGORIES, Role, guess_target, guess_task
from core.files.tables import RawTable
from core.frozen import frozen
from core.messages import BadInput

MAX_CLASSES = 100
MAX_NAMED_ROWS = 20_000
LARGE = 10.0  # mean or spread of values from which on they are standardized for learning
Predicts = Literal["classes", "values"]


@frozen
class Coded:
    """Some columns of numbers that stem from one column of text: x (rows, columns), nan where the text has a gap."""

    entry: Entry
    x: np.ndarray


@frozen
class Purpose:
    """What a table is probably for: the target, the roles of all columns, what is said of the target."""

    target: str
    roles: dict[str, Role]
    predicts: Predicts


def guessed_purpose(raw: RawTable) -> Purpose:
    """The purpose that is guessed where a person has chosen none."""
    target = guess_target(raw.columns, raw.kinds, raw.cells, headed=raw.dialect.header)
    return Purpose(target, guess_roles(raw.columns, raw.cells, raw.kinds, target, raw.missing), task_of(raw, target))


def task_of(raw: RawTable, target: str) -> Predicts:
    """Whether a column names classes or is a number, as it seems."""
    place = raw.place(target)
    return guess_task(raw.cells[place], raw.kinds[place], raw.dialect.decimal, raw.gaps[place])


def is_large(table: Table) -> bool:
    """Whether values are so large that errors and gradients would be, too."""
    return not table.classes and float(max(abs(table.y.mean()), table.y.std())) >= LARGE


def to_table(raw: RawTable, roles: Mapping[str, Role], predicts: Predicts) -> Table:
    """The numbers of a table of text.

    `BadInput`: no or several targets, no input, an input or target without a value, text in a column of numbers, only
    one class, more than 100 classes, more than 50 categories in a column.
    """
    target = _target(raw, roles)
    y, classes = _classes(raw, target) if predicts == "classes" else (_values(raw, target), ())
    labelled = ~np.isnan(y)
    coded = [
        _coded(raw, name, roles[name]) for name in raw.columns if roles.get(name, "ignore") in ("input", "category")
    ]
    if not coded:
        raise BadInput(raw.where, "columns", "no column is an input")
    unlabelled = int((~labelled).sum())
    notes = (*raw.notes, *([f"Rows without {target!r}: {unlabelled:,}, left out."] if unlabelled else []))
    return Table(
        x=np.concatenate([column.x for column in coded], axis=1)[labelled],
        y=y[labelled].astype(np.int64) if classes else y[labelled],
        columns=tuple(name for column in coded for name in column.entry.columns),
        target=target,
        classes=classes,
        geometry="table",
        entries=tuple(column.entry for column in coded),
        rows=_row_names(raw, roles, labelled),
        notes=(*notes, *_coding_notes(coded), *_twin_notes(raw, roles)),
    )


def _target(raw: RawTable, roles: Mapping[str, Role]) -> str:
    for name in roles:
        if name not in raw.columns:
            raise BadInput(raw.where, "columns", f"there is no column {name!r}; there are: {', '.join(raw.columns)}")
    targets = [name for name in raw.columns if roles.get(name) == "target"]
    if len(targets) != 1:
        raise BadInput(
            raw.where,
            "columns",
            "no column is the target" if not targets else f"more than one target: {', '.join(targets)}",
        )
    return targets[0]


def _classes(raw: RawTable, name: str) -> tuple[np.ndarray, tuple[str, ...]]:
    codes, names = _categories(raw, name)
    if len(names) < 2:
        raise BadInput(
            raw.where,
            name,
            "all values are missing" if not names else f"there is only one class, {names[0]!r}: nothing to tell apart",
        )
    if len(names) > MAX_CLASSES:
        raise BadInput(
            raw.where,
            name,
            f"there are {len(names):,} classes (at most {MAX_CLASSES}): choose values as the task, or another target",
        )
    return codes, names


def _values(raw: RawTable, name: str) -> np.ndarray:
    numbers = _numbers(raw, name)
    if np.isnan(numbers).all():
        raise BadInput(raw.where, name, "all values are missing")
    return numbers


def _numbers(raw: RawTable, name: str) -> np.ndarray:
    cells = raw.column(name)
    numbers, bad = values(cells, raw.dialect.decimal, raw.gaps[raw.place(name)])
    if bad is not None:
        reason = f"{cells[bad][:40]!r} in row {bad + 1:,} is not a number; make the column a category, ignore it, or correct the decimal sign"
        raise BadInput(raw.where, name, reason)
    return numbers


def _categories(raw: RawTable, name: str) -> tuple[np.ndarray, tuple[str, ...]]:
    return categories(raw.column(name), raw.dialect.decimal, raw.gaps[raw.place(name)])


def categories(cells: Sequence[str], decimal: str, gaps: frozenset[str]) -> tuple[np.ndarray, tuple[str, ...]]:
    """Number of the category of each cell (rows,) float64, nan where missing; and the names, numbers by size and texts
    by alphabet."""
    known = set(cells) - gaps
    numbers, bad = values(sorted(known), decimal, frozenset())
    names = (
        sorted(known)
        if bad is not None
        else [name for _, name in sorted(zip(numbers.tolist(), sorted(known), strict=True))]
    )
    place = {name: float(index) for index, name in enumerate(names)}
    return np.array([place.get(cell, np.nan) for cell in cells], dtype=np.float64), tuple(names)


def _coded(raw: RawTable, name: str, role: Role) -> Coded:
    if role == "input":
        numbers = _numbers(raw, name)
        if np.isnan(numbers).all():
            raise BadInput(raw.where, name, "all values are missing; ignore the column")
        return Coded(Entry(name, decimal=raw.dialect.decimal), numbers[:, None])
    codes, names = _categories(raw, name)
    if not names:
        raise BadInput(raw.where, name, "all values are missing; ignore the column")
    if len(names) > MAX_CATEGORIES:
        raise BadInput(
            raw.where,
            name,
            f"has {len(names):,} different values (at most {MAX_CATEGORIES}) and cannot be a category; ignore it",
        )
    entry = Entry(name, names)
    shown = [names.index(word) for word in entry.told]
    x = np.stack([np.where(np.isnan(codes), np.nan, codes == index) for index in shown], axis=1).astype(np.float64)
    return Coded(entry, x)


def _row_names(raw: RawTable, roles: Mapping[str, Role], kept: np.ndarray) -> tuple[str, ...]:
    """What the rows are called: the first column of free text that is no input."""
    named = next(
        (
            name
            for name, kind in zip(raw.columns, raw.kinds, strict=True)
            if kind == "text" and roles.get(name, "ignore") == "ignore"
        ),
        None,
    )
    if named is None or raw.rows > MAX_NAMED_ROWS:
        return ()
    return tuple(cell for cell, keep in zip(raw.column(named), kept, strict=True) if keep)


def _twin_notes(raw: RawTable, roles: Mapping[str, Role]) -> list[str]:
    """Rows that say what another one says: a twin in the test part was seen in training."""
    used = [cells for name, cells in zip(raw.columns, raw.cells, strict=True) if roles.get(name, "ignore") != "ignore"]
    seen: set[int] = set()
    for start in range(0, raw.rows, AT_ONCE):
        seen.update(map(hash, zip(*(cells[start : start + AT_ONCE] for cells in used), strict=True)))
    twins = raw.rows - len(seen)
    return (
        [f"Rows that are copies of others: {twins:,} of {raw.rows:,}; the test part may hold what training saw."]
        if twins
        else []
    )


def _coding_notes(coded: list[Coded]) -> list[str]:
    notes = []
    for entry in (column.entry for column in coded):
        columns = list(entry.columns)
        if len(columns) > 1:
            notes.append(f"{entry.name} became {len(columns)} columns of 0 and 1.")
        elif entry.words:
            notes.append(f"{columns[0]} is 1 for yes and 0 for no.")
    return notes
