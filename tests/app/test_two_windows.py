"""Two windows on one file: who saves second is asked before the other's work goes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from app.documents.view_state import view_file
from core.documents.edits import replace
from core.experiment import Experiment
from core.files import weights

SAVE, CANCEL = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Cancel


@pytest.fixture
def file(ring, tmp_path):
    file = tmp_path / "shared.toml"
    ring.save(file)
    return file


@pytest.fixture
def asked(monkeypatch):
    """The questions, each answered with the last of `answers`."""
    found, answers = [], [CANCEL]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: (found.append(box.text()), answers[-1])[1])
    return found, answers


def said_of(*files):
    return (
        f"Another window or program has written {' and '.join(files)} since it was opened here. Save overwrites that; "
        "with File, Save as… both can be kept."
    )


def test_the_second_is_asked_and_nothing_is_lost(open_window, ring, file, asked):
    window, (questions, answers) = open_window(str(file)), asked
    window.network.store.edit("optimizer.lr", 0.1)
    replace(ring, "optimizer.lr", 0.5).save(file)  # the other window
    assert not window.files.save()
    assert questions == [said_of("shared.toml")]
    assert Experiment.load(file).optimizer.lr == 0.5 and window.network.store.dirty
    answers.append(SAVE)
    assert window.files.save()
    assert Experiment.load(file).optimizer.lr == 0.1 and not window.network.store.dirty
    window.network.store.edit("optimizer.lr", 0.2)  # what was written here is known here
    assert window.files.save() and len(questions) == 2


def test_nobody_is_asked_without_need(open_window, file, tmp_path, asked):
    window, (questions, _) = open_window(str(file)), asked
    for rate in (0.1, 0.2):
        window.network.store.edit("optimizer.lr", rate)
        assert window.files.save()
    file.unlink()  # nothing that could go
    window.network.store.edit("optimizer.lr", 0.3)
    assert window.files.save()
    assert window.files.save_to(tmp_path / "other.toml")
    assert questions == [] and Experiment.load(file).optimizer.lr == 0.3


def test_a_view_that_somebody_else_has_written_is_asked_for(open_window, file, asked):
    window, (questions, answers) = open_window(str(file)), asked
    window.network.store.change_view(pinned=("optimizer.lr",))
    view_file(file).write_text("# mine\n")
    file.touch()
    assert not window.files.save()
    assert questions == [said_of("shared.toml", "shared.view.toml")] and view_file(file).read_text() == "# mine\n"
    answers.append(SAVE)
    assert window.files.save() and window.files.save() and len(questions) == 2
    assert "optimizer.lr" in view_file(file).read_text()


def test_a_network_beside_it_that_somebody_else_has_written_is_asked_for(open_window, file, monkeypatch, qtbot):
    window, questions, answers = open_window(str(file)), [], [SAVE, SAVE, CANCEL, SAVE]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: (questions.append(box.text()), answers.pop())[1])
    lab, beside = window.network.lab, file.with_suffix(weights.SUFFIX)
    lab.play()
    qtbot.waitUntil(lambda: lab.run.unsaved_updates > 10, timeout=30_000)
    lab.pause()
    beside.write_bytes(b"of another window")
    window.close()
    assert "not saved" in questions[0] and questions[1:] == [said_of(beside.name)]
    assert window.isVisible() and beside.read_bytes() == b"of another window"
    window.close()
    assert questions[2:] == questions[:2]
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert weights.load(beside).updates > 10
