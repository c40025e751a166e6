"""The real window: first start, layouts, files, and its end in the middle of anything."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from app.network.view_list import seats
from app.shell.key_table import key_table
from app.shell.sharing import explore_sizes
from app.views.registry import faces
from app.window.window import MainWindow
from core.frames import Mark, RunState, Update
from core.machine.resources import FOLDER

LIMIT = 30_000
AT_FIRST = seats().at_first


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
        "found = [name for name in ('torch', 'numba') if name in sys.modules]; window.network.lab.close(60); print(found)"
    )
    code = code.replace("window = ", "application.MainWindow.begin = lambda *_a, **_k: None; window = ")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip().endswith("[]"), done.stdout + done.stderr


def test_the_ring_plays_at_the_first_start(open_window, qtbot):
    window = open_window()
    views = window.network.views.there.values()
    assert len(views) >= 4
    if not window.network.lab.runs.ready:  # else it learns already
        assert window.network.status.sentence.text() == "Preparing the network …"
        assert all(view.empty.text().startswith("The network is being prepared …") for view in views)
    pictures = []

    def take(update):
        frame = next((frame for frame in update.frames.values() if "answers" in frame.arrays), None)
        if frame is not None and (not pictures or not np.array_equal(pictures[-1], frame.arrays["answers"])):
            pictures.append(frame.arrays["answers"])

    window.network.lab.runs.updated.connect(take)
    until(qtbot, lambda: window.network.lab.run.state is RunState.running)
    qtbot.waitUntil(lambda: len(pictures) >= 6, timeout=10_000)
    assert not any("PyTorch" in view.empty.text() for view in views)
    assert window.network.store.title == "The ring"
    assert window.network.transport.play.text() == "Pause"
    assert window.network.status.sentence.text().startswith("Learning at")


def test_the_first_screen_stands_as_designed(open_window, qtbot):
    window = open_window()
    assert (window.width(), window.height()) == (1280, 800)
    assert window.menuBar().height() == 24
    assert window.network.transport.height() == 56
    assert window.network.statusBar().height() == 28
    assert window.network.recipe.width() == 224
    assert all(window.network.docks[name].isVisible() for name in AT_FIRST)
    assert not window.network.docks["layers"].isVisible() and not window.network.docks["results"].isVisible()
    assert (window.network.transport.play.width(), window.network.transport.play.height()) == (96, 44)
    network = window.network.docks["network"]
    below = window.network.docks["loss"]
    assert abs(network.width() - 528) <= 4 and abs(network.height() * 210 - below.height() * 394) <= 8 * 604


def test_a_low_window_takes_from_the_bottom_row_only(open_window, qtbot):
    assert explore_sizes(1040, 560) == ((528, 512), (376, 184))
    assert explore_sizes(1040, 540) == ((528, 512), (376, 164))
    assert explore_sizes(1040, 540, scale=1.25) == ((528, 512), (365, 175))  # larger words take from both rows
    assert explore_sizes(1040, 604, scale=2.0)[1] == (324, 280)
    window = open_window()
    network, loss = window.network.docks["network"], window.network.docks["loss"]
    window.resize(1280, 740)
    until(qtbot, lambda: abs(network.height() - 376) <= 4)
    before = loss.height()
    window.resize(1280, 720)
    until(qtbot, lambda: abs(network.height() - 376) <= 4 and abs(before - loss.height() - 20) <= 4)


def test_nothing_jumps_when_numbers_grow(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates > 0)
    figure = window.network.transport.figures.by_name["Update"]
    width, place = figure.width(), figure.x()
    figure.value.setText("8,888,888")
    window.layout().activate()
    assert (figure.width(), figure.x()) == (width, place)


def test_space_and_arrows(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.state is RunState.running)
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Space)
    until(qtbot, lambda: window.network.lab.run.state is RunState.paused)
    at = window.network.lab.run.last.updates
    QTest.keyClick(window, Qt.Key.Key_Right)
    until(qtbot, lambda: window.network.lab.run.last.updates == at + 1)
    QTest.keyClick(window, Qt.Key.Key_Home)
    until(qtbot, lambda: window.network.lab.time.place == 0)


def test_space_always_plays_and_enter_presses(open_window, qtbot):
    window = open_window()
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    for widget in (
        window.network.recipe.activation,
        window.network.transport.gallery,
        window.network.recipe.more["data"],
    ):
        playing = window.network.lab.playing
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_Space)
        assert window.network.lab.playing is not playing
        assert not window.gallery.isVisible() and not window.network.recipe.activation.view().isVisible()
    window.network.transport.gallery.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.network.transport.gallery, Qt.Key.Key_Return)
    assert window.gallery.isVisible()
    playing = window.network.lab.playing
    QTest.keyClick(window.gallery, Qt.Key.Key_Escape)
    assert not window.gallery.isVisible() and window.network.lab.playing is playing


def test_larger_text_never_widens_the_window(open_window, qtbot):
    window = open_window()
    for _ in range(6):
        window.appearance.scale("1")
        window.layout().activate()
        assert (window.width(), window.height()) == (1280, 800)
        assert window.minimumSizeHint().width() < 1280 and window.minimumSizeHint().height() < 800
    assert not window.network.transport.figures.by_name["Update"].isVisible()
    window.appearance.scale("0")
    assert (window.width(), window.height()) == (1280, 800)
    assert (
        window.network.transport.rewind.text() == "To the start"
        and window.network.transport.figures.by_name["Update"].isVisible()
    )


def test_another_preset_is_a_step_of_undo_and_asks_nothing(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates > 10)
    window.network.lab.pause()
    until(qtbot, lambda: window.network.lab.run.state is RunState.paused)
    window.network.lab.edit("batch_size", 5)
    at = window.network.lab.run.last.updates
    window.files.open_preset("xor")
    assert "Undo brings “The ring” back" in window.network.status.sentence.text()
    until(qtbot, lambda: window.network.store.undo_steps[-1].snapshot is not None)
    window.network.lab.undo()
    assert window.network.store.title == "The ring" and window.network.store.experiment.batch_size == 5
    until(qtbot, lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates == at)
    window.files.open_preset("playground")
    said = window.network.status.sentence.text()
    assert said == "Opened “The ring”. Undo brings the one that was here back."


def test_a_goal_and_the_end_are_told(open_window):
    window = open_window()
    update = Update(99, RunState.running, 990, 1.0, 990, 1.0, 0.0, {}, {}, marks=(Mark(990, "goal", "97 % right"),))
    window.network.status.show_update(update, window.network.store.experiment, True)
    assert window.network.status.sentence.text() == "Goal reached at update 990: 97 % right."
    ended = Update(
        100, RunState.finished, 64, 1.0, 64, 1.0, 0.0, {}, {}, marks=(Mark(64, "finished", "no mistake left"),)
    )
    window.network.status.show_update(ended, window.network.store.experiment, True)
    assert window.network.status.resting.startswith("No mistake left: finished at update 64.")


def test_a_run_without_a_test_part_shows_the_training_score(open_window):
    window = open_window()
    window.network.lab.edits((("data.train_share", 1.0),))
    figures = window.network.transport.figures.by_name
    assert figures["Score"].name.text() == "Accuracy train"
    assert figures["test"].isHidden()


@pytest.mark.parametrize("room", ["network", "race"])
def test_all_shortcuts_that_a_room_has_are_unique(open_window, room):
    window = open_window()
    window.enter(room)
    offered = [action for action in window.findChildren(QAction) if action.isVisible()]
    keys = [key.toString() for action in offered for key in action.shortcuts()]
    assert len(keys) > 40 and len(keys) == len(set(keys))
    table = {QKeySequence(key).toString() for entry in key_table(window.actions_.table) for key in entry.keys}
    assert set(keys) <= table


def test_a_hidden_dock_asks_for_nothing(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: bool(window.network.lab.runs.shown))
    shown = set(window.network.lab.runs.shown)
    window.network.docks["layers"].show()
    window.network.docks["layers"].raise_()
    until(qtbot, lambda: len(set(window.network.lab.runs.shown) - shown) > 0)
    for dock in window.network.docks.values():
        dock.hide()
    until(qtbot, lambda: not window.network.lab.runs.shown)


def test_a_picture_is_built_when_it_is_first_looked_at(open_window, qtbot):
    window = open_window()
    room = window.network
    assert set(room.views.there) == {name for name, face in faces().items() if face.at_once} and "codes" in room.views
    room.docks["codes"].show()
    room.docks["codes"].raise_()
    until(qtbot, lambda: "codes" in room.views.there)
    assert (
        room.docks["codes"].widget() is room.views["codes"] and room.views["codes"].experiment is room.store.experiment
    )
    until(qtbot, lambda: "codes" in room.views["codes"].frames)
    for name, view in room.views.items():
        assert view.title == faces()[name].title and view.name == name and view.minimumWidth() <= 160, name


def test_floating_redocking_and_hiding_every_dock(open_window, qtbot):
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.state is RunState.running)
    for name in window.network.views:
        dock = window.network.docks[name]
        dock.show()
        dock.setFloating(True)
        until(qtbot, lambda dock=dock: dock.isFloating())
        dock.setFloating(False)
        dock.hide()
        dock.show()
    window.network.reset_layout()
    until(
        qtbot, lambda: [name for name in window.network.views if window.network.docks[name].seen] == list(AT_FIRST)
    )  # Qt moves a dock behind a tab off the screen


def test_layouts_and_what_was_arranged_come_back(open_window, qtbot):
    window = open_window()
    window.network.docks["score"].hide()
    window.actions_["layout"].trigger()
    assert window.network.layouts.name == "Lecture"
    assert not window.network.recipe.isVisible()
    assert [name for name in window.network.views if window.network.docks[name].isVisible()] == ["network", "boundary"]
    network, boundary = window.network.docks["network"], window.network.docks["boundary"]
    until(qtbot, lambda: abs(network.width() - boundary.width()) <= 2 and network.height() >= 620)
    window.network.layouts.choose_picture("loss")
    assert window.network.layouts.pair == ("boundary", "loss")
    window.actions_["layout"].trigger()
    assert window.network.layouts.name == "Explore"
    assert not window.network.docks["score"].isVisible() and network.isVisible()
    window.close_without_asking()
    again = open_window()
    assert not again.network.docks["score"].isVisible()
    assert again.network.docks["loss"].isVisible()


def test_pinned_controls_stand_on_the_lecture_bar(open_window, qtbot):
    window = open_window()
    for path in ("optimizer.lr", "data.noise", "batch_size", "speed"):
        window.network.pins.toggle(path)
    window.network.toggle_layout()
    assert [row.path for row in window.network.bars.lecture.controls] == ["data.noise", "batch_size", "speed"]
    window.network.bars.lecture.controls[0].edited.emit("data.noise", 0.2)
    assert window.network.store.experiment.data.noise == 0.2


def test_title_shows_name_and_modified_mark(open_window):
    window = open_window()
    assert window.windowTitle() == "The ring[*] – Descent Lab"
    assert not window.isWindowModified()
    window.network.lab.edit("batch_size", 5)
    assert window.isWindowModified()
    window.network.lab.undo()
    assert not window.isWindowModified()


def test_saved_opened_and_remembered(open_window, tmp_path, qtbot):
    window = open_window()
    window.network.lab.edit("batch_size", 7)
    file = tmp_path / "mine.toml"
    assert window.files.save_to(file)
    assert not window.isWindowModified()
    window.files.open_preset("xor")
    assert window.network.store.title != "The ring"
    window.files.open(file)
    assert window.network.store.experiment.batch_size == 7
    assert window.settings.recent[0] == file


def test_a_trained_network_is_saved_and_goes_on(open_window, tmp_path, qtbot):
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates > 10)
    window.network.lab.pause()
    until(qtbot, lambda: window.network.lab.run.state is RunState.paused)
    file, saved = tmp_path / "ring.safetensors", []
    window.network.weights.save_to(file, lambda: saved.append(True))
    until(qtbot, lambda: bool(saved))
    window.files.open(file)
    until(qtbot, lambda: window.network.lab.run.last is not None and window.network.lab.run.last.updates > 10)
    assert not window.network.lab.playing


@pytest.mark.parametrize("content", ["version = 99", "not toml [", 'kind = "network"\nunknown = 1', ""])
def test_a_broken_file_is_refused_in_words_and_nothing_is_lost(open_window, tmp_path, content):
    window = open_window()
    experiment = window.network.store.experiment
    file = tmp_path / "broken.toml"
    file.write_bytes(content.encode() or b"\xff\xfe\x00")
    drop(window, file)
    assert window.network.overlays.notices.problem.isVisible()
    assert "broken.toml" in window.network.overlays.notices.problem.text.text()
    assert window.network.store.experiment is experiment


def test_a_read_only_folder_is_said(open_window, tmp_path):
    window = open_window()
    assert not window.files.save_to(tmp_path / "not" / "there.toml")
    assert "cannot be written" in window.network.overlays.notices.problem.text.text()


def test_unsaved_work_is_asked_for_and_cancel_stays(open_window, qtbot, monkeypatch):
    window = open_window()
    assert not window.files.unsaved()
    window.network.lab.edit("batch_size", 5)
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    assert not window.close()
    assert "not saved" in asked[0]
    assert window.isVisible()


def test_a_window_that_is_left_saves_its_network_first_and_waits_for_nothing(open_window, qtbot, monkeypatch, tmp_path):
    window = open_window()
    lab = window.network.lab
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates > 0)
    assert window.files.save_to(tmp_path / "ring.toml")
    lab.pause()
    lab.play()
    until(qtbot, lambda: lab.run.unsaved_updates > 0)
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Save)
    assert not window.close() and window.isVisible(), "it stays until the network is on the disk"
    until(qtbot, lambda: not window.isVisible())
    assert (tmp_path / "ring.safetensors").is_file() and len(asked) == 1


def test_the_update_taken_back_is_gone_from_the_branchs_curves(open_window, qtbot):
    window = open_window()
    lab, curves = window.network.lab, window.network.views["loss"]
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates > 200)
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused and curves.history.newest == lab.run.last.updates)
    at = lab.run.last.updates
    window.actions_["take_back"].trigger()
    until(qtbot, lambda: lab.run.recalled is not None and lab.run.recalled.updates == at - 1)
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "B" and curves.history.newest == at == curves.ghost.newest)
    assert (curves.history.column("update").mean == at).sum() == 1
    assert window.network.transport.play.text() != "Pause"


def test_clipboard_text_and_points(open_window, qapp):
    window = open_window()
    window.clipboard.copy()
    window.network.store.edit("batch_size", 5)
    qapp.clipboard().setText("0,5;1;0\n-1;2;1\n2;2;1\n3;3;0")
    window.clipboard.paste()
    assert window.network.store.experiment.data.points[0] == (0.5, 1.0, 0.0)


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_themes_and_text_scale(open_window, theme):
    window = open_window()
    window.appearance.choose(theme)
    window.appearance.scale("1")
    assert window.network.store.view.text_scale > 1
    assert window.actions_[f"theme_{theme}"].isChecked()
    window.appearance.scale("0")


def test_full_screen_and_back(open_window, qtbot):
    window = open_window()
    window.screens.toggle_full()
    until(qtbot, window.isFullScreen)
    window.screens.toggle_full()
    until(qtbot, lambda: not window.isFullScreen())


def test_every_button_has_an_accessible_name(open_window):
    window = open_window()
    nameless = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert not nameless


def test_diagnostics_have_versions_and_no_weights(open_window):
    window = open_window()
    text = window.help.diagnostics()
    assert "torch" in text and "Qt" in text and "log" in text.lower()


def test_about_says_the_licence(open_window):
    window = open_window()
    window.help.about()
    box = window.findChild(QMessageBox)
    said = box.informativeText()
    box.close()
    assert "Apache License 2.0" in said and (FOLDER.parent / said.rpartition(" ")[2].removesuffix(".")).is_file()


@pytest.mark.parametrize("moment", ["at once", "in mid-edit", "while it steps"])
def test_closing_in_the_middle_of_anything(open_window, qtbot, moment):
    window = open_window(FOLDER / "presets" / "spiral.toml")
    if moment == "in mid-edit":
        for units in range(3, 9):
            window.network.lab.edit("layers.h1.units", units)
    elif moment == "while it steps":
        window.network.lab.step("epoch")
    window.close_without_asking()
    assert not window.left_threads


# What was asked for and what runs


def test_a_refused_change_is_said_over_the_pictures_after_its_drawer_has_closed(open_window, qtbot):
    window = open_window()
    room = window.network
    layers = [
        {"kind": "conv2d", "channels": 2, "kernel": 3},
        {"kind": "max_pool", "window": 2},
        {"kind": "conv2d", "channels": 2, "kernel": 3},
        {"kind": "dense", "units": 4},
    ]
    room.store.edits((("data", {"kind": "digits"}), ("layers", layers)))
    room.overlays.open_drawer("network")
    panel = room.overlays.drawers.network
    panel.take_edit("layers.h1.kernel", 5)  # 8 - 4 = 4, pooled 2: the second kernel of 3 does not fit any more
    assert (
        room.store.experiment.layers[0].kernel == 3
        and panel.cards["h3"].problem.text()
        and room.notices.problem.isHidden()
    )
    assert "not taken: hidden layer 3" in panel.cards["h1"].forms[1].row("layers.h1.kernel").note.text().lower()
    room.overlays.drawers.shut()
    said = room.notices.problem
    assert said.isVisible() and said.text.text().startswith(
        "Kernel 5 of hidden layer 1 was not taken, 3 stays. Hidden layer 3 (Convolution 2-D): "
    )
    said.offer.click()
    assert (
        said.isHidden()
        and panel.isVisible()
        and panel.cards["h3"].is_open
        and panel.cards["h3"].problem.text()
        and panel.problem.isVisible()
    )
    room.overlays.drawers.shut()
    assert said.isVisible()
    room.lab.edit("layers.h4.units", 5)  # another change is taken
    assert said.isHidden() and not room.store.rejected
    room.overlays.open_drawer("network")
    assert panel.cards["h3"].problem.text() == "" and panel.problem.isHidden()


def test_the_window_handles_no_event_of_all_kinds_itself():
    """An override of `event` would hold the interpreter while Qt paints the whole window."""
    assert "event" not in vars(MainWindow)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_no_figure_of_the_transport_is_cut_however_large_the_text(open_window, qtbot, scale):
    window = open_window()
    window.network.store.change_view(text_scale=scale)
    figures = window.network.transport.figures.by_name.values()

    def whole():
        return all(figure.width() >= figure.minimumSizeHint().width() for figure in figures if figure.isVisible())

    until(qtbot, whole)
