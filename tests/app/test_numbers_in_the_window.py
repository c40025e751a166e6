"""Numbers in the window: a key, a student, a weight; and only *Update* learns."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.documents.intents import ChooseSample
from app.views.numbers.looked import BACKWARD, FORWARD, UPDATE, write
from core.machine.resources import FOLDER
from core.probes.arithmetic import Arithmetic
from core.training.session import Session

STUDENT = 4  # lectures attended 5, hours studied 9


@pytest.fixture
def room(open_window, qtbot):
    """The students, with their numbers shown while the network was learning."""
    window = open_window(FOLDER / "presets" / "pass.toml")
    room = window.network
    qtbot.waitUntil(lambda: room.lab.runs.ready and room.lab.run.last is not None, timeout=60_000)
    assert room.docks["network"].seen and "numbers" not in room.views.there
    window.actions_["show_numbers"].trigger()
    qtbot.waitUntil(lambda: told(room) is not None and room.store.view.sample >= 0, timeout=30_000)
    return room


def told(room):
    return room.views["numbers"].account


def key(room, qtbot, which, phase):
    view = room.views["numbers"]
    QTest.keyClick(view.phases, which)
    qtbot.waitUntil(lambda: view.phase == phase, timeout=10_000)


def test_the_first_look_at_the_numbers_pauses_and_rings_the_worst_sample(room, qtbot):
    phases = room.views["numbers"].phases
    qtbot.waitUntil(lambda: not room.lab.playing and room.window().focusWidget() is phases, timeout=10_000)
    session = Session(room.store.experiment)
    by_hand = session.frame(Arithmetic(layer="h1", unit=(0,))).info["account"]
    assert by_hand.sample == room.store.view.sample == told(room).sample == STUDENT
    assert by_hand.coming.losses.max() == by_hand.loss.value == told(room).loss.value
    qtbot.waitUntil(lambda: told(room).check is not None and told(room).check.holds, timeout=10_000)
    assert by_hand.unscaled == pytest.approx([5, 9]) and by_hand.layers[0].inputs == pytest.approx([0.5, 0.9])
    room.views["arithmetic"].copy_csv()
    assert room.status.sentence.text().startswith("Copied")
    drawn = {column.name: column.numbers for column in room.views["numbers"].canvas.columns}
    assert np.array_equal(drawn["h1"], by_hand.layers[0].values)
    total, paper = f"= {write(by_hand.unit.forwards.total, 4)}", room.views["arithmetic"].paper
    qtbot.waitUntil(lambda: total in paper.toPlainText(), timeout=10_000)  # it may have a turn of its own
    two_clicks_show_the_gradient_of_a_weight_for_a_student(room, qtbot)
    wherever_the_focus_is_the_arrows_are_the_phases(room, qtbot)
    what_is_hidden_is_not_worked_out(room, qtbot)


def two_clicks_show_the_gradient_of_a_weight_for_a_student(room, qtbot):
    boundary, view = room.views["boundary"], room.views["numbers"]
    qtbot.waitUntil(lambda: boundary.isVisible() and bool(boundary.frames), timeout=10_000)
    boundary.ask(ChooseSample(11))  # as a press on its point does
    qtbot.waitUntil(lambda: told(room).sample == 11, timeout=10_000)
    assert told(room).apart and told(room).check.holds  # it is not in the batch: told as one of its own
    samples = sorted(room.lab.run.prepared.train.tolist())
    following = samples[(samples.index(11) + 1) % len(samples)]
    QTest.mouseClick(room.views["arithmetic"].others[1], Qt.MouseButton.LeftButton)  # where no point can be pressed
    qtbot.waitUntil(lambda: told(room).sample == following, timeout=10_000)
    QTest.mouseClick(room.views["arithmetic"].others[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told(room).sample == 11, timeout=10_000)
    edges = view.canvas.places.edges
    edge = next(each for each in edges if each.target.column == 1 and (each.target.unit, each.source.unit) == (2, 1))
    place = edge.source.exit + (edge.target.entry - edge.source.exit) * 0.15
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    qtbot.waitUntil(lambda: told(room).unit.place == (2,) and view.phase == BACKWARD, timeout=10_000)
    account = told(room)
    gradient = float(account.layers[0].delta[2] * account.layers[0].inputs[1])
    qtbot.waitUntil(lambda: f"= {write(gradient, 4)}" in room.views["arithmetic"].paper.toPlainText(), timeout=10_000)


def test_looking_never_learns_and_update_is_the_run_s_own(room, qtbot):
    first = told(room)
    key(room, qtbot, Qt.Key.Key_Right, "loss")
    key(room, qtbot, Qt.Key.Key_Right, BACKWARD)
    assert room.lab.run.last.updates == 0
    key(room, qtbot, Qt.Key.Key_Right, UPDATE)
    qtbot.waitUntil(lambda: room.lab.run.last.updates == 1 and room.views["numbers"].is_made, timeout=10_000)
    session = Session(room.store.experiment)
    session.advance(1)
    learned = session.parameters()
    for parameter in told(room).parameters:
        assert parameter.after == pytest.approx(learned[parameter.name].ravel(), abs=1e-6)
    assert told(room).update == first.update == 1
    key(room, qtbot, Qt.Key.Key_Left, BACKWARD)  # in time, not another update
    qtbot.waitUntil(lambda: room.lab.time.is_on and told(room).update == 1, timeout=10_000)
    key(room, qtbot, Qt.Key.Key_Right, UPDATE)
    key(room, qtbot, Qt.Key.Key_Right, FORWARD)
    qtbot.waitUntil(lambda: told(room).update == 2, timeout=10_000)


def wherever_the_focus_is_the_arrows_are_the_phases(room, qtbot):
    """After a press into the picture, or a sheet that was closed, → makes no update."""
    window, view = room.window(), room.views["numbers"]
    assert view.phase == BACKWARD
    for which, phase in ((Qt.Key.Key_Left, "loss"), (Qt.Key.Key_Right, BACKWARD)):
        window.setFocus()
        QTest.keyClick(window.windowHandle(), which)
        qtbot.waitUntil(lambda phase=phase: view.phase == phase, timeout=10_000)
        assert window.focusWidget() is view.phases
    assert room.lab.run.last.updates == 0 and not room.lab.time.is_on


def what_is_hidden_is_not_worked_out(room, qtbot):
    view = room.views["numbers"]
    room.layouts.choose_picture("network")
    qtbot.waitUntil(lambda: not view.isVisible() and room.docks["network"].seen)
    network = room.views["network"]
    for update in (1, 2):  # from the first picture of the network on, nothing else is asked for
        told_last = view.frames["account"]
        room.lab.step("update")
        qtbot.waitUntil(lambda update=update: _drawn_of(network) == update, timeout=10_000)
    assert not room.take_arrows()  # they are the run's again
    assert view.frames["account"] is told_last and not room.docks["arithmetic"].seen


def _drawn_of(view):
    return view.frames["neurons"].update if "neurons" in view.frames else -1


def test_one_picture_fills_the_room_and_all_stand_beside_the_column_again(room, qtbot):
    """Qt's own state of hidden tabs, put back there, ended the program now and then."""
    layouts, docks = room.layouts, room.docks
    layouts.choose_picture("numbers")
    for name in ("surface", "results"):
        layouts.choose_picture(name)
    qtbot.waitUntil(lambda: docks["results"].seen and docks["arithmetic"].seen)
    width = docks["arithmetic"].width()
    for name in ("surface", "surface"):
        layouts.filling.fill(name)
        qtbot.waitUntil(lambda: docks["surface"].seen and not docks["arithmetic"].seen)
    layouts.filling.leave()
    qtbot.waitUntil(lambda: docks["numbers"].seen and docks["arithmetic"].seen)
    assert abs(docks["arithmetic"].width() - width) < 8
    layouts.choose_picture("network")
    qtbot.waitUntil(lambda: docks["network"].seen and docks["boundary"].seen and not docks["arithmetic"].seen)
