"""Place: where a shared study lies: a database, or a journal in a folder that all can reach.

A database (SQLite on one computer, PostgreSQL or MySQL for a class) has a heartbeat: what was being made on a computer
that is switched off is given to another one. A journal has none.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pathlib
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.frozen import frozen
from core.machine.whole_file import NotWritten
from core.messages import BadInput

if TYPE_CHECKING:
    from optuna.storages import BaseStorage
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

log = logging.getLogger(__name__)
JOURNALS = (".journal", ".log")  # how the name of a journal ends
BEAT, SILENCE = 10, 60  # seconds between two heartbeats, and without one until a run is given to another one
PATIENCE = 30.0  # seconds that another one may write a file of SQLite
TIMES = 3  # that it is
OPENING = (RuntimeError, ValueError, KeyError, ImportError)  # with which Optuna and SQLAlchemy refuse what they open
INSTALL = "a search, or a storage that is shared, needs Optuna: pip install 'descent-lab[study]'"


@frozen
class Place:
    """What was typed: the URL of a database, or the path of a journal; nothing: this process' memory."""

    typed: str
    beat: int = BEAT
    silence: int = SILENCE

    @property
    def is_database(self) -> bool:
        return "://" in self.typed

    @property
    def words(self) -> str:
        """As a sentence may name it, without a password."""
        if not self.is_database:
            return self.typed
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            return make_url(self.typed).render_as_string(hide_password=True)
        except ArgumentError:
            return self.typed.partition("://")[0] + "://…"

    def opened(self) -> BaseStorage:
        """Its storage, made where there is none; `BadInput` where it cannot be."""
        try:
            import optuna
        except ImportError:
            raise BadInput("descent-lab study", "", INSTALL) from None
        if not self.typed:
            return optuna.storages.InMemoryStorage()
        with self.said(*OPENING):
            return self._database() if self.is_database else self._journal()

    def _database(self) -> BaseStorage:
        from optuna.storages import RDBStorage, RetryHeartbeatStaleTrialCallback
        from sqlalchemy.pool import NullPool

        # none stays open, waiting: nobody could say who closes it
        sqlite = self.typed.startswith("sqlite")
        storage = RDBStorage(
            self.typed,
            engine_kwargs={"connect_args": {"timeout": PATIENCE}, "poolclass": NullPool} if sqlite else None,
            heartbeat_interval=self.beat,
            grace_period=self.silence,
            heartbeat_stale_trial_callback=RetryHeartbeatStaleTrialCallback(max_retry=TIMES),
        )
        if sqlite:
            _one_after_the_other(storage.engine)
        return storage

    def _journal(self) -> BaseStorage:
        from optuna.storages import JournalStorage
        from optuna.storages.journal import JournalFileBackend, JournalFileOpenLock

        folder = pathlib.Path(self.typed).resolve().parent
        if not folder.is_dir():
            raise BadInput("--storage", self.typed, f"there is no folder {folder}")
        lock = JournalFileOpenLock(self.typed) if os.name == "nt" else None  # links need a privilege there
        return JournalStorage(JournalFileBackend(self.typed, lock))

    @contextlib.contextmanager
    def said(self, *more: type[Exception]) -> Iterator[None]:
        """Whatever a database or a disk refuses within is a `BadInput` of one line, and `more` kinds of errors. What
        Optuna logs, and what it calls experimental, is not told to a person."""
        import optuna
        from sqlalchemy.exc import SQLAlchemyError

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        troubles = (SQLAlchemyError, optuna.exceptions.StorageInternalError, OSError, *more)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
            try:
                yield
            except (BadInput, NotWritten):
                raise
            except troubles as error:
                log.info("%s", self.words, exc_info=error)
                raise BadInput("--storage", self.words, _reason(error)) from error


def _one_after_the_other(engine: Engine) -> None:
    """SQLite locks no row: what reads in order to write, as when a run is taken, has to hold the file from its first
    reading on, or two would take the same."""
    from sqlalchemy import event

    @event.listens_for(engine, "connect")
    def _(connection: DBAPIConnection, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def is_shared(typed: str) -> bool:
    """Whether what was typed after `--storage` is shared, not a file of results of our own."""
    return "://" in typed or typed.lower().endswith(JOURNALS)


def _reason(error: Exception) -> str:
    """Why a storage cannot be used, in its own words where there are no better ones."""
    causes = [error]
    while causes[-1].__cause__ is not None and isinstance(causes[-1].__cause__, Exception):
        causes.append(causes[-1].__cause__)
    text = next((line for cause in reversed(causes) if (line := str(cause).strip().partition("\n")[0])), "")
    lower = " ".join(str(cause).lower() for cause in causes)
    for sign, words in _SIGNS.items():
        if sign in lower:
            return words
    return f"cannot be used: {text or type(error).__name__}"


_SIGNS = {
    "no longer compatible with the table schema": "is of another version of Optuna: use the version that made it on every computer",
    "database is locked": "cannot be written: another program has been writing it for some time",
    "readonly database": "may only be read",
    "permission denied": "may not be written",
    "read-only file system": "may only be read",
    "disk is full": "cannot be written: the disk is full. What was kept is not lost",
    "no space left": "cannot be written: the disk is full. What was kept is not lost",
    "not a database": "is a file of another program, and is left as it is",
    "unable to open database": "cannot be opened: is there such a folder?",
    "no module named": "needs a driver for this kind of database: psycopg2 for PostgreSQL, PyMySQL for MySQL",
    "can't load plugin": "names a kind of database that is not known: sqlite, postgresql or mysql",
    "expecting value": "is no journal of a study, or a damaged one",
}
