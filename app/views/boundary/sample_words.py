"""A sample of the input space in words: its columns, the truth and what the network answers."""

from __future__ import annotations

import numpy as np

from app.views.boundary.plane_bar import column_unit
from app.views.drawing.plot import amount
from core.families import Table
from core.frames import Frame

MOST = 6  # columns named; those of the picture come first


def sample_sentence(frame: Frame, table: Table, number: int) -> str:
    """ "cheap tickets 0, leave 1 → true: no, answered yes"; "" where the frame is of other data than the table."""
    place = np.flatnonzero(frame.arrays["index"] == number)
    if (
        number < 0
        or not len(place)
        or number >= len(table.x)
        or tuple(frame.info.get("columns", table.columns)) != tuple(table.columns)
    ):
        return ""
    drawn = [name for name in (frame.info["x"], frame.info["y"]) if name in table.columns]
    names = [name for name in table.columns if name in drawn] + [name for name in table.columns if name not in drawn]
    shown = sorted(names[:MOST], key=table.columns.index)
    values = ", ".join(f"{name} {_value(table, number, table.columns.index(name))}" for name in shown)
    rest = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f"{values}{rest}  →  {_judged(frame, int(place[0]))}"


def _value(table: Table, number: int, column: int) -> str:
    value, known = float(table.x[number, column]), table.x[:, column]
    if np.isnan(value):
        return "missing"
    whole = bool((known[~np.isnan(known)] % 1 == 0).all())
    return amount(value, 0 if whole else max(1, column_unit(known)))


def _judged(frame: Frame, place: int) -> str:
    arrays, classes = frame.arrays, frame.info["classes"]
    truth, answered = arrays["y"][place], arrays.get("answered")
    if classes:
        decided = arrays.get("decided")
        return f"true: {classes[int(truth)]}" + (
            "" if decided is None else f", answered {classes[int(decided[place])]}"
        )
    said = "" if answered is None else f", answered {amount(float(answered[place, -1]))}"
    return f"true: {amount(float(truth))}{said}"
