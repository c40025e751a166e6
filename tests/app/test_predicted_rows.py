"""Predict: a row is typed as the person's own table writes it."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.documents.view_state import ViewState
from app.views.predict.forward_pass import answer_words, lines
from app.views.predict.view import PredictView
from core.experiment import Experiment
from core.families import Entry
from core.frames import Frame
from tests.building.listening import Said
from tests.building.places import CASES
from tests.building.view_frames import shown

TIERS = CASES / "s03_percent.csv"
VISITORS = CASES / "s03b_thousands_en.csv"


def of_a_table(qtbot, path: pathlib.Path, **roles: str) -> PredictView:
    data = {"kind": "csv", "path": str(path), "columns": roles, "predicts": "classes"}
    return shown(qtbot, PredictView(), Experiment.parse({"data": data}))


def typed_into(cell, text: str) -> None:
    cell.setText("")
    QTest.keyClicks(cell, text)
    QTest.keyClick(cell, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "number", "shown_as"),
    [("3,270", 3270.0, "3270"), ("39,021,501", 39021501.0, "39021501"), ("$5.69", 5.69, "5.69"), ("45%", 45.0, "45"), ("0,5", 0.5, "0.5")],
)  # fmt: skip
def test_a_typed_number_is_what_it_is_in_the_file(qtbot, text, number, shown_as):
    view = of_a_table(qtbot, VISITORS, visitors="input", price="input", sold="target")
    said = Said(view)
    typed_into(view.entry.cells[0], text)
    assert said.intents[-1].row[0] == number and view.entry.cells[0].text() == shown_as
    assert not view.entry.problem.isVisible()


def test_what_is_no_number_is_named_below_the_row(qtbot):
    view = of_a_table(qtbot, VISITORS, visitors="input", price="input", sold="target")
    typed_into(view.entry.cells[1], "dear")
    assert view.entry.problem.text() == "price: “dear” is not a number." and view.entry.problem.isVisible()
    typed_into(view.entry.cells[1], "$3")
    assert not view.entry.problem.isVisible()


def test_a_word_is_chosen_and_the_row_can_exist(qtbot):
    """Typed were a 0 or 1 for each word, and a row began with zeros alone."""
    roles = {"Region": "category", "City Tier": "category", "Lost Sales": "input", "Gender": "target"}
    view = of_a_table(qtbot, TIERS, **roles)
    region, tier, sales = view.entry.cells
    assert [option.key for option in tier.options()] == ["Newly Tier1", "Tier 1", "Tier 2"]
    assert sum(view.entry.row()[1:4]) == 1  # a typical row has a tier
    said = Said(view)
    for cell, word in ((tier, "Tier 1"), (region, "North")):
        cell.setCurrentText(word)
        cell.activated.emit(cell.currentIndex())
    assert said.intents[-1].row == (0.0, 0.0, 1.0, 0.0, sales.value())
    view.show_view(ViewState(row=(1.0, 0.0, 0.0, 1.0, 2e7)))
    assert (region.value(), tier.value(), sales.text()) == ("South", "Tier 2", "20000000")


def test_the_way_through_the_network_begins_with_the_row_as_it_is_written():
    entries = (Entry("Region", ("North", "South")), Entry("Sales", decimal="."))
    arrays = {"x": np.array([1.0, 39021501.0]), "inputs": np.zeros(2), "answer": np.array([90513346.4])}
    info = {"columns": ("Region = South", "Sales"), "features": ("a", "b"), "layers": (), "classes": (), "known": False}
    frame = Frame(1, 1, None, arrays, info | {"target": "Benchmark"})
    assert lines(frame, entries)[0] == ("Your row", "Region = South, Sales = 39,021,501")
    assert answer_words(frame) == "Your row: Benchmark 90,513,346"


def test_a_row_of_other_data_is_not_shown_in_the_fields(qtbot, tmp_path):
    """It was typed while the fields of the old data still stood there."""
    for name, columns in (("two", "a,b,price"), ("four", "a,b,c,d,price")):
        rows = [",".join(str(row + place) for place in range(columns.count(",") + 1)) for row in range(8)]
        (tmp_path / f"{name}.csv").write_text("\n".join([columns, *rows]))
    inputs = {"a": "input", "b": "input"}
    view = of_a_table(qtbot, tmp_path / "two.csv", price="target", **inputs)
    own = (1.0, 2.0)
    view.show_view(ViewState(row=own))
    assert view.entry.row() == own and view.requests()["predicted"].row == own
    other = of_a_table(qtbot, tmp_path / "four.csv", price="target", **inputs, c="input", d="input")
    view.show_experiment(other.experiment, other.prepared)
    typical = view.entry.row()
    assert len(typical) == 4 and view.requests()["predicted"].row == typical
