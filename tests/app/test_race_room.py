"""The gradient-descent room with real widgets: dragging redraws whole paths, racing plays them, one update is told in
parts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.look.theme import DARK, LIGHT, contrast
from app.race import rates
from app.race.charts import logarithms
from app.race.colours import COLOURS, CORNERS
from app.race.figures import figure
from app.race.racer_card import called
from app.race.rate_slider import nice_step
from app.race.runs import Run
from app.race.strip import last_update
from app.race.told import Told, times
from app.race.trails import line_of
from core.machine.resources import FOLDER
from core.race import Race
from core.race.tracks import tracks

RATES = FOLDER / "presets" / "three-rates.toml"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(race_room):
    return race_room


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20_000)


def mouse(widget, kind, spot, button=LEFT, buttons=LEFT):
    event = QMouseEvent(kind, spot, widget.mapToGlobal(spot), button, buttons, Qt.KeyboardModifier.NoModifier)
    kinds = QMouseEvent.Type
    {
        kinds.MouseButtonPress: widget.mousePressEvent,
        kinds.MouseMove: widget.mouseMoveEvent,
        kinds.MouseButtonRelease: widget.mouseReleaseEvent,
    }[kind](event)


def drag(widget, *spots):
    mouse(widget, QMouseEvent.Type.MouseButtonPress, spots[0])
    for spot in spots[1:]:
        mouse(widget, QMouseEvent.Type.MouseMove, spot)
    mouse(widget, QMouseEvent.Type.MouseButtonRelease, spots[-1], buttons=Qt.MouseButton.NoButton)


# What is on the screen


def test_three_rates_are_there_at_once_with_whole_paths(room):
    names = [card.name.text() for card in room.recipe.racers.cards]
    assert names == ["slow", "good", "too large"]
    slow, good, large = room.lab.paths.runs
    assert good.arrived == 95 and slow.arrived is None and slow.diverged is None and large.diverged is not None
    assert len(good.points) == room.store.document.updates + 1
    assert [room.stage.ranking.item(row, 0).text() for row in range(3)] == ["good", "slow", "too large"]
    assert "diverges" in room.stage.ranking.item(2, 1).text()


def test_the_paths_are_those_of_the_core(room):
    for run, track in zip(room.lab.paths.runs, tracks(room.store.document), strict=True):
        assert np.array_equal(run.points, track.points)


def test_every_button_has_a_name_and_axes_are_labelled(room):
    nameless = [
        button
        for button in room.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert not nameless
    assert (room.stage.pictures.map.seen.x, room.stage.pictures.map.seen.y) == ("x", "y")


def test_the_limit_of_stability_stands_at_the_slider(room):
    card = room.recipe.racers.cards[0]
    assert card.rate.limit == pytest.approx(0.08)
    assert card.rate.slider.limits.high == pytest.approx(0.1)
    room.lab.edit("racers.1.optimizer.momentum", 0.5)
    assert card.rate.limit == pytest.approx(0.12)
    room.lab.edit("terrain.kind", "rosenbrock")
    assert card.rate.limit is None


def test_where_rates_can_be_dragged_exactly_to_the_question():
    assert nice_step(0.08) == 0.001 and 50 <= 2.0 / nice_step(2.0) <= 125
    slow = Race.load(RATES)
    assert [rates.rate(slow, slow.racers[0], word) for word in rates.SHARES] == [0.004, 0.06, 0.082]


# Dragging


def test_dragging_the_start_redraws_the_paths_without_play(room, qtbot):
    before = room.lab.paths.runs[1].points
    picture = room.stage.pictures.map
    start, end = picture.spot_of(*room.store.document.start), picture.spot_of(-1.0, -1.5)
    drag(picture, start, (start + end) / 2, end)
    assert room.store.document.start == pytest.approx((-1.0, -1.5), abs=0.02)
    until(qtbot, lambda: room.lab.paths.complete and not np.array_equal(room.lab.paths.runs[1].points, before))
    assert tuple(room.lab.paths.runs[1].points[0]) == room.store.document.start
    assert not room.lab.playing and room.recipe.start_x.value() == room.store.document.start[0]
    room.lab.undo()
    assert room.store.document.start == (-3.5, 1.0) and not room.store.undo_text  # one drag is one step


def test_a_click_puts_the_start_there_and_a_ball_is_picked(room, qtbot):
    picture = room.stage.pictures.map
    room.lab.playhead.seek(60)
    ball = picture.spot_of(*room.lab.paths.runs[1].points[60])
    drag(picture, ball)
    assert room.lab.chosen.selected == 1 and room.store.document.start == (-3.5, 1.0)
    drag(picture, picture.spot_of(2.0, 2.0))
    assert room.store.document.start == pytest.approx((2.0, 2.0), abs=0.02)


def test_dragging_a_learning_rate_redraws_the_whole_path(room, qtbot):
    card = room.recipe.racers.cards[2]
    slider = card.rate.slider.slider
    slider.setSliderDown(True)
    slider.setValue(card.rate.slider.scale.position(0.079))
    until(qtbot, lambda: room.lab.paths.complete and room.lab.paths.runs[2].diverged is None)
    assert room.store.document.racers[2].optimizer.lr == pytest.approx(0.079)
    assert abs(room.lab.paths.runs[2].points[-1][1]) < 1  # it comes to rest after all
    slider.setSliderDown(False)
    assert room.store.undo_text == "Learning rate η of too large"


def test_momentum_stands_on_the_card(room, qtbot):
    card = room.recipe.racers.cards[0]
    card.momentum.changed.emit(0.9)
    until(qtbot, lambda: room.lab.paths.complete and room.lab.paths.runs[0].arrived is not None)
    assert room.store.document.racers[0].optimizer.momentum == 0.9


def test_the_value_under_the_mouse_is_told(room):
    picture = room.stage.pictures.map
    mouse(picture, QMouseEvent.Type.MouseMove, picture.spot_of(2.0, 1.0), buttons=Qt.MouseButton.NoButton)
    told = room.stage.pictures.under.text()
    place = picture.place_at(picture.spot_of(2.0, 1.0))
    assert told.startswith("x = 2.0") and "f = 14." in told and place == pytest.approx((2, 1))


def test_the_segments_of_the_picture_switch_do_what_they_say(room, qtbot, monkeypatch):
    monkeypatch.setattr("app.race.pictures.gl.refusal", lambda: "3-D needs OpenGL, which is not there.")
    switch = room.stage.pictures.switch
    for key, seen in (("both", (True, True)), ("relief", (False, True)), ("map", (True, False))):
        places = [x for x in range(switch.width()) if switch.at(x) == key]
        QTest.mouseClick(switch, LEFT, pos=QPoint(places[len(places) // 2], switch.height() // 2))
        assert (
            switch.value() == key
            and (room.stage.pictures.map.isVisible(), room.stage.pictures.refusal.isVisible()) == seen
        )


def test_who_wins_hides_what_lies_ahead_until_the_end(room):
    room.transport.guess.click()
    ahead = room.stage.charts.value.curves[0][1]
    assert room.guess.on and [room.stage.ranking.item(row, 1).text() for row in range(3)] == ["?", "?", "?"]
    assert [room.stage.ranking.item(row, 0).text() for row in range(3)] == ["slow", "good", "too large"] and not len(
        ahead.xData
    )
    assert "good" in room.stage.charts.value.words_at(0) and "good" not in room.stage.charts.value.words_at(50)
    room.stage.pictures.map.grab()
    room.lab.playhead.seek(room.lab.playhead.last)
    assert not room.guess.on and room.stage.ranking.item(0, 0).text() == "good" and len(ahead.xData) > 0
    room.transport.guess.click()
    room.lab.rewind()
    assert not room.guess.on and len(ahead.xData) > 100


# Racing


def test_between_two_updates_a_ball_is_on_its_way():
    run = Run(0, "a", 0, False, np.array([[0.0, 0.0], [2.0, 4.0], [np.nan, 0.0]]), np.zeros(3))
    assert run.at(0.5).tolist() == [1.0, 2.0] and run.at(1.5).tolist() == [2.0, 4.0]


def test_a_path_that_leaves_for_good_ends_just_beyond_the_rim():
    spots = np.array([[5.0, 5], [20, 5], [6, 5], [5, 40], [5, -90], [5, 1e300], [5, np.inf]])
    line = line_of(spots, QRectF(0, 0, 10, 10))
    assert line.tolist() == spots[:4].tolist()


# Slow motion


def test_one_update_is_told_in_parts_and_then_made(room, qtbot):
    room.reduce_motion(True)  # the parts wait for a hand
    room.lab.edit("racers.2.optimizer.kind", "adam")
    until(qtbot, lambda: room.lab.paths.complete)
    room.lab.chosen.select(1)
    room.lab.playhead.seek(3)
    room.lab.tell()
    until(qtbot, room.stage.teller.isVisible)
    titles = []
    while room.stage.teller.isVisible():
        titles.append(room.stage.teller.phases[room.stage.teller.at].title)
        assert room.stage.pictures.map.told.phases
        assert any(letter.isdigit() for letter in room.stage.teller.filled.text())
        room.stage.teller.next.click()
    assert titles[0] == "Gradient" and "Second moment" in titles and titles[-1] == "The step"
    assert room.lab.playhead.place == 4 and room.stage.pictures.map.told == Told()


def test_a_told_update_waits_and_its_last_part_stays(room, qtbot):
    room.lab.tell()
    until(qtbot, room.stage.teller.isVisible)
    assert not room.stage.teller.timer.isActive() and room.stage.pictures.map.told.name == "slow"
    room.stage.teller.automatic.setChecked(True)
    assert room.stage.teller.timer.isActive()
    for _ in range(10):
        room.stage.teller.timer.timeout.emit()
    assert (
        room.stage.teller.isVisible()
        and room.stage.teller.at == len(room.stage.teller.phases) - 1
        and room.lab.playhead.place == 0
    )
    room.stage.pictures.map.grab()
    room.stage.teller.put_away()
    assert room.stage.pictures.map.told == Told()


def test_short_and_long_arrows_are_drawn_by_a_round_factor_that_is_said(room, qtbot):
    room.lab.tell()
    until(qtbot, room.stage.teller.isVisible)
    told = room.stage.pictures.map.told
    gradient, step = told.phases[0], told.whole[-1]
    size = float(np.hypot(gradient.end[0] - gradient.start[0], gradient.end[1] - gradient.start[1]))
    for scale, expected in ((100 / size, 1.0), (2 / size, 50.0), (3000 / size, 0.05)):
        assert told.factor(gradient, (scale, scale), 500.0) == pytest.approx(expected)
        assert told.factor(step, (scale, scale), 500.0) == pytest.approx(
            expected
        )  # for plain descent both are one arrow
    assert times(1.0) == "" and times(50.0) == " × 50" and times(0.05) == " ÷ 20"


def test_what_is_told_ends_when_the_race_changes(room, qtbot):
    room.reduce_motion(True)
    room.lab.tell()
    until(qtbot, room.stage.teller.isVisible)
    room.lab.edit("racers.1.optimizer.lr", 0.01)
    assert room.stage.teller.isHidden()


def test_there_is_nothing_to_tell_beyond_the_end(room, qtbot):
    room.lab.playhead.seek(room.lab.playhead.last)
    room.lab.tell()
    until(qtbot, lambda: "makes no update" in room.status.sentence.text())


# Racers


def test_add_duplicate_hide_remove(room, qtbot):
    racers = room.recipe.racers
    racers.add_racer("adam")
    racers.add_racer("anywhere")
    until(qtbot, lambda: room.lab.paths.complete and len(room.lab.paths.runs) == 5)
    assert [racer.name for racer in room.store.document.racers][3:] == [
        "Adam",
        "Chance",
    ] and room.lab.chosen.selected == 4
    assert not racers.cards[4].rate_row.isVisible()
    racers.cards[0].command.emit("duplicate", 0, "")
    assert [racer.name for racer in room.store.document.racers][:2] == ["slow", "slow 2"]
    racers.cards[1].eye.click()
    assert room.lab.chosen.hidden == {"slow 2"} and room.lab.paths.runs[1].hidden
    racers.cards[1].command.emit("remove", 1, "")
    assert len(racers.cards) == 5
    colours = [racer.colour for racer in room.store.document.racers]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize(
    ("name", "old", "called_now"),
    [("SGD", "SGD", "Adam 2"), ("good", "SGD", "good (Adam)"), ("good (SGD)", "SGD", "good (Adam)"), ("x" * 40, "SGD", "x" * 40)],
)  # fmt: skip
def test_a_racer_s_name_tells_its_method_once_that_is_another(name, old, called_now):
    """The ball that had become Adam was still called "good", on its card, on the map and in the table."""
    assert called(name, old, "Adam", {"Adam", "slow"}) == called_now


def test_another_method_keeps_the_rate_and_takes_its_name(room):
    racers = room.recipe.racers
    racers.add_racer("sgd")
    assert room.store.document.racers[3].name == "SGD"
    racers.cards[3].method.changed.emit("rmsprop")
    assert room.store.document.racers[3].name == "RMSprop" and room.store.document.racers[3].optimizer.kind == "rmsprop"
    racers.cards[3].method.changed.emit("nearby")
    assert room.store.document.racers[3].searches and room.store.document.racers[3].name == "Chance"
    racers.cards[0].method.changed.emit("adam")
    assert room.store.document.racers[0].name == "slow (Adam)"  # a name of one's own stays, with the method behind


def test_small_good_and_too_large_with_two_clicks(room, qtbot):
    room.lab.edits((("racers", (room.store.document.racers[0],)),))
    room.recipe.racers.three.click()
    assert [racer.optimizer.lr for racer in room.store.document.racers] == [0.004, 0.06, 0.082]
    until(qtbot, lambda: room.lab.paths.complete and len(room.lab.paths.runs) == 3)
    assert room.lab.paths.runs[2].diverged is not None


def test_all_settings_are_a_form_with_their_problems(room, qtbot):
    card = room.recipe.racers.cards[0]
    card.open_settings(True)
    row = card.form.row("racers.1.optimizer.nesterov")
    assert row is not None and card.form.row("racers.1.optimizer.lr") is None
    row.edited.emit("racers.1.optimizer.nesterov", True)
    notice = room.notices.problem
    assert notice.isVisible() and "momentum" in notice.text.text()
    notice.offer.click()
    assert room.store.document.racers[0].optimizer.nesterov and room.store.document.racers[0].optimizer.momentum == 0.9


def test_a_bad_name_is_refused_in_words(room):
    room.recipe.racers.cards[0].name.changed.emit("good")
    assert room.notices.problem.isVisible() and "good" in room.notices.problem.text.text()
    assert room.store.document.racers[0].name == "slow"


# Terrains


def test_another_terrain_brings_its_start_and_its_pictures(room, qtbot):
    QTest.mouseClick(room.recipe.choice, LEFT)
    assert room.drawer.isVisible()
    QTest.mouseClick(room.drawer.terrains.tiles["himmelblau"], LEFT, pos=QPoint(20, 20))
    until(qtbot, lambda: room.lab.paths.complete and room.stage.pictures.map.heights.terrain.kind == "himmelblau")
    assert not room.drawer.isVisible() and room.store.document.start == room.store.document.terrain.start
    assert room.recipe.teaches.text() and "Himmelblau" in room.stage.pictures.words
    room.lab.undo()
    assert room.store.document.terrain.kind == "ill_conditioned" and room.store.document.start == (-3.5, 1.0)


def test_a_typed_formula_and_a_wrong_one(room, qtbot):
    room.lab.edit("terrain.kind", "formula")
    room.lab.edit("terrain.f", "x^2 + abs(y)")
    until(
        qtbot,
        lambda: (
            room.lab.paths.complete
            and room.stage.pictures.map.heights is not None
            and room.stage.pictures.map.heights.terrain == room.store.document.terrain
        ),
    )
    assert room.stage.charts.distance.empty.isVisible()  # nothing is known of its minima
    assert "x^2 + abs(y)" in room.stage.pictures.words
    room.recipe.terrain.row("terrain.f").edited.emit("terrain.f", "import os")
    row = room.recipe.terrain.row("terrain.f")
    assert row.note.isVisible() and row.note.text() and room.store.document.terrain.f == "x^2 + abs(y)"


def test_a_formula_without_a_value_at_the_start_says_so(room, qtbot):
    room.lab.edits((("terrain.kind", "formula"), ("terrain.f", "log(x) + y^2"), ("start", (-2.0, 1.0))))
    until(qtbot, lambda: room.lab.paths.complete and room.lab.paths.runs[0].diverged == 0)
    assert (
        room.stage.ranking.item(0, 1).text() == "no f at start"
        and "no finite number at the start" in room.status.resting
    )
    row = room.recipe.terrain.row("terrain.f")
    row.edited.emit("terrain.f", "x+")
    assert "has to follow" in row.note.text() and "before it stays" in row.note.text()


def test_lbfgs_on_the_bent_valley_is_what_the_card_says(room, qtbot):
    race = Race.load(FOLDER / "races" / "rosenbrock.toml")
    room.take(race, None, None, playing=False)
    room.recipe.racers.add_racer("lbfgs")
    until(qtbot, lambda: room.lab.paths.complete and len(room.lab.paths.runs) == 5)
    assert "after two updates" in race.what_to_try[0].say and room.lab.paths.runs[4].arrived == 2


def test_a_new_race_does_not_explode(room):
    (track,) = tracks(room.fresh())
    assert track.diverged is None and track.values[-1] < track.values[0]


def test_a_press_on_a_name_selects_and_undo_says_what(room, qtbot):
    QTest.mouseClick(room.recipe.racers.cards[2].name, LEFT)
    assert room.lab.chosen.selected == 2
    room.recipe.racers.add_racer("adam")
    assert room.store.undo_text == "Add Adam"
    card, view = room.recipe.racers.cards[3], room.recipe.area.viewport()
    until(qtbot, lambda: card.mapTo(view, card.rect().bottomLeft()).y() <= view.height())
    room.recipe.racers.cards[3].command.emit("remove", 3, "")
    assert room.store.undo_text == "Remove Adam"
    room.lab.new_start()
    assert room.store.undo_text == "Other start"
    assert [keys.toString() for keys in room.actions_["redo"].shortcuts()] == ["Ctrl+Y", "Ctrl+Shift+Z"]


def test_what_the_room_says_of_arrival_and_of_the_limit(room, qtbot):
    assert "stays within 0.01" in room.stage.ranking.horizontalHeaderItem(1).toolTip()
    room.lab.edit("tolerance", 0.2)
    until(qtbot, lambda: room.lab.paths.complete)
    assert "stays within 0.2" in room.stage.ranking.horizontalHeaderItem(1).toolTip()
    assert "2(1 + μ)" in room.recipe.racers.cards[0].rate.strip.toolTip()
    assert (figure(0.00012), figure(0.00014), figure(14.5)) == ("0.00012", "0.00014", "14.5000")
    assert (figure(3322137.0), figure(1.0923e-10), figure(-2e-7)) == ("3.322e6", "1.092e−10", "−2e−7")


def test_noise_is_seeded(room, qtbot):
    room.lab.edit("noise", 1.0)
    until(qtbot, lambda: room.lab.paths.complete)
    first = room.lab.paths.runs[1].points
    room.lab.new_start()
    until(qtbot, lambda: room.lab.paths.complete and not np.array_equal(room.lab.paths.runs[1].points, first))
    room.lab.undo()
    until(qtbot, lambda: room.lab.paths.complete and np.array_equal(room.lab.paths.runs[1].points, first))


def test_a_saddle_has_no_bottom_and_says_so(room, qtbot):
    room.lab.edit("terrain.kind", "saddle")
    room.lab.edits((("updates", 400), ("racers.1.optimizer.lr", 0.05)))
    until(qtbot, lambda: room.lab.paths.complete and room.lab.paths.runs[0].fell is not None)
    assert room.stage.charts.distance.empty.isVisible() and not room.stage.charts.value.empty.isVisible()
    assert (
        "saddle" in room.stage.charts.distance.empty.text() and "without end" in room.stage.charts.distance.empty.text()
    )
    rows = {room.stage.ranking.item(row, 0).text(): room.stage.ranking.item(row, 1).text() for row in range(3)}
    assert rows["slow"].startswith("runs off")
    assert room.stage.pictures.map.grab().width() > 0


# Pictures


def test_without_opengl_the_third_dimension_says_why(room, qtbot, monkeypatch):
    monkeypatch.setattr("app.race.pictures.gl.refusal", lambda: "3-D needs OpenGL, which is not there.")
    room.next_view()
    assert room.stage.pictures.switch.value() == "relief" and not room.stage.pictures.map.isVisible()
    assert room.stage.pictures.refusal.isVisible() and "OpenGL" in room.stage.pictures.refusal.text()
    room.next_view()
    assert room.stage.pictures.map.isVisible() and room.stage.pictures.refusal.isVisible()
    room.next_view()
    assert not room.stage.pictures.refusal.isVisible()


def test_a_path_in_three_dimensions_ends_at_the_rim_for_good():
    from app.race.relief import to_the_rim

    extent = (-1.0, 1.0, -1.0, 1.0)
    found = to_the_rim(np.array([[0.0, 0.0], [0.5, 0.0], [2.5, 0.0], [-9.0, 0.0], [np.inf, 0.0]]), extent)
    assert found.tolist() == [[0.0, 0.0], [0.5, 0.0], [1.0, 0.0]]
    assert len(to_the_rim(np.array([[0.0, 0.0], [2.0, 0.0], [0.5, 0.0]]), extent)) == 3


def test_a_long_step_lies_on_the_sheet():
    from app.race.relief import BETWEEN, draped

    extent = (0.0, 1.0, 0.0, 2.0)
    found = draped(np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 0.001]]), extent)
    assert len(found) == 52 and np.allclose(np.diff(found[:51, 0]), 0.02) and found[-1].tolist() == [1.0, 0.001]
    wild = draped(np.array([[0.0, 0.0], [1e9, 0.0]] * 400), extent)
    assert len(wild) <= 2 * 800 + BETWEEN and np.isfinite(wild).all()


@pytest.mark.gl
def test_the_relief_shows_the_same_race_and_its_camera_stays(room, qtbot):
    room.stage.pictures.view_chosen.emit("both")
    relief = room.stage.pictures.relief
    until(qtbot, relief.isVisible)
    relief.opts["azimuth"] = 12.0
    balls = [ball.visible() for _, ball in relief.paths]
    assert balls == [True, True, True]
    room.lab.playhead.seek(150)
    assert [ball.visible() for _, ball in relief.paths] == [
        True,
        True,
        True,
    ]  # the third has left the picture: it stays at the rim
    room.lab.edit("terrain.kind", "himmelblau")
    until(qtbot, lambda: room.lab.paths.complete and relief.heights.terrain.kind == "himmelblau")
    room.stage.pictures.view_chosen.emit("map")
    room.stage.pictures.view_chosen.emit("both")
    assert relief.opts["azimuth"] == 12.0
    assert not relief.grabFramebuffer().isNull()


def test_pictures_and_numbers_can_be_taken_away(room, tmp_path, qapp):
    menu = room.takeaway.menu(room.stage.pictures.map)
    assert [action.text() for action in menu.actions()] == ["Copy picture", "Save picture…", "Save numbers…"]
    menu.deleteLater()
    room.takeaway.copy(room.stage.pictures.map)
    assert qapp.clipboard().image().width() == 2 * room.stage.pictures.map.width()
    room.takeaway.save_picture(room.stage.charts.value, tmp_path / "value.png")
    room.takeaway.save_numbers(tmp_path / "race.csv")
    lines = (tmp_path / "race.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "racer,update,x,y,value,step,distance" and len(lines) == 1 + sum(
        len(run.points) for run in room.lab.paths.runs
    )
    with pytest.raises(OSError):
        room.takeaway.save_picture(room.stage.pictures.map, tmp_path / "not" / "there.png")


def test_the_lecture_has_the_rates_on_its_bar(room, qtbot):
    room.toggle_layout()
    assert (
        not room.recipe.isVisible()
        and room.rates.isVisible()
        and room.caption.isVisible()
        and not room.stage.charts.steps.isVisible()
    )
    assert [group.isVisible() for group, *_ in room.rates.groups][:4] == [True, True, True, False]
    room.rates.groups[2][3].changed.emit(0.05)
    assert room.store.document.racers[2].optimizer.lr == 0.05
    for wide in (1920, 1024, 700):
        room.resize(wide, 700)
        room.grab()
        for _, _, name, slider in room.rates.groups:
            field = slider.slider.field
            assert name.isHidden() or name.width() >= name.fontMetrics().horizontalAdvance(name.text())
            assert field.width() >= field.fontMetrics().horizontalAdvance(field.text()) + 8
    room.toggle_layout()
    assert room.recipe.isVisible() and room.stage.ranking.isVisible()


def on_the_bar(room):
    """Names and markers' numbers of the rates that stand there."""
    return [name.text().split()[0] for group, _, name, _ in room.rates.groups if group.isVisible()]


