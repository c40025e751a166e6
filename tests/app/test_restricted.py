"""What a file hides is not shown, and what it locks is shown and cannot be changed: every row of a form, every
command."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QWidget

from app.documents.limits import FREE, LOCKED, Limits
from app.documents.view_state import ViewState
from app.forms.form import Form
from app.forms.row import Row
from app.look.theme import LIGHT
from app.network.lecture import LectureBar
from app.network.transport import Transport
from app.network.view_list import commands
from app.panels.data_drawer import DataDrawer
from app.panels.learning_drawer import LearningDrawer
from app.panels.network_drawer import NetworkDrawer
from app.race.transport import RaceTransport
from app.shell.actions import Actions
from app.shell.commands import TABLE
from core.experiment import Experiment

DRAWERS = (DataDrawer, NetworkDrawer, LearningDrawer)
EXPERIMENT = Experiment.parse({"layers": [{"name": "h1", "kind": "dense"}], "penalties": [{"kind": "l2"}]})
COMMANDS = (*TABLE, *commands().values())


def rows(panel) -> dict[str, Row]:
    return {row.path: row for form in panel.forms() for row in form.rows()}


def opened(qtbot, make):
    panel = make()
    qtbot.addWidget(panel)
    panel.show_experiment(EXPERIMENT)
    panel.refresh()
    return panel


@pytest.mark.parametrize("make", DRAWERS)
def test_every_row_of_a_drawer_is_hidden_and_shown_again(qtbot, make):
    panel = opened(qtbot, make)
    shown = {path for path, row in rows(panel).items() if not row.isHidden()}
    assert shown
    for path, row in rows(panel).items():
        panel.show_view(ViewState(hidden=(path, "nowhere.at.all")))
        assert row.isHidden(), path
        panel.show_view(ViewState())
        assert (path in shown) is not row.isHidden(), path


@pytest.mark.parametrize("make", DRAWERS)
def test_every_row_of_a_drawer_is_locked_and_free_again(qtbot, make):
    panel = opened(qtbot, make)
    for path, row in rows(panel).items():
        tips = [part.toolTip() for part in (row, *row.findChildren(QWidget))]
        panel.show_view(ViewState(locked=(path,)))
        assert not row.isEnabled() and row.toolTip() == row.editor.toolTip() == LOCKED, path
        panel.show_view(ViewState())
        assert row.isEnabled() and tips == [part.toolTip() for part in (row, *row.findChildren(QWidget))], path


def test_a_row_that_comes_later_is_restricted_too(qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.restrict(Limits(frozenset(("optimizer.lr",)), frozenset(("batch_size",))))
    form.show_model(EXPERIMENT)
    assert form.row("optimizer.lr").isHidden() and not form.row("batch_size").isEnabled()


class Nobody:
    def __call__(self, name: str) -> object:
        raise KeyError(name)


@pytest.fixture
def made(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield Actions(Nobody(), window, tuple(commands().values()))


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_is_hidden_and_locked(made, entry):
    made.show_room(entry.room or "network")
    action = made[entry.name]
    tip, able = action.toolTip(), action.isEnabled()
    assert action.isVisible()
    made.restrict(Limits(hidden=frozenset((entry.name, "nothing"))))
    assert not action.isVisible()
    made.restrict(Limits(locked=frozenset((entry.name,))))
    assert action.isVisible() and not action.isEnabled() and action.toolTip() == LOCKED
    made.enable(entry.name, True)
    assert not action.isEnabled()
    made.restrict(FREE)
    assert action.isVisible() and action.isEnabled() is able and action.toolTip() == tip


def test_locks_end_with_the_file_and_nonsense_is_ignored(tmp_path):
    view = ViewState(hidden=("optimizer.lr",), locked=("play",))
    assert (view.for_another().hidden, view.for_another().locked) == ((), ())
    path = tmp_path / "a.view.toml"
    path.write_text('locked = [["a"], 3, "play"]\n')
    read = ViewState.load(path, view)
    assert read.limits == Limits(locked=frozenset(("play",)))
    assert dataclasses.replace(read, locked=("x",)).limits.locks("x")


def test_the_window_obeys_the_view_of_the_room_in_front(open_window):
    window = open_window()
    store = window.network.store
    store.change_view(hidden=("new_start",), locked=("rewind", "undo"))
    assert not window.actions_["new_start"].isVisible() and not window.actions_["rewind"].isEnabled()
    store.edit("optimizer.lr", 0.02)
    assert not window.actions_["undo"].isEnabled()
    store.change_view(hidden=(), locked=())
    assert window.actions_["new_start"].isVisible() and window.actions_["rewind"].isEnabled()
    assert window.actions_["undo"].isEnabled()


BUTTONS = {
    "gallery": "gallery", "play": "play", "step": "step_update", "rewind": "rewind", "new_start": "new_start",
    "back": "step_back", "tell": "race_tell",
}  # fmt: skip


@pytest.mark.parametrize(("bar", "room"), [(Transport, "network"), (RaceTransport, "race"), (LectureBar, "network")])
def test_every_button_of_a_bar_is_offered_as_its_command_is(qtbot, made, bar, room):
    made.show_room(room)
    shown = bar(made)
    qtbot.addWidget(shown)
    shown.show_theme(LIGHT)
    shown.resize(1280, 60)
    shown.show()
    buttons = {command: getattr(shown, name) for name, command in BUTTONS.items() if hasattr(shown, name)}
    assert buttons
    for command, button in buttons.items():
        tip = button.toolTip()
        assert button.isVisible() and button.isEnabled() and tip == made[command].toolTip()
        made.restrict(Limits(hidden=frozenset((command,))))
        assert not button.isVisible(), command
        made.restrict(Limits(locked=frozenset((command,))))
        assert button.isVisible() and not button.isEnabled() and button.toolTip() == LOCKED, command
        made.restrict(FREE)
        assert button.isVisible() and button.isEnabled() and button.toolTip() == tip, command


def test_a_button_that_comes_back_is_fitted_in(qtbot, made):
    made.show_room("network")
    bar = Transport(made)
    qtbot.addWidget(bar)
    bar.show_theme(LIGHT)
    bar.resize(bar.box.minimumSize().width(), 60)
    bar.show()
    made.restrict(Limits(hidden=frozenset(("new_start", "rewind", "gallery"))))
    made.restrict(FREE)
    assert bar.box.minimumSize().width() <= bar.width()


def test_a_bar_that_is_gone_hears_of_no_command(qtbot, made):
    made.show_room("network")
    bar = Transport(made)
    with qtbot.waitSignal(bar.destroyed):
        bar.deleteLater()
    made.restrict(Limits(frozenset(("rewind",)), frozenset(("play",))))
    assert not made["rewind"].isVisible()
