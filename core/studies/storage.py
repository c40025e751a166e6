"""Storage: the results of runs by their keys in one SQLite file, for as many studies and processes as there are."""

from __future__ import annotations

import contextlib
import logging
import pathlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence

from core.machine import folders
from core.machine.plain_file import told
from core.machine.whole_file import check_target
from core.messages import BadInput
from core.runs import schema
from core.runs.troubles import not_read, not_written
from core.studies.result import Result

log = logging.getLogger(__name__)
NAME = "studies.sqlite"  # of those that nobody has named
MARK, VERSION = 0x44654C53, 1  # "DeLS"
TABLE = "CREATE TABLE results (key TEXT PRIMARY KEY, made REAL NOT NULL, plain TEXT NOT NULL) WITHOUT ROWID"
MOST = 100_000  # results that are kept where nobody has named the file: the oldest go
AT_ONCE = 500  # keys of one question


def usual_file() -> pathlib.Path:
    """Where results are kept if nobody says where: they can be computed again."""
    return folders.cache() / NAME


def opened(named: str | None) -> Storage:
    """The file of results that is named, or else the one of the cache, of which the oldest go."""
    if named:
        return Storage(pathlib.Path(named))
    storage = Storage(usual_file())
    storage.forget_the_oldest()
    return storage


class Storage:
    """A file of results, made where there is none: `NotWritten` where it cannot be made, `BadInput` where it cannot be
    opened to be written, or is of another program or version. Several threads may use it. `patience`: seconds that
    another process may write."""

    def __init__(self, file: pathlib.Path, *, patience: float = schema.PATIENCE) -> None:
        self.file, self._lock = file, threading.RLock()
        if not file.exists():
            check_target(file)
        elif not schema.may_write(file):
            raise BadInput(told(file), "", "may only be read, so no result could be kept: name another --storage")
        try:
            self._connection = schema.connect(file, patience=patience)
        except sqlite3.Error as error:
            raise self._refusal(error) from error
        try:
            self._begin()
        except sqlite3.Error as error:
            self.close()
            raise self._refusal(error) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Nothing more is read or written."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def found(self, keys: Sequence[str]) -> dict[str, Result]:
        """The results that there are of these keys; `BadInput` where the file is damaged."""
        results: dict[str, Result] = {}
        for first in range(0, len(keys), AT_ONCE):
            some = keys[first : first + AT_ONCE]
            marks = ", ".join("?" * len(some))
            try:
                with self._lock:
                    query = f"SELECT plain FROM results WHERE key IN ({marks})"
                    rows = self._connection.execute(query, some).fetchall()
                results |= {result.key: result for result in (Result.loads(plain) for (plain,) in rows)}
            except sqlite3.Error as error:
                raise self._refusal(error) from error
            except ValueError as error:
                raise BadInput(told(self.file), "", "is damaged: a result in it cannot be read") from error
        return results

    def put(self, results: Iterable[Result]) -> list[str]:
        """Keep results, all or none: `NotWritten` where that cannot be. What is there already stays; the keys of those
        that are not the same to the last bit."""
        with self._writing() as connection:
            now, fresh = time.time(), {result.key: result for result in results}
            there = self.found(list(fresh))
            rows = [(key, now, result.dumps()) for key, result in fresh.items() if key not in there]
            connection.executemany("INSERT INTO results VALUES (?, ?, ?)", rows)
        return [key for key, result in there.items() if not result.same(fresh[key])]

    def forget_the_oldest(self, most: int = MOST) -> None:
        """All but the newest go."""
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY made DESC LIMIT -1 OFFSET ?)",
                (most,),
            )

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException as error:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    log.warning("%s cannot be written", self.file, exc_info=error)
                    raise not_written(self.file, error) from error
                raise

    def _begin(self) -> None:
        """What is there is looked at before anything is written; the table is made where the file is new."""
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables:
            self._check()
        schema.log_ahead(self._connection)
        self._connection.execute("BEGIN IMMEDIATE")
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            self._connection.execute(TABLE)
            self._connection.execute(f"PRAGMA application_id={MARK}")
            self._connection.execute(f"PRAGMA user_version={VERSION}")
        self._connection.execute("COMMIT")
        self._check()

    def _check(self) -> None:
        (mark,) = self._connection.execute("PRAGMA application_id").fetchone()
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if mark != MARK:
            raise BadInput(told(self.file), "", "is a database of another program, and is left as it is")
        if version > VERSION:
            raise BadInput(told(self.file), "", "was written by a newer version of Descent Lab: update Descent Lab")

    def _refusal(self, error: sqlite3.Error) -> BadInput:
        if schema.damaged(error):
            return BadInput(told(self.file), "", "is no file of results, or a damaged one, and is left as it is")
        return not_read(self.file, error)
