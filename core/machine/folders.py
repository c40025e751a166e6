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


def settings_file() -> pathlib.Path:
    """The ini file of the window's settings."""
    return folder("config", platformdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"


def recovery() -> pathlib.Path:
    """The folder of work that was not saved yet."""
    return folder("recovery", str(pathlib.Path(platformdirs.user_state_dir(NAME, appauthor=False)) / "recovery"))


def trouble() -> str:
    """Which of them cannot be written into, in one sentence; "" where all can."""
    places = {"settings": settings_file().parent, "copies of unsaved work": recovery(), "the log": log_file().parent}
    shut = {name: there for name, there in places.items() if not (there.is_dir() and os.access(there, os.W_OK))}
    if not shut:
        return ""
    folders = " and ".join(dict.fromkeys(map(str, shut.values())))
    return f"Nothing can be written into {folders}: {', '.join(shut)} will not be kept. All else works."


def history() -> pathlib.Path:
    """The folder of the older parts of the runs' histories: made when one does not fit into memory, emptied when the
    run is left."""
    return place("cache", platformdirs.user_cache_dir(NAME, appauthor=False)) / "history"


def log_file() -> pathlib.Path:
    """The log."""
    return folder("log", platformdirs.user_log_dir(NAME, appauthor=False)) / "descent-lab.log"
