"""Listed: the runs as a list shows them: each by itself, other starts of one run as one entry."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from core.frozen import frozen
from core.runs.words import OTHER_START

if TYPE_CHECKING:
    from core.runs.gathered import Gathered
    from core.runs.store import Entry

STARTS, PAIRS, STUDY = "starts", "pairs", "study"  # kinds of many runs that are one row
LOWEST = "lowest."  # before the name of a loss: its lowest value
BEST = {
    "validation.loss": "Best,\nvalidation loss",
    "test.loss": "Lowest test loss,\nseen afterwards",
    "train.loss": "Lowest\ntraining loss",
}


@frozen
class Row:
    """A run: `here` where the window holds it, `shown` where its pictures show it, `seen` where its curves are drawn
    beside those of the one that is shown. Or many runs together that answer one question, as they were `gathered`."""

    entry: Entry
    here: bool = False
    shown: bool = False
    seen: bool = False
    gathered: Gathered | None = None
    picture: np.ndarray | None = dataclasses.field(default=None, compare=False)  # (height, width, 3) uint8

    @property
    def name(self) -> str:
        """What a person calls it, else what it differs in."""
        return self.entry.label.name or self.entry.figures.words

    def lowest(self, metric: str) -> float | None:
        """Its lowest loss of a part; None where that was never measured."""
        return self.entry.figures.newest.get(f"{LOWEST}{metric}")


@frozen
class Stack:
    """Other starts of one run, which differ from it in their luck alone, as one entry."""

    name: str
    rows: tuple[Row, ...]


Item = Row | Stack


def stacked(rows: Iterable[Row]) -> tuple[Item, ...]:
    """Rows in their order, pinned ones first; two or more other starts of one run stand together where the first of
    them stood."""
    rows = tuple(sorted(rows, key=lambda row: not row.entry.label.pinned))
    known = {row.entry.id: row for row in rows}
    starts: dict[str, list[Row]] = {}
    for row in rows:
        if _is_start(row):
            starts.setdefault(_root(row, known), []).append(row)
    found: dict[str, Item] = {}
    for row in rows:
        root = _root(row, known) if _is_start(row) else ""
        together = starts.get(root, [])
        if len(together) > 1:
            of = f" of {known[root].entry.letter}" if root in known else ""
            found[f"starts {root}"] = Stack(f"Other starts{of} ({len(together)})", tuple(together))
        else:
            found[row.entry.id] = row
    return tuple(found.values())


def by_time(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The newest first, before them what no file has yet; of one time in their order."""
    return tuple(sorted(rows, key=lambda row: -row.entry.begun if row.entry.begun else -math.inf))


def measured(rows: Iterable[Row]) -> str:
    """The loss by which rows are told apart: that of the validation part, where one of them has it."""
    rows = tuple(rows)
    return next((name for name in BEST if any(row.lowest(name) is not None for row in rows)), "test.loss")


def _is_start(row: Row) -> bool:
    label = row.entry.label
    return row.entry.figures.words == OTHER_START and not (label.name or label.pinned)


def _root(row: Row, known: Mapping[str, Row]) -> str:
    """The run that a start is another start of, past other starts on the way."""
    seen = {row.entry.id}
    parent = row.entry.parent
    while parent in known and parent not in seen and _is_start(known[parent]):
        seen.add(parent)
        parent = known[parent].entry.parent
    return parent
