"""kind -> component class; the components of a family are the classes in the files of its folder."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from typing import Annotated, Any

from pydantic import BeforeValidator, SerializeAsAny
from pydantic_core import PydanticCustomError

from core.params import Component

FAMILIES = (
    "datasets",
    "tasks",
    "layers",
    "activations",
    "initializers",
    "losses",
    "rules",
    "optimizers",
    "schedules",
    "penalties",
    "probes",
)


@functools.cache
def family(name: str) -> dict[str, type[Component]]:
    """All component classes of a family by kind, in the order in which a menu shows them."""
    package = importlib.import_module(f"core.{name}")
    found: dict[str, type[Component]] = {}
    for entry in pkgutil.iter_modules(package.__path__):
        if entry.name.endswith("_module"):  # the torch side of a component: imported when it is built
            continue
        module = importlib.import_module(f"core.{name}.{entry.name}")
        for _, cls in inspect.getmembers(module, inspect.isclass):
            if issubclass(cls, Component) and cls.__module__ == module.__name__ and _is_concrete(cls):
                kind = cls.kind_name()
                if kind in found:
                    raise TypeError(f"two components of {name} are called {kind!r}")
                found[kind] = cls
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[1].label)))


def _is_concrete(cls: type[Component]) -> bool:
    return isinstance(cls.model_fields["kind"].default, str)


def find(name: str, kind: str) -> type[Component]:
    """The class of one kind; KeyError-free: raises ValueError with the allowed kinds."""
    classes = family(name)
    if kind not in classes:
        raise ValueError(f"{kind!r} is not known; allowed: {', '.join(classes)}")
    return classes[kind]


def parse(name: str, value: Any) -> Component:
    """A component of the family `name` from a dictionary with `kind`, a bare kind, or a component."""
    if isinstance(value, Component):
        if value.family != name:
            raise PydanticCustomError("family", "a component of {family} does not belong here", {"family": value.family})
        return value
    if isinstance(value, str):
        value = {"kind": value}
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise PydanticCustomError("kind_missing", 'needs a table with a "kind"')
    try:
        cls = find(name, value["kind"])
    except ValueError as error:
        raise PydanticCustomError("kind_unknown", "{reason}", {"reason": f"kind {error}"}) from None
    return cls.model_validate(value)


def of(name: str) -> Any:
    """The annotation of a field that holds a component of the family `name`."""
    return Annotated[SerializeAsAny[Component], BeforeValidator(functools.partial(parse, name))]
