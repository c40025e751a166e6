"""From a table of text with roles to numbers: categories become yes-or-no columns, the target classes or values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from core.families import Entry, Table
from core.files.give_away import Clue, given_away, is_copy
from core.files.left_out import guess_roles
from core.files.numerals import AT_ONCE, values
from core.files.table_answers import answered, answers_of, is_yes_or_no
from core.files.table_columns import MAX_CATEGORIES, ColumnKind, Role, guess_target, guess_task
from core.files.tables import RawTable
from core.frozen import frozen
from core.messages import BadInput

MAX_CLASSES = 100
MAX_NAMED_ROWS = 20_000
NO_YES = ("no", "yes")
LARGE = 10.0  # mean or spread of values from which on they are standardized for learning
Predicts = Literal["classes", "values"]


@frozen
class Coded:
    """Some columns of numbers that stem from one column of text: x (rows, columns), nan where the text has a gap."""

    entry: Entry
    x: np.ndarray


@frozen
class Wanted:
    """What is to be said of each row: `y` (rows,) float64, nan where a row does not tell; `note` counts those rows."""

    target: str
    y: np.ndarray
    classes: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    note: str = ""


@frozen
class Purpose:
    """What a table is probably for: the target, the roles of all columns, what is said of the target."""

    target: str
    roles: dict[str, Role]
    predicts: Predicts


def guessed_purpose(raw: RawTable, said: Mapping[str, Role] | None = None) -> Purpose:
    """The purpose that is guessed where a person has chosen none: one target, never several; of what has been `said` of
    some columns nothing is guessed."""
    known = said or {}
    asked = [name for name in raw.columns if known.get(name) in ("target", "answer")]
    free = [place for place, name in enumerate(raw.columns) if name not in known]
    target = asked[0] if asked or not free else _guessed_target(raw, free)
    return Purpose(target, guessed_roles(raw, target) | dict(known), task_of(raw, target))


def guessed_roles(raw: RawTable, target: str) -> dict[str, Role]:
    """The roles of all columns where one is the target; what says the same as it in other words is left out."""
    roles = guess_roles(raw.columns, raw.cells, raw.kinds, target, raw.missing)
    inputs = [name for name, role in roles.items() if role in ("input", "category")]
    copies: dict[str, Role] = {name: "ignore" for name in inputs if copies_target(raw, name, target)}
    return roles | copies if len(copies) < len(inputs) else roles


def copies_target(raw: RawTable, name: str, target: str) -> bool:
    """Whether a column says the same as the target in other words."""
    place, other = raw.place(name), raw.place(target)
    return is_copy(raw.cells[place], raw.cells[other], raw.gaps[place], raw.gaps[other])


def _guessed_target(raw: RawTable, free: Sequence[int]) -> str:
    """The target among the columns at these places."""
    columns, cells = [raw.columns[place] for place in free], [raw.cells[place] for place in free]
    kinds: list[ColumnKind] = [raw.kinds[place] for place in free]
    return guess_target(columns, kinds, cells, headed=raw.dialect.header)


def task_of(raw: RawTable, target: str) -> Predicts:
    """Whether a column names classes or is a number, as it seems."""
    place = raw.place(target)
    return guess_task(raw.cells[place], raw.kinds[place], raw.dialect.decimal, raw.gaps[place])


def is_large(table: Table) -> bool:
    """Whether values are so large that errors and gradients would be, too."""
    return not table.classes and float(max(abs(table.y.mean()), table.y.std())) >= LARGE


def to_table(raw: RawTable, roles: Mapping[str, Role], predicts: Predicts) -> Table:
    """The numbers of a table of text.

    `BadInput`: no or several targets, answers that are no yes and no, no input, an input or target without a value,
    text in a column of numbers, only one class, more than 100 classes, more than 50 categories in a column.
    """
    wanted = _wanted(raw, roles, predicts)
    labelled = ~np.isnan(wanted.y)
    if not labelled.any():
        raise BadInput(raw.where, "columns", f"no row has all of the answers {', '.join(wanted.answers)}")
    coded = [
        _coded(raw, name, roles[name]) for name in raw.columns if roles.get(name, "ignore") in ("input", "category")
    ]
    if not coded:
        raise BadInput(raw.where, "columns", "no column is an input")
    notes = (*raw.notes, *([wanted.note] if wanted.note else []))
    return Table(
        x=np.concatenate([column.x for column in coded], axis=1)[labelled],
        y=wanted.y[labelled].astype(np.int64) if wanted.classes else wanted.y[labelled],
        columns=tuple(name for column in coded for name in column.entry.columns),
        target=wanted.target,
        classes=wanted.classes,
        answers=wanted.answers,
        geometry="table",
        entries=tuple(column.entry for column in coded),
        rows=_row_names(raw, roles, labelled),
        notes=(*notes, *_coding_notes(coded), *_twin_notes(raw, roles)),
        warnings=tuple(_warnings(coded, wanted, labelled)),
    )


def _warnings(coded: list[Coded], wanted: Wanted, labelled: np.ndarray) -> list[str]:
    """Which columns give the target away, or one of several answers."""
    clues = [_clue(column, labelled) for column in coded]
    y = wanted.y[labelled]
    if not wanted.answers:
        return given_away(clues, y.astype(np.int64) if wanted.classes else y, wanted.target, wanted.classes)
    told = [given_away(clues, y.astype(np.int64) >> bit & 1, name, NO_YES) for bit, name in enumerate(wanted.answers)]
    return [sentence for each in told for sentence in each]


def _clue(column: Coded, labelled: np.ndarray) -> Clue:
    """One number for each word: that of a choice of two is its tick."""
    x = column.x[labelled]
    codes = x[:, 0] if x.shape[1] == 1 else np.where(np.isnan(x[:, 0]), np.nan, x.argmax(axis=1))
    return Clue(column.entry.name, codes, bool(column.entry.words))


def _wanted(raw: RawTable, roles: Mapping[str, Role], predicts: Predicts) -> Wanted:
    """The one target, or several answers together."""
    for name in roles:
        if name not in raw.columns:
            raise BadInput(raw.where, "columns", f"there is no column {name!r}; there are: {', '.join(raw.columns)}")
    targets = [name for name in raw.columns if roles.get(name) == "target"]
    together = answers_of({name: roles.get(name, "ignore") for name in raw.columns})
    if together and targets:
        reason = f"{', '.join(targets)} is the target, and {', '.join(together)} is answered together with others: "
        raise BadInput(raw.where, "columns", reason + "have one target, or several answers of yes or no")
    if together:
        said = answered(raw, together)
        return Wanted("answers", said.y, said.combinations, said.names, said.note)
    if len(targets) != 1:
        raise BadInput(raw.where, "columns", _no_target(raw, targets))
    return _one(raw, targets[0], predicts)


def _no_target(raw: RawTable, targets: Sequence[str]) -> str:
    if not targets:
        return "no column is the target"
    more = "; as columns of yes and no they can be answered together: call each of them an answer"
    asked = all(is_yes_or_no(raw, name) for name in targets)
    return f"more than one target: {', '.join(targets)}" + (more if asked else "")


def _one(raw: RawTable, target: str, predicts: Predicts) -> Wanted:
    y, classes = _classes(raw, target) if predicts == "classes" else (_values(raw, target), ())
    unlabelled = int(np.isnan(y).sum())
    note = f"Rows without {target!r}: {unlabelled:,}, left out." if unlabelled else ""
    return Wanted(target, y, classes, (), note)


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
