"""The Lecture layout: what it holds, and that nothing of it is cut, at no size of the text."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from app.bars.caption import Caption
from app.documents.view_state import SCALES
from app.look import theme as look
from app.look.theme import BASE, CAPTION
from app.network.bars import topic
from app.race.lecture_bar import RateBar
from app.race.rate_slider import RateSlider
from app.shell.appearance import LECTURE_TEXT
from app.views.pictures.view import PicturesView
from core.experiment import Experiment
from core.frames import RunState

WIDTHS = (1280, 1024)


@pytest.fixture
def window(open_window):
    made = open_window()
    made.network.lab.pause()
    return made


def settle(window):
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    window.layout().activate()


def places(widgets, within):
    """Left and right edges of those that are visible, along the bar."""
    seen = [widget for widget in widgets if widget.isVisible()]
    lefts = [widget.mapTo(within, QPoint(0, 0)).x() for widget in seen]
    return sorted((left, left + widget.width()) for left, widget in zip(lefts, seen, strict=True))


def assert_uncut(widgets, within):
    """None is narrower than it needs, over another, or over the edge."""
    for widget in widgets:
        if widget.isVisible():
            assert widget.width() >= min(widget.minimumSizeHint().width(), widget.sizeHint().width())
    found = places(widgets, within)
    assert found[0][0] >= 0 and found[-1][1] <= within.width()
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))


def test_the_bar_has_what_that_of_the_race_has(window):
    window.network.toggle_layout()
    settle(window)
    bar = window.network.bars.lecture
    assert [row.path for row in bar.controls] == ["optimizer.lr"] and bar.controls[0].isVisible()
    assert bar.step.isVisible() and bar.step.text() == "Step"
    shown = [name for name, figure in bar.figures.by_name.items() if figure.isVisible()]
    assert shown == ["Epoch", "Loss train", "test", "Score"]
    bar.controls[0].edited.emit("optimizer.lr", 0.3)
    assert window.network.store.experiment.optimizer.lr == 0.3


def test_the_rate_on_the_bar_is_the_one_that_matters_and_pins_stand_beside_it(window):
    bar, pins = window.network.bars.lecture, window.network.pins
    pins.toggle("data.noise")
    assert not bar.controls, "nobody sees the bar"
    window.network.toggle_layout()
    settle(window)
    assert [row.path for row in bar.controls] == ["optimizer.lr", "data.noise"]
    pins.toggle("optimizer.lr")
    assert [row.path for row in bar.controls] == ["data.noise"]
    pins.toggle("data.noise")
    assert [row.path for row in bar.controls] == ["optimizer.lr"]
    window.network.store.change_view(hidden=("optimizer.lr",))
    assert not bar.controls[0].isVisible()


def test_step_steps(window, qtbot):
    lab = window.network.lab
    stands = (RunState.idle, RunState.paused)  # it was told to pause before it had begun, or in mid-run
    qtbot.waitUntil(lambda: lab.runs.ready and lab.run.state in stands, timeout=30_000)
    window.network.toggle_layout()
    before = lab.run.last.updates
    window.network.bars.lecture.step.click()
    qtbot.waitUntil(lambda: lab.run.last.updates == before + 1, timeout=30_000)


@pytest.mark.parametrize("pins", [(), ("data.noise", "batch_size")])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_on_the_bar_is_cut_at_any_text_size(window, pins, width):
    room = window.network
    for path in pins:
        room.pins.toggle(path)
    room.toggle_layout()
    window.resize(width, 740)
    bar = room.bars.lecture
    for scale in SCALES:
        room.store.change_view(text_scale=scale)
        settle(window)
        assert_uncut([bar.play, bar.step, *bar.controls, *bar.figures.by_name.values()], bar)
        if scale == 1 and width == 1280:
            assert bar.figures.by_name["Score"].isVisible() and bar.figures.by_name["Loss train"].isVisible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_reading_of_the_transport_is_cut_at_any_text_size(window, width):
    room = window.network
    window.resize(width, 740)
    for scale in SCALES:
        room.store.change_view(text_scale=scale)
        settle(window)
        bar = room.transport
        shown = (bar.gallery, bar.play, bar.step, bar.rewind, bar.new_start, bar.speed)
        assert_uncut([*shown, *bar.figures.by_name.values()], bar)


def test_pictures_stay_within_their_half(window, qtbot):
    window.files.open_preset("digits-cnn")
    room = window.network
    room.lab.pause()
    room.toggle_layout()
    window.resize(1280, 740)
    view = room.views.of(PicturesView)
    qtbot.waitUntil(lambda: view.prepared is not None and "answers" in view.frames, timeout=30_000)
    settle(window)
    assert room.docks["pictures"].geometry().right() < window.width()
    for part in (view.side, view.part, view.order, view.bars, view.pad):
        right = part.mapTo(window, QPoint(part.width(), 0)).x()
        assert right <= window.width()


def test_no_half_made_room_is_painted(window, qtbot):
    """One part is put into its place after the other, and then dressed: a slow screen would show each step for
    seconds."""
    room = window.network
    window.resize(1900, 1000)
    settle(window)
    for lecture in (True, False, True):
        room.toggle_layout()
        assert not room.updatesEnabled()
        qtbot.waitUntil(room.updatesEnabled)
        widths = [room.docks[name].width() for name in ("network", "boundary")]
        assert not lecture or abs(widths[0] - widths[1]) <= 2
    room.layouts.choose(room.layouts.name)
    assert room.updatesEnabled()


@pytest.mark.parametrize("room", ["network", "race"])
def test_what_is_said_is_read_from_the_last_row(window, room):
    """The card of an advice and the line at the bottom were written as small as in the usual layout."""
    window.enter(room)
    room = window.room
    room.notices.advice.say("The rate is too large.", "Try 0.1", lambda: None)
    settle(window)
    usual = room.status.height()
    words = (room.status.sentence, room.notices.advice.text, room.notices.advice.offer)
    assert {each.font().pixelSize() for each in words} == {BASE}
    room.toggle_layout()
    settle(window)
    assert all(each.font().pixelSize() >= LECTURE_TEXT for each in words)
    assert usual < room.status.height() and room.status.sentence.fontMetrics().height() < room.status.height()
    assert room.notices.advice.text.fontMetrics().height() <= room.notices.advice.text.height()
    room.toggle_layout()
    settle(window)
    assert {each.font().pixelSize() for each in words} == {BASE} and room.status.height() == usual


@pytest.mark.parametrize(("scale", "lines"), [(1.0, 1), (2.0, 2)])
def test_the_sentence_beside_the_title_is_whole_in_one_line_or_in_two(qtbot, scale, lines):
    caption = Caption()
    qtbot.addWidget(caption)
    caption.resize(1280, 80)
    caption.show()
    caption.show_theme(dataclasses.replace(look.LIGHT, scale=scale))
    caption.show_title("Will they pass?", "Lectures attended, hours studied: an untrained net is sure, and wrong.")
    shown = caption.sentence.shown
    assert len(shown) == lines and not any(line.endswith("…") for line in shown)
    assert lines * caption.sentence.fontMetrics().height() <= caption.height()


def test_what_nobody_has_named_is_called_by_its_data_and_task():
    assert topic(Experiment()) == "Circle: Classes"
    assert topic(Experiment(data={"kind": "points"})) == ""


def test_the_limit_of_stability_is_read_from_the_last_row(qtbot):
    """ "limit 0.08" was written as small as on the card, under names and numbers twice as large."""
    bar, card = RateBar(), RateSlider("Learning rate η", 0.03)
    qtbot.addWidget(bar)
    qtbot.addWidget(card)
    for slider in (card, *(group[3] for group in bar.groups)):
        slider.set_limit(0.08)
    assert {group[3].letters for group in bar.groups} == {15} and card.letters == CAPTION - 1
    assert all(group[3].strip.height() > card.strip.height() for group in bar.groups)
    assert bar.groups[0][3].sizeHint().height() <= bar.height()


def test_a_picture_stands_once_in_a_lecture_though_the_next_card_is_best_seen_in_it(window):
    """Chosen by hand in the first half, it was laid out twice beside itself."""
    window.network.toggle_layout()
    settle(window)
    layouts = window.network.layouts
    layouts.choose_picture("generated")
    settle(window)
    assert "generated" in layouts.pair and layouts.place != "generated"
    layouts.pair = ("generated", layouts.place)
    layouts.show_place("generated")
    settle(window)
    assert layouts.pair == ("network", "generated")
    assert [name for name in layouts.pair if window.network.docks[name].seen] == ["network", "generated"]
