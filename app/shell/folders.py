"""Where settings, recovered work and the log lie; `DESCENT_LAB_HOME` moves all of them (tests, a stick)."""

from __future__ import annotations

import contextlib
import os
import pathlib

import platformdirs

NAME = "descent-lab"


def _place(kind: str, fallback: str) -> pathlib.Path:
    home = os.environ.get("DESCENT_LAB_HOME")
    return pathlib.Path(home) / kind if home else pathlib.Path(fallback)


def _folder(kind: str, fallback: str) -> pathlib.Path:
    """The folder, made where that can be: whoever writes into it finds out that it is not there."""
    folder = _place(kind, fallback)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings_file() -> pathlib.Path:
    """The ini file of the window's settings."""
    return _folder("config", platformdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"


def recovery() -> pathlib.Path:
    """The folder of work that was not saved yet."""
    return _folder("recovery", str(pathlib.Path(platformdirs.user_state_dir(NAME, appauthor=False)) / "recovery"))


def trouble() -> str:
    """Which of them cannot be written into, in one sentence; "" where all can."""
    places = {"settings": settings_file().parent, "copies of unsaved work": recovery(), "the log": log_file().parent}
    shut = {name: folder for name, folder in places.items() if not (folder.is_dir() and os.access(folder, os.W_OK))}
    if not shut:
        return ""
    folders = " and ".join(dict.fromkeys(map(str, shut.values())))
    return f"Nothing can be written into {folders}: {', '.join(shut)} will not be kept. All else works."


def history() -> pathlib.Path:
    """The folder of the older parts of the runs' histories: made when one does not fit into memory, emptied when the
    run is left."""
    return _place("cache", platformdirs.user_cache_dir(NAME, appauthor=False)) / "history"


def log_file() -> pathlib.Path:
    """The log."""
    return _folder("log", platformdirs.user_log_dir(NAME, appauthor=False)) / "descent-lab.log"
