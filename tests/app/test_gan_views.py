"""The two players of a GAN on the screen: their bar, warped grid, arrows, slow motion, losses, network picture,
drawers, generated pictures."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.documents.intents import AddLayer, ChooseSample, RemoveLayer, SetOption
from app.look.theme import class_colours, current
from app.network.player_words import turn_sentence
from app.panels.learning_drawer import LearningDrawer
from app.panels.network_drawer import NetworkDrawer
from app.views.boundary.players_field import LONGEST, SHORTEST, arrows, generated_of, strength
from app.views.boundary.players_part import between
from app.views.boundary.view import BoundaryView
from app.views.curves.view import LossView
from app.views.generated.samples import LARGE
from app.views.generated.view import GeneratedView
from app.views.layers.view import LayersView
from app.views.network.stack_structure import stack_columns
from app.views.network.structure import structure
from app.views.network.view import NetworkView
from app.views.registry import place_of
from app.views.results.view import ResultsView
from app.views.surface.view import SurfaceView
from core.documents.edits import replace
from core.experiment import Experiment
from core.frames import RunState, Update
from core.machine.resources import FOLDER
from core.registry import parse
from core.threads.step_by_player import PlayerSteps
from core.training.session import Session
from tests.building.listening import Said
from tests.building.telling import telling

DIGITS = {
    "data": {"kind": "digits"},
    "task": {
        "kind": "gan",
        "latent": 3,
        "layers": [{"kind": "dense", "units": 6, "activation": {"kind": "relu"}}],
        "activation": {"kind": "sigmoid"},
    },
    "layers": [{"kind": "dense", "units": 5}],
    "batch_size": 16,
}


@pytest.fixture(scope="module")
def ring():
    """The preset with its session after three updates."""
    session = Session(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    session.advance(3)
    return session


@pytest.fixture(scope="module")
def digits():
    session = Session(Experiment.parse(DIGITS))
    session.advance(3)
    return session


def update(session, view, state=RunState.paused, **more) -> Update:
    """What the run tells next, with all frames that the view asks for."""
    frames = {name: session.frame(probe) for name, probe in view.requests().items()}
    return Update(1, state, session.updates, 0.0, 0, 0.0, 0.0, {}, frames, **more)


def shown(qtbot, view, session, size=(520, 420)):
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_experiment(session.experiment, session.prepared)
    view.show()
    view.show_update(update(session, view))
    return view


# The input space


def test_the_bar_of_the_players_says_what_a_person_wants(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    said, bar = Said(view), view.players.bar
    assert bar.isVisible() and bar.who.value() == "both" and "1 : 1" in bar.ratio.text()
    bar.who.choose("discriminator")
    bar.more.click()
    assert said.edits == [("task.learns_now", "discriminator"), ("task.ratio", 2)]
    assert not bar.fewer.isEnabled()
    bar.push.click()
    assert SetOption("players.push", True) in said.intents
    plain = Experiment()
    view.show_experiment(plain, None)
    assert not bar.isVisible()
    assert set(view.requests()) == {"boundary"}


def test_one_step_of_one_player_leaves_the_other_still(ring):
    """What the bar's choice and the ordinary step do together: the intent is live, and the step is of one player
    only."""
    from core.documents.edits import is_live, replace

    for who, still in (("discriminator", "generator."), ("generator", "h")):
        made = replace(ring.experiment, "task.learns_now", who)
        assert is_live(made, "task.learns_now") and is_live(made, "task.ratio")
        session = Session(made)
        before = {name: array.copy() for name, array in session.parameters().items()}
        session.advance(1)
        after = session.parameters()
        assert all(
            np.array_equal(before[name], after[name]) == name.startswith(still)
            for name in before
            if name.startswith(("generator.", "h"))
        )


def test_the_warped_grid_is_what_the_generator_makes_of_the_noise(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    curves = view.frames["warped_grid"].arrays["lines"]
    x, y = view.players.field.lines.getData()
    assert np.allclose(x[np.isfinite(x)], curves[..., 0].ravel()) and np.allclose(
        y[np.isfinite(y)], curves[..., 1].ravel()
    )
    assert np.isnan(x).sum() == len(curves)  # each curve ends by itself
    view.players.bar.grid.click()
    assert "warped_grid" not in view.requests()
    assert len(view.players.field.lines.getData()[0]) == 0


def test_arrows_point_where_the_discriminator_pushes(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    assert len(view.players.field.arrows.getData()[0]) == 0
    view.players.bar.push.click()
    x, y = (part.reshape(-1, 7) for part in view.players.field.arrows.getData())
    frame = view.frames["boundary"]
    starts, push = generated_of(frame), frame.arrays["push"]
    for row in range(len(x)):
        place = int(np.argmin(np.hypot(starts[:, 0] - x[row, 0], starts[:, 1] - y[row, 0])))
        along = np.array([x[row, 1] - x[row, 0], y[row, 1] - y[row, 0]])
        cosine = along @ push[place] / np.linalg.norm(along) / np.linalg.norm(push[place])
        assert cosine == pytest.approx(1, abs=1e-6)


def lengths_of(push: np.ndarray, strong: float) -> np.ndarray:
    """Of the arrows, in px."""
    x, y = arrows(np.zeros((len(push), 2)), push, (0.01, 0.01), 1.0, strong)
    return np.hypot(x.reshape(-1, 7)[:, 1], y.reshape(-1, 7)[:, 1]) / 0.01


def test_arrows_are_as_long_as_the_push_is_strong():
    pushes = np.array([[1.0, 0], [0, 2.0], [0, 0], [0, -0.5], [np.nan, 1], [9.0, 0]])
    assert lengths_of(pushes, 2.0) == pytest.approx(
        [LONGEST / 2, LONGEST, LONGEST / 4, LONGEST]
    )  # none for no push, and none longer than the longest
    assert lengths_of(pushes[:2] * 1e-9, 2.0) == pytest.approx([SHORTEST, SHORTEST])


def test_where_the_gradient_vanishes_the_arrows_become_short_in_the_window(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    view.players.bar.push.click()
    first, frame = strength(view.frames["boundary"].arrays["push"]), view.frames["boundary"]

    def longest(run: int, factor: float) -> float:
        weaker = dataclasses.replace(frame, run=run, arrays={**frame.arrays, "push": frame.arrays["push"] * factor})
        view.players.field.show_push(weaker, view.theme)
        x, y = (part.reshape(-1, 7) for part in view.players.field.arrows.getData())
        unit = view.plot.box.viewPixelSize()
        return float((np.hypot((x[:, 1] - x[:, 0]) / unit[0], (y[:, 1] - y[:, 0]) / unit[1]) / view.theme.scale).max())

    assert longest(frame.run, 1.0) == pytest.approx(LONGEST) and view.players.field.strongest == pytest.approx(first)
    assert longest(frame.run, 1e-9) == pytest.approx(SHORTEST)
    assert longest(frame.run, 0.2) < 0.5 * LONGEST
    assert longest(frame.run + 1, 1e-9) == pytest.approx(LONGEST)  # another run has its own scale


def test_a_collapse_is_not_hidden_behind_the_real_samples(qtbot, ring):
    """All generated points on one real one: the middle of that marker has the generated ones' colour on the screen."""
    view = shown(qtbot, BoundaryView(), ring)
    view.players.bar.grid.click()
    frame = view.frames["boundary"]
    made = frame.arrays["index"] < 0
    spot = frame.arrays["points"][~made & (frame.arrays["part"] != 2)][7]
    points = np.where(made[:, None], spot, frame.arrays["points"])
    view.frames["boundary"] = dataclasses.replace(frame, arrays={**frame.arrays, "points": points})
    view.draw()
    colour = class_colours(2, view.theme)[0]
    pixels = view.plot.grab().toImage()
    place = view.plot.mapFromScene(view.plot.box.mapViewToScene(QPointF(*map(float, spot))))
    ratio = pixels.devicePixelRatio()
    assert pixels.pixelColor(round(place.x() * ratio), round(place.y() * ratio)).name() == QColor(colour).name()


