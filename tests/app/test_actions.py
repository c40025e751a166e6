"""The table of commands: every one reachable, every key its own."""

from __future__ import annotations

import collections

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from app.look import icons
from app.network.view_list import commands
from app.shell.actions import Actions, slot
from app.shell.commands import MENUS, TABLE, in_menus
from app.window.shortcuts import ShortcutList

ALL = in_menus((*commands().values(), *TABLE))


class Anything:
    def __getattr__(self, name):
        return lambda *arguments: (name, *arguments)


def target(name):
    return Anything()


def test_every_shortcut_is_unique_and_understood():
    keys = [QKeySequence(entry.shortcut).toString() for entry in ALL if entry.shortcut]
    assert all(keys)
    assert not [key for key, count in collections.Counter(keys).items() if count > 1]


def test_every_command_has_name_tip_and_menu():
    assert len({entry.name for entry in ALL}) == len(ALL)
    for entry in ALL:
        assert entry.tip.endswith("."), entry.name
        assert entry.menu in MENUS
        assert not entry.icon or entry.icon in icons.names(), entry.icon


def test_the_keys_that_people_know():
    keys = {entry.name: entry.shortcut for entry in ALL}
    assert keys["play"] == "Space"
    assert (keys["step_update"], keys["step_sample"], keys["step_epoch"], keys["rewind"]) == (
        "Right",
        "Shift+Right",
        "Ctrl+Right",
        "Left",
    )
    assert keys["full_screen"] == "F11" and keys["shortcuts"] == "F1"


def test_slots_with_and_without_argument():
    assert slot("lab.step:update", target)() == ("step", "update")
    assert slot("lab.play", target)() == ("play",)


def test_the_list_shows_every_key(qtbot):
    dialog = ShortcutList(ALL)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == sum(1 for entry in ALL if entry.shortcut)
    dialog.search.setText("epoch")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert len(shown) == 1


def test_actions_are_built_for_all(qapp):
    parent = QObject()
    actions = Actions(target, parent, tuple(commands().values()))
    assert set(actions.all()) == {entry.name for entry in ALL}
    actions.show_theme()
