"""Which keys a table of an experiment's file may have and what a place in it is called, for the sentence that refuses
something."""

from __future__ import annotations

import inspect
from typing import Any, get_args

from pydantic import BaseModel

from core import registry
from core.documents.written import kind_of, name_of
from core.frozen import frozen
from core.params import param_of

_LISTS = {"layers": "layers", "penalties": "penalties"}  # whose entries are called by name, or by kind
_NUMBERED = ("racers",)  # by number, since a person may call them anything


@frozen
class ReadTable:
    """A dictionary that was read as a `model`."""

    model: type[BaseModel]
    values: Any

    def allowed(self, location: tuple[Any, ...]) -> tuple[str, ...]:
        return allowed(self.model, self.values, location)

    def path(self, location: tuple[Any, ...]) -> str:
        return path(self.values, location)


def allowed(model: type[BaseModel], values: Any, location: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys that may stand where the last key of `location` does; none where that is not known.

    `location` is that of a validation error: keys and positions from the top of `values`, the dictionary that was read.
    """
    owner: type[BaseModel] | None = model
    family = ""
    for key in location[:-1]:
        values = _inside(values, key)
        if isinstance(key, int):
            owner = (
                _class_of(family, values) if family else owner
            )  # entries of a list that has no family are of one model
        elif owner is not None and key in owner.model_fields:
            family = _family(owner, key)
            owner = _class_of(family, values) if family else _model_of(owner, key)
    return tuple(owner.model_fields) if owner is not None else ()


def path(values: Any, location: tuple[Any, ...]) -> str:
    """A location in words: `layers.h1.units`, never a position where the entry has a name or a kind."""
    words = []
    for key in location:
        values = _inside(values, key)
        words.append(str(key) if isinstance(key, str) else name_of(values) or str(key + 1))
    return ".".join(words)


def _inside(values: Any, key: Any) -> Any:
    try:
        return values[key]
    except (KeyError, IndexError, TypeError):
        return None


def _family(owner: type[BaseModel], key: str) -> str:
    param = param_of(owner, key)
    return param.family or _LISTS.get(key, "") if param else ""


def _class_of(family: str, values: Any) -> type[BaseModel] | None:
    return registry.family(family).get(kind_of(values)) if family else None


def _model_of(owner: type[BaseModel], key: str) -> type[BaseModel] | None:
    annotation = owner.model_fields[key].annotation
    candidates = get_args(annotation) or (annotation,)
    return next((item for item in candidates if inspect.isclass(item) and issubclass(item, BaseModel)), None)


def is_setting(model: type[BaseModel], path: str) -> bool:
    """Whether a document of this model may have something at a path, of whatever kind its components are: "optimizer",
    "optimizer.kind", "layers.h7.units", "racers.1.optimizer.lr"."""
    return _leads_on(model, path.split("."))


def _leads_on(owner: type[BaseModel], keys: list[str]) -> bool:
    key, *rest = keys
    if key not in owner.model_fields:
        return False
    family, inner = _family(owner, key), _model_of(owner, key)
    owners = tuple(registry.family(family).values()) if family else (inner,) if inner else ()
    if rest and owners and key in (*_LISTS, *_NUMBERED):
        entry, *rest = rest
        if entry.isdigit() is not (key in _NUMBERED):
            return False
    return not rest or any(_leads_on(entry, rest) for entry in owners)
