"""A part of a document before it is checked: a table as a file has it, a component as a program has it, or the bare
kind of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeGuard

from pydantic import BaseModel

from core.documents.toml_file import Values


def is_table(part: object) -> TypeGuard[Values]:
    """Whether a part is a table."""
    return isinstance(part, dict)


def is_list(part: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether a part is a row of entries."""
    return isinstance(part, (list, tuple))


def word(part: object, key: str) -> Any:
    """What a table or a component says under a key; None where it has none."""
    if is_table(part):
        return part.get(key)
    return getattr(part, key, None) if isinstance(part, BaseModel) else None


def said(parts: Iterable[object], key: str) -> set[Any]:
    """The texts and numbers that several parts say under a key."""
    return {found for part in parts if isinstance(found := word(part, key), (str, int, float))}


def kind_of(part: object) -> str:
    """The kind of a part; "" where it names none."""
    return part if isinstance(part, str) else str(word(part, "kind") or "")


def name_of(part: object) -> str | None:
    """What an entry of a list is called in a path: its name, else its kind; None where it has neither."""
    said = word(part, "name") or word(part, "kind")
    return str(said) if said else None
