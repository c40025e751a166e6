"""In what another run differs, in few words."""

from __future__ import annotations

import pytest

from app.documents.setting_words import other_words
from core.documents import edits
from core.experiment import Experiment
from tests.building.experiments import layer

SGD = Experiment.parse({"optimizer": {"kind": "sgd", "lr": 0.03}})
L2 = [{"kind": "l2", "rate": 0.01}]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"speed": "max", "title": "Mine"}, ""),
        ({"optimizer.kind": "adam"}, "SGD"),
        ({"optimizer.lr": 0.3}, "Learning rate η 0.03"),
        ({"optimizer.lr": 0.3, "batch_size": 5}, "Batch size 10 and more"),
        ({"penalties": L2}, "no weight penalty"),
        ({"data.noise": 0.2}, "Noise 0"),
    ],
)
def test_what_the_other_run_had(changes, words):
    assert other_words(SGD, edits.replace_all(SGD, tuple(changes.items()))) == words


def test_what_all_layers_had_alike_is_said_once():
    """ "Tanh and more" stood beside the curve where only the activation had been changed, of both layers."""
    two = edits.replace(SGD, "layers", [layer(4), layer(2, name="h2")])
    linear = edits.replace_all(two, tuple((f"layers.{name}.activation", {"kind": "linear"}) for name in ("h1", "h2")))
    assert other_words(two, linear) == "Tanh"
    assert other_words(two, edits.replace(linear, "batch_size", 5)).endswith(" and more")


def test_what_it_had_more():
    assert other_words(edits.replace(SGD, "penalties", L2), SGD) == "other weight penalty"