def test_real_and_generated_are_told_apart_by_colour_and_shape(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    looks = {(item.opts["symbol"], item.opts["brush"].color().name()) for item in view.samples.items}
    assert len({symbol for symbol, _ in looks}) == 2 and len({colour for _, colour in looks}) == 2
    assert view.key.words.says == "D says" and view.key.words.classes == ("generated", "real")


def test_the_mouse_never_means_a_generated_sample(qtbot, ring):
    view = shown(qtbot, BoundaryView(), ring)
    made = view.plot.px_of(*generated_of(view.frames["boundary"])[0])
    assert min(view.samples.index) < 0 <= min(view.samples.within(made, 1e6))
    assert view.samples.nearest(made, 1e6) is None


# Slow motion


def test_a_step_of_one_player_shows_the_half_and_then_the_points_slide(qtbot):
    session = Session(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    view = shown(qtbot, BoundaryView(), session)
    before = view.frames["boundary"]
    steps = PlayerSteps(session)
    half = steps.next()
    view.players.tell(half.frame)
    assert view.frame is half.frame and len(view.players.field.arrows.getData()[0])
    assert np.array_equal(view.frame.arrays["points"], before.arrays["points"])  # the generator has not moved
    assert not np.array_equal(view.frame.arrays["answers"], before.arrays["answers"])
    done = steps.next()
    view.show_update(update(session, view, step=done))
    assert view.players.slide.state() == view.players.slide.State.Running
    view.players.slide.setCurrentTime(view.players.slide.duration() // 2)
    after = view.frames["boundary"].arrays["points"]
    now = view.frame.arrays["points"]
    assert not np.array_equal(now, after) and not np.array_equal(now, before.arrays["points"])
    view.players.slide.setCurrentTime(view.players.slide.duration())
    assert np.array_equal(view.frame.arrays["points"], after)
    view.players.forget()


def test_reduced_motion_and_a_fast_run_do_not_slide(qtbot):
    session = Session(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    view = shown(qtbot, BoundaryView(), session)
    session.advance(1)
    view.show_update(update(session, view, RunState.running))
    assert view.frame is view.frames["boundary"]
    view.players.still = True
    session.advance(1)
    view.show_update(update(session, view))
    assert view.frame is view.frames["boundary"]


def test_half_way_the_points_are_half_way(ring):
    frame = ring.frame(parse("probes", "boundary"))
    moved = dataclasses.replace(frame, arrays={**frame.arrays, "points": frame.arrays["points"] + 2.0})
    assert np.allclose(between(frame, moved, 0.5).arrays["points"], frame.arrays["points"] + 1.0)


def test_a_turn_is_told_with_both_losses_before_and_after():
    session = Session(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    steps = PlayerSteps(session)
    half = steps.next()
    words = turn_sentence(half)
    for losses in half.losses:
        assert all(f"{losses[player]:.3f}" in words for player in ("discriminator", "generator"))
    assert words.startswith("D has moved")
    done = steps.next()
    assert turn_sentence(done).startswith("G has moved") and "update 1" in turn_sentence(done)
    assert f"{done.losses[-1]['generator']:.3f}" in turn_sentence(done)


# Losses


def test_both_losses_have_names_and_the_equilibrium_a_line(qtbot, ring):
    view = LossView()
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.show_experiment(ring.experiment, ring.prepared)
    view.show()
    metrics = {
        "update": np.array([0.0, 50.0]),
        "epoch": np.array([0.0, 4.0]),
        "samples": np.array([0.0, 400.0]),
        "seconds": np.array([0.0, 1.0]),
        "train.loss": np.array([0.7, 0.6]),
        "test.loss": np.array([0.72, 0.62]),
        "train.generator_loss": np.array([0.8, 1.1]),
    }
    tell = telling(view)
    tell(Update(1, RunState.paused, 50, 4.0, 400, 1.0, 0.0, metrics, {}, baselines=ring.baselines))
    assert [(entry.name, entry.text) for entry in view.head.entries] == [
        ("discriminator", "0.600"),
        ("generator", "1.100"),
    ]
    assert len({entry.dashes for entry in view.head.entries}) == 2
    entropy = -0.45 * math.log(0.45) - 0.55 * math.log(
        0.55
    )  # the preset's target for real samples is 0.9: D then says 0.45 to all
    assert view.plot.guess.isVisible() and view.plot.guess.value() == pytest.approx(entropy)
    assert view.plot.other_guess.isVisible() and view.plot.other_guess.value() == pytest.approx(-math.log(0.45))
    assert view.plot.guess_words.toPlainText() == "equilibrium: D 0.688, G 0.799"
    assert (
        all(words in view.plot.toolTip() for words in ("0.688", "0.799", "0.45")) and "ln 2" not in view.plot.toolTip()
    )
    plain = Session(replace(ring.experiment, "task.real_target", 1.0))
    view.show_experiment(plain.experiment, plain.prepared)
    tell(Update(2, RunState.paused, 0, 0.0, 0, 0.0, 0.0, metrics, {}, baselines=plain.baselines))
    assert (
        view.plot.guess.value() == view.plot.other_guess.value() == pytest.approx(math.log(2))
        and view.plot.toolTip().count("0.693 = ln 2") == 2
    )
    view.show_update(Update(1, RunState.paused, 50, 4.0, 400, 1.0, 0.0, metrics, {}, baselines=ring.baselines))
    assert view.numbers()[0][-2:] == ["discriminator loss", "generator loss"]


# The network


def test_the_network_picture_shows_both_players_from_noise_to_answer(qtbot, ring):
    view = shown(qtbot, NetworkView(), ring)
    names = [column.name for column in view.canvas.columns]
    assert names == ["noise", "generator.g1", "generator.g2", "generator.output", "h1", "h2", "output"]
    assert [unit.name for unit in view.canvas.columns[3].units] == ["x₁", "x₂"]
    weights = ring.parameters()
    for edge in view.canvas.layout_.edges:
        assert view.canvas.shown.weight(edge.parameter, edge.index) == weights[edge.parameter][edge.index]
    assert {edge.parameter for edge in view.canvas.layout_.edges} == {f"{name}.weight" for name in names[1:]}
    assert all(view.canvas.answer(name, 0) is not None for name in (*names[:3], "h1", "output"))


def test_maps_of_the_generator_are_its_values_over_the_noise(ring):
    from core.probes.neurons import SPAN

    frame = ring.frame(parse("probes", {"kind": "neurons", "resolution": 5}))
    maps = frame.arrays["generator.output"]
    noise = np.array([[SPAN, -SPAN], [0.0, 0.0]])
    made = ring.moment().made[0].of(noise)
    assert maps[:, 0, 4] == pytest.approx(made[0], abs=1e-5) and maps[:, 2, 2] == pytest.approx(made[1], abs=1e-5)


def test_plus_and_minus_of_the_generator_edit_its_own_layers(qtbot, ring):
    view = shown(qtbot, NetworkView(), ring)
    said, buttons = Said(view), view.buttons
    assert (
        buttons.counts["task.layers"].words.text() == "Generator: 2 layers"
        and buttons.counts["layers"].words.text() == "Discriminator: 2 layers"
    )
    buttons.units["generator.g2"][1].click()
    assert said.edits == [("task.layers.g2.units", 33)]
    buttons.counts["task.layers"].more.click()
    buttons.counts["task.layers"].fewer.click()
    assert said.intents == [AddLayer("task.layers"), RemoveLayer("task.layers.g2")]


def test_layers_of_the_generator_are_added_and_removed_as_an_edit(lab):
    lab.store.open(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    lab.obey(AddLayer("task.layers"))
    assert [layer.name for layer in lab.store.experiment.task.layers] == ["g1", "g2", "g3"]
    lab.obey(RemoveLayer("task.layers.g1"))
    assert [layer.name for layer in lab.store.experiment.task.layers] == ["g2", "g3"]
    assert [layer.name for layer in lab.store.experiment.layers] == ["h1", "h2"]


def test_of_pictures_the_layers_stand_side_by_side_from_noise_to_real(qtbot, digits):
    view = shown(qtbot, NetworkView(), digits)
    columns = stack_columns(digits.experiment, digits.prepared)
    assert [column.title for column in columns] == ["Noise", "Dense", "Sample", "Dense", "Output"] and columns[
        -1
    ].answers == ("real",)
    assert sum(column.parameters for column in columns) == len(digits.vector())
    frame = view.frames["maps"]
    assert view.stack.canvas.frame is frame
    assert np.allclose(frame.arrays["inputs"].ravel(), digits.moment().made[0].encoded(24)[0], atol=1e-6)
    says = digits.learner.outputs(frame.arrays["inputs"].reshape(1, -1))
    assert frame.arrays["answer"][0] == pytest.approx(1 / (1 + math.exp(-says[0, 0])), abs=1e-5)


def test_histograms_show_the_generators_layers(qtbot, ring):
    view = shown(qtbot, LayersView(), ring)
    assert [label.text() for label in view.labels.values()] == ["G 1", "G 2", "Sample", "D 1", "D 2", "Output"]
    counts = view.frames["layers"].arrays["generator.g1.weights.counts"]
    assert counts.sum() == ring.parameters()["generator.g1.weight"].size


# Drawers


def test_the_network_drawer_turns_to_the_generator(qtbot, ring):
    panel = NetworkDrawer()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_experiment(ring.experiment, ring.prepared)
    said = Said(panel)
    assert panel.whose.isVisible() and list(panel.cards) == ["h1", "h2"]
    panel.whose.choose("task.layers")
    assert list(panel.cards) == ["g1", "g2"] and "2 – 32 – 32 – 2" in panel.total.text()
    panel.add.changed.emit("dense")
    path, layers = said.edits[-1]
    assert path == "task.layers" and [layer.name for layer in layers] == ["g1", "g2", "g3"]
    row = panel.cards["g1"].forms[0].row("task.layers.g1.activation")
    row.edited.emit("task.layers.g1.activation.kind", "tanh")
    assert said.edits[-1] == ("task.layers.g1.activation.kind", "tanh")
    panel.cards["g1"].remove.click()
    assert said.edits[-1][0] == "task.layers" and [layer.name for layer in said.edits[-1][1]] == ["g2"]
    panel.show_experiment(Experiment(), None)
    assert not panel.whose.isVisible()


def test_every_field_of_the_task_can_be_reached(qtbot, ring):
    panel, network = LearningDrawer(), NetworkDrawer()
    for drawer in (panel, network):
        qtbot.addWidget(drawer)
        drawer.show()
        drawer.show_experiment(ring.experiment, ring.prepared)
    network.whose.choose("task.layers")
    for name in type(ring.experiment.task).model_fields:
        if name not in ("kind", "layers"):
            assert panel.task.row(f"task.{name}") is not None, name
    assert network.made.noise.row("task.latent") is not None and network.made.sample.row("task.activation") is not None
    assert panel.task.row("task.optimizer.lr") is not None


# The weight space


def test_each_player_has_a_weight_space_of_its_own(qtbot, ring):
    view = SurfaceView()
    qtbot.addWidget(view)
    view.resize(520, 260)
    view.show_experiment(ring.experiment, ring.prepared)
    view.show()
    view.draw()
    assert view.requests()["surface"].player == "discriminator" and not view.bar.player.isHidden()
    view.bar.player.choose("generator")
    assert view.requests()["surface"].player == "generator"
    view.bar.plane_chosen.emit("weights")
    view.asking.choose(at=("h1.weight[0,0]", "generator.g1.weight[0,0]"))
    at = view.requests()["surface"].at
    assert len(at) == 2 and all(key.startswith("generator.") for key in at)
    view.show_experiment(Experiment(), None)
    view.draw()
    assert view.requests()["surface"].player == "" and view.bar.player.isHidden()


# Generated pictures


def test_generated_pictures_stand_in_the_place_of_the_input_space(digits, ring):
    assert place_of(digits.experiment) == "generated" and place_of(ring.experiment) == "boundary"


@pytest.mark.parametrize(("high", "full"), [(290, False), (330, False), (600, True)])
def test_pictures_seen_large_leave_room_for_their_words(qtbot, digits, high, full):
    samples = shown(qtbot, GeneratedView(), digits).samples
    samples.setFixedHeight(high)
    qtbot.waitUntil(lambda: samples.height() == high)
    samples.layout().activate()
    column = (samples.made_words, samples.made, samples.nearest_words, samples.nearest)
    for above, below in itertools.pairwise(column):
        assert above.geometry().bottom() < below.geometry().top()
    assert samples.nearest.geometry().bottom() < high
    for label in (samples.made_words, samples.nearest_words):
        assert label.height() >= label.heightForWidth(label.width())
    assert (samples.made.width() == current().px(LARGE)) == full and samples.made.size() == samples.nearest.size()


def test_each_generated_picture_is_shown_with_the_nearest_real_one(qtbot, digits):
    view = shown(qtbot, GeneratedView(), digits)
    frame = view.frames["generated"]
    assert len(view.samples.grid.cards) == len(frame.arrays["pictures"]) == 24
    view.samples.grid.chosen.emit(5)
    assert view.samples.number == 5 and "Picture 6" in view.samples.made_words.text()
    train = digits.prepared.x[digits.prepared.train]
    made = digits.moment().made[0].encoded(24)[5]
    nearest = digits.prepared.train[np.argmin(((train - made) ** 2).sum(axis=1))]
    assert frame.arrays["real"][5] == nearest
    answer = float(frame.arrays["certainty"][5])
    assert f"{answer:.2f}" in view.samples.made_words.text()
    grid = view.samples.grid

    def pointed() -> bool:
        """Move again until it is heard: the pointer of the screen may get in between."""
        for cell in (1, 2):
            QTest.mouseMove(grid, grid.cell(cell).center().toPoint())
        return view.samples.number == 2

    qtbot.waitUntil(pointed, timeout=10_000)
    assert view.numbers()[0][1] == "real, says D" and len(view.numbers()[1]) == 24


def test_a_pointer_walks_through_the_noise(qtbot, digits):
    view = shown(qtbot, GeneratedView(), digits, (560, 460))
    view.pages.choose("walk")
    view.show_update(update(digits, view))
    sheet = view.frames["generated"].arrays["sheet"]
    assert sheet.shape[:2] == view.walk.plot.sheet_size(view.theme)[::-1] and min(sheet.shape[:2]) >= 4
    spot = view.walk.plot.px_of(1.0, -0.5)
    QTest.mousePress(view.walk.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(spot).toPoint())
    QTest.mouseRelease(view.walk.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(spot).toPoint())
    at = view.requests()["generated"].at
    assert at == pytest.approx((1.0, -0.5), abs=0.05)
    view.show_update(update(digits, view))
    noise = np.zeros((1, 3))
    noise[0, :2] = at
    wanted = digits.moment().made[0].of(noise)[0].reshape(8, 8)
    assert np.allclose(view.frames["generated"].arrays["drawn"][..., 0], wanted, atol=1e-5)
    said = Said(view)
    view.walk.axes[1].set_value("2")
    view.walk.axes[1].changed.emit("2")
    assert SetOption("generated.axes", (0, 2)) in said.intents and view.requests()["generated"].axes == (0, 2)
    view.walk.axes[0].set_value("2")  # the one that already runs up: they change places
    view.walk.axes[0].changed.emit("2")
    assert view.requests()["generated"].axes == (2, 0) and [combo.value() for combo in view.walk.axes] == ["2", "0"]
    view.show_update(update(digits, view))
    assert view.frames["generated"].info["axes"] == (2, 0) and [combo.value() for combo in view.walk.axes] == ["2", "0"]


def test_what_is_drawn_for_a_gan_is_real(qtbot, ring):
    """Draw, paint, play: the shown samples become own points, one brush paints real ones, and the generator learns
    them."""
    from app.panels.draw_bar import DrawBar
    from core.datasets.points import Points
    from core.documents.edits import replace

    drawn = replace(
        ring.experiment, "data", Points(points=((0.5, 0.5, 1.0), (-0.5, 0.4, 1.0), (0.1, -0.6, 1.0), (0.2, 0.3, 1.0)))
    )
    assert drawn.task.kind == "gan" and [layer.name for layer in drawn.task.layers] == ["g1", "g2"]
    bar = DrawBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_experiment(drawn, None)
    assert len(bar.brushes) == 1 and bar.brush().number == 1
    session = Session(drawn)
    prepared, points = session.prepared, np.array(drawn.data.points)[:, :2]
    np.testing.assert_array_equal(prepared.table.x, points)
    assert (prepared.table.y == 1).all() and prepared.table.classes == ("generated", "real")
    frame = session.frame(parse("probes", "boundary"))
    real = frame.arrays["index"] >= 0
    np.testing.assert_allclose(frame.arrays["points"][real], points[frame.arrays["index"][real]])

    def off() -> float:
        """How far the generated samples lie from the nearest drawn point, in the mean."""
        return float(
            np.hypot(*(session.moment().made[0].samples(200)[:, None] - points[None]).transpose(2, 0, 1))
            .min(axis=1)
            .mean()
        )

    before = off()
    session.advance(300)
    assert off() < 0.5 * before, (before, off())
    assert structure(drawn, session.prepared)[3].name == "generator.output"


def test_a_refused_layer_leaves_no_frames_to_the_garbage_collector():
    """A kept exception holds all frames above it, running ones too; cleared in the middle of a painting, they took the
    window with them."""
    import gc

    from app.panels.layer_edits import refusal

    layers = tuple(Experiment.parse({"layers": [{"kind": "dense", "units": 2}]}).layers)
    assert refusal(layers, "conv2d", (2,))
    gc.collect()
    gc.disable()
    try:
        refusal(layers, "conv2d", (2,))
        before = gc.get_count()
        assert gc.collect() == 0, before
    finally:
        gc.enable()


def test_in_the_window_one_player_steps_after_the_other(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "gan-ring.toml")
    room = window.network
    lab, view, heard = room.lab, room.views["boundary"], []
    room.slow_motion.said.connect(heard.append)
    qtbot.waitUntil(lambda: lab.run.last is not None and bool(lab.run.last.engine or lab.runs.ready), timeout=60_000)
    qtbot.waitUntil(lambda: "boundary" in view.frames, timeout=20_000)
    assert (
        room.actions_["step_sample"].text() == "Step: one player"
        and room.actions_["show_boundary"].text() == "Input space"
    )
    before = lab.run.last.updates
    lab.step("player")
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].startswith("D has moved"), timeout=20_000)
    assert view.frame is view.players.told and lab.run.last.updates == before
    lab.step("player")
    qtbot.waitUntil(lambda: heard[-1].startswith("G has moved"), timeout=20_000)
    qtbot.waitUntil(lambda: view.players.told is None, timeout=20_000)  # the new picture takes the place of the half
    assert lab.run.last.updates == before + 1


def test_pixels_are_coloured_by_where_the_discriminator_pushes_them(qtbot, digits):
    view = shown(qtbot, GeneratedView(), digits)
    assert not view.requests()["generated"].push
    view.bar.push.click()
    assert view.requests()["generated"].push
    view.show_update(update(digits, view))
    push = view.frames["generated"].arrays["push"]
    place = np.unravel_index(np.abs(push[0, ..., 0]).argmax(), push.shape[1:3])
    colour = view.samples.grid.cards[0].image.pixelColor(int(place[1]), int(place[0])).name().upper()
    assert colour == (view.theme.positive if push[0][place][0] > 0 else view.theme.negative)
    assert "blue stronger" in view.samples.nearest_words.text()


def test_half_a_turn_on_pictures_shows_where_the_discriminator_pushes_until_the_update_is_made(qtbot):
    session = Session(Experiment.parse(DIGITS))
    view = shown(qtbot, GeneratedView(), session)
    view.pages.choose("walk")
    steps = PlayerSteps(session)
    half = steps.next()
    view.tell(half.frame)
    assert view.frame is half.frame and "Blue and orange show" in turn_sentence(half)
    view.show_update(update(session, view))  # the same moment, asked for anew
    assert view.frame is half.frame and "pushes" in view.samples.nearest_words.text()
    steps.next()
    view.show_update(update(session, view))
    assert view.frame is not half.frame and "Nearest real one" in view.samples.nearest_words.text()


def test_a_unit_of_the_generator_is_seen_large_with_what_it_makes(qtbot, digits):
    view = shown(qtbot, NetworkView(), digits, (560, 460))
    part = view.stack
    column = next(number for number, column in enumerate(part.canvas.columns) if column.name == "generator.g1")
    live = int(digits.moment().made[0].trace(digits.moment().made[0].noise(24)[:1])["generator.g1"][1][0].argmax())
    spot = next(tile for tile in part.canvas.layout_.tiles[column] if tile.unit == live).room.center().toPoint()
    QTest.mouseClick(part.canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert part.card is not None and view.requests()["makes"].layer == "generator.g1"
    view.show_update(update(digits, view))
    assert (
        len(part.card.pair.images) == 2
        and len(part.card.change.images) == 1
        and "blue it adds" in part.card.change_words.text()
    )
    part.card.shut()
    assert "makes" not in view.requests()


def test_the_players_weight_spaces_have_names_where_there_is_room(qtbot, ring):
    view = shown(qtbot, SurfaceView(), ring, (512, 240))
    assert view.bar.player.words == {"discriminator": "D", "generator": "G"}
    view.resize(900, 240)
    qtbot.waitUntil(lambda: view.bar.player.words["generator"] == "Generator", timeout=2000)


def test_the_recipe_says_whose_settings_they_are(qtbot, ring):
    from app.panels.recipe import Recipe

    recipe = Recipe()
    qtbot.addWidget(recipe)
    recipe.show_experiment(ring.experiment, ring.prepared)
    assert recipe.rate_label.text() == "Learning rate η of D"
    recipe.show_experiment(Experiment(), None)
    assert recipe.rate_label.text() == "Learning rate η"


def test_results_tell_what_is_told_apart_as_the_bar_does(qtbot, ring):
    view = shown(qtbot, ResultsView(), ring, (760, 300))
    figures, frame = ring.evaluate(), view.frames["results"]
    counts = view.confusion.counts
    half = len(ring.prepared.test)
    assert counts.sum(axis=1).tolist() == [half, half] and view.confusion.classes == ("generated", "real")
    assert np.trace(counts) / counts.sum() == pytest.approx(figures["test.accuracy"])
    assert (
        f"Told apart {100 * figures['test.accuracy']:.1f} %" in view.figures.toolTip()
        and "Accuracy" not in view.figures.toolTip()
    )
    rows = view.worst(frame)
    assert {row[2] for row in rows if row[0] == "made"} <= {"generated"} and {
        row[2] for row in rows if row[0] != "made"
    } <= {"real"}
    numbers = view.numbers()[1]
    assert [row[0] for row in numbers].count("made") == half and len(numbers) == 2 * half
    said = Said(view)
    place = next(number for number, row in enumerate(view.numbers()[1]) if row[0] == "made")
    view.table.setRowCount(1)
    view.table.item(0, 0).setText(str(numbers[place][0]))
    view.table.cellClicked.emit(0, 0)  # a generated sample has no place in the table of the data
    assert not [intent for intent in said.intents if isinstance(intent, ChooseSample)]
