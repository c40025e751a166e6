"""The import dialog: what is guessed is shown, everything can be corrected, what is wrong is said."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.documents.experiment_store import Store
from app.forms.form import Form
from app.panels.csv_import import CsvImportDialog
from core.command_line.guessed import with_guesses
from core.data.preparation import prepare
from core.datasets.csv import Csv
from core.datasets.own_pictures import OwnImages
from core.documents import edits
from core.experiment import Experiment
from core.experiment.plain import Extra
from core.importance.columns import columns_of
from tests.building import passengers
from tests.building.places import CASES

ROWS = "Name;Größe;Preis;Sorte;Gut\n" + "".join(
    f"Wein {i};{i},5;{'' if i % 7 == 0 else i * 3};{'rot' if i % 3 else 'weiß'};{'ja' if i % 2 else 'nein'}\n"
    for i in range(60)
)


class Heard(CsvImportDialog):
    """Remembers what it has said."""

    def __init__(self, path, before=()) -> None:
        super().__init__(path, before)
        self.said: list = []
        self.edits.connect(lambda pairs, plain: self.said.append(pairs))


@pytest.fixture
def opened(qtbot, tmp_path):
    """A function that opens the dialog on a text and waits until it has read it."""

    def open_text(text: str, encoding: str = "utf-8", before: tuple[Extra, ...] = ()) -> Heard:
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        dialog = Heard(path, before)
        qtbot.addWidget(dialog)
        wait(qtbot, dialog)
        return dialog

    return open_text


def wait(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10_000)


def choose(box, value):
    box.setCurrentIndex([box.itemData(index) for index in range(box.count())].index(value))
    box.activated.emit(box.currentIndex())


def test_the_detection_is_shown(opened):
    dialog = opened(ROWS, "cp1252")
    assert (
        dialog.delimiter.currentData(),
        dialog.decimal.currentData(),
        dialog.encoding.currentData(),
        dialog.header.currentData(),
    ) == (
        ";",
        ",",
        "cp1252",
        True,
    )
    assert dialog.columns.roles() == {
        "Name": "ignore",
        "Größe": "input",
        "Preis": "input",
        "Sorte": "category",
        "Gut": "target",
    }
    assert dialog.predicts.currentData() == "classes"
    assert "60 rows" in dialog.outcome.text() and "2 classes" in dialog.outcome.text()
    assert "9 rows have a gap" in dialog.gaps.text()


def test_accepting_gives_edits_that_make_a_run(opened):
    dialog = opened(ROWS)
    dialog.accept()
    (changes,) = dialog.said
    experiment = edits.replace_all(Experiment(), changes)
    assert isinstance(experiment.data, Csv)
    assert experiment.data.missing == "fill" and len(experiment.data.sha256) == 64
    assert experiment.inputs.scaling == "standardize"
    assert len(prepare(experiment).table.y) == 60


def test_what_was_set_for_other_data_is_told_and_may_stay(opened):
    """The list of passengers was learned with the dropout, the penalty and the early end of the card before."""
    assert opened(ROWS).plain.isHidden()
    dialog = opened(ROWS, before=(Extra("stop.patience", 0, "early stopping (patience 10)"),))
    assert dialog.plain.isVisibleTo(dialog) and dialog.plain.wanted
    assert dialog.plain.words.text() == "Without what was set before: early stopping (patience 10)."
    dialog.plain.tick.click()
    assert dialog.plain.words.text() == "Kept from before: early stopping (patience 10)." and not dialog.plain.wanted


def test_a_corrected_delimiter_is_read_anew(opened, qtbot):
    dialog = opened(ROWS)
    choose(dialog.delimiter, ",")
    wait(qtbot, dialog)
    assert "only one column" in dialog.outcome.text() and "delimiter" in dialog.outcome.text()
    assert dialog.columns.rowCount() == 0 and not dialog.ok.isEnabled()
    choose(dialog.delimiter, ";")
    wait(qtbot, dialog)
    assert dialog.ok.isEnabled() and dialog.columns.rowCount() == 5


def test_roles_are_corrected_and_only_one_is_the_target(opened, qtbot):
    dialog = opened(ROWS)
    dialog.columns.set_role("Größe", "target")
    assert dialog.columns.roles()["Gut"] == "category"
    choose(dialog.predicts, "values")
    wait(qtbot, dialog)
    assert "a number from 0.5 to 59.5" in dialog.outcome.text()


FILMS = "minutes,songs,comedy,drama,score,genre\n" + "".join(
    f"{80 + i * 7 % 60},{i * 5 % 9},{('no', 'yes')[i % 3 > 0]},{int(i % 2)},{i % 17}.5,{('war', 'love', 'crime')[i % 3]}\n"
    for i in range(60)
)


def asked(dialog) -> dict[str, str]:
    return {name: role for name, role in dialog.columns.roles().items() if role in ("target", "answer")}


def test_columns_of_yes_and_no_are_answered_together(opened, qtbot):
    dialog = opened(FILMS)
    assert asked(dialog) == {"genre": "target"} and dialog.predicts.isEnabled()
    dialog.columns.set_role("drama", "target")
    dialog.columns.set_role("comedy", "answer")
    assert asked(dialog) == {"comedy": "answer", "drama": "answer"}
    wait(qtbot, dialog)
    assert dialog.outcome.text().startswith(
        "60 rows, 6 inputs; 2 answers of yes or no: comedy (yes in 67 %), drama (yes in 50 %)."
    )
    assert dialog.predicts.currentText() == "answer yes or no" and not dialog.predicts.isEnabled()
    dialog.accept()
    (changes,) = dialog.said
    experiment = edits.replace_all(Experiment(), changes)
    assert (experiment.task.kind, experiment.loss.kind) == ("answers", "binary_cross_entropies")
    assert prepare(experiment).table.answers == ("comedy", "drama")


def test_a_table_with_answers_is_one_step_to_undo(opened, qtbot):
    store = Store(Experiment())
    before = store.experiment
    dialog = opened(FILMS)
    dialog.columns.set_role("drama", "target")
    dialog.columns.set_role("comedy", "answer")
    wait(qtbot, dialog)
    dialog.edits.connect(store.edits)
    dialog.accept()
    taken = store.experiment
    assert (taken.task.kind, taken.loss.kind) == ("answers", "binary_cross_entropies")
    store.undo()
    assert store.experiment == before
    store.redo()
    assert store.experiment == taken


@pytest.mark.parametrize(("role", "offered"), [("ignore", True), ("answer", False)])
def test_of_several_answers_the_drawer_offers_no_other_task(qtbot, role, offered):
    form = Form("data.")
    qtbot.addWidget(form)
    asked = {"b": "answer" if role == "answer" else "target", "c": role}
    form.show_model(Csv.model_validate({"columns": {"a": "input"} | asked}))
    row = form.row("data.predicts")
    assert row is not None and row.isVisibleTo(form) is offered


def test_an_answer_that_is_left_alone_is_the_target_and_a_target_takes_the_others_place(opened, qtbot):
    dialog = opened(FILMS)
    dialog.columns.set_role("genre", "category")
    dialog.columns.set_role("comedy", "answer")
    assert asked(dialog) == {"comedy": "target"}
    dialog.columns.set_role("drama", "answer")
    dialog.columns.set_role("comedy", "ignore")
    assert asked(dialog) == {"drama": "target"}
    wait(qtbot, dialog)
    assert [dialog.predicts.itemText(place) for place in range(dialog.predicts.count())] == [
        "tell classes apart",
        "predict a value",
    ]
    dialog.columns.set_role("comedy", "answer")
    dialog.columns.set_role("score", "target")
    assert asked(dialog) == {"score": "target"} and dialog.columns.roles()["comedy"] == "category"
    assert dialog.columns.roles()["drama"] == "input"
    wait(qtbot, dialog)
    assert dialog.data().predicts == "values"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("genre", "genre: holds 3 different values ('crime', 'love', 'war'), no yes and no."),
        ("score", "score: holds numbers, no yes and no."),
    ],
)
def test_a_mix_is_refused_with_what_to_do(opened, qtbot, target, said):
    dialog = opened(FILMS)
    dialog.columns.set_role(target, "target")
    dialog.columns.set_role("drama", "answer")
    wait(qtbot, dialog)
    assert dialog.outcome.text().startswith(said) and not dialog.ok.isEnabled()
    assert dialog.outcome.text().endswith("ask for this one alone, as the target")


def test_a_column_that_gives_the_answer_away_is_warned_of(opened, qtbot):
    people = passengers.passengers(120, 46, {"age": 24, "cabin": 92})
    dialog = opened(passengers.as_text(passengers.taught(people)))
    assert "alive (says the same as survived)" in dialog.outcome.text() and dialog.warning.isHidden()
    dialog.columns.set_role("alive", "category")
    wait(qtbot, dialog)
    assert dialog.warning.text().startswith("alive alone tells survived in 100 % of the rows") and dialog.ok.isEnabled()
    assert dialog.warning.isVisibleTo(dialog) and "alive" not in dialog.outcome.text()
    dialog.columns.set_role("alive", "ignore")
    wait(qtbot, dialog)
    assert dialog.warning.isHidden()


def test_a_target_that_only_its_place_tells_is_said_to_be_a_guess(opened):
    """The part of a contest's list that has no answers is none of survivors."""
    people = passengers.passengers(60, 20, {"age": 12})
    whole = passengers.detailed(people)
    guessed = "The target is guessed by its place: Embarked, the last column that can be one."
    assert guessed in opened(passengers.as_text([(row[0], *row[2:]) for row in whole])).notes.text()
    assert "guessed by its place" not in opened(passengers.as_text(whole)).notes.text()