def test_a_lecture_shows_every_racer_that_there_is_room_for(room, qtbot):
    room.take(Race.load(FOLDER / "races" / "rosenbrock.toml"), None, None, playing=False)
    room.toggle_layout()
    until(qtbot, lambda: room.lab.paths.complete)
    for wide, names in ((1920, ["SGD", "Momentum", "RMSprop", "Adam"]), (900, ["SGD", "Momentum", "RMSprop"])):
        room.resize(wide, 900)
        room.grab()
        assert on_the_bar(room) == names
    room.lab.chosen.select(3)
    until(qtbot, lambda: on_the_bar(room) == ["Momentum", "RMSprop", "Adam"])
    room.lab.edit("racers", room.store.document.racers[:2])
    until(qtbot, lambda: on_the_bar(room) == ["SGD", "Momentum"])


def test_the_chart_of_a_lecture_says_what_runs_along_it_and_the_update_is_large(room):
    bottom, update = room.stage.charts.value.plot.bottom, room.transport.figure
    digits = update.value.height()
    low = bottom.height()
    assert not bottom.label.isVisible()
    room.toggle_layout()
    assert bottom.label.isVisible() and bottom.labelText == "Update" and bottom.height() > low
    assert update.value.height() >= 1.4 * digits and update.sizeHint().height() <= room.transport.height() - 4
    room.toggle_layout()
    assert not bottom.label.isVisible() and bottom.height() == low


