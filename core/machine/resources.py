"""Where the files lie that come with the program; nobody writes there but who makes them anew."""

from __future__ import annotations

import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources"
DATA = FOLDER / "data"


def is_shipped(path: pathlib.Path) -> bool:
    """Whether a file comes with the program, through whatever links it is named."""
    try:
        return path.resolve().is_relative_to(FOLDER)
    except (OSError, RuntimeError, ValueError):
        return False
