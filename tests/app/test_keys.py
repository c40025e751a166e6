"""Keys, by real key events on the real window: what is typed is never a command, and what a key does can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.shell.keys import is_picture
from app.shell.speeds import neighbour
from app.widgets.dialog import Dialog, Question
from app.widgets.entries import TextField
from app.widgets.number_field import NumberField
from core.frames import RunState

pytestmark = pytest.mark.filterwarnings("ignore:.*setActiveWindow:DeprecationWarning")  # Qt has nothing in its place

KEY = Qt.Key
LETTERS = "gnltmud12345"
ARROWS = (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Home)
ALT = Qt.KeyboardModifier.AltModifier


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def window(open_window, qtbot):
    made = open_window()
    QApplication.setActiveWindow(made)
    return made


def press(window, *keys):
    """A key in the window, which is in front whatever the screen says: without a window manager X gives the focus to
    whom it likes once windows come and go, and a window that is not active knows no shortcuts."""
    QApplication.setActiveWindow(window)
    QTest.keyClick(window, *keys)


def given(window):
    """The names of the commands as they are given."""
    found = []
    for name, action in window.actions_.all().items():
        action.triggered.connect(lambda _checked=False, name=name: found.append(name))
    return found


def learned(window, qtbot, updates=10):
    """A run that has learned a little and stands still."""
    lab = window.network.lab
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates > updates)
    lab.pause()
    until(qtbot, lambda: lab.run.last.state is RunState.paused)  # as the run says itself: no update follows
    return lab


# Typing


def test_a_formula_that_is_typed_opens_nothing(window, qtbot):
    window.enter("race")
    room = window.room
    room.lab.edit("terrain.kind", "formula")
    field = next(field for field in room.recipe.terrain.findChildren(TextField) if field.isVisible())
    field.setFocus()
    field.selectAll()
    commands, speed = given(window), room.store.document.speed
    QTest.keyClicks(field, "sin(x)*sin(y) + 0.2*x^2")
    QTest.keyClick(field, KEY.Key_Return)
    assert room.store.document.terrain.f == "sin(x)*sin(y) + 0.2*x^2"
    assert QApplication.focusWidget() is field
    QTest.keyClicks(QApplication.focusWidget(), " + gnltmud12345")
    for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Home, KEY.Key_Left, KEY.Key_Right):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert not commands and not window.gallery.isVisible() and not room.lecture
    assert QApplication.focusWidget() is field and field.text().endswith("+ gnltmud12345")
    assert room.store.document.speed == speed and not room.lab.playing


@pytest.mark.parametrize("room", ["network", "race"])
def test_letters_are_commands_only_over_pictures_and_the_window(window, room):
    window.network.lab.pause()
    window.enter(room)
    if room == "race":
        window.room.recipe.more.setChecked(True)
    else:
        window.network.overlays.drawers.toggle("network")
    commands, tried = given(window), []
    for control in window.room.page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible() and control.isEnabled():
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is not control or is_picture(control):
                continue
            tried.append(type(control).__name__)
            for letter in LETTERS:
                QTest.keyClick(control, letter)
                assert not commands, (type(control).__name__, control.accessibleName(), letter)
    assert len(set(tried)) >= 5 and len(tried) > 15
    window.setFocus()
    QTest.keyClick(window, "m")
    assert commands == ["max_speed"]


def test_return_keeps_the_focus_and_space_plays_where_nothing_is_typed(window, qtbot):
    field = next(field for field in window.network.recipe.findChildren(NumberField) if "rate" in field.accessibleName())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.1")
    playing = window.network.lab.playing
    QTest.keyClick(field, KEY.Key_Return)
    assert QApplication.focusWidget() is field and window.network.store.experiment.optimizer.lr == 0.1
    QTest.keyClick(field, KEY.Key_Space)
    assert window.network.lab.playing is not playing and field.text() == "0.1"
    QTest.keyClicks(field, "0 1")
    assert window.network.lab.playing is not playing and " " in field.text()


def test_arrows_in_a_number_field_change_the_number_and_not_the_speed(window):
    window.network.lab.pause()
    field = next(field for field in window.network.recipe.findChildren(NumberField) if field.isVisible())
    before, speed = field.value(), window.network.store.experiment.speed
    commands = given(window)
    field.setFocus()
    QTest.keyClick(field, KEY.Key_Up)
    higher = field.value()
    QTest.keyClick(field, KEY.Key_Down)
    assert higher > before and field.value() < higher
    for key in ARROWS:
        QTest.keyClick(field, key)
    assert not commands and window.network.store.experiment.speed == speed
    window.setFocus()
    QTest.keyClick(window, KEY.Key_Up)
    assert commands == ["faster"] and window.network.store.experiment.speed == neighbour(speed, 1)


def test_a_typed_speed_keeps_the_focus_and_a_chosen_one_gives_it_back(window):
    box = window.network.transport.speed
    box.setFocus()
    box.lineEdit().selectAll()
    QTest.keyClicks(box, "42")
    QTest.keyClick(box, KEY.Key_Return)
    assert window.network.store.experiment.speed == 42 and QApplication.focusWidget() in (box, box.lineEdit())
    commands = given(window)
    QTest.keyClicks(QApplication.focusWidget(), "gn")
    assert not commands
    box.showPopup()
    box.hidePopup()
    assert QApplication.focusWidget() is window


def test_every_letter_that_is_typed_in_the_gallery_is_searched_for(window):
    window.open_gallery()
    commands = given(window)
    for letter in "gan":
        QTest.keyClick(QApplication.focusWidget(), letter)
    assert window.gallery.isVisible() and window.gallery.search.text() == "gan" and not commands
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not window.gallery.isVisible() and QApplication.focusWidget() is window


@pytest.mark.parametrize("in_field", [True, False])
def test_alt_and_f10_reach_the_menus(window, in_field):
    window.network.lab.pause()
    field = next(field for field in window.network.recipe.findChildren(NumberField) if field.isVisible())
    for key, modifier, menu in (
        (KEY.Key_F, ALT, "File"),
        (KEY.Key_R, ALT, "Run"),
        (KEY.Key_H, ALT, "Help"),
        (KEY.Key_F10, Qt.KeyboardModifier.NoModifier, "File"),
    ):
        target = field if in_field else window
        target.setFocus()
        QTest.keyClick(target, key, modifier)
        assert window.menus[menu].isVisible(), menu
        QTest.keyClick(window.menus[menu], KEY.Key_Escape)
        window.menus[menu].hide()
    QTest.keyClick(field if in_field else window, KEY.Key_6, ALT)  # of a picture in a submenu
    assert not window.network.docks["layers"].isHidden()


# What a key does can be undone


def weights(lab, qtbot):
    found = []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    return found[0].parameters


def test_left_is_one_update_back_in_time_and_home_the_start(window, qtbot):
    lab = learned(window, qtbot)
    at = lab.run.last.updates
    press(window, KEY.Key_Left)
    until(qtbot, lambda: lab.time.place == at - 1)
    press(window, KEY.Key_Right)
    until(qtbot, lambda: lab.time.place == at and not lab.time.is_on)
    assert lab.run.last.updates == at
    press(window, KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    until(qtbot, lambda: lab.branching.pending and lab.time.place == at - 1)
    press(window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: not lab.time.is_on)
    press(window, KEY.Key_Home)
    until(qtbot, lambda: lab.time.place == 0)
    press(window, KEY.Key_End)
    until(qtbot, lambda: not lab.time.is_on)
    assert lab.run.last.updates == at


def test_undo_brings_back_what_was_learned_before_a_single_key(window, qtbot):
    lab = learned(window, qtbot)
    at, before, run = lab.run.last.updates, weights(lab, qtbot), lab.run.number
    press(window, KEY.Key_N)
    until(qtbot, lambda: lab.run.number != run and lab.run.last is not None and lab.run.last.updates == 0)
    until(qtbot, lambda: lab.store.undo_steps[-1].snapshot is not None)
    press(window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == at)
    assert (weights(lab, qtbot) == before).all()


def test_to_the_start_from_the_start_is_no_step_of_undo(window, qtbot):
    lab = learned(window, qtbot)
    lab.rewind()
    until(qtbot, lambda: lab.time.place == 0)
    steps = len(lab.store.undo_steps)
    lab.rewind()
    assert len(lab.store.undo_steps) == steps and lab.time.place == 0


def test_left_and_home_in_the_race(window, qtbot):
    window.enter("race")
    lab = window.room.lab
    until(qtbot, lambda: lab.paths.complete)
    lab.pause()
    lab.seek(7)
    press(window, KEY.Key_Left)
    assert lab.playhead.place == 6
    press(window, KEY.Key_Right)
    assert lab.playhead.place == 7
    press(window, KEY.Key_Home)
    assert lab.playhead.place == 0


# Dialogs


def test_no_letter_answers_a_question_and_enter_loses_nothing(qtbot):
    buttons = QMessageBox.StandardButton
    box = Question("Not saved yet", "It has changes.", buttons.Save | buttons.Discard | buttons.Cancel, buttons.Cancel)
    qtbot.addWidget(box)
    answers = []
    box.finished.connect(answers.append)
    box.open()
    QTest.keyClicks(box, "sdcgnwy close without saving")
    assert not answers and box.isVisible()
    QTest.keyClick(box, KEY.Key_Return)
    until(qtbot, lambda: bool(answers))
    assert answers == [buttons.Cancel]


def test_leaving_asks_with_a_default_that_loses_nothing(window, monkeypatch):
    window.network.lab.edit("batch_size", 5)
    asked = []

    def answer(box):
        asked.append((type(box), box.standardButton(box.defaultButton())))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert not window.close()
    assert asked == [(Question, QMessageBox.StandardButton.Cancel)]


def test_enter_in_a_dialogs_field_is_no_answer(qtbot):
    dialog = Dialog()
    number = QSpinBox()
    box = QVBoxLayout(dialog)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    box.addWidget(number)
    box.addWidget(buttons)
    qtbot.addWidget(dialog)
    dialog.open()
    number.setFocus()
    QTest.keyClicks(number, "7")
    QTest.keyClick(number, KEY.Key_Return)
    assert dialog.isVisible()
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.setFocus()
    QTest.keyClick(ok, KEY.Key_Return)
    assert not dialog.isVisible() and dialog.result() == dialog.DialogCode.Accepted


@pytest.mark.parametrize("drawer", ["", "data", "network", "learning", "race"])
def test_return_keeps_the_focus_in_every_field(window, drawer):
    window.network.lab.pause()
    if drawer == "race":
        window.enter("race")
        window.room.lab.edit("terrain.kind", "formula")
        window.room.recipe.more.setChecked(True)
    elif drawer:
        window.network.overlays.drawers.toggle(drawer)
    tried = 0
    for field in window.room.page.findChildren(QLineEdit):
        if field.isVisible() and field.isEnabled() and isinstance(field, (TextField, NumberField)):
            field.setFocus()
            words = field.accessibleName()
            QTest.keyClick(field, KEY.Key_End)
            QTest.keyClicks(field, "0" if isinstance(field, NumberField) else " ")
            QTest.keyClick(field, KEY.Key_Return)
            focus = QApplication.focusWidget()
            assert isinstance(focus, QLineEdit) and focus.accessibleName() == words
            window.room.lab.undo()
            tried += 1
    assert tried >= 2


def test_the_keys_of_time_move_a_race_too(window, qtbot):
    window.enter("race")
    lab = window.room.lab
    until(qtbot, lambda: lab.paths.complete)
    lab.pause()
    last = lab.playhead.last
    for key, place in (
        (KEY.Key_Home, 0),
        (KEY.Key_PageDown, last // 10),
        (KEY.Key_End, last),
        (KEY.Key_PageUp, last - last // 10),
    ):
        press(window, key)
        assert lab.playhead.place == place
    press(window, KEY.Key_B)
    assert lab.playhead.place == int(lab.paths.runs[0].values.argmin())
    window.enter("network")
    assert window.target("time") is window.network.lab.time
