"""The real window: first start, layouts, files, and its end in the middle of anything."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from app.layouts import AT_FIRST, explore_sizes
from core.frames import RunState
from core.resources import FOLDER

LIMIT = 30_000


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=LIMIT)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, left, none))


def test_the_window_comes_before_torch(tmp_path):
    code = (
        "import sys; from app import application; window = application.open_window(); "
        "found = [name for name in ('torch', 'numba') if name in sys.modules]; window.lab.close(60); print(found)"
    )
    code = code.replace("window = ", "application.MainWindow.begin = lambda *_a, **_k: None; window = ")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip().endswith("[]"), done.stdout + done.stderr


def test_the_ring_plays_at_the_first_start(open_window, qtbot):
    window = open_window()
    assert "PyTorch" in window.status.sentence.text()
    pictures = []

    def take(update):
        frame = next((frame for frame in update.frames.values() if "answers" in frame.arrays), None)
        if frame is not None and (not pictures or not np.array_equal(pictures[-1], frame.arrays["answers"])):
            pictures.append(frame.arrays["answers"])

    window.lab.updated.connect(take)
    until(qtbot, lambda: window.lab.state is RunState.running)
    qtbot.waitUntil(lambda: len(pictures) >= 6, timeout=10_000)
    assert window.store.title == "The ring"
    assert window.transport.play.text() == "Pause"
    assert window.status.sentence.text().startswith("Learning at")


def test_the_first_screen_stands_as_designed(open_window, qtbot):
    window = open_window()
    assert (window.width(), window.height()) == (1280, 800)
    assert window.menuBar().height() == 24
    assert window.transport.height() == 56
    assert window.statusBar().height() == 28
    assert window.recipe.width() == 224
    assert all(window.docks[name].isVisible() for name in AT_FIRST)
    assert not window.docks["layers"].isVisible() and not window.docks["results"].isVisible()
    assert (window.transport.play.width(), window.transport.play.height()) == (96, 44)
    network = window.docks["network"]
    assert abs(network.width() - 528) <= 4 and abs(network.height() - 440) <= 4


def test_a_low_window_takes_from_the_bottom_row_only(open_window, qtbot):
    window = open_window()
    before = window.docks["network"].height()
    window.resize(1280, 720)
    until(qtbot, lambda: abs(window.docks["network"].height() - before) <= 2)
    assert window.docks["loss"].height() < 180
    assert explore_sizes(1040, 604) == ((528, 512), (440, 164))


def test_nothing_jumps_when_numbers_grow(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.lab.last is not None and window.lab.last.updates > 0)
    figure = window.transport.figures.by_name["Update"]
    width, place = figure.width(), figure.x()
    figure.value.setText("8,888,888")
    window.layout().activate()
    assert (figure.width(), figure.x()) == (width, place)


def test_space_and_arrows(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.lab.state is RunState.running)
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Space)
    until(qtbot, lambda: window.lab.state is RunState.paused)
    at = window.lab.last.updates
    QTest.keyClick(window, Qt.Key.Key_Right)
    until(qtbot, lambda: window.lab.last.updates == at + 1)
    QTest.keyClick(window, Qt.Key.Key_Left)
    until(qtbot, lambda: window.lab.last is not None and window.lab.last.updates == 0)


def test_all_shortcuts_of_the_window_are_unique(open_window):
    window = open_window()
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_hidden_dock_asks_for_nothing(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: bool(window.lab._shown))
    shown = set(window.lab._shown)
    window.docks["layers"].show()
    window.docks["layers"].raise_()
    until(qtbot, lambda: len(set(window.lab._shown) - shown) > 0)
    for dock in window.docks.values():
        dock.hide()
    until(qtbot, lambda: not window.lab._shown)


def test_floating_redocking_and_hiding_every_dock(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.lab.state is RunState.running)
    for name in window.views:
        dock = window.docks[name]
        dock.show()
        dock.setFloating(True)
        until(qtbot, lambda dock=dock: dock.isFloating())
        dock.setFloating(False)
        dock.hide()
        dock.show()
    window.reset_layout()
    assert [name for name in window.views if window.docks[name].isVisible()] == list(AT_FIRST)


def test_layouts_and_what_was_arranged_come_back(open_window, qtbot):
    window = open_window()
    window.docks["score"].hide()
    window.actions_["layout"].trigger()
    assert window.layouts.name == "Lecture"
    assert not window.recipe.isVisible()
    assert [name for name in window.views if window.docks[name].isVisible()] == ["network", "boundary"]
    network, boundary = window.docks["network"], window.docks["boundary"]
    until(qtbot, lambda: abs(network.width() - boundary.width()) <= 2 and network.height() >= 620)
    window.choose_picture("loss")
    assert window.layouts.pair == ("boundary", "loss")
    window.actions_["layout"].trigger()
    assert window.layouts.name == "Explore"
    assert not window.docks["score"].isVisible() and network.isVisible()
    window.close_without_asking()
    again = open_window()
    assert not again.docks["score"].isVisible()
    assert again.docks["loss"].isVisible()


def test_pinned_controls_stand_on_the_lecture_bar(open_window, qtbot):
    window = open_window()
    for path in ("optimizer.lr", "data.noise", "batch_size", "speed"):
        window.pins.toggle(path)
    assert [row.path for row in window.lecture_bar.controls] == ["data.noise", "batch_size", "speed"]
    window.lecture_bar.controls[0].edited.emit("data.noise", 0.2)
    assert window.store.experiment.data.noise == 0.2


def test_title_shows_name_and_modified_mark(open_window):
    window = open_window()
    assert window.windowTitle() == "The ring[*] – Descent Lab"
    assert not window.isWindowModified()
    window.lab.edit("batch_size", 5)
    assert window.isWindowModified()
    window.lab.undo()
    assert not window.isWindowModified()


def test_saved_opened_and_remembered(open_window, tmp_path, qtbot):
    window = open_window()
    window.lab.edit("batch_size", 7)
    file = tmp_path / "mine.toml"
    assert window.files.save_to(file)
    assert not window.isWindowModified()
    window.files.open_preset("xor")
    assert window.store.title != "The ring"
    window.files.open(file)
    assert window.store.experiment.batch_size == 7
    assert window.settings.recent[0] == file


def test_a_trained_network_is_saved_and_goes_on(open_window, tmp_path, qtbot):
    window = open_window()
    until(qtbot, lambda: window.lab.last is not None and window.lab.last.updates > 10)
    window.lab.pause()
    until(qtbot, lambda: window.lab.state is RunState.paused)
    file, saved = tmp_path / "ring.safetensors", []
    window.files.save_network_to(file, lambda: saved.append(True))
    until(qtbot, lambda: bool(saved))
    window.files.open(file)
    until(qtbot, lambda: window.lab.last is not None and window.lab.last.updates > 10)
    assert not window.lab.playing


@pytest.mark.parametrize("content", ["version = 99", "not toml [", 'kind = "network"\nunknown = 1', ""])
def test_a_broken_file_is_refused_in_words_and_nothing_is_lost(open_window, tmp_path, content):
    window = open_window()
    experiment = window.store.experiment
    file = tmp_path / "broken.toml"
    file.write_bytes(content.encode() or b"\xff\xfe\x00")
    drop(window, file)
    assert window.overlays.notices.problem.isVisible()
    assert "broken.toml" in window.overlays.notices.problem.text.text()
    assert window.store.experiment is experiment


def test_a_read_only_folder_is_said(open_window, tmp_path):
    window = open_window()
    assert not window.files.save_to(tmp_path / "not" / "there.toml")
    assert "cannot be written" in window.overlays.notices.problem.text.text()


def test_unsaved_work_is_asked_for_and_cancel_stays(open_window, qtbot, monkeypatch):
    window = open_window()
    assert not window.files.unsaved()
    window.lab.edit("batch_size", 5)
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    assert not window.close()
    assert "not saved" in asked[0]
    assert window.isVisible()


def test_training_that_was_asked_for_counts_as_unsaved(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.lab.last is not None and window.lab.last.updates > 0)
    window.lab.pause()
    window.lab.play()
    at = window.lab.last.updates
    until(qtbot, lambda: window.lab.last.updates > at)
    assert "updates that are not saved" in window.files.unsaved()[0]


def test_work_left_by_a_crash_is_offered_once(open_window, home, qtbot):
    window = open_window()
    window.lab.edit("batch_size", 5)
    window.recovery.keep()
    copy = window.recovery._copy
    crashed = copy.with_name("999999999.toml")
    copy.rename(crashed)
    copy.with_suffix(".json").rename(crashed.with_suffix(".json"))
    window.close_without_asking()
    again = open_window()
    again.offer_recovery()
    notice = again.overlays.notices.recovery
    assert notice.isVisible() and "The ring" in notice.text.text()
    notice.offer.click()
    assert again.store.experiment.batch_size == 5
    assert again.isWindowModified()
    assert not crashed.exists()


def test_clipboard_text_and_points(open_window, qapp):
    window = open_window()
    window.files.copy()
    window.store.edit("batch_size", 5)
    qapp.clipboard().setText("0,5;1;0\n-1;2;1\n2;2;1\n3;3;0")
    window.files.paste()
    assert window.store.experiment.data.points[0] == (0.5, 1.0, 0.0)


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_themes_and_text_scale(open_window, theme):
    window = open_window()
    window.choose_theme(theme)
    window.scale_text("1")
    assert window.store.view.text_scale > 1
    assert window.actions_[f"theme_{theme}"].isChecked()
    window.scale_text("0")


def test_full_screen_and_back(open_window, qtbot):
    window = open_window()
    window.toggle_full_screen()
    until(qtbot, window.isFullScreen)
    window.toggle_full_screen()
    until(qtbot, lambda: not window.isFullScreen())


def test_every_button_has_an_accessible_name(open_window):
    window = open_window()
    nameless = [button for button in window.findChildren(QAbstractButton) if button.isVisible() and not (button.text() or button.accessibleName())]
    assert not nameless


def test_diagnostics_have_versions_and_no_weights(open_window):
    window = open_window()
    text = window.help.diagnostics()
    assert "torch" in text and "Qt" in text and "log" in text.lower()


@pytest.mark.parametrize("moment", ["at once", "in mid-edit", "while it steps"])
def test_closing_in_the_middle_of_anything(open_window, qtbot, moment):
    window = open_window(FOLDER / "presets" / "spiral.toml")
    if moment == "in mid-edit":
        for units in range(3, 9):
            window.lab.edit("layers.h1.units", units)
    elif moment == "while it steps":
        window.lab.step("epoch")
    window.close_without_asking()
    assert not window.left_threads
