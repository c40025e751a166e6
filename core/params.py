"""Declare a parameter once; form, message, file key, tool-tip and documentation follow from it."""

import dataclasses
import inspect
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from core.frozen import frozen

_KEY = "descent_lab_param"

LARGEST = 1e12  # of a parameter without a limit of its own: products of a few stay within single precision
LARGEST_WHOLE = 2**53


@frozen
class Range:
    """Which numbers are usual, which are allowed, and which lie beside each other.

    `low` … `high` is the friendly range of a slider; a value beyond it is taken. `minimum`, `maximum` (allowed
    themselves), `above` and `below` (not allowed themselves) are hard. `steps` names the stops; else `log` or `step`
    say how arrow keys move.
    """

    low: float = 0.0
    high: float = 1.0
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    below: float | None = None
    step: float | None = None
    log: bool = False
    steps: tuple[float, ...] = ()
    whole: bool = False

    def hard(self) -> dict[str, float]:
        """The limits beyond which a value is refused, as pydantic calls them: its own, or else what can be computed
        with."""
        most = LARGEST_WHOLE if self.whole else LARGEST
        named = {"ge": self.minimum, "le": self.maximum, "gt": self.above, "lt": self.below}
        if self.maximum is None and self.below is None:
            named["le"] = most
        if self.minimum is None and self.above is None:
            named["ge"] = -most
        return {key: limit for key, limit in named.items() if limit is not None}


@frozen
class Param:
    """What is known of one parameter.

    `limits` are those of a number. `when` names a sibling field and the values of it for which this one matters.
    `cost` says in words what a value beyond the friendly range costs; `term` is the field's word for an everyday label;
    `picture` is the name of the view that shows what the parameter does.
    """

    type: str
    label: str
    help: str
    default: Any = None
    limits: Range | None = None
    options: tuple[tuple[Any, str], ...] = ()
    family: str = ""
    symbol: str = ""
    term: str = ""
    unit: str = ""
    live: bool = False
    advanced: bool = False
    when: tuple[str, tuple[Any, ...]] | None = None
    cost: str = ""
    picture: str = ""
    name: str = ""


def _field(param: Param, **limits: Any) -> Any:
    return Field(default=param.default, description=param.help, json_schema_extra={_KEY: param}, **limits)  # type: ignore[dict-item]


def number(
    default: float,
    low: float,
    high: float,
    *,
    label: str,
    help: str,
    minimum: float | None = None,
    maximum: float | None = None,
    above: float | None = None,
    below: float | None = None,
    step: float | None = None,
    log: bool = False,
    steps: tuple[float, ...] = (),
    **more: Any,
) -> Any:
    """A finite real parameter with a friendly range `low` to `high` and hard limits of its own."""
    limits = Range(low, high, minimum, maximum, above, below, step, log, steps)
    return _field(Param("number", label, help, default, limits, **more), allow_inf_nan=False, **limits.hard())


def integer(
    default: int,
    low: int,
    high: int,
    *,
    label: str,
    help: str,
    minimum: int | None = None,
    maximum: int | None = None,
    log: bool = False,
    steps: tuple[int, ...] = (),
    **more: Any,
) -> Any:
    """A whole-number parameter."""
    limits = Range(low, high, minimum, maximum, log=log, steps=steps, whole=True)
    return _field(Param("integer", label, help, default, limits, **more), **limits.hard())


def flag(default: bool, *, label: str, help: str, **more: Any) -> Any:  # noqa: FBT001
    """A yes-or-no parameter."""
    return _field(Param("flag", label, help, default, **more))


def choice(default: Any, options: Mapping[Any, str], *, label: str, help: str, **more: Any) -> Any:
    """One of the keys of `options`; annotate the field with the matching Literal. The texts are shown."""
    return _field(Param("choice", label, help, default, options=tuple(options.items()), **more))


def text(default: str, *, label: str, help: str, max_length: int = 2000, **more: Any) -> Any:
    """A line of text."""
    return _field(Param("text", label, help, default, **more), max_length=max_length)


def listed(default: tuple[Any, ...], *, label: str, help: str, type: str, **more: Any) -> Any:
    """Several entries that a form edits as one."""
    return _field(Param(type, label, help, default, **more))


def component(family: str, default: Any, *, label: str, help: str, **more: Any) -> Any:
    """A component of another family inside this one; annotate the field with `core.registry.of(family)`."""
    return _field(Param("component", label, help, default, family=family, **more))


def hidden(default: Any, *, help: str, type: str = "hidden", live: bool = False, **limits: Any) -> Any:
    """A parameter that no generated form shows: a list of points, stored weights, a file's checksum."""
    return _field(Param(type, "", help, default, live=live), **limits)


class Model(BaseModel):
    """A frozen part of an experiment: every field is declared with one of the functions above."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_inf_nan="constants", validate_default=True, defer_build=True
    )


class Component(Model):
    """One entry of a family: a frozen value whose fields are its declared parameters.

    A subclass is named by `kind` (declare `kind: Literal["sgd"] = "sgd"`), shown as `label`, and explained by
    its docstring: the first paragraph is the tool-tip, the whole is the answer to "What is this?".
    """

    family: ClassVar[str] = ""
    label: ClassVar[str] = ""
    order: ClassVar[int] = 100
    learns: ClassVar[bool] = True
    kind: str

    @classmethod
    def kind_name(cls) -> str:
        return cls.model_fields["kind"].default

    @classmethod
    def summary(cls) -> str:
        """The first paragraph of the docstring, in one line."""
        return cls.explanation().partition("\n")[0]

    @classmethod
    def explanation(cls) -> str:
        """The docstring, each paragraph in one line: where it is shown decides where lines break."""
        return "\n\n".join(" ".join(each.split()) for each in (inspect.getdoc(cls) or "").split("\n\n"))


class Formulated(Component):
    """A component that a formula says in one line."""

    formula: ClassVar[str] = ""


def params_of(model: type[BaseModel]) -> tuple[Param, ...]:
    """The declared parameters of a model, in the order of their declaration, each with its name."""
    found = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and _KEY in extra:
            found.append(dataclasses.replace(extra[_KEY], name=name))  # type: ignore[type-var]
    return tuple(found)


def param_of(model: type[BaseModel], name: str) -> Param | None:
    """The declaration of one field, or None where it has none."""
    return next((param for param in params_of(model) if param.name == name), None)
