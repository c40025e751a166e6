"""The boundary with real widgets and made-up frames: what it shows, what it asks for and what it says."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.documents.brush import Brush
from app.documents.intents import (
    ChooseSample,
    DrawPoints,
    ErasePoints,
    SetOption,
)
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.boundary.answers import sentence, value_at
from app.views.boundary.key import NO_TEST, TEST_TIP, BoundaryKey, KeyWords, short_number
from app.views.boundary.plane_bar import RestCard
from app.views.boundary.sample_words import sample_sentence
from app.views.boundary.samples import marker_size
from app.views.boundary.view import BoundaryView
from app.views.drawing import answer_colours
from core.data.preparation import prepare
from core.experiment import Experiment
from core.families import Dataset, Table
from core.frames import Frame
from core.registry import read
from core.training.session import Session
from tests.building.listening import Said
from tests.building.places import PRESETS
from tests.building.view_frames import SIZE, boundary_frame, experiment, shown, update


def test_the_value_under_the_cursor_is_the_array_s(qtbot, rest_over):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    grid = np.linspace(-6, 6, SIZE)
    for row, column in ((0, 0), (3, 17), (SIZE - 1, SIZE - 1)):
        near = value_at(frame, grid[column] + 0.05, grid[row] - 0.05)
        assert near[0] == frame.arrays["answers"][row, column, 0]
    assert sentence(frame, grid[17], grid[3]).startswith("x₁ ")
    rest_over(view.plot.viewport(), view.plot.px_of(1.0, 1.0).toPoint(), view.readout.isVisible)
    assert "→" in view.readout.text()


def test_the_samples_are_as_large_as_the_picture_asks_for_whenever_it_grows(qtbot):
    """At rest no frame comes that would draw them anew."""
    view = shown(qtbot, BoundaryView(), experiment(2), size=(300, 260))
    view.show_update(update({"boundary": boundary_frame()}))
    sizes = []
    for wide, high in ((300, 260), (900, 800), (300, 260)):
        view.resize(wide, high)
        count, side = len(view.samples.points), min(view.plot.width(), view.plot.height())
        assert count > 0
        asked = pytest.approx(marker_size(view.theme, count, side))
        qtbot.waitUntil(lambda asked=asked: max(item.opts["size"] for item in view.samples.items) == asked)
        sizes.append(max(item.opts["size"] for item in view.samples.items))
    assert sizes[0] < sizes[1] > sizes[2]


def test_a_click_chooses_the_nearest_sample_and_elsewhere_none(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    said = Said(view)
    place = 4  # a training sample: test samples are not shown at first
    QTest.mouseClick(
        view.plot.viewport(), Qt.MouseButton.LeftButton, pos=view.plot.px_of(*frame.arrays["points"][place]).toPoint()
    )
    away = np.hypot(*(frame.arrays["points"][:15] - frame.arrays["points"][place]).T)
    assert said.intents == [ChooseSample(104)], away
    view.show_view(ViewState(sample=104))
    ring_x, ring_y = view.samples.ring.getData()
    assert (ring_x[0], ring_y[0]) == pytest.approx(tuple(frame.arrays["points"][place]))


def test_test_samples_appear_when_asked_for(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    assert set(view.samples.index) == set(range(100, 115))
    said = Said(view)
    view.key.test.click()
    assert set(view.samples.index) == set(range(100, 130))
    assert said.intents == [SetOption("boundary.test", True)]


@pytest.mark.parametrize("classes", [("A", "B"), ("A", "B", "C")])
def test_the_key_tells_what_a_pale_heart_is_where_there_are_any(qtbot, classes):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame(classes=classes)}))
    image = view.key.grab().toImage()
    assert not view.key.pale
    view.key.test.click()
    assert view.key.pale and view.key.grab().toImage() != image
    view.key.test.click()
    assert view.key.grab().toImage() == image
    view.key.test.click()
    view.key.show_test_part(False)
    assert not view.key.pale


def test_where_all_samples_train_there_are_no_test_points_to_be_shown(qtbot):
    drawn = {"kind": "points", "points": [[0, 0, 0], [1, 1, 1], [1, 0, 0], [0, 1, 1]], "train_share": 1.0}
    view = shown(qtbot, BoundaryView(), Experiment.parse({"data": drawn}))
    assert not view.key.test.isEnabled() and view.key.test.toolTip() == NO_TEST
    made = experiment(2)
    view.show_experiment(made, prepare(made))
    assert view.key.test.isEnabled() and view.key.test.toolTip() == TEST_TIP


def test_two_classes_are_orange_and_blue_and_hard_shows_only_them(qtbot):
    theme = look.current()
    frame = boundary_frame()
    soft = answer_colours.picture(frame, False, theme)
    hard = answer_colours.picture(frame, True, theme)
    assert len(np.unique(soft.reshape(-1, 4), axis=0)) > 100
    ends = {tuple(map(int, look.rgb(colour))) for colour in (theme.negative, theme.positive)}
    assert {tuple(map(int, colour[:3])) for colour in np.unique(hard.reshape(-1, 4), axis=0)} == ends


def test_several_classes_are_blended_by_certainty():
    theme = look.current()
    frame = boundary_frame(classes=("A", "B", "C"))
    assert answer_colours.picture(frame, False, theme).shape == (SIZE, SIZE, 4)
    sure = np.array([[[0.0, 1.0, 0.0]]])
    certain = dataclasses.replace(frame, arrays={**frame.arrays, "answers": sure, "decisions": sure.argmax(-1)})
    colour = answer_colours.picture(certain, False, theme)[0, 0]
    assert (colour == answer_colours.blended(3, theme)[1, -1]).all()


def test_the_line_between_decisions_lies_where_the_field_passes_the_level():
    x = np.linspace(-6, 6, 41)
    field = np.hypot(*np.meshgrid(x, x)) - 3.0  # a circle of radius 3
    xs, ys = answer_colours.contour(field, 0.0, (-6, 6, -6, 6))
    assert len(xs) > 40
    assert len(xs) % 2 == 0
    assert np.hypot(xs, ys) == pytest.approx(3.0, abs=0.02)
    pieces = np.hypot(np.diff(xs)[::2], np.diff(ys)[::2])
    assert pieces.max() < 0.5  # each piece stays in its cell


def test_wide_data_get_a_plane_and_its_request(qtbot):
    iris = Experiment.parse({"data": {"kind": "iris"}})
    view = shown(qtbot, BoundaryView(), iris)
    view.show_update(update({"boundary": boundary_frame(classes=("a", "b", "c"))}))
    assert view.plane.isVisible()
    columns = prepare(iris).table.columns
    assert view.requests()["boundary"].plane == "pca"  # two of four columns would say too little
    said = Said(view)
    choose(view.plane.along, 0)
    choose(view.plane.up, 2)
    assert said.intents[-1] == SetOption("plane", {"plane": "columns", "x": columns[0], "y": columns[2], "fixed": {}})
    request = view.requests()["boundary"]
    assert (request.x, request.y) == (columns[0], columns[2])
    assert BoundaryView().requests()["boundary"].x == ""


def choose(combo, place):
    """What a person's choice in a list does."""
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_sliders_of_the_other_columns_fix_them(qtbot):
    iris = Experiment.parse({"data": {"kind": "iris"}})
    view = shown(qtbot, BoundaryView(), iris)
    view.show_update(update({"boundary": boundary_frame(classes=("a", "b", "c"))}))
    choose(view.plane.along, 0)
    view.plane.others.click()
    card = view.plane.findChild(RestCard)
    assert list(card.sliders) == list(prepare(iris).table.columns[2:])
    inside = next(iter(card.sliders.values())).parentWidget()
    assert card.height() <= inside.height() + 8 and not inside.autoFillBackground()  # no grey strip between white rims
    name = next(iter(card.sliders))
    card.sliders[name].setValue(0)
    low = prepare(iris).domain[2][0]
    assert dict(view.requests()["boundary"].fixed)[name] == pytest.approx(low)
    card.close()


