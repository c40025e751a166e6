"""Paths that a document names: absolute while it is open, relative to its folder in its file."""

from __future__ import annotations

import os
import pathlib


def anchored_path(path: str, folder: str | pathlib.Path) -> str:
    """A path as an absolute one: a relative one counts from the folder of the experiment's file."""
    return os.path.realpath(pathlib.Path(folder, path)) if path else ""  # of links in a circle too


def relative_path(path: str, folder: str | pathlib.Path) -> str:
    """A path as it is written into a file in this folder."""
    if not path or not pathlib.Path(path).is_absolute():
        return path
    try:
        return pathlib.Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path
