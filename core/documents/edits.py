"""Paths such as `optimizer.lr` or `layers.h1.units`: read, replace, compare.

`layers.*.units` are the units of all layers that have some, `layers.count` is how many layers there are: with more the
last one is repeated, with less those at the end go.
"""

from __future__ import annotations

import copy
from typing import Any, TypeVar

from pydantic import BaseModel

from core import registry
from core.documents.document import Document
from core.documents.written import is_table, name_of, word
from core.messages import BadInput
from core.params import Component, param_of

D = TypeVar("D", bound=Document)
EACH, COUNT = "*", "count"
MOST = 100  # entries of a list that are counted


def get(value: Any, path: str) -> Any:
    """The value at a path, of several the first; `BadInput` where there is none."""
    for key in _keys(first_of(value, path)):
        value = _child(value, key, path)
    return value


def first_of(value: Any, path: str) -> str:
    """A path to all entries of a list as that to the first one that has what it names."""
    head, star, tail = path.partition(f".{EACH}.")
    if not star:
        return path
    for entry in get(value, head):
        try:
            return f"{head}.{name_of(entry)}.{first_of(entry, tail)}" if get(entry, tail) is not None else path
        except BadInput:
            continue
    raise BadInput("path", path, f"none has {tail!r}")


def replace(document: D, path: str, value: Any, where: str = "experiment") -> D:
    """The document with one value replaced and everything checked anew.

    A new `….kind` keeps the fields that both kinds share.
    """
    return replace_all(document, ((path, value),), where)


def replace_all(document: D, edits: tuple[tuple[str, Any], ...], where: str = "experiment") -> D:
    """Several replacements that are checked together, with what they bring along (`follow`) unless it is named too."""
    before, values, kind = document.values(), document.values(), type(document)
    for path, value in edits:
        _set(values, _keys(path), value, path, where)
    kind.follow(before, values)
    for path, value in edits:
        if not path.endswith(".name"):  # what has got another name is not found by its old one
            _set(values, _keys(path), value, path, where)
    _leave_open(document, before, values, [path for path, _ in edits])
    return kind.parse(values, where)


def _leave_open(document: Document, before: dict[str, Any], values: dict[str, Any], named: list[str]) -> None:
    """What the file leaves open in a part of the document, and no edit names, stays open: it may still be guessed."""
    for name in type(document).model_fields:
        part, was, now = getattr(document, name), before.get(name), values.get(name)
        if isinstance(part, BaseModel) and is_table(was) and is_table(now) and name not in named:
            alike = [key for key in was if key in now and now[key] == was[key] and f"{name}.{key}" not in named]
            for key in alike if now.get("kind") == was.get("kind") else ():
                if key not in part.model_fields_set:
                    del now[key]


def differences(old: BaseModel, new: BaseModel, prefix: str = "") -> dict[str, tuple[Any, Any]]:
    """Path -> (old, new) of every leaf that differs; a component of another kind counts as one leaf at `….kind`."""
    found: dict[str, tuple[Any, Any]] = {}
    for name in type(new).model_fields:
        before, after = getattr(old, name, None), getattr(new, name)
        if before != after:
            found |= _difference(before, after, f"{prefix}{name}")
    return found


def is_live(document: Document, path: str) -> bool:
    """Whether a change at this path takes effect in mid-run."""
    owner: Any = document
    keys = _keys(path)
    for index, key in enumerate(keys):
        if isinstance(owner, BaseModel):
            param = param_of(type(owner), key)
            if param is not None and param.live:
                return True
        if index < len(keys) - 1:
            owner = _child(owner, key, path)
    return False


def only_live(old: Document, new: Document) -> bool:
    """Whether everything that differs may change in mid-run."""
    return all(is_live(new, path) for path in differences(old, new) if path not in Document.WORDS)


def _difference(before: Any, after: Any, path: str) -> dict[str, tuple[Any, Any]]:
    if isinstance(before, BaseModel) and isinstance(after, BaseModel):
        if type(before) is not type(after):
            return {f"{path}.kind": (before, after)} if isinstance(after, Component) else {path: (before, after)}
        return differences(before, after, f"{path}.")
    if _have_names(before) and _have_names(after) and [name_of(x) for x in before] == [name_of(x) for x in after]:
        found: dict[str, tuple[Any, Any]] = {}
        for one, other in zip(before, after, strict=True):
            if one != other:
                found |= _difference(one, other, f"{path}.{name_of(one)}")
        return found
    return {path: (before, after)}


