"""The lab: what a person wants, carried out on real runs."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.documents.intents import DrawPoints, ErasePoints, PutAt, SetWeight
from app.network.standing import Standing
from core.datasets.points import Points
from core.experiment import Experiment
from core.frames import Advice, Offer, RunState, Update
from core.messages import NO_FAILURE
from core.probes.weights import Weights

LIMIT = 30_000  # ms


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=LIMIT)


def updates(lab):
    return lab.run.last.updates if lab.run.last else -1


def weights(lab, qtbot):
    """The parameters as they are now."""
    found = []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    return found[0].parameters


def started(lab, qtbot, playing=False):
    lab.start(playing)
    until(qtbot, lambda: lab.runs.ready and lab.runs.samples.prepared is not None)
    return lab


def test_plays_pauses_and_steps(lab, qtbot):
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: updates(lab) > 20)
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    at = updates(lab)
    lab.step("update")
    until(qtbot, lambda: updates(lab) == at + 1)
    lab.step("epoch")
    until(qtbot, lambda: updates(lab) == at + 26)
    assert not lab.playing


def test_one_update_back_takes_the_learning_back_and_nothing_else(lab, qtbot):
    started(lab, qtbot)
    said = []
    lab.sentence.connect(said.append)
    lab.take_back()
    assert "start" in said[-1]
    seen = {}
    for at in (1, 2, 3):
        lab.step("update")
        until(qtbot, lambda at=at: updates(lab) == at)
        seen[at] = weights(lab, qtbot)
    lab.edit("optimizer.lr", 0.1)
    for at in (2, 1):
        lab.take_back()
        found = []
        lab.runs.request_snapshot(found.append, shown=True)
        until(qtbot, lambda found=found: bool(found))
        np.testing.assert_array_equal(found[0].parameters, seen[at])
    assert lab.store.experiment.optimizer.lr == 0.1 and not lab.playing and updates(lab) == 3
    lab.play()
    until(qtbot, lambda: updates(lab) > 100)
    assert len(lab.runs.held) == 2
    lab.take_back()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    assert not lab.playing and updates(lab) > 90


def test_rewind_comes_back_to_the_runs_own_start_and_all_that_came_after_stays(lab, qtbot):
    started(lab, qtbot)
    first = weights(lab, qtbot)
    lab.edit("optimizer.lr", 0.1)
    lab.play()
    until(qtbot, lambda: updates(lab) > 10)
    said = []
    lab.sentence.connect(said.append)
    lab.rewind()
    found = []
    lab.runs.request_snapshot(found.append, shown=True)
    until(qtbot, lambda: bool(found))
    np.testing.assert_array_equal(found[0].parameters, first)
    assert "what came after stays" in said[-1] and updates(lab) > 10
    assert not lab.playing
    lab.time.now()
    assert lab.store.experiment.optimizer.lr == 0.1


def test_new_start_draws_other_weights_in_one_step_of_undo(lab, qtbot, ring):
    started(lab, qtbot)
    first = weights(lab, qtbot)
    run = lab.run.number
    lab.new_start()
    until(qtbot, lambda: lab.run.number != run and lab.run.last is not None)
    assert not np.array_equal(weights(lab, qtbot), first)
    lab.undo()
    assert lab.store.experiment == ring


def test_a_live_edit_goes_on_counting(lab, qtbot):
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: updates(lab) > 20)
    run, at = lab.run.number, updates(lab)
    lab.edit("optimizer.lr", 0.1)
    lab.edit("batch_size", 5)
    until(qtbot, lambda: updates(lab) > at + 20)
    assert lab.run.number == run


def test_an_edit_that_is_not_live_starts_anew_and_says_so(lab, qtbot):
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: updates(lab) > 20)
    run = lab.run.number
    said = []
    lab.sentence.connect(said.append)
    lab.edit("layers.h1.activation", {"kind": "relu"})
    until(qtbot, lambda: lab.run.number != run)
    assert "Starts anew: Activation" in said[0]
    until(qtbot, lambda: updates(lab) > 5)
    assert lab.playing


def test_undo_of_a_new_start_brings_the_learned_weights_back(lab, qtbot):
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: updates(lab) > 20)
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    at, learned, run = updates(lab), weights(lab, qtbot), lab.run.number
    lab.edit("layers.h1.units", 5)
    until(
        qtbot,
        lambda: lab.run.number != run and lab.run.last is not None and lab.store.undo_steps[-1].snapshot is not None,
    )
    lab.undo()
    until(qtbot, lambda: lab.run.last is not None and updates(lab) == at)
    np.testing.assert_array_equal(weights(lab, qtbot), learned)


def test_a_weight_by_hand_is_undone_and_kept_as_start(lab, qtbot):
    started(lab, qtbot)
    before = weights(lab, qtbot)
    lab.obey(SetWeight("h1.weight", (0, 0), 3.5, "w from x₁ to unit 1 of hidden layer 1"))
    until(qtbot, lambda: weights(lab, qtbot)[0] == 3.5)
    lab.undo()
    until(qtbot, lambda: np.array_equal(weights(lab, qtbot), before))
    lab.redo()
    until(qtbot, lambda: weights(lab, qtbot)[0] == 3.5)
    lab.hand.keep_as_start()
    until(qtbot, lambda: bool(lab.store.experiment.start.weights))
    lab.rewind()
    until(qtbot, lambda: lab.run.last is not None)
    assert weights(lab, qtbot)[0] == 3.5


def test_only_what_is_shown_is_computed(lab, qtbot):
    started(lab, qtbot, playing=True)
    frames = []
    lab.runs.updated.connect(lambda update: frames.extend(update.frames))
    until(qtbot, lambda: updates(lab) > 10)
    assert not frames
    lab.runs.show({"weights": Weights()})
    until(qtbot, lambda: len(frames) > 3)
    lab.runs.show({})
    at = updates(lab)
    until(qtbot, lambda: updates(lab) > at + 5)
    count = len(frames)
    at = updates(lab)
    until(qtbot, lambda: updates(lab) > at + 10)
    assert len(frames) <= count


def test_diverged_brings_an_advice_whose_offer_leads_out(lab, qtbot):
    advices = []
    lab.runs.advised.connect(advices.append)
    lab.store.edits(
        (
            ("optimizer.lr", 1e6),
            ("speed", "max"),
            ("loss", {"kind": "mean_squared"}),
            ("output.activation", {"kind": "linear"}),
            ("layers", ()),
        )
    )
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: lab.run.state is RunState.diverged and advices and advices[-1] is not None)
    assert advices[-1].kind == "diverged"
    said = advices[-1]
    lab.accept(said)
    assert lab.store.experiment.optimizer.lr < 1e6
    until(qtbot, lambda: lab.run.state is RunState.diverged and advices and advices[-1] is not None)
    assert said.offers[0].remedy in advices[-1].text and said.offers[0].remedy not in [
        offer.remedy for offer in advices[-1].offers
    ]
    run = lab.runs.shown_run
    lab.store.edit("evaluate_every", 3)
    until(qtbot, lambda: lab.runs.shown_run != run)
    lab.play()
    until(qtbot, lambda: lab.run.state is RunState.diverged and advices and advices[-1] is not None)
    assert said.offers[0].remedy in [offer.remedy for offer in advices[-1].offers]  # it is another problem


def test_what_takes_a_while_is_said_and_is_no_problem(lab):
    problems, said = [], []
    lab.problem.connect(lambda path, sentence, mend: problems.append(sentence))
    lab.sentence.connect(said.append)
    for sentence in NO_FAILURE:
        lab.runs.failed.emit(sentence)
    assert said == [*NO_FAILURE] and not problems


def test_a_run_that_cannot_begin_is_a_problem_in_words(lab, qtbot):
    problems = []
    lab.problem.connect(lambda path, sentence, mend: problems.append(sentence))
    lab.store.edit("data", {"kind": "csv", "path": "/not/there.csv"})
    lab.start(True)
    until(qtbot, lambda: bool(problems))
    assert "cannot be read" in problems[0]
    assert lab.run.state is RunState.failed


def test_drawing_turns_a_data_set_into_own_points_and_then_is_live(lab, qtbot):
    started(lab, qtbot)
    lab.obey(DrawPoints(((0.0, 0.0, 1),)))
    assert lab.store.experiment.data.kind == "points" and lab.store.experiment.data.names == ("ring", "disc")
    assert len(lab.store.experiment.data.points) == 501
    until(qtbot, lambda: not lab.runs.renewing and lab.run.last is not None and lab.runs.samples.fitting() is not None)
    run = lab.run.number
    lab.obey(DrawPoints(((1.0, 1.0, 0), (1.1, 1.0, 0))))
    lab.obey(ErasePoints((0,)))
    assert len(lab.store.experiment.data.points) == 502
    until(qtbot, lambda: lab.runs.samples.prepared is not None and len(lab.runs.samples.prepared.table.y) == 502)
    assert lab.run.number == run


def test_who_clears_the_sheet_while_it_plays_goes_on_with_the_first_point(lab, qtbot):
    lab.store.edit("speed", 100)
    started(lab, qtbot, playing=True)
    lab.store.edit("data", Points())
    until(qtbot, lambda: lab.run.state is RunState.failed)
    assert lab.playing
    lab.obey(DrawPoints(((0.0, 0.0, 0), (1.0, 1.0, 1))))
    until(qtbot, lambda: updates(lab) > 3)
    assert lab.playing


@pytest.mark.parametrize("playing", [True, False])
def test_a_run_that_cannot_begin_for_another_reason_waits_for_play(playing):
    """A file that is not there is no empty sheet."""
    drawn = Standing(1, Experiment.parse({"data": {"kind": "points"}}), playing=playing)
    other = Standing(1, Experiment(), playing=playing)
    failed = Update(1, RunState.failed, 0, 0.0, 0, 0.0, 0.0, {}, {})
    assert drawn.heard(failed).playing is playing and not other.heard(failed).playing


def test_speed_steps_and_full_speed(lab):
    lab.store.edit("speed", 150)
    lab.faster()
    assert lab.store.experiment.speed == 300
    lab.toggle_max()
    assert lab.store.experiment.speed == "max"
    lab.toggle_max()
    assert lab.store.experiment.speed == 300
    lab.slower()
    assert lab.store.experiment.speed == 100


def test_going_on_beyond_the_end_counts_as_playing_at_once(lab, qtbot):
    lab.store.edits((("stop.updates", 30), ("speed", "max")))
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: lab.run.state is RunState.finished)
    assert not lab.playing
    lab.store.edit("speed", 100)
    heard = []
    lab.playing_changed.connect(heard.append)
    lab.play()
    lab.runs.take(lab.run.number, dataclasses.replace(lab.run.last))  # the run has not heard of it yet
    assert lab.playing and lab.run.state is RunState.running
    until(qtbot, lambda: updates(lab) > 40)
    assert lab.playing and heard == [True]
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)


def test_a_finished_run_goes_on_at_once_from_where_its_weights_are_put(lab, qtbot):
    """It took two presses; what the first one said was no problem either."""
    lab.store.edits((("stop.updates", 30), ("speed", "max")))
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: lab.run.state is RunState.finished)
    lab.obey(PutAt(weights(lab, qtbot) + 0.1, drag=False))
    until(qtbot, lambda: lab.run.state is RunState.paused)
    said, problems = [], []
    lab.sentence.connect(said.append)
    lab.problem.connect(lambda *what: problems.append(what))
    lab.play()
    until(qtbot, lambda: updates(lab) > 40)
    lab.pause()
    assert said == ["Goes on beyond the end: the stop rules are silent now."] and not problems
    until(qtbot, lambda: lab.run.state is RunState.paused)
    lab.play()
    assert len(said) == 1
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)


def test_closing_while_it_begins(lab):
    lab.start(True)


def test_an_offer_without_a_change_leads_back_to_the_same_start(lab, qtbot):
    started(lab, qtbot, playing=True)
    until(qtbot, lambda: updates(lab) > 3)
    run, start, seeds = lab.runs.shown_run, lab.store.experiment, lab.store.experiment.seeds
    lab.accept(Advice("saturated", "Stuck.", offers=(Offer("the present rate", "To the start", rewind=True),)))
    until(qtbot, lambda: lab.runs.shown_run != run and updates(lab) > 0)
    assert lab.store.experiment == start and lab.store.experiment.seeds == seeds and lab.run.playing
