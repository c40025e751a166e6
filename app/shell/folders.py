"""Where settings, recovered work and the log lie; `DESCENT_LAB_HOME` moves all of them (tests, a stick)."""

from __future__ import annotations

import os
import pathlib

import platformdirs

NAME = "descent-lab"


def _place(kind: str, fallback: str) -> pathlib.Path:
    home = os.environ.get("DESCENT_LAB_HOME")
    return pathlib.Path(home) / kind if home else pathlib.Path(fallback)


def _folder(kind: str, fallback: str) -> pathlib.Path:
    folder = _place(kind, fallback)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings_file() -> pathlib.Path:
    """The ini file of the window's settings."""
    return _folder("config", platformdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"


def recovery() -> pathlib.Path:
    """The folder of work that was not saved yet."""
    return _folder("recovery", str(pathlib.Path(platformdirs.user_state_dir(NAME, appauthor=False)) / "recovery"))


def history() -> pathlib.Path:
    """The folder of the older parts of the runs' histories: made when one does not fit into memory, emptied when the
    run is left."""
    return _place("cache", platformdirs.user_cache_dir(NAME, appauthor=False)) / "history"


def log_file() -> pathlib.Path:
    """The log."""
    return _folder("log", platformdirs.user_log_dir(NAME, appauthor=False)) / "descent-lab.log"
