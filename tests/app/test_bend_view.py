"""Bend space: what is drawn between two acts, where the output's line lies, what is said and what a person can do."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.intents import ChooseSample, SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import class_colours
from app.views.bend import border, labels
from app.views.bend.act_slider import FINE
from app.views.bend.camera import Camera, Eye
from app.views.bend.course import Course, Window, nice, segments
from app.views.bend.labels import tick_step
from app.views.bend.matrix_box import boxes
from app.views.bend.player import MOVING, RESTING
from app.views.bend.shades import swarms, threads
from app.views.bend.view import BendView
from app.views.bend.words import names, sentences, title
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.probes.bend import Bend
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import PRESETS
from tests.building.view_frames import shown

pytestmark = pytest.mark.usefixtures("kernel")
IRIS: dict[str, Any] = {"data": {"kind": "iris"}, "inputs": {"scaling": "standardize"}}


def trained(updates: int = 10, **changes: Any) -> tuple[Experiment, Session]:
    made = small(**changes)
    session = Session(made)
    session.advance(updates)
    return made, session


def told(session: Session, view: BendView, state: RunState = RunState.paused) -> None:
    frames = {name: session.frame(request) for name, request in view.requests().items()}
    view.show_update(Update(1, state, 10, 1.0, 100, 1.0, 100.0, {}, frames))


def course(request: Bend | None = None, updates: int = 10, **changes: Any) -> Course:
    return Course(trained(updates, **changes)[1].frame(request or Bend()))


@pytest.fixture
def opened(qtbot):
    """A view of a 2-4-2-1 net, and its session."""
    made, session = trained(layers=[layer(4), layer(2, name="h2")])
    view = shown(qtbot, BendView(), made)
    told(session, view)
    return view, session


def sentence(here: Course, place) -> str:
    return " ".join(each.text for each in sentences(here, place))


# What is drawn


def test_between_two_acts_every_point_is_on_the_straight_way():
    here = course(layers=[layer(2)])
    for at in (0.0, 0.25, 1.5, 2.75, 3.0):
        place = here.place(at)
        one, other = (here.frame.arrays[f"samples.{k}"] for k in (place.before, place.after))
        expected = one + (at - place.before) * (other - one)
        assert here.spots(place)[:, :2] == pytest.approx(expected, abs=1e-6)
    weight = here.frame.arrays["matrix.1"]  # half the way of a linear map is half the map: I + ½(W − I)
    half = here.frame.arrays["samples.0"] @ ((np.eye(2) + weight) / 2).T
    assert here.spots(here.place(0.5))[:, :2] == pytest.approx(half, abs=1e-5)
    assert not here.points(here.place(3.0))[:, 2].any()  # the third number of a plane
    assert here.points(here.place(3.0)) is here.points(here.place(3.0))  # made once, whoever looks how often


@pytest.mark.parametrize("stack", [[layer(2)], [layer(3, "relu")], [layer(4), layer(1, name="h2")], []])
def test_the_border_that_is_carried_along_lies_on_the_output_s_line(stack):
    here = course(layers=stack, updates=200)
    frame = here.frame
    at = here.place(frame.info["border"])
    carried = border.carried(frame)
    assert carried is not None
    ends = carried.at(here.points(at))
    ((normal, offset, within),) = border.planes(frame)
    assert len(ends) and not within
    assert np.abs(ends @ normal + offset).max() < 1e-4
    assert ends[:, : frame.arrays["output.weight"].shape[1]].std() > 0 or here.acts[at.before]["size"] == 1


def test_a_cut_is_what_a_window_shows_of_a_line_and_of_a_plane():
    window = Window(np.zeros(3), np.ones(3))
    line = border.cut(window, 2, np.array([1.0, -2.0, 0.0]), 0.5, [])
    assert line.shape == (2, 3) and np.abs(line @ (1, -2, 0) + 0.5).max() < 1e-9
    assert np.abs(line).max() == pytest.approx(border.REACH)
    flat = border.cut(window, 3, np.array([0.0, 0.0, 2.0]), -1.0, [])
    assert {tuple(np.round(np.abs(corner), 6)) for corner in flat} == {(border.REACH, border.REACH, 0.5)}
    assert not len(border.cut(window, 2, np.array([1.0, 0.0, 0.0]), -5.0, []))  # far outside
    assert not len(border.cut(window, 2, np.zeros(3), 1.0, []))
    halved = border.cut(window, 2, np.array([0.0, 1.0, 0.0]), 0.0, [(np.array([1.0, 0.0, 0.0]), 0.0)])
    assert sorted(halved[:, 0]) == pytest.approx([0.0, border.REACH])


def test_borders_of_three_classes_are_where_the_two_largest_sums_are_equal():
    here = course(layers=[layer(2)], updates=100, **IRIS)
    arrays = here.frame.arrays
    seen = 0
    for normal, offset, within in border.planes(here.frame):
        for end in border.cut(here.window_after(here.frame.info["border"]), 2, normal, offset, within):
            sums = np.sort(arrays["output.weight"] @ end[:2] + arrays["output.bias"])
            assert sums[-1] == pytest.approx(sums[-2], abs=1e-6)
            seen += 1
    assert seen >= 4


def test_from_above_a_plane_is_itself_and_from_a_corner_all_of_the_box_is_in_the_room():
    window, room = Window(np.array([1.0, 0.0, 0.0]), np.array([2.0, 1.0, 0.5])), (10.0, 20.0, 400.0, 300.0)
    above = Camera.of(window, Eye(), 0.0, room)
    assert above.see(np.array([[1.0, 0, 0], [3.0, 0, 0], [1.0, 1.0, 0]])) == pytest.approx(
        np.array([[210, 170], [410, 170], [210, 70]])
    )
    corners = window.middle + window.half * np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    for eye in (Eye(), Eye(turn=200, height=-30), Eye().moved(500, 400)):
        seen = Camera.of(window, eye, 1.0, room).see(corners)
        assert (seen.min(axis=0) >= (10 - 1e-6, 20 - 1e-6)).all() and (
            seen.max(axis=0) <= (410 + 1e-6, 320 + 1e-6)
        ).all()
        assert np.ptp(seen, axis=0) == pytest.approx((400, 300)) or np.isclose(np.ptp(seen, axis=0), (400, 300)).any()


def test_a_window_takes_all_in_and_does_not_breathe():
    assert [nice(value) for value in (0.9, 1.0, 1.01, 4.9, 76)] == pytest.approx([1.0, 1.0, 1.25, 5.0, 80])
    here = course(layers=[layer(2)])
    for number in range(len(here.acts)):
        window, points = here.window_after(number), here.points(here.place(number))
        assert (np.abs(points - window.middle) <= window.half + 1e-9).all()
    assert [tick_step(half) for half in (1.0, 6.0, 0.3, 25)] == pytest.approx([0.5, 2.0, 0.1, 10])


def test_no_number_at_an_axis_lies_on_a_name_a_matrix_or_another(opened, monkeypatch):
    view, _ = opened
    drawn = []
    monkeypatch.setattr(labels, "_on_ground", lambda painter, spot, text, _: drawn.append(labels.box_of(spot, text, painter.fontMetrics())))  # fmt: skip
    for scale, size, least in ((1.0, (528, 376), 6), (1.85, (320, 330), 4), (2.0, (500, 300), 4)):
        view.resize(*size)
        view.show_theme(dataclasses.replace(view.theme, scale=scale))
        drawn.clear()
        view.canvas.grab()
        taken = boxes(view.canvas.matrices, QPointF(view.theme.px(4), view.theme.px(4)), view.theme)
        for place, box in enumerate(drawn):
            assert not any(box.intersects(other) for other in (*drawn[:place], *taken))
        assert len(drawn) >= least, (scale, len(drawn))


def test_the_lines_of_the_grid_join_neighbours():
    pieces = segments((41, 41))
    assert len(pieces) == 2 * 21 * 40
    rows, columns = np.divmod(pieces, 41)
    assert (np.abs(np.diff(rows)) + np.abs(np.diff(columns)) == 1).all()
    assert segments((5,)).tolist() == [[0, 1], [1, 2], [2, 3], [3, 4]]


@pytest.mark.parametrize("data", [{}, IRIS], ids=["two classes", "three classes"])
def test_each_line_of_the_grid_has_the_colour_of_what_is_answered_there(data):
    here = course(updates=100, layers=[layer(2)], **data)
    arrays, theme = here.frame.arrays, look.LIGHT
    found = threads(here.frame, here.shape, theme)
    joined = np.concatenate([thread.pieces for thread in found])
    assert sorted(map(tuple, joined)) == sorted(map(tuple, segments(here.shape)))
    pure = class_colours(len(here.frame.info["classes"]), theme)
    decisions = arrays["decisions"].ravel()
    for thread in found:
        nearest = min(range(len(pure)), key=lambda k: np.abs(look.rgb(pure[k]) - look.rgb(thread.colour)).sum())
        if np.abs(look.rgb(pure[nearest]) - look.rgb(thread.colour)).sum() < 60:  # sure of it
            assert set(decisions[thread.pieces[:, 0]]) == {nearest}
    shown_ = swarms(here.frame, True, theme)
    assert sorted(np.concatenate([swarm.which for swarm in shown_])) == list(range(len(arrays["y"])))
    for swarm in shown_:
        assert set(arrays["part"][swarm.which]) <= {swarm.part}
        assert {pure[int(y)] for y in arrays["y"][swarm.which]} <= {swarm.colour}
    assert not any(swarm.part == 2 for swarm in swarms(here.frame, False, theme))


def test_outputs_that_stand_apart_have_a_line_each():
    stack = [layer(2, name="h1")]
    here = course(updates=60, data={"kind": "two_questions", "samples": 80}, task={"kind": "answers"}, layers=stack,
                  loss={"kind": "binary_cross_entropies"})  # fmt: skip
    place, arrays = here.place(3), here.frame.arrays
    lines = border.planes(here.frame)
    assert len(lines) == 2 and not any(within for _, _, within in lines)
    for number, (normal, offset, _) in enumerate(lines):
        assert here.points(place) @ normal + offset == pytest.approx(arrays["sums"][..., number].ravel(), abs=1e-4)
    assert "Each output can draw just one straight line here (dashed)" in sentence(here, place)
    assert "a probability of each sum" in sentence(here, here.place(6))
    last = arrays["samples.6"]
    assert last == pytest.approx(1 / (1 + np.exp(-arrays["samples.5"])), abs=1e-6)


# What is said


def test_it_opens_at_the_last_hidden_layer_of_two_units_with_the_output_s_line(opened):
    view, _ = opened
    assert view.at == 6 and view.journey.slider.at == 6 and view.pages.currentWidget() is view.canvas
    assert view.caption.text().startswith("<b>Hidden layer 2 · Activation Tanh.</b> h = g(z)")
    assert "just one straight line here (dashed); bent back" in view.caption.text()
    for part in (view.canvas, view.journey.slider):
        assert part.accessibleDescription().startswith("Hidden layer 2 · Activation Tanh. h = g(z)")


def test_each_act_is_said_in_the_field_s_words():
    here = course(layers=[layer(2), layer(3, "relu", "h2")])
    said = [f"{title(here, here.place(k))}. {sentence(here, here.place(k))}" for k in range(len(here.acts))]
    assert [each.split(":")[0] for each in said] == [
        "Input space. Here all begins, nothing is bent yet. The dark line is where the decision changes.",
        "Hidden layer 1 · Linear map. z = W·x",
        "Hidden layer 1 · Shift by the bias. z = W·x + b",
        "Hidden layer 1 · Activation Tanh. h = g(z), each number alone through Tanh",
        "Hidden layer 2 · Linear map. z = W·h",
        "Hidden layer 2 · Shift by the bias. z = W·h + b",
        "Hidden layer 2 · Activation ReLU. h = g(z), each number alone through ReLU",
        "Output · Linear map. z = W·h",
        "Output · Shift by the bias. z = W·h + b",
        "Output · Answer. ŷ",
    ]
    assert "2 → 3 numbers" in said[4] and "→" not in said[1] and "flat plane" in said[6]
    assert not any("in truth they jump" in each for each in said)
    ways = [sentence(here, here.place(k + 0.5)) for k in range(len(here.acts) - 1)]
    assert ["in truth they jump" in each for each in ways] == [k + 1 in (3, 6, 9) for k in range(len(ways))]
    assert [names(here, k) for k in (0, 2, 3, 6, 7, 9)] == [
        ("x₁", "x₂"), ("z₁", "z₂"), ("h₁", "h₂"), ("h₁", "h₂", "h₃"), ("z",), ("ŷ",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "act, titled, said",
    [
        ({"kind": "norm", "straight": True}, "Normalization", "Batch normalization: each number is centred and scaled"),
        ({"kind": "norm", "straight": False}, "Normalization", "Layer normalization: the numbers of each sample"),
        ({"kind": "whole", "says": "Residual dense"}, "Residual dense, all at once", "Residual dense is one act here"),
    ],
)
def test_other_layers_between_are_named(act, titled, said):
    plain = course(layers=[layer(2)]).frame
    acts = tuple(told | act if k == 3 else told for k, told in enumerate(plain.info["acts"]))
    here = Course(Frame(1, 1, None, plain.arrays, {**plain.info, "acts": acts}))
    assert title(here, here.place(3)) == f"Hidden layer · {titled}" and sentence(here, here.place(3)).startswith(said)


def test_of_several_players_it_says_whose_space_it_is():
    frame = course(layers=[layer(2)]).frame
    assert frame.info["player"] == ""
    here = Course(Frame(1, 1, None, frame.arrays, {**frame.info, "player": "discriminator"}))
    assert title(here, here.place(0)) == "Discriminator: input space"
    assert title(here, here.place(1)) == "Discriminator: hidden layer · Linear map"


def test_linear_layers_say_that_they_are_one_map_and_show_its_matrix(qtbot):
    made, session = trained(layers=[layer(2, "linear"), layer(2, "linear", "h2")])
    view = shown(qtbot, BendView(), made)
    told(session, view)
    assert "all so far is one linear map" in view.caption.text() and "bent back" not in view.caption.text()
    product = session.parameters()["h2.weight"] @ session.parameters()["h1.weight"]
    assert [each.symbol for each in view.canvas.matrices] == ["b", "all so far: W", "b"]
    assert view.canvas.matrices[1].numbers == pytest.approx(product)
    assert "all so far: W = (" in view.canvas.accessibleDescription()
    assert view.collapse.isVisible() and not view.shadow.isVisible()
    last = view.journey.slider.maximum()
    view.collapse.click()
    told(session, view)
    assert view.journey.slider.maximum() == last - 2 * FINE and view.at == 2
    assert view.canvas.matrices[0].numbers == pytest.approx(product)
    view.show_at(1.0)
    assert (
        "Hidden layers 1 and 2 · One linear map." in view.caption.text() and "2 layers without" in view.caption.text()
    )


def test_a_wide_layer_offers_its_shadow_and_says_what_a_shadow_hides(opened):
    view, session = opened
    view.show_view(ViewState(options={"bend.at": 3.0}))
    assert view.pages.currentWidget() is not view.canvas
    assert view.offer.words.text() == "Hidden layer 1: 4 dimensions have no picture, but a shadow."
    edits = []
    view.edit.connect(lambda path, value: edits.append((path, value)))
    assert not view.offer.luck.isHidden() and "Other start" in view.offer.luck.text()
    view.offer.narrow.click()
    assert edits == [("layers.h1.units", 3)]
    view.offer.shadow.click()
    told(session, view)
    assert view.pages.currentWidget() is view.canvas and view.shadow.isChecked()
    assert "what overlaps in this shadow may be apart in the 4 dimensions" in view.caption.text()
    view.show_view(ViewState(options={"bend.at": 6.0, "bend.shadow": True}))
    assert "shadow" not in view.caption.text()


def test_a_diverged_run_says_so_and_there_are_no_numbers(opened):
    view, _ = opened
    assert len(view.numbers()[1]) == 60 and view.numbers()[0] == ["sample", "class", "h₁", "h₂"]
    view.show_update(
        Update(1, RunState.diverged, 10, 1.0, 1, 1.0, 1.0, {}, {"bend": Frame(1, 11, None, {}, {"problem": "Gone."})})
    )
    assert view.empty.isVisible() and view.empty.text() == "Gone." and view.numbers()[1] == []


# What a person does


def test_the_slider_goes_from_act_to_act_by_keys_and_where_it_rests_is_remembered(opened, qtbot):
    view, _ = opened
    asked = []
    view.intent.connect(asked.append)
    slider = view.journey.slider
    for key, at in ((Qt.Key.Key_Right, 7), (Qt.Key.Key_Left, 6), (Qt.Key.Key_PageDown, 3), (Qt.Key.Key_PageUp, 6),
                    (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 9), (Qt.Key.Key_Right, 9)):  # fmt: skip
        QTest.keyClick(slider, key)
        assert view.at == at
    assert asked[-1] == SetOption("bend.at", 9.0)
    slider.setSliderDown(True)
    slider.setValue(round(6.5 * FINE))
    assert view.at == 6.5 and asked[-1] == SetOption("bend.at", 9.0)
    slider.setSliderDown(False)
    assert asked[-1] == SetOption("bend.at", 6.5)


def test_play_goes_on_to_the_end_through_shadows_and_reduced_motion_from_act_to_act(opened):
    view, session = opened
    view.play.click()
    assert view.player.plays and view.state.options["bend.shadow"]
    told(session, view)
    view.player.timer.stop()
    view.player.play(8.0, view.course.last)
    seen = []
    view.player.at.connect(seen.append)
    for _ in range(MOVING + RESTING + 1):
        view.player.tick()
    assert seen == pytest.approx([8 + step / MOVING for step in range(1, MOVING + 1)])
    assert not view.player.plays and view.at == 9.0 and view.state.options["bend.at"] == 9.0
    view.set_reduced_motion(True)
    view.play.click()
    for act in (1.0, 2.0, 3.0):
        view.player.tick()
        assert view.player.plays and view.state.options["bend.at"] == act  # runs beside follow act by act
    assert seen[MOVING:] == [0.0, 1.0, 2.0, 3.0]
    view.hide()
    assert not view.player.plays


def test_where_it_stands_comes_from_the_view_s_choices_and_another_stack_opens_anew(opened):
    view, _ = opened
    view.show_view(ViewState(options={"bend.at": 1.25}))
    assert view.at == 1.25
    view.show_view(ViewState(options={"bend.at": 99}))
    assert view.at == 6
    view.show_view(ViewState(options={"bend.at": 2}))
    other, session = trained(layers=[layer(3)])
    view.show_experiment(other, session.prepared)
    told(session, view)
    assert view.at == 3 and view.canvas.is_deep


def test_a_space_of_three_dimensions_is_turned_by_hand_and_by_keys(qtbot):
    made, session = trained(layers=[layer(3)])
    view = shown(qtbot, BendView(), made)
    told(session, view)
    canvas, before = view.canvas, view.canvas.eye
    flat = canvas.grab().toImage()
    assert canvas.focusPolicy() is Qt.FocusPolicy.TabFocus
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.eye == before.moved(10, 0) and canvas.grab().toImage() != flat
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(140, 120))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(140, 120))
    assert canvas.eye == before.moved(10 - 20, 10)
    view.show_at(0.0)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.focusPolicy() is Qt.FocusPolicy.NoFocus  # the window's keys are the window's
    assert not canvas.is_deep and canvas.eye == before.moved(10 - 20, 10)


def test_a_click_on_a_sample_chooses_it(opened):
    view, _ = opened
    asked = []
    view.intent.connect(asked.append)
    view.show_at(0.0)
    trains = np.nonzero(view.frame.arrays["part"] == 0)[0]
    spots = view.canvas.spots()[trains]
    apart = np.hypot(*(spots[:, None] - spots[None]).T) + 1e9 * np.eye(len(spots))
    place = int(apart.min(axis=0).argmax())  # the one that is farthest from all others
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPointF(*spots[place]).toPoint())
    number = int(view.frame.arrays["index"][trains[place]])
    assert asked == [ChooseSample(number)]
    plain = view.canvas.grab().toImage()
    view.show_view(ViewState(sample=number, options={"bend.at": 0.0}))
    assert view.canvas.grab().toImage() != plain


def test_test_samples_are_there_where_they_are_wanted_everywhere(opened):
    view, _ = opened
    assert {swarm.part for swarm in view.canvas.swarms} == {0, 1}
    view.show_view(ViewState(options={"boundary.test": True}))
    assert {swarm.part for swarm in view.canvas.swarms} == {0, 1, 2}


def test_while_it_learns_the_grid_is_coarser_and_other_pictures_come_by_themselves(opened):
    view, session = opened
    assert view.requests()["bend"].resolution == 121
    asked = []
    view.wants.connect(lambda: asked.append(True))
    before = view.canvas.grab().toImage()
    session.advance(20)
    told(session, view, RunState.running)
    assert view.requests()["bend"].resolution == 61 and asked
    QApplication.processEvents()
    assert view.canvas.grab().toImage() != before


def test_pictures_are_dots_without_a_grid_and_what_a_convolution_passes_on_is_named(qtbot):
    made, session = trained(data={"kind": "digits"}, layers=[layer(5)])
    view = shown(qtbot, BendView(), made)
    told(session, view)
    assert view.offer.words.text() == "Hidden layer: 5 dimensions have no picture, but a shadow."
    view.offer.shadow.click()
    told(session, view)
    frame, drawn = view.frame, view.canvas.course
    assert frame is not None and drawn is not None
    assert drawn.shape == () and len(view.numbers()[1]) == len(frame.arrays["y"])
    view.show_at(0.0)
    assert "Each sample as one dot" in view.canvas.accessibleDescription()
    first = {**frame.info["acts"][0], "layer": "h1", "spoken": "hidden layer 1"}  # as behind a convolution
    here = Course(Frame(1, 1, None, frame.arrays, {**frame.info, "acts": (first, *frame.info["acts"][1:])}))
    assert title(here, here.place(0)) == "What hidden layer 1 passes on"
    assert sentence(here, here.place(0)).startswith("What hidden layer 1 passes on, one dot a sample")


def test_where_there_is_little_room_what_must_be_known_stays(opened):
    view, session = opened
    view.show_view(ViewState(options={"bend.at": 3.0, "bend.shadow": True}))
    told(session, view)
    assert "h = g(z)" in view.caption.text() and "A shadow of 4 numbers" in view.caption.text()
    view.show_theme(dataclasses.replace(view.theme, scale=2.0))
    assert "h = g(z)" not in view.caption.text() and "A shadow of 4 numbers" in view.caption.text()
    assert "h = g(z)" in view.caption.toolTip()


@pytest.mark.slow
def test_in_the_window_it_stands_in_the_network_s_place_in_the_past_side_by_side_and_in_a_lecture(open_window, qtbot):
    window = open_window(PRESETS / "bend.toml")
    window.resize(1280, 740)
    window.show()
    room = window.network
    lab, dock = room.lab, room.docks["bend"]

    def until(condition) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    until(lambda: lab.runs.ready and lab.run.last is not None)
    room.docks["network"].titleBarWidget().switch.choose("bend")
    until(lambda: dock.seen and not room.docks["network"].seen)
    view = room.views["bend"]
    lab.begin_up_to(60)
    until(lambda: view.course is not None and view.course.frame.update == 60 and not lab.playing)
    assert view.at == 6 and view.canvas.isVisible()
    now = view.course.frame.arrays["samples.6"]
    lab.time.look_at(20)
    until(lambda: view.course.frame.update == 20)
    assert not np.array_equal(view.course.frame.arrays["samples.6"], now)
    lab.time.now()
    until(lambda: view.course.frame.update == 60)
    assert np.array_equal(view.course.frame.arrays["samples.6"], now)
    room.store.change_view(layout="Lecture")
    until(lambda: dock.seen and view.canvas.isVisible())
    assert view.caption.font().pixelSize() > 20
    room.store.change_view(layout="Explore")
    room.side_by_side.open()
    until(lambda: room.side_by_side.card is not None)
    next(button for button in room.side_by_side.card.buttons if button.text().startswith("Just a copy")).click()
    until(lambda: len(lab.twins.numbers) == 1)
    room.layouts.choose_picture("bend")
    until(lambda: (1, "bend") in room.lanes.views and room.lanes.views[1, "bend"].course is not None)
