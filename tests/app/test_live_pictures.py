"""What keeps the window light while a run learns at full speed: curves drawn a few times a second, no extreme lost,
pictures as fast as fits."""

from __future__ import annotations

import numpy as np
import pytest

from app.network.refresh import MOVING, Refresh
from app.views.curves.view import LossView
from core.frames import RunState, Update
from core.history.metrics import Column, thinned
from tests.building.telling import telling


def _update(number: int, state: RunState = RunState.running, run: int = 1) -> Update:
    metrics = {
        name: np.array([float(number)]) for name in ("update", "epoch", "samples", "seconds", "train.loss", "test.loss")
    }
    return Update(run, state, number, float(number), number, 1.0, 1.0, metrics, {})


@pytest.fixture
def view(qtbot):
    view = LossView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def _drawn(view: LossView) -> list[float]:
    xs = view.plot.lines["train"].getData()[0]
    return [] if xs is None else xs.tolist()


def test_a_curve_that_grows_is_drawn_a_few_times_a_second_and_misses_nothing(view, qtbot):
    tell = telling(view)
    tell(_update(1))
    assert _drawn(view) == [1.0], "the first point at once"
    for number in range(2, 30):
        tell(_update(number))
    assert _drawn(view) == [1.0]
    qtbot.waitUntil(lambda: _drawn(view) == [float(number) for number in range(1, 30)], timeout=5000)


def test_what_stands_is_drawn_at_once(view):
    tell = telling(view)
    tell(_update(1))
    tell(_update(2, RunState.paused))
    assert _drawn(view) == [1.0, 2.0]
    tell(_update(1, run=2))
    assert _drawn(view) == [1.0], "a new run"


def test_numbers_are_whole_before_they_are_drawn(view):
    tell = telling(view)
    for number in range(1, 200):
        tell(_update(number))
    assert view.history.newest == 199 and len(view.numbers()[1]) == 199


def test_thinned_curves_keep_every_extreme():
    values = np.sin(np.arange(997.0))
    values[500], values[700] = 9.0, -9.0
    x = np.arange(997.0)
    few, column = thinned(x, Column(values - 0.1, values + 0.1, values, values[-1]), 100)
    assert len(few) <= 100 and (column.high.max(), column.low.min()) == (9.1, -9.1)
    assert (few[0], few[-1]) == (0.0, 996.0) and column.last == values[-1]
    same, untouched = thinned(x, column, 997)
    assert same is x and untouched is column


@pytest.mark.parametrize(("free", "period"), [(False, 80), (True, 28)])
def test_drawing_takes_more_of_the_time_where_learning_needs_no_interpreter(free, period):
    refresh = Refresh()
    refresh.learns_apart(free)
    for _ in range(40):
        refresh.spent(0.02, 0.02)
    assert refresh.interval + 20 == pytest.approx(period, abs=3)


def test_a_refresh_that_had_to_wait_for_the_interpreter_is_followed_sooner_by_the_next():
    refresh = Refresh()
    refresh.learns_apart(True)
    for _ in range(40):
        refresh.spent(0.005, 0.015)
    assert refresh.interval + 15 == pytest.approx(28, abs=1)


def test_a_run_at_full_speed_is_held_up_by_few_pictures_where_they_take_turns_with_it():
    refresh = Refresh()
    for _ in range(40):
        refresh.spent(0.005, 0.005)
    assert refresh.interval + 5 == pytest.approx(21, abs=1)
    refresh.hurried = True
    assert refresh.interval + 5 == pytest.approx(MOVING, abs=1)
    refresh.learns_apart(True)
    assert refresh.interval + 5 == pytest.approx(21, abs=1), (
        "beside one that needs no interpreter they may come as they can"
    )
