"""Parts of documents before they are checked: tables, components and bare kinds say the same."""

import pytest

from core import registry
from core.documents.written import is_list, is_table, kind_of, name_of, word
from core.families import Layer, Optimizer, Penalty

DENSE = {"kind": "dense", "name": "h1", "units": 3}


@pytest.mark.parametrize("part", [DENSE, registry.read(Layer, DENSE)])
def test_table_and_component_say_the_same(part):
    assert (kind_of(part), name_of(part), word(part, "units"), word(part, "no such key")) == ("dense", "h1", 3, None)


def test_kind_may_stand_alone():
    assert kind_of("adam") == kind_of({"kind": "adam"}) == kind_of(registry.read(Optimizer, "adam")) == "adam"
    assert kind_of(None) == kind_of({}) == kind_of(3) == ""


def test_entry_without_a_name_is_called_by_its_kind():
    assert name_of({"kind": "l2"}) == name_of(registry.read(Penalty, "l2")) == "l2"
    assert name_of({"name": ""}) is name_of("x1") is None, "else an empty key would find it"


def test_tables_and_lists_are_told_apart():
    assert is_table({}) and not is_table([]) and not is_table("dense")
    assert is_list([]) and is_list(()) and not is_list("dense")
