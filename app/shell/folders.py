"""Where settings, recovered work and the log lie: the window's own folders."""

from __future__ import annotations

import os
import pathlib

import platformdirs

from core.machine.folders import NAME, folder, place


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
