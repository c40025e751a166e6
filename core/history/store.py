"""Where the older parts of a run's history lie: numbered blobs in a SQLite file of their own, which goes when the run
does."""

from __future__ import annotations

import logging
import os
import pathlib
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable

from core.machine.processes import alive

log = logging.getLogger(__name__)
PREFIX = "descent-lab-history-"
NO_ROOM = "The disk takes no history of this run: only its newest part is kept, in memory."


class HistoryStore:
    """Opened at the first blob: a run whose history fits into memory leaves no file. Where the disk refuses, that is
    said once and nothing more is put there.
    """

    def __init__(self, folder: pathlib.Path | None = None, say: Callable[[str], object] = lambda _: None) -> None:
        self._parent, self._say = folder, say
        self._connection: sqlite3.Connection | None = None
        self._end: weakref.finalize[[sqlite3.Connection, str], object] | None = None
        self._sizes: dict[int, int] = {}
        self._next = 0
        self.works = True

    @property
    def bytes(self) -> int:
        """What lies there, in bytes."""
        return sum(self._sizes.values())

    def put(self, blob: bytes) -> int | None:
        """Keep a blob; its number, or None where the disk does not take it."""
        if not self.works:
            return None
        try:
            connection = self._connection or self._open()
            connection.execute("INSERT INTO parts VALUES (?, ?)", (self._next, blob))
        except (OSError, sqlite3.Error):
            log.warning(NO_ROOM, exc_info=True)
            self.works = False
            self._say(NO_ROOM)
            return None
        self._sizes[self._next] = len(blob)
        self._next += 1
        return self._next - 1

    def get(self, number: int) -> bytes | None:
        """A blob; None where the file is gone or broken."""
        assert self._connection is not None, "a number comes from `put`"
        try:
            found = self._connection.execute("SELECT blob FROM parts WHERE number = ?", (number,)).fetchone()
        except sqlite3.Error:
            log.warning("a part of the history cannot be read", exc_info=True)
            return None
        return found[0] if found else None

    def drop(self, number: int) -> None:
        """A blob that is not needed any more; its place in the file is used again."""
        assert self._connection is not None, "a number comes from `put`"
        self._sizes.pop(number, None)
        try:
            self._connection.execute("DELETE FROM parts WHERE number = ?", (number,))
        except sqlite3.Error:
            log.warning("a part of the history cannot be removed", exc_info=True)

    def close(self) -> None:
        """The file goes; it may be opened anew."""
        if self._end is not None:
            self._end()
        self._connection, self._end, self._sizes = None, None, {}

    def _open(self) -> sqlite3.Connection:
        parent = self._parent or pathlib.Path(tempfile.gettempdir())
        parent.mkdir(parents=True, exist_ok=True)
        for left in parent.glob(f"{PREFIX}*"):  # by a program that crashed
            if not alive(left.name.removeprefix(PREFIX).partition("-")[0]):
                shutil.rmtree(left, ignore_errors=True)
        folder = tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent)
        try:
            # the thread that learns opens and uses it; the one that lets go of the run may close it
            self._connection = sqlite3.connect(
                pathlib.Path(folder) / "history.sqlite", isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._end = weakref.finalize(self, _remove, self._connection, folder)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")  # after a crash nobody reads it
        self._connection.execute("CREATE TABLE parts (number INTEGER PRIMARY KEY, blob BLOB NOT NULL)")
        return self._connection


def _remove(connection: sqlite3.Connection, folder: str) -> None:
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)
