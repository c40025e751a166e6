"""The network's picture with real widgets and made-up frames: what it shows, what it asks for and what it says."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.documents.intents import (
    AddLayer,
    RemoveLayer,
    SetWeight,
)
from app.documents.view_state import ViewState
from app.look import style
from app.look import theme as look
from app.views.network.cards import UnitCard, UnitSeen
from app.views.network.paint import edge_width, pill_room
from app.views.network.shown import Weight
from app.views.network.stack_canvas import readable
from app.views.network.structure import MOST, STRONGEST, WEAKEST, Column, Unit, selected, strengths, structure
from app.views.network.unit_choice import STEADY, UnitChoice
from app.views.network.view import NetworkView
from app.views.network.words import weight_of
from core.data.preparation import prepare
from core.frames import Frame
from tests.building.listening import Said
from tests.building.view_frames import experiment, network_frames, shown, update


def test_every_weight_has_an_edge_and_every_unit_a_tile(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    layout = view.canvas.layout_
    assert len(layout.edges) == 2 * 4 + 4 * 2 + 2 * 1
    assert [len(column) for column in layout.tiles] == [7, 4, 2, 1]  # inputs that are off can be switched on
    weights = view.frames["weights"].arrays
    for edge, value in zip(layout.edges, view.canvas.edge_numbers().weights, strict=True):
        assert value == weights[edge.parameter][edge.index]
    rooms = [tile.room for column in layout.tiles for tile in column]
    assert not any(a.intersects(b) for i, a in enumerate(rooms) for b in rooms[:i])
    assert [edge_width(w) for w in (0, 2.5, -5, 9)] == pytest.approx([1, 5.5, 10, 10])


def test_inputs_that_are_off_and_have_no_room_are_folded_behind_a_button(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made, (528, 372))  # as in a window of 1280×740
    view.show_update(update(network_frames(made)))
    canvas, button = view.canvas, view.canvas.fold.button
    assert button.isVisible() and button.text() == "+ 5 more" and "x₁²" in button.toolTip()
    assert [tile.place for tile in canvas.layout_.tiles[0]] == [0, 1] and canvas.layout_.side >= 36
    button.click()
    assert len(canvas.layout_.tiles[0]) == 7 and button.text() == "fewer"
    button.click()
    assert len(canvas.layout_.tiles[0]) == 2
    assert len(canvas.layout_.edges) == 2 * 4 + 4 * 2 + 2 * 1
    place = QRect(button.mapTo(canvas, QPoint(0, 0)), button.size())
    assert not any(tile.room.toRect().intersects(place) for column in canvas.layout_.tiles for tile in column)
    view.resize(528, 414)  # all have room
    assert not button.isVisible() and len(canvas.layout_.tiles[0]) == 7


def test_an_input_that_is_switched_off_stays_under_the_mouse(qtbot):
    made = experiment(4, inputs={"features": ["x1", "x2", "x1^2"]})
    view = shown(qtbot, NetworkView(), made, (528, 372))
    said = Said(view)
    tile = view.canvas.layout_.tiles[0][2]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=tile.room.center().toPoint())
    assert said.edits == [("inputs.features", ("x1", "x2"))]
    left = experiment(4, inputs={"features": ["x1", "x2"]})
    view.show_experiment(left, prepare(left))
    assert len(view.canvas.layout_.tiles[0]) == 7


def test_inputs_that_a_file_forbids_to_switch_are_folded_without_a_button(qtbot):
    view = shown(qtbot, NetworkView(), experiment(4), (528, 372))
    view.show_view(ViewState(hidden=("inputs.features",)))
    assert not view.canvas.fold.button.isVisible() and len(view.canvas.layout_.tiles[0]) == 2


@pytest.mark.parametrize("units", [(), (8,) * 6])
def test_no_hidden_layer_and_six_of_eight_units_have_room(qtbot, units):
    made = experiment(*units)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    layout = view.canvas.layout_
    assert len(layout.tiles) == len(units) + 2
    assert layout.side >= 30
    assert all(view.canvas.rect().contains(tile.room.toRect()) for column in layout.tiles for tile in column)


def test_beyond_twelve_units_the_strongest_the_weakest_and_a_count_are_shown(qtbot):
    made = experiment(32)
    view = shown(qtbot, NetworkView(), made)
    frames = network_frames(made)
    strength = np.abs(frames["weights"].arrays["output.weight"][0])
    view.show_update(update(frames))
    shown_units = [tile.place for tile in view.canvas.layout_.tiles[1]]
    order = np.argsort(-strength)
    assert set(shown_units) == set(order[:STRONGEST]) | set(order[-WEAKEST:])
    assert view.canvas.layout_.more[1][1] == 32 - STRONGEST - WEAKEST
    all_of_twelve = Column("h1", "", tuple(Unit(i, "") for i in range(MOST)))
    assert selected(all_of_twelve, None) == (tuple(range(MOST)), (), 0)


def test_the_choice_of_units_stays_for_a_while():
    columns = tuple(
        Column(name, "", tuple(Unit(i, "") for i in range(count))) for name, count in (("h1", 32), ("o", 1))
    )
    now = 10.0
    choice = UnitChoice(lambda: now)
    rising = {"o.weight": np.arange(32.0)[None]}
    falling = {"o.weight": rising["o.weight"][:, ::-1]}
    choice.among(columns, {})
    before = choice.among(columns, rising)  # a choice without weights is none to keep
    assert before[0] == (tuple(range(32 - STRONGEST, 32)), tuple(range(WEAKEST)), 32 - STRONGEST - WEAKEST)
    now += 0.9 * STEADY
    assert choice.among(columns, falling) == before
    assert choice.among(columns[::-1], {}) == (selected(columns[1], None), selected(columns[0], None))
    choice.among(columns, rising)
    now += 1.1 * STEADY
    assert choice.among(columns, falling)[0][0] == tuple(range(STRONGEST))


def test_the_picture_keeps_its_units_while_the_choice_stands(qtbot):
    made = experiment(32)
    view = shown(qtbot, NetworkView(), made)
    now = 10.0
    view.unit_choice = UnitChoice(lambda: now)
    view.show_update(update(network_frames(made)))
    before = view.canvas.selection
    frames = network_frames(made)
    frames["weights"].arrays["output.weight"][:] = frames["weights"].arrays["output.weight"][:, ::-1].copy()
    view.show_update(update(frames))
    assert view.canvas.selection == before
    now += 1.1 * STEADY
    view.show_update(update(frames))
    assert view.canvas.selection != before


def test_a_weight_typed_on_its_edge_is_said(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    said = Said(view)
    edge = view.canvas.layout_.edges[4]
    spot = edge.path.pointAtPercent(0.5)
    number = view.canvas.layout_.edge_at(spot, 3)
    found = view.canvas.layout_.edges[number]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert view.editor.isVisible()
    assert not said.intents  # showing the present value is no edit
    view.editor.field.setText("")
    QTest.keyClicks(view.editor.field, "1,5")
    QTest.keyClick(view.editor.field, Qt.Key.Key_Return)
    assert said.intents == [SetWeight(found.parameter, found.index, 1.5, weight_of(view.columns, found).words)]
    assert view.editor.isVisible() and view.editor.field.hasSelectedText()  # Return stays: another number can follow
    QTest.keyClick(view.editor.field, Qt.Key.Key_Escape)
    assert not view.editor.isVisible()


def test_pointing_at_an_edge_or_a_bias_says_its_name_and_value(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    canvas = view.canvas
    tile = canvas.layout_.tiles[1][1]
    canvas.point_at(QPointF(tile.room.left(), tile.room.bottom()))
    value = view.frames["weights"].arrays["h1.bias"][1]
    assert canvas.words() == f"bias of unit 2 of hidden layer 1 = {value:.2f}".replace("-", "−")
    edge = canvas.layout_.edges[0]
    assert weight_of(canvas.columns, edge).words == "w from x₁ to unit 1 of hidden layer 1"


def test_a_unit_is_seen_large_with_its_weights_and_bias(qtbot):
    made = experiment(3, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    said = Said(view)
    with qtbot.waitSignal(view.wants):
        QTest.mouseClick(
            view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.layout_.tiles[2][0].room.center().toPoint()
        )
    card = view.card
    assert card.isVisible()
    into = [("h2.weight", (0, 0)), ("h2.weight", (0, 1)), ("h2.weight", (0, 2)), ("h2.bias", (0,))]
    assert list(card.fields) == [*into, ("output.weight", (0, 0))]  # and the one that leads on
    field = card.fields["h2.bias", (0,)]
    assert field.value() == pytest.approx(view.frames["weights"].arrays["h2.bias"][0], abs=1e-3)
    field.setText("")
    QTest.keyClicks(field, "-2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said.intents == [SetWeight("h2.bias", (0,), -2.0, "bias of unit 1 of hidden layer 2")]
    assert view.requests()["neurons"].resolution > 40
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert view.card is None
    assert view.requests()["neurons"].resolution == 40


def test_a_unit_s_present_values_lie_on_its_activation(qtbot):
    made = experiment(3, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    QTest.mouseClick(
        view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.layout_.tiles[1][2].room.center().toPoint()
    )
    asked = view.requests()["unit_values"]
    assert (asked.layer, asked.unit) == ("h1", 2)
    sums = np.array([-6.2, 0.5, 1.0])
    frames = {"unit_values": Frame(1, 0, asked, {"sums": sums}, {"layer": "h1", "unit": 2})}
    view.show_update(update(frames))
    on_g, on_slope = view.card.curve.dots
    assert on_g.tolist() == [[z, math.tanh(z)] for z in sums]
    assert on_slope == pytest.approx(np.array([[z, 1 - math.tanh(z) ** 2] for z in sums]))
    frames = {"unit_values": Frame(1, 0, asked, {"sums": sums}, {"layer": "h1", "unit": 1})}
    view.show_update(update(frames))
    assert not len(view.card.curve.dots[0])  # those of another unit are not this one's


def test_inputs_are_switched_by_a_click_but_never_all_off(qtbot):
    made = experiment(2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    said = Said(view)
    tiles = view.canvas.layout_.tiles[0]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=tiles[2].room.center().toPoint())
    assert said.edits == [("inputs.features", ("x1", "x2", "x1^2"))]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=tiles[0].room.center().toPoint())
    assert said.edits[-1] == ("inputs.features", ("x2",))
    alone = experiment(2, inputs={"features": ["x2"]})
    view.show_experiment(alone, prepare(alone))
    QTest.mouseClick(
        view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.layout_.tiles[0][1].room.center().toPoint()
    )
    assert len(said.edits) == 2


def test_plus_and_minus_on_the_picture(qtbot):
    made = experiment(4, 1)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    said = Said(view)
    view.buttons.units["h1"][1].click()
    view.buttons.units["h1"][0].click()
    assert said.edits == [("layers.h1.units", 5), ("layers.h1.units", 3)]
    assert not view.buttons.units["h2"][0].isEnabled()  # a layer keeps one unit
    view.buttons.counts["layers"].more.click()
    view.buttons.counts["layers"].fewer.click()
    assert said.intents == [AddLayer("layers"), RemoveLayer("layers.h2")]
    fewer = experiment(4)
    view.show_experiment(fewer, prepare(fewer))
    assert set(view.buttons.units) == {"h1"}
    none = experiment()
    view.show_experiment(none, prepare(none))
    assert not view.buttons.counts["layers"].fewer.isEnabled()


def test_a_network_that_has_just_changed_its_shape_is_drawn_with_the_old_frames(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    for units in ((6, 2), (1,), (4, 2, 2)):
        other = experiment(*units)
        view.show_experiment(other, prepare(other))
        assert not view.canvas.grab().isNull()
    assert np.isnan(view.canvas.edge_numbers().weights).any()


def test_the_network_asks_for_the_chosen_sample_only(qtbot):
    view = shown(qtbot, NetworkView(), experiment(2))
    assert set(view.requests()) == {"neurons", "weights"}
    view.show_view(ViewState(sample=7))
    assert view.requests()["sample"].index == 7


def test_network_numbers_are_every_weight_by_name(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    header, rows = view.numbers()
    assert header == ["parameter", "place", "value"]
    assert len(rows) == 2 * 3 + 3 + 3 + 1
    assert rows[1] == ["h1.weight", "1, 2", pytest.approx(view.frames["weights"].arrays["h1.weight"][0, 1])]


@pytest.mark.parametrize("layer", ["h1", "output"])
def test_the_layer_that_an_advice_is_about_is_outlined_and_no_other(qtbot, layer):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    before = view.canvas.grab().toImage()
    view.point_out((layer,))
    outlined = view.canvas.grab().toImage()
    spots = {column.name: _left_of(view.canvas, number) for number, column in enumerate(view.canvas.columns)}
    assert [name for name, spot in spots.items() if _differs(before, outlined, spot)] == [layer]
    view.point_out(())
    assert view.canvas.grab().toImage() == before


def test_all_layers_that_an_advice_is_about_are_outlined(qtbot):
    """ "All hidden units are linear" framed the first layer alone."""
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    before = view.canvas.grab().toImage()
    view.point_out(("h1", "h2"))
    outlined = view.canvas.grab().toImage()
    spots = {column.name: _left_of(view.canvas, number) for number, column in enumerate(view.canvas.columns)}
    assert [name for name, spot in spots.items() if _differs(before, outlined, spot)] == ["h1", "h2"]


def _left_of(canvas, number: int) -> QRect:
    """A strip where the outline of a column's tiles has its left edge."""
    rooms = [tile.room for tile in canvas.layout_.tiles[number]]
    return QRect(int(rooms[0].left()) - 8, int(rooms[0].top()), 4, 20)