@pytest.mark.gl
def test_a_lecture_in_three_dimensions_names_the_balls_once(room, qtbot):
    room.toggle_layout()
    for view, on_relief in (("relief", True), ("both", False), ("relief", True)):
        room.store.change_view(options={"race.view": view})
        relief = room.stage.pictures.relief
        until(qtbot, relief.isVisible)
        assert relief.labels.legend is on_relief and room.stage.pictures.map.isVisible() is (view == "both")
    room.toggle_layout()
    assert not relief.labels.legend


@pytest.mark.gl
def test_the_words_of_a_relief_are_read_on_every_colour_of_the_sheet(room, qtbot):
    room.store.change_view(options={"race.view": "relief"})
    relief = room.stage.pictures.relief
    until(qtbot, lambda: relief.isVisible() and relief.labels.width() > 300)
    relief.opts.update(elevation=88.0, azimuth=10.0)
    for ground, theme in ((Qt.GlobalColor.black, LIGHT), (Qt.GlobalColor.white, DARK)):
        relief.show_theme(theme)
        image = QImage(relief.labels.size(), QImage.Format.Format_RGB32)
        image.fill(ground)
        relief.labels.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        grey = np.array(image.constBits()).reshape(image.height(), -1, 4)[:, :300, :3].mean(axis=2)
        plate = grey > 190 if theme is LIGHT else grey < 80
        assert plate[:, :300].sum() > 150  # px beside the words themselves; without plates there are next to none


