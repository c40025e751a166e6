"""The sheet Study: what it makes are the command's numbers, a press on a cell shows its runs, a run becomes the run in
the window."""

from __future__ import annotations

import json
import sys
import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

import main as entry
from app.documents.intents import VARY, Vary
from app.network import pins
from app.network.taken import changes
from app.studies.asked import GRID, SEARCH, Asked
from app.studies.axis_field import AxisField
from app.studies.sheet import StudySheet
from app.studies.telling import luck_words, progress_words
from core.documents.edits import replace_all
from core.messages import number_words
from core.runs.many import one
from core.studies.figures import EFFORT, LOSS, SCORE
from core.studies.ready import BATCH, RATE, SIZE
from core.studies.study import Study
from core.studies.work import News
from tests.building.experiments import small
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
LIMIT = 60_000
RATES = "0.1,0.3,1e6"


@pytest.fixture
def sheet(qtbot):
    """Over an empty room, of a small network."""
    room = QWidget()
    room.resize(1280, 760)
    qtbot.addWidget(room)
    room.show()
    sheet = StudySheet(room)
    sheet.open(small(), 20)
    yield sheet
    assert sheet.end(30)


def ask(sheet, first, values, second="", others="", starts="1"):
    sheet.first.show_axis(first, values)
    sheet.second.show_axis(second, others)
    sheet.terms.starts.choose(starts)


def made(sheet, qtbot):
    sheet.terms.go.click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    return sheet.report


def test_runs_can_be_made_as_soon_as_something_is_asked(sheet):
    go = sheet.terms.go
    assert not go.isEnabled() and go.toolTip() == "Choose a setting and its values first"
    ask(sheet, "optimizer.lr", RATES)
    assert go.isEnabled() and go.toolTip() == ""
    ask(sheet, "", "")
    assert not go.isEnabled()
    sheet.first.choose("optimizer.lr")
    assert go.isEnabled()


# The runs


def test_its_numbers_are_those_of_the_command_and_of_run(sheet, qtbot, tmp_path, capsys):
    ask(sheet, "optimizer.lr", RATES, starts="5")
    report = made(sheet, qtbot)
    file = tmp_path / "small.toml"
    small().save(file)
    typed = [
        "--vary",
        f"optimizer.lr={RATES}",
        "--starts",
        "5",
        "--updates",
        "20",
        "--storage",
        str(tmp_path / "s.sqlite"),
    ]
    entry.main(["study", str(file), *typed, "--json"])
    told = {each["key"]: each["figures"] for each in json.loads(capsys.readouterr().out)["results"]}
    assert told.keys() == report.results.keys() and len(told) == 15
    for key, result in report.results.items():
        for name in ("train.loss", "test.loss", "test.accuracy", "updates"):
            mine, other = result.figures[name], told[key][name]
            assert mine == other or (other is None and not np.isfinite(mine))
    entry.main(
        [
            "run",
            str(file),
            "--updates",
            "20",
            "--seed",
            "3",
            "--set",
            "seeds.data=1",
            "--set",
            "optimizer.lr=0.3",
            "--json",
        ]
    )
    single = json.loads(capsys.readouterr().out)
    planned = next(each for each in report.planned if each.trial.cell == 1 and each.trial.start == 3)
    assert report.results[planned.key].figures["test.loss"] == single["test"]["loss"]


