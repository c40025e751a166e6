"""The evaluations of a run that nobody has taken yet: the newest, in columns, never more than a fixed number."""

from __future__ import annotations

import collections
from collections.abc import Mapping

from core.history.columns import Columns, joined, length, of_rows, rows_of

MOST = 10_000  # evaluations kept


class Evaluations:
    """Takes single rows and whole columns, in the order in which they were made."""

    def __init__(self) -> None:
        self._parts: collections.deque[Columns | list[Mapping[str, float]]] = collections.deque()
        self._count = 0

    def add_row(self, row: Mapping[str, float]) -> None:
        """One evaluation, by figure."""
        if not self._parts or isinstance(self._parts[-1], dict):
            self._parts.append([])
        self._parts[-1].append(row)  # type: ignore[union-attr]
        self._count += 1
        self._forget()

    def add(self, columns: Columns) -> None:
        """Many evaluations."""
        if length(columns):
            self._parts.append(columns)
            self._count += length(columns)
            self._forget()

    def take(self) -> Columns:
        """All of them, none are left; a later one of the same update takes the place of the earlier."""
        parts = [part if isinstance(part, dict) else of_rows(part) for part in self._parts]
        self.clear()
        return {name: column[-MOST:] for name, column in joined(parts).items()} if parts else {}

    def take_rows(self) -> list[dict[str, float]]:
        """All of them as rows."""
        return rows_of(self.take())

    def clear(self) -> None:
        self._parts.clear()
        self._count = 0

    def _forget(self) -> None:
        """Whole parts go from the old end as long as enough is left."""
        while self._count - _size(self._parts[0]) >= MOST:
            self._count -= _size(self._parts.popleft())
        if isinstance(self._parts[0], list) and len(self._parts[0]) >= 2 * MOST:
            self._count -= MOST
            del self._parts[0][:MOST]


def _size(part: Columns | list[Mapping[str, float]]) -> int:
    return length(part) if isinstance(part, dict) else len(part)
