"""What an edit of the race does, for the Undo entry: "Add Adam", "Learning rate η of slow"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.documents.path_words import label_of
from core.documents.written import word
from core.race import Race

Pairs = tuple[tuple[str, Any], ...]


def words(race: Race, pairs: Pairs) -> str:
    """Empty where the store's own words say it as well."""
    paths = [path for path, _ in pairs]
    if all(path.startswith("seeds.") for path in paths) and len(paths) > 1:
        return "Other start"
    if paths == ["racers"]:
        return _racers(race, pairs[0][1])
    numbers = {path.split(".")[1] for path in paths if path.startswith("racers.")}
    if len(numbers) != 1 or not all(path.startswith("racers.") for path in paths):
        return ""
    (number,) = numbers
    if not number.isdigit() or not 1 <= int(number) <= len(race.racers):
        return ""
    name = race.racers[int(number) - 1].name
    changed = (
        "Method"
        if any(path.endswith((".kind", ".player")) for path in paths)
        else label_of(race, paths[0])
        if len(paths) == 1
        else "Settings"
    )
    return f"{changed} of {name}"


def _racers(race: Race, new: Iterable[object]) -> str:
    before, after = [racer.name for racer in race.racers], [str(word(racer, "name") or "") for racer in new]
    added, gone = [name for name in after if name not in before], [name for name in before if name not in after]
    if len(added) == 1 and not gone:
        return f"Add {added[0]}"
    if len(gone) == 1 and not added:
        return f"Remove {gone[0]}"
    return "Other racers"
