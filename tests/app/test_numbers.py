"""An update in numbers: what stands on the network and on the sheet beside it are the numbers of the account."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest

from app.documents.intents import ChooseSample, GoOn, LookAt, Say, SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.arithmetic.blocks import Calculation, Grids, Table, as_html, as_markdown, as_rows
from app.views.arithmetic.sheet import bracket
from app.views.arithmetic.view import ArithmeticView
from app.views.drawing.plot import say
from app.views.network.paint import chip_room
from app.views.neuron.told import say as weighed
from app.views.numbers.growth import grown
from app.views.numbers.looked import BACKWARD, FORWARD, LOSS, PHASE, UPDATE, WHITEBOARD, Looked, write
from app.views.numbers.view import NumbersView
from app.views.surface.paint import short
from app.widgets.number_text import in_full, show
from core.arithmetic.notes import ROUNDED
from core.arithmetic.told import Check
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.machine.resources import FOLDER
from core.messages import number_words
from core.race.update_rules.rule import show as by_rule
from tests.building import accounts
from tests.building.accounts import account
from tests.building.listening import Said


@pytest.fixture(scope="module")
def students():
    experiment = Experiment.load(FOLDER / "presets" / "pass.toml")
    return experiment, prepare(experiment)


@pytest.fixture
def view(qtbot, students):
    return shown(qtbot, NumbersView(), students)


@pytest.fixture
def sheet(qtbot, students):
    return shown(qtbot, ArithmeticView(), students)


def shown(qtbot, view, students):
    qtbot.addWidget(view)
    view.resize(520, 560)
    view.show_theme(look.current())
    view.show_experiment(*students)
    view.show()
    return view


def tell(view, told=None, **options):
    """Show an account, and what is looked at in it."""
    told = account() if told is None else told
    view.frames = {"account": Frame(1, 0, None, {}, {"account": told})}
    named = {f"numbers.{name}": value for name, value in options.items()}
    view.show_view(ViewState(sample=told.sample, options=named))
    view.redraw()


def goes_on(view, told):
    """The run has made an update, and its next one is told."""
    frames = {"account": Frame(1, told.update - 1, None, {}, {"account": told})}
    view.show_update(Update(1, RunState.paused, told.update - 1, 0.0, 0, 0.0, 1.0, {}, frames))


def spot(view, layer, unit):
    canvas = view.canvas
    number = [column.name for column in canvas.columns].index(layer)
    return next(spot for spot in canvas.places.spots[number] if spot.unit == unit)


def click(view, place: QPointF):
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))


def edge_of(view, layer, index):
    for edge in view.canvas.places.edges:
        if view.canvas.columns[edge.target.column].name == layer and (edge.target.unit, edge.source.unit) == index:
            return edge
    raise AssertionError


def test_values_stand_on_the_units_and_deltas_backwards(view):
    tell(view)
    drawn = {column.name: column.numbers.tolist() for column in view.canvas.columns}
    assert drawn == {"inputs": accounts.X.tolist(), "h1": accounts.A1.tolist(), "output": accounts.Z2.tolist()}
    tell(view, phase=[BACKWARD])
    drawn = {column.name: column.numbers.tolist() for column in view.canvas.columns}
    assert drawn["h1"] == accounts.DELTA1.tolist() and drawn["output"] == accounts.DELTA2.tolist()
    assert view.canvas.accessibleDescription() == f"unit 1 of hidden layer 1: δ = {accounts.DELTA1[0]:.4f}"


def test_edges_carry_what_flows(view):
    tell(view)
    assert view.canvas.flows[1].carried == pytest.approx(accounts.W1 * accounts.X)
    tell(view, phase=[BACKWARD])
    assert view.canvas.flows[2].carried == pytest.approx(accounts.W2 * accounts.DELTA2[:, None])
    tell(view, phase=[UPDATE, 1])
    steps = -accounts.RATE * accounts.DELTA1[:, None] * accounts.X
    assert view.canvas.flows[1].carried == pytest.approx(steps)


def test_what_the_cursor_is_on_is_said_with_its_numbers(view):
    tell(view)
    view.canvas.point_at(spot(view, "h1", 1).room.center())
    assert view.canvas.words() == f"unit 2 of hidden layer 1: a = {accounts.A1[1]:.4f}"
    view.canvas.point_at(spot(view, "inputs", 1).room.center())
    assert view.canvas.words() == "hours studied = 9, seen as 0.9"
    tell(view, dataclasses.replace(account(), unscaled=(0.5, 0.9)))  # data that are not scaled
    view.canvas.point_at(spot(view, "inputs", 1).room.center())
    assert view.canvas.words() == "hours studied = 0.9"
    edge = edge_of(view, "h1", (1, 1))
    view.canvas.point_at(edge.source.exit + (edge.target.entry - edge.source.exit) * 0.3)
    assert view.canvas.words() == "w from hours studied to unit 2 of hidden layer 1 = −1.05, sends on w·x = −0.945"


def test_two_clicks_tell_the_gradient_of_a_weight(view, sheet):
    """The first one chose *Numbers* or the student; the second is on the weight."""
    said = Said(view)
    tell(view)
    edge = edge_of(view, "h1", (2, 0))
    click(view, edge.source.exit + (edge.target.entry - edge.source.exit) * 0.2)
    options = {intent.name: intent.value for intent in said.of(SetOption)}
    assert options["numbers.weight"] == ["h1.weight", 2, 0] and options[PHASE] == [BACKWARD]
    assert options["numbers.unit"] == ["h1", 2] and not said.of(GoOn)
    tell(sheet, account(unit=(2,)), phase=[BACKWARD], weight=["h1.weight", 2, 0])
    gradient = accounts.DELTA1[2] * 0.5
    assert f"({accounts.DELTA1[2]:.4f}".replace("-", "−") in sheet.paper.toPlainText()
    assert f"× 0.5 = {gradient:.4f}".replace("-", "−") in sheet.paper.toPlainText()


def test_the_arrow_keys_walk_through_the_phases_and_only_update_learns(view, qtbot):
    said = Said(view)
    tell(view)
    for phase in (LOSS, BACKWARD):
        QTest.keyClick(view.phases, Qt.Key.Key_Right)
        assert view.phase == phase == view.phases.phase
    assert not said.of(GoOn) and not said.of(LookAt)
    QTest.keyClick(view.phases, Qt.Key.Key_Left)
    assert view.phase == LOSS and not said.of(LookAt)
    QTest.keyClick(view.phases, Qt.Key.Key_Right)
    QTest.keyClick(view.phases, Qt.Key.Key_Right)
    assert view.phase == UPDATE and len(said.of(GoOn)) == 1 and not view.is_made
    goes_on(view, account(update=2))
    assert view.is_made and view.account.update == 1  # still told of the one that was made
    QTest.keyClick(view.phases, Qt.Key.Key_Left)
    assert view.phase == BACKWARD and said.of(LookAt)[-1] == LookAt(0)
    view.go(UPDATE)
    view.onwards()
    assert view.phase == FORWARD and len(said.of(GoOn)) == 2


def test_a_phase_can_be_pressed_and_dragged(view):
    tell(view)
    bar = view.phases
    press = bar.room(LOSS).center().toPoint()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=press)
    assert view.phase == LOSS
    QTest.mouseMove(bar, bar.room(BACKWARD).center().toPoint())
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=bar.room(BACKWARD).center().toPoint())
    assert bar.accessibleDescription().startswith(("Backward, 3 of 4", "Loss, 2 of 4"))


def test_beside_update_it_is_said_that_the_sample_is_not_in_the_run_s_batch(view):
    tell(view)
    view.phases.resize(560, view.phases.height())
    assert not view.phases.says_without and "without this sample" not in view.phases.toolTip()
    view.phases.show_phase(FORWARD, without=True)
    assert view.phases.says_without
    assert "the run's next batch, without this sample" in view.phases.toolTip()
    assert "without this sample" in view.phases.accessibleDescription()
    view.phases.grab()
    view.phases.resize(240, view.phases.height())
    assert not view.phases.says_without, "no room: the tool-tip says it"


def test_an_update_that_others_have_followed_is_told_no_longer(view):
    tell(view, phase=[UPDATE, 1])
    goes_on(view, account(update=6))
    assert view.phase == FORWARD and view.account.update == 6


def test_the_worst_sample_is_chosen_where_nobody_has_chosen_one(view):
    said = Said(view)
    view.frames = {"account": Frame(1, 0, None, {}, {"account": account(sample=7)})}
    view.show_view(ViewState())
    view.redraw()
    assert said.of(ChooseSample) == [ChooseSample(7)]
    assert view.requests()["account"].sample == -1
    view.show_view(ViewState(sample=3))
    assert view.requests()["account"].sample == 3
    view.redraw()
    assert said.of(ChooseSample) == [ChooseSample(7)]  # the person's own choice stays


def test_the_sum_is_written_in_symbols_in_numbers_and_worked_out(sheet):
    tell(sheet)
    text = sheet.paper.toPlainText()
    squashed = ("a = σ(z) = 1/(1 + e^(−z))", "= 1/(1 + e^(−0.484))", f"= {accounts.A1[0]:.4f}")
    for line in ("z = w₁·x₁ + w₂·x₂ + b", "= 0.95·0.5 + 0.01·0.9 + 0", "= 0.484", *squashed):
        assert line in text
    tell(sheet, account(unit=(1,)))
    assert "= −0.75·0.5 − 1.05·0.9" in sheet.paper.toPlainText()
    tell(sheet, account("output", (0,)))
    assert "z = w₁·a₁ + w₂·a₂ + w₃·a₃ + b" in sheet.paper.toPlainText()
    assert sheet.paper.toPlainText().count("− 2.22") == 1


def test_the_loss_its_lines_and_the_check_are_written(sheet):
    tell(sheet, phase=[LOSS])
    text = sheet.paper.toPlainText()
    assert f"= {accounts.LOSS:.4f}" in text and "The batch is this one sample" in text
    assert "equal to automatic differentiation to 1e−10; the run's own update (float32) equals it within 1e−5." in text


def test_where_roundings_decide_the_check_says_neither_right_nor_wrong(sheet):
    check = Check(0.0, 0.5, "h1.weight", "float32", 4e-6, 0.6)
    tell(sheet, dataclasses.replace(account(), check=check), phase=[LOSS])
    text = sheet.paper.toPlainText()
    assert (
        "? In double precision" in text and "differs by 0.5 at h1.weight; made in float64 it differs by 4e−6; " in text
    )
    assert "here roundings decide: one rounding off, the same arithmetic ends 0.6 away." in text


def test_old_and_new_weights_are_told_at_the_update(sheet):
    tell(sheet, phase=[UPDATE, 1], weight=["h1.weight", 0, 1])
    text = sheet.paper.toPlainText()
    new = 0.01 - accounts.DELTA1[0] * 0.9
    assert f"= {new:.4f}".replace("-", "−") in text and "w′ = w − η·g" in text
    assert "w from hours studied to unit 1 of hidden layer 1" in text
    assert f"g = δ·input\n= {accounts.DELTA1[0]:.4f}·0.9\n= {accounts.DELTA1[0] * 0.9:.4f}" in text
    tell(sheet, phase=[UPDATE, 1], weight=["h1.bias", 0])
    assert f"g = δ·input\n= {accounts.DELTA1[0]:.4f}·1\n" in sheet.paper.toPlainText()


def test_where_a_layer_has_no_bias_none_is_added(sheet):
    told = account()
    assert told.unit is not None and told.unit.forwards is not None
    unit = dataclasses.replace(told.unit, forwards=dataclasses.replace(told.unit.forwards, bias=None))
    tell(sheet, dataclasses.replace(told, unit=unit))
    text = sheet.paper.toPlainText()
    assert "z = w₁·x₁ + w₂·x₂\n= 0.95·0.5 + 0.01·0.9\n" in text


def test_a_label_at_the_cursor_is_wrapped_rather_than_cut():
    metrics = QFontMetrics(look.current().digits(14))
    words = "w from hours studied to unit 1 of hidden layer 1 = 0.01, sends back w·δ = 0.0012"
    room = chip_room(metrics, words, QPointF(190, 100), 240, 300)
    assert room.left() >= 4 and room.right() <= 236 and room.height() > 2 * metrics.height()
    wide = chip_room(metrics, words, QPointF(190, 100), 2000, 300)
    assert wide.height() < 2 * metrics.height() and wide.width() > 240


def test_whiteboard_numbers_have_two_digits(sheet):
    said = Said(sheet)
    tell(sheet)
    assert ROUNDED not in sheet.paper.toPlainText()
    QTest.mouseClick(sheet.board, Qt.MouseButton.LeftButton, pos=QPoint(8, sheet.board.height() // 2))
    assert [(intent.name, intent.value) for intent in said.of(SetOption)] == [(WHITEBOARD, True)]
    tell(sheet, whiteboard=True)
    assert f"= {accounts.A1[0]:.2f}" in sheet.paper.toPlainText() and ROUNDED in sheet.paper.toPlainText()
    assert f"= {accounts.A1[0]:.4f}" not in sheet.paper.toPlainText()


def test_the_sheet_is_copied_as_a_table(sheet):
    tell(sheet)
    sheet.copy_markdown()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"{sheet.who.text()}\n\n### Forward")
    assert "| Weighted sum | z | w₁·x₁ + w₂·x₂ + b | 0.95·0.5 + 0.01·0.9 + 0 | 0.484 |" in text
    said = Said(sheet)
    sheet.copy_csv()
    assert said.of(Say) == [Say("Copied: the arithmetic is on the clipboard as a table.")]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "what,in symbols,in numbers,result" and "hours studied" in lines[1]
    assert ",".join(["Hidden layer 1", *(f"{each:.4f}" for each in accounts.A1)]) in lines
    assert f"Output,{accounts.Z2[0]:.4f}" in lines and "−" not in QGuiApplication.clipboard().text()
    assert "Weighted sum,z = w₁·x₁ + w₂·x₂ + b,0.95·0.5 + 0.01·0.9 + 0,0.484" in QGuiApplication.clipboard().text()


def test_links_lead_to_samples_and_weights_and_the_search_to_units(sheet):
    said = Said(sheet)
    tell(sheet)
    sheet.paper.anchorClicked.emit(QUrl("sample:4"))
    sheet.paper.anchorClicked.emit(QUrl("weight:h1.weight:2,1"))
    sheet.search.setText("unit 3")
    QTest.keyClick(sheet.search, Qt.Key.Key_Return)
    assert said.of(ChooseSample) == [ChooseSample(4)]
    chosen = {intent.name: intent.value for intent in said.of(SetOption)}
    assert chosen == {"numbers.weight": ["h1.weight", 2, 1], "numbers.unit": ["h1", 2]}


def test_the_units_are_walked_with_the_keys(view):
    said = Said(view)
    tell(view)
    for key, unit in ((Qt.Key.Key_Down, ["h1", 1]), (Qt.Key.Key_Right, ["output", 0])):
        QTest.keyClick(view.canvas, key)
        assert said.of(SetOption)[-1].value == unit


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(0.5, 4, "0.5"), (1 / 3, 4, "0.3333"), (-1.25, 2, "−1.25"), (2.0, 2, "2"), (0.0, 4, "0"), (-0.001, 2, "0.00"),
     (3e-7, 4, "3.00·10^−7"), (float("nan"), 2, "not a number"), (1234.5, 4, "1,234.5"),
     (6.78e-5, 4, "6.78·10^−5"), (-4.321e-4, 4, "−4.32·10^−4"), (0.0005, 4, "0.0005"), (0.00123, 4, "0.0012"), (0.0068, 3, "0.007")],
)  # fmt: skip
def test_numbers_are_written_for_reading(value, digits, text):
    assert write(value, digits) == text


@pytest.mark.parametrize(
    "written", [number_words, show, in_full, by_rule, say, weighed, short, lambda value: write(value, 2)]
)
def test_zero_has_no_sign_whoever_writes_it(written):
    """0 · −1 was −0."""
    assert written(0 * -1.0).strip("0.") == "" and written(-3.0).startswith(("−3", "-3"))


def test_what_a_file_has_wrong_is_as_at_first():
    assert Looked.of({PHASE: "update", "numbers.unit": 3, WHITEBOARD: "yes"}) == Looked()
    assert Looked.of({PHASE: ["update", 4], "numbers.unit": ["h1", 2]}) == Looked(UPDATE, 4, "h1", (2,))


def test_windows_stand_beside_each_other_where_there_is_room():
    grids = Grids(
        ("patch", "kernel"), ((("0.5", "1"),), (("−0.25", "2"),)), (np.zeros((1, 2)), np.ones((1, 2))), ("×",)
    )
    wide, narrow = (as_html((grids,), look.current(), width) for width in (400, 60))
    assert "×" in wide and "×" not in narrow and all(text in narrow for text in ("patch", "−0.25", "kernel"))
    assert as_rows((grids,)) == [("patch",), ("0.5", "1"), ("kernel",), ("-0.25", "2")]
    large = Table(("a", "b"), (("−1,234.5", "3.00·10^−7"),))
    assert as_rows((large,)) == [("a", "b"), ("-1234.5", "3.00e-7")]


def test_the_line_of_the_sample_says_what_the_network_sees_of_it(sheet):
    told = account(sample=4)
    tell(sheet, told)
    own = sheet.prepared.table.x[4]
    assert tuple(own) == accounts.UNSCALED
    assert sheet.who.text().startswith(
        "Sample 5: lectures attended = 5 (seen as 0.5), hours studied = 9 (seen as 0.9), passes · "
    )
    tell(sheet, dataclasses.replace(told, unscaled=(0.5, 0.9)))
    assert "seen as" not in sheet.who.text()


def test_letters_grow_with_the_room_and_never_shrink():
    theme = look.current()
    assert grown(theme, 500, 300, (500, 300)).scale == theme.scale == grown(theme, 100, 100, (500, 300)).scale
    assert grown(theme, 625, 600, (500, 300)).scale == pytest.approx(1.25 * theme.scale)
    assert grown(theme, 5000, 5000, (500, 300)).scale == pytest.approx(1.6 * theme.scale)


def test_the_names_of_inputs_have_room_for_their_wider_half(view):
    tell(view)
    canvas = view.canvas
    metrics = QFontMetrics(canvas.theme.font(look.CAPTION + 1))
    widest = max(metrics.horizontalAdvance(half) for half in ("lectures", "attended", "hours", "studied"))
    assert spot(view, "inputs", 0).room.left() - 8 >= widest


def test_a_hat_stands_behind_its_letter_on_the_screen_and_above_it_in_a_copy():
    line = Calculation("Bias correction", "m\u0302", "m/(1 − β₁^t)", "", "0.5")
    assert "mˆ = m" in as_html([line], look.LIGHT, 400) and "m\u0302" in as_markdown([line])


def test_a_power_of_ten_is_a_factor_in_brackets():
    assert [bracket(text) for text in ("0.5", "−0.5", "6.80·10^−5")] == ["0.5", "(−0.5)", "(6.80·10^−5)"]
