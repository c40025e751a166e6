"""The lab's rooms: one click apart, each as it was left, each with its own file and its own way back."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.shell.commands import TABLE
from core import document
from core.documents.edits import replace_all
from core.frames import RunState
from core.race import Race, shelf
from tests.building.places import PRESETS, ROOT

RATES = PRESETS / "three-rates.toml"


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def window(open_window):
    made = open_window()
    made.activateWindow()
    return made


def click_on(window, key):
    """The word in the switch, as a mouse finds it."""
    switch = window.switch
    places = [x for x in range(switch.width()) if switch.at(x) == key]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(places[len(places) // 2], switch.height() // 2))


def test_one_click_leads_to_the_other_room_and_back(window, qtbot):
    assert window.room is window.network and window.switch.isVisible()
    click_on(window, "race")
    assert window.room.key == "race" and window.room.page.isVisible() and not window.network.isVisible()
    assert window.windowTitle() == "Three learning rates[*] – Descent Lab"
    click_on(window, "network")
    assert window.room is window.network and window.network.isVisible()
    assert window.windowTitle() == "The ring[*] – Descent Lab"


def test_the_keys_lead_there_too(window):
    window.actions_["room_race"].trigger()
    assert (
        window.room.key == "race"
        and window.actions_["room_race"].isChecked()
        and not window.actions_["room_network"].isChecked()
    )
    window.actions_["room_network"].trigger()
    assert window.room is window.network


def test_a_network_that_learns_goes_on_learning_behind(window, qtbot):
    lab = window.network.lab
    until(qtbot, lambda: lab.run.state is RunState.running and bool(lab.runs.shown))
    window.enter("race")
    until(qtbot, lambda: not lab.runs.shown)  # nothing is drawn of it
    before = lab.run.last.updates
    until(qtbot, lambda: lab.run.last.updates > before + 5)
    assert lab.playing and "network" in window.switch.dots
    window.enter("network")
    until(qtbot, lambda: bool(lab.runs.shown))
    assert lab.run.last.updates > before


def test_each_room_keeps_its_state(window, qtbot):
    window.enter("race")
    room = window.room
    until(qtbot, lambda: room.lab.paths.complete)
    room.lab.edit("start", (-2.0, 1.5))
    room.lab.playhead.seek(17)
    room.lab.chosen.select(2)
    window.enter("network")
    window.network.lab.edit("batch_size", 5)
    window.enter("race")
    assert window.room is room
    assert room.store.document.start == (-2.0, 1.5) and room.lab.playhead.place == 17 and room.lab.chosen.selected == 2
    assert window.network.store.experiment.batch_size == 5


def test_time_stands_still_in_a_room_that_is_left(window, qtbot):
    window.enter("race")
    lab = window.room.lab
    until(qtbot, lambda: lab.paths.complete)
    lab.play()
    until(qtbot, lambda: lab.playhead.place > 0.5)
    window.enter("network")
    at = lab.playhead.place
    other = window.network.lab
    updates = other.run.last.updates
    until(qtbot, lambda: other.run.last.updates > updates + 20)  # meanwhile time goes by in the other room
    assert lab.playhead.place == at and lab.playing
    window.enter("race")
    until(qtbot, lambda: lab.playhead.place > at)


def test_undo_and_the_dirty_mark_are_those_of_the_room_in_front(window):
    window.network.lab.edit("batch_size", 5)
    assert window.isWindowModified()
    window.enter("race")
    assert not window.isWindowModified() and not window.actions_["undo"].isEnabled()
    window.room.lab.edit("noise", 0.5)
    assert window.isWindowModified() and "Noise" in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert window.room.store.document.noise == 0 and window.network.store.experiment.batch_size == 5
    window.enter("network")
    assert "Batch size" in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert window.network.store.experiment.batch_size == 10


def test_commands_of_the_other_room_are_not_offered(window):
    assert window.actions_["step_epoch"].isVisible() and not window.actions_["race_tell"].isVisible()
    window.enter("race")
    assert not window.actions_["step_epoch"].isVisible() and window.actions_["race_tell"].isVisible()
    assert not window.network.docks["loss"].entry.isVisible()
    window.enter("network")
    assert window.network.docks["loss"].entry.isVisible()


@pytest.mark.parametrize("key", ["network", "race"])
def test_every_command_of_the_table_finds_what_carries_it_out(window, key):
    window.enter(key)
    for entry in TABLE:
        if entry.room in ("", key):
            target, _, method = entry.slot.partition(":")[0].partition(".")
            assert callable(getattr(window.target(target), method)), entry.name


def test_a_file_of_the_menu_of_recent_ones_opens(window, tmp_path):
    file = tmp_path / "mine.toml"
    Race.load(RATES).save(file)
    window.settings.remember(file)
    window.recent.aboutToShow.emit()
    window.recent.actions()[0].trigger()
    assert window.room.key == "race" and window.room.store.path == file
    window.recent.actions()[-1].trigger()
    assert not window.settings.recent


def test_space_plays_the_room_in_front(window, qtbot):
    until(qtbot, window.isActiveWindow)
    window.network.lab.pause()
    window.enter("race")
    until(qtbot, lambda: window.room.lab.paths.complete)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.room.lab.playing and not window.network.lab.playing
    assert window.actions_["play"].text() == "Pause"
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert not window.room.lab.playing


def test_docks_that_float_are_put_away_with_their_room(window, qtbot):
    dock = window.network.docks["loss"]
    dock.setFloating(True)
    until(qtbot, dock.isVisible)
    window.enter("race")
    assert not dock.isVisible()
    window.enter("network")
    assert dock.isVisible() and dock.isFloating()


def test_a_race_file_opens_in_its_room_wherever_it_comes_from(window, tmp_path, qtbot, qapp):
    race = replace_all(Race.load(RATES), (("title", "Mine"), ("noise", 0.25)))
    file = tmp_path / "mine.toml"
    race.save(file)
    window.files.open(file)
    assert window.room.key == "race" and window.room.store.document == race and window.room.store.path == file
    assert window.settings.recent[0] == file and not window.isWindowModified()
    window.room.lab.edit("noise", 0.5)
    assert window.files.save() and document.load(file).noise == 0.5 and not window.isWindowModified()
    window.enter("network")
    drop(window, file)
    assert window.room.key == "race"
    window.clipboard.copy()
    window.enter("network")
    window.clipboard.paste()
    assert window.room.key == "race" and window.room.store.document.noise == 0.5


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_a_race_named_on_the_command_line_is_in_front(open_window, qtbot):
    window = open_window(RATES)
    until(qtbot, lambda: window.room.key == "race")
    assert window.room.store.path == RATES and not window.network.lab.playing


def test_a_bad_race_is_refused_in_words_and_nothing_is_lost(window, tmp_path):
    window.enter("race")
    before = window.room.store.document
    file = tmp_path / "bad.toml"
    file.write_text('kind = "race"\n[terrain]\nkind = "moon"\n', encoding="utf-8")
    window.files.open(file)
    notice = window.room.notices.problem
    assert notice.isVisible() and "bad.toml" in notice.text.text() and "moon" in notice.text.text()
    assert window.room.store.document is before


def test_the_gallery_card_of_a_race_goes_to_its_room_and_plays(window, qtbot):
    window.open_gallery()
    window.gallery.cards["three-rates"].click()
    assert window.room.key == "race" and window.room.lab.playing
    until(qtbot, lambda: window.room.lab.playhead.place > 1)
    window.open_gallery()
    window.gallery.cards["xor"].click()
    assert window.room is window.network and window.network.store.title != "The ring"


def test_a_ready_made_race_takes_the_place_and_plays(window, qtbot):
    window.enter("race")
    ready = window.room.transport.races.menu()
    ready.aboutToShow.emit()
    assert len(ready.actions()) >= 3
    window.room.transport.wanted.emit(Race.load(shelf.path("saddle")))
    assert window.room.store.document.terrain.kind == "saddle" and window.room.lab.playing
    window.actions_["undo"].trigger()
    assert window.room.store.title == "Three learning rates"


@pytest.mark.slow
def test_a_race_is_shown_from_the_command_line(tmp_path):
    picture = tmp_path / "race.png"
    command = [sys.executable, "-m", "main", "show", str(RATES), "--screenshot", str(picture), "--updates", "40"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, cwd=ROOT)
    assert done.returncode == 0 and picture.stat().st_size > 20_000, done.stderr
    refused = subprocess.run(
        [*command, "--picture", "surface"], capture_output=True, text=True, timeout=100, check=False, cwd=ROOT
    )
    assert refused.returncode == 2 and "race.view" in refused.stderr


def test_a_room_takes_documents_of_its_own_kind_only(window):
    ring = window.network.store.document
    with pytest.raises(TypeError, match="no place for a document of kind 'race'"):
        window.network.take(Race.load(RATES), None, None, False)
    assert window.network.store.document is ring


def test_new_makes_what_the_room_in_front_holds(window):
    window.enter("race")
    window.files.new()
    assert isinstance(window.room.store.document, Race) and window.room.store.document.title == ""
    assert "Undo brings “Three learning rates” back" in window.room.status.sentence.text()
    window.room.lab.undo()
    assert window.room.store.title == "Three learning rates"


def test_work_of_both_rooms_is_asked_for_when_the_window_closes(window, monkeypatch):
    window.enter("race")
    window.room.lab.edit("noise", 0.5)
    window.network.lab.edit("batch_size", 5)
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    assert not window.close()
    assert "The ring" in asked[0] and "Three learning rates" in asked[0]


def test_both_rooms_wear_the_theme(window):
    window.enter("race")
    window.appearance.choose("dark")
    assert window.room.stage.pictures.theme.dark
    window.enter("network")
    assert window.network.views["network"].theme.dark
    window.appearance.choose("light")


def test_larger_text_never_widens_the_window_in_either_room(window):
    window.enter("race")
    for _ in range(6):
        window.appearance.scale("1")
        window.layout().activate()
        assert (window.width(), window.height()) == (1280, 800)
        assert window.minimumSizeHint().width() <= 1280 and window.minimumSizeHint().height() <= 800
    window.appearance.scale("0")