def test_a_row_that_was_typed_lies_in_the_plane_that_is_shown(qtbot):
    """The ring of a house of age 10 lay on the colours of age 36: not the answer that Predict gave."""
    iris = Experiment.parse({"data": {"kind": "iris"}})
    columns = prepare(iris).table.columns
    view = shown(qtbot, BoundaryView(), iris)
    plane = {"plane": "columns", "x": columns[0], "y": columns[1]}
    view.show_view(ViewState(row=(5.0, 3.4, 1.5, 0.2), options={"plane": plane}))
    assert dict(view.requests()["boundary"].fixed) == dict(zip(columns, (5.0, 3.4, 1.5, 0.2), strict=True))
    assert view.choice().option()["fixed"] == {}  # of what a person holds nothing is remembered
    moved = ViewState(row=(5.0, 3.4, 1.5, 0.2), options={"plane": plane | {"fixed": {columns[2]: 6.0}}})
    view.show_view(moved)
    assert dict(view.requests()["boundary"].fixed)[columns[2]] == 6.0
    view.show_view(ViewState(options={"plane": plane}))
    assert view.requests()["boundary"].fixed == ()


def test_a_stroke_draws_points_and_the_eraser_takes_them(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    said = Said(view)
    port = view.plot.viewport()
    view.take_brush(Brush("brush", number=1, size=10))
    with qtbot.waitSignal(view.finished):
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=view.plot.px_of(0, 0).toPoint())
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=view.plot.px_of(0, 0).toPoint())
    drawn = said.intents[0]
    assert isinstance(drawn, DrawPoints)
    points = drawn.points
    assert points[0][:2] == pytest.approx((0, 0), abs=0.1)
    assert points[0][2] == 1
    view.take_brush(Brush("eraser", size=10))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=view.plot.px_of(*frame.arrays["points"][2]).toPoint())
    assert isinstance(said.intents[-1], ErasePoints) and 102 in said.intents[-1].numbers
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton)
    view.take_brush(None)
    assert view.pointer.tool is None


