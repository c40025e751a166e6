"""What is given back of the memory that ended runs have held: by the collector, and by the C library.

glibc keeps what is freed in arenas, one for some threads each: many runs, each on threads of its own, leave many of
them half empty. Two suffice here, and what is free in them is given back when a run has ended.
"""

from __future__ import annotations

import ctypes
import functools
import gc
import sys
import time

ARENAS = 2
_M_ARENA_MAX = -8  # malloc.h
SELDOM = 2.0  # seconds between two times at least: while a slider is dragged runs end many times a second


@functools.cache
def _library() -> ctypes.CDLL | None:
    """glibc; None where the C library is another one."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    try:
        known = library.mallopt, library.malloc_trim
    except AttributeError:
        return None
    return library if all(known) else None


def cap_arenas() -> None:
    """To be called before there are threads."""
    library = _library()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Collect what nobody holds, and return what is free to the system; some tens of milliseconds."""
    gc.collect()
    library = _library()
    if library is not None:
        library.malloc_trim(0)


class Tidying:
    """Gives back after runs have ended, and not too often."""

    def __init__(self) -> None:
        self._due, self._last = False, -SELDOM

    def look(self, *, ended: bool) -> None:
        """Tell whether a run has ended just now."""
        self._due |= ended
        now = time.monotonic()
        if self._due and now - self._last >= SELDOM:
            give_back()
            self._due, self._last = False, now
