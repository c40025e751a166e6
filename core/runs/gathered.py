"""Gathered: twenty starts or a study as one row of the list of runs: what was asked, and what came of it."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import math

from core.frozen import frozen
from core.runs.database import Database

TABLE = "CREATE TABLE IF NOT EXISTS gathered (id TEXT PRIMARY KEY, made REAL NOT NULL, plain TEXT NOT NULL)"


@frozen
class Gathered:
    """`words` name it, `asked` is the question as its sheet asks it again. `count` runs of so many `updates` each were
    made; `median` is that of the figure `name`, `told` what may be said. `made`: when, in seconds."""

    kind: str
    words: str
    asked: str
    updates: int
    count: int
    name: str
    median: float
    told: str
    made: float = 0.0

    @property
    def id(self) -> str:
        """The same for the same question."""
        return f"{self.kind}-{hashlib.sha256(self.asked.encode()).hexdigest()[:20]}"

    @property
    def figures(self) -> dict[str, float]:
        """What stands in the columns of the list; none where more than half of the runs came to no number."""
        return {self.name: self.median} if math.isfinite(self.median) else {}

    def dumps(self) -> str:
        """As JSON."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def loads(cls, text: str) -> Gathered:
        """What `dumps` wrote; `ValueError` where it is none."""
        try:
            found = json.loads(text)
            kind, words, asked, name, told = (str(found[key]) for key in ("kind", "words", "asked", "name", "told"))
            updates, count = int(found["updates"]), int(found["count"])
            return cls(kind, words, asked, updates, count, name, float(found["median"]), told, float(found["made"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"no row of many runs: {error!r}") from error


def keep(database: Database, row: Gathered) -> None:
    """Have a row in the file of runs, in the place of an older one of the same question; `NotWritten` where that cannot
    be."""
    with database.writing() as connection:
        connection.execute(TABLE)
        connection.execute("INSERT OR REPLACE INTO gathered VALUES (?, ?, ?)", (row.id, row.made, row.dumps()))


def drop(database: Database, id: str) -> None:
    """It is not listed any more."""
    with database.writing() as connection:
        connection.execute(TABLE)
        connection.execute("DELETE FROM gathered WHERE id=?", (id,))


def kept(database: Database) -> tuple[Gathered, ...]:
    """All that there are; one that cannot be read is left out."""
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name='gathered'"):
        return ()
    found: list[Gathered] = []
    for (plain,) in database.rows("SELECT plain FROM gathered ORDER BY made DESC"):
        with contextlib.suppress(ValueError):
            found.append(Gathered.loads(plain))
    return tuple(found)
