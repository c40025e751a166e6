"""The kernel's programs as they come with the lab: bitcode, made by `native.building` of the sources beside it."""

from __future__ import annotations

import hashlib
import pathlib

from core.machine import resources

FOLDER = resources.FOLDER / "kernels"
RECORD = FOLDER / "sources.txt"
NAMES = ("look", "advance")  # the quick one first
DTYPES = ("float32", "float64")
_SOURCES = pathlib.Path(__file__).parent / "native"


def place(name: str, dtype: str) -> pathlib.Path:
    """Where a program's bitcode lies."""
    return FOLDER / f"{name}-{dtype}.bc"


def text(name: str, dtype: str) -> pathlib.Path:
    """Where it lies for people to read; not in the wheel."""
    return FOLDER / "text" / f"{name}-{dtype}.ll"


def version() -> str:
    """A short name for what comes with the lab."""
    return RECORD.read_text(encoding="ascii")[:12]


def sources() -> str:
    """What the sources are, in 64 letters: of which ones the bitcode was made stands in `RECORD`."""
    found = hashlib.sha256()
    for path in sorted(_SOURCES.glob("*.py")):
        found.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()
