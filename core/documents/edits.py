"""Paths such as `optimizer.lr` or `layers.h1.units`: read, replace, compare."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from core import registry
from core.documents.document import Document
from core.documents.written import name_of
from core.messages import BadInput
from core.params import Component, param_of

D = TypeVar("D", bound=Document)


def get(value: Any, path: str) -> Any:
    """The value at a path; `BadInput` where there is none."""
    for key in _keys(path):
        value = _child(value, key, path)
    return value


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
    return kind.parse(values, where)


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
    raise BadInput("path", path, f"there is no {key!r}")


def _set(values: Any, keys: list[str], value: Any, path: str, where: str) -> None:
    for key in keys[:-1]:
        values = _enter(values, key, path, where)
    last = keys[-1]
    if isinstance(values, list):
        for position, item in enumerate(values):
            if last in (name_of(item), str(position + 1)):
                values[position] = _plain(value)
                return
        raise BadInput(where, path, _no_such(last, values))
    if last == "kind" and isinstance(value, str) and isinstance(values.get("kind"), str):
        _change_kind(values, value, keys, path, where)
    elif value is None:
        values.pop(last, None)
    else:
        values[last] = _plain(value)


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