def _differs(one: QImage, other: QImage, spot: QRect) -> bool:
    return one.copy(spot) != other.copy(spot)


def test_a_pulse_is_drawn_and_reduced_motion_is_respected(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    still = view.canvas.grab().toImage()
    view.pulse(0.25)
    assert view.canvas.grab().toImage() != still
    view.set_reduced_motion(True)
    assert view.canvas.grab().toImage() == still
    view.pulse(None)
    assert view.canvas.pulse is None


def test_a_sample_number_left_from_other_data_shows_no_values(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_view(ViewState(sample=1000))
    assert "sample" not in view.requests()
    view.show_view(ViewState(sample=3))
    assert "sample" in view.requests()


@pytest.mark.parametrize("side", [12.0, 20.0, 48.0])
def test_a_pill_covers_at_most_a_quarter_of_its_tile(side):
    tile = QRectF(0, 0, side, side)
    covered = pill_room(tile, 26, 13).intersected(tile)
    assert covered.width() * covered.height() <= side**2 / 4


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_no_field_of_a_unit_s_card_is_cut(qtbot, scale):
    theme = dataclasses.replace(look.current(), scale=scale)
    weights = tuple(
        Weight("h1.weight", (0, number), f"w from {name} to unit 1 of hidden layer 1")
        for number, name in enumerate(("sepal length (cm)", "a column with a rather long name", "x"))
    )
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(520, 400)
    style.apply(QApplication.instance(), theme)
    card = UnitCard(UnitSeen("h1", 0, "Unit 1 of hidden layer 1", weights), theme, room)
    card.place(room.rect(), theme)
    room.show()
    card.open()
    QApplication.processEvents()
    view = card.findChild(QScrollArea).viewport()
    for field in card.fields.values():
        left = field.mapTo(view, QPoint(0, 0)).x()
        assert left >= 0 and left + field.width() <= view.width() and field.width() >= field.minimumSizeHint().width()
    style.apply(QApplication.instance(), dataclasses.replace(theme, scale=1.0))


@pytest.mark.parametrize(("pitch", "whole"), [(8.0, False), (12.5, False), (13.0, True), (30.0, True)])
@pytest.mark.parametrize("best", [-1, 0, 17, 30])
def test_names_of_many_answers_never_touch_and_the_answer_is_always_named(pitch, whole, best):
    told = sorted(readable(31, pitch, 13.0, best))
    assert all((b - a) * pitch >= 13.0 for a, b in itertools.pairwise(told))
    assert (best in told or best < 0) and (told == list(range(31))) is whole
    assert len(told) >= 10


def test_of_a_run_that_diverges_the_largest_weights_are_as_strong_as_can_be():
    made = experiment()
    columns = structure(made, prepare(made))
    name = columns[-1].weight
    found = strengths(columns, len(columns) - 2, {name: np.full((2, 4), 1e200)})
    assert found is not None and np.isinf(found).all()
