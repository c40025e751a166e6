"""The views with real widgets and made-up frames: what they show, what they ask for and what they say."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from app.documents.intents import (
    AddLayer,
    Brush,
    ChooseSample,
    ChooseXAxis,
    DrawPoints,
    ErasePoints,
    Predict,
    RemoveLayer,
    SetOption,
    SetWeight,
)
from app.documents.view_state import View as ViewState
from app.look import theme as look
from app.views import answer_colours
from app.views.boundary.view import BoundaryView
from app.views.curves.view import CurvesView
from app.views.layers import LayersView
from app.views.network.paint import edge_width, pill_room
from app.views.network.structure import MOST, STRONGEST, WEAKEST, Column, Unit, selected
from app.views.network.view import NetworkView
from app.views.results import ResultsView
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, Mark, RunState, Update
from core.history.metrics import History
from core.history.metrics import line as history_line

SIZE = 24


def experiment(*units: int, **values) -> Experiment:
    layers = [{"kind": "dense", "units": count} for count in units]
    return Experiment.parse({"data": {"kind": "circle", "samples": 60}, "layers": layers} | values)


def update(frames=None, metrics=None, run=1, marks=(), baselines=None) -> Update:
    return Update(
        run, RunState.running, 10, 1.0, 100, 1.0, 100.0, metrics or {}, frames or {}, marks=marks, baselines=baselines
    )


def shown(qtbot, view, made=None, size=(528, 414)):
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_theme(look.current())
    if made is not None:
        view.show_experiment(made, prepare(made))
    return view


def boundary_frame(seed=0, classes=("A", "B")) -> Frame:
    rng = np.random.default_rng(seed)
    outputs = 1 if len(classes) == 2 else len(classes)
    answers = rng.random((SIZE, SIZE, outputs)).astype(np.float32)
    answers = answers / answers.sum(-1, keepdims=True) if outputs > 1 else answers
    points = rng.uniform(-5, 5, (30, 2))
    arrays = {
        "answers": answers,
        "decisions": answers.argmax(-1) if outputs > 1 else (answers[..., 0] > 0.5).astype(int),
        "extent": np.array([-6.0, 6.0, -6.0, 6.0]),
        "points": points, "y": rng.integers(0, len(classes), 30), "part": np.repeat([0, 2], 15), "index": np.arange(100, 130),
    }  # fmt: skip
    info = {
        "geometry": "plane",
        "task": "classes",
        "x": "x₁",
        "y": "x₂",
        "classes": classes,
        "target": "class",
        "range": (0.0, 1.0),
        "threshold": 0.5,
        "notes": (),
    }
    return Frame(1, 10, None, arrays, info)


def network_frames(made: Experiment) -> dict[str, Frame]:
    rng = np.random.default_rng(1)
    widths = [2, *(layer.units for layer in made.layers), 1]
    names = [*(layer.name for layer in made.layers), "output"]
    weights = {
        f"{name}.weight": rng.normal(size=(after, before))
        for name, before, after in zip(names, widths[:-1], widths[1:], strict=True)
    }
    weights |= {f"{name}.bias": rng.normal(size=after) for name, after in zip(names, widths[1:], strict=True)}
    maps = {
        name: rng.uniform(-1, 1, (count, 8, 8)).astype(np.float32)
        for name, count in zip(["inputs", *names], widths, strict=True)
    }
    ranges = dict.fromkeys(maps, (-1.0, 1.0))
    return {
        "weights": Frame(1, 10, None, weights, {"layers": tuple(names), "features": ("x₁", "x₂")}),
        "neurons": Frame(1, 10, None, maps, {"features": ("x₁", "x₂"), "layers": tuple(names), "ranges": ranges}),
    }


def metrics(first, count, every=5):
    updates = np.arange(first, first + count * every, every, dtype=float)
    loss = np.exp(-updates / 200)
    return {
        "update": updates,
        "epoch": updates / 20,
        "samples": updates * 10,
        "seconds": updates / 100,
        "lr": np.full(count, 0.03),
        "train.loss": loss,
        "test.loss": 1.2 * loss,
    }


class Said:
    """What a view has said, in order."""

    def __init__(self, view):
        self.intents, self.edits = [], []
        view.intent.connect(self.intents.append)
        view.edit.connect(self._edit)

    def _edit(self, path, value):
        self.edits.append((path, value))


# Every view


@pytest.mark.parametrize("make", [BoundaryView, NetworkView, LayersView, ResultsView, CurvesView])
def test_an_empty_view_says_what_would_fill_it_and_has_a_picture(qtbot, make):
    view = shown(qtbot, make())
    assert len(view.empty_text) > 20
    assert view._pages.currentWidget() is view._empty
    assert not view.picture().isNull()
    assert not view.numbers()[1]


def test_a_hidden_view_draws_nothing_until_it_is_shown(qtbot):
    view = BoundaryView()
    qtbot.addWidget(view)
    view.show_theme(look.current())
    view.show_update(update({"boundary": boundary_frame()}))
    assert view.map.image is None
    view.resize(400, 400)
    view.show()
    assert view.map.image is not None


def test_only_frames_of_its_own_are_kept_and_only_the_last(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    first, last = boundary_frame(0), boundary_frame(1)
    view.show_update(update({"boundary": first, "weights": first}))
    view.show_update(update({"boundary": last}))
    assert view.frames == {"boundary": last}


def test_picture_and_numbers_are_saved(qtbot, tmp_path):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    view.save_picture(tmp_path / "map.png")
    view.save_numbers(tmp_path / "map.csv")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    rows = list(csv.reader((tmp_path / "map.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["x₁", "x₂", "answer"]
    assert len(rows) == 1 + SIZE * SIZE
    with pytest.raises(OSError, match="cannot write"):
        view.save_picture(tmp_path / "missing" / "map.png")


def test_our_menu_stands_in_for_the_plot_s_own(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    texts = [action.text() for action in view.menu().actions()]
    assert texts[:3] == ["Copy picture", "Save picture…", "Save numbers…"]
    assert "Show test samples" in texts
    assert view.plot.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not view.plot.box.menuEnabled()


# The boundary


def test_the_value_under_the_cursor_is_the_array_s(qtbot, rest_over):
    view = shown(qtbot, BoundaryView(), experiment(2))
    frame = boundary_frame()
    view.show_update(update({"boundary": frame}))
    grid = np.linspace(-6, 6, SIZE)
    for row, column in ((0, 0), (3, 17), (SIZE - 1, SIZE - 1)):
        assert view.value_at(grid[column] + 0.05, grid[row] - 0.05)[0] == frame.arrays["answers"][row, column, 0]
    assert view.sentence(grid[17], grid[3]).startswith("x₁ ")
    rest_over(view.plot.viewport(), view.plot.px_of(1.0, 1.0).toPoint(), view.readout.isVisible)
    assert "→" in view.readout.text()


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
    ring_x, ring_y = view.samples._ring.getData()
    assert (ring_x[0], ring_y[0]) == pytest.approx(tuple(frame.arrays["points"][place]))


def test_test_samples_appear_when_asked_for(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    assert set(view.samples.index) == set(range(100, 115))
    said = Said(view)
    view.key.test.click()
    assert set(view.samples.index) == set(range(100, 130))
    assert said.intents == [SetOption("boundary.test", True)]


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
    picture = answer_colours.picture(frame, False, theme)
    table = answer_colours.blended(3, theme)
    sure = np.array([[[0.0, 1.0, 0.0]]])
    colour = answer_colours._several(sure, sure.argmax(-1), False, theme)[0, 0]
    assert picture.shape == (SIZE, SIZE, 4)
    assert (colour == table[1, -1]).all()


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
    card = view.plane._open_card
    assert list(card.sliders) == list(prepare(iris).table.columns[2:])
    name = next(iter(card.sliders))
    card.sliders[name].setValue(0)
    low = prepare(iris).domain[2][0]
    assert dict(view.requests()["boundary"].fixed)[name] == pytest.approx(low)
    card.close()


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
    assert view.tool is None


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


# The network


def test_every_weight_has_an_edge_and_every_unit_a_tile(qtbot):
    made = experiment(4, 2)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    layout = view.canvas.layout_
    assert len(layout.edges) == 2 * 4 + 4 * 2 + 2 * 1
    assert [len(column) for column in layout.tiles] == [7, 4, 2, 1]  # inputs that are off can be switched on
    weights = view.frames["weights"].arrays
    for edge, value in zip(layout.edges, view.canvas.edge_weights(), strict=True):
        assert value == weights[edge.parameter][edge.index]
    rooms = [tile.room for column in layout.tiles for tile in column]
    assert not any(a.intersects(b) for i, a in enumerate(rooms) for b in rooms[:i])
    assert [edge_width(w) for w in (0, 2.5, -5, 9)] == pytest.approx([1, 5.5, 10, 10])


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


def test_the_choice_of_units_stays_for_a_while(qtbot):
    made = experiment(32)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    before = view.canvas.selection
    frames = network_frames(made)
    frames["weights"].arrays["output.weight"][:] = frames["weights"].arrays["output.weight"][:, ::-1].copy()
    view.show_update(update(frames))
    assert view.canvas.selection == before
    view._selected_at = -np.inf
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
    assert said.intents == [SetWeight(found.parameter, found.index, 1.5)]
    assert not view.editor.isVisible()


def test_pointing_at_an_edge_or_a_bias_says_its_name_and_value(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    canvas = view.canvas
    tile = canvas.layout_.tiles[1][1]
    canvas._cursor = QPointF(tile.room.left(), tile.room.bottom())
    canvas._point()
    value = view.frames["weights"].arrays["h1.bias"][1]
    assert canvas.words() == f"bias of unit 2 of hidden layer 1 = {value:.2f}".replace("-", "−")
    edge = canvas.layout_.edges[0]
    assert canvas.weight_of(edge).words == "w from x₁ to unit 1 of hidden layer 1"


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
    assert list(card.fields) == [("h2.weight", (0, 0)), ("h2.weight", (0, 1)), ("h2.weight", (0, 2)), ("h2.bias", (0,))]
    field = card.fields["h2.bias", (0,)]
    assert field.value() == pytest.approx(view.frames["weights"].arrays["h2.bias"][0], abs=1e-3)
    field.setText("")
    QTest.keyClicks(field, "-2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said.intents == [SetWeight("h2.bias", (0,), -2.0)]
    assert view.requests()["neurons"].resolution > 40
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert view.card is None
    assert view.requests()["neurons"].resolution == 40


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
    assert np.isnan(view.canvas.edge_weights()).any()


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


# Curves


def test_a_new_run_makes_the_last_one_a_ghost(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50), run=1))
    x, y = view.plot.lines["train"].getData()
    assert y == pytest.approx(metrics(0, 50)["train.loss"])
    view.show_update(update(metrics=metrics(0, 10), run=2))
    ghost_x, ghost_y = view.plot.ghosts["train"].getData()
    assert ghost_x == pytest.approx(x)
    assert ghost_y == pytest.approx(y)
    assert len(view.plot.lines["train"].getData()[0]) == 10


def test_someone_who_goes_back_goes_on_from_there(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50)))
    view.show_update(update(metrics=metrics(100, 3)))
    assert view.plot.lines["train"].getData()[0].tolist() == [*range(0, 100, 5), 100, 105, 110]


def test_the_axis_along_switches(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50)))
    said = Said(view)
    for axis in ("epoch", "samples", "seconds", "update"):
        view._choose_axis(axis)
        assert view.plot.lines["test"].getData()[0] == pytest.approx(metrics(0, 50)[axis])
    assert said.intents[0] == ChooseXAxis("epoch")


def test_the_cursor_reads_numbers_off_the_curves(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50), marks=(Mark(100, "live", "Learning rate η 0.1"),)))
    assert [entry.text for entry in view.head.entries] == ["0.294", "0.353"]
    view._point(101.0)
    assert view.head.entries[0].text == f"{np.exp(-0.5):.3f}"
    assert "updates 100" in view.plot.cross_words.toPlainText()
    assert "Learning rate η 0.1" in view.plot.cross_words.toPlainText()
    view._point(None)
    assert not view.plot.cross.isVisible()


def test_logarithmic_height_and_smoothing(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50)))
    view.head.log.click()
    assert view.plot.lines["train"].getData()[1] == pytest.approx(-metrics(0, 50)["update"] / 200 / np.log(10))
    view.show_view(ViewState(options={"curves.smooth": True, "curves.rate": True}))
    assert len(view.plot.bands["train"].getData()[0]) > 0
    assert [entry.name for entry in view.head.entries] == ["train", "test", "η"]


def test_reference_line_and_marks_and_infinite_losses(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    values = metrics(0, 50)
    values["train.loss"][30:] = np.inf
    view.show_update(
        update(
            metrics=values,
            baselines={"test.baseline_loss": 0.69, "train.baseline_loss": 0.5},
            marks=(Mark(50, "goal", "Goal"),),
        )
    )
    assert view.plot.guess.isVisible()
    assert view.plot.guess.value() == 0.69
    assert "constant guess" in view.plot.guess_words.toPlainText()
    assert view.plot.flags.getData()[0].tolist() == [50]
    assert not view.grab().isNull()


def test_the_score_has_a_view_of_its_own(qtbot):
    view = shown(qtbot, CurvesView("score"), experiment(2))
    values = metrics(0, 20) | {"train.accuracy": np.linspace(0.5, 1, 20), "test.accuracy": np.linspace(0.5, 0.9, 20)}
    view.show_update(update(metrics=values, baselines={"test.baseline": 0.55}))
    assert view.plot.lines["test"].getData()[1] == pytest.approx(np.linspace(0.5, 0.9, 20))
    assert view.plot.guess_words.toPlainText() == "majority class 0.55"
    assert view.numbers()[0][-2:] == ["train accuracy", "test accuracy"]


def test_of_letters_the_score_is_bits_per_character_or_accuracy(qtbot):
    made = Experiment.parse(
        {
            "data": {"kind": "names", "samples": 100},
            "task": {"kind": "characters"},
            "layers": [{"kind": "gru", "units": 2}],
        }
    )
    view = shown(qtbot, CurvesView("score"), made)
    bits, right = np.linspace(4.7, 3.4, 20), np.linspace(0.04, 0.3, 20)
    values = metrics(0, 20) | {
        "train.bits_per_character": bits,
        "test.bits_per_character": bits,
        "train.accuracy": right,
        "test.accuracy": right,
    }
    view.show_update(update(metrics=values, baselines={"test.baseline": 0.15, "test.letter_bits": 4.13}))
    assert view.title == "Bits per character" and view.plot.guess_words.toPlainText() == "single letters 4.13"
    assert view.plot.lines["test"].getData()[1] == pytest.approx(bits) and view.plot.box.viewRange()[1][1] >= 4.7
    choices = {choice.text: choice for choice in view.toggles()}
    assert choices["Bits per character"].on and not choices["Accuracy"].on
    choices["Accuracy"].turn(True)
    assert view.title == "Accuracy" and view.plot.guess_words.toPlainText() == "majority class 0.15"
    assert view.plot.lines["test"].getData()[1] == pytest.approx(right)
    view.show_view(ViewState())
    assert view.title == "Bits per character" and view.plot.guess.value() == 4.13


@pytest.mark.parametrize(("count", "chunk", "cap"), [(90, 7, 100), (5000, 13, 100), (12345, 1000, 64)])
def test_thinning_keeps_every_extreme(count, chunk, cap):
    rng = np.random.default_rng(count)
    loss = np.abs(rng.standard_cauchy(count)) + 1e-3
    history = History(cap)
    for first in range(0, count, chunk):
        updates = np.arange(first, min(first + chunk, count), dtype=float)
        history.add({"update": updates, "train.loss": loss[first : first + chunk]})
    column = history.column("train.loss")
    assert len(column.low) <= cap + 1
    lowest, highest = np.inf, -np.inf
    for value in loss:  # a plain loop over everything that was ever measured
        lowest, highest = min(lowest, value), max(highest, value)
    assert column.low.min() == lowest
    assert column.high.max() == highest
    assert column.last == loss[-1]
    x, y = history_line(history.column("update").mean, column)
    assert len(x) == len(y) <= 2 * (cap + 1)
    assert {lowest, highest} <= set(y)
    first = history.column("update").high[:-1]
    assert (np.diff(first) > 0).all()


def test_each_block_holds_the_extremes_of_its_own_stretch():
    loss = np.random.default_rng(3).random(1024)
    history = History(64)
    history.add({"update": np.arange(1024.0), "train.loss": loss})
    column, size = history.column("train.loss"), history.size
    for block in range(len(column.low)):
        stretch = loss[block * size : (block + 1) * size]
        assert column.low[block] == min(stretch)
        assert column.high[block] == max(stretch)
        assert column.mean[block] == pytest.approx(sum(stretch) / len(stretch))


def test_a_part_that_appears_later_is_unknown_before():
    history = History(100)
    history.add({"update": np.arange(3.0), "train.loss": np.ones(3)})
    history.add({"update": np.arange(3.0, 6), "train.loss": np.ones(3), "validation.loss": np.full(3, 2.0)})
    mean = history.column("validation.loss").mean
    assert np.isnan(mean[:3]).all()
    assert mean[3:].tolist() == [2, 2, 2]


# Layers and results


def test_layers_numbers_are_the_counts_and_sentences_are_shown(qtbot):
    arrays = {}
    for layer in ("h1", "output"):
        for quantity in ("weights", "gradients", "activations"):
            arrays[f"{layer}.{quantity}.counts"], arrays[f"{layer}.{quantity}.edges"] = np.histogram(
                np.arange(10.0), bins=4
            )
    frame = Frame(1, 1, None, arrays, {"layers": ("h1", "output"), "sentences": ("One unit is dead.",), "samples": 10})
    view = shown(qtbot, LayersView(), experiment(2))
    view.show_update(update({"layers": frame}))
    header, rows = view.numbers()
    assert header == ["layer", "quantity", "from", "to", "count"]
    assert sum(row[-1] for row in rows) == 6 * 10
    assert view.sentence.text() == "One unit is dead."


def results_frame() -> Frame:
    index, y = np.array([4, 9, 2]), np.array([0, 1, 1])
    answer, loss = np.array([[0.2], [0.1], [0.9]]), np.array([0.2, 2.3, 0.1])
    arrays = {
        "index": index,
        "y": y,
        "answer": answer,
        "loss": loss,
        "decision": np.array([0, 0, 1]),
        "confusion": np.array([[1, 0], [1, 1]]),
        "order": np.array([1, 0, 2]),
    }
    info = {
        "part": "test",
        "task": "classes",
        "classes": ("A", "B"),
        "target": "class",
        "columns": ("x₁", "x₂"),
        "figures": {"accuracy": 2 / 3},
        "left_out": 0,
        "probability": True,
    }
    return Frame(1, 1, None, arrays, info)


def test_a_click_on_a_bad_sample_chooses_it(qtbot):
    view = shown(qtbot, ResultsView(), experiment(2))
    view.show_update(update({"results": results_frame()}))
    said = Said(view)
    view.table.cellClicked.emit(0, 1)
    assert said.intents == [ChooseSample(9)]
    assert view.table.item(0, 3).text() == "A (0.90)"
    assert "Accuracy 66.7 %" in view.figures.toolTip() and "update 1" in view.figures.toolTip()


def test_a_typed_row_is_predicted(qtbot):
    view = shown(qtbot, ResultsView(), experiment(2))
    view.show_update(update({"results": results_frame()}))
    said = Said(view)
    view.tabs.setCurrentIndex(1)
    field = view.entry.fields[0]
    field.setText("")
    QTest.keyClicks(field, "2.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(said.intents[0], Predict) and said.intents[0].row[0] == 2.5
    view.show_view(ViewState(row=(2.5, 0.0)))
    assert view.requests()["sample"].row == (2.5, 0.0)


def test_a_ghost_of_something_else_goes_away_and_a_long_one_does_not_set_the_axis(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 200), run=1))
    view.show_update(update(metrics=metrics(0, 9), run=2))
    assert len(view.plot.ghosts["train"].getData()[0]) == 200
    assert view.plot.box.viewRange()[0][1] == pytest.approx(60)  # 1.5 times 40 updates, not 1000
    other = Experiment.parse({"data": {"kind": "xor"}})
    view.show_experiment(other, prepare(other))
    view.show_update(update(metrics=metrics(0, 1), run=3))
    assert not len(view.ghost)
    assert view.plot.box.viewRange()[0][1] == pytest.approx(20)


def test_rows_of_an_older_run_or_an_older_start_never_join(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    view.show_update(update(metrics=metrics(0, 50), run=1))
    view.show_update(update(metrics=metrics(0, 2), run=2))
    view.show_update(update(metrics=metrics(250, 3), run=1))
    assert view.ghost.newest == 245
    assert view.history.newest == 5
    mixed = {name: np.concatenate([values[-2:], values[:2]]) for name, values in metrics(0, 50).items()}
    view.show_update(update(metrics=mixed, run=2))
    assert view.plot.lines["train"].getData()[0].tolist() == [0, 5]
    again = {name: values.copy() for name, values in metrics(5, 1).items()} | {"train.loss": np.array([7.0])}
    view.show_update(update(metrics=again, run=2))
    assert view.plot.lines["train"].getData()[1].tolist() == [1.0, 7.0]


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


def test_a_sample_is_told_in_words_and_the_box_stays_within_the_map(qtbot):
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
    view._read(view.plot.px_of(*frame.arrays["points"][3]))
    words = view.readout.text()
    assert all(name in words for name in prepared.table.columns)
    assert f"true: {prepared.table.classes[0]}, answered {prepared.table.classes[1]}" in words
    assert view.readout.geometry().right() < view.plot.geometry().right()


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


def test_the_words_of_the_guess_stand_where_no_curve_passes(qtbot):
    view = shown(qtbot, CurvesView("loss"), experiment(2))
    values = metrics(0, 50)
    values["train.loss"] = np.linspace(1.0, 0.52, 50)  # comes down onto the words at the right, from above
    values["test.loss"] = values["train.loss"]
    view.show_update(update(metrics=values, baselines={"test.baseline_loss": 0.5}))
    room = view.plot.guess_words.mapRectToParent(view.plot.guess_words.boundingRect())
    x, y = view.plot.lines["train"].getData()
    assert not any(room.contains(QPointF(*spot)) for spot in zip(x, y, strict=True))
