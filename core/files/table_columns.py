"""The columns of a table of text: numbers, categories, gaps, and what each is probably for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

import numpy as np

ColumnKind = Literal["number", "category", "text", "constant"]
Role = Literal["input", "category", "target", "ignore"]
_MARKERS = ("", "na", "n/a", "nan", "?", "*", "null", "none", "-", "--")
MISSING = frozenset(
    "".join(letters)
    for marker in _MARKERS
    for letters in itertools.product(*zip(marker.lower(), marker.upper(), strict=True))
)
_LOOK_AT = 2000  # rows that are looked at to tell what a column holds
MAX_CATEGORIES = 50
LIKELY_TARGETS = {
    "target",
    "class",
    "label",
    "y",
    "species",
    "survived",
    "survival",
    "outcome",
    "result",
    "diagnosis",
    "passed",
    "output",
    "price",
}
LIKELY_NUMBERS_OF_ROWS = {"", "id", "index", "nr", "no", "no.", "row", "#", "unnamed: 0"}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z")


def is_missing(cell: str) -> bool:
    """Whether a cell says that a value is missing."""
    return cell in MISSING


def missing_count(cells: Sequence[str]) -> int:
    """How many cells say so."""
    return sum(cells.count(marker) for marker in MISSING & set(cells))


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number, written with this decimal sign."""
    if decimal == ",":
        cell = cell.replace(",", ".", 1)
    return _NUMBER.match(cell) is not None


def numbers(cells: Sequence[str], decimal: str) -> tuple[np.ndarray, int | None]:
    """Values (rows,) float64 with nan for what is missing; and the first row that is neither, or None."""
    gaps = MISSING & set(cells)
    texts = ["nan" if cell in gaps else cell for cell in cells] if gaps else list(cells)
    if decimal == ",":
        texts = [text.replace(",", ".", 1) for text in texts]
    try:
        values = np.array(list(map(float, texts)), dtype=np.float64)
    except ValueError:
        values = np.full(len(texts), np.inf)
    if not np.isinf(values).any():
        return values, None
    bad = next(
        (
            row
            for row, text in enumerate(texts)
            if text != "nan" and (not _NUMBER.match(text) or not np.isfinite(float(text)))
        ),
        None,
    )
    return values, bad


def column_kind(cells: Sequence[str], decimal: str) -> ColumnKind:
    """What a column holds: numbers (nine in ten are enough: the rest is probably a mistake), a few categories, or free
    text."""
    different = set(cells)
    known = different - MISSING
    if len(known) < 2:
        return "constant"
    seen = [cell for cell in cells[:: max(1, len(cells) // _LOOK_AT)] if cell not in MISSING] or sorted(known)
    if sum(is_number(cell, decimal) for cell in seen) >= 0.9 * len(seen):
        return "number"
    few = len(known) <= min(MAX_CATEGORIES, max(2, len(cells) // 2))
    return "category" if few else "text"


def unique_names(names: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Every column gets a name of its own; and sentences about those that had to be changed."""
    taken: set[str] = set()
    result, changed = [], []
    for position, name in enumerate(names, start=1):
        wanted = name or f"column {position}"
        free = next(c for n in range(1, len(names) + 2) if (c := wanted if n == 1 else f"{wanted} ({n})") not in taken)
        if name and free != name:
            changed.append(f"Column {position} is called {name!r} like one before it: renamed to {free!r}.")
        taken.add(free)
        result.append(free)
    return tuple(result), changed


def guess_target(columns: Sequence[str], kinds: Sequence[ColumnKind]) -> str:
    """The column that is most probably to be predicted: one with a telling name, else the last that can be."""
    possible = [name for name, kind in zip(columns, kinds, strict=True) if kind in ("number", "category")]
    if not possible:
        return columns[-1]
    return next((name for name in reversed(possible) if name.lower() in LIKELY_TARGETS), possible[-1])


def guess_task(cells: Sequence[str], kind: ColumnKind, decimal: str) -> Literal["classes", "values"]:
    """Classes where the target is no number, or takes at most ten whole values, each of them more than once."""
    if kind != "number":
        return "classes"
    values, bad = numbers(cells, decimal)
    if bad is not None:
        return "classes"
    known, counts = np.unique(values[~np.isnan(values)], return_counts=True)
    few = len(known) <= 10 and bool((known == np.round(known)).all()) and bool((counts > 1).all() or len(known) == 2)
    return "classes" if few else "values"


def guess_roles(
    columns: Sequence[str], cells: Sequence[Sequence[str]], kinds: Sequence[ColumnKind], target: str
) -> dict[str, Role]:
    """A role for every column: free text, constants and running numbers are ignored."""
    roles: dict[str, Role] = {}
    for name, column, kind in zip(columns, cells, kinds, strict=True):
        counting = name.lower() in LIKELY_NUMBERS_OF_ROWS and len(set(column)) == len(column)
        if name == target:
            roles[name] = "target"
        elif kind == "number" and not counting:
            roles[name] = "input"
        else:
            roles[name] = "category" if kind == "category" else "ignore"
    return roles
