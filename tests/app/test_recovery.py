"""Work that no file holds: kept against a crash until it is taken up, saved or thrown away."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from app.documents.intents import SetWeight
from app.window.copies import MOST_WATCHED, Copies, Note, Work
from app.window.left_list import LeftList
from app.window.recovery import OLDEST, SOON
from core.data.envelope import Opened
from core.experiment import Experiment
from core.files import weights
from core.frames import RunState
from core.race import Race
from core.training.session import Session
from tests.building.places import PRESETS, ROOT

LIMIT = 30_000
OPENED = Opened(7, "accuracy", {"accuracy": 0.976}, {"accuracy": 0.944}, 125, 124)
KILLED = """
import sys
from PySide6.QtCore import QTimer
from app import application
app = application.prepare()
window = application.open_window()
lab, recovery = window.network.lab, window.recovery
file = recovery.copies.file("network").with_suffix(".safetensors")
stage = []
def look():
    if not stage and lab.run.last is not None and lab.run.last.updates > 10:
        stage.append(lab.edit("optimizer.lr", 0.05))
        recovery.keep()
    elif len(stage) == 1 and file.with_suffix(".json").is_file() and lab.run.last.updates > 200:
        stage.append(print(file, flush=True))
timer = QTimer(interval=10)
timer.timeout.connect(look)
timer.start()
app.exec()
"""

ENDED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from app import application

class Struck(QWidget):
    "Is struck by a signal while it paints itself."

    def paintEvent(self, event):
        if self.isEnabled():
            self.setEnabled(False)
            os.kill(os.getpid(), signal.Signals[sys.argv[1]])
            sum(range(1000))  # here Python looks at it

def look():
    lab = window.network.lab
    if lab.run.last is None or lab.run.last.updates < 20:
        return
    timer.stop()
    lab.play()
    lab.edit("optimizer.lr", 0.05)
    struck.show()

open_window = application.open_window

def open_and_keep(path=None):
    global window, struck, timer
    window = open_window(path)
    struck = Struck(window)
    struck.hide()
    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()
    return window

application.open_window = open_and_keep
signal.signal(signal.Signals[sys.argv[1]], signal.SIG_DFL)  # in the background of a shell SIGINT is ignored
sys.exit(application.run())
"""


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=LIMIT)


def learned(window, updates=10):
    last = window.network.lab.run.last
    return last is not None and last.updates > updates


def files(folder):
    """What lies in the folder of copies, but for locks, which a process holds."""
    return sorted(path.name.split("-", 2)[-1] for path in folder.glob("*") if path.suffix != ".lock")


@pytest.fixture
def folder(home):
    return home / "recovery"


@pytest.fixture
def crash(folder):
    """Leave work as a killed window does: its copies lie there, and no lock is held."""

    def leave(document, slot="network", snapshot=None, **note):
        copies = Copies(folder)
        update = None if snapshot is None else snapshot.updates
        copies.write(
            slot, Work(document, Note(slot, document.title, **({"time": 1.0, "update": update} | note)), snapshot)
        )
        copies.let_go()
        return copies.file(slot)

    return leave


# What a killed process leaves


def test_a_killed_window_gives_back_document_and_weights(open_window, folder, qtbot):
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", KILLED],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout is not None
        named = process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
    snapshot = weights.load(named)
    assert snapshot.updates > 10 and snapshot.experiment.optimizer.lr == 0.05
    window = open_window()
    window.offer_recovery()
    notice = window.network.notices.recovery
    assert (
        notice.isVisible()
        and "“The ring” (Network" in notice.text.text()
        and f"update {snapshot.updates:,}" in notice.text.text()
    )
    notice.offer.click()
    lab = window.network.lab
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == snapshot.updates and not lab.playing)
    taken = []
    lab.runs.request_snapshot(taken.append)
    until(qtbot, lambda: bool(taken))
    assert taken[0].updates == snapshot.updates and np.array_equal(taken[0].parameters, snapshot.parameters)
    assert window.network.store.experiment.optimizer.lr == 0.05 and window.isWindowModified()
    until(qtbot, lambda: files(folder) == ["network.json", "network.safetensors", "network.toml"])
    assert not window.recovery.copies.left(), "it is this window's own now"


