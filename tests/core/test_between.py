"""Figures from between the evaluations: true ones, for the screen alone."""

from __future__ import annotations

import numpy as np
import pytest

from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.history.metrics import Metrics
from core.threads.between import Between
from core.training.session import Session
from tests.building.experiments import small
from tests.building.places import PRESETS
from tests.building.runners import running

pytestmark = pytest.mark.usefixtures("kernel")


def test_a_look_tells_the_figures_of_now_and_changes_nothing():
    one, other, between = Session(small()), Session(small()), Between(0.0)
    for _ in range(20):
        one.advance(3)
        other.advance(3)
        figures = between.look(one)
        if one.updates % 5:
            assert figures == other.evaluate()
        else:
            assert figures == {}  # the evaluation is there
    assert np.array_equal(one.vector(), other.vector()) and one.course.watch.recent == other.course.watch.recent
    assert [row["update"] for row in one.course.evaluations.take_rows()] == list(range(0, 61, 5))


def test_with_all_samples_in_one_batch_there_is_nothing_between():
    session, between = Session(small(batch_size="all")), Between(0.0)
    session.advance(3)
    assert between.look(session) == {}


def test_the_ring_swings_further_between_its_evaluations_than_they_tell():
    """25 updates an epoch, an evaluation every 25: always the same place in the epoch."""
    noisy = (("data.noise", 0.4), ("optimizer.lr", 0.1))
    ring = replace_all(Experiment.load(PRESETS / "playground.toml"), noisy)
    session, between = Session(ring), Between(0.0)
    session.advance(2000)
    looked = []
    while session.updates < 2100:
        session.advance(1)
        looked += [figures["train.loss"]] if (figures := between.look(session)) else []
    evaluated = [row["train.loss"] for row in session.course.evaluations.take_rows() if row["update"] >= 2000]
    assert max(looked) - min(looked) > 5 * (max(evaluated) - min(evaluated))


def test_a_run_tells_them_beside_its_evaluations_and_forgets_them_when_it_goes_back():
    experiment = replace(small(), "speed", 200.0)
    with running(experiment, playing=True) as watcher:
        update = watcher.until(lambda update: len(update.between.get("update", ())) > 0)
    assert all(number % 5 for number in update.between["update"])
    metrics = Metrics(update.run, experiment)
    for each in watcher.updates:
        metrics.take(each)
    assert len(metrics.between) and not set(update.between) - {"seconds"} - set(metrics.history.names)
    metrics.between.cut(0.0)
    assert not len(metrics.between)
