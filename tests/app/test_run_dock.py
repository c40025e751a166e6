"""The dock Runs: a row for each run; a press shows it, and what is done to one can be undone."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.documents.intents import CallRun, CompareRun, ExportRun, OpenGathered, SeeRun, ShowRun
from app.look.theme import current
from app.network.gatherings import Gatherings
from app.shell.keys import belongs_to_focus
from app.strips import strip
from app.views.curves.view import LossView
from app.views.runs.view import RunsView
from core.experiment import Experiment
from core.history.journal import Event
from core.machine import folders
from core.runs.gathered import kept
from core.runs.listed import LOWEST, Row
from core.runs.run import Label
from core.runs.store import Entry, Figures, RunStore
from core.threads import commands
from core.training.session import Session
from tests.building.listening import Said
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
MANY = 1000


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


def row(number: int, name: str = "", *, shown: bool = False, words: str = "η 0.1 → 0.3", made: int = 60) -> Row:
    newest = {"test.loss": number / 10, "test.accuracy": 0.5, f"{LOWEST}test.loss": number / 20}
    figures = Figures(newest, 25, 1.5, words)
    entry = Entry(
        f"r{number}", "", 0, chr(ord("A") + number % 26), Label(name), made, figures, 0.0, 0.0, elsewhere=False
    )
    return Row(entry, shown=shown)


@pytest.fixture
def view(qtbot):
    made = RunsView()
    qtbot.addWidget(made)
    made.show_theme(current())
    made.resize(700, 300)
    made.show_experiment(Experiment())
    made.show()
    return made


def cells(view, place: int = 0) -> list[str]:
    model = view.model
    return [model.data(model.index(place, column)) for column in range(model.columnCount())]


def test_a_row_tells_name_updates_figures_parameters_and_seconds(view):
    view.show_rows((row(1, shown=True), row(2, "mine")))
    assert cells(view) == ["η 0.1 → 0.3", "60", "0.1", "50.0 %", "0.05", "25", "1.5", "", "–"]
    assert cells(view, 1)[0] == "mine"
    titles = [view.model.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert titles[4] == "Lowest test loss,\nseen afterwards" and titles[3] == "Accuracy"
    assert view.model.data(view.model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "Run B: η 0.1 → 0.3, 60 updates."
    made = time.time()
    entry = dataclasses.replace(row(1).entry, begun=made)
    view.show_rows((Row(entry),))
    when = f"today {time.strftime('%H:%M', time.localtime(made))}"
    assert cells(view)[8] == when and view.model.headerData(8, Qt.Orientation.Horizontal) == "Begun"
    tip = f"Run B: η 0.1 → 0.3, 60 updates, begun {when}."
    assert view.model.data(view.model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == tip
    view.show_rows((row(1, shown=True), row(2, "mine")))
    header, lines = view.numbers()
    assert header[:3] == ["Letter", "Run", "Updates"] and lines[1][:3] == ["C", "mine", 60]


def test_a_press_shows_a_run_and_its_menu_does_the_rest(view, monkeypatch, tmp_path):
    said = Said(view)
    view.show_rows((row(1, shown=True), row(2)))
    for place in (0, 1):
        spot = view.list.visualRect(view.model.index(place, 0)).center()
        QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert said.intents == [ShowRun("r2")], "the one that is shown is shown already"
    monkeypatch.setattr("app.views.saving.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "b.toml"), ""))
    menu = view.menu_of(row(2))
    entries = {action.text(): action for action in menu.actions() if action.text()}
    for name in ("Pin", "Export …", "Delete"):
        entries[name].trigger()
    view.list.setCurrentIndex(view.model.place_of("r1"))
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert said.intents.pop() == CallRun("r1", Label(deleted=True)), "whoever hears it says why not"
    assert said.intents[1:] == [
        CallRun("r2", Label(pinned=True)), ExportRun("r2", tmp_path / "b.toml"), CallRun("r2", Label(deleted=True)),
    ]  # fmt: skip
    menu.close()
    shown = view.menu_of(row(1, shown=True))
    assert [action.text() for action in shown.actions() if action.text() and not action.isEnabled()] == [
        "Show", "See its curve", "What differs", "Delete",
    ]  # fmt: skip
    shown.close()


def test_a_name_is_typed_in_its_place_and_nothing_moves_meanwhile(view, qtbot):
    said = Said(view)
    view.show_rows((row(1), row(2)))
    view.list.edit(view.model.place_of("r2"))
    field = view.list.viewport().findChild(QLineEdit)
    view.show_rows((row(3), row(1), row(2)))
    assert len(view.model.items) == 2
    field.setText("the good one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    until(qtbot, lambda: said.intents == [CallRun("r2", Label("the good one"))])
    assert not view.model.setData(view.model.index(0, 0), 3) and len(said.intents) == 1
    view.model.setData(view.model.index(0, 0), "η 0.1 → 0.3")
    assert len(said.intents) == 1, "its own words are no name"


def test_rows_are_sorted_by_a_figure_and_those_without_one_come_last(view):
    bare = Row(Entry("bare", "", 0, "Z", Label(), 60, Figures(words="x"), 0.0, 0.0, elsewhere=False))
    view.show_rows((row(2), bare, row(1), row(3)))
    view.list.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [cells(view, place)[2] for place in range(4)] == ["0.3", "0.2", "0.1", "–"]
    view.list.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [cells(view, place)[2] for place in range(4)] == ["0.1", "0.2", "0.3", "–"]


def test_other_starts_unfold_and_the_one_that_is_shown_is_never_hidden(view):
    starts = tuple(row(number, words="other start") for number in (1, 2))
    view.show_rows((*starts, row(5)))
    (stack,) = view.model.stacks()
    assert view.model.rowCount(stack) == 2 and not view.list.isExpanded(stack)
    assert view.model.data(stack) == "Other starts (2)" and view.model.row_at(stack) is None
    view.show_rows((starts[0], row(2, words="other start", shown=True), row(5)))
    assert view.list.isExpanded(view.model.stacks()[0])
    below = view.model.place_of("r2")
    assert view.model.row_at(below).entry.id == "r2" and view.model.parent(below) == view.model.stacks()[0]


def test_columns_have_room_for_the_bold_figures_of_the_run_that_is_shown(view):
    figures = Figures(
        {"test.loss": 0.00012345, "test.accuracy": 1.0, f"{LOWEST}test.loss": 0.00012344}, 999_999, 9999.9, "x"
    )
    entry = Entry("a", "", 0, "A", Label(), 9_999_999, figures, 0.0, 0.0, elsewhere=False)
    view.resize(900, 200)
    view.show_rows((Row(entry, shown=True),))
    for column in range(1, 7):
        needed = view.list.sizeHintForColumn(column)
        assert not view.list.isColumnHidden(column) and 0 < needed <= view.list.columnWidth(column), column


def test_columns_go_where_names_would_have_no_room(view):
    view.show_rows((row(1),))
    hidden = {820: [], 700: [8], 540: [5, 6, 8], 480: [4, 5, 6, 8], 400: [3, 4, 5, 6, 8]}
    for width, gone in hidden.items():
        view.resize(width, 200)
        assert [column for column in range(9) if view.list.isColumnHidden(column)] == gone, width


def test_a_long_name_has_room_before_less_important_figures_and_no_sign_stands_where_nothing_unfolds(view):
    view.resize(720, 200)
    view.show_rows((row(1),))
    assert not view.list.isColumnHidden(6) and not view.list.rootIsDecorated()
    view.show_rows((row(2, "a name as long as a person would like to give it"), row(1)))
    assert view.list.isColumnHidden(6) and view.list.columnWidth(0) > 300
    start = dataclasses.replace(row(3, words="other start").entry, parent="r1")
    view.show_rows((row(1), Row(start), Row(dataclasses.replace(start, id="r4"))))
    assert view.list.rootIsDecorated(), "two other starts unfold"


def test_a_thousand_rows_hold_the_window_up_for_no_time(view):
    rows = tuple(row(number) for number in range(MANY))
    view.show_rows(rows)
    costs = []
    for made in (61, 62, 63):
        newer = (row(0, made=made), *rows[1:])
        start = time.thread_time()
        view.show_rows(newer)
        costs.append(time.thread_time() - start)
    assert view.model.rowCount() == MANY and min(costs) < 0.05


@pytest.fixture
def room(open_window, qtbot, home):
    """The ring as run A after 60 updates, its other start as run B; the dock is open."""
    window = open_window()
    made = window.network
    lab = made.lab
    lab.shelf.open(folders.data())
    until(qtbot, lambda: lab.run.last is not None and lab.run.prepared is not None)
    lab.runs.begin(False)
    lab.runs.letters = frozenset()
    until(qtbot, lambda: lab.run.last is not None and lab.run.prepared is not None)
    learn(lab, qtbot, 60)
    window.actions_["show_runs"].trigger()
    until(qtbot, lambda: made.docks["runs"].seen)
    before = lab.run.number
    lab.new_start()
    until(qtbot, lambda: lab.run.number != before and lab.run.prepared is not None)
    learn(lab, qtbot, 70)
    return made


def learn(lab, qtbot, count):
    end = lab.run.last.updates + count
    lab.runs.send(commands.Step("update", count))
    until(qtbot, lambda: lab.run.last.updates == end and lab.run.letter != "")


def listed(room):
    rows = room.lab.run_list.rows()
    return [(each.entry.letter, each.name, each.entry.made, each.shown) for each in rows]


def test_the_runs_of_the_window_stand_in_the_dock_and_one_that_is_deleted_comes_back_by_undo(room, qtbot):
    lab, view = room.lab, room.views.of(RunsView)
    assert listed(room) == [("B", "other start", 70, True), ("A", "The ring", 60, False)]
    until(qtbot, lambda: len(view.model.items) == 2)
    first = next(run.run.id for run in lab.runs.held.values() if run.letter == "A")
    said = []
    lab.sentence.connect(said.append)
    lab.obey(CallRun(lab.run.run.id, Label(deleted=True)))
    assert said.pop().startswith("Run B is in the window") and len(listed(room)) == 2
    lab.obey(CallRun(first, Label("old", deleted=True)))
    until(qtbot, lambda: [letter for letter, *_ in listed(room)] == ["B"] and not lab.shelf.is_busy)
    assert said.pop() == "Run A is deleted; Undo brings it back."
    lab.undo()
    assert said.pop() == "Undone: Deleting run A."
    until(qtbot, lambda: len(listed(room)) == 2 and not lab.shelf.is_busy)
    lab.obey(ShowRun(first))
    until(qtbot, lambda: lab.run.letter == "A" and lab.run.prepared is not None)
    assert lab.run.run.made == 60 and listed(room)[1][3]
    until(qtbot, lambda: view.model.row_at(view.model.place_of(first)).shown)


def test_a_thumbnail_is_kept_of_the_run_that_is_seen(room, qtbot):
    lab = room.lab
    lab.shelf.keep()
    run = lab.run.run.id
    until(qtbot, lambda: lab.shelf.entry(run) is not None and run in lab.shelf.pictures.by_run)
    picture = lab.shelf.pictures.by_run[run]
    assert picture.shape == (30, 40, 3) and len(np.unique(picture.reshape(-1, 3), axis=0)) > 20
    with RunStore(folders.data()) as store:
        assert np.array_equal(store.pictures()[run], picture)
    view = room.views.of(RunsView)
    until(qtbot, lambda: view.model.place_of(run).isValid())
    until(qtbot, lambda: view.model.row_at(view.model.place_of(run)).picture is not None)
    sign = view.model.data(view.model.place_of(run), Qt.ItemDataRole.DecorationRole)
    assert not sign.isNull()


@pytest.mark.parametrize("seen", [True, False])
def test_a_thumbnail_is_the_field_of_the_main_picture_alone_at_the_newest_update(room, qtbot, seen):
    lab, run = room.lab, room.lab.run.run
    lab.shelf.pictures.by_run.clear()
    room.docks[room.layouts.place].setVisible(seen)  # or the weight space alone is looked at, say
    learn(lab, qtbot, 1500)
    lab.shelf.keep()
    until(qtbot, lambda: run.id in lab.shelf.pictures.by_run and not lab.shelf.is_busy)
    picture = lab.shelf.pictures.by_run[run.id]
    session = Session(run.experiment)
    session.advance(1570)
    large = np.asarray(strip.now(session, current()), dtype=float)
    small = large.reshape(30, 4, 40, 4, 3).mean(axis=(1, 3))
    assert picture.shape == (30, 40, 3) and abs(picture - small).mean() < 10
    until(qtbot, lambda: lab.shelf.entry(run.id) is not None)
    with RunStore(folders.data()) as store:
        assert np.array_equal(store.pictures()[run.id], picture)


def test_an_eye_draws_a_run_of_the_shelf_beside_the_one_that_is_shown_a_line_each(room, qtbot):
    lab, view, loss = room.lab, room.views.of(RunsView), room.views.of(LossView)
    first = next(run for run in lab.runs.held.values() if run.letter == "A")
    lab.shelf.keep()
    until(qtbot, lambda: lab.shelf.entry(first.run.id) is not None)
    lab.runs.drop(first.number)  # as the oldest of very many
    until(qtbot, lambda: not lab.shelf.is_busy and view.model.rowCount() == 2)
    assert not loss.company.runs and len(loss.ghost) > 0, "the eye is on for the last run only"
    place = view.model.place_of(first.run.id)
    spot = view.list.visualRect(view.model.index(place.row(), 7)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    until(qtbot, lambda: len(loss.company.runs) == 2)
    assert [run.letter for run in loss.company.runs] == ["B", "A"] and lab.run.letter == "B"
    xs, _ = loss.company.lines[1].getData()
    assert xs[-1] == 60 and [letter.toPlainText() for letter in loss.company.letters] == ["B", "A"]
    assert view.model.row_at(view.model.place_of(first.run.id)).seen
    lab.obey(ShowRun(first.run.id))
    until(qtbot, lambda: lab.run.letter == "A" and lab.run.prepared is not None)
    assert not loss.company.runs, "its line is there anyway"
    lab.obey(SeeRun(first.run.id, on=False))
    assert not lab.eyes.open
    said = []
    lab.sentence.connect(said.append)
    lab.eyes.open = tuple(map(str, range(7)))
    lab.obey(SeeRun(lab.run.run.id, on=True))
    assert said == ["Eight curves are seen: that is the most. Hide one first."] and len(lab.eyes.open) == 7


def test_what_differs_goes_from_the_run_that_is_shown_to_the_other(room, qtbot):
    lab, said = room.lab, []
    first = lab.run.run.id
    lab.new_start()
    until(qtbot, lambda: lab.run.number and lab.run.run is not None and lab.run.run.id != first)
    lab.edit("optimizer.lr", 0.3)
    lab.sentence.connect(said.append)
    lab.obey(CompareRun(first))
    until(qtbot, lambda: bool(said))
    assert "η 0.3 → 0.03" in said[-1] and said[-1].startswith("From run ")


def test_what_differs_names_what_a_hand_has_done_on_the_way(room, qtbot):
    lab, said = room.lab, []
    first, own = (next(run for run in lab.runs.held.values() if run.letter == letter) for letter in "AB")
    done = Event(30, "put", (("vector", (1.0,)), ("drag", False)))
    rate = Event(20, "live", (("optimizer.lr", 0.3),))
    for standing, events in ((first, (done,)), (own, (rate,))):
        lab.runs.held[standing.number] = dataclasses.replace(
            standing, run=dataclasses.replace(standing.run, events=events)
        )
    lab.sentence.connect(said.append)
    lab.obey(CompareRun(first.run.id))
    assert said == [
        "From run B to run A: other start. On the way, run B: η 0.03 → 0.3 at update 20; run A: weights set by hand at"
        " update 30."
    ]


def test_letters_are_commands_over_the_list(view):
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "f")
    assert not belongs_to_focus(press, view.list)
    down = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert belongs_to_focus(down, view.list)


def test_figures_of_players_have_a_column_too(view):
    view.show_experiment(Experiment.load(PRESETS / "gan-ring.toml"))
    view.show_rows((row(1),))
    assert len(cells(view)) == view.model.columnCount()


def test_what_differs_is_said_and_a_run_is_written_as_files(room, qtbot, tmp_path):
    lab = room.lab
    first = next(run.run.id for run in lab.runs.held.values() if run.letter == "A")
    said = []
    lab.sentence.connect(said.append)
    entry = next(each.entry for each in lab.run_list.rows() if each.entry.id == first)
    view = room.views.of(RunsView)
    menu = view.menu_of(Row(entry))
    next(action for action in menu.actions() if action.text() == "What differs").trigger()
    menu.close()
    assert said.pop() == "From run B to run A: other start."
    lab.obey(ExportRun(first, tmp_path / "mine.toml"))
    until(qtbot, lambda: bool(said))
    assert said.pop() == "Written: mine.toml, mine.safetensors and mine.csv."
    assert len(list(tmp_path.glob("mine.*"))) == 3


def press(view, id):
    spot = view.list.visualRect(view.model.place_of(id)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_twenty_starts_are_one_row_which_opens_their_sheet_again(room, qtbot):
    lab, view, sheet = room.lab, room.views.of(RunsView), room.starts.sheet
    room.actions_["starts"].trigger()
    sheet.ask.skip.click()
    until(qtbot, lambda: not sheet.working)
    (made,) = lab.gatherings.there.values()
    assert (made.words, made.count, made.updates) == ("20 starts of The ring · other weights and order", 20, 70)
    assert made.median == np.median([start.figure for start in sheet.found.starts])
    assert made.told == sheet.found.sentence
    sheet.shut()
    until(qtbot, lambda: view.model.place_of(made.id).isValid() and not lab.shelf.is_busy)
    assert view.model.rowCount() == 3, "no start has a row of its own"
    place = view.model.place_of(made.id).row()
    assert cells(view, place)[:2] == [made.words, "20 × 70"] and cells(view, place)[5:8] == ["–", "–", ""]
    assert made.told in view.model.data(view.model.index(place, 0), Qt.ItemDataRole.ToolTipRole)
    press(view, made.id)
    assert sheet.isVisible() and not sheet.working and not sheet.asking, "its results are there"
    sheet.shut()
    sheet.question = None  # as after a restart, when the file alone knows
    again = Gatherings(lab.shelf, lab)
    again.look()
    until(qtbot, lambda: again.there == lab.gatherings.there)
    press(view, made.id)
    until(qtbot, lambda: not sheet.working)
    assert sheet.sentence.text() == made.told and len(lab.gatherings.there) == 1
    sheet.shut()
    (made,) = lab.gatherings.there.values()
    view.list.setCurrentIndex(view.model.place_of(made.id))
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    until(qtbot, lambda: not view.model.place_of(made.id).isValid() and not lab.shelf.is_busy)
    with RunStore(folders.data()) as store:
        assert not kept(store.database)
    said = []
    lab.sentence.connect(said.append)
    lab.undo()
    until(qtbot, lambda: view.model.place_of(made.id).isValid() and not lab.shelf.is_busy)
    assert said == [f"Undone: Deleting “{made.words}”."] and lab.gatherings.there == {made.id: made}
    with RunStore(folders.data()) as store:
        assert kept(store.database) == (made,), "with the time at which it was made"
    lab.redo()
    until(qtbot, lambda: not view.model.place_of(made.id).isValid() and not lab.shelf.is_busy)


def test_a_study_is_one_row_which_opens_its_sheet_again(room, qtbot):
    lab, view, sheet = room.lab, room.views.of(RunsView), room.studies.sheet
    room.studies.open("optimizer.lr")
    sheet.first.show_axis("optimizer.lr", "0.1,0.3")
    sheet.terms.starts.choose("1")
    sheet.terms.updates.set_value(60)
    sheet.terms.go.click()
    until(qtbot, lambda: not sheet.working)
    (made,) = lab.gatherings.there.values()
    assert (made.words, made.count, made.updates) == ("Study: Learning rate η (2 values) · The ring", 2, 60)
    report = sheet.report
    assert made.median == report.best.figures[report.main].median and made.name == report.main
    assert sheet.sentence.text() in made.told
    sheet.shut()
    room.studies.open("seeds.weights")  # something else lies on the sheet
    assert sheet.report is None
    sheet.shut()
    until(qtbot, lambda: view.model.place_of(made.id).isValid())
    menu = view.menu_of(view.model.row_at(view.model.place_of(made.id)))
    assert [action.text() for action in menu.actions()] == ["Open", "Delete"]
    menu.actions()[0].trigger()
    menu.close()
    until(qtbot, lambda: sheet.report is not None and not sheet.working)
    assert sheet.isVisible() and sheet.report.kept == 2, "nothing is made once more"
    assert all(found.same(sheet.report.results[key]) for key, found in report.results.items())
    assert len(lab.gatherings.there) == 1
    damaged = dataclasses.replace(made, asked="{}")
    lab.gatherings.add(damaged)
    said = []
    lab.problem.connect(lambda *told: said.append(told))
    room.wiring.obey(OpenGathered(damaged.id))
    assert said == [("", "study: cannot be read", None)]