def test_what_is_offered_stays_until_a_click(open_window, folder, crash, qtbot):
    left = crash(Experiment(title="Mine", batch_size=5))
    window = open_window()
    window.offer_recovery()
    window.network.notices.recovery.shut.click()
    window.close_without_asking()
    assert left.is_file()
    again = open_window()
    again.offer_recovery()
    assert again.network.notices.recovery.isVisible() and left.is_file()
    again.network.notices.recovery.offer.click()
    until(qtbot, lambda: again.network.store.experiment.batch_size == 5)
    until(qtbot, lambda: not left.exists())


def test_several_are_listed_and_one_is_thrown_away(open_window, folder, crash, qtbot):
    crash(Experiment(title="Oldest"), time=1.0)
    crash(Race(title="A race"), "race", time=2.0)
    newest = crash(Experiment(title="Newest"), time=3.0)
    window = open_window()
    window.offer_recovery()
    notice = window.network.notices.recovery
    assert "“Newest”" in notice.text.text() and "2 more are kept" in notice.text.text()
    notice.other.click()
    shown = window.findChild(LeftList)
    rows = [[shown.table.item(row, column).text() for column in range(5)] for row in range(3)]
    assert [row[:2] for row in rows] == [["Newest", "Network"], ["A race", "Gradient descent"], ["Oldest", "Network"]]
    assert all(row[2].startswith("1970-01-01") and row[4] == "not closed in order" for row in rows)
    shown.throw.click()
    assert not newest.exists() and shown.table.rowCount() == 2 and len(files(folder)) == 4
    shown.take.click()
    until(qtbot, lambda: window.room.key == "race" and window.room.store.title == "A race")


@pytest.mark.parametrize("later", [True, False])
def test_a_copy_that_is_older_than_its_file_asks_before_it_overwrites_that(
    open_window, folder, crash, tmp_path, monkeypatch, later, qtbot
):
    file, asked = tmp_path / "mine.toml", []
    Experiment(title="Mine").save(file)
    crash(Experiment(title="Mine", batch_size=5), path=str(file), time=file.stat().st_mtime + (-60 if later else 60))
    window = open_window()
    window.offer_recovery()
    window.network.notices.recovery.offer.click()
    until(qtbot, lambda: window.network.store.experiment.batch_size == 5)
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: (asked.append(box.text()), QMessageBox.StandardButton.Cancel)[1]
    )
    assert window.files.save() is not later
    assert [text.startswith("Another window or program has written mine.toml") for text in asked] == [True] * later
    assert (Experiment.load(file).batch_size == 5) is not later


@pytest.mark.parametrize(
    "text", ["[]", "3", "{}", '{"path": 3, "title": null, "time": "x", "update": true}', "no json", "[" * 99_999]
)
def test_an_odd_note_stops_nothing(open_window, folder, crash, text, qtbot):
    left = crash(Experiment(title="Odd", batch_size=6))
    left.with_suffix(".json").write_text(text)
    window = open_window()
    window.offer_recovery()
    assert "“Untitled” (Network" in window.network.notices.recovery.text.text()
    window.network.notices.recovery.offer.click()
    until(qtbot, lambda: window.network.store.experiment.batch_size == 6)


def test_a_copy_that_cannot_be_read_is_said_and_stays(open_window, folder, crash, qtbot):
    left = crash(Experiment(title="Broken"))
    left.write_text("no toml [")
    window = open_window()
    window.offer_recovery()
    window.network.notices.recovery.offer.click()
    until(qtbot, window.network.notices.problem.isVisible)
    assert "is not valid TOML" in window.network.notices.problem.text.text() and left.is_file()


