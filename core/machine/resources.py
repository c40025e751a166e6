"""Where the files lie that come with the program."""

from __future__ import annotations

import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources"
DATA = FOLDER / "data"
