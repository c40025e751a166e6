"""At 150 % text in the smallest window that is asked for, nothing of the GAN's pictures is cut or lies over another."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton, QWidget

from app.bars.timeline import SHORTEST, Told
from app.views.boundary.key import BoundaryKey
from app.views.curves.head import Entries
from app.views.network.background import Background
from app.widgets.limited import place_of
from core.machine.resources import FOLDER


@pytest.fixture
def room(open_window, qtbot):
    window = open_window(str(FOLDER / "presets" / "gan-ring.toml"))
    for _ in range(3):  # 110, 125, 150 %
        window.appearance.scale("1")
    window.show()
    window.resize(1280, 740)
    qtbot.waitUntil(lambda: "boundary" in window.network.views["boundary"].frames, timeout=60_000)
    qtbot.waitUntil(lambda: window.network.views["network"].canvas.layout_ is not None, timeout=10_000)
    assert window.appearance.theme.scale == 1.5
    return window.network


def rooms(widgets: list[QWidget], within: QWidget) -> list[QRect]:
    return [QRect(widget.mapTo(within, QPoint(0, 0)), widget.size()) for widget in widgets]


def test_at_150_percent_no_name_and_no_choice_is_cut(room, qtbot):
    bar = room.views["boundary"].players.bar
    shown = [bar.who, bar.fewer, bar.ratio, bar.more, bar.grid, bar.push]
    qtbot.waitUntil(lambda: all(widget.width() >= widget.sizeHint().width() for widget in shown), timeout=5000)
    places = rooms(shown, bar)
    assert not [pair for pair in itertools.combinations(places, 2) if pair[0].intersects(pair[1])]
    assert all(bar.rect().contains(place) for place in places)
    assert list(bar.who.words.values()) == ["Both", "D", "G"], "each of them can be read and pressed"
    key = room.views["boundary"].findChild(BoundaryKey)
    qtbot.waitUntil(lambda: key.words.says == "D says" and key.height() >= key.needed(), timeout=5000)
    entries = room.views["loss"].head.findChild(Entries)
    qtbot.waitUntil(lambda: len(room.views["loss"].head.entries) == 2, timeout=10_000)
    assert [entry.name for entry in entries.readable()] == ["D", "G"]


def test_at_150_percent_a_head_stands_clear_of_its_neighbours_buttons(room):
    view = room.views["network"]
    canvas = view.canvas
    background = Background(canvas.columns, canvas.layout_, canvas.size(), canvas.theme)
    heads = [
        background.head(number).toAlignedRect()
        for number, column in enumerate(background.columns)
        if not column.is_hidden and background.head(number) is not None
    ]
    pairs = [place_of(button) for pair in view.buttons.units.values() for button in pair]
    assert pairs and not [each for each in heads if any(each.intersects(taken) for taken in rooms(pairs, canvas))]
    assert heads, "the noise has its name above it"
    counts = [count.words for count in view.buttons.counts.values()]
    assert not counts[0].geometry().intersects(counts[1].geometry())


def test_at_200_percent_who_learns_is_read_and_the_timeline_has_a_track(room, qtbot):
    window = room.window()
    while window.appearance.theme.scale < 2.0:
        window.appearance.scale("1")
    bar, line = room.views["boundary"].players.bar, room.bars.timeline
    qtbot.waitUntil(lambda: bar.who.width() >= bar.who.sizeHint().width() and bar.fewer.isHidden(), timeout=5000)
    assert bar.rect().contains(rooms([bar.who], bar)[0]) and list(bar.who.words.values()) == ["Both", "D", "G"]
    qtbot.waitUntil(lambda: line.track.width() >= 2 * SHORTEST - 1, timeout=5000)
    line.show_run(Told(100, 50))
    qtbot.waitUntil(lambda: line.now.isVisible() and line.track.width() >= 2 * SHORTEST - 1, timeout=5000)
    assert line.rect().contains(rooms([line.now], line)[0]), "the way back is not cut"
    line.show_run(Told(100))
    shown = [button for button in line.findChildren(QPushButton) if button is not line.now]
    assert shown and all(button.isVisible() for button in shown)