def test_dropping_says_how_many(opened):
    dialog = opened(ROWS)
    choose(dialog.missing, "drop")
    assert dialog.gaps.text() == "9 rows have a gap and are dropped."
    assert dialog.data().missing == "drop"


def test_a_wrong_choice_is_said_and_cannot_be_accepted(opened, qtbot):
    dialog = opened(ROWS)
    dialog.columns.set_role("Name", "input")
    wait(qtbot, dialog)
    assert "not a number" in dialog.outcome.text() and not dialog.ok.isEnabled()
    dialog.accept()
    assert dialog.said == []


@pytest.mark.parametrize(
    ("text", "reason"), [("   \n", "empty"), ("a\n1\n2\n", "only one column"), ("a,b\n", "no rows")]
)
def test_a_useless_file_is_said(opened, text, reason):
    dialog = opened(text)
    assert reason in dialog.outcome.text() and not dialog.ok.isEnabled()


def test_closing_in_the_middle_of_reading(qtbot, tmp_path):
    path = tmp_path / "large.csv"
    path.write_text("x,y\n" + "1,2\n3,4\n" * 50_000)
    dialog = CsvImportDialog(path, ())
    qtbot.addWidget(dialog)
    dialog.reject()
    assert not dialog.busy


def test_another_target_asks_the_task_anew(opened, qtbot):
    dialog = opened((CASES / "s25_class_middle.csv").read_text())
    assert dialog.predicts.currentData() == "values"
    for target, task in (("cover", "classes"), ("slope", "values"), ("cover", "classes")):
        dialog.columns.set_role(target, "target")
        wait(qtbot, dialog)
        assert dialog.predicts.currentData() == task
    choose(dialog.predicts, "values")
    wait(qtbot, dialog)
    dialog.columns.set_role("h", "ignore")
    wait(qtbot, dialog)
    assert dialog.data().predicts == "values", "what a person chose stays until the target is another"


