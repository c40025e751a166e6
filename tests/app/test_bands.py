"""The band of the loss over an epoch, at the highest speed."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.views.curves.scale import Scale
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frames import RunState
from core.history.metrics import Metrics
from tests.building.places import PRESETS
from tests.building.runners import running


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("updates", [5000, 60_000, 1_000_000])
def test_at_the_highest_speed_the_ring_shows_its_band(updates):
    """25 updates an epoch, an evaluation every 25: those meet always the same place."""
    changes = (("data.noise", 0.4), ("optimizer.lr", 0.1), ("speed", "max"), ("stop.updates", updates))
    ring = replace_all(Experiment.load(PRESETS / "playground.toml"), changes)
    with running(ring, playing=True) as watcher:
        watcher.state(RunState.finished)
    metrics = Metrics(watcher.updates[-1].run, ring)
    for each in watcher.updates:
        metrics.take(each)
    column, evaluated = metrics.between.column("train.loss"), metrics.history.column("train.loss")
    xs, ys = Scale().swing(metrics.history, metrics.between, "train.loss")
    low, high = np.split(ys, [len(ys) // 2])[0], np.split(ys, [len(ys) // 2])[1][::-1]
    assert len(low) >= 15 and math.isfinite(xs.sum())
    late = slice(len(low) // 2, None)
    assert np.median((high - low)[late]) > 2 * np.median((evaluated.high - evaluated.low)[len(evaluated.low) // 2 :])
    assert column.low.min() > 0.0


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(
    "changes",
    [(("engine", "eager"), ("stop.updates", 3000)), (("stop.patience", 10**6), ("stop.updates", 20_000))],
    ids=["PyTorch", "rules that wait for evaluations"],
)
def test_there_is_a_band_at_the_highest_speed_however_updates_are_made(changes):
    noisy = (("data.noise", 0.4), ("optimizer.lr", 0.1), ("speed", "max"))
    ring = replace_all(Experiment.load(PRESETS / "playground.toml"), (*noisy, *changes))
    with running(ring, playing=True) as watcher:
        watcher.state(RunState.finished)
    metrics = Metrics(watcher.updates[-1].run, ring)
    for each in watcher.updates:
        metrics.take(each)
    updates = metrics.between.column("update").mean
    assert len(Scale().swing(metrics.history, metrics.between, "train.loss")[0]) > 0
    assert len(np.unique(updates % 25)) >= 8 and (updates % 25 != 0).all()


@pytest.mark.usefixtures("kernel")
def test_where_every_update_sees_all_samples_there_is_no_band():
    whole = (("batch_size", "all"), ("speed", "max"), ("stop.updates", 2000))
    ring = replace_all(Experiment.load(PRESETS / "playground.toml"), whole)
    with running(ring, playing=True) as watcher:
        watcher.state(RunState.finished)
    assert not any(len(update.between.get("update", ())) for update in watcher.updates)
