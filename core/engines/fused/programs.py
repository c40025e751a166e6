"""The compiled programs: where they are kept, and how a process gets hold of one.

A program is made once for each kind of processor and version of the sources, by a process of its own (`compile`), and
lies on the disk as object code. Numba would look only at the file of a function itself; here a hash of all sources is
part of the name.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import logging
import os
import pathlib
import shutil
import subprocess
import time
from collections.abc import Callable

import platformdirs

from core.engines.fused.coverage import UNABLE
from core.engines.fused.native.machine_code import function_of, missing, processor
from core.engines.fused.object_file import is_sound
from core.machine import processes
from core.machine.whole_file import write_bytes

log = logging.getLogger(__name__)

NAMES = ("look", "advance")  # the quick one first
FOLDER = "DESCENT_LAB_KERNELS"  # the environment variable that names another folder than the user's cache
DRAFT = ".part"  # how a file is called until it is whole
LOG = "compiling.log"  # what the process in the background says
KEPT = 4  # folders of other versions of the sources that stay
LONGEST = 600.0  # seconds that a compilation may take
functions: dict[tuple[str, str], Callable[[int], int]] = {}
failed: dict[tuple[str, str], str] = {}
_compiling: dict[str, subprocess.Popen[bytes]] = {}


@functools.cache
def _version() -> str:
    """A name for these sources, on this processor."""
    found = hashlib.sha256(f"{processor()} numba {importlib.metadata.version('numba')}".encode())
    for path in sorted((pathlib.Path(__file__).parent / "native").glob("*.py")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def room() -> pathlib.Path:
    """The folder of this version's programs."""
    rooms = os.environ.get(FOLDER)
    return (pathlib.Path(rooms) if rooms else platformdirs.user_cache_path("descent-lab") / "kernels") / _version()


def place(name: str, dtype: str) -> pathlib.Path:
    """Where a compiled program lies."""
    return room() / f"{name}-{dtype}.o"


def function(name: str, dtype: str) -> Callable[[int], int] | None:
    """The program where it is at hand, from memory or from the disk (milliseconds); else None."""
    key = (name, dtype)
    if key not in functions and key not in failed:
        try:
            code = _read(name, dtype)
            if code:
                functions[key] = function_of(code, name)
        except (AttributeError, TypeError, RuntimeError) as error:  # an LLVM that is not as it is known here
            _note_failure(name, dtype, f"llvmlite {importlib.metadata.version('llvmlite')}: {error}")
    return functions.get(key)


def wait_for(name: str, dtype: str) -> str:
    """Have a program compiled and wait for it; why there is none, "" where there is."""
    if function(name, dtype) is None and (name, dtype) not in failed:
        said = _compile(name, dtype)
        if function(name, dtype) is None:
            _note_failure(name, dtype, said)
    return failed.get((name, dtype), "")


def _compile(name: str, dtype: str) -> str:
    """Have a program made by another process; what that said."""
    try:
        done = subprocess.run(
            _command(dtype, name),
            env=_environment(),
            cwd=processes.ROOT,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    return done.stderr.decode(errors="replace")


def compile_in_background(dtype: str) -> str:
    """Have what is missing compiled by a process that takes only what others leave; the next start finds it. Why that
    is hopeless, "" where it is not."""
    if dtype not in _compiling:
        try:
            room().mkdir(parents=True, exist_ok=True)
            with open(room() / LOG, "ab") as said:
                _compiling[dtype] = subprocess.Popen(
                    [*_command(dtype, *NAMES), "--politely"],
                    env=_environment(),
                    cwd=processes.ROOT,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                )
        except OSError as error:
            _note_failure(NAMES[-1], dtype, str(error))
    elif _compiling[dtype].poll():
        _note_failure(NAMES[-1], dtype, f"{room() / LOG} says why")
    return next((failed[key] for key in failed if key[1] == dtype), "")


def keep(name: str, dtype: str, code: bytes, needs: tuple[str, ...]) -> None:
    """Write a program whole or not at all: others may read, and write the same, at any time. OSError where the folder
    does not let us."""
    folder = room()
    folder.mkdir(parents=True, exist_ok=True)
    header = json.dumps({"needs": needs, "sha256": hashlib.sha256(code).hexdigest()}).encode()
    write_bytes(place(name, dtype), header + b"\n" + code)


def is_kept(name: str, dtype: str) -> bool:
    """Whether a program lies on the disk, whole."""
    return _found(name, dtype) is not None


def throw_old_away() -> None:
    """Programs of sources that were changed long ago, and drafts that nobody finishes any more."""
    with contextlib.suppress(OSError):
        for draft in room().glob(f"*{DRAFT}"):
            if time.time() - draft.stat().st_mtime > LONGEST:
                draft.unlink()
        room().touch()
        for old in sorted(room().parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)


def _found(name: str, dtype: str) -> tuple[bytes, list[str]] | None:
    """The code from the disk and the symbols that it needs; None where it is missing or broken."""
    try:
        header, code = place(name, dtype).read_bytes().split(b"\n", 1)
        facts = json.loads(header)
        needs, known = [str(symbol) for symbol in facts["needs"]], facts["sha256"]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    whole = known == hashlib.sha256(code).hexdigest() and is_sound(code, name)
    return (code, needs) if whole else None


def _read(name: str, dtype: str) -> bytes:
    """The code from the disk; nothing where it is missing, broken or needs what this process has not got."""
    code, needs = _found(name, dtype) or (b"", [])
    lacking = missing(needs)
    if lacking:
        _note_failure(name, dtype, f"it needs {', '.join(lacking)}, which this system has not got")
        return b""
    return code


def _note_failure(name: str, dtype: str, text: str) -> None:
    """One line for who looks, the first time; all of it for the log."""
    level = logging.INFO if failed else logging.WARNING
    failed[name, dtype] = UNABLE
    log.log(level, "The native kernel cannot be had (%s), so PyTorch learns instead.", _last_line(text))
    log.info("no kernel %s for %s: %s", name, dtype, text.strip())


def _last_line(text: str) -> str:
    """Of what a process has said, what it said last."""
    return (text.strip().splitlines() or ["nobody said why"])[-1].strip()


def _command(dtype: str, *names: str) -> list[str]:
    return processes.python("-m", "core.engines.fused.compile", dtype, *names)


def _environment() -> dict[str, str]:
    """The process works in another folder: where the programs lie is named whole."""
    return processes.environment() | {FOLDER: str(room().parent.absolute())}
