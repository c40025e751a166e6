"""How every file of a person is written: whole or not at all, and a failure is one sentence that says what, where and
what to do."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import logging
import os
import pathlib
import stat
import uuid
from collections.abc import Callable, Iterable

from core.machine.resources import is_shipped

log = logging.getLogger(__name__)
ELSEWHERE = "Choose another folder"
_WHY = {
    errno.ENOSPC: ("the disk is full", "Make room there, or choose another disk"),
    errno.EDQUOT: ("your share of the disk is used up", "Make room there, or choose another disk"),
    errno.EFBIG: ("the file would be too large for that disk", "Choose another disk"),
    errno.ENOTDIR: ("a part of that path is a file, no folder", ELSEWHERE),
    errno.EACCES: ("you may not write there", ELSEWHERE),
    errno.EPERM: ("you may not write there", ELSEWHERE),
    errno.EROFS: ("that disk can only be read", ELSEWHERE),
    errno.ENAMETOOLONG: ("that name is too long", "Choose a shorter one"),
    errno.ELOOP: ("that link leads to itself", "Choose another name"),
}

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with these a spreadsheet takes words for a formula


class NotWritten(OSError):
    """A file that could not be written. `str()` is one line, `reason` the same without the file's name; what was there
    before is as it was."""

    def __init__(self, path: str | pathlib.Path, why: str, way_out: str) -> None:
        self.reason = f"cannot be written: {why}. {way_out}."
        super().__init__(f"{path} {self.reason}")


def write_whole(
    path: str | pathlib.Path, write: Callable[[pathlib.Path], object], *, shipped: bool = False
) -> pathlib.Path:
    """Have `write(draft)` write a file beside the real one and let it take that one's place when it is on the disk; the
    path of the real file, where a link leads. `NotWritten` where anything fails.

    Files that come with the program are nobody's to write; only who makes them anew says `shipped`.
    """
    real = _real(pathlib.Path(path), shipped=shipped)
    draft = real.with_name(f".{uuid.uuid4().hex}.part")
    try:
        write(draft)
        _settle(draft, real)
    except Exception as error:
        raise _told(pathlib.Path(path), real, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return real


def write_bytes(path: str | pathlib.Path, content: bytes, *, shipped: bool = False) -> pathlib.Path:
    """A file with this content; `NotWritten` where that cannot be. `shipped` as in `write_whole`."""
    return write_whole(path, lambda draft: draft.write_bytes(content), shipped=shipped)


def write_text(path: str | pathlib.Path, text: str) -> pathlib.Path:
    """A text in UTF-8; `NotWritten` where that cannot be."""
    return write_whole(path, lambda draft: draft.write_text(text, encoding="utf-8", newline=""))


def write_table(path: str | pathlib.Path, rows: Iterable[Iterable[object]]) -> pathlib.Path:
    """A CSV that spreadsheets open as what it is; `NotWritten` where that cannot be. Words that a spreadsheet would
    take for a formula get an apostrophe before them, which it does not show."""
    text = io.StringIO()
    csv.writer(text).writerows([_cell(cell) for cell in row] for row in rows)
    return write_bytes(path, text.getvalue().encode("utf-8-sig"))


def _cell(cell: object) -> object:
    """A cell that nobody computes: numbers stay as they are, also several in one cell."""
    if not isinstance(cell, str) or not cell.startswith(FORMULA):
        return cell
    return cell if all(map(_is_number, cell.split())) and cell.strip() else f"'{cell}"


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True


def check_target(path: str | pathlib.Path) -> None:
    """Find out before a long work, not after it, that its result cannot be written; `NotWritten` then."""
    real = _real(pathlib.Path(path), shipped=False)
    draft = real.with_name(f".{uuid.uuid4().hex}.part")
    try:
        draft.touch(exist_ok=False)
        draft.unlink()
    except OSError as error:
        raise _told(pathlib.Path(path), real, error) from error


def _real(path: pathlib.Path, *, shipped: bool) -> pathlib.Path:
    """The file that is meant, where a link leads; `NotWritten` where it can be none of ours."""
    try:
        real = path.resolve()
        if real.is_symlink():  # from Python 3.13 on, links in a circle are resolved to one of them
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        mode = real.stat().st_mode if real.exists() else None
    except (OSError, RuntimeError, ValueError) as error:
        raise _told(path, path, error) from error
    if is_shipped(real) and not shipped:
        raise NotWritten(path, "it comes with the program, which keeps its own files as they are", ELSEWHERE)
    if mode is not None and stat.S_ISDIR(mode):
        raise NotWritten(path, "that is a folder", "Name a file in it")
    if mode is not None and not stat.S_ISREG(mode):
        raise NotWritten(path, "that is a device or a pipe, no file", "Choose another name")
    if mode is not None and not os.access(real, os.W_OK):
        raise NotWritten(path, "that file is write-protected", "Choose another name")
    return real


def _settle(draft: pathlib.Path, real: pathlib.Path) -> None:
    """What was written is on the disk before it takes the old one's place, and may be read by whom that one might."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    if real.exists():
        with contextlib.suppress(OSError):
            draft.chmod(stat.S_IMODE(real.stat().st_mode))
    draft.replace(real)


def _told(path: pathlib.Path, real: pathlib.Path, error: Exception) -> NotWritten:
    if isinstance(error, NotWritten):
        return error
    log.warning("%s cannot be written", path, exc_info=error)
    number = error.errno if isinstance(error, OSError) else _number_in(str(error))
    if number == errno.ENOENT or not _there(real.parent):
        return NotWritten(path, f"there is no folder {real.parent}", "Choose a folder that exists")
    why, way_out = _WHY.get(number or 0, (_words(error), "Choose another name or folder"))
    return NotWritten(path, why, way_out)


def _there(folder: pathlib.Path) -> bool:
    try:
        return folder.is_dir() or folder.is_file()
    except (OSError, ValueError):
        return True


def _number_in(text: str) -> int | None:
    """The system's number in the words of a library that has an error class of its own: "… (os error 28)"."""
    digits = text.rpartition("os error ")[2].partition(")")[0]
    return int(digits) if digits.isdigit() and "os error " in text else None


def _words(error: Exception) -> str:
    """The reason in the error's own words, in one line."""
    text = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return " ".join(text.split()).rstrip(".")