def test_a_network_that_cannot_be_read_leaves_the_experiment(open_window, folder, crash, qtbot):
    session = Session(Experiment(title="Half", batch_size=7))
    left = crash(session.experiment, snapshot=session.snapshot())
    left.with_suffix(".safetensors").write_bytes(b"cut off")
    window = open_window()
    window.offer_recovery()
    window.network.notices.recovery.offer.click()
    until(qtbot, lambda: window.network.store.experiment.batch_size == 7)
    assert "without what it had learned" in window.network.notices.problem.text.text() and left.is_file()


def test_a_copy_of_an_earlier_version_is_found(open_window, folder, qtbot):
    folder.mkdir(parents=True)
    Experiment(title="Old", batch_size=8).save(folder / "999999999-network.toml")
    (folder / "999999999-network.json").write_text(json.dumps({"path": "", "title": "Old"}))
    Experiment(title="Alive").save(folder / f"{os.getppid()}-network.toml")
    window = open_window()
    assert [copy.note.title for copy in window.recovery.copies.left()] == ["Old"]


# While a window lives


def test_learning_alone_wakes_the_timer(open_window, qtbot):
    assert SOON <= OLDEST <= 30_000, "with the writing no copy is older than a minute"
    window = open_window()
    until(qtbot, lambda: window.network.lab.run.state is RunState.running)
    assert window.recovery.learning.isActive()
    window.network.lab.pause()
    assert not window.recovery.learning.isActive()


def test_the_timer_brings_the_copy_up_to_date(open_window, folder, qtbot):
    window = open_window()
    until(qtbot, lambda: learned(window))
    window.network.lab.edit("optimizer.lr", 0.05)
    note = window.recovery.copies.file("network").with_suffix(".json")
    window.recovery.learning.timeout.emit()
    until(qtbot, lambda: (Note.read(note).update or 0) > 0)
    first = Note.read(note).update
    until(qtbot, lambda: learned(window, first + 50))
    window.recovery.learning.timeout.emit()
    until(qtbot, lambda: Note.read(note).update >= first + 50)


