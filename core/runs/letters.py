"""Letters: no two runs in a folder have the same one, though several windows begin runs at once."""

from __future__ import annotations

from collections.abc import Callable, Collection

from core.runs.database import Database
from core.runs.run import next_letter

TABLE = "CREATE TABLE IF NOT EXISTS letters (letter TEXT PRIMARY KEY, owner TEXT NOT NULL)"
KEPT = "SELECT letter FROM runs WHERE id<>? AND (made >= ? OR pinned OR name<>'')"


def take(
    database: Database, run: str, wanted: str, known: Collection[str], owner: str, elsewhere: Callable[[str], bool],
    fewest: int,
) -> str:  # fmt: skip
    """The letter of a run that a window has begun: the one that is wanted, or where another run of at least `fewest`
    updates or a window that lives (`elsewhere(owner)`) has it the first that is free, those apart that are `known` to
    be had here. It is that window's from then on; `NotWritten` where nothing can be."""
    with database.writing() as connection:
        connection.execute(TABLE)
        taken = {letter for (letter,) in connection.execute(KEPT, (run, fewest))}
        taken.update(
            letter for letter, other in connection.execute("SELECT letter, owner FROM letters") if elsewhere(other)
        )
        letter = wanted if wanted not in taken else next_letter(taken.union(known))
        connection.execute("INSERT OR REPLACE INTO letters VALUES (?, ?)", (letter, owner))
    return letter
