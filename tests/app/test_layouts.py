"""What stands where: after a layout of last time as in a fresh window, and beside other runs as it was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QTabBar

from app.shell.docks import Dock
from app.shell.layouts import EXPLORE, LECTURE, Layouts
from app.shell.seats import Seats
from app.shell.settings import Settings

SEATS = Seats(
    (("network", "loss"), ("boundary", "accuracy")),
    ("boundary",),
    tabs=("predict",),
    ways={"network": "Network", "bend": "Bend", "space": "Space"},
    columns={"bend": "beside"},
    fronts=("numbers",),
)
NAMES = (
    "recipe",
    "network",
    "loss",
    "boundary",
    "accuracy",
    "predict",
    "bend",
    "space",
    "beside",
    "numbers",
    "card",
    "newer",
)


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
        (NAMES, ("boundary", (), (), "space")),
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


@pytest.mark.parametrize(("layout", "runs"), [(EXPLORE, 2), (EXPLORE, 3), (LECTURE, 2)])
def test_a_way_that_was_chosen_stays_beside_other_runs_and_stands_there_once(qtbot, tmp_path, layout, runs):
    window, docks, layouts = room(qtbot, Settings(tmp_path / "window.ini"))
    layouts.choose(layout)
    layouts.choose_picture("space")
    layouts.stand(runs)
    assert layouts.ways.name == "space" and docks["space"].seen and not docks["network"].seen
    layouts.choose_picture("space")
    layouts.stand(1)
    assert layouts.ways.name == "space" and docks["space"].seen and not docks["network"].seen
    qtbot.waitUntil(lambda: sum(row.count("space") for row in tabs(window)) <= 1)


def test_a_way_with_a_column_leaves_it_to_other_runs(qtbot, tmp_path):
    _, docks, layouts = room(qtbot, Settings(tmp_path / "window.ini"))
    layouts.choose_picture("bend")
    assert docks["beside"].seen
    layouts.stand(2)
    assert layouts.ways.name == "network" and docks["network"].seen and not docks["beside"].seen