def test_what_was_made_is_not_made_again_and_more_starts_add_to_it(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1,0.3")
    assert made(sheet, qtbot).kept == 0
    assert made(sheet, qtbot).kept == 2
    sheet.terms.starts.choose("5")
    report = made(sheet, qtbot)
    assert (report.kept, len(report.results)) == (2, 10) and sheet.terms.progress.text() == "10 runs"


def test_a_study_that_is_stopped_goes_on_where_it_was(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.001..0.01:200", starts="20")
    sheet.terms.updates.set_value(2000)
    sheet.terms.go.click()
    qtbot.waitUntil(lambda: sheet.report is not None and " left" in sheet.terms.progress.text(), timeout=LIMIT)
    sheet.terms.halt.click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    first = len(sheet.report.results)
    assert 0 < first < 4000 and sheet.terms.progress.text().startswith("Stopped: ")
    assert sheet.terms.go.text() == "Go on" and sheet.terms.go.isVisible() and not sheet.terms.halt.isVisible()
    sheet.terms.go.click()
    qtbot.waitUntil(lambda: sheet.report.kept == first, timeout=LIMIT)


def test_who_shuts_the_sheet_ends_its_threads(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.001..0.01:100", starts="20")
    sheet.terms.updates.set_value(100_000)
    sheet.terms.go.click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and not sheet.working
    qtbot.waitUntil(lambda: not any(each.name == "study" for each in threading.enumerate()), timeout=LIMIT)


def test_settings_that_cannot_be_are_a_sentence_and_nothing_is_made(sheet, qtbot):
    ask(sheet, "layers.h1.units", "4,-1")
    assert made(sheet, qtbot) is None
    assert "units" in sheet.terms.progress.text() and sheet.terms.go.isVisible()


# What is asked


def test_a_setting_brings_values_and_a_whole_one_may_be_typed(qtbot):
    field = AxisField("Vary", "Vary")
    qtbot.addWidget(field)
    field.show_experiment(small())
    assert field.axis is None and not field.problem
    field.choose("optimizer.lr")
    assert field.axis is not None and field.axis.log and field.told.text().startswith("9 values: ")
    field.values.setText("optimizer.momentum=0..0.8:5")
    field.values.setModified(True)
    field.values.editingFinished.emit()
    assert field.axis is not None and field.axis.path == "optimizer.momentum" and field.values.text() == "0..0.8:5"
    field.values.setText("0.1..")
    assert field.axis is None and "without an end" in field.problem


def test_ready_studies_are_one_click_and_lists_have_their_cells(sheet, qtbot):
    sheet.head.ready[SIZE].click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    report = sheet.report
    assert [axis.path for axis in report.study.axes] == ["layers.count", "layers.*.units"] and len(report.cells) == 16
    assert sheet.pictures.currentWidget() is sheet.heat and sheet.multiples.drawn == frozenset(range(16))
    sheet.head.ready[BATCH].click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    assert sheet.terms.about.value() == EFFORT and sheet.report.names == ("seconds",)
    assert sheet.pictures.currentWidget() is sheet.curve and sheet.report.study.axes[0].path == "batch_size"


def test_other_settings_take_away_what_is_of_others(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1,0.3")
    made(sheet, qtbot)
    sheet.first.choose("batch_size")
    assert sheet.report is None and not sheet.multiples.drawn and sheet.pages.currentWidget() is sheet.empty


# What is seen


def test_the_figures_are_chosen_afterwards(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1,0.3")
    sheet.terms.about.choose(LOSS)
    assert made(sheet, qtbot).names == ("train.loss", "test.loss")
    assert (
        "Lowest test loss, seen afterwards" in sheet.sentence.text()
        and "%" not in sheet.sentence.text().partition(".")[0]
    )
    sheet.terms.about.choose(SCORE)
    assert sheet.report.names == ("train.accuracy", "test.accuracy")
    assert "Highest test accuracy, seen afterwards: median" in sheet.sentence.text()


def test_with_a_validation_part_the_best_is_chosen_by_it(sheet, qtbot):
    sheet.open(small(validation_share=0.3), 20)
    ask(sheet, "optimizer.lr", "0.1,0.3")
    made(sheet, qtbot)
    assert sheet.sentence.text().startswith("Best by the validation part: median validation.loss ")


def test_rates_have_their_stable_range_in_words(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1..1:log:3")
    sheet.terms.updates.set_value(300)
    made(sheet, qtbot)
    assert (
        "Stable from η = 0.1 to " in sheet.sentence.text()
        and "the one start ends below the best constant answer, 0.693" in sheet.sentence.text()
    )
    ask(sheet, "optimizer.momentum", "0.1,0.2")
    made(sheet, qtbot)
    assert "Stable" not in sheet.sentence.text()


def test_a_pressed_cell_shows_its_runs_in_all_pictures(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1,0.3", "layers.h1.units", "2,3,4", starts="5")
    report = made(sheet, qtbot)
    spot = sheet.heat.place_of(4).center().toPoint()
    QTest.mouseClick(sheet.heat, Qt.MouseButton.LeftButton, pos=spot)
    assert sheet.heat.chosen == sheet.multiples.chosen == 4 and len(sheet.runs.buttons) == 5
    assert sheet.runs.words.text() == "Learning rate η 0.3, Units 3: test loss of each start"
    QTest.keyClick(sheet.heat, Qt.Key.Key_Up)
    assert sheet.heat.chosen == 1 and "η 0.1, Units 3" in sheet.runs.words.text()
    with qtbot.waitSignal(sheet.taken) as taken:
        sheet.runs.buttons[2].click()
    run = next(each for each in report.planned if (each.trial.cell, each.trial.start) == (1, 2))
    assert taken.args == [run.trial.experiment, 20]


def test_a_press_beside_a_point_of_the_curve_chooses_it(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.01..1:log:3")
    made(sheet, qtbot)
    curve = sheet.curve.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    QTest.mouseClick(curve.viewport(), Qt.MouseButton.LeftButton, pos=curve.px_of(-0.9, 0).toPoint())
    assert sheet.multiples.chosen == 1 and "η 0.1" in sheet.runs.words.text()


def test_the_key_of_the_colours_names_the_best_and_the_worst(sheet, qtbot):
    ask(sheet, "optimizer.lr", "0.1,0.3", "layers.h1.units", "2,3")
    report = made(sheet, qtbot)
    medians = [each.figures["test.loss"].median for each in report.cells]
    assert [words for _, words in sheet.heat.key] == [f"{min(medians):.3g}", f"{max(medians):.3g}"]


# A search


def test_a_search_tells_the_best_so_far_and_what_explains_it(sheet, qtbot):
    pytest.importorskip("optuna")
    ask(sheet, "optimizer.lr", "0.001..1:log", "layers.h1.units", "2..4")
    sheet.terms.how.choose(SEARCH)
    with qtbot.waitSignal(sheet.gathered, timeout=LIMIT) as gathered:
        sheet.terms.go.click()
    assert not sheet.working
    assert sheet.terms.progress.text() == "30 trials" and sheet.pages.currentWidget() is sheet.search
    assert "looks better than it is" in sheet.sentence.text()
    names = [name for name, _ in sheet.search.importance.shares]
    assert sorted(names) == ["Learning rate η", "Units"]
    first = sheet.search.buttons[0]
    with qtbot.waitSignal(sheet.taken) as taken:
        first.click()
    best, updates = taken.args
    assert updates == 20 and first.text().startswith(number_words(one(best, 20).figures["test.loss"]))
    told = [float(button.text().split()[0].replace("−", "-")) for button in sheet.search.buttons]
    assert told == sorted(told)
    (row,), found = gathered.args, sheet.search.sought
    assert row.words == f"Search: Learning rate η, Units (30 trials) · {small().data.label}"
    assert (row.count, row.updates, row.median) == (30, 20, found.best[0].value) and "best of 30 trials" in row.told
    ask(sheet, "optimizer.lr", RATES)
    sheet.terms.how.choose(GRID)
    made(sheet, qtbot)  # something else lies on the sheet
    with qtbot.waitSignal(sheet.gathered, timeout=LIMIT) as again:
        sheet.open_again(Asked.loads(row.asked))
    assert again.args == [row] and sheet.search.sought == found, "the same trials, to the last bit"


def test_without_optuna_the_extra_is_named(sheet, qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "optuna", None)
    ask(sheet, "optimizer.lr", "0.001..1:log")
    sheet.terms.how.choose(SEARCH)
    sheet.terms.go.click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    assert "descent-lab[study]" in sheet.terms.progress.text() and sheet.terms.go.isVisible()


# What is said


def test_progress_is_said_with_the_remaining_time():
    def news(**more):
        return News(
            **({"told": None, "pictures": {}, "made": 3, "count": 9, "left": 65.0, "over": False, "problem": ""} | more)
        )

    assert progress_words(news()) == "3 of 9 runs, 1 min left"
    assert progress_words(news(left=None)) == "3 of 9 runs"
    assert progress_words(news(made=9)) == "9 runs; their pictures are drawn …"
    assert progress_words(news(made=9, over=True)) == "9 runs"
    assert progress_words(news(over=True)) == "Stopped: 3 of 9 runs; what is made is kept"
    assert progress_words(news(problem="The disk is full.", over=True)) == "The disk is full."


def test_which_luck_the_starts_have_is_said():
    assert luck_words(Study(small())) == "One start of each: what luck does is not seen."
    assert "on the same data and split" in luck_words(Study(small(), starts=5))
    assert "other data" in luck_words(Study(small(), starts=5, luck=("data", "weights")))


# The window


def test_edits_that_lead_to_a_run_are_those_of_its_cell():
    experiment = small()
    other = replace_all(experiment, (("layers.count", 3), ("optimizer.kind", "adam"), ("stop.updates", 50)))
    found = changes(experiment, other)
    assert "stop.updates" not in dict(found)
    assert replace_all(experiment, found) == replace_all(other, (("stop.updates", 0),))
    assert changes(experiment, experiment) == ()


def test_a_pressed_run_becomes_the_run_and_comes_to_the_same(open_window, qtbot):
    window = open_window(PRESETS / "circle.toml")
    window.resize(1280, 800)
    room, lab = window.network, window.network.lab
    qtbot.waitUntil(lambda: lab.run.last is not None, timeout=LIMIT)
    before = room.store.experiment
    room.actions_["study"].trigger()
    sheet = room.studies.sheet
    assert room.studies.is_open and not lab.playing
    sheet.terms.updates.set_value(60)
    sheet.head.ready[RATE].click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=LIMIT)
    sheet.multiples.pressed.emit(4)
    planned = next(each for each in sheet.report.planned if (each.trial.cell, each.trial.start) == (4, 1))
    expected = one(planned.trial.experiment, 60).figures
    sheet.runs.buttons[1].click()
    assert not room.studies.is_open and room.store.experiment.optimizer.lr == 0.1
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates == 60, timeout=LIMIT)
    qtbot.waitUntil(lambda: lab.run.figures.get("update", [0])[-1] == 60, timeout=LIMIT)
    assert float(lab.run.figures["test.loss"][-1]) == expected["test.loss"]
    lab.undo()
    assert room.store.experiment == before


def test_it_is_found_at_a_setting_and_in_the_sheet_of_starts(open_window, qtbot):
    window = open_window(PRESETS / "circle.toml")
    room = window.network
    qtbot.waitUntil(lambda: room.lab.run.last is not None, timeout=LIMIT)
    room.wiring.obey(Vary("data.samples"))
    sheet = room.studies.sheet
    assert room.studies.is_open and sheet.first.axis is not None and sheet.first.axis.path == "data.samples"
    sheet.shut()
    room.starts.sheet.open(room.store.experiment, 10**9)
    room.starts.sheet.vary.click()
    assert room.studies.is_open and not room.starts.is_open
    sheet.shut()
    window.actions_["show_runs"].trigger()
    (button,) = (each for each in room.docks["runs"].offers if each.text() == "Study …")
    qtbot.waitUntil(button.isVisible, timeout=LIMIT)
    head = room.docks["runs"].titleBarWidget()
    assert button.parent() is head and head.rect().contains(button.geometry()), "in the heading, not cut"
    button.click()
    assert room.studies.is_open
    sheet.shut()


def test_the_menus_of_settings_lead_to_it_unless_a_file_locks_it(open_window, qtbot, monkeypatch):
    window = open_window(PRESETS / "circle.toml")
    window.resize(1280, 800)
    room = window.network
    qtbot.waitUntil(lambda: room.lab.run.last is not None, timeout=LIMIT)
    chosen = []

    class Pressed(QMenu):
        """Of its entries the one that leads to a study is pressed, where it can be."""

        def exec(self, _where):
            offered = {action.text(): action for action in self.actions() if action.isVisible() and action.isEnabled()}
            chosen.append(list(offered))
            return offered.get(VARY)

    monkeypatch.setattr(pins, "QMenu", Pressed)
    for path, values in (("optimizer.kind", "sgd,adam"), ("layers.*.activation.kind", "linear")):
        room.pins.ask(path, QPoint())
        axis = room.studies.sheet.first.axis
        assert axis is not None and axis.path == path and set(values.split(",")) <= set(axis.values)
        room.studies.sheet.shut()
    room.pins.ask("data.noise", QPoint())
    assert chosen == [[VARY], [VARY], [VARY, "Put on the bar"]]
    room.studies.sheet.shut()
    room.store.change_view(locked=("study",))
    room.pins.ask("data.noise", QPoint())
    assert not room.studies.is_open and chosen[-1] == ["Put on the bar"]
