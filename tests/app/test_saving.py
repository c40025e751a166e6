"""Files of the window: whatever cannot be written is said, what comes with the program is never written, and what was
asked of one run never lands in another document."""

from __future__ import annotations

import errno
import os
import pathlib
import shutil

import numpy as np
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.documents.intents import DrawPoints, SetWeight
from app.views.saving import save_as
from core.documents.edits import replace
from core.experiment import Experiment
from core.files import weights
from core.frames import RunState
from core.machine import folders
from core.machine.whole_file import NotWritten, write_text
from core.runs.store import RunStore
from tests.building.places import PRESETS

LIMIT = 30_000


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=LIMIT)


def full(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def asked(monkeypatch):
    """What the dialogs for a file proposed; they answer with the attribute `answer`."""

    class Asked(list[str]):
        answer = ""

    found = Asked()

    def ask(_parent, _title, proposal, *_):
        found.append(proposal)
        return found.answer, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return found


@pytest.fixture
def at_rest(open_window, qtbot):
    """A window whose ring has learned a little and stands still."""
    window = open_window()
    lab = window.network.lab
    until(
        qtbot, lambda: lab.run.last is not None and lab.run.last.updates > 10 and lab.runs.samples.prepared is not None
    )
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    return window


# What cannot be written


@pytest.mark.parametrize("trouble", ["full", "no folder", "file for a folder"])
def test_a_trained_network_that_cannot_be_written_is_said(at_rest, tmp_path, monkeypatch, qtbot, trouble):
    (tmp_path / "file").write_text("")
    place = {"full": tmp_path, "no folder": tmp_path / "not", "file for a folder": tmp_path / "file"}[trouble]
    if trouble == "full":
        monkeypatch.setattr("core.machine.whole_file.os.fsync", full)
    at_rest.network.weights.save_to(place / "net.safetensors")
    problem = at_rest.network.notices.problem
    until(qtbot, problem.isVisible)
    words = {"full": "the disk is full", "no folder": "there is no folder", "file for a folder": "no folder"}[trouble]
    assert "net.safetensors cannot be written" in problem.text.text() and words in problem.text.text()
    assert not list(tmp_path.rglob("*.part")) and not (tmp_path / "net.safetensors").exists()


def test_a_full_disk_loses_no_document(at_rest, tmp_path, monkeypatch):
    file = tmp_path / "mine.toml"
    assert at_rest.files.save_to(file)
    before = file.read_bytes()
    at_rest.network.lab.edit("batch_size", 5)
    monkeypatch.setattr("core.machine.whole_file.os.fsync", full)
    assert not at_rest.files.save() and file.read_bytes() == before and at_rest.isWindowModified()
    assert "mine.toml cannot be written: the disk is full" in at_rest.network.notices.problem.text.text()


def test_a_picture_that_cannot_be_written_is_said(qapp, asked, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, sentence: said.append(sentence))
    asked.answer = "/not/there/map"
    save_as(None, "Input space", lambda path: write_text(path, ""), "Save picture", "png", "Pictures (*.png)")
    assert said == ["/not/there/map.png cannot be written: there is no folder /not/there. Choose a folder that exists."]


# What comes with the program


@pytest.mark.parametrize("linked", [False, True])
def test_a_shipped_preset_is_never_overwritten(open_window, asked, tmp_path, linked):
    preset = PRESETS / "xor.toml"
    before = preset.read_bytes()
    if linked:
        (tmp_path / "mine.toml").symlink_to(preset)
        preset = tmp_path / "mine.toml"
    window = open_window(preset)
    window.network.lab.edit("batch_size", 3)
    assert not window.files.save(), "nothing was named"
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert pathlib.Path(asked[0]).parent == pathlib.Path(documents)
    asked.answer = str(PRESETS / "ours.toml")
    assert not window.files.save() and not (PRESETS / "ours.toml").exists()
    assert "comes with the program" in window.network.notices.problem.text.text()
    asked.answer = str(tmp_path / "own.toml")
    assert window.files.save() and Experiment.load(tmp_path / "own.toml").batch_size == 3
    window.network.lab.edit("batch_size", 4)
    assert window.files.save() and len(asked) == 3, "from now on it has a file of its own"
    assert (PRESETS / "xor.toml").read_bytes() == before


def test_a_shipped_race_is_never_overwritten(open_window, asked, tmp_path):
    shelf = PRESETS.parent / "races"
    file = next(path for path in sorted(shelf.glob("*.toml")) if path.stem != "shelf")
    before = file.read_bytes()
    window = open_window(file)
    window.room.lab.edit("noise", 0.5)
    assert window.room.key == "race" and not window.files.save() and len(asked) == 1
    assert file.read_bytes() == before


def test_a_network_is_not_kept_beside_a_shipped_preset(open_window, qtbot):
    window = open_window(PRESETS / "xor.toml")
    lab = window.network.lab
    lab.play()
    until(qtbot, lambda: lab.run.unsaved_updates > 5)
    assert window.network.work.keep(lambda: None), "there is no file of the person's beside which it could lie"
    assert not (PRESETS / "xor.safetensors").exists() and not window.files.unsaved()


def refused():
    raise NotWritten("runs.sqlite", "the disk is full", "Make room.")


def test_a_run_that_the_shelf_has_is_not_lost_with_the_window(at_rest, tmp_path, qtbot):
    window, lab = at_rest, at_rest.network.lab
    lab.play()
    until(qtbot, lambda: lab.run.unsaved_updates > 60)
    lab.pause()
    lab.edit("optimizer.lr", 0.1)
    until(qtbot, lambda: lab.run.state is RunState.paused)
    title = window.network.store.title
    changed, learned = window.files.unsaved()
    assert changed == f"“{title}” has changes that are not saved.", "no shelf is open"
    assert learned == f"The network has learned for {lab.run.unsaved_updates:,} updates that are not saved."
    lab.shelf.open(folders.data())
    assert len(window.files.unsaved()) == 2, "it is open, and has not got the run yet"
    lab.shelf.keep()
    until(qtbot, lambda: lab.shelf.entry(lab.run.run.id) is not None)
    assert window.files.unsaved() == [f"The settings of “{title}” are in no file; the run itself is kept under Runs."]
    window.files.save_to(tmp_path / "mine.toml")
    assert not window.files.unsaved(), "the settings are in the file, the run is on the shelf"
    lab.edit("optimizer.lr", 0.2)
    assert window.files.unsaved() == [
        f"The settings of “{title}” have changed since the file was saved; the run itself is kept under Runs."
    ]
    lab.shelf.do("full", refused, lambda _answer: None)
    until(qtbot, lambda: "the disk is full" in lab.shelf.trouble)
    assert window.files.unsaved() == [changed, learned], "who knows what of it is kept"
    lab.shelf.keep()
    until(qtbot, lambda: len(window.files.unsaved()) == 1)
    window.files.save()
    lab.hand.set_weight(SetWeight("output.bias", (0,), 1.5, "bias of passes"))
    run = lab.run.run.id
    window.close()  # a question would fail
    with RunStore(folders.data()) as store:
        kept = store.run(run)
        assert kept is not None and store.last(kept).parameters[-1] == 1.5, "what a hand did is kept as well"


def test_a_copied_preset_is_a_persons_own(open_window, tmp_path, asked):
    shutil.copy(PRESETS / "xor.toml", tmp_path / "xor.toml")
    window = open_window(tmp_path / "xor.toml")
    window.network.lab.edit("batch_size", 3)
    assert window.files.save() and not asked and Experiment.load(tmp_path / "xor.toml").batch_size == 3


# Whose answer it is


def test_weights_are_kept_as_start_where_they_were_asked_for(at_rest, qtbot):
    lab = at_rest.network.lab
    lab.hand.keep_as_start()
    until(qtbot, lambda: bool(lab.store.experiment.start.weights))
    taken = []
    lab.runs.request_snapshot(taken.append)
    until(qtbot, lambda: bool(taken))
    kept = np.concatenate([np.ravel(numbers) for numbers in lab.store.experiment.start.weights.values()])
    assert np.array_equal(kept.astype(np.float32), taken[0].parameters)


def test_weights_asked_for_before_the_data_are_there_are_kept(open_window, qtbot):
    window = open_window()
    lab = window.network.lab
    window.files.open_preset("xor")
    lab.pause()
    lab.hand.keep_as_start()
    assert lab.run.prepared is None, "no event was handled since: nothing has come of the new run"
    until(qtbot, lambda: bool(lab.store.experiment.start.weights))
    assert lab.run.prepared is not None


@pytest.mark.parametrize("after", ["preset", "same preset", "layers"])
def test_no_other_document_gets_the_weights(at_rest, qtbot, after):
    lab = at_rest.network.lab
    said = []
    lab.sentence.connect(said.append)
    lab.hand.keep_as_start()
    if after == "layers":
        lab.edit("layers.h1.units", 7)
    else:
        at_rest.files.open_preset("xor" if after == "preset" else "playground")
    until(qtbot, lambda: any(sentence.startswith("Nothing was kept as start") for sentence in said))
    assert not lab.store.experiment.start.weights


def test_a_network_is_saved_whatever_is_opened_next_and_only_its_own_run_counts_as_saved(at_rest, tmp_path, qtbot):
    lab, saved = at_rest.network.lab, []
    updates, experiment = lab.run.last.updates, lab.store.experiment
    at_rest.network.weights.save_to(tmp_path / "ring.safetensors", lambda: saved.append(True))
    at_rest.files.open_preset("xor")
    lab.play()
    until(qtbot, lambda: bool(saved) and lab.run.unsaved_updates > 0)
    found = weights.load(tmp_path / "ring.safetensors")
    assert found.updates == updates and found.experiment == experiment


def test_a_stroke_on_data_that_are_not_there_yet_takes_no_others_along(at_rest, qtbot):
    """The samples on the screen are the ring's still: they are not those of the new document."""
    lab = at_rest.network.lab
    at_rest.network.store.open(replace(Experiment.load(PRESETS / "playground.toml"), "data", {"kind": "moons"}))
    lab.drawing.begin()
    lab.obey(DrawPoints(((0.0, 0.0, 1.0),)))
    assert lab.store.experiment.data.kind == "moons"
    lab.start(playing=False)
    until(qtbot, lambda: lab.runs.samples.shown() is not None)
    lab.obey(DrawPoints(((9.0, 9.0, 1.0),)))
    moons, points = lab.runs.samples.prepared.table, lab.store.experiment.data.points
    assert len(points) == len(moons.y) + 1 and points[-1] == (9.0, 9.0, 1.0)
    assert np.allclose([point[:2] for point in points[:-1]], moons.x)


def test_a_file_that_was_read_for_another_document_is_dropped(at_rest, tmp_path, qtbot):
    (tmp_path / "story.txt").write_text("once upon a time " * 200)
    imports = at_rest.network.imports
    imports.text(tmp_path / "story.txt")
    at_rest.files.open_preset("xor")
    until(qtbot, lambda: not imports.of_text.busy)
    assert at_rest.network.store.experiment.data.kind == "xor" and not at_rest.isWindowModified()


def test_an_edited_preset_file_comes_back_by_undo(open_window):
    window = open_window(PRESETS / "xor.toml")
    window.network.lab.edit("batch_size", 3)
    window.files.open_preset("playground")  # nobody is asked, so nothing may be lost
    window.network.lab.undo()
    assert window.network.store.experiment.batch_size == 3 and window.network.store.experiment.data.kind == "xor"


def test_pasted_data_with_a_single_test_sample_show_their_codes(at_rest, qapp, qtbot):
    qapp.clipboard().setText("0,5;1;0\n-1;2;1\n2;2;1")
    at_rest.clipboard.paste()
    room = at_rest.network
    until(qtbot, lambda: room.lab.runs.samples.shown() is not None and len(room.lab.runs.samples.prepared.table.y) == 3)
    room.docks["codes"].show()
    room.docks["codes"].raise_()
    until(qtbot, lambda: "codes" in room.views.there and "codes" in room.views["codes"].frames)
    room.lab.step("update")
    until(qtbot, lambda: room.views["codes"].frames["codes"].update >= 1)
