"""Presets, races and comparisons with some of their values, keys and tables replaced by chance."""

from __future__ import annotations

import copy
import datetime
import functools
import itertools
import random
import tomllib
from typing import Any

import tomli_w

from tests.building.places import PRESETS, ROOT

Values = dict[str, Any]
ODD: tuple[Any, ...] = (
    0, -1, 1, 2, 7, 0.5, 1e30, -1e30, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 10**6, 10**9, 2**63 - 1, -(2**63),
    True, False, "", "a", "x" * 5000, "a.b", "../x", "a\u2028b", "\n", "a\0b", "x" + ".a" * 990, "(" * 300, "sgd", "gan", "csv", "max",
    [], {}, [[]], ["a"], [1], [1e308, 1e308], [[[[1]]]], [{}], {"a": 1}, {"kind": "sgd"}, {"kind": "dense", "units": 3}, {"kind": ["a"]},
    {"name": ["x"]}, [{"kind": "dense", "name": ["a"]}], [{"name": {"a": 1}}], {"kind": "adafactor"}, datetime.date(2020, 1, 1), datetime.time(1, 2),
)  # fmt: skip
KEYS = (
    "name",
    "kind",
    "lr",
    "gamma",
    "weights",
    "seeds",
    "rule",
    "schedule",
    "penalties",
    "features",
    "task",
    "layers",
    "racers",
    "player",
    "base",
    "twins",
    "edits",
    "without",
    "",
)


@functools.cache
def whole() -> tuple[str, ...]:
    """The presets, races and comparisons that come with the program."""
    others = (sorted((ROOT / "resources" / folder).glob("*.toml")) for folder in ("races", "comparisons"))
    files = [*sorted(PRESETS.glob("*.toml")), *itertools.chain(*others)]
    return tuple(file.read_text(encoding="utf-8") for file in files if file.stem != "shelf")


def mutated(chance: random.Random) -> str:
    """A document with one to three changes, or with some of its letters changed."""
    source = chance.choice(whole())
    if chance.random() < 0.1:
        return _scratched(source, chance)
    values = tomllib.loads(source)
    for _ in range(chance.choice((1, 1, 2, 3))):
        _change(values, chance)
    return tomli_w.dumps(values)


def _scratched(source: str, chance: random.Random) -> str:
    letters = list(source)
    for _ in range(chance.choice((1, 3, 9))):
        letters[chance.randrange(len(letters))] = chance.choice('[]{}"=.\n\0#,9aé')
    return "".join(letters[: chance.choice((len(letters), chance.randrange(len(letters))))])


def _change(values: Values, chance: random.Random) -> None:
    ways = _ways(values)
    if not ways:
        return
    *way, last = chance.choice(ways)
    holder: Any = values
    for key in way:
        holder = holder[key]
    what, odd = chance.random(), copy.deepcopy(chance.choice(ODD))
    if what < 0.6:
        holder[last] = odd
    elif what < 0.7:
        del holder[last]
    elif what < 0.9 and isinstance(holder, dict):
        holder[chance.choice(KEYS)] = odd
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    else:
        holder[last] = [holder[last]]


def _ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, item in inner for found in ((*way, key), *_ways(item, (*way, key)))]
