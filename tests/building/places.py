"""Where things lie."""

from __future__ import annotations

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRESETS = ROOT / "resources" / "presets"
CASES = pathlib.Path(__file__).parents[1] / "cases"  # small files of other people
