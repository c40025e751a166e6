"""Another optimizer keeps the learning rate, and says so."""

from __future__ import annotations

import pytest

from app.network.kept_rate import usual_instead
from app.panels import learning_choice
from core.documents.edits import replace_all
from core.experiment import Experiment


@pytest.mark.parametrize("kind", ["adam", "rmsprop", "lbfgs"])
def test_the_rate_stays_with_another_optimizer(kind):
    ring = Experiment.parse({"optimizer": {"kind": "sgd", "lr": 0.03}, "batch_size": "all"})
    after = replace_all(ring, learning_choice.choosing(ring, kind))
    assert after.optimizer.kind == kind and after.optimizer.lr == 0.03


@pytest.mark.parametrize(
    ("before", "after", "usual"),
    [
        ({"kind": "sgd", "lr": 0.03}, {"kind": "adam", "lr": 0.03}, 0.001),
        ({"kind": "sgd", "lr": 0.001}, {"kind": "adam", "lr": 0.001}, None),
        ({"kind": "sgd", "lr": 0.03}, {"kind": "adam", "lr": 0.01}, None),
        ({"kind": "adam", "lr": 0.03}, {"kind": "adam", "lr": 0.03}, None),
    ],
)
def test_both_numbers_are_told_where_the_kept_rate_is_not_the_usual_one(before, after, usual):
    old, new = (Experiment.parse({"optimizer": optimizer}) for optimizer in (before, after))
    assert usual_instead(old, new) == usual


def test_the_usual_rate_is_offered_and_taken(open_window, qtbot):
    window = open_window()
    store, hint = window.network.store, window.network.notices.hint
    store.edit("optimizer.kind", "adam")
    assert not hint.isHidden()
    assert hint.text.text() == "Adam goes on with η = 0.03; usual with Adam is 0.001."
    hint.offer.click()
    assert store.experiment.optimizer.lr == 0.001 and hint.isHidden()
    store.undo()
    store.undo()
    assert store.experiment.optimizer.kind == "sgd" and hint.isHidden()
    store.edit("optimizer.kind", "adam")
    store.edit("optimizer.lr", 0.01)
    assert hint.isHidden()
