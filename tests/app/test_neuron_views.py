"""A lone neuron in three pictures: what a hand does, what they say, and where they stand."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.documents.intents import ChooseSample, PutAt, ShowPicture
from app.documents.view_state import ViewState
from app.views.neuron import is_asked
from app.views.neuron.scale import blocks_of
from app.views.neuron.slice_picture import cut, half_plane
from app.views.neuron.table import RIGHT, WRONG, cells
from app.views.neuron.told import Tried, compared, row_of, switched
from app.views.neuron.view import TRIES, NeuronView, RowsView, SlicesView
from app.views.registry import fronts_of, place_of
from core.experiment import Experiment
from core.probes.neuron import Neuron
from core.training.session import Session
from tests.building.experiments import layer
from tests.building.listening import Said
from tests.building.places import PRESETS
from tests.building.view_frames import experiment, shown, update

pytestmark = pytest.mark.usefixtures("kernel")
HOLIDAY = Experiment.load(PRESETS / "holiday.toml")
RIDDLE = Experiment.load(PRESETS / "xor-riddle.toml")


def frame_of(made: Experiment, *weights: float, threshold: float):
    session = Session(made)
    session.load_vector(np.array([*weights, -threshold]))
    return session.frame(Neuron())


def neuron(qtbot, made, frame, size=(528, 376)):
    view = shown(qtbot, NeuronView(), made, size)
    view.show_update(update({"neuron": frame}))
    return view


def test_the_hand_moves_one_weight_and_the_threshold_is_the_bias_with_the_sign_changed(qtbot):
    frame = frame_of(HOLIDAY, 1, 0.5, -1, threshold=0.5)
    view = neuron(qtbot, HOLIDAY, frame)
    said = Said(view)
    view.hand.weights[1].changed.emit(2.0)
    view.hand.threshold.changed.emit(2.5)
    view.hand.threshold.finished.emit()
    puts = [intent for intent in said.intents if isinstance(intent, PutAt)]
    assert [put.vector.tolist() for put in puts] == [[1, 2, -1, -0.5], [1, 2, -1, -2.5], [1, 2, -1, -2.5]]
    assert [(put.drag, put.words) for put in puts] == [
        (True, "weight of leave"),
        (True, "threshold"),
        (False, "threshold"),
    ]
    assert view.hand.threshold.value() == 0.5 and view.hand.bias.text() == "bias −0.5"
    assert view.hand.weights[0].limits.low == -3 and view.hand.weights[0].limits.high == 3
    assert "b = −threshold = −0.5" in view.rule.text() and view.rule.text().startswith("GO if Σ wᵢxᵢ > threshold")


def test_switches_choose_the_row_that_is_weighed(qtbot):
    frame = frame_of(HOLIDAY, 1, 2, 1, threshold=2.5)
    view = neuron(qtbot, HOLIDAY, frame)
    said = Said(view)
    assert view.scale.words() == "0 ≤ 2.5: STAY" and view.scale.tilt < 0
    view.hand.switches[1].click()
    assert said.intents[-1] == ChooseSample(2)
    view.show_view(ViewState(sample=6))
    assert [switch.isChecked() for switch in view.hand.switches] == [True, True, False]
    assert view.scale.words() == "3 > 2.5: GO" and view.scale.tilt > 0
    assert [label.text() for label in view.hand.products] == ["1 · 1 = 1", "1 · 2 = 2", "0 · 1 = 0"]
    for row in range(8):
        for question in range(3):
            there = switched(frame, row, question)
            assert row_of(frame, switched(frame, there, question)) == row != there


def test_left_minus_right_is_the_sum_less_the_threshold():
    draw = np.random.default_rng(1)
    for _ in range(5):
        *weights, threshold = draw.integers(-12, 13, 4) / 4
        frame = frame_of(HOLIDAY, *weights, threshold=threshold)
        for row in range(8):
            left, right = blocks_of(frame, row)
            assert all(block.weight > 0 for block in (*left, *right))
            held = sum(block.weight for block in left) - sum(block.weight for block in right)
            assert held == frame.arrays["sums"][row] - threshold


def test_the_rows_have_their_ticks():
    lines = cells(frame_of(HOLIDAY, 1, 2, 1, threshold=1.5))
    assert [line[-1] for line in lines] == [RIGHT, RIGHT, WRONG, RIGHT, RIGHT, WRONG, RIGHT, RIGHT]
    assert lines[2] == ["0", "1", "0", "STAY", "2 > 1.5", "GO", WRONG]
    assert compared(2.5, 2.5, False) == "2.5 ≤ 2.5", "it fires above the threshold, not at it"
    assert compared(0.3000000119, 0.3, True) == "0.300000012 > 0.3"


def test_rows_and_slices_choose_what_is_pressed(qtbot):
    frame = frame_of(HOLIDAY, 1, 2, 1, threshold=2.5)
    rows, slices = shown(qtbot, RowsView(), HOLIDAY, (512, 170)), shown(qtbot, SlicesView(), HOLIDAY, (512, 350))
    said = [Said(view) for view in (rows, slices)]
    for view in (rows, slices):
        view.show_update(update({"neuron": frame}))
    rows.table.cellClicked.emit(5, 0)
    assert said[0].intents == [ChooseSample(5)]
    picture = slices.slices[1]
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=picture.at(1, 0).toPoint())
    assert said[1].intents == [ChooseSample(5)] and picture.rows().tolist() == [1, 3, 5, 7]
    assert rows.numbers()[1][5][-1] == RIGHT
    widths = [rows.table.columnWidth(column) for column in range(rows.table.columnCount())]
    assert sum(widths) <= rows.table.viewport().width() + 1
    assert all(rows.table.sizeHintForColumn(at) <= wide for at, wide in enumerate(widths)), "no number is cut"


def test_all_eight_rows_are_seen_however_low_the_window_is(qtbot):
    rows = shown(qtbot, RowsView(), HOLIDAY, (512, 96))
    rows.show_update(update({"neuron": frame_of(HOLIDAY, 1, 2, 1, threshold=2.5)}))
    rows.resize(512, rows.minimumHeight())
    table = rows.table
    assert table.rowCount() == 8 and table.verticalScrollBar().maximum() == 0
    assert table.rowViewportPosition(7) + table.rowHeight(7) <= table.viewport().height()
    assert table.rowHeight(7) >= table.fontMetrics().ascent(), "digits have no tails"


def test_headings_of_rows_wear_the_text_of_the_picture_and_are_not_cut(qtbot):
    view = shown(qtbot, RowsView(), HOLIDAY, (900, 300))
    view.show_update(update({"neuron": frame_of(HOLIDAY, 1, 2, 1, threshold=2.5)}))
    for scale, size, high in ((1.0, (900, 300), 20), (1.85, (528, 520), 59), (2.0, (630, 420), 64)):
        view.resize(*size)
        view.show_theme(dataclasses.replace(view.theme, scale=scale))
        head = view.table.horizontalHeader()
        assert head.height() == high and head.fontMetrics().height() > 11 * scale
        for at in range(head.count()):
            words = view.table.model().headerData(at, Qt.Orientation.Horizontal).split()
            assert max(map(head.fontMetrics().horizontalAdvance, words)) <= head.sectionSize(at) - 4
    view.resize(312, 420)
    widths = [view.table.columnWidth(at) for at in range(head.count())]
    assert sum(widths) <= view.table.viewport().width() + 1, "letters are smaller rather than a tick out of sight"
    assert all(view.table.sizeHintForColumn(at) <= wide for at, wide in enumerate(widths) if wide)
    assert [at for at, wide in enumerate(widths) if not wide] == [4], "the sums, which are a tool-tip"


def test_beside_other_runs_headings_are_whole_and_every_tick_is_seen(qtbot):
    view = shown(qtbot, RowsView(), HOLIDAY, (260, 300))
    view.show_update(update({"neuron": frame_of(HOLIDAY, 1, 2, 1, threshold=2.5)}))
    head, table = view.table.horizontalHeader(), view.table
    seen = [at for at in range(head.count()) if not table.isColumnHidden(at)]
    assert seen == [0, 1, 2, 3, 5, 6] and table.item(3, 5).toolTip() == "Σ wᵢxᵢ: 3 > 2.5"
    assert sum(head.sectionSize(at) for at in seen) <= table.viewport().width() + 1
    for at in seen:
        words = table.model().headerData(at, Qt.Orientation.Horizontal).split(" ")
        assert max(map(head.fontMetrics().horizontalAdvance, words)) <= head.sectionSize(at) - 4
        assert table.sizeHintForColumn(at) <= head.sectionSize(at)
    view.resize(512, 300)
    assert not any(table.isColumnHidden(at) for at in range(head.count()))


def test_a_slice_is_tinted_where_the_neuron_fires():
    draw = np.random.default_rng(2)
    for _ in range(20):
        first, second, offset = draw.normal(size=3)
        corners = half_plane((first, second), offset)
        x, y = draw.uniform(-0.5, 1.5, (2, 200))
        assert [inside(corners, *spot) for spot in zip(x, y, strict=True)] == (
            first * x + second * y + offset > 0
        ).tolist()
        for end in cut((first, second), offset):
            assert first * end[0] + second * end[1] + offset == pytest.approx(0, abs=1e-9)
    assert half_plane((0.0, 0.0), -0.5) == [] and len(half_plane((0.0, 0.0), 0.5)) == 4


def inside(corners, x, y) -> bool:
    """Whether a point lies in a convex polygon that is walked against the clock."""
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return bool(corners) and all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 for (ax, ay), (bx, by) in pairs)


def test_settings_that_were_tried_are_counted_once():
    tried = Tried()
    assert tried.words() == ""
    for weights, threshold in (((1, 1), 0.5), ((1, 1), 1.5), ((1, 1), 0.5)):
        tried.take(frame_of(RIDDLE, *weights, threshold=threshold))
    assert tried.words() == "2 settings tried, the best has 3 of 4 right"
    assert tried.brief() == ("best: 3 of 4", "3 of 4")


def riddled(qtbot, *size):
    """The riddle after some tries."""
    view = neuron(qtbot, RIDDLE, frame_of(RIDDLE, 1, 1, threshold=0.5), *size)
    where = view.hand.geometry()
    for number in range(1, TRIES):
        assert not view.reason.isVisible() and not view.solve.isVisible(), "nobody is told before trying"
        view.show_update(update({"neuron": frame_of(RIDDLE, 1, 1, threshold=0.5 + number)}))
    assert view.hand.geometry() == where, "no slider moves when it is said"
    return view


def test_why_xor_cannot_be_is_said_of_xor_alone_and_only_to_who_has_tried(qtbot):
    view = riddled(qtbot)
    assert view.reason.isVisible() and view.solve.isVisible()
    assert all(
        words in view.reason.text() for words in ("b ≤ 0", "w₁ + b > 0", "w₂ + b > 0", "> −b ≥ 0", "b ≤ 0. Both")
    )
    edits, said = [], Said(view)
    view.edits.connect(edits.append)
    view.decides.choose("or")
    assert dict(edits[-1])["data"] == {"kind": "truth", "gate": "or"}
    view.solve.click()
    assert dict(edits[-1])["start.weights"]["h1.bias"] == [-4.0, -12.0] and said.intents == [ShowPicture("bend")]
    other = Experiment.parse(RIDDLE.model_dump() | {"data": {"kind": "truth", "gate": "or"}})
    view.show_experiment(other)
    view.show_update(update({"neuron": frame_of(other, 1, 1, threshold=0.5)}))
    assert not view.reason.isVisible() and not view.solve.isVisible() and view.count.text() == "All 4 right."


def test_what_has_no_room_is_said_elsewhere_and_nothing_is_cut(qtbot):
    view = riddled(qtbot, (440, 190))
    assert not view.reason.isVisible() and "w₁ + w₂ + b" in view.solve.toolTip() and view.solve.isVisible()
    view.resize(640, 190)
    qtbot.waitUntil(lambda: view.count.shown() == view.count.text(), timeout=5000)
    view.resize(320, 190)
    qtbot.waitUntil(lambda: view.count.shown() in ("best: 3 of 4", "3 of 4"), timeout=5000)
    view.resize(440, 190)
    for field in view.hand.weights:
        assert field.field.height() <= field.height() and field.field.geometry().right() <= field.width()


@pytest.mark.parametrize(
    ("made", "place", "fronts"),
    [
        (HOLIDAY, "slices", {"network": "neuron", "loss": "rows"}),
        (RIDDLE, "boundary", {"network": "neuron", "loss": "rows"}),
        (experiment(), "boundary", {}),
        (Experiment.parse(RIDDLE.model_dump() | {"loss": {"kind": "cross_entropy"}, "rule": {"kind": "gradient"}, "layers": [layer(2)]}), "boundary", {}),
        (Experiment.parse(HOLIDAY.model_dump() | {"inputs": {"features": ["leave"]}, "start": {}}), "boundary", {}),
    ],
    ids=["holiday", "riddle", "other data", "hidden units", "one question off"],
)  # fmt: skip
def test_they_stand_where_one_neuron_is_asked_yes_or_no_questions(made, place, fronts):
    assert place_of(made) == place and dict(fronts_of(made)) == fronts and is_asked(made) is bool(fronts)


@pytest.mark.slow
def test_they_come_before_network_and_loss_and_go_again(open_window, qtbot):
    window = open_window(PRESETS / "holiday.toml")
    room = window.network
    docks = room.docks

    def seen(*names):
        return lambda: all(docks[name].seen for name in names)

    qtbot.waitUntil(seen("neuron", "rows", "slices"), timeout=60_000)
    assert docks["network"].isHidden() and docks["loss"] in room.tabifiedDockWidgets(docks["rows"])
    assert list(docks["neuron"].ways)[-1] == "neuron" and docks["neuron"].ways["neuron"] == "Neuron"
    view = room.views.of(NeuronView)
    qtbot.waitUntil(lambda: view.frame is not None, timeout=60_000)
    view.decides.choose("xor")
    qtbot.waitUntil(lambda: view.frame is not None and view.frame.info["target"] == "x₁ XOR x₂", timeout=60_000)
    assert seen("neuron", "rows")() and docks["slices"].isHidden()
    room.store.change_view(layout="Lecture")
    qtbot.waitUntil(seen("neuron", "boundary"))
    view.solve.click()
    qtbot.waitUntil(seen("bend", "boundary"))
    room.store.change_view(layout="Explore")
    qtbot.waitUntil(seen("bend", "loss"))
    assert "neuron" not in docks["network"].ways and docks["neuron"].isHidden() and docks["rows"].isHidden()
    room.layouts.choose_picture("network")
    qtbot.waitUntil(seen("network"))
    qtbot.waitUntil(lambda: room.lab.runs.ready, timeout=60_000)
