"""Every preset against the loop that a person would write for it: which engine makes its updates, and how fast."""

from __future__ import annotations

from app.bench.rates import beside_bare, preset, without_evaluations
from app.bench.rows import Found, Row
from core.document import kind_of
from core.documents.document import FIRST_KIND
from core.machine.resources import FOLDER

GALLERY = "gallery"  # the list of them


def measure() -> Found:
    """A row for each preset that is a network."""
    found = sorted(path for path in (FOLDER / "presets").glob("*.toml") if path.stem != GALLERY)
    return [_row(path.stem) for path in found if kind_of(path) == FIRST_KIND]


def _row(name: str) -> Row:
    found = beside_bare(without_evaluations(preset(name)))
    return found.row(f"`{name}`", f"{found.engine}; {found.parameters:,} parameters, batch {found.batch}")
