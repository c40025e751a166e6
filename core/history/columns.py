"""Evaluations in columns: name -> (evaluations,) float64."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

Columns = dict[str, np.ndarray]


def of_rows(rows: Sequence[Mapping[str, float]]) -> Columns:
    """Rows -> columns; nan where a row has no such figure."""
    names = {name: None for row in rows for name in row}
    return {name: np.array([row.get(name, np.nan) for row in rows]) for name in names}


def rows_of(columns: Columns) -> list[dict[str, float]]:
    """Columns -> rows."""
    return [
        dict(zip(columns, row, strict=True))
        for row in zip(*(column.tolist() for column in columns.values()), strict=True)
    ]


def only(columns: Columns, wanted: np.ndarray) -> Columns:
    """The rows where `wanted` (evaluations,) is true; {} where none is."""
    places = np.flatnonzero(wanted)
    return {name: column.take(places) for name, column in columns.items()} if len(places) else {}


def joined(parts: Sequence[Columns]) -> Columns:
    """Columns one after another; nan where a part has no such figure."""
    if len(parts) == 1:
        return dict(parts[0])
    names = {name: None for part in parts for name in part}
    return {
        name: np.concatenate([part[name] if name in part else np.full(length(part), np.nan) for part in parts])
        for name in names
    }


def newest(columns: Mapping[str, np.ndarray]) -> Columns:
    """The last row, in columns of one; none where there is no row."""
    return {name: column[-1:] for name, column in columns.items()} if length(columns) else {}


def length(columns: Mapping[str, np.ndarray]) -> int:
    """The number of evaluations."""
    return len(next(iter(columns.values()), ()))
