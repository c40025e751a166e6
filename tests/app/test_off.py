"""What dropout switches off, in the network picture and the input space: shown unit by unit, calm, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics

from app.views.boundary.thinned import GHOSTS
from app.views.boundary.view import BoundaryView
from app.views.network import signs
from app.views.network.canvas import signs_of
from app.views.network.off import MOST, Dropping, Off
from app.views.network.view import NetworkView
from core.data.preparation import prepare
from core.frames import Frame
from core.probes.switched_off import SwitchedOff
from core.training.session import Session
from tests.building.gan_by_hand import game
from tests.building.view_frames import SIZE, boundary_frame, experiment, network_frames, shown, update

DROPPING = experiment(4, 2, layers=[{"kind": "dense", "name": "h1", "units": 4, "dropout": 0.5}])
PLAIN = experiment(4)


def off_frame(at=10, off=(True, False, False, True), shares=None) -> Frame:
    arrays = {"h1.off": np.array(off), "h1.often": np.array([0.6, 0.4, 0.5, 0.5])}
    return Frame(
        1, at, None, arrays, {"number": 2, "of": 10, "sample": 7, "shares": shares or {"h1": 0.5}, "noise": ()}
    )


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def dropping(qapp, clock):
    made = Dropping(now=lambda: clock[0])
    yield made
    made.deleteLater()  # what is left of its rest goes with it


def _key(view):
    return signs_of(view.canvas.layout_, view.canvas.shown, view.canvas.off)


def test_what_the_shade_means_is_said_in_brief_where_there_is_little_room(qapp):
    words, metrics = "off in the coming update (sample 1 of 128)", QFontMetrics(qapp.font())
    brief = words.partition(" (")[0]
    wide, narrow = map(metrics.horizontalAdvance, (words, brief))
    told = [signs.told_in(room, words, metrics) for room in (wide, wide - 1, narrow, narrow - 1)]
    assert told == [words, brief, brief, ""]


def seen(dropping, frame):
    return dropping.off(frame, DROPPING, prepare(DROPPING))


def test_slow_changes_are_shown_unit_by_unit(dropping, clock):
    for number in range(10):
        clock[0] += 1 / MOST
        found = seen(dropping, off_frame(number, (number % 2 == 0, False, True, False)))
        assert found.is_off("h1", 0) == (number % 2 == 0) and not found.is_steady("h1")
        assert found.key == "off in the coming update (sample 2 of 10)"


def test_what_changes_more_than_three_times_a_second_is_a_steady_shade(dropping, clock, qtbot):
    for number in range(5):
        clock[0] += 0.1
        found = seen(dropping, off_frame(number))
    assert found.is_steady("h1") and not found.is_off("h1", 0) and found.key == "off at random: 50 %"
    with qtbot.waitSignal(dropping.settled, timeout=10_000):
        pass
    assert seen(dropping, off_frame(4)).is_off("h1", 0)


@pytest.mark.parametrize(("rate", "steady"), [(1, False), (3, False), (4, True), (10, True)])
def test_three_updates_a_second_are_shown_and_four_are_not(dropping, clock, rate, steady):
    """Though no clock is quite regular: every other frame comes a tenth of its time late."""
    shown_as = []
    for number in range(10 * rate):
        clock[0] = number / rate + (number % 2) * 0.1 / rate
        shown_as.append(seen(dropping, off_frame(number)).is_steady("h1"))
    assert shown_as[5 * rate :] == 5 * rate * [steady]


def test_what_has_become_slow_is_shown_again_without_a_rest(dropping, clock):
    for number in range(20):
        clock[0] += 0.05
        assert seen(dropping, off_frame(number)).is_steady("h1") == (number > MOST)
    for number in range(20, 40):
        clock[0] += 0.5
        found = seen(dropping, off_frame(number))
    assert found.is_off("h1", 0)


def test_with_reduced_motion_units_are_shown_at_rest_alone(dropping, clock, qtbot):
    dropping.keep_still(True)
    assert seen(dropping, off_frame(0)).is_off("h1", 0)
    clock[0] += 1.0
    assert seen(dropping, off_frame(1)).is_steady("h1")
    with qtbot.waitSignal(dropping.settled, timeout=10_000):
        pass
    assert seen(dropping, off_frame(1)).is_off("h1", 0)


def test_one_frame_of_many_updates_is_a_fast_change(dropping, clock):
    seen(dropping, off_frame(0))
    clock[0] += 0.5
    assert seen(dropping, off_frame(MOST)).is_off("h1", 0)
    clock[0] += 0.5
    assert seen(dropping, off_frame(900)).is_steady("h1")


def test_the_same_update_drawn_again_is_no_change(dropping):
    for _ in range(20):
        assert seen(dropping, off_frame()).is_off("h1", 0)


def test_a_frame_of_another_share_is_not_shown(dropping):
    assert seen(dropping, off_frame(shares={"h1": 0.2})).is_steady("h1")
    assert seen(dropping, None).is_steady("h1")
    assert dropping.off(off_frame(), PLAIN, prepare(PLAIN)) == Off()


def test_the_words_of_a_unit(dropping):
    found = seen(dropping, off_frame())
    assert found.words("h1", 0) == "off for sample 2 of the coming update, off for 6 of its 10"
    assert found.words("h1", 1) == "on for sample 2 of the coming update, off for 4 of its 10"
    assert found.words("output", 0) == "" and Off().words("h1", 0) == ""
    assert Off({"h1": 0.5}).words("h1", 0) == "switched off at random: 50 % in every update"


def test_the_network_shades_the_units_that_are_off(qtbot):
    view = shown(qtbot, NetworkView(), DROPPING)
    assert set(view.requests()) >= {"switched_off"}
    view.show_update(update(network_frames(DROPPING) | {"switched_off": off_frame()}))
    canvas = view.canvas
    numbers = canvas.edge_numbers()
    silent = [(edge.source.place in (0, 3) and edge.source.column == 1) or (edge.target.place in (0, 3) and edge.target.column == 1) for edge in canvas.layout_.edges]  # fmt: skip
    assert numbers.silent.tolist() == silent and not numbers.cut.any()
    canvas.point_at(QPointF(canvas.layout_.tiles[1][0].room.center()))
    assert "off for sample 2" in canvas.words()
    before = view.grab().toImage()
    view.show_update(update({"switched_off": off_frame(off=(False,) * 4)}))
    assert view.grab().toImage() != before
    view.show_experiment(PLAIN, prepare(PLAIN))
    assert "switched_off" not in view.requests() and canvas.off == Off()


def test_a_cut_link_stays_visible_as_cut(qtbot):
    view = shown(qtbot, NetworkView(), PLAIN)
    frames = network_frames(PLAIN)
    view.show_update(update(frames))
    assert not view.canvas.edge_numbers().cut.any()
    weights = frames["weights"]
    cut = {"h1.weight": np.zeros((4, 2), bool), "output.weight": np.zeros((1, 4), bool)}
    cut["h1.weight"][2, 1] = True
    view.show_update(update({"weights": Frame(1, 11, None, weights.arrays, {**weights.info, "cut": cut})}))
    numbers = view.canvas.edge_numbers()
    (place,) = np.flatnonzero(numbers.cut)
    edge = view.canvas.layout_.edges[place]
    assert (edge.parameter, edge.index) == ("h1.weight", (2, 1)) and numbers.silent[place]
    view.canvas.point_at(edge.path.pointAtPercent(0.5))
    assert view.canvas.words().endswith(": cut for good")
    assert _key(view) == [(signs.CUT, "cut at zero")]


def test_a_weight_of_exactly_0_has_a_sign_of_its_own(qtbot):
    view = shown(qtbot, NetworkView(), PLAIN)
    frames = network_frames(PLAIN)
    arrays = {name: array.copy() for name, array in frames["weights"].arrays.items()}
    arrays["h1.weight"][:] = [[0.5, 0.0], [0.0, -0.5], [1e-9, 0.1], [0.2, 0.3]]
    arrays["h1.bias"][:] = 0.0
    cut = {"h1.weight": np.zeros((4, 2), bool), "output.weight": np.zeros((1, 4), bool)}
    cut["h1.weight"][1, 0] = True
    info = frames["weights"].info
    view.show_update(update(frames | {"weights": Frame(1, 11, None, arrays, {**info, "cut": cut})}))
    said = {}
    for edge in view.canvas.layout_.edges:
        view.canvas.point_at(edge.path.pointAtPercent(0.3))
        said[edge.parameter, edge.index] = view.canvas.words()
    told = {edge for edge, words in said.items() if "can move again" in words}
    assert told == {("h1.weight", (0, 1))} and said["h1.weight", (1, 0)].endswith(": cut for good")
    assert _key(view) == [(signs.CUT, "cut at zero"), (signs.ZERO, "weight 0")]
    assert not view.canvas.shown.why_nothing("h1.bias", (0,)), "a bias of 0 stops nothing"
    before = view.grab().toImage()
    arrays["h1.weight"][0, 1] = 1e-9
    view.show_update(update({"weights": Frame(1, 12, None, arrays, {**info, "cut": cut})}))
    assert view.grab().toImage() != before and signs.ZERO not in dict(_key(view))


def test_the_input_space_has_ghosts_of_thinned_networks(qtbot):
    view = shown(qtbot, BoundaryView(), DROPPING)
    assert set(view.requests()) == {"boundary", "thinned"}
    whole = boundary_frame()
    ghosts = np.stack([boundary_frame(seed).arrays["answers"] for seed in range(3)])
    thinned = Frame(1, 10, None, {"answers": ghosts, "extent": whole.arrays["extent"]}, {"x": "x₁", "y": "x₂"})
    view.show_update(update({"boundary": whole, "thinned": thinned}))
    assert len(view.ghosts.lines.getData()[0]) and "3 thinned networks" in view.plot.toolTip()
    assert view.key.words.thinned == 3
    assert any(choice.name == GHOSTS and choice.on for choice in view.toggles())
    view.set_option(GHOSTS, False)
    assert not len(view.ghosts.lines.getData()[0]) and set(view.requests()) == {"boundary"}
    assert "thinned" not in view.plot.toolTip() and not view.key.words.thinned
    view.set_option(GHOSTS, True)
    view.show_experiment(PLAIN, prepare(PLAIN))
    assert not len(view.ghosts.lines.getData()[0]) and set(view.requests()) == {"boundary"}
    assert not any(choice.name == GHOSTS for choice in view.toggles())


def test_the_ghosts_of_a_curve_have_gaps_between_them(qtbot):
    made = experiment(4, data={"kind": "sine"}, layers=DROPPING.layers, loss={"kind": "mean_squared"})
    view = shown(qtbot, BoundaryView(), made)
    xs = np.linspace(-1, 1, SIZE)
    info = boundary_frame().info | {"geometry": "curve", "task": "values", "x": "x", "y": "y", "classes": ()}
    points = {"points": np.zeros((2, 2)), "y": np.zeros(2), "part": np.zeros(2, int), "index": np.arange(2)}
    extent = np.array([-1.0, 1.0, 0.0, 1.0])
    whole = Frame(1, 10, None, {"answers": xs[:, None], "x": xs, "extent": extent, **points}, info)
    thinned = Frame(1, 10, None, {"answers": np.stack([xs, -xs])[..., None], "extent": extent}, {"x": "x", "y": "y"})
    view.show_update(update({"boundary": whole, "thinned": thinned}))
    drawn = view.ghosts.curves.getData()[1]
    assert np.isnan(drawn).sum() == 2 and np.isnan(drawn[SIZE]) and drawn[SIZE + 1] == 1.0


def test_units_of_layers_as_wholes_are_shaded_too(qtbot):
    layers = [{"kind": "dense", "name": "h1", "units": 4}, {"kind": "dropout", "name": "d", "share": 0.5}]
    made = experiment(4, layers=layers)
    view = shown(qtbot, NetworkView(), made)
    assert view.shows_stack and "switched_off" in view.requests()
    arrays = {"d.off": np.array([True, False, False, True]), "d.often": np.full(4, 0.5)}
    info = {"number": 1, "of": 10, "sample": 3, "shares": {"d": 0.5}, "noise": ()}
    view.show_update(update({"switched_off": Frame(1, 10, None, arrays, info)}))
    off = view.stack.canvas.off
    assert [off.is_off("d", unit) for unit in range(4)] == arrays["d.off"].tolist()
    assert not off.is_off("h1", 0) and not off.is_steady("h1")
    shaded = view.grab().toImage()
    view.stack.canvas.show_off(Off())
    assert view.grab().toImage() != shaded


def test_players_are_shaded_and_thinned_too(qtbot):
    layers = [{"kind": "dense", "units": 4, "activation": "tanh", "dropout": 0.5}]
    made = [{"kind": "dense", "units": 5, "activation": "tanh", "dropout": 0.3}]
    session = Session(game(layers=layers, task={"layers": made}))
    session.advance(30)
    view, space = (shown(qtbot, kind(), session.experiment) for kind in (NetworkView, BoundaryView))
    assert {"switched_off"} <= set(view.requests()) and {"thinned"} <= set(space.requests())
    for each in (view, space):
        each.show_update(update({name: session.frame(probe) for name, probe in each.requests().items()}))
    canvas, frame = view.canvas, session.frame(SwitchedOff())
    for column, name in enumerate(each.name for each in canvas.columns):
        found = [canvas.off.is_off(name, unit) for unit in range(len(canvas.layout_.tiles[column]))]
        assert found == frame.arrays.get(f"{name}.off", np.zeros(len(found), bool)).tolist()
    assert {each.name for each in canvas.columns} >= set(frame.info["shares"])
    assert "for row of noise 1 of the coming update" in canvas.off.words("generator.g1", 0)
    assert len(space.ghosts.lines.getData()[0]) and "12 thinned networks" in space.plot.toolTip()
