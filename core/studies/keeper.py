"""Keeper: takes the results of a study as they come, from any thread, and has them kept together every so often."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable

from core.machine.whole_file import NotWritten
from core.runs.troubles import is_busy
from core.studies.result import Result
from core.studies.storage import Storage

EVERY = 0.5  # seconds: what a process that is killed may lose of what it has made


class Keeper:
    """`told` hears of each result, on the thread that made it. `odd` are keys of which another process has kept
    another result."""

    def __init__(self, storage: Storage, told: Callable[[Result], None], *, every: float = EVERY) -> None:
        self._storage, self._told, self._every = storage, told, every
        self._lock = threading.Lock()
        self._waiting: list[Result] = []
        self._last = time.monotonic()
        self.odd: list[str] = []

    def keep(self, result: Result) -> None:
        """One more; `NotWritten` where what has been made cannot be kept."""
        with self._lock:
            self._waiting.append(result)
            if time.monotonic() - self._last >= self._every:
                self._write(patient=True)
        self._told(result)

    def finish(self) -> None:
        """Keep all that is left; `NotWritten` where that cannot be."""
        with self._lock:
            self._write(patient=False)

    def _write(self, *, patient: bool) -> None:
        """Where another process is writing, it is tried again with the next result."""
        try:
            self.odd += self._storage.put(self._waiting) if self._waiting else []
            self._waiting.clear()
        except NotWritten as error:
            cause = error.__cause__
            if not (patient and isinstance(cause, sqlite3.Error) and is_busy(cause)):
                raise
        self._last = time.monotonic()
