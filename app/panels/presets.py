"""The presets as the gallery shows them: read from their files without building anything."""

from __future__ import annotations

import dataclasses
import pathlib
import tomllib
from collections.abc import Iterator
from typing import Any

from core.comparison.comparison import LETTERS
from core.documents import suggestions
from core.frozen import frozen
from core.machine.resources import FOLDER

PRESETS, COMPARISONS = FOLDER / "presets", FOLDER / "comparisons"
STRIPS = FOLDER / "strips"
ORDER_FILE, SHELF_FILE = "gallery.toml", "shelf.toml"
BESIDE = "Side by side"  # the heading of the comparisons
REST = "More"  # the heading of what stands in no group
STRIP_ENDINGS = (".webp", ".png")


@frozen
class Card:
    """What the gallery says of one preset; `strip` is None until a film strip has been recorded. `lanes` are the names
    of the runs of a comparison."""

    name: str
    title: str
    description: str
    what_to_try: str
    goal: str
    data: dict[str, Any]
    strip: pathlib.Path | None
    kinds: str = ""  # the kinds of data, task and layers
    start_here: bool = False
    lanes: tuple[str, ...] = ()

    def answers(self, wanted: str) -> bool:
        """Whether every word of a search is found in what the card and its experiment say."""
        told = f"{self.name} {self.title} {self.description} {self.what_to_try} {self.kinds}".casefold()
        return all(word in told for word in wanted.casefold().split())


@frozen
class Shelves:
    """The gallery: the opening cards in their order, and every other preset in groups, each with its heading; `beside`
    are the ready-made comparisons."""

    opening: tuple[Card, ...]
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    beside: tuple[Card, ...] = ()

    @property
    def all(self) -> tuple[Card, ...]:
        """Every preset."""
        return self.opening + tuple(card for _, cards in self.groups for card in cards)


def read_shelves(presets: pathlib.Path = PRESETS, strips: pathlib.Path = STRIPS) -> Shelves:
    """All presets of a folder; a file that cannot be read is left out rather than closing the whole gallery."""
    order = _toml(presets / ORDER_FILE) or {}
    cards = {}
    for path in sorted(presets.glob("*.toml")):
        values = _toml(path) if path.name != ORDER_FILE else None
        if values is not None:
            cards[path.stem] = _card(path.stem, values, strips, path.stem == order.get("start"))
    opening = tuple(cards.pop(name) for name in order.get("cards", []) if name in cards)
    groups = []
    for group in order.get("group", []):
        groups.append(
            (str(group.get("title", "")), tuple(cards.pop(name) for name in group.get("cards", []) if name in cards))
        )
    groups.append((REST if groups else "All", tuple(cards.values())))
    beside = tuple(_comparisons()) if presets == PRESETS else ()
    return Shelves(opening, tuple((title, found) for title, found in groups if found), beside)


def path_of(name: str) -> pathlib.Path:
    """The file of a card."""
    path = COMPARISONS / f"{name}.toml"
    return path if path.is_file() else PRESETS / f"{name}.toml"


def _comparisons() -> Iterator[Card]:
    """The ready-made comparisons, in their order."""
    for name in (_toml(COMPARISONS / SHELF_FILE) or {}).get("comparisons", ()):
        values = _toml(COMPARISONS / f"{name}.toml")
        if values is not None:
            card = _card(name, dict(values.get("base", {})) | values, STRIPS, start_here=False)
            named = (values, *values.get("twins", ()))
            lanes = (str(lane.get("name", "")) or letter for lane, letter in zip(named, LETTERS, strict=False))
            yield dataclasses.replace(card, lanes=tuple(lanes))


def _card(name: str, values: dict[str, Any], strips: pathlib.Path, start_here: bool) -> Card:
    strip = next((path for ending in STRIP_ENDINGS if (path := strips / f"{name}{ending}").exists()), None)
    return Card(
        name=name,
        title=str(values.get("title") or name),
        description=str(values.get("description", "")),
        what_to_try=suggestions.told(values.get("what_to_try")),
        goal=str(values.get("goal", {}).get("text", "")),
        data=dict(values.get("data", {})),
        strip=strip,
        kinds=" ".join(_kinds(values)),
        start_here=start_here,
    )


def _kinds(values: dict[str, Any]) -> Iterator[str]:
    """What a file names by kind: "mnist", "conv2d", "adam" …"""
    for part in (
        values.get("data"),
        values.get("task"),
        values.get("optimizer"),
        values.get("loss"),
        *values.get("layers", ()),
    ):
        if isinstance(part, dict):
            yield str(part.get("kind", ""))


def _toml(path: pathlib.Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
