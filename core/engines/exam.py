"""What a network is asked whenever it is looked at: the samples of all parts, one part after another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from core.data.preparation import Prepared
from core.frozen import frozen
from core.networks.lent import aligned

PARTS = ("train", "validation", "test")
PIECE = 128  # numbers that numpy's sum adds up in one go; longer rows it halves
ROOM = 16  # columns that may be read at once, and so beyond the last sample


@frozen
class Exam:
    """The samples that are asked about in their order, `places` in the table; from where to where each part lies; and
    the `pieces` (pieces, 2), from where to where, whose losses are summed up together.

    x: encoded inputs (features, columns), wanted: what should be said (outputs, columns); at least `ROOM` columns more
    than there are samples.
    """

    prepared: Prepared
    places: np.ndarray
    parts: dict[str, tuple[int, int]]
    pieces: np.ndarray
    x: np.ndarray
    wanted: np.ndarray

    @classmethod
    def of(cls, prepared: Prepared, dtype: np.dtype) -> Exam:
        """All samples of all parts that have any, in the precision of a run."""
        each = {name: prepared.part(name) for name in PARTS if len(prepared.part(name))}
        ends = np.cumsum([0, *map(len, each.values())]).tolist()
        parts = dict(zip(each, itertools.pairwise(ends), strict=True))
        places = np.concatenate(list(each.values()))
        pieces = np.array([piece for part in parts.values() for piece in _pieces(*part)], np.int64)
        x, wanted = (_columns(rows, places, dtype) for rows in (prepared.x, prepared.targets))
        return cls(prepared, places, parts, pieces, x, wanted)

    def totals(self, sums: np.ndarray) -> dict[str, np.ndarray]:
        """Sums of the pieces (looks, pieces) -> of each part, (looks,), as numpy would have added up the numbers
        themselves."""
        columns = iter(np.ascontiguousarray(sums.T))
        return {name: _total(columns, last - first) for name, (first, last) in self.parts.items()}


def _pieces(first: int, last: int) -> list[tuple[int, int]]:
    """Where numpy cuts the numbers from `first` to `last` that it is to sum up."""
    if last - first <= PIECE:
        return [(first, last)]
    middle = first + _half(last - first)
    return _pieces(first, middle) + _pieces(middle, last)


def _total(sums: Iterator[np.ndarray], count: int) -> np.ndarray:
    """The sum of `count` numbers from those of the pieces, taken in their order."""
    if count <= PIECE:
        return next(sums)
    return _total(sums, _half(count)) + _total(sums, count - _half(count))


def _half(count: int) -> int:
    """How many numbers numpy takes for the first half: as many as eight sums side by side take in full."""
    return count // 2 - count // 2 % 8


def _columns(rows: np.ndarray, places: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Rows of some samples as columns."""
    found = aligned((rows.shape[1], (len(places) // ROOM + 2) * ROOM), dtype)
    found[:, : len(places)] = rows[places].T
    return found