def test_one_can_draw_before_there_is_any_sample(qtbot):
    view = shown(qtbot, BoundaryView())
    made = Experiment.parse({"data": {"kind": "points", "points": []}})
    view.show_experiment(made, None)
    assert view.frame is None
    view.take_brush(Brush("brush", size=10))
    assert view.frame is not None
    said = Said(view)
    QTest.mousePress(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=view.plot.px_of(1, 1).toPoint())
    QTest.mouseRelease(view.plot.viewport(), Qt.MouseButton.LeftButton)
    assert isinstance(said.intents[0], DrawPoints)


def test_boundary_numbers_are_the_shown_arrays(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    header, rows = view.numbers()
    assert len(header) == 3
    assert np.array(rows)[:, 2].reshape(SIZE, SIZE) == pytest.approx(frame.arrays["answers"][..., 0])
    assert rows[1][0] == pytest.approx(-6 + 12 / (SIZE - 1))


def test_a_second_click_lets_go_of_a_sample(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    view.show_view(ViewState(sample=104))
    said = Said(view)
    QTest.mouseClick(
        view.plot.viewport(), Qt.MouseButton.LeftButton, pos=view.plot.px_of(*frame.arrays["points"][4]).toPoint()
    )
    assert said.intents == [ChooseSample(None)]


def test_a_sample_is_told_in_words_and_the_box_stays_within_the_map(qtbot, rest_over):
    holiday = Experiment.parse(
        {"data": {"kind": "holiday"}, "loss": {"kind": "mistakes"}, "rule": {"kind": "perceptron"}}
    )
    prepared = prepare(holiday)
    view = shown(qtbot, BoundaryView(), holiday)
    frame = boundary_frame(classes=tuple(prepared.table.classes))
    arrays = {**frame.arrays, "index": np.arange(30), "decided": np.ones(30, dtype=int), "y": np.zeros(30, dtype=int)}
    info = {
        **frame.info,
        "columns": prepared.table.columns,
        "x": prepared.table.columns[0],
        "y": prepared.table.columns[1],
    }
    frame = Frame(1, 10, None, arrays, info)
    view.show_update(update({"boundary": frame}))
    rest_over(view.plot.viewport(), view.plot.px_of(*frame.arrays["points"][3]).toPoint(), view.readout.isVisible)
    words = view.readout.text()
    assert all(name in words for name in prepared.table.columns)
    assert f"true: {prepared.table.classes[0]}, answered {prepared.table.classes[1]}" in words
    assert view.readout.geometry().right() < view.plot.geometry().right()


def test_the_line_along_a_step_is_straight():
    x = np.linspace(-6, 6, 100)
    across, up = np.meshgrid(x, x)
    field = (up > 0.37 * across + 0.8).astype(np.float32)
    assert answer_colours.is_stepped(field)
    xs, ys = answer_colours.contour(answer_colours.softened(field > 0.5), 0.5, (-6, 6, -6, 6))
    middle = np.abs(xs) < 5
    away = np.abs(ys - 0.37 * xs - 0.8)[middle]
    cell = x[1] - x[0]
    assert away.max() < 0.35 * cell  # without softening it is half a cell away, up and down in turn
    assert not answer_colours.is_stepped(up + across)


def test_the_switches_say_what_they_show(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    assert [switch.text().replace("\n", " ") for switch in (view.key.test, view.key.hard)] == [
        "Show test points",
        "Yes/no map",
    ]
    for switch in (view.key.test, view.key.hard):
        lines = switch.text().split("\n")
        assert max(switch.fontMetrics().horizontalAdvance(line) for line in lines) <= view.key.sizeHint().width() - 8


def test_under_a_resting_mouse_the_value_follows_the_network(qtbot, rest_over):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    x, y = (frame.arrays["extent"][1::2] * 0.9).tolist()
    rest_over(view.plot.viewport(), view.plot.px_of(x, y).toPoint(), view.readout.isVisible)
    before = view.readout.text()
    later = dataclasses.replace(frame, arrays=frame.arrays | {"answers": 1 - frame.arrays["answers"]})
    view.show_update(update({"boundary": later}))
    assert "→" in before and view.readout.text() != before
    assert view.readout.text().split("→")[0] == before.split("→")[0]
    blank = experiment(2).model_copy(update={"data": read(Dataset, {"kind": "points"})})
    view.show_experiment(blank)
    assert not view.readout.isVisible()


def test_a_map_squeezed_shut_under_a_resting_mouse_names_no_sample(qtbot, rest_over):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    spot = view.plot.px_of(*frame.arrays["points"][4])
    rest_over(view.plot.viewport(), spot.toPoint(), view.readout.isVisible)
    assert view.samples.nearest(spot, 8.0) == 104 and view.samples.within(spot, 1e6)
    view.plot.box.resize(view.plot.box.width(), 0)
    assert view.plot.px_size() is None
    assert view.samples.nearest(spot, 8.0) is None and not view.samples.within(spot, 1e6)
    view.show_update(update({"boundary": frame}))  # reads what is under the mouse anew


@pytest.mark.parametrize("plane", ["columns", "pca"])
@pytest.mark.usefixtures("kernel")
def test_a_row_that_was_typed_is_marked_where_it_lies(qtbot, plane):
    experiment = Experiment.load(PRESETS / "iris.toml")
    session = Session(experiment)
    view = shown(qtbot, BoundaryView(), experiment)
    row = (5.0, 3.4, 1.5, 0.2)
    view.show_view(
        ViewState(row=row, options={"plane": {"plane": plane, "x": "petal length (cm)", "y": "petal width (cm)"}})
    )
    view.show_update(update({"boundary": session.frame(view.requests()["boundary"])}))
    columns = session.prepared.table.columns
    expected = (
        session.prepared.principal().project(np.array([row]))[0]
        if plane == "pca"
        else [row[columns.index(name)] for name in (view.frame.info["x"], view.frame.info["y"])]
    )
    x, y = view.samples.ring.getData()
    assert (x[0], y[0]) == pytest.approx(tuple(expected))
    view.show_view(ViewState(options=view.state.options))
    assert not len(view.samples.ring.getData()[0])


@pytest.mark.parametrize("kind", ["circle", "x_sin_x"])
def test_what_stands_beside_the_picture_keeps_away_from_the_edge(qtbot, kind):
    view = shown(qtbot, BoundaryView(), experiment(2, data={"kind": kind}), (512, 372))
    view.show_body(True)
    area = view.area
    assert area.plot.x() >= 0 and area.key.geometry().right() <= area.width() - 8


@pytest.mark.parametrize(("height", "switches"), [(400, (True, True)), (150, (True, False)), (90, (False, False))])
def test_the_names_of_the_classes_go_before_the_switches(qtbot, height, switches):
    """In a low picture of large text; the menu has both."""
    key = BoundaryKey()
    qtbot.addWidget(key)
    key.resize(100, height)
    key.show()
    key.show_words(KeyWords(classes=("ring", "disc")), look.current())
    assert (key.test.isVisible(), key.hard.isVisible()) == switches


@pytest.mark.parametrize(
    ("value", "span", "words"),
    [(619_403, 501_914, "620,000"), (-117_489, 501_914, "−120,000"), (31_415_926, 2e7, "31,000,000"), (2.5e12, 1e12, "2.5e12"),
     (1, 2, "1"), (0.25, 0.5, "0.2"), (61.2, 99, "61"), (1e5, 0, "1e5")],
)  # fmt: skip
def test_a_number_beside_the_bar_is_written_as_people_write_it(value, span, words):
    """The key of prices said 6.2e5, where the table and Predict say 619,403."""
    assert short_number(value, span) == words


def test_the_key_is_as_wide_as_its_numbers(qtbot):
    key = BoundaryKey()
    qtbot.addWidget(key)
    key.show_words(KeyWords(range=(0.0, 1.0)), look.current())
    usual = key.sizeHint().width()
    key.show_words(KeyWords(range=(117_489.0, 619_403_000.0), target="price"), look.current())
    needed = key.fontMetrics().horizontalAdvance("610,000,000")
    assert usual < key.sizeHint().width() and key.sizeHint().width() > needed


def test_a_sample_of_prices_is_told_in_full(qtbot):
    """ "true: 2.1e5, answered 2.1e5" told nobody how far off the answer is."""
    table = Table(
        x=np.array([[68.0, 3.0]]), y=np.array([208_770.0]), columns=("area", "rooms"), classes=(), target="price"
    )
    arrays = {"index": np.array([0]), "y": table.y, "answered": np.array([[211_204.4]])}
    frame = Frame(1, 1, None, arrays, {"classes": (), "columns": table.columns, "x": "area", "y": "rooms"})
    assert sample_sentence(frame, table, 0) == "area 68, rooms 3  →  true: 208,770, answered 211,204"


@pytest.mark.parametrize("names", [("orange", "blue"), ("an orange that is long", "blue")])
def test_in_a_narrow_line_no_name_lies_on_the_bar(qtbot, names):
    key = BoundaryKey()
    qtbot.addWidget(key)
    key.lie(flat=True)
    key.show_words(KeyWords(classes=names), look.current())
    key.setFixedSize(190, 22)
    image = key.grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)
    inked = [any(image.pixelColor(x, y) != ground for y in range(image.height())) for x in range(image.width())]
    lengths = [len(run) for run in "".join("#" if there else " " for there in inked).split(" ") if run]
    bar = lengths.index(max(lengths))
    words = "".join("#" if there else " " for there in inked)
    start = words.index("#" * lengths[bar])
    assert 24 <= lengths[bar] < 110 and words[start - 4 : start] == "    ", "a bar with room on its left"
