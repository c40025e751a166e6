"""Where what the program writes for itself lies; `DESCENT_LAB_HOME` moves all of it (tests, a stick)."""

from __future__ import annotations

import contextlib
import os
import pathlib

import platformdirs

NAME = "descent-lab"


def place(kind: str, fallback: str) -> pathlib.Path:
    """A folder, whether it is there or not; `fallback` is the system's place for its kind."""
    home = os.environ.get("DESCENT_LAB_HOME")
    return pathlib.Path(home) / kind if home else pathlib.Path(fallback)


def folder(kind: str, fallback: str) -> pathlib.Path:
    """The same, made where that can be: whoever writes into it finds out that it is not there."""
    found = place(kind, fallback)
    with contextlib.suppress(OSError):
        found.mkdir(parents=True, exist_ok=True)
    return found


def data() -> pathlib.Path:
    """The folder of what a person has made here and wants to find again: the runs."""
    return folder("data", platformdirs.user_data_dir(NAME, appauthor=False))


def cache() -> pathlib.Path:
    """The folder of what can be computed again."""
    return folder("cache", platformdirs.user_cache_dir(NAME, appauthor=False))
