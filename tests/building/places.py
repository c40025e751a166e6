"""Where things lie."""

from __future__ import annotations

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRESETS = ROOT / "resources" / "presets"
