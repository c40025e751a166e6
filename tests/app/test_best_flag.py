"""The flag of early stopping in the curves: what would be restored while it learns, and what was at the stop."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.views.curves.reading import best_mark, signs
from app.views.curves.view import LossView
from core.experiment import Experiment
from core.frames import Best, RunState, Update
from core.history.metrics import Metrics
from core.threads.news import Recalled
from tests.building.view_frames import metrics, shown, update

BEST = Best(25, 0.5, 4)


@pytest.fixture
def view(qtbot):
    made = Experiment.parse({"data": {"kind": "circle", "samples": 60}, "stop": {"patience": 5}})
    found = shown(qtbot, LossView(), made)
    found.show_run(Metrics(1, made), None)
    return found


def take(view: LossView, news: Update) -> None:
    assert view.runs.metrics is not None
    view.runs.metrics.take(news)
    view.show_update(news)


def learned(**more) -> Update:
    return dataclasses.replace(update(metrics=metrics(0, 12)), **more)


def test_while_it_learns_a_flag_stands_at_the_best_update(view):
    take(view, learned(best=BEST, state=RunState.paused))
    assert view.plot.flags.data["x"].tolist() == [25.0]
    assert view.plot.best_words.isVisible() and view.plot.best_words.toPlainText() == "best so far: 25"
    assert any(entry.name == "best so far" for entry in view.head.entries)
    take(view, dataclasses.replace(update(), best=Best(40, 0.4, 5), state=RunState.paused))
    assert view.plot.flags.data["x"].tolist() == [40.0] and view.plot.best_words.toPlainText() == "best so far: 40"


def test_at_the_stop_it_says_what_is_restored(view):
    take(view, learned(best=Best(25, 0.5, 0), state=RunState.finished))
    assert view.plot.best_words.toPlainText() == "restored: 25"


@pytest.mark.parametrize("at", [50, 150, 200])
def test_the_words_of_the_guess_leave_those_of_the_flag_alone(qtbot, view, at):
    """ "restored: 375" stood on "most frequent combination"."""
    view.resize(500, 130)
    baselines = {"test.baseline_loss": 0.05}
    values = metrics(0, 50)
    values["train.loss"] = values["test.loss"] = np.linspace(0.9, 0.5, 50)  # above the foot, where both want to be
    news = dataclasses.replace(update(metrics=values, baselines=baselines), best=Best(at, 0.5, 0))
    take(view, dataclasses.replace(news, state=RunState.finished))
    view.grab()
    words, guess = (each.mapRectToParent(each.boundingRect()) for each in (view.plot.best_words, view.plot.guess_words))
    assert view.plot.best_words.isVisible() and view.plot.guess_words.isVisible() and not words.intersects(guess)


def test_without_early_stopping_there_is_no_flag(view):
    take(view, learned(state=RunState.paused))
    assert not view.plot.has("flags") and not view.plot.has("best_words")


def test_in_the_past_it_stands_where_it_stood_then(view):
    take(view, learned(best=BEST, state=RunState.paused))
    then = Recalled(20, 1.0, 200, view.experiment, {}, best=Best(10, 0.6, 3))
    take(view, dataclasses.replace(update(), best=BEST, recalled=then, state=RunState.paused))
    assert view.plot.flags.data["x"].tolist() == [10.0] and view.plot.best_words.toPlainText() == "best so far: 10"
    take(view, dataclasses.replace(update(), best=BEST, state=RunState.paused))
    assert view.plot.flags.data["x"].tolist() == [25.0]


@pytest.mark.parametrize(
    ("best", "over", "words"),
    [
        (BEST, False, "; restored if none of the next 4 evaluations is lower"),
        (Best(25, 0.5, 1), False, "; restored if the next evaluation is no lower"),
        (Best(25, 0.5, 0), True, "; its weights are restored"),
        (
            Best(25, 0.5, 0, 20),
            True,
            "; its weights are restored; the samples of that part were learned from before update 20",
        ),
        (BEST, True, ""),  # ended by another rule: nothing is restored
    ],
)
def test_what_is_said_beside_the_flag(best, over, words):
    (mark,) = best_mark(best, over=over)
    assert mark.update == 25 and mark.text == "Best on the validation part: update 25, loss 0.500" + words


def test_the_key_names_what_is_there():
    assert best_mark(None, over=False) == ()
    assert [entry.name for entry in signs(False, False, ["best"])] == ["best so far"]
    assert [entry.name for entry in signs(False, False, ["goal", "best"])] == ["event"]
    assert signs(False, False, []) == ()
