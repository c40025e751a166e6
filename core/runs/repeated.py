"""Repeated: a run that a longer one says all of. Two that began with one experiment, its seeds included, and were made
in one way without a hand's doing agree to the last bit: the shorter is the beginning of the longer."""

from __future__ import annotations

import sqlite3

from core.runs.database import Database, Row
from core.runs.key import key_of
from core.runs.run import Run

TABLE = """CREATE TABLE IF NOT EXISTS repeated (
    run TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE, key TEXT NOT NULL
)"""
OF_THE_RUN = frozenset({"goal", "finished", "stopped", "diverged"})  # marks that no hand has made
# the older one of two that are equally long stays; so does what somebody has named or pinned, or went on from
_LESS = """SELECT runs.id, runs.owner FROM runs JOIN repeated ON repeated.run=runs.id
    WHERE runs.name='' AND NOT runs.pinned AND runs.deleted IS NULL AND runs.id NOT IN (SELECT parent FROM runs)
    AND EXISTS (
        SELECT 1 FROM repeated AS own JOIN runs AS more ON more.id=own.run
        WHERE own.key=repeated.key AND more.deleted IS NULL AND (more.made, -more.rowid) > (runs.made, -runs.rowid)
    )"""


def put(connection: sqlite3.Connection, run: Run) -> None:
    """What a run repeats is known from now on; of one that hands have changed, nothing."""
    connection.execute(TABLE)
    connection.execute("DELETE FROM repeated WHERE run=?", (run.id,))
    if key := _key(run):
        connection.execute("INSERT INTO repeated VALUES (?, ?)", (run.id, key))


def less(database: Database) -> list[Row]:
    """The runs that a longer one says all of, with their owners."""
    known = database.rows("SELECT 1 FROM sqlite_master WHERE name='repeated'")
    return database.rows(_LESS) if known else []


def _key(run: Run) -> str:
    """Of all runs that are one another's beginning; "" where that cannot be known, or hands have had a part in it."""
    by_hand = bool(run.branch or run.events) or not OF_THE_RUN.issuperset(mark.kind for mark in run.marks)
    known = bool(run.making.engine) and not run.experiment.data.source  # what a file says may be another thing today
    return key_of(run.experiment, 0, run.making) if known and not by_hand else ""
