"""Every key of the program in one table: those of the commands, of the window itself, and those that a control has
while it is in focus. Two that can mean something at once must not be the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from app.shell.commands import ALSO, MENUS, Entry
from app.shell.room import NETWORK, TITLES
from core.frozen import frozen

EVERYWHERE = ""
DOCKS = 9  # pictures that have a key by their place in the list of all
ARROWS = ("Up", "Down")


@frozen
class Keys:
    """Keys and what they do; `where` is a room's key, "" for both, or the control that has to be in focus. `owner` is
    the module that looks at them where no command does."""

    keys: tuple[str, ...]
    does: str
    where: str = EVERYWHERE
    owner: str = ""
    tip: str = ""


HELD: tuple[Keys, ...] = (
    Keys(("Return", "Enter"), "Press the button or open the list in focus; a field takes what was typed and keeps the "
         "focus", owner="app.window.keyboard"),
    Keys(("Esc",), "Shut what lies open, leave a field, let go of what is chosen", owner="app.window.keyboard"),
    Keys(("F10",), "Reach the menus", owner="app.window.keyboard"),
    Keys(ARROWS, "One step more or less", "number field", "app.widgets.number_field"),
    Keys(("PgUp", "PgDown"), "Five steps more or less", "number field", "app.widgets.number_field"),
    Keys(("Esc",), "The last value comes back", "number field", "app.widgets.number_field"),
    Keys(("Space",), "Plays, where nothing has been typed yet", "number field", "app.widgets.number_line"),
    Keys(("Left", "Right"), "Another choice", "row of choices", "app.widgets.segments"),
    Keys(ARROWS, "The layer goes one place up or down", "handle of a layer", "app.panels.layer_handle"),
    Keys(("Left", "Right", *ARROWS), "Another picture", "grid of pictures", "app.views.pictures.grid"),
    Keys(("Left", "Right", *ARROWS), "The act before or after", "slider of Bend space", "app.views.bend.act_slider"),
    Keys(("PgUp", "PgDown"), "The layer before or after", "slider of Bend space", "app.views.bend.act_slider"),
    Keys(("Home", "End"), "The inputs, the output", "slider of Bend space", "app.views.bend.act_slider"),
    Keys(("Left", "Right", *ARROWS), "Turn it", "space of three dimensions", "app.views.bend.canvas"),
    Keys(("Left", "Right"), "The phase before, the next phase", "phases of an update", "app.views.numbers.phase_bar"),
    Keys(("Left", "Right", *ARROWS), "Another unit", "network in numbers", "app.views.numbers.canvas"),
    Keys(("Return", "Enter"), "Show the run", "list of runs", "app.views.runs.view"),
    Keys(("F2",), "Type another name for it", "list of runs", "app.views.runs.view"),
    Keys(("Del",), "Delete it; Undo brings it back", "list of runs", "app.views.runs.view"),
    Keys(("Left", "Right", *ARROWS), "Another card", "gallery", "app.panels.gallery"),
    Keys(("Return", "Enter"), "Open the card", "gallery", "app.panels.gallery"),
    Keys(("Esc",), "Back to the lab", "gallery", "app.widgets.veil"),
    Keys(("Esc",), "Back to the lab", "sheet of 20 starts", "app.widgets.veil"),
    Keys(("Esc",), "Back to the lab", "sheet of a study", "app.widgets.veil"),
    Keys(ARROWS, "Another column", "bars of columns", "app.widgets.cost_bars"),
    Keys(("Esc",), "Back to the lab", "envelope", "app.widgets.veil"),
    Keys(("Esc",), "Back to the lab", "sheet of the costs", "app.widgets.veil"),
    Keys(("Left", "Right", *ARROWS), "Another cell", "picture of a study", "app.studies.cell_grid"),
    Keys(("Esc",), "Close it", "drawer", "app.widgets.drawer"),
    Keys(("Esc",), "Close it", "large picture of a unit", "app.views.network.large_card"),
    Keys(("Esc",), "Close it", "field of a weight", "app.views.network.cards"),
)  # fmt: skip


def mnemonic(menu: str) -> str:
    """The key that opens a menu."""
    return f"Alt+{menu[0]}"


def dock_key(place: int) -> str:
    """The key that shows or hides a picture by its place in the list of all, from 1; "" beyond the last."""
    return f"Alt+{place}" if place <= DOCKS else ""


def key_table(entries: Iterable[Entry]) -> tuple[Keys, ...]:
    """All keys there are: those of these commands first."""
    commands = (
        Keys((entry.shortcut, *ALSO.get(entry.name, ())), entry.text.removesuffix(" …"), entry.room, tip=entry.tip)
        for entry in entries
        if entry.shortcut
    )
    menus = (Keys((mnemonic(menu),), f"The menu {menu}") for menu in MENUS)
    docks = Keys(
        tuple(map(dock_key, range(1, DOCKS + 1))), "Show or hide the picture with this key in the View menu", NETWORK
    )
    return (*commands, *menus, docks, *HELD)


def clashes(table: Iterable[Keys]) -> list[tuple[str, str, str]]:
    """Each key that two entries want in the same place, with what both do. What a control in focus has is its own:
    the window's keys wait."""
    found = []
    for one, other in itertools.combinations(table, 2):
        if _overlap(one.where, other.where):
            found += [(key, one.does, other.does) for key in sorted(_plain(one) & _plain(other))]
    return found


def _overlap(one: str, other: str) -> bool:
    rooms = {EVERYWHERE, *TITLES}
    return one == other or (one in rooms and other in rooms and EVERYWHERE in (one, other))


def _plain(keys: Keys) -> set[str]:
    return {QKeySequence(key).toString() for key in keys.keys}
