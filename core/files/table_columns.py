"""The columns of a table of text: numbers, categories, gaps, and what each is probably for."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Collection, Sequence
from typing import Literal

import numpy as np

from core.files.numerals import is_number, values

ColumnKind = Literal["number", "category", "text", "constant"]
Role = Literal["input", "category", "target", "answer", "ignore"]


def _cased(*markers: str) -> frozenset[str]:
    """The markers in small, in large and in mixed letters."""
    return frozenset(
        "".join(letters)
        for marker in markers
        for letters in itertools.product(*zip(marker.lower(), marker.upper(), strict=True))
    )


_DOUBTFUL = _cased("na", "n/a", "null", "none", "-", "--")  # a gap, or a value such as "no basement"
MISSING = _cased("", "nan", "?", "*") | _DOUBTFUL
FREQUENT = 0.2  # share of the cells from which on a doubtful marker among words is a value
_LOOK_AT = 2000  # rows that are looked at to tell what a column holds
MAX_CATEGORIES, MAX_CLASSES = 50, 10
COUNTED = 0.1  # whole numbers of which there are fewer different ones than this share of the rows count something
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
# beside one of these a class is a thing's own, as that of a ticket
OUTCOMES = {"survived", "survival", "outcome", "diagnosis", "passed"}
LIKELY_NUMBERS_OF_ROWS = {"", "id", "index", "nr", "no", "no.", "row", "#", "unnamed: 0", "key", "uuid", "guid"}
_WHOLE = re.compile(r"[+-]?\d+")
_ID = re.compile(r".*[a-z]I[dD]|.*[ _.\-](?:id|Id|ID|key|nr|no)|ID_.*|id_.*")


def is_missing(cell: str) -> bool:
    """Whether a cell says that a value is missing."""
    return cell in MISSING


def gaps_of(cells: Sequence[str], decimal: str, chosen: str = "") -> frozenset[str]:
    """The texts that mean a gap in a column: those of the `chosen` words (parted by blanks) and empty cells, or else
    the usual markers; but "-", "NA" and "None" are values where they are frequent among a few words."""
    if chosen:
        wanted = {word.casefold() for word in chosen.split()}
        return frozenset(cell for cell in set(cells) if not cell or cell.casefold() in wanted)
    return MISSING.intersection(cells) - frequent_markers(cells, decimal)


def frequent_markers(cells: Sequence[str], decimal: str) -> frozenset[str]:
    """The markers of a gap that are taken as values in a column."""
    if _numeric(seen := set(_some(cells)) - MISSING, decimal) or len(seen) > MAX_CATEGORIES:
        return frozenset()  # at a glance
    present = set(cells)
    known, doubtful = present - MISSING, present & _DOUBTFUL
    if not doubtful or not known or len(known) > MAX_CATEGORIES or _numeric(known, decimal):
        return frozenset()
    filled = len(cells) - cells.count("")
    return frozenset(marker for marker in doubtful if cells.count(marker) >= FREQUENT * filled)


def missing_count(cells: Sequence[str], gaps: frozenset[str]) -> int:
    """How many cells are gaps."""
    return sum(cells.count(marker) for marker in gaps)


def column_kind(cells: Sequence[str], decimal: str, gaps: frozenset[str] = MISSING) -> ColumnKind:
    """What a column holds: numbers (nine in ten are enough: the rest is probably a mistake), a few categories, or free
    text."""
    seen = [cell for cell in _some(cells) if cell not in gaps]
    if len(set(seen)) > 1 and _numeric(seen, decimal):
        return "number"
    known = set(cells) - gaps
    if len(known) < 2:
        return "constant"
    if _numeric(seen or sorted(known), decimal):
        return "number"
    few = len(known) <= min(MAX_CATEGORIES, max(2, len(cells) // 2))
    return "category" if few else "text"


def _some(cells: Sequence[str]) -> Sequence[str]:
    """Some of the cells, evenly spread."""
    return cells[:: max(1, len(cells) // _LOOK_AT)]


def _numeric(cells: Collection[str], decimal: str) -> bool:
    """Whether nine in ten of the cells are numbers."""
    return sum(is_number(cell, decimal) for cell in cells) >= 0.9 * len(cells) > 0


def unique_names(names: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Every column gets a name of its own; and sentences about those that had to be changed. A first column without one
    holds what a program numbered its rows with."""
    taken: set[str] = set()
    used: dict[str, int] = {}
    result, changed = [], []
    for position, name in enumerate(names, start=1):
        wanted = name or ("index" if position == 1 else f"column {position}")
        free = wanted
        while free in taken:
            used[wanted] = used.get(wanted, 1) + 1
            free = f"{wanted} ({used[wanted]})"
        if name and free != name:
            changed.append(f"Column {position} is called {name!r} like one before it: renamed to {free!r}.")
        taken.add(free)
        result.append(free)
    return tuple(result), changed


