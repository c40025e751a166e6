"""Looking back in the window: the timeline, the curves and the keys show what was; nothing is made or changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.bars.run_badge import ROOM
from app.bars.timeline import TIP, Told, shown_marks
from app.bars.timeline_marks import BEST, words_of
from app.documents.intents import ForgetPoint, KeepPoint, SetWeight
from app.look.theme import current
from app.views.boundary.view import BoundaryView
from app.views.curves.view import LossView
from app.views.drawing.plot import say
from core.frames import Mark, RunState
from core.training.session import Session


@pytest.fixture
def window(qtbot, open_window):
    """The ring, paused after 300 updates, with another learning rate from 200 on."""
    made = open_window()
    made.resize(1280, 740)
    room = made.network
    qtbot.waitUntil(lambda: room.lab.runs.ready and room.lab.run.last is not None, timeout=30_000)
    room.lab.pause()
    qtbot.waitUntil(lambda: room.lab.run.state in (RunState.idle, RunState.paused))
    room.lab.runs.begin(False)
    for count in (200, 300):
        _learn(room.lab, qtbot, count)
        if count == 200:
            room.lab.edit("optimizer.lr", 0.1)
    return made


def _learn(lab, qtbot, end: int) -> None:
    from core.threads import commands

    lab.runs.send(commands.Step("update", end - (lab.run.last.updates if lab.run.last else 0)))
    qtbot.waitUntil(
        lambda: lab.run.last is not None and lab.run.last.updates == end and not lab.playing, timeout=30_000
    )


def _shown(window, qtbot, update: int) -> None:
    view = window.network.views.of(BoundaryView)
    qtbot.waitUntil(lambda: view.frames["boundary"].update == update, timeout=30_000)


def _was(window, update: int) -> np.ndarray:
    """The parameters that the run had, by a run of its own."""
    experiment = window.network.lab.runs.metrics[window.network.lab.run.number].experiment
    session = Session(experiment.model_copy(update={"speed": 100}))
    session.advance(min(update, 200))
    if update >= 200:
        session.apply(window.network.store.experiment.model_copy(update={"speed": 100}))
        session.advance(update - 200)
    return session.frame(window.network.views.of(BoundaryView).requests()["boundary"]).arrays["answers"]


def test_every_part_shows_what_was_and_now_comes_back(window, qtbot):
    room = window.network
    bar, figures = room.bars.timeline, room.transport.figures
    assert not bar.now.isVisible()
    bar.track.setValue(120)
    _shown(window, qtbot, 120)
    view = room.views.of(BoundaryView)
    assert np.array_equal(view.frames["boundary"].arrays["answers"], _was(window, 120))
    assert bar.now.isVisible()
    assert figures.by_name["Update"].value.text() == "120 of 300"
    assert room.status.resting.startswith("Update 120 of 300, as it was.")
    assert room.recipe.rate.value() == room.store.experiment.optimizer.lr == 0.03
    QTest.mouseClick(bar.now, Qt.MouseButton.LeftButton)
    _shown(window, qtbot, 300)
    assert np.array_equal(view.frames["boundary"].arrays["answers"], _was(window, 300))
    assert figures.by_name["Update"].value.text() == "300" and not bar.now.isVisible()
    assert room.recipe.rate.value() == 0.1 and "Paused at update 300" in room.status.resting
    last = room.lab.runs.metrics[room.lab.run.number].history.column("train.loss").mean[-1]
    assert figures.by_name["Loss train"].value.text() == f"{last:.4f}"


def test_between_two_evaluations_bar_and_curve_tell_the_same(window, qtbot):
    """The curve told the evaluation beside it: 0.639 of update 20 where the bar said 0.6499 of update 19."""
    room = window.network
    view, session = room.views.of(LossView), Session(room.store.experiment.model_copy(update={"speed": 100}))
    room.bars.timeline.track.setValue(113)
    _shown(window, qtbot, 113)
    session.apply(room.lab.runs.metrics[room.lab.run.number].experiment)
    session.advance(113)
    for part, name in (("train", "Loss train"), ("test", "test")):
        loss = session.evaluate()[f"{part}.loss"]
        assert room.transport.figures.by_name[name].value.text() == f"{loss:.4f}"
        assert next(entry.text for entry in view.head.entries if entry.name == part) == say(loss, 3)


def test_the_keys_move_in_time_and_never_learn(window, qtbot):
    names = ("step_back", "step_update", "tenth_back", "tenth_on", "evaluation_back", "evaluation_on", "look_now")
    keys = tuple(window.actions_[name].shortcut().toString() for name in (*names, "look_best", "take_back"))
    assert keys == ("Left", "Right", "PgUp", "PgDown", ",", ".", "End", "B", "Shift+Left")
    measured = window.network.lab.runs.metrics[window.network.lab.run.number].history.column("update").mean
    moves = [("step_back", 299), ("step_back", 298), ("step_update", 299), ("tenth_back", 269), ("tenth_on", 299),
             ("tenth_on", 300), ("evaluation_back", measured[-2]), ("evaluation_back", measured[-3]),
             ("evaluation_on", measured[-2]), ("look_now", 300)]  # fmt: skip
    for name, update in moves:
        window.actions_[name].trigger()
        assert window.network.lab.time.place == update, name
        _shown(window, qtbot, update)
        assert window.network.lab.run.last.updates == 300
    window.actions_["step_update"].trigger()
    _shown(window, qtbot, 301)
    assert window.network.lab.run.last.updates == 301


def test_the_lowest_loss_is_that_of_the_part_that_was_seen_afterwards(window, qtbot):
    said = []
    window.network.lab.sentence.connect(said.append)
    history = window.network.lab.runs.metrics[window.network.lab.run.number].history
    window.actions_["look_best"].trigger()
    losses = history.column("test.loss").mean
    best = int(history.column("update").mean[losses.argmin()])
    assert window.network.lab.time.place == best
    assert said[-1] == f"Lowest test loss, seen afterwards: {losses.min():.4g} at update {best:,}."


def test_what_happened_is_told_on_the_timeline_and_a_press_leads_there(window, qtbot):
    lab, track = window.network.lab, window.network.bars.timeline.track
    lab.time.look_at(50)
    lab.obey(KeepPoint("A"))
    qtbot.waitUntil(lambda: "A" in lab.run.points)
    lab.time.now()
    lab.obey(SetWeight("h1.weight", (0, 0), 0.5, "w from x₁ to unit 1 of hidden layer 1"))
    qtbot.waitUntil(lambda: len(track.places()) == 4)
    told = {mark.kind: words_of(mark) for _, mark in track.places()}
    low = lab.runs.metrics[lab.run.number].lowest
    assert told == {
        "point": "Update 50: point A was kept", "live": "Update 200: η is 0.1",
        "edit": "Update 300: w from x₁ to unit 1 of hidden layer 1 set to 0.5 by hand",
        BEST: f"Update {low.update}: lowest test loss, seen afterwards: {low.value:.4g}",
    }  # fmt: skip
    (place, _) = next(spot for spot in track.places() if spot[1].kind == "live")
    for x, tip in ((place + 2, "Update 200: η is 0.1"), (place + 40, TIP)):
        spot = QPoint(round(x), track.height() // 2)
        qtbot.waitUntil(lambda spot=spot, tip=tip: QTest.mouseMove(track, spot) or track.toolTip() == tip)
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(round(place + 3), track.height() // 2))
    assert lab.run.looking == 200
    lab.obey(ForgetPoint("A"))
    qtbot.waitUntil(lambda: all(mark.kind != "point" for _, mark in track.places()))


def test_the_ends_of_time_are_said(window):
    said = []
    window.network.lab.sentence.connect(said.append)
    window.actions_["evaluation_on"].trigger()
    assert "now" in said[-1] and not window.network.lab.time.is_on
    window.network.lab.time.look_at(0)
    for name in ("step_back", "tenth_back", "evaluation_back"):
        window.actions_[name].trigger()
        assert said[-1] == "This is the start of the run.", name
    assert window.network.lab.time.place == 0


def test_a_press_on_a_curve_looks_at_that_update_and_what_came_after_is_pale(window, qtbot):
    view = window.network.views.of(LossView)
    qtbot.waitUntil(lambda: view.plot.lines["train"].getData()[0] is not None)
    place = view.plot.px_of(100.0, float(np.mean(view.plot.box.viewRange()[1]))).toPoint()
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    update = window.network.lab.run.looking
    assert update is not None and abs(update - 100) <= 25
    _shown(window, qtbot, update)
    assert view.plot.veil.isVisible() and view.plot.veil.getRegion()[0] == pytest.approx(update, abs=1)
    window.network.lab.time.now()
    _shown(window, qtbot, 300)
    assert not view.plot.veil.isVisible()


def test_dragging_the_handle_looks_at_the_newest_place(window, qtbot):
    track = window.network.bars.timeline.track
    middle = track.height() // 2
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() - 12, middle))
    for share in (0.9, 0.6, 0.5):
        QTest.mouseMove(track, QPoint(round(track.width() * share), middle))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, middle))
    assert track.value() == pytest.approx(150, abs=5) == window.network.lab.run.looking
    _shown(window, qtbot, track.value())


def test_who_takes_hold_of_the_handle_is_not_carried_to_a_sign_under_it(window, qtbot):
    track, bar = window.network.bars.timeline.track, window.network.bars.timeline
    told = window.network.lab.time.told
    bar.show_run(replace(told, marks=(Mark(296, "best", "lowest"), Mark(100, "best", "lowest"))))
    (near, _), (far, _) = track.places()
    middle = track.height() // 2
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(round(near), middle))
    assert track.value() == 300 and window.network.lab.run.looking is None
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(round(far) + 2, middle))
    assert track.value() == 100
    _shown(window, qtbot, 100)


def test_a_short_past_is_no_timeline_and_what_happened_stands_on_it(qtbot, open_window):
    made = open_window()
    bar = made.network.bars.timeline
    bar.show_run(Told(49))
    assert not bar.track.isEnabled()
    marks = (Mark(10, "live", "η is 0.3"), Mark(10, "goal", "reached"), Mark(100, "finished", "over"))
    assert Told(50, 40, shown=32).sentence == "On the way to update 40: the pictures show update 32."
    assert "computed" not in Told(50, 40, shown=32, left=0.9).sentence
    assert Told(50, 40, shown=32, left=75).sentence.endswith(" It is computed again: about 1 min.")
    assert Told(50, 40, shown=40).sentence.startswith("Update 40 of 50, as it was.") and not Told(50).sentence
    bar.show_run(Told(50, None, shown_marks(marks, 50)))
    assert bar.track.isEnabled()
    (place, mark), (same, goal) = bar.track.places()
    assert (mark, goal, same) == (*marks[:2], place) and bar.track.near(place + 5) == marks[:2]
    assert not bar.track.near(place + 7)
    rim = 5  # px of border and padding on each side
    assert place == pytest.approx(rim + 12 + (bar.track.width() - 2 * rim - 24) / 5, abs=1.0)


def test_the_timeline_is_gone_in_a_lecture_and_where_a_file_hides_it(open_window):
    room = open_window().network
    assert room.bars.below.isVisible() and room.bars.timeline.height() == 32
    room.store.change_view(layout="Lecture")
    assert not room.bars.below.isVisible()
    room.store.change_view(layout="Explore")
    assert room.bars.below.isVisible()
    room.store.change_view(hidden=("timeline",))
    assert not room.bars.below.isVisible()


def test_nothing_on_the_timeline_is_cut(window):
    """The lower edge of "20 starts" was: the style's least height of a button is more than the bar has."""
    bar = window.network.bars.timeline
    buttons = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert buttons
    for button in buttons:
        below = button.mapTo(window, button.rect().bottomLeft()).y()
        assert button.height() <= bar.height() - 4
        assert below <= bar.parentWidget().mapTo(window, bar.parentWidget().rect().bottomLeft()).y()


def test_the_timeline_lies_as_it_will_from_the_first_show_on(open_window, qtbot):
    """It began 77 px further left until the theme was changed."""
    window = open_window()
    badge, track = window.network.bars.timeline.run, window.network.bars.timeline.track
    qtbot.waitUntil(track.isVisible)
    before = track.geometry()
    assert badge.width() == current().px(ROOM)
    window.appearance.choose("dark")
    window.appearance.choose("light")
    assert badge.width() == current().px(ROOM) and track.geometry() == before
