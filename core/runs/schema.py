"""The file of runs: a SQLite database with a mark and a version of its own, opened for many processes at once.

It is written ahead (WAL), so that readers and a writer do not wait for one another; where a disk refuses that, as
homes on a network do, with a journal that is rolled back.
"""

from __future__ import annotations

import os
import pathlib
import sqlite3

from core.runs.troubles import Trouble, is_broken

NAME = "runs.sqlite"
MARK, VERSION = 0x44654C61, 1  # "DeLa": a database of somebody else's is left alone
PATIENCE = 5.0  # seconds that another process may write
TABLES = """
CREATE TABLE runs (
    id TEXT PRIMARY KEY, parent TEXT NOT NULL, branch INTEGER NOT NULL, letter TEXT NOT NULL, name TEXT NOT NULL,
    pinned INTEGER NOT NULL, deleted REAL, made INTEGER NOT NULL, begun REAL NOT NULL, changed REAL NOT NULL,
    seconds REAL NOT NULL, parameters INTEGER NOT NULL, figures TEXT NOT NULL, words TEXT NOT NULL, owner TEXT NOT NULL
);
CREATE TABLE pieces (
    run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, bytes INTEGER NOT NULL,
    updates INTEGER NOT NULL, used INTEGER NOT NULL, plain TEXT NOT NULL, PRIMARY KEY (run, name)
);
CREATE INDEX by_use ON pieces (used, bytes) WHERE used > 0;
CREATE TABLE arrays (
    run TEXT NOT NULL, piece TEXT NOT NULL, name TEXT NOT NULL, dtype TEXT NOT NULL, shape TEXT NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (run, piece, name),
    FOREIGN KEY (run, piece) REFERENCES pieces ON DELETE CASCADE
);
"""


def opened(file: pathlib.Path, *, vfs: str = "") -> sqlite3.Connection:
    """The database to be written, made where there is none; `Trouble` or sqlite's own error where it cannot be."""
    connection = connect(file, f"vfs={vfs}" if vfs else "")
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        log_ahead(connection)
        connection.execute("BEGIN IMMEDIATE")
        _make_or_check(connection, file)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def opened_to_read(file: pathlib.Path) -> sqlite3.Connection:
    """The database to be read alone: a folder that cannot be written into takes not even the marks of readers."""
    for mode in ("mode=ro", "immutable=1"):
        connection = connect(file, mode)
        try:
            _check(connection, file)
        except sqlite3.OperationalError:
            connection.close()
            if mode == "immutable=1":
                raise
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("one of the two has returned")


def may_write(file: pathlib.Path) -> bool:
    """Whether the database and what lies beside it may be written."""
    return os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def put_aside(file: pathlib.Path) -> pathlib.Path:
    """A damaged database is kept under another name, and what belongs to it; the new name."""
    number = 1
    while (aside := file.with_stem(f"{file.stem}-damaged-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", "-journal", ""):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + suffix))
    return aside


def damaged(error: Exception) -> bool:
    """Whether it is the file that is no database any more."""
    return isinstance(error, sqlite3.DatabaseError) and is_broken(error)


def connect(file: pathlib.Path, options: str = "", *, patience: float | None = None) -> sqlite3.Connection:
    """A connection with a file; nothing is read yet. `options` are sqlite's own."""
    # the threads of one process share it, one after the other
    address = f"{file.resolve().as_uri()}{'?' if options else ''}{options}"
    return sqlite3.connect(
        address,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=PATIENCE if patience is None else patience,
    )


def log_ahead(connection: sqlite3.Connection) -> None:
    """It is written ahead where the disk allows that."""
    try:
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        connection.execute("BEGIN IMMEDIATE")  # only now its shared memory is asked for
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
            raise
        mode = ""
    if mode != "wal":
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute(f"PRAGMA synchronous={'NORMAL' if mode == 'wal' else 'FULL'}")


def _make_or_check(connection: sqlite3.Connection, file: pathlib.Path) -> None:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables:
        _check(connection, file)
        return
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id={MARK}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def _check(connection: sqlite3.Connection, file: pathlib.Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != MARK:
        raise Trouble(f"{file} is a database of another program. It is left as it is, and no run is kept.")
    if version > VERSION:
        raise Trouble(
            f"{file} was written by a newer version of Descent Lab. Its runs are left as they are, and none is kept:"
            " update Descent Lab."
        )
