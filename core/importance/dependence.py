"""Partial dependence: what the network says on average when a column has one value in every row.

Friedman, J. H. (2001): Greedy function approximation, Annals of Statistics 29.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.frozen import frozen
from core.importance.columns import Column

if TYPE_CHECKING:
    from core.probing.moment import Moment

POINTS = 31
FEW = 12  # different values up to which each is a point
BAND = (0.1, 0.9)


@frozen(eq=False)
class Along:
    """`values` (n,) of a column's numbers, or the places of its `words`; `mean`, `low`, `high` (n, outputs): what is
    said on average over the rows, and between which answers the middle 80 % of the rows lie; `seen` are the values that
    the rows have themselves, without gaps."""

    values: np.ndarray
    words: tuple[str, ...]
    mean: np.ndarray
    low: np.ndarray
    high: np.ndarray
    seen: np.ndarray


def along(moment: Moment, column: Column, rows: np.ndarray) -> Along:
    """The answers of so many rows along a column."""
    raw = moment.prepared.table.x[rows]
    points, values = _points(raw, column)
    seen = _seen(raw, column)
    said = np.stack([_said(moment, raw, column, point) for point in points])  # (points, rows, outputs)
    low, high = np.quantile(said, BAND, axis=1) if np.isfinite(said).all() else (said.mean(axis=1),) * 2
    return Along(values, column.entry.words, said.mean(axis=1), low, high, seen)


def _said(moment: Moment, raw: np.ndarray, column: Column, point: np.ndarray) -> np.ndarray:
    """What is said to all rows when the column is as at one point, (rows, outputs)."""
    changed = raw.copy()
    changed[:, list(column.places)] = point
    with np.errstate(all="ignore"):
        return moment.said(moment.answers.outputs(moment.prepared.encode(changed)))


def _points(raw: np.ndarray, column: Column) -> tuple[np.ndarray, np.ndarray]:
    """What stands in its columns at each point (n, places), and how a point is called (n,)."""
    words = column.entry.words
    if words:
        numbers = np.array([column.entry.numbers(word) for word in words])
        return numbers, np.arange(len(words), dtype=np.float64)
    known = np.unique(_seen(raw, column))
    if not len(known):
        known = np.zeros(1)
    values = known if len(known) <= FEW else np.linspace(known[0], known[-1], POINTS)
    return values[:, None], values


def _seen(raw: np.ndarray, column: Column) -> np.ndarray:
    """The values that the rows have: numbers, or places of words."""
    numbers = raw[:, list(column.places)]
    known = numbers[~np.isnan(numbers).any(axis=1)]
    if not column.entry.words:
        return known[:, 0]
    words = column.entry.words
    return np.array([words.index(column.entry.word(row)) for row in known.tolist()], dtype=np.float64)
