"""States that runs have been in, kept on the disk under one budget for all runs together: a cache, from which the one
that nobody has asked for the longest goes first. What is gone is computed again."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence

from core.history.kept_states import KeptState
from core.runs import pieces
from core.runs.database import Database, put_piece
from core.runs.pieces import Damaged
from core.runs.run import Run, shared

BUDGET = 500_000_000  # bytes
OF_ONE = BUDGET // 10  # bytes that are chosen of one run at a time
MANY = 20  # states that are chosen of one run at a time: fewer than the nearest tier of a history takes


def chosen(kept: Sequence[KeptState]) -> tuple[KeptState, ...]:
    """Of the states of a run, ascending, those that are worth a place on the disk: the first, and some at a spacing
    that stays while the run goes on for as long again, so that few of them are new then."""
    if not kept:
        return ()
    many = max(1, min(MANY, OF_ONE // max(1, kept[-1].nbytes)))
    spacing = 1 << max(0, kept[-1].updates // many).bit_length()
    ends = {-(-state.updates // spacing): state for state in kept[1:]}
    return (kept[0], *ends.values())


def keep(database: Database, run: str, kept: Sequence[KeptState], budget: int = BUDGET) -> None:
    """Keep states of a run that is kept itself, as far as they are not there; `NotWritten` where that cannot be."""
    there = {name for (name,) in database.rows("SELECT name FROM pieces WHERE run=? AND used>0", run)}
    new = {_name(state.updates, state.logged): state for state in kept}
    found = [(name, state, state.numbers) for name, state in new.items() if name not in there]
    if not found:
        return
    with database.writing() as connection:
        for name, state, numbers in found:
            if numbers is not None:
                put_piece(connection, run, name, pieces.of_kept(state, numbers), state.updates, _next_use(connection))
        make_room(connection, budget)


def forget(database: Database, run: str) -> None:
    """A run has become another one: what it was in is no past of it."""
    with database.writing() as connection:
        connection.execute("DELETE FROM pieces WHERE run=? AND used>0", (run,))


def of(database: Database, run: str) -> tuple[KeptState, ...]:
    """All states of a run that can be read, by their updates; the run has been asked for."""
    found = dict[int, KeptState]()
    rows = database.rows("SELECT name FROM pieces WHERE run=? AND used>0 ORDER BY updates, used", run)
    for (name,) in rows:
        with contextlib.suppress(Damaged):
            if (piece := database.piece(run, name)) is not None:
                state = pieces.kept_of(piece)
                found[state.updates] = state
    if database.writable and rows:
        with database.writing() as connection:
            connection.execute("UPDATE pieces SET used=? WHERE run=? AND used>0", (_next_use(connection), run))
    return tuple(found.values())


def nearest(database: Database, run: str, updates: int, logged: range) -> KeptState | None:
    """The last state at or before an update when so many events had been logged; None where there is none. `Damaged`
    where it cannot be read."""
    rows = database.rows(
        "SELECT name FROM pieces WHERE run=? AND used>0 AND updates<=? ORDER BY updates DESC", run, updates
    )
    name = next((name for (name,) in rows if int(name.rpartition("/")[2]) in logged), None)
    piece = None if name is None else database.piece(run, name)
    if piece is None:
        return None
    if database.writable:
        with database.writing() as connection:
            use = _next_use(connection)
            connection.execute("UPDATE pieces SET used=? WHERE run=? AND name=?", (use, run, name))
    return pieces.kept_of(piece)


def nearest_of(database: Database, line: Sequence[Run], updates: int) -> KeptState | None:
    """The same among a run and those that it came from, `line`, each the parent of the one before it: a branch had its
    parent's states as far as nothing happened to the one that did not happen to the other."""
    found, run = None, line[0]
    most, logged = updates, len(run.before(updates)) + len(run.at(updates))
    for number, each in enumerate(line):
        if number:
            most, logged = min(most, line[number - 1].branch), min(logged, shared(run, each))
        state = nearest(database, each.id, most, range(logged + 1))
        if state is not None and (found is None or state.updates > found.updates):
            found = state
    return found


def known(database: Database, run: str) -> tuple[int, ...]:
    """The updates of which states of a run are kept, ascending."""
    rows = database.rows("SELECT updates FROM pieces WHERE run=? AND used>0 ORDER BY updates", run)
    return tuple(updates for (updates,) in rows)


def make_room(connection: sqlite3.Connection, budget: int) -> None:
    """States go until all that are left take no more than the budget."""
    (total,) = connection.execute("SELECT coalesce(sum(bytes), 0) FROM pieces WHERE used>0").fetchone()
    for row, nbytes in connection.execute("SELECT rowid, bytes FROM pieces WHERE used>0 ORDER BY used").fetchall():
        if total <= budget:
            return
        connection.execute("DELETE FROM pieces WHERE rowid=?", (row,))
        total -= nbytes


def _next_use(connection: sqlite3.Connection) -> int:
    """Uses are counted, from 1: a clock may go back."""
    (last,) = connection.execute("SELECT coalesce(max(used), 0) FROM pieces WHERE used>0").fetchone()
    return last + 1


def _name(updates: int, logged: int) -> str:
    return f"state/{updates}/{logged}"
