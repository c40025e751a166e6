"""How runs are listed: other starts of one run are one entry, and the best is told by the part that may choose it."""

from __future__ import annotations

import csv
import dataclasses
import math

import numpy as np
import pytest

from core.experiment import Experiment
from core.files import weights
from core.history.metrics import Curves, History
from core.luck.question import DATA, Question
from core.messages import BadInput
from core.runs.exported import export, header, rows
from core.runs.gathered import Gathered, drop, keep, kept
from core.runs.listed import BEST, LOWEST, STARTS, STUDY, Row, Stack, by_time, measured, stacked
from core.runs.run import Label
from core.runs.store import Entry, Figures, RunStore
from core.training.session import Session
from tests.building.experiments import small

USUAL = Label()


def row(id: str, words: str = "η 0.1", parent: str = "", label: Label = USUAL, **newest: float) -> Row:
    figures = Figures({name.replace("_", "."): value for name, value in newest.items()}, 9, 1.0, words)
    return Row(Entry(id, parent, 0, id.upper(), label, 60, figures, 0.0, 0.0, elsewhere=False))


def shape(items) -> list[object]:
    return [[each.entry.id for each in item.rows] if isinstance(item, Stack) else item.entry.id for item in items]


def test_other_starts_of_one_run_are_one_entry():
    found = stacked(
        [row("e"), row("d", "other start", "c"), row("c", "other start", "a"), row("b", parent="a"), row("a")]
    )
    assert shape(found) == ["e", ["d", "c"], "b", "a"]
    assert next(item.name for item in found if isinstance(item, Stack)) == "Other starts of A (2)"


def test_one_other_start_stands_by_itself_and_so_does_one_that_has_a_name_or_is_pinned():
    assert shape(stacked([row("b", "other start", "a"), row("a")])) == ["b", "a"]
    named, pinned = Label("the good one"), Label(pinned=True)
    rows = [row("d", "other start", "a", pinned), row("c", "other start", "a", named), row("b", "other start", "a")]
    assert shape(stacked([*rows, row("a")])) == ["d", "c", "b", "a"]


def test_pinned_runs_come_first_and_starts_of_a_run_that_is_gone_stand_together():
    assert shape(stacked([row("b"), row("a", label=Label(pinned=True))])) == ["a", "b"]
    (stack,) = stacked([row("c", "other start", "gone"), row("b", "other start", "gone")])
    assert isinstance(stack, Stack) and stack.name == "Other starts (2)"


def test_runs_stand_by_their_time_and_what_no_file_has_yet_comes_first():
    rows = [row(name) for name in "abcd"]
    times = (5.0, 0.0, 7.0, 5.0)
    dated = [
        dataclasses.replace(each, entry=dataclasses.replace(each.entry, begun=begun))
        for each, begun in zip(rows, times, strict=True)
    ]
    assert [each.entry.id for each in by_time(dated)] == ["b", "c", "a", "d"]


def test_what_came_of_many_runs_is_kept_once_for_each_question_and_can_be_dropped(tmp_path):
    starts = Gathered(STARTS, "20 starts", "{}", 100, 20, "test.loss", 0.5, "Told.", 3.0)
    study = Gathered(STUDY, "Study", "{1}", 100, 35, "test.loss", math.nan, "", 4.0)
    with RunStore(tmp_path) as store:
        assert kept(store.database) == ()
        for each in (starts, study, dataclasses.replace(starts, median=0.25)):
            keep(store.database, each)
    with RunStore(tmp_path) as store:
        newest, older = kept(store.database)
        assert (newest.kind, newest.figures, older.figures) == (STUDY, {}, {"test.loss": 0.25})
        assert older == dataclasses.replace(starts, median=0.25) and older.id == starts.id
        with store.database.writing() as connection:
            connection.execute("INSERT INTO gathered VALUES ('x', 9, '{}')")
        drop(store.database, study.id)
        assert kept(store.database) == (older,), "what cannot be read is left out"


def test_a_question_is_asked_again_as_it_was():
    question = Question(small(title="Small"), 30, count=100, luck=(DATA,), changed=True)
    assert Question.loads(question.dumps()) == question and question.words.endswith(question.other)
    for text in ("", "{}", "[]", '{"experiment": 3}'):
        with pytest.raises(BadInput):
            Question.loads(text)


def test_a_circle_of_parents_ends():
    assert len(stacked([row("a", "other start", "b"), row("b", "other start", "a")])) in (1, 2)


def test_the_best_is_told_by_the_validation_part_else_it_is_seen_afterwards():
    test, validation = {f"{LOWEST}test.loss": 0.2}, {f"{LOWEST}validation.loss": 0.3}
    assert BEST[measured([row("a", **test)])] == "Lowest test loss,\nseen afterwards"
    both = [row("a", **test), row("b", **validation)]
    assert BEST[measured(both)].startswith("Best") and both[0].lowest("validation.loss") is None
    assert measured([]) == "test.loss" and both[1].lowest("validation.loss") == 0.3


def test_a_run_is_taken_out_as_three_files_that_others_read(tmp_path):
    session = Session(small(engine="eager", evaluate_every=5))
    session.advance(20)
    history = History()
    history.add(session.course.evaluations.take())
    files = export(tmp_path / "run-a.toml", session.snapshot(), history.at_rest())
    assert [file.name for file in files] == ["run-a.toml", "run-a.safetensors", "run-a.csv"]
    assert Experiment.load(files[0]) == session.experiment
    assert np.array_equal(weights.load(files[1]).parameters, session.vector())
    with files[2].open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [float(line["update"]) for line in table] == [0, 5, 10, 15, 20]
    assert float(table[-1]["train.loss"]) == session.last["train.loss"]
    assert len(export(tmp_path / "run-b", session.snapshot(), None)) == 2


def test_blocks_of_several_evaluations_tell_their_range():
    curves = Curves(2, 0, {"train.loss": np.array([[1.0, 3.0, 2.0]])}, {"train.loss": 3.0})
    assert header(curves) == ("train.loss", "train.loss (smallest)", "train.loss (largest)")
    assert list(rows(curves)) == [[2.0, 1.0, 3.0]]
