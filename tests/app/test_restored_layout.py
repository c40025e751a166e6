"""A layout of last time: pictures that it kept shut stand, once they are wanted, where they stand in a fresh window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QTabBar

from app.shell.docks import Dock
from app.shell.layouts import EXPLORE, Layouts
from app.shell.seats import Seats
from app.shell.settings import Settings

SEATS = Seats(
    (("network", "loss"), ("boundary", "accuracy")),
    ("boundary",),
    tabs=("predict",),
    ways={"network": "Network", "bend": "Bend"},
    columns={"bend": "space"},
    fronts=("numbers",),
)
NAMES = ("recipe", "network", "loss", "boundary", "accuracy", "predict", "bend", "space", "numbers", "card", "newer")


def room(qtbot, settings, names=NAMES):
    """A window of docks as the program starts it, over the settings of last time."""
    window = QMainWindow()
    window.setDockNestingEnabled(True)
    qtbot.addWidget(window)
    window.resize(1280, 740)
    docks = {name: Dock(name, name, QLabel(name), window, fixed=name == "recipe") for name in names}
    layouts = Layouts(window, docks, {}, settings, SEATS)
    layouts.choose(EXPLORE)
    window.show()
    qtbot.waitExposed(window)
    return window, docks, layouts


def tabs(window):
    """The words of each row of tabs that is seen."""
    rows = [[bar.tabText(tab) for tab in range(bar.count())] for bar in window.findChildren(QTabBar) if bar.isVisible()]
    return sorted(row for row in rows if row)


def want(window, layouts, qtbot, what):
    """A card has its picture in the place, as a companion, before another one, or is seen in a way with a column."""
    place, companions, fronts, way = what
    layouts.show_place(place)
    layouts.show_companions(companions, fronts)
    if way:
        layouts.choose_picture(way)
    qtbot.waitUntil(window.updatesEnabled)


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (NAMES, ("card", (), (), "")),
        (NAMES[:-1], ("newer", (), (), "")),
        (NAMES, ("boundary", ("card",), (), "")),
        (NAMES, ("boundary", (), (("boundary", "numbers"),), "")),
        (NAMES, ("boundary", (), (), "card")),
        (NAMES, ("boundary", (), (), "bend")),
    ],
)
def test_a_picture_stands_where_it_stands_in_a_fresh_window(qtbot, tmp_path, names, what):
    settings = Settings(tmp_path / "window.ini")
    fresh, docks, layouts = room(qtbot, settings)
    want(fresh, layouts, qtbot, what)
    rows, places = tabs(fresh), {name: dock.geometry() for name, dock in docks.items() if dock.seen}
    fresh.close()
    old, _, before = room(qtbot, settings, names)
    before.keep()
    old.close()
    again, docks, layouts = room(qtbot, settings)
    want(again, layouts, qtbot, what)
    assert tabs(again) == rows
    assert {name: dock.geometry() for name, dock in docks.items() if dock.seen} == places
