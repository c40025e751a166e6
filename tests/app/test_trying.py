"""The line over the pictures: a sentence, the button that makes its change, the next sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.bars.try_line import DONE, MAKES, TryLine
from app.documents.intents import Draw, DrawPoints
from app.look.theme import current
from app.network.trying import OWN
from app.views.boundary.view import BoundaryView
from app.widgets.outline import Outline
from app.window.window import MainWindow
from core import document
from core.datasets.points import Points
from core.documents import edits
from core.experiment import Experiment
from core.frames import Mark, RunState, Update
from core.machine.resources import FOLDER
from tests.building.places import PRESETS

LIMIT = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def line(qtbot):
    made = TryLine()
    qtbot.addWidget(made)
    made.resize(1000, 28)
    made.show()
    return made


def ring():
    return Experiment.load(PRESETS / "playground.toml")


def test_next_goes_through_the_sentences_and_tells_the_goal_last(line, qtbot):
    line.show_document(ring(), "97 % of the test points right")
    said = []
    for _ in range(4):
        said.append(line.sentence.text())
        assert line.do_button.isHidden() is (len(said) == 3)  # a goal is nothing that a button does
        qtbot.mouseClick(line.next_button, LEFT)
    assert said[0].startswith("Make every unit linear") and said[1].startswith("Then take tanh again")
    assert said[2] == "Goal: 97 % of the test points right." and said[3] == said[0]
    line.show_reached(990)
    assert line.pages[2].say == "Goal reached at update 990: 97 % of the test points right."
    line.show_reached(None)
    assert line.pages[2].say.startswith("Goal: ")


def test_the_button_says_what_is_to_change_and_rests_where_all_is_so_already(line, qtbot):
    chosen = []
    line.chosen.connect(chosen.append)
    line.show_document(ring())
    qtbot.mouseClick(line.do_button, LEFT)
    assert chosen == [(("layers.h1.activation.kind", "linear"), ("layers.h2.activation.kind", "linear"))]
    linear = Experiment.loads(ring().dumps().replace('"tanh"', '"linear"'))
    line.show_document(linear)
    assert not line.do_button.isEnabled() and line.do_button.toolTip() == DONE


def test_a_change_is_tried_out_anew_only_where_something_that_it_speaks_of_is_another(line, monkeypatch):
    tried = []
    replace_all = edits.replace_all
    monkeypatch.setattr(edits, "replace_all", lambda *given: tried.append(given) or replace_all(*given))
    found = ring()
    line.show_document(found)
    assert line.do_button.isEnabled() and len(tried) == 1
    line.show_document(replace_all(found, (("optimizer.lr", 0.3),)))
    assert line.do_button.isEnabled() and len(tried) == 1
    linear = tuple((f"layers.{name}.activation.kind", "linear") for name in ("h1", "h2"))
    line.show_document(replace_all(found, linear))
    assert not line.do_button.isEnabled() and len(tried) == 2
    line.show_document(found)
    assert line.do_button.isEnabled()


def test_what_there_is_nothing_for_cannot_be_done_and_says_why(line):
    """It was said in the recipe, after the click, that the list is empty."""
    line.show_document(edits.replace_all(ring(), (("layers", ()),)))
    assert not line.do_button.isEnabled()
    assert line.do_button.toolTip() == "It cannot be done now: there is no 'h1', and no other there, either."
    line.show_document(ring())
    assert line.do_button.isEnabled() and line.do_button.toolTip() == MAKES


def test_a_sentence_without_a_change_has_no_button(line):
    line.show_document(Experiment.load(PRESETS / "pass.toml"))
    assert line.do_button.isHidden() and not line.next_button.isHidden()


def test_other_data_leave_what_is_tried_with_them_on_the_line(line, qtbot):
    chosen = []
    line.chosen.connect(chosen.append)
    watermark = Experiment.load(PRESETS / "watermark.toml")
    line.show_document(watermark)
    line.turn()
    qtbot.mouseClick(line.do_button, LEFT)
    told = (("title", watermark.title), ("description", watermark.description), ("what_to_try", watermark.what_to_try))
    assert chosen == [(("data.kind", "digits"), *told)]


def test_it_is_shown_until_it_is_put_away_and_comes_back(line, qtbot):
    line.show_document(ring())
    assert line.wanted
    qtbot.mouseClick(line.close_button, LEFT)
    assert not line.wanted
    line.show_document(Experiment.load(PRESETS / "spiral.toml"))
    assert line.wanted
    line.show_document(ring())
    assert not line.wanted
    line.recall()
    assert line.wanted
    line.show_document(Experiment())
    assert line.wanted and line.page is None, "the place stays, and nothing stands there"
    assert line.sentence.text() == "" and line.close_button.isHidden() and line.property("panel") == ""
    line.leave_place()
    assert not line.wanted and line.page is None


@pytest.mark.parametrize("width", [420, 1040])
def test_a_sentence_is_never_cut_without_a_way_to_read_on(line, qtbot, width):
    line.resize(width, line.height())
    line.show_document(Experiment.load(PRESETS / "mnist-cnn.toml"))
    line.turn()
    QApplication.processEvents()
    assert line.cut is line.more_button.isVisible() is line.sentence.text().endswith("…")
    if line.cut:
        qtbot.mouseClick(line.more_button, LEFT)
        words = " ".join(label.text() for label in line.popover.findChildren(QLabel))
        assert "nine in ten" in words
        line.popover.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 740), (1920, 1080)])
def test_it_is_one_line_beside_the_recipe_and_above_the_pictures(open_window, qtbot, width, height):
    window: MainWindow = open_window()
    window.resize(width, height)
    window.network.lab.pause()
    QApplication.processEvents()
    room = window.network
    place, recipe = room.trying.dock.geometry(), room.docks["recipe"].geometry()
    assert place.height() == current().px(28) and place.left() > recipe.right() and place.right() >= width - 2
    assert all(
        dock.geometry().top() > place.bottom()
        for name, dock in room.docks.items()
        if name != "recipe" and dock.isVisible() and not dock.visibleRegion().isEmpty()
    )
    assert recipe.top() == place.top()  # it takes nothing from the recipe


def test_do_it_makes_the_change_outlines_its_control_once_and_is_undone(open_window, qtbot):
    room = open_window().network
    room.lab.pause()
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    assert {layer.acts.kind for layer in room.store.experiment.layers} == {"linear"}
    (shown,) = room.findChildren(Outline)
    assert "layers.h1.activation.kind" in shown.control.paths and shown.isVisible()
    room.lab.undo()
    assert {layer.acts.kind for layer in room.store.experiment.layers} == {"tanh"}
    assert room.trying.line.do_button.isEnabled()
    qtbot.waitUntil(lambda: not room.findChildren(Outline), timeout=5000)


def test_a_change_that_a_drawer_holds_points_at_the_button_that_opens_it(open_window, qtbot):
    room = open_window(PRESETS / "digits-dense.toml").network
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    assert room.store.experiment.data.shuffle_pixels
    (shown,) = room.findChildren(Outline)
    assert shown.control.paths == ("more.data",)


def test_a_penalty_points_at_its_name_in_the_recipe(open_window, qtbot):
    room = open_window(PRESETS / "breast-cancer.toml").network
    room.trying.line.turn()
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    (shown,) = room.findChildren(Outline)
    assert shown.control.paths == ("penalties",) and room.recipe.also.value() == "L2 0.01"


def test_the_line_is_gone_in_a_lecture_and_where_it_was_put_away(open_window):
    room = open_window().network
    room.toggle_layout()
    assert room.trying.dock.isHidden()
    room.toggle_layout()
    assert not room.trying.dock.isHidden()
    room.trying.line.dismiss()
    assert room.trying.dock.isHidden()
    room.what_to_try()
    assert not room.trying.dock.isHidden()


def test_the_goal_that_a_run_has_reached_is_told_and_forgotten_by_the_next(open_window):
    room = open_window().network
    update = Update(99, RunState.running, 990, 1.0, 990, 1.0, 0.0, {}, {}, marks=(Mark(990, "goal", "97 % right"),))
    room.trying.show_update(update)
    assert room.trying.line.pages[-1].say.startswith("Goal reached at update 990: ")
    room.trying.show_update(Update(100, RunState.running, 1, 1.0, 1, 1.0, 0.0, {}, {}))
    assert room.trying.line.pages[-1].say.startswith("Goal: ")


def test_a_race_has_the_same_line(open_window, qtbot):
    window = open_window(FOLDER / "races" / "saddle.toml")
    room = window.room
    room.lab.pause()
    line = room.trying.line
    assert line.isVisible() and line.sentence.text().startswith("Drag the start onto the ridge")
    qtbot.mouseClick(line.do_button, LEFT)
    assert room.store.document.start == (-1.5, 0.0) and not line.do_button.isEnabled()
    room.lab.undo()
    assert room.store.document == document.load(FOLDER / "races" / "saddle.toml")
    room.toggle_layout()
    assert line.isHidden() or not line.isVisible()
    room.toggle_layout()
    line.dismiss()
    assert not line.isVisible()
    room.what_to_try()
    assert line.isVisible()


def test_at_the_first_start_the_ring_plays_to_its_goal_rests_and_offers_what_to_try(open_window, qtbot):
    room = open_window().network
    assert room.store.experiment.speed == 60 and room.lab.playing and not room.store.dirty
    room.lab.edit("speed", 2000.0)  # a test has no time for it
    qtbot.waitUntil(lambda: not room.lab.playing, timeout=LIMIT)
    qtbot.waitUntil(lambda: room.lab.run.state is RunState.paused, timeout=LIMIT)
    assert room.status.sentence.text().startswith("Goal reached at update ")
    line = room.trying.line
    assert line.sentence.text().startswith("Make every unit linear") and line.do_button.property("primary") is True
    qtbot.mouseClick(line.do_button, LEFT)
    assert not line.do_button.property("primary")
    qtbot.waitUntil(lambda: room.lab.run.last is not None and room.lab.run.last.updates > 0, timeout=LIMIT)
    assert room.lab.playing and {layer.acts.kind for layer in room.store.experiment.layers} == {"linear"}


def at_its_goal(room):
    """The first show, resting at the goal."""
    mark = Mark(990, "goal", "97 % right")
    room.lab.runs.updated.emit(
        Update(room.lab.run.number, RunState.running, 990, 1.0, 990, 1.0, 0.0, {}, {}, marks=(mark,))
    )
    assert not room.lab.playing and room.trying.line.do_button.property("primary")
    return room


def opens_another(room):
    room.take(Experiment.load(PRESETS / "spiral.toml"), None, None, playing=False)
    assert not room.trying.line.do_button.property("primary")


def plays_on_and_pauses(room):
    room.lab.play()
    room.lab.pause()


def starts_otherwise(room):
    room.lab.runs.begin(False)


@pytest.mark.parametrize("does", [opens_another, plays_on_and_pauses, starts_otherwise])
def test_the_first_show_is_over_as_soon_as_something_else_is_done(open_window, qtbot, does):
    room = at_its_goal(open_window().network)
    does(room)
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    assert not room.lab.playing


def test_only_the_first_thing_that_is_tried_plays_by_itself(open_window, qtbot):
    room = at_its_goal(open_window().network)
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    assert room.lab.playing
    room.lab.pause()
    qtbot.mouseClick(room.trying.line.next_button, LEFT)
    qtbot.mouseClick(room.trying.line.do_button, LEFT)
    assert not room.lab.playing


def test_another_run_than_the_first_plays_on_beyond_its_goal(open_window):
    room = open_window().network
    room.lab.new_start()
    room.lab.runs.begin(True)
    number = room.lab.run.number
    update = Update(number, RunState.running, 990, 1.0, 990, 1.0, 0.0, {}, {}, marks=(Mark(990, "goal", "97 %"),))
    room.lab.runs.updated.emit(update)
    assert room.lab.playing and not room.trying.line.do_button.property("primary")


def test_the_tools_of_drawing_take_its_place_and_cover_nothing(open_window, qtbot):
    room = open_window().network
    room.lab.pause()
    qtbot.waitUntil(lambda: room.lab.runs.samples.shown() is not None, timeout=LIMIT)
    before = places(room)
    room.wiring.obey(Draw(True))
    QApplication.processEvents()
    assert places(room) == before, "the tools come"
    bar = room.overlays.draw_bar
    place = QRect(bar.mapTo(room, QPoint(0, 0)), bar.size())
    assert bar.isVisible() and not room.trying.line.isVisible()
    assert room.trying.dock.geometry().contains(place)
    assert not any(dock.isVisible() and dock.geometry().intersects(place) for dock in room.docks.values())
    room.wiring.obey(Draw(False))
    QApplication.processEvents()
    assert places(room) == before, "the tools go"
    assert room.trying.line.isVisible() and room.trying.line.page.say == OWN  # of other samples nothing is worth trying
    assert room.trying.line.do_button.isHidden() and room.trying.line.next_button.isHidden()
    room.lab.edit("data.kind", "spiral")
    QApplication.processEvents()
    assert places(room) == before and room.trying.line.page is None
    while room.lab.store.experiment.data.kind != "circle":
        room.lab.undo()
    assert room.trying.line.isVisible() and not bar.isVisible()


def places(room) -> dict[str, QRect]:
    """Where the pictures stand."""
    return {name: dock.geometry() for name, dock in room.docks.items() if dock.isVisible()}


def test_a_document_that_tells_nothing_to_try_takes_no_place(open_window, qtbot):
    room = open_window().network
    room.lab.edit("data.kind", "spiral")
    assert room.trying.line.page is None and room.trying.dock.isVisible()
    room.store.open(Experiment())
    assert room.trying.dock.isHidden()


def test_what_is_drawn_trains_and_is_seen(open_window, qtbot):
    room = open_window().network
    room.lab.pause()
    view = room.views.of(BoundaryView)
    qtbot.waitUntil(lambda: room.lab.runs.samples.shown() is not None, timeout=LIMIT)
    room.wiring.obey(Draw(True))
    qtbot.waitUntil(lambda: view.frame is not None and not (view.frame.arrays["part"] == 2).any(), timeout=LIMIT)
    assert room.store.experiment.data.train_share == 1.0 and Points().train_share == 1.0
    assert "all of them train" in room.status.sentence.text()
    room.wiring.obey(DrawPoints(((5.0, 5.0, 1.0),)))
    qtbot.waitUntil(lambda: len(view.frame.arrays["y"]) == 501, timeout=LIMIT)
    assert len(room.lab.runs.samples.prepared.train) == 501
    room.lab.edit("data.train_share", 0.5)  # now a test part was asked for, and while somebody draws it is seen
    qtbot.waitUntil(lambda: (view.frame.arrays["part"] == 2).any(), timeout=LIMIT)
    assert sum(len(item.data) for item in view.samples.items) == 501
    room.wiring.obey(Draw(False))
    assert sum(len(item.data) for item in view.samples.items) < 501


def test_in_a_race_the_pictures_stay_when_another_terrain_leaves_nothing_to_try(open_window):
    window = open_window(str(FOLDER / "races" / "rosenbrock.toml"))
    room = window.room
    QApplication.processEvents()
    before = room.stage.mapTo(room, QPoint(0, 0)), room.stage.size()
    assert room.trying.line.isVisible() and room.trying.line.page is not None
    room.lab.edit("terrain.kind", "beale")
    QApplication.processEvents()
    assert room.trying.line.isVisible() and room.trying.line.page is None
    assert (room.stage.mapTo(room, QPoint(0, 0)), room.stage.size()) == before
    room.trying.line.dismiss()
    QApplication.processEvents()
    assert not room.trying.line.isVisible()
