"""Branches in the window: neither looking nor setting makes a run; the first update after a change in the past does,
and no run is lost. What is promised stands in tests/core/test_semantics_of_runs.py."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.documents.intents import KeepPoint, PutAt, SetWeight
from app.look.run_colours import run_colour
from app.look.theme import current
from app.views.boundary.view import BoundaryView
from app.views.curves.view import LossView
from core.data.preparation import prepare
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frames import POINT, RunState
from core.threads import commands
from core.training.session import Session
from tests.building.states import set_number

WEIGHT = "w from x₁ to unit 1 of hidden layer 1"


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def room(qtbot, open_window):
    """The ring as run A, paused after 300 updates, with another learning rate from 200 on."""
    made = open_window().network
    lab = made.lab
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    lab.pause()
    until(qtbot, lambda: lab.run.state in (RunState.idle, RunState.paused))
    lab.runs.begin(False)
    for count in (200, 100):
        learn(lab, qtbot, count)
        if count == 200:
            lab.edit("optimizer.lr", 0.1)
    assert [run.letter for run in lab.runs.held.values()] == ["A"]
    return made


def learn(lab, qtbot, count):
    end = (lab.run.last.updates if lab.run.last else 0) + count
    lab.runs.send(commands.Step("update", count))
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == end and not lab.playing)


def look(lab, qtbot, update):
    lab.time.look_at(update)
    until(qtbot, lambda: lab.run.recalled is not None and lab.run.recalled.updates == update)
    until(qtbot, lambda: lab.run.recalled.figures is not None)


def there(lab):
    """The letter of the run, its updates, which of them is shown, and the learning rate of the recipe."""
    return lab.run.letter, lab.run.last.updates, lab.run.looking, lab.store.experiment.optimizer.lr


def weights(lab, qtbot):
    found = []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    return found[0].parameters


def shown(lab, qtbot):
    """The weights that the pictures show."""
    found = []
    lab.runs.request_snapshot(found.append, shown=True)
    until(qtbot, lambda: bool(found))
    return found[0].parameters


def branch(room, qtbot, update=120, rate=0.3):
    """Run B, three updates beyond a change in the past."""
    lab = room.lab
    look(lab, qtbot, update)
    lab.edit("optimizer.lr", rate)
    for made in (1, 2, 3):
        lab.step("update")
        until(qtbot, lambda made=made: lab.run.last is not None and lab.run.last.updates == update + made)


def test_looking_and_setting_make_no_run_and_what_play_does_is_said(room, qtbot):
    lab = room.lab
    look(lab, qtbot, 120)
    assert there(lab) == ("A", 300, 120, 0.03) and not lab.branching.pending
    lab.edit("optimizer.lr", 0.3)
    said = "Play goes on from update 120 with η 0.3 as run B; run A stays."
    assert lab.branching.pending and room.status.resting == said and room.bars.timeline.now.isVisible()
    assert there(lab) == ("A", 300, 120, 0.3) and list(lab.runs.held) == [lab.run.number]
    lab.edit("optimizer.lr", 0.03)
    assert not lab.branching.pending and room.status.resting.startswith("Update 120 of 300, as it was.")
    lab.edit("speed", 50)
    assert not lab.branching.pending, "the pace changes no number"
    lab.edit("optimizer.lr", 0.5)
    QTest.mouseClick(room.bars.timeline.now, Qt.MouseButton.LeftButton)
    assert there(lab) == ("A", 300, None, 0.1) and lab.store.experiment.speed == 50
    look(lab, qtbot, 120)
    lab.edit("optimizer.lr", 0.5)
    look(lab, qtbot, 130)
    assert there(lab) == ("A", 300, 130, 0.03) and not lab.branching.pending, "let go by looking elsewhere"


def test_the_first_update_after_a_change_in_the_past_begins_a_branch_and_the_run_stays(room, qtbot):
    lab = room.lab
    first, kept = lab.run.number, weights(lab, qtbot)
    branch(room, qtbot)
    assert there(lab) == ("B", 123, None, 0.3)
    assert (lab.run.run.parent, lab.run.run.branch) == (lab.runs.held[first].run.id, 120)
    assert lab.run.name == "η 0.03 → 0.3 from update 120"
    was = Session(lab.runs.metrics[first].experiment)
    was.advance(120)
    was.apply(lab.store.experiment)
    was.advance(3)
    assert np.array_equal(weights(lab, qtbot), was.vector())
    assert (lab.runs.held[first].last.updates, lab.runs.held[first].looking) == (300, None)
    curves = room.views.of(LossView)
    curves.redraw()
    assert curves.ghost.newest == 300 and curves.runs.ghost_name.startswith("run A")
    assert curves.history.newest == 123 and curves.history.column("update").mean[0] == 0, "it has its parent's past"
    look(lab, qtbot, 60)
    assert there(lab) == ("B", 123, 60, 0.03)
    digits = room.transport.figures.by_name["Update"].value
    assert digits.text() == "60 of 123" and run_colour("B", current()) in digits.styleSheet()
    lab.time.show_run(first)
    until(qtbot, lambda: lab.run.number == first)
    assert there(lab) == ("A", 300, None, 0.1) and np.array_equal(weights(lab, qtbot), kept)
    assert room.bars.timeline.run.text() == "The ring"
    assert current().text in digits.styleSheet()


def test_undo_and_redo_move_between_runs_and_lose_none(room, qtbot):
    lab = room.lab
    branch(room, qtbot)
    lab.undo()
    until(qtbot, lambda: lab.run.letter == "A" and lab.run.recalled is not None)
    assert there(lab) == ("A", 300, 120, 0.03) and not lab.branching.pending and len(lab.runs.held) == 2
    lab.redo()
    assert there(lab) == ("B", 123, None, 0.3) and len(lab.runs.held) == 2
    lab.undo()
    lab.undo()
    assert there(lab) == ("A", 300, None, 0.03), "the rate of before 200, from 300 on"
    lab.redo()
    assert there(lab) == ("A", 300, None, 0.1)


def test_an_update_that_is_taken_back_is_not_lost(room, qtbot):
    lab = room.lab
    lab.take_back()
    until(qtbot, lambda: lab.run.recalled is not None)
    assert there(lab) == ("A", 300, 299, 0.1)
    assert room.status.resting == "Play goes on from update 299 as run B; run A stays."
    lab.undo()
    assert there(lab) == ("A", 300, None, 0.1) and not lab.branching.pending
    lab.redo()
    until(qtbot, lambda: lab.run.recalled is not None and lab.run.recalled.figures is not None)
    assert lab.branching.pending and there(lab) == ("A", 300, 299, 0.1)
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates == 300)
    assert len(lab.runs.held) == 2


def test_home_is_the_runs_own_start_and_play_leads_through_what_was(room, qtbot):
    lab = room.lab
    run, kept = lab.run.number, weights(lab, qtbot)
    lab.rewind()
    until(qtbot, lambda: lab.run.recalled is not None)
    assert there(lab) == ("A", 300, 0, 0.03) and not lab.playing
    lab.edit("speed", 300)
    lab.play()
    seen = set()
    until(qtbot, lambda: seen.add(lab.run.looking) or lab.run.last.updates > 300)
    assert len(seen - {None, 0}) > 2 and lab.run.number == run and lab.playing
    lab.pause()
    look(lab, qtbot, 300)
    assert there(lab)[3] == 0.1 and len(kept) > 0


def test_time_goes_back_too_at_any_speed_and_stops_at_the_start(room, qtbot):
    lab, said = room.lab, []
    lab.sentence.connect(said.append)
    seen = []
    lab.runs.looked.connect(lambda: seen.append(lab.run.looking))
    lab.edit("speed", 50)  # at most ten updates a picture, however slow the machine
    room.bars.timeline.back.click()
    until(qtbot, lambda: lab.playing and lab.run.looking is not None and lab.run.looking < 270)
    lab.play_back()
    assert not lab.playing
    here = lab.run.looking
    until(qtbot, lambda: lab.run.recalled is not None)
    assert there(lab)[:2] == ("A", 300)
    lab.play()
    until(qtbot, lambda: lab.run.looking is not None and lab.run.looking > here)
    lab.edit("speed", "max")
    lab.play_back()
    until(qtbot, lambda: not lab.playing)
    assert lab.run.looking == 0 and said[-1] == "This is the start of the run."
    assert len(set(seen)) > 3 and list(lab.runs.held) == [lab.run.number]
    lab.play_back()
    assert not lab.playing and lab.run.looking == 0


def test_play_begins_the_branch_that_waits_and_pause_stops_the_replay(room, qtbot):
    lab = room.lab
    look(lab, qtbot, 50)
    lab.edit("speed", 10)
    lab.play()
    until(qtbot, lambda: lab.run.looking is not None and lab.run.looking > 50)
    assert lab.playing
    lab.pause()
    stopped = lab.run.looking
    lab.edit("batch_size", 5)
    until(qtbot, lambda: lab.run.settings is not None and lab.run.recalled.figures is not None)
    assert lab.run.looking == stopped and lab.branching.pending
    lab.play()
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates > stopped)
    assert lab.playing and lab.run.name == f"batch size 10 → 5 from update {stopped:,}"


def test_weights_set_in_the_past_wait_there_and_begin_a_branch(room, qtbot):
    lab, said = room.lab, []
    lab.sentence.connect(said.append)
    first, kept = lab.run.number, weights(lab, qtbot)
    look(lab, qtbot, 120)
    was = shown(lab, qtbot)
    lab.obey(SetWeight("h1.weight", (0, 0), 3.5, WEIGHT))
    assert said[-1].startswith(f"W{WEIGHT[1:]} set to 3.5 by hand") and not lab.run.by_hand
    waits = "Play goes on from update 120 with weights set by hand as run B; run A stays."
    assert lab.branching.pending and lab.branching.words == waits
    assert shown(lab, qtbot)[0] == 3.5 and room.status.resting == waits
    lab.obey(SetWeight("h1.weight", (0, 0), float(was[0]), WEIGHT))
    until(qtbot, lambda: not lab.branching.pending)
    assert np.array_equal(shown(lab, qtbot), was) and room.status.resting.startswith("Update 120 of 300, as it was.")
    lab.undo()
    assert said[-1] == f"Undone: {WEIGHT} set to {was[0]:g} by hand.".replace("-", "−")
    assert shown(lab, qtbot)[0] == 3.5 and lab.branching.pending
    lab.undo()
    assert np.array_equal(shown(lab, qtbot), was) and not lab.branching.pending
    lab.redo()
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates == 121)
    assert lab.run.name == "weights set by hand from update 120" and lab.run.by_hand
    made = Session(lab.runs.metrics[first].experiment)
    made.advance(120)
    set_number(made, "h1.weight", (0, 0), 3.5)
    made.advance(1)
    assert np.array_equal(weights(lab, qtbot), made.vector())
    lab.undo()
    until(qtbot, lambda: lab.run.number == first)
    assert there(lab)[:3] == ("A", 300, 120) and not lab.branching.pending
    lab.time.now()
    assert np.array_equal(weights(lab, qtbot), kept) and not lab.run.by_hand


def test_undo_of_a_weight_that_was_learned_from_leads_to_the_update_at_which_it_was_set(room, qtbot):
    lab = room.lab
    own = lab.runs.metrics[lab.run.number].experiment
    lab.obey(SetWeight("h1.weight", (0, 0), 3.5, WEIGHT))
    learn(lab, qtbot, 20)
    after = weights(lab, qtbot)
    lab.undo()
    until(qtbot, lambda: lab.run.recalled is not None and lab.branching.pending)
    assert there(lab) == ("A", 320, 300, 0.1)
    was = Session(own)
    was.advance(200)
    was.apply(lab.store.experiment)
    was.advance(100)
    assert np.array_equal(shown(lab, qtbot), was.vector()), "as if it had never been set"
    waits = "Play goes on from update 300 with the weights that it had before as run B; run A stays."
    assert room.status.resting == waits
    lab.redo()
    assert there(lab) == ("A", 320, None, 0.1) and np.array_equal(weights(lab, qtbot), after)
    lab.undo()
    until(qtbot, lambda: lab.run.looking == 300 and lab.branching.pending)
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates == 301)
    was.advance(1)
    assert np.array_equal(weights(lab, qtbot), was.vector()) and len(lab.runs.held) == 2


def test_a_network_put_elsewhere_in_the_past_is_one_step_of_undo_and_put_back_there_is_none(room, qtbot):
    lab = room.lab
    look(lab, qtbot, 120)
    was, steps = shown(lab, qtbot), len(room.store.undo_steps)
    for share in (0.1, 0.2, 0.3):
        lab.obey(PutAt(was + share, drag=share < 0.3))
    assert len(lab.run.hands) == 1 and len(room.store.undo_steps) == steps + 1
    assert lab.branching.pending and np.array_equal(shown(lab, qtbot), was + np.float32(0.3))
    look(lab, qtbot, 121)
    assert not lab.branching.pending and not lab.run.hands, "let go by looking elsewhere"
    lab.undo()
    until(qtbot, lambda: lab.run.looking == 120)
    assert np.array_equal(shown(lab, qtbot), was) and not lab.branching.pending
    lab.obey(PutAt(was + 0.1, drag=True))
    lab.obey(PutAt(was, drag=False))
    until(qtbot, lambda: not lab.branching.pending)
    lab.play()
    until(qtbot, lambda: lab.run.looking != 120)
    assert list(lab.runs.held) == [lab.run.number]
    lab.pause()


def test_a_start_from_the_past_waits_like_any_setting_and_home_leads_there(room, qtbot):
    lab = room.lab
    first = lab.run.number
    look(lab, qtbot, 120)
    was = shown(lab, qtbot)
    lab.hand.keep_as_start()
    until(qtbot, lambda: bool(room.store.experiment.start.weights))
    assert lab.branching.pending and list(lab.runs.held) == [first]
    lab.undo()
    assert not lab.branching.pending and not room.store.experiment.start.weights
    lab.redo()
    lab.rewind()
    until(qtbot, lambda: lab.run.number != first and lab.run.last is not None)
    assert np.array_equal(weights(lab, qtbot), was) and lab.runs.held[first].last.updates == 300


def test_samples_of_then_are_shown_where_data_were_changed_in_mid_run(room, qtbot):
    lab = room.lab
    lab.edit("data.noise", 0.5)
    until(qtbot, lambda: lab.run.prepared is not None and lab.run.prepared_for.data.noise == 0.5)
    learn(lab, qtbot, 100)
    view, own = room.views.of(BoundaryView), lab.runs.metrics[lab.run.number].experiment

    def shows(noise):
        was = prepare(replace_all(own, (("data.noise", noise),)))
        return room.store.experiment.data.noise == noise and np.array_equal(view.prepared.x, was.x)

    until(qtbot, lambda: shows(0.5))
    for update, noise in ((120, 0.0), (350, 0.5), (299, 0.0)):
        look(lab, qtbot, update)
        assert shows(noise) and lab.runs.samples.fitting() is view.prepared, update
        until(qtbot, lambda update=update: view.frames["boundary"].update == update)
    lab.time.now()
    assert shows(0.5)
    history = lab.runs.metrics[lab.run.number].history
    assert history.column("update").mean[0] == 0 and history.newest == 400
    look(lab, qtbot, 120)
    lab.edit("optimizer.lr", 0.3)
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates == 121)
    until(qtbot, lambda: shows(0.0))


def test_undo_of_other_data_in_mid_run_keeps_the_curves(room, qtbot):
    lab = room.lab
    run, history = lab.run.number, lab.runs.metrics[lab.run.number].history
    measured = history.column("update").mean.tolist()
    for act, noise in ((lambda: lab.edit("data.noise", 0.4), 0.4), (lab.undo, 0.0), (lab.redo, 0.4), (lab.undo, 0.0)):
        act()
        until(qtbot, lambda noise=noise: lab.run.prepared_for.data.noise == noise)
        assert lab.run.number == run
        learn(lab, qtbot, 50)
        assert history.column("update").mean.tolist()[: len(measured)] == measured
        curves = room.views.of(LossView)
        curves.redraw()
        assert curves.history.column("update").mean.tolist()[: len(measured)] == measured
        assert len(curves.plot.lines["train"].getData()[0]) >= len(measured)


def test_a_point_can_be_kept_in_the_past(room, qtbot):
    lab = room.lab
    look(lab, qtbot, 120)
    was = shown(lab, qtbot)
    lab.obey(KeepPoint("A"))
    until(qtbot, lambda: any(mark.kind == POINT for mark in lab.runs.metrics[lab.run.number].marks))
    found = []
    lab.runs.request_snapshot(found.append, shown=True)
    until(qtbot, lambda: bool(found))
    assert np.array_equal(found[0].points["A"], was) and not lab.branching.pending


def test_what_is_saved_while_one_looks_back_are_the_settings_of_now(room, qtbot, tmp_path):
    files = room.window().files
    look(room.lab, qtbot, 50)
    assert room.store.experiment.optimizer.lr == 0.03
    assert files.save_to(tmp_path / "own.toml") and not room.store.dirty
    assert Experiment.load(tmp_path / "own.toml").optimizer.lr == 0.1
    room.lab.time.now()
    assert not room.store.dirty
    look(room.lab, qtbot, 50)
    room.lab.edit("optimizer.lr", 0.3)
    assert files.save_to(tmp_path / "own.toml")
    assert Experiment.load(tmp_path / "own.toml").optimizer.lr == 0.3, "set by a hand, there"


def test_looking_leaves_nothing_to_be_saved(room, qtbot):
    store = room.store
    store.saved(store.path)
    assert not store.dirty
    look(room.lab, qtbot, 50)
    assert not store.dirty
    room.lab.edit("optimizer.lr", 0.3)
    assert store.dirty
    room.lab.time.now()
    assert not store.dirty


def test_very_many_runs_are_not_all_held(room, qtbot):
    lab = room.lab
    for rate in range(9):
        branch(room, qtbot, 20, 0.2 + rate / 100)
        lab.time.show_run(next(iter(lab.runs.held)))
    assert len(lab.runs.held) == 8


def test_another_start_and_other_units_begin_a_run_and_the_old_one_stays(room, qtbot):
    lab = room.lab
    first = lab.run.number
    lab.new_start()
    until(qtbot, lambda: lab.run.number != first and lab.run.last is not None)
    assert lab.run.name == "η 0.03 → 0.1, other start" and lab.runs.held[first].last.updates == 300
    lab.undo()
    until(qtbot, lambda: lab.run.number == first)
    assert there(lab) == ("A", 300, None, 0.1) and len(lab.runs.held) == 2
    lab.redo()
    assert lab.run.number != first
    lab.undo()
    lab.edit("layers.h1.units", 5)
    until(qtbot, lambda: lab.run.number not in (first, first + 1) and lab.run.last is not None)
    look_back = lab.runs.held[first]
    assert look_back.last.updates == 300
    lab.undo()
    until(qtbot, lambda: lab.run.number == first)
    look(lab, qtbot, 100)
    assert there(lab) == ("A", 300, 100, 0.03), "with all of its past"


def test_player_by_player_from_the_start_of_a_run_that_has_learned_makes_it_anew_beside_it(room, qtbot):
    """A turn is made, not looked at: what came after stays in the run that made it."""
    lab = room.lab
    first, kept = lab.run.number, weights(lab, qtbot)
    look(lab, qtbot, 0)
    lab.step("player")
    until(qtbot, lambda: lab.run.number != first and lab.run.last is not None and lab.run.last.updates == 1)
    assert there(lab)[1:3] == (1, None) and lab.runs.held[first].last.updates == 300
    was = Session(lab.runs.metrics[first].experiment)
    was.advance(1)
    assert np.array_equal(weights(lab, qtbot), was.vector())
    lab.undo()
    until(qtbot, lambda: lab.run.number == first)
    assert there(lab)[:3] == ("A", 300, 0) and next(iter(lab.runs.held)) == first
    lab.time.now()
    until(qtbot, lambda: lab.run.looking is None)
    assert np.array_equal(weights(lab, qtbot), kept)
