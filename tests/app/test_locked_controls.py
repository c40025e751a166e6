"""Every control of the real window obeys a file that hides and locks it, and no key, menu or movement of the hand does
what a locked control does."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.documents.intents import AddLayer, Draw, DrawPoints, KeepPoint, PutAt, RemoveLayer, SetOption, SetWeight
from app.documents.limits import LOCKED
from app.look.theme import DARK
from app.views.network.words import weight_of
from app.views.surface.view import SurfaceView
from app.widgets.limited import place_of
from core.frames import Advice, Offer
from core.machine.resources import FOLDER
from tests.building.listening import Said
from tests.building.surface_frames import experiment, shown, surface_frame

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def network(open_window, qtbot):
    window = open_window()
    room = window.network
    room.lab.pause()
    qtbot.waitUntil(lambda: room.lab.run.last is not None and not room.lab.playing, timeout=20_000)
    qtbot.waitUntil(lambda: room.lab.runs.samples.shown() is not None, timeout=20_000)
    room.views.of(SurfaceView)
    return room


@pytest.fixture
def race(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "three-rates.toml")
    window.rooms.enter("race")
    room = window.rooms.front
    qtbot.waitUntil(lambda: room.lab.paths.complete and room.stage.pictures.map.seen is not None, timeout=20_000)
    return room


def obeys(room, control: QWidget, name: str, top: QWidget | None = None) -> None:
    """It is hidden, shown again, locked and free again, with its own tool-tip."""
    top, tip = top or room.page, control.toolTip()
    assert control.isVisibleTo(top), name
    room.store.change_view(hidden=(name,))
    assert not control.isVisibleTo(top), name
    room.store.change_view(hidden=(), locked=(name,))
    assert control.isVisibleTo(top) and not control.isEnabled() and control.toolTip() == LOCKED, name
    room.store.change_view(locked=())
    assert control.isVisibleTo(top) and control.isEnabled() and control.toolTip() == tip, name


NETWORK = {
    "speed": lambda room: room.transport.speed,
    "surface.plane": lambda room: room.views["surface"].bar.plane,
    "surface.mode": lambda room: room.views["surface"].bar.modes["map"],
    "surface.centre": lambda room: room.views["surface"].bar.centre,
    "surface.more": lambda room: room.views["surface"].bar.more,
    "surface": lambda room: room.views["surface"].bar.more,
    "more.data": lambda room: room.recipe.more["data"],
    "more.network": lambda room: room.recipe.more["network"],
    "more.learning": lambda room: room.recipe.more["learning"],
    "more": lambda room: room.recipe.more["learning"],
    "optimizer.kind": lambda room: room.recipe.optimizer,
    "rule": lambda room: room.recipe.optimizer,
    "data.kind": lambda room: room.recipe.tiles,
    "loss.kind": lambda room: room.recipe.loss,
    "layers.h1.activation.kind": lambda room: room.recipe.activation,
    "curves.log_y": lambda room: room.views["loss"].head.log,
    "curves.x_axis": lambda room: room.views["loss"].head.axis,
    "boundary.test": lambda room: room.views["boundary"].key.test,
    "boundary.hard": lambda room: room.views["boundary"].key.hard,
}


def test_the_controls_of_bars_and_pictures_obey(network, qtbot):
    qtbot.waitUntil(
        lambda: bool(network.views["boundary"].key.words.classes), timeout=60_000
    )  # what there is to choose
    for name, control in NETWORK.items():
        obeys(network, control(network), name, control(network).parentWidget().parentWidget())


def test_the_buttons_on_the_network_obey_those_too_that_come_later(network, qtbot):
    picture = network.views["network"]
    qtbot.waitUntil(lambda: "h1" in picture.buttons.units, timeout=20_000)
    obeys(network, picture.buttons.units["h1"][1], "layers.h1.units")
    obeys(network, picture.buttons.counts["layers"].more, "layers")
    network.store.change_view(locked=("layers.h3",))
    network.lab.obey(AddLayer("layers"))
    newest = network.store.experiment.layers[-1].name
    network.store.change_view(locked=(f"layers.{newest}",))
    qtbot.waitUntil(lambda: newest in picture.buttons.units, timeout=20_000)
    assert not picture.buttons.units[newest][1].isEnabled() and picture.buttons.units["h1"][1].isEnabled()


def test_the_controls_of_the_drawers_obey(network):
    network.store.edit("penalties", ({"kind": "l2", "rate": 0.01},))
    data, layers, learning = network.overlays.drawers.panels
    for panel in (data, layers, learning):
        panel.refresh()
    card = layers.cards["h1"]
    for name, control in {
        "data.points": data.own["brush"],
        "paste": data.own["paste"],
        "import_csv": data.own["import"],
        "data.kind": data.own["import"],
        "inputs.features": data.features,
    }.items():
        obeys(network, control, name, data)
    for name, control in {
        "layers": layers.add,
        "layers.h1": card.remove,
        "layers.h1.units": card.forms[0].row("layers.h1.units").editor,
    }.items():
        obeys(network, control, name, layers)
    obeys(network, learning.penalties.cards["l2"].remove, "penalties.l2", learning)
    obeys(network, learning.penalties.add["l1"], "penalties", learning)


def test_the_kind_of_a_component_is_locked_without_its_settings(network):
    form = network.overlays.drawers.learning.optimizer
    network.overlays.drawers.learning.refresh()
    kind, rate = form.row("optimizer.kind").editor, form.row("optimizer.lr").editor
    network.store.change_view(locked=("optimizer.kind",))
    assert not kind.isEnabled() and kind.toolTip() == LOCKED and rate.isEnabled()
    network.store.change_view(locked=("optimizer",))
    assert not kind.isEnabled() and not rate.isEnabled()
    network.store.change_view(locked=("optimizer.lr",))
    assert kind.isEnabled() and not rate.isEnabled() and rate.toolTip() == LOCKED
    network.store.change_view(locked=(), hidden=("optimizer.kind",))
    assert not kind.isVisibleTo(form) and rate.isVisibleTo(form)


def test_the_drawing_tools_obey_while_they_are_open(network):
    network.wiring.obey(Draw(True))
    bar = network.overlays.draw_bar
    for name, control in {"data.points": bar.eraser, "data": bar.eraser}.items():
        obeys(network, control, name)
    obeys(network, bar.brushes[1], "data.points")
    network.store.change_view(locked=("data.points",))
    before = network.store.experiment
    network.wiring.obey(DrawPoints(((0.0, 0.0, 1.0),)))
    assert network.store.experiment == before and bar.done.isEnabled()


# What is no control


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("weights", SetWeight("h1.weight", (0, 0), 2.0, "w from x₁ to unit 1")), ("weights", PutAt(np.zeros(9), True)), ("layers", AddLayer()),
        ("layers.h1", RemoveLayer("layers.h1")), ("data", DrawPoints(((0.0, 0.0, 0.0),))), ("data.points", Draw(True)),
        ("surface", KeepPoint("A")), ("curves", SetOption("curves.log_y", True)),
    ],
)  # fmt: skip
def test_nothing_that_a_hand_asks_for_is_done_where_it_is_locked_or_hidden(network, monkeypatch, name, wish):
    done, said = [], []
    monkeypatch.setattr(network.wiring, "_on_room", done.append)
    monkeypatch.setattr(network.lab, "obey", done.append)
    network.lab.sentence.connect(said.append)
    for limits in ({"locked": (name,)}, {"hidden": (name,), "locked": ()}):
        network.store.change_view(**limits)
        network.wiring.obey(wish)
        assert not done and said.pop() == LOCKED
    network.store.change_view(hidden=())
    network.wiring.obey(wish)
    assert done == [wish]


def test_a_locked_setting_keeps_its_value_whoever_asks(network, qtbot):
    store, refused = network.store, []
    store.refused.connect(lambda path, sentence, _mend: refused.append((path, sentence)))
    speed, before = store.experiment.speed, store.experiment
    store.change_view(locked=("speed", "layers.h1.units", "optimizer.lr"))
    network.lab.edits((("batch_size", 5), ("speed", 7.0)))
    network.lab.edit("layers", ())
    network.lab.edit("optimizer", {"kind": "sgd", "lr": 0.5})
    assert store.experiment == before and refused == [
        ("speed", LOCKED), ("layers.h1.units", LOCKED), ("optimizer.lr", LOCKED),
    ]  # fmt: skip
    network.lab.edits((("batch_size", 5), ("speed", speed)))  # it stays as it is
    assert store.experiment.batch_size == 5
    network.lab.undo()
    assert store.experiment == before


def test_a_change_from_before_the_lock_is_not_undone(network):
    network.lab.edit("batch_size", 5)
    network.store.change_view(locked=("batch_size",))
    network.lab.undo()
    assert network.store.experiment.batch_size == 5 and network.store.undo_text
    network.store.change_view(locked=())
    network.lab.undo()
    assert network.store.experiment.batch_size != 5


@pytest.mark.parametrize(
    ("path", "commands"),
    [
        ("speed", ("faster", "slower", "max_speed")), ("seeds", ("new_start",)), ("start", ("keep_as_start",)),
        ("data", ("import_csv", "import_text", "import_pictures", "import_folder")),
    ],
)  # fmt: skip
def test_commands_that_change_a_locked_setting_cannot_be_given(network, path, commands):
    for command in commands:
        obeys_as_action(network, network.actions_[command], path)


def obeys_as_action(room, action, name):
    assert action.isVisible() and action.isEnabled()
    room.store.change_view(hidden=(name,))
    assert not action.isVisible()
    room.store.change_view(hidden=(), locked=(name,))
    assert action.isVisible() and not action.isEnabled() and action.toolTip() == LOCKED
    room.store.change_view(locked=())


def test_pictures_are_not_opened_by_the_menu_of_windows_either(network):
    obeys_as_action(network, network.docks["layers"].entry, "show_layers")


def test_the_ball_stays_where_it_is(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    view.show_view(view.state.with_(locked=("weights",)))
    said, start = Said(view), view.pages.map.ball_spot()
    QTest.mousePress(view.pages.map, LEFT, pos=start.toPoint())
    QTest.mouseMove(view.pages.map, (start + QPointF(20, 0)).toPoint())
    QTest.mouseRelease(view.pages.map, LEFT, pos=(start + QPointF(20, 0)).toPoint())
    elsewhere = view.pages.map.spot_of(1.5, 4.0).toPoint()
    QTest.mouseClick(view.pages.map, LEFT, pos=elsewhere)
    QTest.mouseDClick(view.pages.map, LEFT, pos=elsewhere)
    assert not said.of(PutAt) and not view.grip.offer.isVisible() and not view.grip.lit
    view.show_view(view.state.with_(locked=()))
    QTest.mouseClick(view.pages.map, LEFT, pos=elsewhere)
    assert view.grip.offer.isVisible()
    view.show_view(view.state.with_(hidden=("weights",)))
    assert not view.grip.offer.isVisible()


def test_choices_of_the_weight_space_and_their_menu_obey(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    view.bar.more.click()
    view.show_view(view.state.with_(locked=("surface.log", "surface.centre")))
    assert not view.asking.card.checks["log"].isEnabled()
    view.asking.card.close()
    said, menu = Said(view), view.menu()
    able = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert not able["Logarithmic height"] and not able["Re-centre"] and able["Re-centre by itself"]
    view.asking.turn("log", True)
    assert not view.choice.log and not said.of(SetOption)
    view.asking.turn("sight", False)
    assert not view.choice.sight and said.of(SetOption)
    menu.deleteLater()


def test_weights_are_not_typed(network, qtbot):
    picture = network.views["network"]
    qtbot.waitUntil(lambda: bool(picture.canvas.layout_ and picture.canvas.layout_.edges), timeout=20_000)
    edge = picture.canvas.layout_.edges[0]
    weight = weight_of(picture.columns, edge)
    network.store.change_view(locked=("weights",))
    picture.canvas.weight_pressed.emit(weight, QPointF(80, 80))
    assert picture.editor.isVisible() and not picture.editor.field.isEnabled()
    assert picture.editor.field.toolTip() == LOCKED
    picture.shut_open()
    tile = picture.canvas.layout_.tiles[1][0]
    picture.canvas.unit_pressed.emit(tile)
    assert all(not field.isEnabled() for field in picture.card.fields.values()) and picture.card.fields
    picture.shut_open()
    network.store.change_view(locked=(), hidden=("weights",))
    picture.canvas.weight_pressed.emit(weight, QPointF(80, 80))
    assert not picture.editor.isVisible()


def test_what_is_refused_is_not_told_as_if_it_were_done(network, race_of):
    for lab in (network.lab, race_of(network).lab):
        said = []
        lab.sentence.connect(said.append)
        lab.store.change_view(locked=("seeds", "data", "start.weights"))
        before = lab.store.document
        lab.new_start()
        assert lab.store.document == before and not said
    network.lab.sentence.connect(said.append)
    network.lab.drawing.begin()
    assert network.store.document.data.kind != "points" and not said


def test_an_advice_that_would_change_a_locked_setting_starts_nothing_anew(network):
    run, before = network.lab.run.number, network.store.experiment
    network.store.change_view(locked=("optimizer",))
    smaller = Offer("smaller steps", "Smaller steps", (("optimizer.lr", 0.001),), rewind=True)
    advice = Advice("stuck", "It saturates.", offers=(smaller,))
    network.lab.accept(advice)
    assert network.lab.run.number == run and network.store.experiment == before
    network.store.change_view(locked=())
    network.lab.accept(advice)
    assert network.lab.run.number > run and network.store.experiment.optimizer.lr == 0.001


# The race


@pytest.fixture
def race_of():
    return lambda network: network.window().rooms.of("race")


RACE = {
    "speed": lambda room: room.transport.speed,
    "race.guess": lambda room: room.transport.guess,
    "race.seek": lambda room: room.timeline.track,
    "races": lambda room: room.transport.races,
    "race.view": lambda room: room.stage.pictures.switch,
    "race.hidden": lambda room: room.recipe.racers.cards[0].eye,
    "racers.1.optimizer.lr": lambda room: room.recipe.racers.cards[0].rate.slider,
    "racers.2.optimizer.kind": lambda room: room.recipe.racers.cards[1].method,
    "terrain.kind": lambda room: room.recipe.choice,
}


def test_the_controls_of_the_race_obey(race):
    for name, control in RACE.items():
        obeys(race, control(race), name)


def test_the_rates_of_the_lecture_obey_after_a_change_of_theme(race):
    race.toggle_layout()
    slider = race.rates.groups[0][3]
    race.store.change_view(locked=("racers.1.optimizer.lr",))
    race.show_theme(DARK)
    assert not slider.isEnabled() and {part.toolTip() for part in (slider, slider.slider)} == {LOCKED}


def test_a_terrain_drawer_that_is_open_obeys(race):
    race.recipe.choice.click()
    tile, before = race.drawer.terrains.tiles["rosenbrock"], race.store.document.terrain
    assert race.drawer.isVisible()
    race.store.change_view(locked=("terrain",))
    tile.click()
    assert not tile.isEnabled() and tile.toolTip() == LOCKED and race.store.document.terrain == before
    race.store.change_view(locked=(), hidden=("terrain.kind",))
    assert not race.drawer.isVisible()


def test_the_start_is_not_dragged_and_charts_are_not_sought(race):
    said, start, place = [], race.store.document.start, race.lab.playhead.place
    race.lab.sentence.connect(said.append)
    race.store.change_view(locked=("start", "race.seek"))
    race.stage.pictures.started.emit(1.0, 1.0)
    race.stage.charts.sought.emit(7.0)
    assert race.store.document.start == start and race.lab.playhead.place == place and said == [LOCKED]
    race.store.change_view(locked=())
    race.stage.pictures.started.emit(1.0, 1.0)
    race.stage.charts.sought.emit(7.0)
    assert race.store.document.start == (1.0, 1.0) and race.lab.playhead.place == 7.0


# The window


def test_the_switch_between_rooms_and_the_recent_files_obey(network):
    window = network.window()
    store = network.store
    store.change_view(locked=("room_race", "open"))
    assert not window.switch.isEnabled() and not window.recent.menuAction().isEnabled()
    store.change_view(locked=(), hidden=("room_race", "open"))
    assert window.switch.isHidden() is False and place_of(window.switch).isHidden()
    assert not window.recent.menuAction().isVisible()
    store.change_view(hidden=())
    assert window.switch.isVisibleTo(window) and window.recent.menuAction().isVisible()
