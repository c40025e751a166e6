"""The ready-made comparisons, in their order."""

from __future__ import annotations

import pathlib
import tomllib

from core.comparison.comparison import Comparison
from core.machine.resources import FOLDER

COMPARISONS = FOLDER / "comparisons"
ORDER_FILE = "shelf.toml"


def names() -> tuple[str, ...]:
    """The names of the comparisons, as the shelf shows them."""
    order = tomllib.loads((COMPARISONS / ORDER_FILE).read_text(encoding="utf-8"))
    return tuple(order["comparisons"])


def path(name: str) -> pathlib.Path:
    """The file of a comparison."""
    return COMPARISONS / f"{name}.toml"


def comparisons() -> dict[str, Comparison]:
    """Every comparison of the shelf by name."""
    return {name: Comparison.load(path(name)) for name in names()}
