"""What a file of runs may refuse, each as a sentence for a person."""

from __future__ import annotations

import pathlib
import sqlite3

from core.machine.plain_file import told
from core.machine.whole_file import NotWritten
from core.messages import BadInput


class Trouble(Exception):
    """Why runs are not kept, or not read, in one sentence."""


_FULL = ("the disk is full", "Make room there; nothing that was kept is lost")
_BUSY = ("another program has been writing it for some time", "It is tried again")
_SHUT = ("it may only be read", "Choose another folder with DESCENT_LAB_HOME")
_BROKEN = ("it is damaged", "It is put aside when Descent Lab is started anew")
_ODD = ("the disk has refused", "Look after that disk")
_WHY = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _SHUT,
    sqlite3.SQLITE_PERM: _SHUT,
    sqlite3.SQLITE_CANTOPEN: _SHUT,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_IOERR: _ODD,
}


def not_written(file: pathlib.Path, error: sqlite3.Error) -> NotWritten:
    """A refusal to write."""
    why, way_out = _WHY.get(_code(error), (str(error), "What was kept before is as it was"))
    return NotWritten(file, why, way_out)


def not_read(file: pathlib.Path, error: sqlite3.Error) -> BadInput:
    """A refusal to read, of a file that is in order."""
    why, _ = _WHY.get(_code(error), (str(error), ""))
    return BadInput(told(file), "", f"cannot be read now: {why}")


def is_full(error: sqlite3.Error) -> bool:
    """Whether there is no room on the disk, or no more for this file."""
    return _code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process is writing, so that a later time may do."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_broken(error: sqlite3.Error) -> bool:
    """Whether the file is no database, or a damaged one."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.Error) -> int:
    """The kind of an error; sqlite puts finer distinctions into the higher bits."""
    try:
        return error.sqlite_errorcode & 0xFF
    except AttributeError:  # not from the database, but from the module
        return sqlite3.SQLITE_ERROR
