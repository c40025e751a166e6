"""The picture of what units go together with: bars, ticks, sentences, and where they must not be said."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from app.views.registry import companions_of
from app.views.together.view import LAYER, TogetherView
from app.views.together.words import BECOME, CHANCE, sentence
from core.frames import Frame
from core.probes.together import Together
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.view_frames import shown, update

pytestmark = pytest.mark.usefixtures("kernel")
TRIP = {"data": {"kind": "trip"}, "inputs": {"scaling": "standardize"}, "layers": [layer(3, "sigmoid")]}
OWN = np.array([[0.95, 0.1, 0.0], [0.1, -0.96, 0.2], [0.0, 0.1, 0.99]])
SHARED = np.array([[0.95, 0.1, 0.97], [0.1, -0.96, 0.2], [0.0, 0.1, 0.3]])
BEFORE = np.array([[0.4, -0.6, 0.1], [0.2, 0.1, 0.5], [0.1, 0.2, 0.3]])


def frame_of(now, updates=100, between=3, start=BEFORE) -> Frame:
    names = ("affordable", "worth the way", "pleasant")
    info = {"layers": ("h1",), "columns": names, "between": between, "samples": 96, "updates": updates}
    return Frame(1, updates, None, {"h1.now": now, "h1.start": start}, info)


def test_bars_lie_on_the_side_of_their_sign_and_ticks_where_the_untrained_unit_stood(qtbot):
    made = small(**TRIP)
    session = Session(made)
    session.advance(20)
    frame = session.frame(Together())
    view = shown(qtbot, TogetherView(), made, (528, 360))
    view.show_update(update({"together": frame}))
    plot, now = view.plot, frame.arrays["h1.now"]
    for unit, place in np.ndindex(now.shape):
        cell, bar = plot.cell(unit, place), plot.bar(unit, place, now[unit, place])
        assert cell.contains(bar)
        edge = bar.left() if now[unit, place] < 0 else bar.right()
        assert (edge - cell.center().x()) / (plot.field(unit, place).width() / 2) == pytest.approx(
            now[unit, place], abs=1e-6
        )
    words = plot.words_at(QPointF(plot.cell(1, 0).center()))
    assert words.startswith("Unit 2 and affordable: r = ") and "nobody tells the network" in words
    assert "nobody" not in plot.words_at(QPointF(plot.cell(1, 3).center())) and plot.words_at(QPointF(1, 1)) == ""
    header, rows = view.numbers()
    assert len(rows) == (3 + 1) * 7 and len(header) == 5 and rows[0][3] == now[0, 0]
    view.set_option(LAYER, "output")
    assert view.plot.compared.units == ("Unit 1",)


def test_where_there_is_little_room_the_questions_stay(qtbot):
    made = small(**TRIP)
    view = shown(qtbot, TogetherView(), made, (300, 360))
    view.show_update(update({"together": Session(made).frame(Together())}))
    assert 3 <= view.plot.shown < 7 and view.plot.cell(0, view.plot.shown - 1).right() <= view.plot.width()
    view.resize(160, 360)
    assert view.plot.shown == 3
    view.resize(900, 360)
    assert view.plot.shown == 7


def test_each_question_is_told_with_its_unit_and_what_chance_gave():
    told = sentence(frame_of(OWN), "h1")
    assert told == f"Affordable: unit 1, r = 0.95 (untrained 0.40); Worth the way: unit 2, r = −0.96 (untrained 0.60); Pleasant: unit 3, r = 0.99 (untrained 0.50). {BECOME}"  # fmt: skip


@pytest.mark.parametrize(
    "frame",
    [frame_of(SHARED), frame_of(0.8 * OWN), frame_of(OWN, between=0), frame_of(OWN, updates=0)],
    ids=["one unit for two", "not close", "columns, no questions", "nothing learned"],
)
def test_units_are_not_said_to_have_become_the_questions(frame):
    assert BECOME not in sentence(frame, "h1")


def test_before_learning_it_is_said_to_be_chance_and_only_then():
    assert sentence(frame_of(BEFORE, updates=0), "h1").endswith(CHANCE)
    assert "untrained" not in sentence(frame_of(BEFORE, updates=0), "h1")
    assert CHANCE not in sentence(frame_of(OWN), "h1")


def test_what_varies_with_nothing_is_not_spoken_of():
    blind = np.full((3, 3), np.nan)
    assert sentence(frame_of(blind), "h1") == ""
    half = OWN.copy()
    half[:, 0] = np.nan
    told = sentence(frame_of(half, start=blind), "h1")
    assert "Affordable" not in told and "untrained none" in told


def test_it_stands_ready_where_the_data_have_questions_of_their_own():
    assert "together" in companions_of(small(**TRIP))
    assert "together" not in companions_of(small()) and "together" not in companions_of(small(**TRIP | {"layers": []}))
    assert TogetherView.is_companion(small(**TRIP))


def test_pictures_are_not_asked(qtbot):
    view = shown(qtbot, TogetherView(), small(data={"kind": "digits", "samples": 60}, layers=[layer(3)]))
    assert view.requests() == {} and "pixels" in view.empty.text()
