"""A comparison is a document of the network room: opened from the gallery or a file, saved, undone, recovered whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.panels.presets import read_shelves
from core import document
from core.comparison import Comparison
from core.comparison.shelf import comparisons, path
from core.documents.edits import replace


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def window(open_window, qtbot):
    made = open_window()
    made.resize(1280, 740)
    made.show()
    lab = made.network.lab
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    lab.pause()
    return made


def test_each_ready_made_comparison_has_a_card():
    cards = read_shelves().beside
    assert tuple(card.name for card in cards) == tuple(comparisons())
    assert all(card.title and card.description and card.data for card in cards)


@pytest.mark.slow
def test_a_card_opens_its_runs_side_by_side_and_the_document_is_saved_and_opened_whole(window, qtbot, tmp_path):
    room, lab = window.network, window.network.lab
    window.open_gallery()
    card = window.gallery.cards["learning-rates"]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(lab.twins.numbers) == 2)
    assert [named.name for named in lab.parting.named] == ["η 0.003", "η 0.1", "η 10"]
    assert room.store.title == "Three learning rates" and not room.store.dirty and not room.unsaved()
    assert room.trying.line.page.say.startswith("Play to update 1,000")
    assert {run.last.updates for run in lab.twins.standings if run.last is not None} <= {0}
    lab.edit("batch_size", 5)
    assert room.store.dirty
    assert window.files.save_to(tmp_path / "mine.toml")
    saved = document.load(tmp_path / "mine.toml")
    wanted = replace(Comparison.load(path("learning-rates")), "base.batch_size", 5)
    assert isinstance(saved, Comparison) and saved == wanted and not room.store.dirty
    room.side_by_side.leave(lab.run.number)
    assert room.store.dirty, "one experiment is another document than three"
    lab.undo()
    assert len(lab.twins.numbers) == 2 and not room.store.dirty
    window.files.open(tmp_path / "mine.toml")
    until(qtbot, lambda: len(lab.twins.numbers) == 2)
    assert [(each.optimizer.lr, each.batch_size) for each in lab.twins.experiments] == [(0.003, 5), (0.1, 5), (10, 5)]


def test_undo_brings_back_what_was_there_before_a_comparison_was_opened(window, qtbot):
    lab, before = window.network.lab, window.network.store.experiment
    window.files.open_preset("sgd-adam")
    until(qtbot, lambda: lab.twins.there)
    lab.undo()
    assert not lab.twins.there and window.network.store.experiment == before


def test_a_comparison_is_recovered_with_all_of_its_runs_where_they_were(window, qtbot):
    lab, found = window.network.lab, Comparison.load(path("learning-rates"))
    window.files.open_preset("learning-rates")
    lab.begin_up_to(30)
    until(qtbot, lambda: all(run.last is not None and run.last.updates == 30 for run in lab.twins.standings))
    taken = []
    lab.runs.request_snapshot(taken.append)
    until(qtbot, lambda: bool(taken))
    window.network.recover(found, None, taken[0])
    assert window.network.store.dirty and len(lab.twins.numbers) == 2
    until(qtbot, lambda: all(run.last is not None and run.last.updates == 30 for run in lab.twins.standings))
    assert window.network.store.to_keep == found


def test_undo_shows_the_very_run_again_with_its_past_and_redo_the_runs_that_were_opened(window, qtbot):
    lab, store = window.network.lab, window.network.store
    lab.begin_up_to(60)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 60)
    number, document, curve = lab.run.number, store.experiment, lab.runs.metrics[lab.run.number].history
    lab.time.look_at(40)
    until(qtbot, lambda: lab.run.recalled is not None and lab.run.recalled.updates == 40)
    window.files.open_preset("shuffled-pixels")  # what its twins have of their own does not fit the data of before
    until(qtbot, lambda: all(run.last is not None and run.prepared is not None for run in lab.twins.standings))
    opened, beside, found = lab.run.number, lab.twins.numbers, store.to_keep
    assert number in lab.runs.held and number not in (opened, *beside)
    for _ in range(2):
        lab.undo()
        assert (lab.run.number, lab.time.made, lab.time.place) == (number, 60, 40) and not lab.twins.there
        assert store.experiment == document == store.to_keep
        assert lab.runs.metrics[number].history is curve and lab.time.told.made == 60
        lab.time.look_at(20)
        until(qtbot, lambda: lab.run.recalled is not None and lab.run.recalled.updates == 20)
        lab.redo()
        assert (lab.run.number, lab.twins.numbers, store.to_keep) == (opened, beside, found) and not store.dirty


@pytest.mark.slow
def test_what_is_undone_and_done_again_before_the_runs_have_begun_makes_them_anew(window, qtbot):
    lab = window.network.lab
    lab.begin_up_to(60)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 60)
    window.files.open_preset("shuffled-pixels")
    found, count = window.network.store.to_keep, len(lab.twins.numbers)
    lab.undo()
    lab.redo()
    until(qtbot, lambda: all(run.prepared is not None for run in lab.twins.standings))
    assert len(lab.twins.numbers) == count and window.network.store.to_keep == found
    lab.begin_up_to(2)
    until(qtbot, lambda: all(run.last is not None and run.last.updates == 2 for run in lab.twins.standings))


@pytest.mark.slow
def test_a_run_without_a_past_makes_room_for_what_is_opened(window, qtbot):
    lab = window.network.lab
    lab.begin_up_to(3)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 3)
    window.files.open_preset("xor")
    assert len(lab.runs.held) == 1
