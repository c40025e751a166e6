"""A frozen class does what Python's own frozen dataclass does, made for less."""

from __future__ import annotations

import copy
import dataclasses
import math
import pickle
import re

import numpy as np
import pytest

from core.frozen import frozen
from tests.building.places import ROOT


@frozen
class Place:
    """A value."""

    x: float
    name: str = "here"
    tags: list[str] = dataclasses.field(default_factory=list)


@frozen
class Marked(Place):
    """A value with one field more, and something to check."""

    mark: int = 0

    def __post_init__(self) -> None:
        if self.mark < 0:
            raise ValueError("below zero")


@frozen
class Single:
    """One field."""

    of: object


@frozen
class Bare:
    """None."""


@frozen(eq=False)
class Held:
    """Equal to itself alone."""

    array: np.ndarray


@frozen
class Nameless:
    """Compares what it likes."""

    name: str
    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nameless) and other.number == self.number

    def __hash__(self) -> int:
        return self.number

    def __repr__(self) -> str:
        return f"<{self.number}>"


TWIN = dataclasses.make_dataclass("Place", [("x", float), ("name", str, "here")], frozen=True)


def test_it_is_told_and_compared_as_a_dataclass():
    assert repr(Place(1.5, tags=["a"])) == "Place(x=1.5, name='here', tags=['a'])"
    assert repr(Place(1.5)).startswith(repr(TWIN(1.5)).removesuffix(")"))
    assert Place(1.0) == Place(1.0, "here", []) != Place(1.0, "there")
    assert Place(1.0) != Marked(1.0) and Place(1.0) != TWIN(1.0) and Place(1.0).__eq__(3) is NotImplemented
    assert Bare() == Bare() and hash(Bare()) == hash(Bare()) and repr(Bare()) == "Bare()"
    assert len({Single(1), Single(1), Single(2)}) == 2


def test_a_single_field_is_compared_within_a_tuple():
    """As Python's are: what is the same thing is equal, whatever it says itself."""
    nothing, array = math.nan, np.zeros(3)
    assert Single(nothing) == Single(nothing) and Single(array) == Single(array)


def test_nothing_of_it_is_set_or_taken_away():
    for change in (lambda: setattr(Place(1.0), "x", 2.0), lambda: setattr(Place(1.0), "more", 2.0)):
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field"):
            change()
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del Place(1.0).x  # type: ignore[misc]


def test_each_has_a_default_of_its_own():
    one, other = Place(1.0), Place(1.0)
    one.tags.append("a")
    assert other.tags == []


def test_what_is_derived_has_the_fields_before_its_own():
    assert dataclasses.replace(Marked(1.0, mark=2), name="there") == Marked(1.0, "there", [], 2)
    assert [field.name for field in dataclasses.fields(Marked)] == ["x", "name", "tags", "mark"]
    with pytest.raises(ValueError, match="below zero"):
        Marked(1.0, mark=-1)


def test_what_a_class_writes_itself_stays():
    assert Nameless("a", 1) == Nameless("b", 1) and hash(Nameless("a", 7)) == 7 and repr(Nameless("a", 1)) == "<1>"


def test_things_are_equal_to_themselves_alone():
    one = Held(np.zeros(2))
    assert one == one and one != Held(one.array) and len({one, Held(one.array)}) == 2


def test_it_is_taken_apart_copied_and_sent():
    match Marked(1.0, "there"):
        case Marked(x, name):
            assert (x, name) == (1.0, "there")
    value = Marked(1.0, "there", ["a"], 3)
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
    assert dataclasses.asdict(value) == {"x": 1.0, "name": "there", "tags": ["a"], "mark": 3}


def test_a_wrong_call_is_said():
    with pytest.raises(TypeError, match=re.escape("Place.__init__() missing 1 required positional argument: 'x'")):
        Place()  # type: ignore[call-arg]


def test_there_is_no_second_way():
    """A class made by `dataclasses` itself costs five times as much when it is imported."""
    found = [
        path.relative_to(ROOT).as_posix()
        for room in ("core", "app")
        for path in sorted((ROOT / room).rglob("*.py"))
        if re.search(r"dataclass\(.*frozen=True", path.read_text(encoding="utf-8")) and path.name != "frozen.py"
    ]
    assert found == []
