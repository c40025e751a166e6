"""Paths to what several layers have, and to how many there are."""

from __future__ import annotations

import pytest

from core.documents.edits import get, replace, replace_all
from core.documents.labels import label_of
from core.messages import BadInput
from tests.building.experiments import small


def units(experiment):
    return [layer.units for layer in experiment.layers]


def test_all_layers_that_have_it_are_set():
    assert units(replace(small(), "layers.*.units", 5)) == [5, 5]
    kinds = [layer.activation.kind for layer in replace(small(), "layers.*.activation.kind", "relu").layers]
    assert kinds == ["relu", "relu"]
    mixed = small(
        layers=[{"kind": "dense", "units": 4}, {"kind": "dropout", "share": 0.2}, {"kind": "dense", "units": 3}]
    )
    assert [getattr(layer, "units", None) for layer in replace(mixed, "layers.*.units", 2).layers] == [2, None, 2]


def test_what_is_read_of_several_is_the_first_that_has_it():
    mixed = small(layers=[{"kind": "dropout", "share": 0.2}, {"kind": "dense", "units": 3}])
    assert get(mixed, "layers.*.units") == 3 and get(small(), "layers.*.units") == 4
    assert label_of(mixed, "layers.*.units") == "Units" and label_of(mixed, "layers.count") == "Hidden layers"


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, [4]), (2, [4, 3]), (4, [4, 3, 3, 3])])
def test_the_last_layer_is_repeated_and_those_at_the_end_go(count, expected):
    experiment = replace(small(), "layers.count", count)
    assert units(experiment) == expected and len({layer.name for layer in experiment.layers}) == count
    assert get(experiment, "layers.count") == count


def test_width_and_depth_go_together():
    assert units(replace_all(small(), (("layers.count", 3), ("layers.*.units", 2)))) == [2, 2, 2]


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("layers.*.nothing", 1, "none of them has 'nothing'"),
        ("layers.count", -1, "whole number from 0"),
        ("layers.count", True, "whole number from 0"),
        ("layers.count", 1.5, "whole number from 0"),
        ("optimizer.*.lr", 1, "optimizer"),
    ],
)
def test_what_is_there_nowhere_is_a_sentence(path, value, words):
    with pytest.raises(BadInput, match="(?s).*" + words.replace(".", r"\.")):
        replace(small(), path, value)


def test_of_no_layer_there_is_none_to_repeat():
    with pytest.raises(BadInput, match="none to be repeated"):
        replace(small(layers=[]), "layers.count", 2)
