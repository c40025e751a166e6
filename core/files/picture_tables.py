"""Pictures that are hidden in a table: a row is a picture, its columns are pixels, one more says the class."""

from __future__ import annotations

import math
import pathlib

import numpy as np

from core.files import tables
from core.files.table_columns import LIKELY_TARGETS, Role, guess_task
from core.files.table_encoding import to_table
from core.files.tables import RawTable
from core.messages import BadInput

SMALLEST_SIDE = 8


def side_of(raw: RawTable, x: np.ndarray) -> int:
    """The side of the squares that the rows could be, one column left for the class; 0 where they are no pixels. Of the
    pixels that differ x (rows, columns) are the numbers: those in the corners may be the same in all pictures."""
    side = math.isqrt(len(raw.columns) - 1)
    words = sum(kind in ("category", "text") for kind in raw.kinds)
    if side < SMALLEST_SIDE or side * side != len(raw.columns) - 1 or words > 1:
        return 0
    known = x[:: max(1, len(x) // 200)]
    whole = bool(np.equal(known, np.round(known)).all()) or bool((known <= 1).all())
    return side if whole and known.min() >= 0 and known.max() <= 65_535 else 0


def label_of(raw: RawTable) -> str:
    """The column that says the class of each picture: one with a telling name, or the first or last that takes a few
    whole values or words. `BadInput` where there is none."""
    told = next((name for name in raw.columns if name.lower() in LIKELY_TARGETS), "")
    if told:
        return told
    for name in (raw.columns[0], raw.columns[-1]):
        place = raw.place(name)
        kind = raw.kinds[place]
        if (
            kind in ("number", "category")
            and guess_task(raw.cells[place], kind, raw.dialect.decimal, raw.gaps[place]) == "classes"
        ):
            return name
    raise BadInput(raw.where, "", "no column says the class of each picture: call it “label”")


def read_table(path: pathlib.Path) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (samples, columns) and a label for each."""
    raw = tables.read(path)
    label = label_of(raw)
    roles: dict[str, Role] = {name: "target" if name == label else "input" for name in raw.columns}
    table = to_table(raw, roles, "classes")
    return table.x, np.array(table.classes)[table.y]
