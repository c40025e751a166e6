"""The table of commands: every one reachable, every key its own."""

from __future__ import annotations

import dataclasses
import re

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from app.documents.limits import FREE, Limits
from app.look import icons
from app.network.view_list import commands
from app.shell.actions import Actions, slot
from app.shell.commands import MENUS, TABLE, in_menus
from app.shell.key_table import HELD, Keys, clashes, key_table
from app.window.shortcuts import ShortcutList
from tests.building.places import ROOT

ALL = in_menus((*commands().values(), *TABLE))


class Anything:
    def __getattr__(self, name):
        return lambda *arguments: (name, *arguments)


def target(name):
    return Anything()


KEYS = key_table(ALL)
UNDO = {
    "rewind",
    "take_back",
    "new_start",
    "faster",
    "slower",
    "max_speed",
    "side_by_side",
}  # Undo takes it back: tests/app/test_keys.py, test_lab.py
NOTHING_CHANGES = {
    "gallery", "play", "step_sample", "step_update", "step_back", "race_tell", "evaluation_back", "evaluation_on", "tenth_back", "tenth_on",
    "look_best", "look_now", "race_end", "play_back", "starts", "one_run", "study", "envelope", "costs", "layout", "fill_room", "race_view", "theme_next",
    "full_screen", "shortcuts", "about",
}  # fmt: skip


def test_every_key_is_understood_and_none_means_two_things_in_one_place():
    assert all(QKeySequence(key).toString() for entry in KEYS for key in entry.keys)
    assert not clashes(KEYS)


@pytest.mark.parametrize(
    ("where", "other", "clash"),
    [("", "", True), ("network", "", True), ("network", "network", True), ("network", "race", False),
     ("number field", "", False), ("number field", "number field", True)],
)  # fmt: skip
def test_a_clash_is_found_where_two_keys_can_mean_something_at_once(where, other, clash):
    table = (Keys(("Ctrl+J", "J"), "one thing", where), Keys(("j",), "another", other))
    assert clashes(table) == ([("J", "one thing", "another")] if clash else [])


def test_a_clash_of_two_commands_a_menu_and_a_view_is_refused():
    play = next(entry for entry in ALL if entry.name == "play")
    for key in ("G", "Ctrl+S", "Alt+F", "Alt+3", "F10", "1"):
        assert clashes(key_table((*ALL, dataclasses.replace(play, name="other", shortcut=key)))), key


def test_every_module_that_looks_at_keys_stands_in_the_table():
    owners = {entry.owner for entry in HELD}
    looking = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"Key\.Key_\w+.*\bevent\b|event\.key\(\)", path.read_text("utf-8"))
    }
    rules = {"app.shell.keys", "app.widgets.dialog"}  # which keys belong to whom, and what Enter is no answer to
    assert looking - rules == owners
    setting = {path.name for path in (ROOT / "app").rglob("*.py") if "setShortcut" in path.read_text("utf-8")}
    assert setting == {"actions.py", "picture_menu.py"}, "a key that no table knows"


def test_what_a_single_key_does_changes_nothing_or_is_taken_back_by_undo():
    single = {entry.name for entry in ALL if entry.shortcut and not re.search("Ctrl|Alt|Meta", entry.shortcut)}
    shown = {entry.name for entry in commands().values()}
    assert single == UNDO | NOTHING_CHANGES | shown


def test_every_command_has_name_tip_and_menu():
    assert len({entry.name for entry in ALL}) == len(ALL)
    for entry in ALL:
        assert entry.tip.endswith("."), entry.name
        assert entry.menu in MENUS
        assert not entry.icon or entry.icon in icons.names(), entry.icon


def test_the_keys_that_people_know():
    keys = {entry.name: entry.shortcut for entry in ALL}
    assert keys["play"] == "Space"
    assert (keys["step_update"], keys["step_sample"], keys["step_epoch"]) == ("Right", "Shift+Right", "Ctrl+Right")
    assert (keys["step_back"], keys["rewind"]) == ("Left", "Home")
    assert keys["full_screen"] == "F11" and keys["shortcuts"] == "F1"


def test_slots_with_and_without_argument():
    assert slot("lab.step:update", target)() == ("step", "update")
    assert slot("lab.play", target)() == ("play",)


def test_the_list_shows_every_key(qtbot):
    dialog = ShortcutList(ALL)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == len(KEYS) > sum(1 for entry in ALL if entry.shortcut)
    dialog.show()
    for row in range(dialog.table.rowCount()):
        for column in (0, 2):
            wide = dialog.table.fontMetrics().horizontalAdvance(dialog.table.item(row, column).text())
            assert wide < dialog.table.columnWidth(column)
    dialog.search.setText("epoch")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert len(shown) == 1


def test_actions_are_built_for_all(qapp):
    parent = QObject()
    actions = Actions(target, parent, tuple(commands().values()))
    assert set(actions.all()) == {entry.name for entry in ALL}
    actions.show_theme()


def test_what_a_step_does_is_true_of_every_rule_and_optimizer():
    """The perceptron rule has no gradient, and with Adam the mean gradient is not what the weights move by."""
    tips = [entry.tip for entry in TABLE if entry.name == "step_update"]
    assert tips and not any("gradient" in tip for tip in tips)


def test_a_command_that_has_nothing_to_do_says_why(qapp):
    made = Actions(target, qapp)
    made.show_room("network")
    tip = made["starts"].toolTip()
    made.enable("starts", False, "Let it learn first")
    made.restrict(Limits(locked=frozenset(("starts",))))
    made.restrict(FREE)
    assert not made["starts"].isEnabled() and made["starts"].toolTip() == "Let it learn first"
    made.enable("starts", True)
    assert made["starts"].isEnabled() and made["starts"].toolTip() == tip