def guess_target(
    columns: Sequence[str], kinds: Sequence[ColumnKind], cells: Sequence[Sequence[str]], *, headed: bool = True
) -> str:
    """The column that is most probably to be predicted: one with a telling name, else the last that can be. Where the
    last one tells groups apart, a y is one of the coordinates x and y, and a price among other columns is one of the
    things that a row is described by. Where one is called an outcome, a class is no target. Not `headed`, no name tells
    anything: then it is the only one that tells classes apart, if there is one."""
    possible = [place for place, kind in enumerate(kinds) if kind in ("number", "category")]
    if not possible:
        return columns[-1]
    only = None if headed else _only_classes(possible, kinds, cells)
    if only is not None:
        return columns[only]
    last, named = possible[-1], [place for place in possible if columns[place].lower() in LIKELY_TARGETS]
    if kinds[last] == "category" or len(set(cells[last]) - MISSING) == 2:
        described = {"y", "price"} if columns[possible[0]].lower() != "price" else {"y"}
        named = [place for place in named if place == last or columns[place].lower() not in described]
    named = [place for place in named if columns[place].lower() in OUTCOMES] or named
    return columns[(named or [last])[-1]]


def _only_classes(possible: Sequence[int], kinds: Sequence[ColumnKind], cells: Sequence[Sequence[str]]) -> int | None:
    """The only column that tells classes apart: by words, or by a few whole numbers where it is the first one, as the
    old collections write it. None where several do, or where the last one counts something itself."""
    found = [place for place in possible if _tells_classes(cells[place], kinds[place])]
    last = [cell for cell in cells[possible[-1]] if cell not in MISSING]
    counts = all(_WHOLE.fullmatch(cell) for cell in last) and len(set(last)) <= COUNTED * len(last)
    if len(found) != 1 or (counts and found[0] != possible[-1]):
        return None
    return found[0] if found[0] == possible[0] or kinds[found[0]] == "category" else None


def _tells_classes(cells: Sequence[str], kind: ColumnKind) -> bool:
    """Whether a column holds a few words or whole numbers, each of them more than once."""
    seen = collections.Counter(cell for cell in cells if cell not in MISSING)
    few = len(seen) <= MAX_CLASSES and min(seen.values(), default=0) > 1
    return few and (kind == "category" or all(_WHOLE.fullmatch(cell) for cell in seen))


def guess_task(
    cells: Sequence[str], kind: ColumnKind, decimal: str, gaps: frozenset[str] = MISSING
) -> Literal["classes", "values"]:
    """Classes where the target is no number, or takes at most ten whole values, each of them more than once."""
    if kind != "number":
        return "classes"
    found, bad = values(cells, decimal, gaps)
    if bad is not None:
        return "classes"
    known, counts = np.unique(found[~np.isnan(found)], return_counts=True)
    few = (
        len(known) <= MAX_CLASSES
        and bool((known == np.round(known)).all())
        and bool((counts > 1).all() or len(known) == 2)
    )
    return "classes" if few else "values"


def numbers_rows(name: str, cells: Sequence[str]) -> bool:
    """Whether a column only tells the rows apart: whole numbers that count on from row to row, or whatever a column
    that is called so holds, each but once. Learned from, it would give away in what order the rows were written."""
    called = name.lower() in LIKELY_NUMBERS_OF_ROWS or _ID.fullmatch(name) is not None
    if not called or any("." in cell or "," in cell for cell in cells[:_LOOK_AT]):
        return _counts(cells)
    return len(set(cells)) == len(cells)


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells count from 0 or 1 on, one by one."""
    if cells[0] not in ("0", "1") or len(cells) < 4:
        return False
    first = int(cells[0])
    return all(cell == str(number) for number, cell in enumerate(cells, start=first))
