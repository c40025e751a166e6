"""The store: edits, refusals, undo and the view."""

from __future__ import annotations

import pytest

from app.documents.experiment_store import Store
from app.documents.view_state import ViewState, view_file
from core.experiment import Experiment


@pytest.fixture
def store(qapp, ring):
    return Store(ring)


def test_edit_tells_old_and_new(store, qtbot, ring):
    with qtbot.waitSignal(store.changed) as told:
        store.edit("optimizer.lr", 0.1)
    assert told.args[0] is ring
    assert told.args[1].optimizer.lr == 0.1
    assert store.dirty


def test_an_edit_to_the_same_value_is_no_step(store):
    store.edit("optimizer.lr", store.experiment.optimizer.lr)
    assert store.undo() is None


def test_bad_edit_is_refused_with_a_sentence_and_changes_nothing(store, qtbot, ring):
    with qtbot.waitSignal(store.refused) as told:
        store.edit("optimizer.lr", -1)
    assert told.args[0] == "optimizer.lr"
    assert told.args[1] == "must be greater than 0.0, not -1"
    assert store.experiment is ring


def test_refused_combination_brings_its_mend(store, qtbot):
    with qtbot.waitSignal(store.refused) as told:
        store.edit("loss.kind", "cross_entropy")  # the ring's tanh output does not go with it
    assert told.args[1]
    store.edits(told.args[2].edits)
    assert store.experiment.loss.kind == "cross_entropy" and store.experiment.output.activation == "auto"


def test_a_drag_is_one_step_of_undo(store, ring):
    for value in (0.04, 0.05, 0.06):
        store.edit("optimizer.lr", value)
    store.finish()
    store.edit("optimizer.lr", 0.5)
    store.undo()
    assert store.experiment.optimizer.lr == 0.06
    store.undo()
    assert store.experiment == ring
    assert not store.dirty
    assert store.undo() is None


def test_choices_are_never_taken_for_a_drag(store, ring):
    store.edit("shuffle", "never")
    store.edit("shuffle", "each epoch")
    store.undo()
    assert store.experiment.shuffle == "never"


def test_redo_until_something_else_is_done(store):
    store.edit("optimizer.lr", 0.1)
    store.undo()
    store.redo()
    assert store.experiment.optimizer.lr == 0.1
    store.undo()
    store.edit("batch_size", 5)
    assert store.redo() is None


def test_undo_says_what_it_takes_back(store):
    store.edit("optimizer.lr", 0.1)
    assert store.undo_text.startswith("Learning rate")


def test_saving_ends_dirty_and_undo_begins_it_again(store, tmp_path):
    store.edit("batch_size", 5)
    store.saved(tmp_path / "x.toml")
    assert not store.dirty
    store.undo()
    assert store.dirty


def test_opening_a_file_forgets_the_way_back(store, ring, tmp_path):
    store.edit("batch_size", 5)
    store.open(ring, tmp_path / "x.toml")
    assert store.undo() is None
    assert not store.dirty


def test_what_has_neither_title_nor_file_is_called_after_the_table_it_is_about(store, tmp_path):
    """A list of passengers was "Untitled"."""
    store.open(Experiment())
    assert store.title == "Untitled"
    store.edit("data", {"kind": "csv", "path": "/a/titanic.csv", "columns": {"a": "input", "p": "target"}})
    assert store.title == "titanic" and not store.experiment.title
    store.saved(tmp_path / "ship.toml")
    assert store.title == "ship"


def test_opening_what_has_no_file_is_one_step_of_undo(store, ring):
    store.edit("batch_size", 5)
    other = ring.model_copy(update={"title": "Another"})
    store.open(other)
    assert not store.dirty and store.undo_text == "Opening “Another”"
    store.undo()
    assert store.experiment.batch_size == 5 and store.dirty
    store.redo()
    assert store.experiment == other and not store.dirty
    store.undo()
    store.undo()
    assert store.experiment == ring and not store.dirty


def test_the_chosen_sample_goes_with_its_data(store, ring):
    store.change_view(sample=3)
    store.edit("data", {"kind": "xor"})
    assert store.view.sample == -1
    store.change_view(row=(0.5, 0.5))
    store.open(ring)
    assert store.view.row == ()


def test_the_view_is_saved_and_read_leniently(tmp_path):
    file = view_file(tmp_path / "x.toml")
    view = ViewState(theme="dark", pinned=("optimizer.lr",), options={"boundary.soft": False})
    view.save(file)
    assert ViewState.load(file, ViewState()) == view
    file.write_text('theme = 3\npinned = ["a"]\nunknown = 1\n')
    assert ViewState.load(file, ViewState(layout="Lecture")) == ViewState(layout="Lecture", pinned=("a",))
    file.write_text("broken = [")
    assert ViewState.load(file, ViewState()) == ViewState()