def _have_names(value: Any) -> bool:
    """Whether these are layers, or penalties, which their kinds name."""
    if not isinstance(value, tuple) or not all(isinstance(item, Component) for item in value):
        return False
    return len({name_of(item) for item in value}) == len(value) > 0


def _keys(path: str) -> list[str]:
    return path.split(".")


def _child(value: Any, key: str, path: str) -> Any:
    if isinstance(value, BaseModel) and key in type(value).model_fields:
        return getattr(value, key)
    if isinstance(value, dict) and key in value:
        return value[key]
    if isinstance(value, (tuple, list)):
        for position, item in enumerate(value):
            if key in (name_of(item), str(position + 1)):
                return item
        if key == COUNT:
            return len(value)
    raise BadInput("path", path, f"there is no {key!r}")


def _set(values: Any, keys: list[str], value: Any, path: str, where: str) -> None:
    for place, key in enumerate(keys[:-1]):
        if key == EACH and isinstance(values, list):
            _set_each(values, keys[place + 1 :], value, path, where)
            return
        values = _enter(values, key, path, where)
    last = keys[-1]
    if isinstance(values, list):
        _set_entry(values, last, value, path, where)
        return
    if last == "kind" and isinstance(value, str) and isinstance(values.get("kind"), str):
        _change_kind(values, value, keys, path, where)
    elif value is None:
        values.pop(last, None)
    else:
        values[last] = _plain(value)


def _set_each(entries: list[Any], keys: list[str], value: Any, path: str, where: str) -> None:
    """In all entries that have what is named."""
    having = [entry for entry in entries if word(entry, keys[0]) is not None]
    if not having:
        raise BadInput(where, path, f"none of them has {keys[0]!r}")
    for entry in having:
        _set(entry, keys, value, path, where)


def _set_entry(entries: list[Any], key: str, value: Any, path: str, where: str) -> None:
    """One entry by its name or number, or how many there are."""
    for position, item in enumerate(entries):
        if key in (name_of(item), str(position + 1)):
            entries[position] = _plain(value)
            return
    if key != COUNT:
        raise BadInput(where, path, _no_such(key, entries))
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise BadInput(where, path, f"must be a whole number from 0 to {MOST}, not {value!r}")
    if value and not entries:
        raise BadInput(where, path, "there is none to be repeated")
    missing = value - len(entries)
    nameless = {name: item for name, item in entries[-1].items() if name != "name"} if missing > 0 else {}
    entries[value:] = [copy.deepcopy(nameless) for _ in range(missing)]


def _enter(values: Any, key: str, path: str, where: str) -> Any:
    if isinstance(values, list):
        for item in values:
            if key in (name_of(item),):
                return item
        if key.isdigit() and 0 < int(key) <= len(values):
            return values[int(key) - 1]
        raise BadInput(where, path, _no_such(key, values))
    if not isinstance(values.get(key), (dict, list)):
        if key in values and not isinstance(values[key], str):
            raise BadInput(where, path, f"{key!r} has no parts")
        values[key] = {}
    return values[key]


def _no_such(key: str, entries: list[Any]) -> str:
    names = [name for item in entries if (name := name_of(item))]
    return f"there is no {key!r}" + (f"; allowed: {', '.join(names)}" if names else ", and no other there, either")


_FAMILY_OF = {
    "data": "datasets", "task": "tasks", "loss": "losses", "rule": "rules", "optimizer": "optimizers", "schedule": "schedules",
    "terrain": "terrains", "activation": "activations", "initializer": "initializers", "bias_initializer": "initializers",
}  # fmt: skip


def _change_kind(values: dict[str, Any], kind: str, keys: list[str], path: str, where: str) -> None:
    owner = keys[-2] if len(keys) > 1 else ""
    family = _FAMILY_OF.get(owner)
    if family is None:
        values["kind"] = kind
        return
    try:
        cls = registry.find(family, kind)
    except ValueError as error:
        raise BadInput(where, path, str(error)) from None
    kept = {name: item for name, item in values.items() if name in cls.model_fields}
    values.clear()
    values.update(kept | {"kind": kind})


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {key: item for key, item in value.model_dump(mode="python").items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
