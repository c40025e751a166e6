"""The database of runs as the store works with it: transactions, one after the other whatever thread asks, and pieces
with their arrays as raw numbers."""

from __future__ import annotations

import contextlib
import json
import logging
import pathlib
import sqlite3
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np

from core.machine.whole_file import NotWritten
from core.runs import schema
from core.runs.pieces import Damaged, Piece
from core.runs.troubles import Trouble, is_broken, not_read, not_written

log = logging.getLogger(__name__)
PLAIN = "fiub"  # kinds of numbers that are kept
CLOSED = "The file of runs is closed."
ONLY_READ = "{} may only be read: the runs in it are shown, and none is kept."
PUT_ASIDE = "The file of runs was damaged. It is kept as {}, and a new one was begun."
Row = tuple[Any, ...]


class Database:
    """`trouble` says in one sentence why nothing is kept, or what else a person should know; "" where all is well.
    `writable` is False where nothing is."""

    def __init__(self, file: pathlib.Path, *, vfs: str = "") -> None:
        self.file, self._vfs = file, vfs
        self._lock = threading.RLock()
        self.trouble, self.writable = "", False
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            if schema.may_write(self.file):
                return self._open_to_write()
            self.trouble = ONLY_READ.format(self.file)
            return schema.opened_to_read(self.file)
        except Trouble as trouble:
            self.trouble = str(trouble)
        except sqlite3.Error as error:
            log.warning("%s cannot be opened", self.file, exc_info=error)
            self.trouble = f"{not_written(self.file, error)} Runs are not kept."
        except OSError as error:
            log.warning("%s cannot be opened", self.file, exc_info=error)
            self.trouble = f"{self.file.parent} cannot be made: {error.strerror or error}. Runs are not kept."
        return None

    def _open_to_write(self) -> sqlite3.Connection:
        try:
            found = schema.opened(self.file, vfs=self._vfs)
        except sqlite3.DatabaseError as error:
            if not schema.damaged(error):
                raise
            self.trouble = PUT_ASIDE.format(schema.put_aside(self.file))
            found = schema.opened(self.file, vfs=self._vfs)
        self.writable = True
        return found

    def close(self) -> None:
        """Nothing more is read or written."""
        with self._lock:
            if self._connection is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()
            self._connection, self.writable = None, False

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing is written; `NotWritten`, and all is as before, where anything fails."""
        with self._lock:
            connection = self._connection
            if connection is None or not self.writable:
                raise NotWritten(self.file, self.trouble.rstrip(".") or CLOSED.rstrip("."), "Nothing else is lost")
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    log.warning("%s cannot be written", self.file, exc_info=error)
                    raise not_written(self.file, error) from error
                raise

    def rows(self, query: str, *values: object) -> list[Row]:
        """What a question finds; nothing where there is no database. `Damaged` where it is, `BadInput` where it cannot
        be read for another reason."""
        with self._lock:
            if self._connection is None:
                return []
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                log.warning("%s cannot be read", self.file, exc_info=error)
                if is_broken(error):
                    raise Damaged(f"{self.file}: {error}") from error
                raise not_read(self.file, error) from error

    def piece(self, run: str, name: str) -> Piece | None:
        """A piece of a run; None where it is not there, `Damaged` where it is not as it was written."""
        with self._lock:
            found = self.rows("SELECT plain FROM pieces WHERE run=? AND name=?", run, name)
            parts = self.rows("SELECT name, dtype, shape, data FROM arrays WHERE run=? AND piece=?", run, name)
        if not found:
            return None
        return Piece(found[0][0], {part: array_of(dtype, shape, data) for part, dtype, shape, data in parts})


def put_piece(connection: sqlite3.Connection, run: str, name: str, piece: Piece, updates: int, used: int = 0) -> None:
    """A piece of a run, in the place of what was there."""
    connection.execute("DELETE FROM pieces WHERE run=? AND name=?", (run, name))
    connection.execute(
        "INSERT INTO pieces VALUES (?, ?, ?, ?, ?, ?)", (run, name, piece.nbytes, updates, used, piece.plain)
    )
    for part, array in piece.arrays.items():
        numbers = np.asarray(array, order="C")
        if numbers.dtype.kind not in PLAIN:
            raise TypeError(f"{part}: numbers of the kind {numbers.dtype} are not kept")
        row = (run, name, part, numbers.dtype.str, json.dumps(numbers.shape), numbers.tobytes())
        connection.execute("INSERT INTO arrays VALUES (?, ?, ?, ?, ?, ?)", row)


def array_of(dtype: str, shape: str, data: bytes) -> np.ndarray:
    """Raw numbers as an array of its own; `Damaged` where they do not fit what is said of them."""
    try:
        kind = np.dtype(dtype)
        if kind.kind not in PLAIN:
            raise ValueError(f"numbers of the kind {dtype}")
        return np.frombuffer(data, kind).reshape(json.loads(shape)).copy()
    except (TypeError, ValueError) as error:
        raise Damaged(str(error)) from error
