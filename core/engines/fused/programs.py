"""The programs of the kernel as functions to call: where their machine code is kept, and how a process gets hold of it.

A program comes as bitcode (`shipped`). What LLVM makes of it, in a second or two, is made once for each kind of
processor and version of the bitcode, and lies on the disk as object code.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import logging
import os
import pathlib
import shutil
import threading
import time
from collections.abc import Callable

import platformdirs

from core.engines.fused import shipped
from core.engines.fused.coverage import UNABLE
from core.engines.fused.machine_code import function_of, object_code, processor
from core.engines.fused.object_file import is_sound
from core.machine.whole_file import NotWritten, write_bytes

log = logging.getLogger(__name__)

NAMES = shipped.NAMES
FOLDER = "DESCENT_LAB_KERNELS"  # the environment variable that names another folder than the user's cache
DRAFT = ".part"  # how a file is called until it is whole
OLD = 600.0  # seconds after which nobody writes at a draft any more
KEPT = 4  # folders of other versions of the bitcode that stay
functions: dict[tuple[str, str], Callable[[int], int]] = {}
failed: dict[tuple[str, str], str] = {}
_making = threading.Lock()


@functools.cache
def _version() -> str:
    """A name for this bitcode, on this processor."""
    found = hashlib.sha256(processor().encode())
    for path in sorted(shipped.FOLDER.glob("*.bc")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def room() -> pathlib.Path:
    """The folder of this version's programs."""
    rooms = os.environ.get(FOLDER)
    return (pathlib.Path(rooms) if rooms else platformdirs.user_cache_path("descent-lab") / "kernels") / _version()


def place(name: str, dtype: str) -> pathlib.Path:
    """Where a program's machine code lies."""
    return room() / f"{name}-{dtype}.o"


def is_at_hand(dtype: str) -> bool:
    """Whether nothing has to be made before a precision's programs can be called."""
    return all((name, dtype) in functions or (name, dtype) in failed or place(name, dtype).exists() for name in NAMES)


def function(name: str, dtype: str) -> Callable[[int], int] | None:
    """The program, from memory, from the disk (milliseconds) or made anew (a second or two); None where it cannot be
    had here, which the log explains."""
    key = (name, dtype)
    with _making:
        if key not in functions and key not in failed:
            try:
                functions[key] = function_of(_kept(name, dtype) or _made(name, dtype), name)
            except (OSError, AttributeError, TypeError, RuntimeError) as error:  # an LLVM that is not as it is known
                _note_failure(key, f"llvmlite {importlib.metadata.version('llvmlite')}: {error}")
    return functions.get(key)


def _made(name: str, dtype: str) -> bytes:
    """Machine code of the bitcode, kept for the next time where the disk lets us."""
    code = object_code(shipped.place(name, dtype).read_bytes())
    try:
        keep(name, dtype, code)
    except (OSError, NotWritten) as error:
        log.info("the kernel %s for %s is not kept: %s", name, dtype, error)
    return code


def keep(name: str, dtype: str, code: bytes) -> None:
    """Write a program whole or not at all: others may read, and write the same, at any time. `OSError` or `NotWritten`
    where the folder does not let us."""
    room().mkdir(parents=True, exist_ok=True)
    write_bytes(place(name, dtype), hashlib.sha256(code).hexdigest().encode() + b"\n" + code)
    throw_old_away()


def throw_old_away() -> None:
    """Programs of bitcode of long ago, and drafts that nobody finishes any more."""
    with contextlib.suppress(OSError):
        for draft in room().glob(f"*{DRAFT}"):
            if time.time() - draft.stat().st_mtime > OLD:
                draft.unlink()
        room().touch()
        for old in sorted(room().parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)


def _kept(name: str, dtype: str) -> bytes:
    """The code from the disk; nothing where it is missing or broken."""
    try:
        known, code = place(name, dtype).read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return b""
    whole = known == hashlib.sha256(code).hexdigest().encode() and is_sound(code, name)
    return code if whole else b""


def _note_failure(key: tuple[str, str], text: str) -> None:
    """One line for who looks, the first time; all of it for the log."""
    level = logging.INFO if failed else logging.WARNING
    failed[key] = UNABLE
    log.log(level, "The native kernel cannot be had (%s), so PyTorch learns instead.", _last_line(text))
    log.info("no kernel %s for %s: %s", *key, text.strip())


def _last_line(text: str) -> str:
    """Of what went wrong, what was said last."""
    return (text.strip().splitlines() or ["nobody said why"])[-1].strip()
