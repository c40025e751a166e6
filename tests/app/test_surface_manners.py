"""What the weight space does by itself: when it re-centres, which marks it draws, and what it says where."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from app.documents.document_store import DocumentStore
from app.documents.experiment_store import Store
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.surface import mesh, paint
from app.views.surface.axes import usual_points
from app.views.surface.gauge import Honesty
from app.views.surface.labels import left_of
from app.views.surface.map import lines
from app.views.surface.marks import legs_by_hand, marks_of
from app.views.surface.sheet import Scale, Sheet
from app.views.surface.sight import Sight
from core.frames import Frame, Mark, RunState
from core.registry import parse
from tests.building.surface_frames import experiment, shown, surface_frame, update


def _off(at: int = 100, **info) -> Frame:
    return surface_frame(
        at,
        gap_here=0.6,
        plane="pca",
        misleads="The network is not on this sheet: its loss is 0.007, the sheet there 1.3. Re-centre.",
        **info,
    )


def test_a_sheet_that_the_network_has_left_is_left_at_a_pause_once():
    sight = Sight()
    assert not sight.off(_off(100, update_of_sheet=90), RunState.running, 100)
    assert sight.off(_off(120, update_of_sheet=90), RunState.running, 120)
    assert sight.off(_off(100), RunState.paused, 100)
    assert not sight.off(_off(100), RunState.paused, 100)
    assert not Sight().off(_off(100, stage=(2, 5)), RunState.paused, 100)
    assert not Sight().off(surface_frame(100, gap_here=0.6, plane="line"), RunState.finished, 100)


def test_where_a_run_comes_to_stand_still_the_sheet_becomes_that_of_the_present_update():
    """It is said of which update a sheet is; whoever goes on by hand sees the ball walk on it."""
    sight = Sight()
    near = {"gap_here": 0.01, "plane": "pca"}
    assert not sight.off(surface_frame(254, update_of_sheet=254, **near), RunState.running, 254)
    assert not sight.off(surface_frame(290, update_of_sheet=254, **near), RunState.finished, 300), "not the end yet"
    assert not sight.off(surface_frame(300, update_of_sheet=254, stage=(2, 5), **near), RunState.finished, 300)
    assert sight.off(surface_frame(300, update_of_sheet=254, **near), RunState.finished, 300)
    sight.anew()
    assert not sight.off(surface_frame(300, update_of_sheet=300, **near), RunState.finished, 300)
    assert not sight.off(surface_frame(301, update_of_sheet=300, **near), RunState.paused, 301), "a step by hand"
    whole = Sight()
    assert not whole.off(surface_frame(90, **near), RunState.running, 90)
    assert not whole.off(surface_frame(100, update_of_sheet=0, whole=True, **near), RunState.paused, 100)


def test_colours_of_long_ago_are_renewed_at_a_pause():
    frame = surface_frame(gap_here=0.0)
    faded = Frame(1, 100, frame.request, {**frame.arrays, "levels": np.array([50.0, 90.0])}, frame.info)
    assert not Sight().off(frame, RunState.paused, 100) and Sight().off(faded, RunState.finished, 100)


def test_the_view_re_centres_when_a_run_pauses(qtbot):
    view = shown(qtbot, experiment())
    view.show_update(update(_off(100, update_of_sheet=95)))
    before = view.asking.sight.ticket
    view.show_update(dataclasses.replace(update(surface_frame()), state=RunState.paused, frames={}))
    assert view.asking.sight.ticket == before + 1


def test_no_arrow_is_drawn_on_a_foreign_sheet():
    sheet = Sheet.of(surface_frame(), False)
    assert sheet is not None and marks_of(surface_frame(), sheet, fan=True).arrows
    foreign = marks_of(_off(), sheet, fan=True)
    assert not foreign.arrows and not len(foreign.fan)


def test_the_gauge_speaks_of_the_present_point_first_and_never_runs_out_of_shorter_words():
    lengths = Honesty.of(_off()).lengths()
    assert all(
        text.startswith(("The network is not on this sheet", "not on this sheet", "misleads")) for text in lengths
    )
    assert Honesty.of(surface_frame()).lengths()[-1] == "keeps 93 %"
    small = Honesty.of(surface_frame(gap=0.001)).sentences()
    assert "more than under" not in small and "true loss at a point of the path" in small
    assert Honesty.of(surface_frame(whole=True)).short() == "the whole space: nothing is left out"


def test_the_gauge_says_that_there_are_other_directions_where_the_path_has_chosen_two():
    assert Honesty.of(surface_frame(freedom=17)).lengths()[0].startswith("two directions of 17 · keeps 93 %")
    for other in (surface_frame(), surface_frame(freedom=2, whole=True)):
        assert not any("directions" in words for words in Honesty.of(other).lengths())


def test_legs_made_by_hand_are_drawn_apart():
    assert legs_by_hand(np.array([0, 10, 20, 30]), {10, 25, 40}) == (1, 2)
    found = paint.pieces(np.arange(8.0).reshape(4, 2), (1,))
    assert [(len(stretch), hand) for stretch, hand in found] == [(2, False), (2, True), (2, False)]
    assert mesh.runs(np.ones(6, bool), (2,)) == [slice(0, 3), slice(3, 6)]


def test_a_put_of_this_run_is_remembered(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    view.show_update(
        dataclasses.replace(update(surface_frame()), marks=(Mark(30, "put", "put elsewhere"), Mark(40, "edit", "η")))
    )
    assert view.put_after == {30}
    view.show_update(dataclasses.replace(update(surface_frame()), run=2))
    assert view.put_after == set()


def test_kept_points_stand_on_the_sheet_with_their_letters():
    frame = surface_frame(points=("start", "A"))
    frame = Frame(1, 100, frame.request, {**frame.arrays, "kept": np.array([[0.0, 0.0], [0.5, 1.0]])}, frame.info)
    sheet = Sheet.of(frame, False)
    assert sheet is not None and marks_of(frame, sheet, fan=False).kept == (("A", (2.5, 6.0)),)


def test_names_of_arrows_stay_within_the_picture_and_apart():
    within, taken = QRectF(0, 0, 200, 60), []
    rooms = [paint.placed(QRectF(180, 50, 60, 14), within, taken) for _ in range(3)]
    assert all(within.contains(room) for room in rooms)
    assert not any(one.intersects(other) for one in rooms for other in rooms if one is not other)


@pytest.mark.parametrize("turn", range(0, 360, 15))
@pytest.mark.parametrize("apart", [12, 60, 180])
def test_no_name_of_an_arrow_lies_on_an_arrow(qapp, turn, apart):
    within, ball = QRectF(0, 0, 400, 300), QPointF(200, 150)
    ends = [
        ball + 70 * QPointF(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
        for angle in (turn, turn + apart)
    ]
    arrows = [paint.Named(ball, ball, end, words) for end, words in zip(ends, ("−gradient", "step"), strict=True)]
    rooms = paint.name_rooms(arrows, within, QFontMetricsF(look.LIGHT.font(11, bold=True)))
    assert all(within.contains(room) for room in rooms) and not rooms[0].intersects(rooms[1])
    shafts = [square for arrow in arrows for square in paint.shaft(arrow.foot, arrow.end)]
    assert len(shafts) > 10
    assert not any(room.intersects(square) for room in rooms for square in shafts)
    assert all(
        math.hypot(room.center().x() - arrow.end.x(), room.center().y() - arrow.end.y()) < 90
        for room, arrow in zip(rooms, arrows, strict=True)
    )


@pytest.mark.parametrize("x", [-30.0, 5.0, 40.0, 300.0])
def test_the_heights_of_a_relief_are_whole_at_its_left_edge(qapp, x):
    metrics = QFontMetricsF(look.LIGHT.font(18))
    room = left_of(QPointF(x, 80.0), "0.8", metrics)
    assert room.left() >= 0 and room.width() >= metrics.horizontalAdvance("0.8") and room.center().y() == 80.0
    assert x < 100 or room.right() == pytest.approx(x)


def test_a_score_is_never_logarithmic_and_written_in_percent():
    frame = Frame(
        1,
        1,
        parse("probes", {"kind": "surface", "metric": "score"}),
        {"levels": np.array([0.0, 1.0])},
        {"metric": "Accuracy"},
    )
    scale = Scale.of_frame(frame, True)
    assert not scale.log and (scale.low, scale.high) == (0, 1) and paint.number(0.5, scale) == "50 %"


def test_three_different_points_are_offered():
    assert usual_points("points", ("start",)) == ("start", "A", "now")
    assert usual_points("points", ("start", "A", "B")) == ("start", "B", "now")
    assert usual_points("line", ("start", "A")) == ("start", "now")


def test_another_preset_forgets_the_plane_of_the_last(qapp, ring):
    store: DocumentStore = Store(ring, ViewState(options={"surface": {"plane": "hessian"}, "boundary.resolution": 60}))
    store.open(ring)
    assert store.view.options == {"boundary.resolution": 60}


def test_the_value_under_the_cursor_lies_over_whichever_picture_came_last(qtbot):
    view = shown(qtbot, experiment(), surface_frame(), options={"mode": "slices"})
    view.pages.setCurrentWidget(view.pages.map)
    view.grip.pointed.emit((2.0, 5.0), QPointF(200, 100))
    children = view.pages.children()
    assert children.index(view.readout) > max(
        children.index(picture) for picture in (view.pages.map, view.pages.slices, view.pages.sentence)
    )


def test_the_name_of_an_axis_is_said_in_fewer_words_before_it_is_cut(qtbot):
    metrics = QFontMetricsF(look.current().font(look.CAPTION + 1))
    name = "second principal component, 10 %"
    whole = metrics.horizontalAdvance(name)
    assert lines(name, metrics, whole + 1) == [name]
    assert lines(name, metrics, 0.7 * whole) == ["second principal", "component, 10 %"]
    brief = metrics.horizontalAdvance("2nd component,")
    assert lines(name, metrics, brief + 1) == ["2nd component,", "10 %"]
    assert lines(name, metrics, metrics.horizontalAdvance("component") + 1) in (["2nd", "component"], ["2nd component"])
    assert lines("a random direction at right angles", metrics, brief + 1) == ["random", "direction"]
    assert lines("h1.weight[10,10,10]", metrics, 20.0)[0].endswith("…")


@pytest.mark.parametrize("far", [1e7, 1e12, math.inf, math.nan])
def test_the_arrow_of_a_run_that_diverges_costs_no_more_than_the_picture(qapp, far):
    """A square for every 8 px of it once took all memory that there was."""
    within, start = QRectF(0, 0, 400, 300), QPointF(200, 150)
    end = paint.cut_short(start, start + QPointF(far, 0), within)
    assert len(paint.shaft(start, end)) < 1000 and (end == start or not within.contains(end))
    near = QPointF(260, 180)
    assert paint.cut_short(start, near, within) == near
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint.paint_named(painter, [paint.Named(start, start, start + QPointF(far, 0), "step", True)], within, look.LIGHT)
    painter.end()


def test_at_the_end_of_a_real_run_the_sheet_is_that_of_its_last_update(open_window, qtbot):
    room = open_window().network
    lab, view = room.lab, room.views["surface"]
    room.docks["surface"].show()
    room.docks["surface"].raise_()
    lab.edit("stop.updates", 300)
    lab.edit("speed", "max")
    qtbot.waitUntil(lambda: lab.runs.ready and lab.run.last is not None, timeout=60_000)
    if not lab.playing:
        lab.play()
    qtbot.waitUntil(lambda: lab.run.last.state is RunState.finished, timeout=60_000)
    qtbot.waitUntil(lambda: view.frame is not None and view.frame.info.get("update_of_sheet") == 300, timeout=60_000)
    assert view.frame.info["gap_here"] == pytest.approx(0.0, abs=1e-4), "the ball lies on it"
