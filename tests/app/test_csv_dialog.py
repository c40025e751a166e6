"""The import dialog: what is guessed is shown, everything can be corrected, what is wrong is said."""

from __future__ import annotations

import pytest

from app.panels.csv_import import CsvImportDialog
from core.data.preparation import prepare
from core.documents import edits
from core.experiment import Experiment

ROWS = "Name;Größe;Preis;Sorte;Gut\n" + "".join(
    f"Wein {i};{i},5;{'' if i % 7 == 0 else i * 3};{'rot' if i % 3 else 'weiß'};{'ja' if i % 2 else 'nein'}\n"
    for i in range(60)
)


@pytest.fixture
def opened(qtbot, tmp_path):
    """A function that opens the dialog on a text and waits until it has read it."""

    def open_text(text: str, encoding: str = "utf-8") -> CsvImportDialog:
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        dialog = CsvImportDialog(path, Experiment())
        qtbot.addWidget(dialog)
        dialog.said = []
        dialog.edits.connect(dialog.said.append)
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
    assert experiment.data.kind == "csv" and experiment.data.missing == "fill" and len(experiment.data.sha256) == 64
    assert experiment.inputs.scaling == "standardize"
    assert len(prepare(experiment).table.y) == 60


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
    dialog = CsvImportDialog(path, Experiment())
    qtbot.addWidget(dialog)
    dialog.reject()
    assert not dialog.busy