def test_a_window_with_nothing_to_lose_loads_no_locks():
    code = (
        "import sys; from app import application; application.MainWindow.begin = lambda *_a, **_k: None; "
        "window = application.open_window(); window.offer_recovery(); print('filelock' in sys.modules); window.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )
    assert done.stdout.strip() == "False", done.stdout + done.stderr


def test_copies_of_a_live_window_are_nobody_elses(open_window, folder, qtbot):
    window = open_window()
    window.network.lab.edit("batch_size", 5)
    window.recovery.keep()
    until(qtbot, lambda: "network.json" in files(folder))
    assert Copies(folder).left() == ()
    window.network.lab.undo()
    window.recovery.keep()
    until(qtbot, lambda: files(folder) == [])


def test_the_copy_is_of_the_run_as_it_is(open_window, folder, qtbot):
    window = open_window()
    until(qtbot, lambda: learned(window))
    window.network.lab.pause()
    until(qtbot, lambda: window.network.lab.run.state is RunState.paused)
    window.network.lab.edit("optimizer.lr", 0.05)
    window.recovery.keep()
    until(qtbot, lambda: "network.json" in files(folder))
    file = window.recovery.copies.file("network")
    assert Note.read(file.with_suffix(".json")).update == window.network.lab.run.last.updates
    assert weights.load(file.with_suffix(".safetensors")).updates == window.network.lab.run.last.updates
    assert Experiment.load(file) == window.network.store.experiment


def test_an_envelope_that_is_open_is_kept_at_once_and_stays_open_when_the_work_is_taken_up(open_window, folder, qtbot):
    window = open_window(PRESETS / "circle.toml")
    lab, store = window.network.lab, window.network.store
    lab.edit("data.sealed_share", 0.5)
    until(qtbot, lambda: lab.run.last is not None and not lab.runs.renewing)
    window.network.envelope.sheet.found.emit(OPENED)
    until(qtbot, lambda: "network.json" in files(folder))
    assert lab.run.last is not None and store.view.envelopes
    file = window.recovery.copies.file("network")
    until(qtbot, lambda: Note.read(file.with_suffix(".json")).envelopes == store.view.envelopes)
    window.recovery.copies.let_go()  # as if the process had been killed
    other = open_window()
    other.left_work.take(Copies(folder).left()[0])
    until(qtbot, lambda: other.network.store.experiment.data.sealed_share == 0.5)
    until(qtbot, lambda: other.network.envelope.opened == OPENED)
    assert other.network.store.dirty


def test_a_document_that_another_one_displaces_is_put_aside(open_window, folder, qtbot):
    window = open_window()
    window.network.lab.edit("batch_size", 5)
    window.files.open_preset("xor")
    until(qtbot, lambda: "network1.json" in files(folder))
    window.close()
    copies = Copies(folder).left()
    assert [(copy.note.title, copy.note.in_order) for copy in copies] == [("The ring", True)]
    assert Experiment.load(copies[0].document).batch_size == 5


def test_a_crash_leaves_the_work_of_every_room(open_window, folder, qtbot):
    window = open_window()
    window.network.lab.edit("batch_size", 5)
    window.enter("race")
    window.room.lab.edit("noise", 0.5)
    window.recovery.keep()
    until(qtbot, lambda: {"network.json", "race.json"} <= set(files(folder)))
    window.recovery.copies.let_go()  # as the end of the process does
    found = {copy.note.room: copy for copy in Copies(folder).left()}
    assert Experiment.load(found["network"].document).batch_size == 5 and Race.load(found["race"].document).noise == 0.5
    assert not found["race"].note.in_order and found["race"].note.update is None


def test_no_copy_can_be_kept_is_said_once(open_window, folder, home, qtbot):
    window = open_window()
    said = []
    window.recovery.said.connect(said.append)
    folder.rmdir()
    folder.write_text("a file in the place of the folder")
    for size in (5, 6):
        window.network.lab.edit("batch_size", size)
        window.recovery.keep()
    until(qtbot, lambda: bool(said))
    assert said[0].startswith("No copy of unsaved work can be kept: ")
    window.close_and_forget()
    assert len(said) == 1


# At the end


def test_watching_asks_nothing_and_is_kept(open_window, folder, qtbot):
    window = open_window()
    until(qtbot, lambda: learned(window))
    window.files.open_preset("xor")
    window.network.lab.play()
    until(qtbot, lambda: window.network.lab.run.unsaved_updates > 20)
    assert not window.files.unsaved()
    window.close()  # a question would fail
    (copy,) = Copies(folder).left()
    assert not copy.note.touched and copy.note.in_order and copy.note.title == window.network.store.title
    assert copy.network is not None and weights.load(copy.network).updates == copy.note.update > 20
    again = open_window()
    again.offer_recovery()
    assert not again.network.notices.recovery.isVisible(), "it is in the list; nobody lost anything"
    again.left_work.show_list()
    QTest.keyClick(again.findChild(LeftList), Qt.Key.Key_Return)
    until(
        qtbot, lambda: again.network.lab.run.last is not None and again.network.lab.run.last.updates == copy.note.update
    )


@pytest.mark.parametrize("deed", ["edit", "weight", "file"])
def test_what_a_person_did_is_asked_for(open_window, tmp_path, qtbot, deed):
    window = open_window()
    until(qtbot, lambda: learned(window))
    lab = window.network.lab
    if deed == "edit":
        lab.edit("batch_size", 5)
        assert "changes that are not saved" in window.files.unsaved()[0]
    elif deed == "weight":
        lab.hand.set_weight(SetWeight("output.bias", (0,), 1.0, "bias of passes"))
        assert window.files.unsaved() == ["Weights that were set by hand are not saved."]
    else:
        window.files.save_to(tmp_path / "mine.toml")
        lab.pause()
        lab.play()
        until(qtbot, lambda: lab.run.unsaved_updates > 0)
        assert "updates that are not saved" in window.files.unsaved()[0]


@pytest.mark.parametrize("answer", ["Discard", "Save"])
def test_a_click_throws_away_or_saves(open_window, folder, tmp_path, monkeypatch, answer, qtbot):
    window = open_window()
    assert window.files.save_to(tmp_path / "mine.toml")
    window.network.lab.edit("batch_size", 5)
    window.recovery.keep()
    until(qtbot, lambda: "network.json" in files(folder))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton[answer])
    window.close()
    until(qtbot, lambda: not window.isVisible())
    assert files(folder) == []
    assert (Experiment.load(tmp_path / "mine.toml").batch_size == 5) is (answer == "Save")


