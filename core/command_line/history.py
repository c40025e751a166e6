"""The evaluations of a headless run, to be written down at its end."""

from __future__ import annotations

from core.history.columns import Columns, joined, length, rows_of
from core.machine.whole_file import write_table


class History:
    """In the order in which they were made; a later one of the same update takes the place of the earlier."""

    def __init__(self) -> None:
        self._parts: list[Columns] = []

    def add(self, columns: Columns) -> None:
        """More of them."""
        if length(columns):
            self._parts.append(columns)

    def write(self, path: str) -> None:
        """A CSV with a row for each; `NotWritten` where that cannot be."""
        columns = joined(self._parts) if self._parts else {}
        rows = {row["update"]: list(row.values()) for row in rows_of(columns)}
        write_table(path, [list(columns), *rows.values()])