def test_nobody_takes_part(room, qtbot):
    room.lab.edit("racers", ())
    until(qtbot, lambda: room.lab.paths.complete)
    assert room.recipe.racers.empty.isVisible() and room.stage.ranking.rowCount() == 0
    assert room.status.sentence.text() == "Nobody takes part yet: add a racer with +."
    room.lab.tell()
    room.lab.play()
    room.lab.pause()


def test_colours_of_racers_reach_three_to_one():
    assert len(COLOURS) == len(CORNERS) == len(set(COLOURS))
    for colour in COLOURS:
        assert contrast(colour, LIGHT.surface) >= 3 and contrast(colour, DARK.surface) >= 3, colour


def test_logarithms_leave_out_what_has_none():
    found = logarithms(np.array([1.0, 0.0, -1.0, np.nan, np.inf, 100.0]))
    assert found[0] == 0 and found[5] == 2 and np.isnan(found[[1, 2, 3]]).all() and found[4] == 12


def test_a_film_ends_a_little_after_the_last_arrival():
    race = Race.load(RATES)
    assert last_update(race, tracks(race)) == 124


def test_a_narrow_ranking_leaves_figures_out_and_cuts_none(room, qtbot):
    ranking = room.stage.ranking
    ranking.setFixedWidth(420)
    until(qtbot, lambda: not any(ranking.isColumnHidden(column) for column in range(4)))
    ranking.setFixedWidth(270)
    until(qtbot, lambda: ranking.isColumnHidden(3) and not ranking.isColumnHidden(1))
    shown = [column for column in range(4) if not ranking.isColumnHidden(column)]
    assert sum(ranking.columnWidth(column) for column in shown) <= ranking.viewport().width()
    assert ranking.columnWidth(0) >= 60
    ranking.setFixedWidth(420)
    ranking.item(0, 0).setText("Momentum μ 0.9")  # a longer name takes the room of a figure
    for width in (420, 360, 340, 320, 300):
        ranking.setFixedWidth(width)
        until(qtbot, lambda: ranking.columnWidth(0) >= min(ranking.sizeHintForColumn(0), 128))
