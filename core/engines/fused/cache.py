"""How the kernel is compiled and where the result is kept."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import pathlib
import shutil
from collections.abc import Callable
from typing import Any

import numba
import platformdirs

KEPT = 4  # kernels of other versions of the sources that stay on the disk


def _sources_hash() -> str:
    """Numba looks only at the file of a function itself; what it calls in other files counts as well."""
    found = hashlib.sha256(numba.__version__.encode())
    for path in sorted(pathlib.Path(__file__).parent.glob("*.py")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


@functools.cache
def _room() -> pathlib.Path:
    """The folder of this version's kernels; those of old versions are thrown away."""
    rooms = platformdirs.user_cache_path("descent-lab") / "kernels"
    room = rooms / _sources_hash()
    with contextlib.suppress(OSError):
        room.mkdir(parents=True, exist_ok=True)
        room.touch()
        for old in sorted(rooms.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)
    return room


def is_kept(dtype: str) -> bool:
    """Whether the kernel of a precision lies compiled on the disk."""
    return (_room() / f"{dtype}.compiled").exists()


def keep(dtype: str) -> None:
    """Note that the kernel of a precision has been compiled."""
    with contextlib.suppress(OSError):
        (_room() / f"{dtype}.compiled").touch()


def inner(function: Callable[..., Any]) -> Any:
    """Compile a function that is only called by other compiled ones."""
    return numba.njit(nogil=True, forceinline=True, fastmath={"contract", "nsz"}, error_model="numpy")(function)


def entry(function: Callable[..., Any]) -> Any:
    """Compile a function that Python calls, and keep the result on the disk where there is a place for it."""
    before = numba.config.CACHE_DIR  # type: ignore[attr-defined]
    numba.config.CACHE_DIR = str(_room())  # type: ignore[attr-defined]
    try:
        return numba.njit(nogil=True, cache=True, fastmath={"contract", "nsz"}, error_model="numpy")(function)
    except RuntimeError:  # no folder can be written to: compiled anew in every process
        return numba.njit(nogil=True, forceinline=True, fastmath={"contract", "nsz"}, error_model="numpy")(function)
    finally:
        numba.config.CACHE_DIR = before  # type: ignore[attr-defined]
