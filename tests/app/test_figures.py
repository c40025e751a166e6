"""The figures at the right of the bar: in the measure of the task."""

from __future__ import annotations

import numpy as np
import pytest

from app.bars.figures import Figures
from core.experiment import Experiment
from core.frames import RunState, Update

GRU = [{"kind": "gru", "units": 3}]
NAMES = {"data": {"kind": "names"}, "task": {"kind": "characters"}, "layers": GRU}
SUNSPOTS = {"data": {"kind": "sunspots"}, "task": {"kind": "forecast"}, "loss": {"kind": "mean_squared"}, "layers": GRU}


@pytest.mark.parametrize(
    ("values", "column", "value", "name", "text"),
    [
        (NAMES, "bits_per_character", 3.4567, "Bits/char test", "3.457"),
        (SUNSPOTS, "mse", 0.02812, "MSE test", "0.028"),
        ({}, "accuracy", 0.975, "Accuracy test", "97.5 %"),
        (
            {"data": {"kind": "x_sin_x"}, "task": {"kind": "values"}, "loss": {"kind": "mean_squared"}},
            "r2",
            -0.25,
            "R² test",
            "−0.250",
        ),
    ],
)
def test_the_score_is_that_of_the_task(qtbot, values, column, value, name, text):
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_experiment(Experiment.parse(values))
    metrics = {f"{part}.{what}": np.array([value]) for part in ("train", "test") for what in (column, "loss")}
    figures.show_update(Update(1, RunState.running, 10, 1.0, 100, 1.0, 100.0, metrics, {}))
    score = figures.by_name["Score"]
    assert (score.name.text(), score.value.text()) == (name, text)
