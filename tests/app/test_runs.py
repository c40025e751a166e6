"""The life of runs: how one stands is a value, several are held, one is shown."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.network.standing import Standing
from app.views.curves.view import LossView
from core.documents.edits import replace
from core.experiment import Experiment
from core.frames import Mark, RunState, Update


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20_000)


def told(state: RunState = RunState.running, updates: int = 5, **news) -> Update:
    return Update(1, state, updates, 1.0, updates, 1.0, 100.0, {}, {}, **news)


STANDING = Standing(1, Experiment(), playing=True, state=RunState.running)


def test_a_run_that_is_over_plays_no_more():
    for state in (RunState.finished, RunState.diverged, RunState.failed):
        assert not STANDING.heard(told(state)).playing and STANDING.heard(told(state)).state is state


def test_beyond_the_end_it_counts_as_running_until_it_tells_that_it_does():
    beyond = dataclasses.replace(STANDING, going_on=True).heard(told(RunState.finished))
    assert beyond.playing and beyond.state is RunState.running and beyond.going_on
    assert not beyond.heard(told(RunState.running)).going_on


def test_it_knows_where_a_stop_rule_has_ended_it():
    ended = STANDING.heard(told(RunState.finished, 30))
    assert ended.at_its_end and ended.heard(told(RunState.paused, 30)).at_its_end, "its weights were set since"
    assert not ended.heard(told(RunState.running, 31)).at_its_end
    assert not STANDING.heard(told(RunState.paused, 30)).at_its_end and not STANDING.at_its_end


def test_why_it_paused_by_itself_is_kept_until_it_plays():
    paused = STANDING.heard(told(RunState.paused, paused="no memory"))
    assert not paused.playing and paused.paused_because == "no memory"
    assert paused.heard(told(RunState.paused)).paused_because == "no memory"
    assert paused.said(told(RunState.paused, paused="no memory")) == ("no memory",)
    assert not paused.said(told(RunState.paused, messages=("a", "b")))
    assert STANDING.said(told(messages=("a", "b"))) == ("a", "b")
    assert paused.wanted(False).paused_because == "no memory" and not paused.wanted(True).paused_because


def test_a_live_change_is_remembered_and_other_samples_are_not_sure():
    live = STANDING.heard(told(marks=(Mark(5, "live", "rate"),)))
    assert live.changed_live and live.heard(told(updates=6)).changed_live and not STANDING.changed_live
    quick = STANDING.applied(replace(Experiment(), "speed", 7))
    assert quick.same_samples and quick.told == replace(Experiment(), "speed", 7)
    assert not STANDING.applied(replace(Experiment(), "seeds.data", 9)).same_samples


@pytest.mark.parametrize(("kept", "lost"), [(None, 0), (0, 5), (3, 2), (9, 0)])
def test_what_would_be_lost_is_counted_from_what_was_kept(kept, lost):
    assert dataclasses.replace(STANDING, kept_updates=kept).heard(told()).unsaved_updates == lost


def test_only_what_is_new_is_told():
    heard = STANDING.heard(told())
    assert STANDING.is_news(told()) and not heard.is_news(told())
    assert heard.is_news(told(updates=6)) and heard.is_news(told(engine="fused"))


def test_two_runs_live_side_by_side_and_one_is_shown(lab, qtbot):
    lab.start(playing=False)
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    first = lab.run.number
    lab.step("update")
    until(qtbot, lambda: lab.run.last.updates == 1)
    second = lab.runs.add(playing=False)
    assert lab.run.number == second and set(lab.runs.held) == {first, second}
    until(qtbot, lambda: lab.run.last is not None)
    heard = []
    lab.runs.updated.connect(lambda update: heard.append(update.run))
    lab.step("update")
    lab.step("update")
    until(qtbot, lambda: lab.run.last.updates == 2)
    assert lab.runs.held[first].last.updates == 1 and set(heard) == {second}
    lab.runs.bring_to_front(first)
    assert lab.run.number == first and lab.run.last.updates == 1
    lab.step("update")
    until(qtbot, lambda: lab.run.last.updates == 2)
    assert lab.runs.held[second].last.updates == 2 and first in heard
    lab.runs.begin(False)  # the one that is shown is replaced, the other lives on
    assert set(lab.runs.held) == {second, lab.run.number} and first not in lab.runs.held


def test_a_run_owns_its_metrics_and_the_one_before_stands_behind_it(lab, qtbot):
    lab.start(playing=False)
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    first = lab.runs.metrics[lab.run.number]
    for count in (1, 2):
        lab.step("update")
        until(qtbot, lambda count=count: first.history.newest == count)
    lab.runs.begin(False)
    second = lab.run.number
    assert set(lab.runs.metrics) == {second} and lab.runs.before[second] is first
    beside = lab.runs.add(playing=False)
    until(qtbot, lambda: len(lab.runs.metrics[beside].history) > 0)
    assert lab.runs.before[beside] is first, "the second has not learned"
    assert first.history.newest == 2, "a run that has been left tells nothing more"


def test_a_view_opened_late_shows_the_whole_curve_of_the_run(open_window, qtbot):
    window = open_window()
    room = window.network
    until(qtbot, lambda: room.lab.run.last is not None and room.lab.run.last.updates > 100)
    room.lab.pause()
    until(qtbot, lambda: room.lab.run.state is RunState.paused)
    early, late = room.views["loss"], LossView()
    qtbot.addWidget(late)
    room.wiring.add_view(late)
    assert late.runs.metrics is early.runs.metrics is room.views["score"].runs.metrics
    late.resize(400, 300)
    late.show()
    early.redraw()
    drawn, expected = late.plot.lines["train"].getData(), early.plot.lines["train"].getData()
    assert np.array_equal(drawn, expected) and (drawn[0][0], drawn[0][-1]) == (0, room.lab.run.last.updates)
    assert late.plot.guess.isVisible() and late.plot.guess.value() == early.plot.guess.value()
