"""Hold: a file that a living process holds, however it ends. The number of a process would not do: in a container the
next one has the same."""

from __future__ import annotations

import contextlib
import os
import pathlib
import uuid
from typing import TYPE_CHECKING

from core.machine.processes import alive

if TYPE_CHECKING:
    import filelock


def new_head() -> str:
    """A name for what a process holds, which no other one has: with its number, for a disk that knows no locks."""
    return f"{os.getpid()}-{uuid.uuid4().hex[:12]}"


def lock_of(folder: pathlib.Path, head: str) -> pathlib.Path:
    """The file that the process of a head holds."""
    return folder / f"{head}.lock"


def lives(folder: pathlib.Path, head: str) -> bool:
    """Whether the process of a head still lives."""
    if "-" not in head:  # of a version that wrote the process only
        return alive(head)
    lock = lock_of(folder, head)
    if not lock.exists():
        return False
    held = is_held(lock)
    return alive(head.partition("-")[0]) if held is None else held


class Hold:
    """The hold on one file; nothing is there before it is taken."""

    def __init__(self, file: pathlib.Path) -> None:
        self._file = file
        self._lock: filelock.BaseFileLock | None = None

    @property
    def held(self) -> bool:
        """Whether we hold it."""
        return self._lock is not None and self._lock.is_locked

    def take(self) -> None:
        """Hold it from now on; where the disk knows no locks, nobody does."""
        import filelock  # with asyncio: only where there is something to hold

        if not self.held:
            self._lock = filelock.FileLock(self._file, thread_local=False)
            with contextlib.suppress(NotImplementedError, OSError):
                self._lock.acquire(timeout=0)

    def let_go(self) -> None:
        """Nobody holds it any more, and it is gone."""
        if self._lock is not None:
            self._lock.release()
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)


def is_held(file: pathlib.Path) -> bool | None:
    """Whether a living process holds it; None where that cannot be known. One that nobody holds goes."""
    import filelock

    try:
        with filelock.FileLock(file, timeout=0):
            pass
    except filelock.Timeout:
        return True
    except (NotImplementedError, OSError):
        return None
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
    return False
