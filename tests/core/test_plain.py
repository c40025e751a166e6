"""A plain beginning: what a card has set against overfitting and for its end is told, and taken away."""

from __future__ import annotations

import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.experiment.plain import extras, told
from tests.building.places import PRESETS

DENSE = {"name": "h1", "kind": "dense", "units": 3}
DROPOUT = {"name": "d1", "kind": "dropout", "share": 0.4}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"layers": [DENSE]}, ""),
        ({"layers": [DENSE | {"dropout": 0.5}, DENSE | {"name": "h2", "dropout": 0.5}]}, "dropout 50 %"),
        ({"layers": [DENSE | {"dropout": 0.2}, DROPOUT, DENSE | {"name": "h2"}]}, "dropout 40 %, dropout 20 %"),
        ({"penalties": [{"kind": "l1", "rate": 0.003}, {"kind": "l2", "rate": 0.0}]}, "L1 0.003"),
        ({"schedule": {"kind": "plateau"}, "validation_share": 0.2}, "the schedule Plateau, 20 % set aside for validation"),
        ({"stop": {"patience": 10, "target": 0.1}}, "early stopping (patience 10), an end at a validation loss of 0.1"),
        ({"stop": {"updates": 1500, "epochs": 2.5}}, "an end after 1,500 updates, an end after 2.5 epochs"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_told_and_goes(values, words):
    experiment = Experiment.parse(values)
    found = extras(experiment)
    assert told(found) == words
    plain = replace_all(experiment, tuple((extra.path, extra.plain) for extra in found))
    assert extras(plain) == ()
    assert [layer.name for layer in plain.layers] == [each.name for each in experiment.layers if each.kind == "dense"]
    assert (plain.optimizer, plain.batch_size) == (experiment.optimizer, experiment.batch_size)


def test_a_new_experiment_is_plain():
    assert extras(Experiment()) == () and extras(Experiment.load(PRESETS / "titanic.toml"))
