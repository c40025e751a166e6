"""One picture fills the room by one key, and goes back as it stood."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar

KEY = Qt.Key


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def window(open_window, qtbot):
    made = open_window()
    made.network.lab.pause()
    made.activateWindow()
    until(qtbot, made.isActiveWindow)
    return made


def seen(room):
    return {name for name in room.docks if room.docks[name].seen}


@pytest.mark.parametrize("lecture", [False, True])
def test_a_key_fills_the_room_and_goes_back(window, qtbot, lecture, monkeypatch):
    room = window.network
    if lecture:
        room.toggle_layout()
        network, boundary = room.docks["network"], room.docks["boundary"]
        until(qtbot, lambda: abs(network.width() - boundary.width()) <= 2 and network.height() >= 600)
    else:
        room.layouts.open_or_shut("initial")
        until(qtbot, lambda: "initial" in seen(room) and len(_tabs(room)) == 1)
    monkeypatch.setattr(room.filling, "pointed", lambda: "")
    before = seen(room)
    sizes = {name: room.docks[name].size() for name in before}
    QTest.keyClick(window, KEY.Key_F)
    until(qtbot, lambda: seen(room) == {"boundary"})
    until(qtbot, lambda: room.docks["boundary"].width() >= 1270)
    assert window.actions_["fill_room"].isChecked()
    QTest.keyClick(window, KEY.Key_F)
    until(qtbot, lambda: seen(room) == before)
    until(qtbot, lambda: all(_alike(room.docks[name].size(), sizes[name]) for name in before))
    assert not window.actions_["fill_room"].isChecked()
    assert len(_tabs(room)) == 1 - lecture, "no tabs of before stay where they were"


def _tabs(room):
    """The bars of tabs that can be seen; Qt keeps some empty ones outside the window."""
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    return [bar for bar in room.findChildren(QTabBar, options=directly) if bar.isVisible() and bar.x() >= 0]


def _alike(one, other):
    return abs(one.width() - other.width()) <= 4 and abs(one.height() - other.height()) <= 4


def test_escape_goes_back_and_a_pictures_key_fills_with_that(window, qtbot):
    room = window.network
    before = seen(room)
    room.filling.fill("network")
    QTest.keyClick(window, KEY.Key_3)
    until(qtbot, lambda: seen(room) == {"loss"})
    QTest.keyClick(window, KEY.Key_Escape)
    until(qtbot, lambda: seen(room) == before)


def test_the_picture_under_the_mouse_is_meant(window, qtbot, monkeypatch):
    room = window.network
    network = room.docks["network"]
    monkeypatch.setattr(QCursor, "pos", lambda: network.mapToGlobal(QPoint(80, 120)))
    until(qtbot, lambda: room.filling.pointed() == "network")  # the docks find their places when Qt has time


def test_another_layout_document_or_end_leaves_the_filled_room_first(window, qtbot, open_window):
    room = window.network
    before = seen(room)
    room.filling.fill("loss")
    room.toggle_layout()
    assert not room.filling.name and room.docks["network"].isVisible() and room.docks["boundary"].isVisible()
    room.toggle_layout()
    until(qtbot, lambda: seen(room) == before)
    room.filling.fill("loss")
    window.files.open_preset("digits-cnn")
    assert not room.filling.name and room.recipe.isVisible()
    room.filling.fill("loss")
    window.close_without_asking()
    again = open_window()
    assert again.network.recipe.isVisible() and again.network.docks["network"].isVisible()


def test_the_race_has_it_too(window, qtbot, monkeypatch):
    window.enter("race")
    room = window.room
    monkeypatch.setattr(room.filling, "pointed", lambda: "")  # wherever the mouse of this screen is
    until(qtbot, lambda: room.lab.paths.complete)
    wide = room.stage.pictures.width()
    room.fill_room()
    until(qtbot, lambda: room.stage.pictures.width() >= 1270)
    assert not room.recipe.isVisible() and not room.stage.ranking.isVisible()
    QTest.keyClick(window, KEY.Key_Escape)
    until(qtbot, lambda: abs(room.stage.pictures.width() - wide) <= 4)
    assert room.recipe.isVisible() and room.stage.ranking.isVisible()
    charts = room.stage.charts
    room.filling.fill(next(name for name, picture in room.filling.pictures.items() if picture is charts.steps))
    until(qtbot, lambda: charts.steps.width() >= 1270 and charts.steps.height() > 500)
    assert not charts.value.isVisible() and not room.stage.pictures.isVisible()
    room.fill_room()
    until(qtbot, lambda: charts.value.isVisible() and room.stage.pictures.isVisible())


def areas(room, names):
    """Where these pictures are, in the room's own measure."""
    return [room.docks[name].geometry() for name in names]


@pytest.mark.parametrize("name", ["loss", "surface"])
def test_the_menu_brings_a_picture_into_the_lecture(window, qtbot, name):
    room = window.network
    room.toggle_layout()
    room.docks[name].entry.trigger()
    until(qtbot, lambda: seen(room) == {"boundary", name} and room.layouts.pair == ("boundary", name))
    until(qtbot, lambda: not areas(room, ["boundary"])[0].intersects(areas(room, [name])[0]))
    assert not any(area.intersects(room.bars.lecture.parentWidget().geometry()) for area in areas(room, seen(room)))
    room.docks[name].entry.trigger()  # two there are, and two there stay
    assert seen(room) == {"boundary", name} and room.docks[name].entry.isChecked()


def test_the_menu_fills_the_room_of_a_lecture_with_its_picture(window, qtbot):
    room = window.network
    room.toggle_layout()
    room.filling.fill("boundary")
    room.docks["loss"].entry.trigger()
    until(qtbot, lambda: seen(room) == {"loss"} and room.docks["loss"].width() >= 1270)
    room.filling.leave()
    until(qtbot, lambda: seen(room) == {"boundary", "loss"})
    until(qtbot, lambda: abs(room.docks["boundary"].width() - room.docks["loss"].width()) <= 4)


def test_the_menu_brings_forward_what_stands_behind_a_tab_and_shuts_what_is_in_front(window, qtbot):
    room = window.network
    for name in ("results", "layers"):
        room.docks[name].entry.trigger()
    until(qtbot, lambda: "layers" in seen(room))
    behind = room.docks["results"]
    assert not behind.isHidden() and behind.entry.isChecked() and "results" not in seen(room)
    behind.entry.trigger()
    until(qtbot, lambda: "results" in seen(room))
    assert behind.entry.isChecked() and not room.docks["layers"].isHidden()
    behind.entry.trigger()
    assert behind.isHidden() and not behind.entry.isChecked()


@pytest.mark.parametrize("way", ["fill and leave", "fill with another"])
def test_who_loses_the_focus_leaves_it_to_no_button(window, way):
    """When the room came back a frame stood round Gallery, the first button of the window."""
    room = window.network
    room.recipe.rate.field.setFocus()
    assert window.focusWidget() is room.recipe.rate.field
    room.filling.fill("boundary")
    assert not isinstance(window.focusWidget(), QAbstractButton)
    if way == "fill and leave":
        room.filling.leave()
    else:
        room.filling.fill("network")
    assert not isinstance(window.focusWidget(), QAbstractButton)
