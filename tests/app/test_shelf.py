"""The shelf: the runs of the window are kept for good, and one that comes back goes on as if never interrupted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QTimer

from app.documents.experiment_store import Store
from app.network.lab import Lab
from core.documents.edits import replace
from core.history import kept_states
from core.machine import folders
from core.runs import schema, states
from core.runs.gathered import Gathered
from core.runs.listed import STARTS
from core.runs.run import Label
from core.runs.store import RunStore
from core.threads import commands
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def open_lab(qtbot, ring, home):
    """A function that begins a lab with the ring, whose runs are kept."""
    opened = []

    def open_(complaints=None):
        lab = Lab(Store(ring))
        if complaints is not None:
            lab.problem.connect(lambda *told: complaints.append(told))
        lab.shelf.open(folders.data())
        opened.append(lab)
        lab.start(playing=False)
        until(qtbot, lambda: lab.run.last is not None and lab.run.prepared is not None)
        return lab

    yield open_
    for lab in opened:
        assert lab.close(30)


def learn(lab, qtbot, count):
    end = lab.run.last.updates + count
    lab.runs.send(commands.Step("update", count))
    until(qtbot, lambda: lab.run.last.updates == end and lab.run.run.made == end and lab.run.letter != "")


def weights(lab, qtbot):
    found = []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    return found[0].parameters


def listed(lab, qtbot, count):
    """The entries, as soon as there are so many."""
    until(qtbot, lambda: len(lab.shelf.entries) == count)
    return lab.shelf.entries


def test_a_run_is_kept_with_what_hands_did_and_comes_back_to_go_on_as_if_never_interrupted(open_lab, qtbot, ring):
    lab = open_lab()
    learn(lab, qtbot, 60)
    lab.edit("optimizer.lr", 0.1)
    learn(lab, qtbot, 60)
    first, curve = lab.run.run, lab.runs.metrics[lab.run.number].history
    assert (first.letter, first.made, [event.update for event in first.events]) == ("A", 120, [60])
    assert lab.close(30)
    with RunStore(folders.data()) as store:
        (entry,) = store.entries()
        kept = store.run(entry.id)
        assert kept.making.engine == "fused kernel" and kept.events == first.events and kept.experiment == ring
        assert (entry.letter, entry.made, entry.figures.parameters) == ("A", 120, 25)
        assert entry.figures.words == "The ring" and entry.figures.newest["update"] == 120
    other = open_lab()
    learn(other, qtbot, 1)
    (entry,) = listed(other, qtbot, 1)
    until(qtbot, lambda: other.run.letter == "B")  # those of the shelf are taken
    other.shelf_hands.show(entry.id)
    until(qtbot, lambda: other.run.letter == "A" and other.run.last is not None)
    assert other.run.run.id == first.id and other.store.experiment.optimizer.lr == 0.1
    again = other.runs.metrics[other.run.number].history
    assert np.array_equal(again.column("train.loss").mean, curve.column("train.loss").mean)
    learn(other, qtbot, 30)
    was = Session(ring)
    was.advance(60)
    was.apply(replace(ring, "optimizer.lr", 0.1))
    was.advance(90)
    assert np.array_equal(weights(other, qtbot), was.vector())
    assert other.run.run.events == first.events


def test_a_run_that_is_left_for_another_one_is_kept_and_a_short_one_is_not_listed(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 70)
    lab.runs.begin(False)
    until(qtbot, lambda: lab.run.last is not None)
    learn(lab, qtbot, 49)
    (entry,) = listed(lab, qtbot, 1)
    assert (entry.letter, entry.made) == ("A", 70) and lab.run.letter == "B"
    learn(lab, qtbot, 1)
    lab.shelf.keep()
    assert [entry.made for entry in listed(lab, qtbot, 2)] == [50, 70]


def test_a_run_at_rest_is_written_by_itself_and_only_where_it_has_changed(open_lab, qtbot):
    lab = open_lab()
    lab.play()
    until(qtbot, lambda: lab.run.last.updates > 60)
    lab.pause()
    (entry,) = listed(lab, qtbot, 1)
    assert entry.made == lab.run.last.updates
    heard = []
    lab.shelf.changed.connect(lambda: heard.append(1))
    lab.shelf.keep()
    lab.shelf.look()
    until(qtbot, lambda: bool(heard))
    assert lab.shelf.entries[0].changed == entry.changed


def test_another_window_sees_a_run_that_is_learned_here_and_goes_on_beside_it(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 60)
    lab.shelf.keep()
    listed(lab, qtbot, 1)
    other, said = open_lab(), []
    (entry,) = listed(other, qtbot, 1)
    assert entry.elsewhere
    other.sentence.connect(said.append)
    other.shelf_hands.show(entry.id)
    until(qtbot, lambda: other.run.last is not None and other.run.last.updates == 60)
    assert said == [
        "Run A belongs to another window, which is learning it: what is learned from here on is a run of its own."
    ]
    assert other.run.run.parent == entry.id and other.run.run.branch == 60
    learn(other, qtbot, 40)
    other.shelf.keep()
    assert [(found.letter, found.made) for found in listed(other, qtbot, 2)] == [("B", 100), ("A", 60)]


def test_two_windows_that_begin_a_run_at_once_give_it_two_letters(open_lab, qtbot):
    one, other = open_lab(), open_lab()  # neither has a run that the other could have read
    learn(one, qtbot, 60)
    until(qtbot, lambda: not one.shelf.is_busy)
    told = []
    other.runs.relettered.connect(lambda: told.append(other.run.letter))
    other.runs.send(commands.Step("update", 60))
    until(qtbot, lambda: other.run.run.made == 60 and told == ["B"])
    assert (one.run.letter, other.run.letter) == ("A", "B")
    assert other.runs.metrics[other.run.number].letter == "B", "its curve is called so, too"
    for lab, letters in ((one, {"A"}), (other, {"A", "B"})):
        lab.shelf.keep()
        until(qtbot, lambda lab=lab, letters=letters: {entry.letter for entry in lab.shelf.entries} == letters)
    for _ in range(2):  # the first one is too short to stay
        before = other.run.number
        other.new_start()
        until(qtbot, lambda before=before: other.run.number != before and other.run.last is not None)
        learn(other, qtbot, 5)
        until(qtbot, lambda: not other.shelf.is_busy)
        assert other.run.letter == "C", "a letter of this window is free again"


def test_a_run_whose_short_forerunners_are_gone_is_told_by_what_it_differs_in_from_their_parent(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 60)
    first = lab.run.run
    for path, value in (("layers.h1.activation", "relu"), ("layers.h1.units", 8)):
        before = lab.run.number
        lab.edit(path, value)
        until(qtbot, lambda before=before: lab.run.number != before and lab.run.last is not None)
        learn(lab, qtbot, 10)
    assert len(lab.runs.held) == 2 and lab.run.run.parent == first.id
    assert lab.run.words == "hidden layer 1: units 4 → 8, hidden layer 1: Tanh → ReLU"
    lab.runs.drop(next(run.number for run in lab.runs.held.values() if run.letter == "A"))
    lab.runs.begin_anew()
    assert lab.run.words.startswith("hidden layer 1"), "the parent is held no more"


def test_what_a_person_calls_a_run_is_kept(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 60)
    lab.shelf.keep()
    (entry,) = listed(lab, qtbot, 1)
    lab.shelf_hands.call(entry.id, Label("the best", pinned=True))
    until(qtbot, lambda: lab.shelf.entries[0].label.pinned)
    assert lab.run.name == "the best"
    learn(lab, qtbot, 5)
    lab.shelf.keep()
    until(qtbot, lambda: lab.shelf.entries[0].made == 65)
    assert lab.shelf.entries[0].label == Label("the best", pinned=True)


@pytest.mark.parametrize("trouble", ["read-only", "newer", "full"])
def test_what_a_disk_refuses_is_one_sentence_and_the_learning_goes_on(open_lab, qtbot, monkeypatch, trouble):
    with RunStore(folders.data()):
        pass
    if trouble == "newer":
        connection = schema.connect(folders.data() / schema.NAME)
        connection.execute("PRAGMA user_version=99")
        connection.close()
    elif trouble == "read-only":
        monkeypatch.setattr(schema, "may_write", lambda _file: False)
    complaints = []
    lab = open_lab(complaints)
    if trouble == "full":
        connection = schema.connect(folders.data() / schema.NAME)
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'no room'); END")
        connection.close()
    learn(lab, qtbot, 60)
    lab.shelf.keep()
    until(qtbot, lambda: bool(complaints))
    learn(lab, qtbot, 60)
    lab.shelf.keep()
    learn(lab, qtbot, 60)
    until(qtbot, lambda: not lab.shelf.is_busy)
    words = {"read-only": "may only be read", "newer": "newer version", "full": "no room"}[trouble]
    assert len(complaints) == 1 and words in complaints[0][1] and complaints[0][::2] == ("", None)


def test_without_a_folder_nothing_is_kept(lab, qtbot, home):
    lab.start(playing=False)
    until(qtbot, lambda: lab.run.last is not None)
    learn(lab, qtbot, 60)
    lab.shelf.keep()
    lab.shelf.look()
    assert not lab.shelf.is_open and not (home / "data").exists()


def test_a_run_beyond_those_that_are_held_is_on_the_shelf_and_goes_on_as_if_never_interrupted(open_lab, qtbot, ring):
    lab = open_lab()
    learn(lab, qtbot, 60)
    first, number = lab.run.run.id, lab.run.number
    for _ in range(8):
        before = lab.run.number
        lab.runs.add(False)
        until(qtbot, lambda before=before: lab.run.number != before and lab.run.last is not None)
    assert len(lab.runs.held) == 8 and number not in lab.runs.held
    listed(lab, qtbot, 1)
    lab.shelf_hands.show(first)
    until(qtbot, lambda: lab.run.letter == "A" and lab.run.last is not None)
    learn(lab, qtbot, 40)
    was = Session(ring)
    was.advance(100)
    assert np.array_equal(weights(lab, qtbot), was.vector()) and lab.run.run.id == first


def test_another_document_leaves_the_run_on_the_shelf_and_undo_brings_that_very_run_back(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 60)
    first, curve = lab.run.run, lab.runs.metrics[lab.run.number].history.column("train.loss").mean
    key = lab.store.open(replace(lab.store.experiment, "data", {"kind": "xor"}))
    lab.way_back.keep_for_undo(key)
    lab.start(playing=False)
    until(qtbot, lambda: lab.run.last is not None and lab.run.prepared is not None)
    assert [entry.id for entry in listed(lab, qtbot, 1)] == [first.id]
    learn(lab, qtbot, 55)
    second = lab.run.run
    assert (second.letter, second.parent) == ("B", "")
    until(qtbot, lambda: lab.store.undo_steps[-1].snapshot is not None)
    lab.undo()
    until(qtbot, lambda: lab.run.letter == "A" and lab.run.last is not None and lab.run.prepared is not None)
    assert lab.run.run == first and lab.store.experiment.data.kind == "circle"
    assert np.array_equal(lab.runs.metrics[lab.run.number].history.column("train.loss").mean, curve)
    learn(lab, qtbot, 5)
    until(qtbot, lambda: not lab.shelf.is_busy)
    lab.shelf_hands.show(second.id)
    until(qtbot, lambda: lab.run.letter == "B" and lab.run.last is not None)
    assert lab.store.experiment.data.kind == "xor" and lab.run.run.made == 55


@pytest.mark.parametrize("first_comes", ["what the run tells", "the shelf", "what the run tells alone"])
def test_work_that_is_recovered_is_its_run_again_with_past_and_curve(open_lab, qtbot, ring, first_comes):
    """Whichever comes first, what the run tells or what the shelf has, where that knows the run."""
    known = first_comes != "what the run tells alone"
    lab = open_lab()
    learn(lab, qtbot, 60)
    lab.edit("optimizer.lr", 0.1)
    learn(lab, qtbot, 40)
    first, found = lab.run.run, []
    lab.runs.request_snapshot(found.append)
    until(qtbot, lambda: bool(found))
    at_copy = lab.runs.metrics[lab.run.number].seconds
    assert at_copy > 0
    lab.shelf.keep()
    listed(lab, qtbot, 1)
    learn(lab, qtbot, 20)  # what came after the copy
    document = lab.store.experiment
    assert lab.close(30)
    complaints = []
    other = open_lab(complaints)
    other.store.open(document, dirty=True)
    if first_comes == "the shelf":
        other.recover(found[0], first.id)
        other.poll.stop()
        until(qtbot, lambda: not other.shelf.is_busy)
        assert other.run.last is None
        other.poll.start()
    else:
        other.recover(found[0])
    until(qtbot, lambda: other.run.last is not None and other.run.prepared is not None and bool(other.run.figures))
    if first_comes != "the shelf":
        other.shelf_hands.recover(found[0], first.id if known else "another")
    until(qtbot, lambda: not other.shelf.is_busy and other.run.letter != "")
    metrics = other.runs.metrics[other.run.number]
    assert (other.run.run.id == first.id) is known and not complaints
    assert metrics.history.column("update").mean[0] == (0 if known else 100) and metrics.history.newest == 100
    assert other.run.run.made == 100 and (not known or other.run.run.events == first.events)
    spent = metrics.seconds
    assert spent == (at_copy if known else 0.0)
    learn(other, qtbot, 20)
    assert other.time.first == (0 if known else 100)
    assert metrics.seconds > spent, "the seconds go on"
    assert not known or np.all(np.diff(metrics.history.column("seconds").mean) >= 0)
    was = Session(ring)
    if known:
        other.time.look_at(33)
        until(qtbot, lambda: other.run.recalled is not None and other.run.recalled.figures is not None)
        shown = []
        other.runs.request_snapshot(shown.append, shown=True)
        until(qtbot, lambda: bool(shown))
        was.advance(33)
        assert np.array_equal(shown[0].parameters, was.vector())
        other.time.now()
    was.advance(60 - was.updates)
    was.apply(replace(ring, "optimizer.lr", 0.1))
    was.advance(60)
    assert np.array_equal(weights(other, qtbot), was.vector())


def test_a_run_from_the_shelf_has_its_past_at_once(open_lab, qtbot, ring, monkeypatch):
    """Its states come with it: none is computed again but on the way from one to the next, bit for bit."""
    monkeypatch.setattr(kept_states, "MOST_APART", 64)  # states as close as those of a larger network
    lab = open_lab()
    learn(lab, qtbot, 3000)
    assert lab.close(30)
    with RunStore(folders.data()) as store:
        (entry,) = store.entries()
        known = states.known(store.database, entry.id)
        assert known[0] == 0 and 3 <= len(known) <= states.MANY + 2 and known[-1] <= 3000
    other = open_lab()
    learn(other, qtbot, 1)
    (entry,) = listed(other, qtbot, 1)
    until(qtbot, lambda: other.run.letter == "B")
    other.shelf_hands.show(entry.id)
    until(qtbot, lambda: other.run.letter == "A" and other.run.last is not None and other.run.last.updates == 3000)
    assert other.time.first == 0
    for update in (1234, 0):
        other.time.look_at(update)
        until(qtbot, lambda: other.run.recalled is not None and other.run.recalled.figures is not None)
        until(qtbot, lambda: other.run.recalled.updates == update)  # noqa: B023
        shown = []
        other.runs.request_snapshot(shown.append, shown=True)
        until(qtbot, lambda: bool(shown))  # noqa: B023
        was = Session(ring)
        was.advance(update)
        assert np.array_equal(shown[0].parameters, was.vector())


def test_what_is_evicted_is_computed_again_from_the_start(open_lab, qtbot, ring):
    lab = open_lab()
    learn(lab, qtbot, 300)
    assert lab.close(30)
    with RunStore(folders.data()) as store:
        (entry,) = store.entries()
        with store.database.writing() as connection:
            states.make_room(connection, 0)
        assert states.known(store.database, entry.id) == ()
    other = open_lab()
    learn(other, qtbot, 1)
    listed(other, qtbot, 1)
    until(qtbot, lambda: other.run.letter == "B")
    other.shelf_hands.show(entry.id)
    until(qtbot, lambda: other.run.letter == "A" and other.run.last is not None and other.run.last.updates == 300)
    other.time.look_at(123)
    until(qtbot, lambda: other.run.recalled is not None and other.run.recalled.figures is not None)
    shown = []
    other.runs.request_snapshot(shown.append, shown=True)
    until(qtbot, lambda: bool(shown))
    was = Session(ring)
    was.advance(123)
    assert np.array_equal(shown[0].parameters, was.vector())


def test_a_run_that_begins_anew_leaves_no_state_of_what_it_was(open_lab, qtbot):
    lab = open_lab()
    learn(lab, qtbot, 70)
    lab.shelf.keep()
    until(qtbot, lambda: not lab.shelf.is_busy)
    lab.edit("optimizer.lr", 0.1)
    lab.runs.begin_anew(rest=True)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 0)
    learn(lab, qtbot, 60)
    run = lab.run.run
    assert lab.close(30)
    with RunStore(folders.data()) as store:
        found = states.of(store.database, run.id)
    assert found and all(state.state.experiment.optimizer.lr == 0.1 and state.updates <= 60 for state in found)


def test_whoever_looked_before_the_file_was_open_sees_pictures_and_rows_of_many_too(open_lab, qtbot, ring):
    """As where the list was in front when the program started."""
    first = open_lab()
    first.shelf.pictures.draw = lambda _last, _prepared: np.zeros((30, 40, 3), np.uint8)
    learn(first, qtbot, 60)
    first.shelf.keep()
    first.gatherings.add(Gathered(STARTS, "20 starts", "{}", 60, 20, "test.loss", 0.5, ""))
    (entry,) = listed(first, qtbot, 1)
    until(qtbot, lambda: not first.shelf.is_busy)
    lab = Lab(Store(ring))
    lab.run_list.look(True)
    assert not lab.run_list.rows()
    lab.shelf.open(folders.data())
    lab.shelf.look()
    until(qtbot, lambda: len(lab.run_list.rows()) == 2 and not lab.shelf.is_busy)
    rows = {row.entry.id: row for row in lab.run_list.rows()}
    assert rows[entry.id].picture is not None and any(row.gathered for row in rows.values())
    timer = lab.run_list.findChild(QTimer)
    until(qtbot, lambda: not timer.isActive())
    assert lab.close(30)
