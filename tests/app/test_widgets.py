"""Fields, sliders, combos, drawers: what a person does to them, with real widgets."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look import style
from app.look import theme as look
from app.widgets import number_text
from app.widgets.combo import Combo, Option
from app.widgets.curve_picture import Curve, CurvePicture
from app.widgets.entries import Check, OptionalNumber, SliderOrWord, TextField
from app.widgets.formula import HAT, Formula, broken, taken_apart
from app.widgets.icon_button import IconButton
from app.widgets.labels import Chip
from app.widgets.number_field import IntegerField, NumberField
from app.widgets.popover import Popover, paragraphs
from app.widgets.slider_field import Scale, SliderField
from core.params import Range

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform

RATES = (1e-5, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)


def heard(signal) -> list:
    """A list that grows with the signal."""
    found: list = []
    signal.connect(lambda *values: found.append(values[0] if values else None))
    return found


def type_into(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def turn(widget, notches: int = 1) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,5", 0.5), ("0.5", 0.5), ("1e-3", 1e-3), ("1,5e2", 150.0), ("−2", -2.0), ("1.000,5", 1000.5), ("1,000.5", 1000.5), ("1,000,000", 1e6),
        ("50 %", 0.5), ("12 updates", 12.0), (" 7 ", 7.0), ("1 000", 1000.0), (",5", 0.5),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text, value):
    assert number_text.parse(text, "updates") == value


@pytest.mark.parametrize("text", ["", "abc", "1e999", "nan", "inf", "1_000", "1,2,3", "0x10", "--1", "%"])
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match="number"):
        number_text.parse(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.03, "0.03"),
        (1e-5, "1e-5"),
        (2500.0, "2500"),
        (12, "12"),
        (1 / 3, "0.333333"),
        (2**53, "9007199254740992"),
        (1e20, "1e20"),
    ],
)
def test_numbers_are_shown_short(value, text):
    assert number_text.show(value) == text


def test_round_neighbours():
    assert number_text.next_of(RATES, 0.03, 1) == 0.1
    assert number_text.next_of(RATES, 0.05, -1) == 0.03
    assert number_text.next_of(RATES, 10.0, 1) == 10.0
    assert number_text.next_round(0.1, 1) == 0.2
    assert number_text.next_round(1.0, -1) == 0.5
    assert number_text.nice_step(0, 0.5) == 0.05


def test_a_typed_number_is_taken_once(qtbot):
    field = shown(qtbot, NumberField("Rate", Range(0, 1, minimum=0), 0.5))
    values, ends = heard(field.value_changed), heard(field.finished)
    type_into(field, "0,25")
    assert (values, len(ends), field.value(), field.text()) == ([0.25], 1, 0.25, "0.25")


def test_a_double_click_takes_the_whole_number(qtbot):
    """It took "0." or "03", so that 10 typed over it made 1003."""
    field = NumberField("η", Range(0.0, 10.0), 0.03)
    qtbot.addWidget(field)
    field.show()
    QTest.mouseDClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 12, field.height() // 2))
    assert field.selectedText() == "0.03"
    QTest.keyClicks(field, "10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 10


def test_a_bad_number_is_refused_and_stays_visible(qtbot):
    field = shown(qtbot, NumberField("Rate", Range(0, 1, above=0), 0.5))
    refusals, values = heard(field.refused), heard(field.value_changed)
    type_into(field, "-3")
    assert refusals == ["must be above 0"] and values == [] and field.value() == 0.5
    assert field.text() == "-3" and field.property("wrong") is True
    field.set_value(0.5)
    assert field.text() == "-3"  # a redraw takes nothing out of a person's hands
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0.5" and field.property("wrong") is False and field.problem == ""


def test_a_number_beyond_the_friendly_range_is_taken(qtbot):
    field = shown(qtbot, IntegerField("Units", Range(1, 16, minimum=1, maximum=4096), 4))
    type_into(field, "40")
    assert field.value() == 40 and isinstance(field.value(), int) and field.beyond
    refusals = heard(field.refused)
    type_into(field, "2,5")
    type_into(field, "9999")
    assert refusals == ["must be a whole number, not 2.5", "must be at most 4096"]


def test_arrows_step(qtbot):
    field = shown(qtbot, NumberField("Rate", Range(1e-5, 10, steps=RATES), 0.03))
    values, ends = heard(field.value_changed), heard(field.finished)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert values == [0.1, 0.3, 0.1] and len(ends) == 1


def test_linear_steps_leave_no_dust():
    limits = Range(0, 0.5, step=0.05)
    value = 0.0
    for _ in range(6):
        value = number_text.stepped(value, 1, limits)
    assert value == 0.3
    assert number_text.stepped(0.5, 1, limits) == 0.5 and number_text.stepped(0.8, 1, limits) == 0.8


def test_the_wheel_needs_the_focus(qtbot):
    slider = shown(qtbot, SliderField("Noise", Range(0, 0.5, step=0.05), 0.1))
    values = heard(slider.changed)
    slider.slider.clearFocus()
    turn(slider.slider)
    turn(slider.field)
    assert values == []
    slider.field.setFocus()
    qtbot.waitUntil(slider.field.hasFocus)
    turn(slider.field)
    assert values == [0.15]


@pytest.mark.parametrize(
    "limits",
    [
        Range(0, 0.5, step=0.05),
        Range(1e-5, 10, steps=RATES),
        Range(0.01, 10, log=True),
        Range(1, 16, whole=True),
        Range(0, 1),
        Range(3, 3),
    ],
)
def test_slider_positions_and_values_agree(limits):
    scale = Scale(limits)
    assert scale.value(0) == pytest.approx(limits.low) and scale.value(scale.positions) == pytest.approx(limits.high)
    for position in range(0, scale.positions + 1, max(1, scale.positions // 10)):
        again = scale.position(scale.value(position))
        assert abs(again - position) <= max(1, scale.positions // 50)
    assert scale.position(limits.high + 100) == scale.position(limits.high)


def test_a_drag_is_one_edit(qtbot):
    field = shown(qtbot, SliderField("Noise", Range(0, 0.5, step=0.05), 0.0))
    field.resize(240, 30)
    values, ends = heard(field.changed), heard(field.finished)
    middle = field.slider.height() // 2
    QTest.mousePress(field.slider, Qt.MouseButton.LeftButton, pos=QPoint(8, middle))
    for x in (40, 70, 100):
        QTest.mouseMove(field.slider, QPoint(x, middle))
    assert len(values) > 1 and ends == []
    assert values == sorted(values) and field.field.text() == number_text.show(values[-1])
    field.set_value(0.0)  # an echo of an earlier value does not pull the handle away
    assert field.slider.value() > 0
    QTest.mouseRelease(field.slider, Qt.MouseButton.LeftButton, pos=QPoint(100, middle))
    assert len(ends) == 1


def test_a_click_takes_the_handle_there(qtbot):
    field = shown(qtbot, SliderField("Noise", Range(0, 0.5, step=0.05), 0.0))
    field.resize(240, 30)
    values, ends = heard(field.changed), heard(field.finished)
    QTest.mouseClick(
        field.slider, Qt.MouseButton.LeftButton, pos=QPoint(field.slider.width() - 3, field.slider.height() // 2)
    )
    assert values == [0.5] and len(ends) == 1


def test_keys_on_a_slider_end_as_one_edit(qtbot):
    field = shown(qtbot, SliderField("Units", Range(1, 16, whole=True), 4))
    values, ends = heard(field.changed), heard(field.finished)
    QTest.keyClick(field.slider, Qt.Key.Key_Right)
    QTest.keyClick(field.slider, Qt.Key.Key_Right)
    assert values == [5, 6]
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=2000)


def test_showing_a_value_says_nothing(qtbot):
    field = shown(qtbot, SliderField("Rate", Range(1e-5, 10, steps=RATES), 0.03))
    values = heard(field.changed) + heard(field.finished)
    field.set_value(0.05)
    field.set_limits(Range(0, 1))
    assert values == [] and field.field.text() == "0.05"


def test_a_combo(qtbot):
    combo = shown(
        qtbot, Combo("Loss", [Option("a", "A", "first"), Option("b", "B"), Option("c", "C", refusal="does not fit")])
    )
    values, ends = heard(combo.changed), heard(combo.finished)
    combo.set_value("b")
    assert values == [] and combo.value() == "b"
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert values == ["a"] and len(ends) == 1 and combo.toolTip() == "first"
    combo.clearFocus()
    turn(combo, -1)
    assert combo.value() == "a"
    assert not combo.model().item(2).isEnabled() and combo.model().item(2).toolTip() == "does not fit"
    combo.set_refusals({"b": "not now"})
    assert not combo.model().item(1).isEnabled() and combo.model().item(2).isEnabled() and combo.value() == "a"


def test_plain_entries(qtbot):
    check, text, optional = Check("Bias"), TextField("Formula"), OptionalNumber("Target", Range(0, 1, minimum=0), 0.1)
    for entry in (check, text, optional):
        shown(qtbot, entry)
    found = [heard(entry.changed) for entry in (check, text, optional)]
    QTest.keyClick(check, Qt.Key.Key_Space)
    type_into(text, "x*sin(x)")
    QTest.keyClick(optional.check, Qt.Key.Key_Space)
    type_into(optional.field, "0,02")
    QTest.keyClick(optional.check, Qt.Key.Key_Space)
    assert found == [[True], ["x*sin(x)"], [0.1, 0.02, None]]


def test_all_is_a_batch_size(qtbot):
    batch = shown(
        qtbot, SliderOrWord("Batch size", Range(1, 500, minimum=1, steps=(1, 10, 100, 500), whole=True), "all", 10)
    )
    values = heard(batch.changed)
    batch.set_highest(250)
    assert batch.number.limits.steps == (1, 10, 100, 250)
    QTest.mouseClick(batch.toggle, Qt.MouseButton.LeftButton)
    assert values == ["all"] and batch.value() == "all"
    QTest.keyClick(batch.number.slider, Qt.Key.Key_Right)
    assert values[-1] == 100 and not batch.toggle.isChecked()


def test_pictures_paint_in_both_themes(qtbot, qapp):
    x = np.linspace(-3, 3, 50)
    picture = CurvePicture("Activation")
    qtbot.addWidget(picture)
    before = look.current()
    for theme in (look.LIGHT, look.DARK):
        style.apply(qapp, theme)
        for y in (np.tanh(x), np.zeros_like(x), np.full_like(x, np.nan), (x > 0).astype(float)):
            picture.set_curves(x, [Curve(y, "g(a)"), Curve(1 - y**2, "g′(a)", dashed=True)])
            assert not picture.grab().isNull()
    style.apply(qapp, before)


def test_a_curve_over_updates_says_so_and_nothing_leaves_its_frame(qtbot):
    """3e3 stood half outside."""
    x = np.linspace(0, 3000, 301)
    picture = shown(qtbot, CurvePicture("Learning rate over the updates", "updates"))
    picture.resize(290, 112)
    picture.set_curves(x, [Curve(np.full_like(x, 0.01), "learning rate η")])
    places = picture.numbers_along()
    assert list(places) == ["0", "1,000", "2,000", "3,000"]
    assert all(left >= 0 and right < picture.width() for left, right in places.values())
    bare = shown(qtbot, CurvePicture("Learning rate over the updates"))
    bare.resize(290, 112)
    bare.set_curves(x, picture.curves)
    assert bare.grab().toImage() != picture.grab().toImage(), "what runs along is written"


def test_labels_and_buttons_have_names(qtbot):
    chip, button = Chip("Loss", "cross-entropy"), IconButton("play", "Play")
    for widget in (chip, button):
        shown(qtbot, widget)
    assert chip.accessibleName() == "Loss: cross-entropy" and button.accessibleName() == "Play"


def test_a_popover_explains(qtbot, qapp):
    anchor = shown(qtbot, QPushButton("?"))
    card = Popover("Tanh", "Squashes.\n\nBetween −1 and 1 & <odd>.", "g(a) = tanh a", anchor)
    card.open_beside(anchor)
    assert card.isVisible()
    assert paragraphs("a\nb\n\n<c>") == ["a b", "&lt;c&gt;"]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not anchor.findChildren(Popover), timeout=2000)


# Formulas


def test_hats_stand_over_their_own_letters(qtbot):
    label = Formula("m ← β₁m + (1 − β₁)g; W ← W − ηm̂/(√v̂ + ε)")
    qtbot.addWidget(label)
    label.setFont(look.current().font(13))
    label.resize(300, 60)
    label.show()
    assert label.text().count(HAT) == 2 and HAT not in QLabel.text(label) and QLabel.text(label).count("\n") == 1
    metrics, (first, second) = QFontMetricsF(label.font()), label.accents()
    line = label.height() / 2  # two lines, centred
    for (accent, foot), before in ((first, "W ← W − η"), (second, "W ← W − ηm/(√")):
        letter = metrics.horizontalAdvance(before)
        assert accent == HAT and letter < foot.x() < letter + metrics.horizontalAdvance("m")
        assert line < foot.y() + metrics.ascent() / 2 < label.height()
    label.setFixedWidth(90)  # broken at spaces, hats move along
    starts = broken(QLabel.text(label), metrics, 90)
    assert len(starts) > 3 and all(QLabel.text(label)[start - 1] in " \n" for start in starts[1:])
    assert max(foot.x() for _, foot in label.accents()) < 90


def test_a_text_is_taken_apart():
    assert taken_apart("ηm̂/v̂") == ("ηm/v", ((1, HAT), (3, HAT)))
    assert taken_apart("x² ← 1") == ("x² ← 1", ())


def test_a_long_value_of_a_chip_takes_two_lines_and_none_is_cut(qtbot):
    window, chip, words = QWidget(), Chip("Loss", "Squared error ÷ 2, answers ±1"), "Squared error ÷ 2, answers ±1"
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.addWidget(chip)
    window.setFixedWidth(220)
    window.show()
    assert chip.lines() == ("Squared error ÷ 2,", "answers ±1")
    tall = chip.height()
    assert tall >= 2 * chip.fontMetrics().height() + 12
    chip.set_value("Cross-entropy")
    assert chip.lines() == ("Cross-entropy",) and chip.height() < tall
    window.setFixedWidth(460)
    qtbot.waitUntil(lambda: chip.width() > 400, timeout=5000)
    chip.set_value(words)
    assert chip.lines() == (words,)


def test_a_choice_that_is_too_long_ends_in_dots_and_not_within_a_letter(qtbot):
    combo = Combo("Part", [Option(1, "Test pictures"), Option(2, "All")])
    qtbot.addWidget(combo)
    combo.resize(300, 32)
    assert combo.shown == "Test pictures"
    combo.resize(80, 32)
    assert combo.shown.endswith("…") and "Test pictures".startswith(combo.shown[:-1]) and len(combo.shown) > 2
    assert not combo.grab().isNull()
    combo.set_value(2)
    assert combo.shown == "All"
