"""frozen: what makes a class a value, whose fields are given once.

As `dataclasses.dataclass(frozen=True)`, whose fields, `replace` and patterns it shares; but only `__init__` is written
out and compiled for a class, since no other method has a form of its own in each, and only when the first value of the
class is made. There are two hundred such classes, and six methods compiled for each of them take a twentieth of the
start (docs/measurements.md).
"""

from __future__ import annotations

import dataclasses
import operator
import reprlib
from collections.abc import Callable
from typing import Protocol, TypeVar, dataclass_transform, overload

T = TypeVar("T")
Fields = tuple[dataclasses.Field[object], ...]


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[T], /) -> type[T]: ...


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(*, eq: bool) -> Callable[[type[T]], type[T]]: ...


def frozen(cls: type[T] | None = None, /, *, eq: bool = True) -> type[T] | Callable[[type[T]], type[T]]:
    """A value is equal to another of its class whose fields are equal; with `eq=False`, where fields cannot be
    compared, to itself alone."""

    def make(cls: type[T]) -> type[T]:
        fields = _declared(cls)
        _give(cls, _first_init(cls, fields), _repr, _refuse_set, _refuse_delete)
        if eq:
            _give(cls, *_comparison(tuple(field.name for field in fields)))
        return cls

    return make if cls is None else make(cls)


def _declared(cls: type) -> Fields:
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    return dataclasses.fields(cls)


def _give(cls: type, *methods: Callable[..., object]) -> None:
    """Methods for a class, but for those that it has written itself; with its own `__eq__` Python notes that it has no
    `__hash__`."""
    for method in methods:
        if cls.__dict__.get(method.__name__) is None:
            setattr(cls, method.__name__, method)


def _first_init(cls: type, fields: Fields) -> Callable[..., None]:
    """Compiles the class's own, which takes its place from then on."""

    def __init__(self: object, *values: object, **named: object) -> None:
        own = _init(cls, fields)
        type.__setattr__(cls, "__init__", own)
        own(self, *values, **named)

    return __init__


def _init(cls: type, fields: Fields) -> Callable[..., object]:
    """Puts what is given into the object's own dictionary, past the refusal to set a field."""
    known: dict[str, Callable[..., object]] = {}
    exec("\n ".join([f"def __init__({', '.join(['self', *map(_given, fields)])}):", *_lines(cls, fields)]), {
        "missing": dataclasses.MISSING,
        **{f"usual_{field.name}": field.default for field in fields},
        **{f"make_{field.name}": field.default_factory for field in fields},
    }, known)  # fmt: skip
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return known["__init__"]


def _given(field: dataclasses.Field[object]) -> str:
    """A field as a parameter."""
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=missing"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=usual_{field.name}"


def _lines(cls: type, fields: Fields) -> list[str]:
    lines = ["into = self.__dict__"]
    for name, made in ((field.name, field.default_factory is not dataclasses.MISSING) for field in fields):
        lines.append(f"into[{name!r}] = " + (f"make_{name}() if {name} is missing else {name}" if made else name))
    return [*lines, "self.__post_init__()"] if hasattr(cls, "__post_init__") else lines


def _comparison(names: tuple[str, ...]) -> tuple[Callable[..., object], Callable[..., object]]:
    values = _values(names)

    def __eq__(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    return __eq__, __hash__


def _values(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """What takes the fields of an object as one tuple."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda holder: tuple(getattr(holder, name) for name in names)


class _Frozen(Protocol):
    __dataclass_fields__: dict[str, dataclasses.Field[object]]


@reprlib.recursive_repr()
def _repr(self: _Frozen) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({told})"


def _refuse_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_repr.__name__, _refuse_set.__name__, _refuse_delete.__name__ = "__repr__", "__setattr__", "__delattr__"
