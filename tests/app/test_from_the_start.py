"""A change at now is told with an offer: the same from the start, beside the old."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.forms.row import ANEW
from app.views.curves.view import LossView
from app.widgets.icon_button import IconMark
from core.frames import RunState
from core.threads import commands
from core.training.session import Session


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


def learned(room, qtbot, count):
    lab = room.lab
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    lab.pause()
    until(qtbot, lambda: lab.run.state in (RunState.idle, RunState.paused))
    lab.runs.begin(False)
    lab.runs.send(commands.Step("update", count))
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == count and not lab.playing)


def test_one_click_is_the_same_luck_from_update_0_beside_the_old(open_window, qtbot):
    room = open_window().network
    learned(room, qtbot, 100)
    lab, first = room.lab, room.lab.run.number
    lab.edit("optimizer.lr", 0.1)
    assert room.status.sentence.text() == "η is 0.1 from update 100 on."
    chip = room.status.chip
    assert chip.isVisible() and chip.text() == "From the start, beside the old"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isVisible() and lab.playing
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last.updates > 20)
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    assert (lab.run.run.parent, lab.run.name) == (lab.runs.held[first].run.id, "η 0.03 → 0.1")
    assert lab.runs.held[first].last.updates == 100 and lab.runs.held[first].letter == "A"
    found = []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    was = Session(lab.store.experiment)
    was.advance(found[0].updates)
    assert np.array_equal(found[0].parameters, was.vector()), "the same luck"
    curves = room.views.of(LossView)
    curves.redraw()
    assert curves.ghost.newest == 100 and curves.runs.ghost_name == "run A: Learning rate η 0.03"
    lab.undo()
    assert lab.run.number == first and len(lab.runs.held) == 2


def test_it_is_offered_neither_early_nor_in_the_past_nor_for_the_pace(open_window, qtbot):
    room = open_window().network
    learned(room, qtbot, 49)
    chip = room.status.chip
    room.lab.edit("optimizer.lr", 0.1)
    assert not chip.isVisible()
    room.lab.step("update")
    until(qtbot, lambda: room.lab.run.last.updates == 50)
    room.lab.edit("speed", 7)
    assert not chip.isVisible()
    room.lab.time.look_at(20)
    until(qtbot, lambda: room.lab.run.recalled is not None and room.lab.run.recalled.updates == 20)
    room.lab.edit("optimizer.lr", 0.3)
    assert room.lab.branching.pending and not chip.isVisible()


def test_another_optimizer_goes_on_and_that_its_memory_begins_anew_is_said(open_window, qtbot):
    room = open_window().network
    learned(room, qtbot, 60)
    lab, run = room.lab, room.lab.run.number
    lab.edit("optimizer.kind", "adam")
    assert room.status.sentence.text() == "Optimizer is Adam from update 60 on."
    lab.step("update")
    until(qtbot, lambda: lab.run.last.updates == 61)
    lab.edit("optimizer.kind", "rmsprop")
    assert room.status.sentence.text() == "Optimizer is RMSprop from update 61 on; its memory begins anew."
    assert lab.run.number == run and not lab.runs.renewing


def test_patience_in_mid_run_says_what_it_is_and_that_its_samples_were_learned_from(open_window, qtbot):
    """The sentence had no subject."""
    room = open_window().network
    learned(room, qtbot, 60)
    room.lab.edit("stop.patience", 8)
    said = "Patience is 8 from update 60 on"
    assert room.status.sentence.text() == f"{said}; what is set aside for validation was learned from before."
    room.lab.edit("stop.patience", 9)
    assert room.status.sentence.text() == "Patience is 9 from update 60 on."


def test_a_sign_stands_where_a_change_begins_anew(open_window):
    recipe = open_window().network.recipe
    signs = [mark for mark in recipe.findChildren(IconMark) if mark.toolTip() == ANEW]
    assert len(signs) == 1, "beside the activation: rate, batch size, noise and optimizer go on"
