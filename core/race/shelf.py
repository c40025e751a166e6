"""The ready-made races of the gradient-descent room, in their order."""

from __future__ import annotations

import pathlib
import tomllib

from core.machine.resources import FOLDER
from core.race.race import Race

RACES = FOLDER / "races"
PRESETS = FOLDER / "presets"
ORDER_FILE = "shelf.toml"


def names() -> tuple[str, ...]:
    """The names of the races, as the shelf shows them."""
    order = tomllib.loads((RACES / ORDER_FILE).read_text(encoding="utf-8"))
    return tuple(order["races"])


def path(name: str) -> pathlib.Path:
    """The file of a race; those that are cards of the gallery lie with its presets."""
    here = RACES / f"{name}.toml"
    return here if here.is_file() else PRESETS / f"{name}.toml"


def races() -> dict[str, Race]:
    """Every race of the shelf by name."""
    return {name: Race.load(path(name)) for name in names()}