def test_what_was_tried_stands_beside_each_delimiter(opened):
    dialog = opened((CASES / "s24_coords.csv").read_text())
    assert dialog.delimiter.currentText() == "comma  ,   4 columns"
    assert dialog.delimiter.itemText(dialog.delimiter.findData(";")) == "semicolon  ;   uneven"


def test_what_counts_as_missing_is_a_box(opened, qtbot):
    dialog = opened((CASES / "s04b_na_category.csv").read_text())
    assert "“NA” stands in 44 of 120 rows" in dialog.notes.text() and "No value" in dialog.gaps.text()
    dialog.columns.set_role("size", "ignore")
    dialog.gap_words.setText("na")
    dialog.gap_words.editingFinished.emit()
    wait(qtbot, dialog)
    assert "44 rows have a gap" in dialog.gaps.text() and "taken as a value" not in dialog.notes.text()
    assert dialog.columns.roles()["size"] == "ignore", "the columns are the same, so what was chosen for them stays"
    dialog.accept()
    (changes,) = dialog.said
    data = edits.replace_all(Experiment(), changes).data
    assert (
        isinstance(data, Csv) and data.counts_as_missing == "na" and np.isnan(data.table(1).x).any(axis=1).sum() == 44
    )


def test_lines_above_the_table_are_shown_and_can_be_corrected(opened, qtbot):
    dialog = opened((CASES / "s07b_title.csv").read_text())
    assert dialog.skip.value() == 2 and dialog.ok.isEnabled()
    dialog.skip.setValue(0)
    wait(qtbot, dialog)
    assert "only one column" in dialog.outcome.text()
    dialog.skip.setValue(2)
    wait(qtbot, dialog)
    assert dialog.ok.isEnabled() and dialog.data().skip == 2


