"""The figures at the right of the bar: in the measure of the task."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from app.bars.figures import Figures
from app.bars.run_badge import Named, RunBadge
from app.bars.status_line import BLANK, StatusLine, resting
from app.look.theme import current
from app.network.transport import Transport
from app.shell.actions import Actions
from core.experiment import Experiment
from core.frames import Mark, RunState, Update

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


@pytest.fixture
def bar(qtbot):
    """A transport bar in which all figures of a run fit, "1,569 of 1,618" too, but no more."""

    def nobody(name: str) -> object:
        raise KeyError(name)

    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(nobody, window)
    actions.show_room("network")
    made = Transport(actions)
    made.setParent(window)
    made.show_theme(current())
    made.show_experiment(Experiment.parse({}))
    made.figures.by_name["Update"].value.setText("1,569 of 1,618")
    made.resize(3000, made.height())
    window.show()
    made.resize(made.box.minimumSize().width(), made.height())
    return made


def folded(bar: Transport) -> bool:
    return bar.speed_words.isHidden() or any(figure.isHidden() for figure in bar.figures.by_name.values())


def tell(bar: Transport, update: int, evaluated: int | None, *, running: bool = False) -> None:
    """A run of 1,618 updates that goes on, or an update of its past."""
    values = {"update": evaluated, "epoch": (evaluated or 0) / 25, "train.loss": 0.2, "test.loss": 0.3}
    metrics = {} if evaluated is None else {name: np.array([float(value)]) for name, value in values.items()}
    state, made = (RunState.running, None) if running else (RunState.paused, 1618)
    bar.figures.show_update(Update(1, state, update, update / 25, update, 1.0, 60.0, metrics, {}), made)


def test_what_a_moment_said_leaves_no_figure_out_of_the_past(bar):
    """On the way into the past losses are those of another update, and say so: Update, test and Speed were gone for
    that, and stayed away where there was room."""
    tell(bar, 1618, 1618)
    assert not folded(bar)
    tell(bar, 1569, None)
    assert bar.figures.by_name["Loss train"].name.text() == "Loss train (1,618)" and folded(bar)
    tell(bar, 1569, 1569)
    assert bar.figures.by_name["Update"].value.text() == "1,569 of 1,618" and not folded(bar)


def test_a_run_whose_evaluations_are_late_no_more_shows_all_that_fits(bar):
    tell(bar, 1569, 1618)
    assert folded(bar)
    tell(bar, 1575, 1575, running=True)
    assert folded(bar), "not at every one: where they are seldom the bar would flicker"
    tell(bar, 1600, 1600, running=True)
    tell(bar, 1625, 1625, running=True)
    assert not folded(bar)


def test_the_digits_bear_the_letter_of_their_run_where_several_are(bar):
    wide = bar.width()
    assert bar.whose.isHidden()
    bar.resize(wide + 60, bar.height())
    bar.speak_of("B")
    assert bar.whose.isVisible() and bar.whose.accessibleName() == "Run B" and not folded(bar)
    assert bar.whose.geometry().right() < bar.figures.x()
    bar.resize(200, bar.height())
    assert bar.whose.isHidden(), "no digits, no letter"
    bar.resize(wide, bar.height())
    bar.speak_of("")
    assert bar.whose.isHidden() and not folded(bar)


def test_the_badge_tells_how_many_updates_there_are_now(qtbot):
    badge = RunBadge()
    qtbot.addWidget(badge)
    for made in (1570, 2400):
        badge.show_runs(Named(1, "A", "The ring", made), ())
        assert badge.toolTip() == f"A  The ring, {made:,} updates"
    badge.show_runs(Named(1, "A", "file coffee.csv", 5, "/far/away/coffee.csv"), ())
    assert badge.toolTip() == "A  file coffee.csv, 5 updates\n/far/away/coffee.csv"


def test_where_several_runs_are_the_goal_is_said_with_the_letter(qtbot):
    status, experiment = StatusLine(), Experiment()
    qtbot.addWidget(status)
    reached = Mark(900, "goal", "95 % of the test points")
    update = Update(1, RunState.paused, 905, 36.2, 905, 1.0, 0.0, {}, {}, marks=(reached,))
    status.speak_of("A")
    status.show_update(update, experiment, ready=True)
    assert status.sentence.text() == "A reached the goal at update 900: 95 % of the test points."
    assert "update 905; A reached the goal at update 900." in status.resting
    status.speak_of("")
    status.show_update(dataclasses.replace(update, run=2), experiment, ready=True)
    assert status.sentence.text() == "Goal reached at update 900: 95 % of the test points."
    assert "update 905; the goal was reached at update 900." in status.resting
    status.say("Undone.")
    status.show_update(update, experiment, ready=True)
    assert status.sentence.text() == "Undone.", "a run that is shown again has not reached its goal again"
    assert "the goal was reached at update 900." in status.resting


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