@pytest.mark.parametrize(
    "ending",
    ["SIGTERM", pytest.param("SIGINT", marks=pytest.mark.slow), pytest.param("SIGHUP", marks=pytest.mark.slow)],
)
def test_a_window_that_a_signal_ends_while_it_paints_leaves_its_work_to_be_offered(open_window, folder, ending, qtbot):
    done = subprocess.run(
        [sys.executable, "-P", "-c", ENDED, ending],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "QBackingStore" not in done.stderr and "Traceback" not in done.stderr
    (copy,) = Copies(folder).left()
    assert copy.note.touched and Experiment.load(copy.document).optimizer.lr == 0.05
    assert weights.load(copy.network).updates == copy.note.update > 10
    window = open_window()
    window.offer_recovery()
    notice = window.network.notices.recovery
    assert notice.isVisible() and "was not closed in order" in notice.text.text() and copy.document.is_file()


def test_a_window_that_is_ended_while_it_asks_does_not_wait_for_the_answer(open_window, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", QDialog.exec)
    window = open_window()
    assert window.files.save_to(tmp_path / "mine.toml")
    window.network.lab.edit("batch_size", 5)
    asked = []

    def end():
        asked.append(QApplication.activeModalWidget())
        window.close_without_asking()

    QTimer.singleShot(0, end)
    window.close()
    assert isinstance(asked[0], QMessageBox) and not window.isVisible()
    (copy,) = Copies(folder).left()
    assert not copy.note.in_order and Experiment.load(copy.document).batch_size == 5
    assert Experiment.load(tmp_path / "mine.toml").batch_size != 5


def test_what_was_merely_watched_when_a_window_was_ended_is_kept_and_not_offered(open_window, folder, qtbot):
    window = open_window()
    window.network.lab.play()
    until(qtbot, lambda: learned(window))
    window.close_without_asking()
    (copy,) = Copies(folder).left()
    assert not copy.note.touched and copy.note.in_order


def test_of_what_was_watched_the_newest_stay_and_no_work_goes(folder, crash):
    ring = Experiment.load(PRESETS / "playground.toml")
    for number in range(MOST_WATCHED + 3):
        crash(ring, time=float(number), touched=False, in_order=True)
    work = crash(ring, time=-1.0, touched=True, in_order=True)
    Copies(folder).close()
    left = Copies(folder).left()
    assert len(left) == MOST_WATCHED + 1 and work.is_file()
    assert min(copy.note.time for copy in left if not copy.note.touched) == 3.0


def test_a_note_comes_back_as_it_was(tmp_path):
    note = Note("race", "Ravine", "/somewhere/r.toml", 12.5, 7, touched=False, in_order=True, envelopes={"a": {"x": 1}})
    file = tmp_path / "1-a-race.json"
    file.write_text(json.dumps(dataclasses.asdict(note)))
    assert Note.read(file) == note