def test_what_is_left_out_is_said_with_the_reason(opened):
    visitors = (CASES / "s03b_thousands_en.csv").read_text()
    assert "Left out: day (only numbers the rows)." in opened(visitors).outcome.text()
    remarks = "note,size,kind\n" + "\n".join(f"it is no. {n},{n % 7}.5,{'ab'[n % 2]}" for n in range(12))
    assert "Left out: note (is another text in every row)." in opened(remarks).outcome.text()
    whole = "size,kind\n" + "\n".join(f"{n % 7}.5,{'ab'[n % 2]}" for n in range(12))
    assert "Left out" not in opened(whole).outcome.text()


def test_the_well_known_list_of_passengers(opened):
    """Names with commas, ages and cabins that are missing, a class that is written as a number."""
    dialog = opened((CASES / "t14_titanic.csv").read_text(encoding="utf-8"))
    assert dialog.outcome.text() == (
        "132 rows, 11 inputs; Survived is one of 2 classes: 0 (67 %), 1 (33 %). Left out: PassengerId (only numbers the rows), Name "
        "(is another text in every row), Ticket (is free text), Cabin (is mostly empty: 79 %). Taken as a choice: "
        "Pclass (1, 2, 3 are names there, no amounts)."
    )
    assert dialog.gaps.text().startswith("64 rows have a gap; gaps are filled")
    dialog.accept()
    (changes,) = dialog.said
    experiment = edits.replace_all(Experiment(), changes)
    prepared = prepare(experiment)
    assert prepared.table.target == "Survived" and not np.isnan(prepared.x).any()
    columns = {column.name: len(column.places) for column in columns_of(prepared)}
    assert columns == {"Pclass": 3, "Sex": 1, "Age": 1, "SibSp": 1, "Parch": 1, "Fare": 1, "Embarked": 3}


def test_what_is_taken_as_an_amount_is_no_choice_any_more(opened, qtbot):
    dialog = opened((CASES / "t14_titanic.csv").read_text(encoding="utf-8"))
    dialog.columns.set_role("Pclass", "input")
    dialog.columns.set_role("Cabin", "category")
    wait(qtbot, dialog)
    assert "Taken as a choice" not in dialog.outcome.text() and "Cabin" not in dialog.outcome.text()


