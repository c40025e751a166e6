"""An experiment whose file names no columns is taken in the window as the import and a run without a window take it."""

from __future__ import annotations

import pathlib

import pytest
from PySide6.QtGui import QGuiApplication

from core.command_line.guessed import with_guesses
from core.datasets.csv import Csv
from core.experiment import Experiment
from core.frames import RunState
from tests.building.places import CASES

TABLES = ["s10c_prices.csv", "s03b_thousands_en.csv", "s25b_wine_noheader.data"]


def file_of(name: str, path: pathlib.Path) -> pathlib.Path:
    """An experiment's file as a person writes it."""
    path.write_text(f'version = 1\nkind = "network"\n[data]\nkind = "csv"\npath = "{CASES / name}"\n')
    return path


def at_the_start(open_window, path):
    return open_window(str(path))


def opened_later(open_window, path):
    window = open_window()
    window.open(path)
    return window


def pasted(open_window, path):
    window = open_window()
    QGuiApplication.clipboard().setText(path.read_text())
    window.clipboard.paste()
    return window


@pytest.mark.parametrize(
    ("way", "name"), [*((opened_later, name) for name in TABLES), (at_the_start, TABLES[0]), (pasted, TABLES[0])]
)
def test_every_way_in_takes_the_one_guess(open_window, tmp_path, qtbot, way, name):
    path = file_of(name, tmp_path / "a.toml")
    headless = with_guesses(Experiment.load(path), "a.toml")
    room = way(open_window, path).network
    qtbot.waitUntil(lambda: room.store.experiment == headless, timeout=60_000)
    notice = room.notices.hint
    assert isinstance(headless.data, Csv) and not notice.isHidden() and not room.store.dirty
    target = next(column for column, role in headless.data.columns.items() if role == "target")
    assert notice.text.text() == (
        "No columns are named, so the target is guessed as when a table is imported: "
        f"{target!r}, {'classes' if headless.data.predicts == 'classes' else 'a number'}."
    )
    qtbot.waitUntil(lambda: room.lab.run.told == headless and room.lab.run.last is not None, timeout=60_000)
    assert room.lab.run.state is not RunState.failed
    assert room.store.undo_text == "The guess of the columns"


def test_where_the_columns_are_named_nothing_is_said(open_window, tmp_path, qtbot):
    path = file_of(TABLES[0], tmp_path / "a.toml")
    named = with_guesses(Experiment.load(path), "a.toml")
    named.save(path)
    room = open_window(str(path)).network
    qtbot.waitUntil(lambda: room.lab.runs.ready, timeout=60_000)
    assert not room.unnamed.busy and room.notices.hint.isHidden() and room.store.experiment == named


def test_what_a_person_has_chosen_meanwhile_stays(open_window, tmp_path, qtbot):
    room = open_window().network
    room.store.open(Experiment.load(file_of(TABLES[0], tmp_path / "a.toml")))
    assert room.unnamed.busy
    room.store.edits((("data.predicts", "values"),))
    qtbot.waitUntil(lambda: not room.unnamed.busy, timeout=60_000)
    assert room.store.experiment.data.unnamed and room.notices.hint.isHidden()
