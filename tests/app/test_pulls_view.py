"""The picture of a penalty's pull: where its arrows, names and sentences stand, and where they must not."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from app.look.theme import CAPTION, LIGHT
from app.panels.penalty_list import PULLS, PenaltyList
from app.views.pulls.plot import KEYS, MOST, NAMES, Scale, paint_arrow, round_above
from app.views.pulls.view import PullsView
from core.experiment import Experiment
from core.probes.pulls import Pulls
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.view_frames import shown, update

pytestmark = pytest.mark.usefixtures("kernel")
L1, L2 = {"kind": "l1", "rate": 0.01}, {"kind": "l2", "rate": 0.5}


def seen(qtbot, made: Experiment, updates=1):
    session = Session(made)
    session.advance(updates)
    view = shown(qtbot, PullsView(), made, (528, 300))
    view.show_experiment(made, session.prepared)
    view.show_update(update({"pulls": session.frame(Pulls())} if view.requests() else {}))
    return view


def test_every_weight_has_two_arrows_at_its_place(qtbot):
    view = seen(qtbot, small(penalties=[L2]))
    rows, scale = view.plot.rows, view.plot.rows.scale
    frame = view.frame.arrays
    assert rows.chosen.tolist() == list(range(23)) and view.plot.spread.counts().sum() == 23
    assert scale.x_of(-scale.reach) == scale.left and scale.x_of(scale.reach) == scale.right
    assert scale.x_of(0) == (scale.left + scale.right) / 2
    for weight, penalty in zip(frame["weight"], frame["penalty"], strict=True):
        assert np.sign(scale.arrow(penalty)) == -np.sign(weight)  # towards zero
        assert scale.arrow(penalty) == pytest.approx(-0.5 * weight / scale.longest * 0.3 * (scale.right - scale.left))
    longest = max(np.abs(frame["loss"]).max(), np.abs(frame["penalty"]).max())
    assert longest <= scale.longest <= 2.5 * longest
    assert [rows.pulled.name(place) for place in (0, 1, 8, 22)] == ["x₁ → unit 1", "x₂ → unit 1", "unit 1 → unit 1", "unit 3 → disc"]  # fmt: skip
    words = rows.words_at(QPointF(5, rows.y_of(1)))
    assert words.startswith("x₂ → unit 1, hidden layer 1 = ") and "the penalty by" in words
    assert rows.words_at(QPointF(5, 1e4)) == ""
    header, table = view.numbers()
    assert len(table) == 23 and len(header) == len(table[0]) and table[0][2] == frame["weight"][0]


def test_in_a_narrow_picture_of_large_letters_names_leave_room_for_the_arrows(qtbot):
    view = seen(qtbot, small(penalties=[L2]))
    view.show_theme(dataclasses.replace(view.theme, scale=1.85))
    view.resize(320, 520)
    assert view.plot.rows.scale.left <= 0.41 * 320 and view.plot.spread.keys() == KEYS[1]


def test_a_large_net_shows_some_of_its_weights(qtbot):
    view = seen(qtbot, small(layers=[layer(40)], penalties=[L1]))
    rows = view.plot.rows
    assert len(rows.chosen) == MOST and rows.chosen[0] == 0 and rows.chosen[-1] == 119
    assert view.plot.spread.counts().sum() == 120


def test_without_a_penalty_it_says_what_would_fill_it_and_asks_for_nothing(qtbot):
    for penalties in ([], [L1 | {"rate": 0.0}]):
        view = seen(qtbot, small(penalties=penalties))
        assert view.requests() == {} and view.frame is None and "no weight penalty" in view.empty.text()


@pytest.mark.parametrize(
    ("changes", "there", "not_there"),
    [
        ({"penalties": [L1]}, ("L1: the same force on all, λ = 0.01, however", "a weight stays"), ("L2", "cut", "own step")),
        ({"penalties": [L2]}, ("L2: in proportion to the weight, λ·w, λ = 0.5",), ("L1", "cut")),
        ({"penalties": [L1, L2], "optimizer": {"kind": "adam"}}, ("L1", "L2", "Adam makes its own step of their sum"), ("stays",)),
        ({"penalties": [L2], "clipping": {"norm": 1.0}}, ("clipped",), ("stays", "own step")),
        ({"penalties": [L1 | {"rate": 0.3, "kill": True}]}, ("in a step of its own", "cut for good"), ("however", "stays")),
    ],
)  # fmt: skip
def test_what_is_said(qtbot, changes, there, not_there):
    view = seen(qtbot, small(**changes), updates=60)
    words = view.sentence.text()
    assert all(each in words for each in there) and not any(each in words for each in not_there)
    cut = int(view.frame.arrays["cut"].sum())
    assert (f"{cut} of 23 are cut for good." in words) == (cut > 1)
    tips = [view.plot.rows.pulled.tip(place) for place in range(23)]
    assert sum("cut for good" in tip for tip in tips) == cut


def test_round_ends():
    assert [round_above(value) for value in (0, 0.011, 0.2, 0.21, 3, 7, 10)] == [1, 0.02, 0.2, 0.5, 5, 10, 10]
    assert round_above(float("nan")) == 1
    assert Scale(10, 110, 2, 0.5).arrow(-0.25) == -15


def test_cutting_links_stands_where_l1_is_and_the_card_leads_to_the_picture(qtbot):
    panel = PenaltyList()
    qtbot.addWidget(panel)
    panel.show_experiment(small(penalties=[L1, L2]))
    panel.show()
    row = panel.cards["l1"].form.row("penalties.l1.kill")
    assert row is not None and row.isVisible() and not row.param.advanced
    assert panel.cards["l2"].form.row("penalties.l2.kill") is None
    asked = []
    panel.intent.connect(asked.append)
    panel.cards["l1"].see.click()
    assert asked == [PULLS]


def names_whole(view):
    metrics = QFontMetrics(view.theme.font(CAPTION))
    rows = view.plot.rows
    widest = max(metrics.horizontalAdvance(rows.pulled.name(row)) for row in rows.chosen.tolist())
    return widest <= rows.scale.left - 18


def test_names_are_whole_where_there_is_room_and_leave_it_to_the_arrows_where_there_is_little(qtbot):
    view = seen(qtbot, small(penalties=[L2]))
    pulled = view.plot.rows.pulled
    long = dataclasses.replace(pulled, name=lambda row: f"class of the cabin = {row}th → unit 1")
    for width, whole in ((1200, True), (528, True), (300, False)):
        view.resize(width, 300)
        view.plot.resize(width, 200)
        view.plot.show_pulled(long, view.theme)
        assert names_whole(view) == whole
        assert (view.plot.spread.keys() == KEYS[0]) == (width == 1200) and view.plot.spread.measure.startswith(
            "pull of "
        )
        assert view.plot.rows.scale.left <= max(view.theme.px(NAMES), 0.4 * width)


@pytest.mark.parametrize("penalty", [False, True])
@pytest.mark.parametrize("long", [6, 40, -6, -40])
def test_an_arrow_is_as_long_as_its_number_and_at_least_half_of_it_shaft(qapp, long, penalty):
    image = QImage(101, 21, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_arrow(painter, QPointF(50, 10), long, LIGHT, penalty=penalty)
    painter.end()
    dark = np.array([[image.pixelColor(x, y).lightness() < 250 for x in range(101)] for y in range(21)])
    marked = np.flatnonzero(dark.any(axis=0))
    assert abs((marked.max() - marked.min() + 1) - abs(long)) <= 1
    thick = dark.sum(axis=0)
    assert (thick[marked] <= 2).sum() >= abs(long) // 2 - 1 and thick.max() > 2
