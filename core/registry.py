"""kind -> component class; the components of a family are the classes in the files of its folder.

Who knows the contract asks by it (`kinds`, `kind_of`, `read`) and is given its type back; who has the family's name
only, from a declaration or a file, asks by that (`family`, `find`, `parse`).
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import pkgutil
from typing import Any, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from core.frozen import frozen
from core.params import Component

C = TypeVar("C", bound=Component)

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
    "terrains",
    "diagnoses",
)


@functools.cache
def family(name: str) -> dict[str, type[Component]]:
    """All component classes of a family by kind, in the order in which a menu shows them."""
    found: dict[str, type[Component]] = {}
    for file in _files(name):
        for cls in _components(name, file):
            kind = cls.kind_name()
            if kind in found:
                raise TypeError(f"two components of {name} are called {kind!r}")
            found[kind] = cls
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[1].label)))


def _files(name: str) -> list[str]:
    """The modules in the folder of a family."""
    package = importlib.import_module(f"core.{name}")
    return [entry.name for entry in pkgutil.iter_modules(package.__path__)]


def _components(name: str, file: str) -> list[type[Component]]:
    """The components that a file of a family holds."""
    if file.endswith("_module"):  # the torch side of a component: imported when it is built
        return []
    module = importlib.import_module(f"core.{name}.{file}")
    classes = [cls for cls in vars(module).values() if isinstance(cls, type) and cls.__module__ == module.__name__]
    return [cls for cls in classes if issubclass(cls, Component) and _is_concrete(cls)]


@functools.cache
def _namesake(name: str, kind: str) -> type[Component] | None:
    """The component in the file of its own name, or of that name's first word: `adam` in `adam.py`, `he_normal` in
    `he.py`. To find it, the other files of the family need not be loaded."""
    for file in (kind, kind.partition("_")[0]):
        if _is_file(name, file):
            for cls in _components(name, file):
                if cls.kind_name() == kind:
                    return cls
    return None


def _is_file(name: str, file: str) -> bool:
    """Whether a file of a family has that name."""
    return file.isidentifier() and importlib.util.find_spec(f"core.{name}.{file}") is not None


def _is_concrete(cls: type[Component]) -> bool:
    return isinstance(cls.model_fields["kind"].default, str)


def find(name: str, kind: str) -> type[Component]:
    """The class of one kind; KeyError-free: raises ValueError with the allowed kinds."""
    namesake = _namesake(name, kind)
    if namesake is not None:
        return namesake
    classes = family(name)
    if kind not in classes:
        raise ValueError(f"{kind!r} is not known; allowed: {', '.join(classes)}")
    return classes[kind]


def parse(name: str, value: Any) -> Component:
    """A component of the family `name` from a dictionary with `kind`, a bare kind, or a component."""
    if isinstance(value, Component):
        if value.family != name:
            raise PydanticCustomError(
                "family", "a component of {family} does not belong here", {"family": value.family}
            )
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


def kinds(contract: type[C]) -> dict[str, type[C]]:
    """All classes of a contract by kind, in the order in which a menu shows them, as in `kinds(Task)`."""
    return {kind: cls for kind, cls in family(contract.family).items() if issubclass(cls, contract)}


def kind_of(contract: type[C], kind: str) -> type[C]:
    """The class of one kind of a contract; ValueError with the allowed kinds where there is none."""
    found = find(contract.family, kind)
    assert issubclass(found, contract)
    return found


def known(contract: type[C], kind: str) -> type[C] | None:
    """The class of one kind of a contract, None where there is none; of the family no more is loaded than it needs."""
    try:
        return kind_of(contract, kind) if kind else None
    except ValueError:
        return None


def read(contract: type[C], value: Any) -> C:
    """What `parse` reads, of the contract's family: `read(Probe, {"kind": "boundary"})`, `read(Layer, "dense")`."""
    found = parse(contract.family, value)
    assert isinstance(found, contract)
    return found


@frozen
class of:
    """What reads a field that holds a component of a family, as in `Annotated[Optimizer, registry.of("optimizers")]`.

    A component is written with the fields of its own class; of the contract no schema is built.
    """

    name: str

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            functools.partial(parse, self.name), serialization=core_schema.simple_ser_schema("any")
        )
