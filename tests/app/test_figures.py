"""The figures at the right of the bar: in the measure of the task."""

from __future__ import annotations

import numpy as np
import pytest

from app.bars.figures import Figures
from app.bars.status_line import BLANK, resting
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


@pytest.mark.parametrize(
    ("loss", "text"),
    [(0.0, "0.0000"), (0.00001523, "1.5e−5"), (0.0004, "0.0004"), (1.25, "1.2500"), (123456.0, "1.235e5")],
)
def test_a_loss_that_is_not_0_is_never_written_as_if_it_were(qtbot, loss, text):
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_experiment(Experiment.parse({}))
    metrics = {"train.loss": np.array([loss]), "test.loss": np.array([loss])}
    figures.show_update(Update(1, RunState.running, 10, 1.0, 100, 1.0, 100.0, metrics, {}))
    assert figures.by_name["test"].value.text() == text


def counted(figures: Figures, updates: int, evaluated: int | None, *, rate: float, state=RunState.running) -> list[str]:
    """Update, its losses' heading and loss, after one more update of a run."""
    columns = {"update": evaluated, "epoch": (evaluated or 0) / 10, "train.loss": (evaluated or 0) / 1000}
    metrics = {} if evaluated is None else {name: np.array([float(value)]) for name, value in columns.items()}
    figures.show_update(Update(1, state, updates, updates / 10, 100, 1.0, rate, metrics, {}))
    shown = figures.by_name
    return [shown["Update"].value.text(), shown["Loss train"].name.text(), shown["Loss train"].value.text()]


def test_every_figure_is_of_the_update_that_stands_there(qtbot):
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_experiment(Experiment.parse({}))
    assert counted(figures, 321, 300, rate=100.0) == ["300", "Loss train", "0.3000"]
    assert counted(figures, 324, None, rate=100.0) == ["300", "Loss train", "0.3000"]
    assert counted(figures, 326, 325, rate=100.0) == ["325", "Loss train", "0.3250"]
    assert counted(figures, 326, 326, rate=100.0, state=RunState.paused) == ["326", "Loss train", "0.3260"]


def test_where_evaluations_are_seldom_the_losses_say_of_which_update_they_are(qtbot):
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_experiment(Experiment.parse({}))
    assert counted(figures, 303, 300, rate=1.0) == ["303", "Loss train (300)", "0.3000"]
    assert counted(figures, 325, 325, rate=1.0) == ["325", "Loss train", "0.3250"]
    assert counted(figures, 326, None, rate=1.0) == ["326", "Loss train (325)", "0.3250"]
    figures.forget()
    assert figures.by_name["Loss train"].name.text() == "Loss train"


def test_an_evaluation_made_just_after_the_counts_were_taken_needs_no_mark(qtbot):
    """ "Loss train (15,525)" stood beside 15,524 for a moment, and all figures moved."""
    figures = Figures()
    qtbot.addWidget(figures)
    figures.show_experiment(Experiment.parse({}))
    assert counted(figures, 15524, 15525, rate=150.0)[:2] == ["15,525", "Loss train"]
    assert counted(figures, 300, None, rate=150.0)[:2] == ["300", "Loss train (15,525)"]  # one went back


@pytest.mark.parametrize("lecture", [False, True])
def test_captions_are_whole_at_once_and_keep_their_room(open_window, qtbot, lecture):
    """No pass of Qt's own layout is waited for: with a slow picture beside it one takes half a second."""
    room = open_window().network
    qtbot.waitUntil(lambda: room.lab.run.last is not None and room.lab.run.last.updates > 0, timeout=60_000)
    room.lab.pause()
    bar = room.transport
    if lecture:
        room.toggle_layout()
        bar = room.bars.lecture
    qtbot.waitUntil(lambda: bar.figures.isVisible() and bar.figures.geometry().right() <= bar.width())
    assert counted(bar.figures, 325, 325, rate=1.0)[1] == "Loss train"
    assert counted(bar.figures, 326, None, rate=1.0)[1] == "Loss train (325)"
    shown = [figure for figure in bar.figures.by_name.values() if figure.isVisible()]
    assert "Score" in {name for name, figure in bar.figures.by_name.items() if figure in shown}
    assert all(figure.width() >= figure.name.width() >= figure.name.sizeHint().width() for figure in shown)
    assert bar.figures.geometry().right() <= bar.width()
    wide = bar.figures.width()
    assert counted(bar.figures, 350, 350, rate=1.0)[1] == "Loss train"
    assert bar.figures.width() == wide
    bar.show_experiment(Experiment.parse({}))
    settled = bar.figures.by_name["Score"].name
    assert settled.sizeHint().width() <= settled.width() < settled.sizeHint().width() + 4


def test_who_comes_back_to_a_run_that_rests_at_its_goal_is_told_why():
    update, ring = Update(1, RunState.paused, 905, 36.2, 905, 1.0, 0.0, {}, {}), Experiment()
    assert resting(update, ring, reached=900).startswith("Paused at update 905; the goal was reached at update 900.")
    assert resting(update, ring).startswith("Paused at update 905. ")


@pytest.mark.parametrize("state", [RunState.running, RunState.paused, RunState.finished, RunState.failed])
def test_where_nothing_is_drawn_nothing_is_said_to_be_learning(state):
    """It said "Learning at 150 updates a second" after all points had been taken away."""
    update = Update(1, state, 2025, 40.5, 2025, 1.0, 150.0, {}, {})
    drawn = Experiment.parse({"data": {"kind": "points", "points": [[0, 0, 0], [1, 1, 1]]}})
    assert resting(update, Experiment.parse({"data": {"kind": "points"}})) == BLANK
    assert resting(update, drawn) != BLANK


@pytest.mark.parametrize(("speed", "told"), [(150, "at up to 150 updates a second"), ("max", "at full speed")])
def test_no_more_updates_a_second_are_promised_than_the_pace_allows(speed, told):
    """A run may be slower than it was asked to be, which the rate at the right tells; it is never faster."""
    asked = Experiment.parse({"speed": speed})
    for rate in (5.0, 150.0):
        assert resting(Update(1, RunState.running, 10, 1.0, 10, 0.1, rate, {}, {}), asked) == f"Learning {told}."
    assert told not in resting(Update(1, RunState.paused, 10, 1.0, 10, 0.1, 0.0, {}, {}), asked)
