"""The weight space with real widgets and made-up frames: what it shows, asks for and says; and with a real lab, the
ball in the hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.documents.experiment_store import Store
from app.documents.intents import KeepPoint, PutAt, PutOnAxis, SetOption
from app.network.lab import Lab
from app.views.network.view import NetworkView
from app.views.surface import gl, ray
from app.views.surface.axes import axis_options, completed
from app.views.surface.choice import SurfaceChoice
from app.views.surface.gauge import Honesty
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import marks_of, thinned
from app.views.surface.plane import direction_of, vector_at
from app.views.surface.sheet import Scale, Sheet, finer
from app.views.surface.view import SurfaceView
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.machine.resources import FOLDER
from core.registry import parse
from tests.building.listening import Said
from tests.building.surface_frames import SIZE, experiment, shown, surface_frame, update


def line_frame() -> Frame:
    frame = surface_frame(offset=(0.0, 0.0))
    kept = {
        name: frame.arrays[name]
        for name in ("center", "u", "alpha", "levels", "path_updates", "path_loss", "path_sheet", "ball_loss")
    }
    arrays = kept | {
        "loss": frame.arrays["loss"][:, 10],
        "path": frame.arrays["path"][:, :1],
        "ball": frame.arrays["ball"][:1],
    }
    return Frame(1, 100, None, arrays, frame.info)


def with_loss(frame: Frame, loss: np.ndarray) -> Frame:
    return Frame(frame.run, frame.update, frame.request, {**frame.arrays, "loss": loss}, frame.info)


# The scale and the sheet


def test_heights_run_from_the_lowest_to_the_highest_colour():
    assert Scale(1, 3).heights(np.array([1.0, 2.0, 3.0, 5.0])).tolist() == [0, 0.5, 1, 2]
    assert Scale(0.01, 100, True).heights(np.array([0.01, 1.0, 100.0])) == pytest.approx([0, 0.5, 1])
    assert math.isnan(Scale(0, 1).heights(np.array([np.nan]))[0])


def test_labels_are_round_and_within_the_range():
    assert Scale(0, 1).labels(5).tolist() == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert Scale(1e-6, 10, True).labels(5).tolist() == pytest.approx([1e-6, 1e-4, 1e-2, 1])
    for scale in (
        Scale(0.3, 0.31),
        Scale(-5, 1e6),
        Scale(0.3, 0.9, True),
        Scale(1e-9, 3, True),
        Scale(0.6931, 0.69315, True),
    ):
        for count in (2, 5, 12, 30):
            labels = scale.labels(count)
            assert 1 <= len(labels) <= 2.5 * count + 1
            assert (labels >= scale.low * (1 - 1e-6) - 1e-12).all() and (labels <= scale.high * (1 + 1e-6)).all()


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("levels", [(0.5, 0.5), (0.0, 0.0), (np.nan, 1.0), (-1.0, 0.0), (0.0, 1e300)])
def test_a_plateau_and_strange_levels_still_have_a_scale(levels, log):
    scale = Scale.of(np.array(levels), log)
    assert scale.high > scale.low and np.isfinite(scale.heights(np.array([0.5]))).all()


def test_two_weights_are_read_with_their_own_values():
    sheet = Sheet.of(surface_frame(), False)
    assert sheet.extent == pytest.approx((1, 3, 3, 7))
    assert sheet.loss_at(2.2, 4.9) == pytest.approx(0.1, abs=0.01)
    assert math.isnan(sheet.loss_at(0.5, 5))


def test_what_is_not_finite_stands_at_the_top_and_has_no_contours():
    frame = surface_frame()
    loss = frame.arrays["loss"].copy()
    loss[:3, :3], loss[-1, -1], loss[10, 0] = np.nan, np.inf, 1e30
    sheet = Sheet.of(with_loss(frame, loss), False)
    assert sheet.unknown.sum() == 10
    assert (sheet.drawn[sheet.unknown] == 1).all() and sheet.drawn[10, 0] == 1
    x, y, heights = sheet.contours()
    assert len(x) == len(heights) and np.isfinite(x).all() and np.isfinite(y).all()
    corner = (x < sheet.alpha[2]) & (y < sheet.beta[2])
    assert not corner.any()


def test_finer_goes_through_the_points():
    field = np.random.default_rng(0).random((5, 7))
    fine = finer(field, 4)
    assert fine.shape == (17, 25)
    assert fine[::4, ::4] == pytest.approx(field)


# Marks


def test_beads_are_spread_evenly_and_the_gap_is_the_true_loss_s():
    frame = surface_frame()
    sheet = Sheet.of(frame, False)
    marks = marks_of(frame, sheet, fan=True)
    assert marks.path[0] == pytest.approx((1.1, 6.5))
    assert marks.ball == pytest.approx((2.2, 4.9))
    assert (marks.truth >= marks.under).all() and len(marks.gaps)
    assert [arrow.words for arrow in marks.arrows] == ["−gradient", "step"]
    assert len(marks.fan) == 2
    slow = np.repeat(np.linspace([1.1, 3.5], [2.9, 6.5], 30), 40, axis=0)
    assert len(thinned(slow, sheet)) <= 41


def test_one_arrow_stands_for_gradient_and_step_where_they_are_one_line():
    frame = surface_frame()
    arrays = {**frame.arrays, "step": 0.1 * frame.arrays["gradient"]}
    (arrow,) = marks_of(Frame(1, 1, None, arrays, frame.info), Sheet.of(frame, False), fan=False).arrows
    assert arrow.words == "−gradient, step"


def test_a_path_of_one_point_and_a_ball_that_is_no_number_are_drawn(qtbot):
    frame = surface_frame()
    arrays = {
        **frame.arrays,
        "path": frame.arrays["path"][:1],
        "path_loss": frame.arrays["path_loss"][:1],
        "ball": np.full(2, np.nan),
    }
    view = shown(qtbot, experiment(), Frame(1, 1, None, arrays, frame.info))
    assert view.pages.map.ball_spot() is None
    assert not view.picture().isNull()


# The plane


def test_a_place_means_all_parameters():
    frame = surface_frame()
    vector = vector_at(frame, (2.5, 4.0))
    assert vector[2] == pytest.approx(2.5) and vector[5] == pytest.approx(4.0)
    assert np.delete(vector, [2, 5]).tolist() == [0, 1, 3, 4, 6, 7, 8]


def test_a_weight_s_direction_is_its_shadow():
    frame = surface_frame()
    assert direction_of(frame, 2)[0] == pytest.approx([1, 0]) and direction_of(frame, 2)[1] == pytest.approx(1)
    assert direction_of(frame, 3)[1] == pytest.approx(0)
    skew = Frame(1, 1, None, {**frame.arrays, "v": (np.eye(9)[2] + np.eye(9)[5]) / 2}, frame.info)
    shadow, share = direction_of(skew, 5)
    assert shadow == pytest.approx([-1, 2]) and share == pytest.approx(1)


# What is asked for


def test_of_two_parameters_the_whole_surface_is_asked_for_and_of_more_the_path_s_plane(qtbot):
    hours = Experiment.load(FOLDER / "presets" / "landscape.toml")
    assert shown(qtbot, hours).request().plane == "weights"
    assert shown(qtbot, experiment()).request().plane == "pca"


def test_choices_are_remembered_and_come_back(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    said = Said(view)
    view.bar.plane_chosen.emit("random")
    view.bar.modes["slices"].click()
    view.asking.choose(resolution=31)
    option = said.of(SetOption)[-1]
    assert option == SetOption(
        "surface", {"mode": "slices", "log": False, "sight": True, "plane": "random", "resolution": 31}
    )
    again = shown(qtbot, experiment(), options=dict(option.value))
    assert (again.request().plane, again.request().resolution, again.choice.mode) == ("random", 31, "slices")


def test_what_makes_no_sense_in_a_file_is_forgotten():
    choice = SurfaceChoice.of(
        {"mode": "sideways", "log": True, "plane": "nonsense", "seed": 3, "colour": "red", "resolution": 50}
    )
    assert (choice.mode, choice.log, choice.fields) == ("map", True, {"seed": 3})
    assert SurfaceChoice.of("nothing") == SurfaceChoice()


def test_re_centre_asks_for_another_pin(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    before = view.request()
    with qtbot.waitSignal(view.wants):
        view.bar.centre.click()
    assert view.request().ticket == before.ticket + 1


def test_the_sheet_jumps_once_when_the_ball_leaves_it_and_never_swims(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    assert view.asking.sight.ticket == 0
    gone = surface_frame()
    gone = Frame(1, 120, view.request(), {**gone.arrays, "ball": np.array([3.0, 0.0])}, gone.info)
    view.show_update(update(gone))
    assert view.asking.sight.ticket == 1
    view.show_update(update(gone))  # of the old ticket still
    assert view.asking.sight.ticket == 1
    view.show_update(
        update(Frame(1, 121, view.request(), gone.arrays, gone.info))
    )  # re-centring did not help: the plane goes through fixed points
    assert view.asking.sight.ticket == 1


def test_without_that_choice_it_stays(qtbot):
    view = shown(qtbot, experiment(), surface_frame(), options={"sight": False})
    frame = surface_frame()
    view.show_update(update(Frame(1, 120, view.request(), {**frame.arrays, "ball": np.array([3.0, 0.0])}, frame.info)))
    assert view.asking.sight.ticket == 0
    assert view.pages.map.ball_spot().x() == pytest.approx(view.pages.map.room.right())


def test_principal_components_are_found_anew_when_the_path_has_doubled(qtbot):
    view = shown(qtbot, experiment())
    view.show_update(update(surface_frame(150, view.request(), plane="pca", update_of_sheet=100)))
    assert view.asking.sight.ticket == 0
    view.show_update(update(surface_frame(200, view.request(), plane="pca", update_of_sheet=100)))
    assert view.asking.sight.ticket == 1


def test_weights_at_the_axes_are_real_and_two(qtbot):
    made = experiment()
    prepared = prepare(made)
    assert completed(made, prepared, ["", "h1.bias[1]"]) == ("h1.weight[0,0]", "h1.bias[1]")
    assert completed(made, prepared, ["h9.weight[0,0]", "h1.bias[0]"])[1] == "h1.bias[0]"
    options, chosen = axis_options(
        made,
        prepared,
        parse("probes", {"kind": "surface", "plane": "weights", "at": ("h1.weight[0,1]", "output.bias[0]")}),
    )
    assert dict(options)["h1.weight[0,1]"] == "w from x₂ to unit 1, layer 1"
    assert chosen == ("h1.weight[0,1]", "output.bias[0]")
    assert len(options) == 9


# What is drawn


def test_the_map_is_painted_once_a_sheet(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    view.pages.map.grab()
    ground = view.pages.map.backdrop
    view.show_update(update(surface_frame(101)))
    view.pages.map.grab()
    assert view.pages.map.backdrop is ground
    frame = surface_frame(102)
    view.show_update(update(with_loss(frame, frame.arrays["loss"] + 0.3)))
    view.pages.map.grab()
    assert view.pages.map.backdrop is not ground


@pytest.mark.parametrize("size", [(512, 214), (1000, 700), (160, 96)])
def test_places_and_px_are_inverse(qtbot, size):
    view = shown(qtbot, experiment(), surface_frame(), size=size)
    for place in ((1.5, 4.0), (2.9, 6.9)):
        assert view.pages.map.place_at(view.pages.map.spot_of(*place)) == pytest.approx(place)
    assert view.pages.map.place_at(QPointF(1, 1)) is None


def test_a_problem_is_told_in_words(qtbot):
    words = "The path has a single point yet: let the network learn."
    view = shown(qtbot, experiment(), Frame(1, 0, None, {}, {**surface_frame().info, "problem": words}))
    assert view.pages.currentWidget() is view.pages.sentence and view.pages.sentence.text() == words
    assert view.numbers() == ([], [])
    assert view.bar.gauge.words() == ""


def test_the_gauge_says_it_when_the_picture_misleads(qtbot):
    honest = Honesty.of(surface_frame())
    assert honest.short() == "keeps 93 % of the path · gap 4 %"
    view = shown(
        qtbot,
        experiment(),
        surface_frame(kept_variance=0.2, gap=0.4, misleads="Do not read the path off this picture."),
    )
    gauge = view.bar.gauge
    assert "Do not read the path" in gauge.toolTip() and "all 30 training samples" in gauge.toolTip()
    assert gauge.words().startswith("misleads")
    view.resize(1500, 700)
    assert "Do not read the path" in gauge.words()
    gauge.setFixedWidth(24)
    assert gauge.words() == ""  # rather none than a cut one


def test_eigenvalues_stand_in_the_gauge():
    frame = surface_frame()
    assert (
        Honesty.of(Frame(1, 1, None, {**frame.arrays, "eigenvalues": np.array([9.021, -0.5])}, frame.info))
        .short()
        .startswith("λ₁ 9.02  λ₂ −0.5")
    )


def test_slices_and_a_line_are_curves_through_the_ball(qtbot):
    view = shown(qtbot, experiment(), surface_frame(), options={"mode": "slices"}, size=(700, 300))
    first, second = view.pages.slices.panels
    assert view.pages.currentWidget() is view.pages.slices
    x, y = first.curve.getData()
    assert x[0] == 1.0 and y == pytest.approx(surface_frame().arrays["slice_alpha"])
    assert first.place_at(first.ball_spot())[0] == pytest.approx(2.2, abs=0.02)
    assert second.place_at(second.ball_spot())[1] == pytest.approx(4.9, abs=0.03)
    view.show_update(update(line_frame()))
    assert second.isHidden() and len(first.curve.getData()[0]) == SIZE
    assert "→" in view.words_at((0.1, 0.0))


def test_the_value_under_the_cursor(qtbot, rest_over):
    view = shown(qtbot, experiment(), surface_frame())
    rest_over(view.pages.map, view.pages.map.spot_of(1.5, 4.0).toPoint(), view.readout.isVisible)
    assert view.words_at((1.5, 4.0)) == "(1.50, 4.00)   →   loss 0.995"


def test_a_pointed_weight_is_drawn_where_it_lies_in_the_plane(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    view.show_direction(("h1.weight", (1, 0), "w from x₁ to unit 2"))
    assert view.pages.map.seen.pointed.words == "w from x₁ to unit 2"
    view.show_direction(("output.bias", (0,), "bias of output"))
    assert view.pages.map.seen.pointed is None
    assert view.readout.isVisible() and view.readout.text() == "bias of output does not lie in this plane"
    view.show_direction(("gone.weight", (0, 0), "a layer that is gone"))
    assert view.pages.map.seen.pointed is None


def test_numbers_are_the_grid(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    header, rows = view.numbers()
    assert header == ["w from x₁ to unit 1, layer 1", "bias of unit 1, layer 1", "Loss (cross-entropy)"]
    assert len(rows) == SIZE**2 and rows[0] == pytest.approx([1, 3, surface_frame().arrays["loss"][0, 0]])


# The hand


def test_dragging_the_ball_moves_all_parameters_and_ends_once(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    said = Said(view)
    start = view.pages.map.ball_spot()
    QTest.mousePress(view.pages.map, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for step in range(1, 4):
        QTest.mouseMove(view.pages.map, (start + QPointF(10 * step, 0)).toPoint())
    assert view.pages.map.seen.lit
    QTest.mouseRelease(view.pages.map, Qt.MouseButton.LeftButton, pos=(start + QPointF(30, 0)).toPoint())
    put = said.of(PutAt)
    assert [intent.drag for intent in put] == [True, True, True, False]
    assert put[0].vector[2] < put[1].vector[2] < put[2].vector[2]
    assert put[-1].vector == pytest.approx(put[-2].vector)
    assert said.ended == 1


def test_a_click_offers_to_put_the_network_there(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    said = Said(view)
    QTest.mouseClick(view.pages.map, Qt.MouseButton.LeftButton, pos=view.pages.map.spot_of(1.5, 4.0).toPoint())
    assert view.grip.offer.isVisible() and not said.of(PutAt)
    view.grip.offer.click()
    (put,) = said.of(PutAt)
    vector = put.vector
    assert not put.drag and vector[2] == pytest.approx(1.5, abs=0.02) and vector[5] == pytest.approx(4.0, abs=0.03)
    assert not view.grip.offer.isVisible()


def test_the_card_changes_every_choice(qtbot):
    view = shown(qtbot, experiment(), surface_frame(), options={"plane": "weights"})
    said = Said(view)
    view.bar.more.click()
    card = view.asking.card
    assert card.form.row("surface.metric") is not None and card.form.row("surface.span") is not None
    card.checks["log"].click()
    assert view.choice.log
    card.form.edited.emit("surface.metric", "score")
    assert view.request().metric == "score"
    card.form.edited.emit("resolution", 60)
    assert view.request().resolution == 61
    card.axes[1].set_value("output.bias[0]")
    card.axes[1].changed.emit("output.bias[0]")
    assert view.request().at[1] == "output.bias[0]"
    card.keepers["A"].click()
    assert said.of(KeepPoint) == [KeepPoint("A")]
    card.close()
    qtbot.waitUntil(lambda: view.asking.card is None, timeout=2000)


def test_shift_click_in_the_network_picks_a_weight(qtbot):
    made = experiment()
    network = NetworkView()
    shown(qtbot, made, view=network, size=(528, 414))
    weights = {
        "h1.weight": np.ones((2, 2)),
        "h1.bias": np.zeros(2),
        "output.weight": np.ones((1, 2)),
        "output.bias": np.zeros(1),
    }
    frame = Frame(1, 1, None, weights, {"layers": ("h1", "output"), "features": ("x₁", "x₂")})
    network.show_update(Update(1, RunState.running, 1, 1.0, 1, 1.0, 1.0, {}, {"weights": frame}))
    said, pointed = Said(network), []
    network.weight_pointed.connect(pointed.append)
    edge = network.canvas.layout_.edges[0]
    spot = edge.path.pointAtPercent(0.5).toPoint()
    QTest.mouseMove(network.canvas, spot)
    QTest.mouseClick(network.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, spot)
    (put,) = said.of(PutOnAxis)
    assert put.key.startswith("h1.weight[") and put.words.startswith("w from x") and put.axis == 0
    assert pointed[0][0] == "h1.weight"
    texts = [action.text() for action in network.menu().actions()]
    assert "Put on the vertical axis of the weight space" in texts


# With a lab


def test_picked_weights_stand_at_the_axes_in_their_order(lab):
    sentences = []
    lab.sentence.connect(sentences.append)
    lab.obey(PutOnAxis("h1.bias[0]", "bias of unit 1", 0))
    lab.obey(PutOnAxis("h1.weight[0,1]", "w from x₂ to unit 1", 0))
    assert lab.store.view.options["surface"] == {"plane": "weights", "at": ["h1.weight[0,1]", "h1.bias[0]"]}
    lab.obey(PutOnAxis("output.bias[0]", "bias of the output", 1))
    assert lab.store.view.options["surface"]["at"] == ["h1.weight[0,1]", "output.bias[0]"]
    assert "vertical axis" in sentences[-1]


@pytest.mark.usefixtures("kernel")
def test_the_network_is_put_elsewhere_in_one_step_of_undo(qtbot):
    lab = Lab(Store(Experiment.load(FOLDER / "presets" / "landscape.toml")))
    frames, view = {}, SurfaceView()

    def take(found):
        frames.update(found.frames)

    lab.runs.updated.connect(take)
    try:
        lab.runs.show({"surface": parse("probes", {"kind": "surface", "resolution": 21})})
        lab.start(playing=False)
        qtbot.waitUntil(
            lambda: (
                frames.get("surface") is not None
                and frames["surface"].info["stage"][0] == frames["surface"].info["stage"][1]
            ),
            timeout=60_000,
        )
        start = frames["surface"].arrays["ball"].copy()
        goal = vector_at(frames["surface"], (1.0, 2.0))
        for share in (0.3, 0.6, 1.0):
            lab.obey(PutAt(goal * share, drag=True))
        lab.obey(PutAt(goal, drag=False))
        qtbot.waitUntil(
            lambda: (
                frames["surface"].arrays["ball"] + frames["surface"].info["offset"]
                == pytest.approx([1.0, 2.0], abs=1e-5)
            ),
            timeout=20_000,
        )
        assert lab.store.undo_text == "Network put elsewhere"
        lab.finish()
        lab.undo()
        qtbot.waitUntil(lambda: frames["surface"].arrays["ball"] == pytest.approx(start, abs=1e-6), timeout=20_000)
        assert lab.store.undo_text == ""
    finally:
        assert lab.close(30)
        view.deleteLater()


# Three dimensions


def test_the_ray_meets_the_sheet_where_it_was_aimed():
    sheet = Sheet.of(surface_frame(), False)
    origin = np.array([2.0, -3.0, 3.0])
    for place in ((1.5, 4.0), (2.5, 6.0), (2.2, 4.9)):
        x, y = 2 * (place[0] - 1) / 2 - 1, 2 * (place[1] - 3) / 4 - 1
        height = 0.85 * sheet.height_at(np.array([place[0]]), np.array([place[1]]))[0]
        direction = np.array([x, y, height]) - origin
        assert ray.meet(sheet, origin, direction / np.linalg.norm(direction)) == pytest.approx(place, abs=1e-3)
    assert ray.meet(sheet, origin, np.array([0.0, 0.0, 1.0])) is None


def test_without_opengl_the_dock_says_why_and_the_rest_works(qtbot, monkeypatch):
    monkeypatch.setattr(gl, "refusal", lambda: "3-D needs OpenGL, which is not here.")
    view = shown(qtbot, experiment(), surface_frame())
    view.bar.modes["relief"].click()
    assert view.pages.relief is None and view.pages.sentence.text() == "3-D needs OpenGL, which is not here."
    assert view.pages.currentWidget() is view.pages.sentence
    view.bar.modes["map"].click()
    assert view.pages.currentWidget() is view.pages.map


@pytest.mark.gl
def test_the_relief_is_drawn_and_its_camera_stays(qtbot):
    assert gl.refusal() == ""
    view = shown(qtbot, experiment(), surface_frame(), size=(640, 480))
    assert view.pages.relief is None
    view.bar.modes["relief"].click()
    relief = view.pages.relief
    qtbot.waitUntil(lambda: relief.isValid() and relief.isVisible(), timeout=5000)
    image = relief.grabFramebuffer()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)}
    assert len(colours) > 50
    relief.setCameraPosition(azimuth=20, elevation=50, distance=5)
    view.show_update(update(surface_frame(101)))
    assert (relief.opts["azimuth"], relief.opts["elevation"], relief.opts["distance"]) == (20, 50, 5)
    place = (2.2, 4.9)
    assert relief.place_at(relief.spot_of(*place)) == pytest.approx(place, abs=0.02)
    frame = surface_frame(102)
    loss = frame.arrays["loss"].copy()
    loss[:4, :4], loss[-2:, -2:] = np.nan, np.inf
    view.show_update(update(with_loss(frame, loss)))
    assert not relief.grabFramebuffer().isNull()


@pytest.mark.gl
def test_the_ball_is_dragged_in_three_dimensions_and_the_dock_may_float(qtbot):
    view = shown(qtbot, experiment(), surface_frame(), options={"mode": "relief"}, size=(640, 480))
    qtbot.waitUntil(lambda: view.pages.relief is not None and view.pages.relief.isVisible(), timeout=5000)
    said, spot = Said(view), view.pages.relief.ball_spot()
    QTest.mousePress(view.pages.relief, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    QTest.mouseMove(view.pages.relief, (spot + QPointF(20, -5)).toPoint())
    QTest.mouseRelease(view.pages.relief, Qt.MouseButton.LeftButton, pos=(spot + QPointF(20, -5)).toPoint())
    assert [intent.drag for intent in said.of(PutAt)] == [True, False]
    before = view.pages.relief.opts["azimuth"]
    empty = QPointF(20, 20).toPoint()
    QTest.mousePress(view.pages.relief, Qt.MouseButton.LeftButton, pos=empty)
    QTest.mouseMove(view.pages.relief, empty + QPointF(40, 0).toPoint())
    QTest.mouseRelease(view.pages.relief, Qt.MouseButton.LeftButton, pos=empty + QPointF(40, 0).toPoint())
    assert view.pages.relief.opts["azimuth"] != before
    assert len(said.of(PutAt)) == 2


def test_an_empty_map_paints_nothing(qtbot):
    empty = SurfaceMap()
    qtbot.addWidget(empty)
    assert not empty.grab().isNull()


def test_the_gauge_fits_its_words_to_the_room():
    frame = surface_frame(kept_variance=0.001, gap=0.03, misleads="Do not read the path off this picture.")
    honesty = Honesty.of(Frame(1, 1, None, {**frame.arrays, "eigenvalues": np.array([2.88, 1.74])}, frame.info))
    lengths = honesty.lengths()
    assert [len(text) for text in lengths] == sorted((len(text) for text in lengths), reverse=True)
    assert lengths[-1] == "misleads" and lengths[-2] == "misleads: keeps under 1 %"
    assert lengths[-3] == "λ₁ 2.88  λ₂ 1.74 · misleads: keeps under 1 %"