def test_every_role_is_seen_in_the_list(opened, qtbot):
    """The last one was cut in half where the box was pressed with the mouse."""
    dialog = opened((CASES / "s03b_thousands_en.csv").read_text())
    dialog.show()
    box = dialog.columns.cellWidget(3, 4)
    QTest.mousePress(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().verticalScrollBar().maximum() == 0
    last = box.view().visualRect(box.model().index(box.count() - 1, 0))
    assert box.view().viewport().rect().contains(last)
    box.hidePopup()


def test_copies_of_rows_are_said_before_they_are_used(opened):
    assert "270 of 300" in opened((CASES / "s23_duplicates.csv").read_text()).outcome.text()


@pytest.mark.parametrize("headed", [True, False])
def test_rows_that_are_pictures_are_offered_as_such(opened, headed):
    """Their corners are black in all of them, as those of handwritten digits are."""
    chance = np.random.default_rng(1)
    pixels = chance.integers(0, 256, (30, 28, 28))
    pixels[:, :3] = pixels[:, -3:] = 0
    head = [",".join(["label", *(f"pixel{place}" for place in range(784))])] if headed else []
    rows = [",".join(map(str, [row % 3, *pixels[row].ravel()])) for row in range(30)]
    dialog = opened("\n".join([*head, *rows]))
    assert dialog.as_pictures.isVisibleTo(dialog) and "28 × 28" in dialog.as_pictures.text()
    taken = []
    dialog.pictures.connect(taken.append)
    dialog.as_pictures.click()
    assert taken == [dialog.path]
    found = OwnImages(path=str(dialog.path)).table(1)
    assert found.shape == (1, 28, 28) and found.classes == ("0", "1", "2")
    np.testing.assert_allclose(found.x * 255, pixels.reshape(30, -1))


@pytest.mark.parametrize("name", ["s23_duplicates.csv", "s05c_glass_noheader.csv"])
def test_rows_that_are_no_pictures_are_not(opened, name):
    assert not (dialog := opened((CASES / name).read_text())).as_pictures.isVisibleTo(dialog)


def test_boxes_are_made_for_the_columns_in_sight(opened):
    names = [f"a{place}" for place in range(900)]
    rows = [",".join(f"{place * row % 7}.5" for place in range(900)) for row in range(9)]
    dialog = opened("\n".join([",".join(names), *rows]))
    assert len(dialog.columns.roles()) == 900 and len(dialog.columns.findChildren(QComboBox)) < 60
    dialog.columns.set_role("a700", "target")
    assert dialog.columns.roles()["a700"] == "target" and dialog.columns.roles()["a899"] == "input"
    assert dialog.preview.model().columnCount() == 60
    assert type(dialog.preview.model()) is QStandardItemModel, "while a table is read nobody asks Python for each cell"


@pytest.mark.parametrize(("factor", "large"), [(1, False), (1000, True)])
def test_large_values_are_standardized_and_it_is_said(opened, factor, large):
    dialog = opened("a,b,price\n" + "".join(f"{i}.5,{i % 3},{(i * 7 % 11 + 0.5) * factor / 4}\n" for i in range(40)))
    assert ("standardized for learning" in dialog.outcome.text()) is large
    dialog.accept()
    (changes,) = dialog.said
    assert (edits.replace_all(Experiment(), changes).output.targets == "standardize") is large


def test_the_sheet_of_a_workbook_can_be_chosen(qtbot, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "first"
    for sheet, target in ((book.active, "a"), (book.create_sheet("second"), "b")):
        sheet.append(["size", target])
        for number in range(8):
            sheet.append([number, "uv"[number % 2]])
    book.save(tmp_path / "two.xlsx")
    dialog = CsvImportDialog(tmp_path / "two.xlsx", ())
    qtbot.addWidget(dialog)
    wait(qtbot, dialog)
    assert [dialog.sheet.itemText(place) for place in range(dialog.sheet.count())] == ["first", "second"]
    assert dialog.sheet.currentData() == "first" and "Read is the sheet “first”, not “second”." in dialog.notes.text()
    choose(dialog.sheet, "second")
    wait(qtbot, dialog)
    assert dialog.data().sheet == "second" and dialog.data().columns["b"] == "target"
    assert dialog.data().table(1).target == "b" and "“second”, not “first”" in dialog.notes.text()


def test_a_text_has_no_box_for_sheets(opened):
    dialog = opened(ROWS)
    assert not dialog.sheet.isVisibleTo(dialog) and dialog.data().sheet == ""


@pytest.mark.parametrize(
    "name", ["s25b_wine_noheader.data", "s25_class_middle.csv", "s29_sheets_de.csv", "s07b_title.csv"]
)
def test_without_a_window_a_table_is_taken_as_the_dialog_proposes(qtbot, name):
    dialog = CsvImportDialog(CASES / name, ())
    qtbot.addWidget(dialog)
    wait(qtbot, dialog)
    headless = with_guesses(Experiment.parse({"data": {"kind": "csv", "path": str(CASES / name)}}), "a.toml").data
    assert headless.model_dump(exclude={"sha256"}) == dialog.data().model_dump(exclude={"sha256"})
