"""The presets as the gallery shows them: read from their files without building anything."""

from __future__ import annotations

import dataclasses
import pathlib
import tomllib
from typing import Any

from core.resources import FOLDER

PRESETS = FOLDER / "presets"
STRIPS = FOLDER / "strips"
ORDER_FILE = "gallery.toml"
STRIP_ENDINGS = (".webp", ".png")


@dataclasses.dataclass(frozen=True)
class Card:
    """What the gallery says of one preset; `strip` is None until a film strip has been recorded."""

    name: str
    title: str
    description: str
    what_to_try: str
    goal: str
    data: dict[str, Any]
    strip: pathlib.Path | None
    start_here: bool = False


@dataclasses.dataclass(frozen=True)
class Shelves:
    """The gallery: the opening cards in their order, and every other preset."""

    opening: tuple[Card, ...]
    others: tuple[Card, ...]

    @property
    def all(self) -> tuple[Card, ...]:
        return self.opening + self.others


def read_shelves(presets: pathlib.Path = PRESETS, strips: pathlib.Path = STRIPS) -> Shelves:
    """All presets of a folder; a file that cannot be read is left out rather than closing the whole gallery."""
    order = _toml(presets / ORDER_FILE) or {}
    cards = {}
    for path in sorted(presets.glob("*.toml")):
        values = _toml(path) if path.name != ORDER_FILE else None
        if values is not None:
            cards[path.stem] = _card(path.stem, values, strips, path.stem == order.get("start"))
    opening = [name for name in order.get("cards", []) if name in cards]
    second = [name for name in order.get("shelf", []) if name in cards and name not in opening]
    rest = [name for name in cards if name not in opening and name not in second]
    return Shelves(tuple(cards[name] for name in opening), tuple(cards[name] for name in (*second, *rest)))


def _card(name: str, values: dict[str, Any], strips: pathlib.Path, start_here: bool) -> Card:
    strip = next((path for ending in STRIP_ENDINGS if (path := strips / f"{name}{ending}").exists()), None)
    return Card(
        name=name,
        title=str(values.get("title") or name),
        description=str(values.get("description", "")),
        what_to_try=str(values.get("what_to_try", "")),
        goal=str(values.get("goal", {}).get("text", "")),
        data=dict(values.get("data", {})),
        strip=strip,
        start_here=start_here,
    )


def _toml(path: pathlib.Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
