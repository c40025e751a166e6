"""You, chance, the gradient in the window: sliders for your weights, and a scoreboard of what each has come to."""

from __future__ import annotations

import dataclasses
import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest

from app.bars.score_bar import Place, ScoreBar
from app.network.own_weights import knobs_of
from app.network.scoreboard import ahead_words, best_words
from app.shell.layouts import LECTURE
from app.views.boundary.view import BoundaryView
from core.comparison import Comparison
from core.comparison.shelf import path
from core.data.preparation import prepare
from core.documents.edits import replace
from core.runs.scoreboard import Score, figure_of
from core.training.session import Session
from tests.building.experiments import small

MADE = 60


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def room(open_window, qtbot):
    """The ready-made comparison, each run at update 0."""
    window = open_window(path("you-chance-gradient"))
    window.resize(1280, 740)
    window.show()
    lab = window.network.lab
    until(qtbot, lambda: len(lab.twins.numbers) == 2 and all(run.last is not None for run in lab.twins.standings))
    until(qtbot, lambda: window.network.own_weights.card is not None)
    return window.network


def vectors(lab, qtbot):
    """The weights of all runs, in the order in which they stand."""
    found = []
    for run in lab.twins.standings:
        lab.runs.request_snapshot(found.append, to=run.number)
    until(qtbot, lambda: len(found) == len(lab.twins.standings))
    return [snapshot.parameters for snapshot in found]


def costs(room):
    """The evaluations on the scoreboard."""
    found = [re.search(r"([\d,]+) of 2,000", player.place.cost) for player in room.scoreboard.bar.players]
    return [int(each[1]) for each in found if each is not None]


def best(experiment, updates):
    """What the same run has come to alone, by the core's own count."""
    session = Session(experiment)
    seen = {"train.loss": [], figure_of(experiment, session.last): []}
    for _ in range(0, updates + 1, experiment.evaluate_every):
        for name, values in seen.items():
            values.append(session.last[name])
        session.advance(experiment.evaluate_every)
    return Score.of("", experiment, updates, {name: np.array(values) for name, values in seen.items()})


def test_three_players_are_told_by_one_board_and_the_weights_of_one_are_yours(room, qtbot):
    lab, bar, card = room.lab, room.scoreboard.bar, room.own_weights.card
    until(qtbot, lambda: len(bar.players) == 3 and bar.players[0].place.figure != "–")
    assert bar.isVisible() and costs(room) == [0, 0, 0]
    assert [player.place.ahead for player in bar.players] == ["", "", ""], "the same start"
    lab.begin_up_to(MADE)
    until(qtbot, lambda: all(run.last is not None and run.last.updates == MADE for run in lab.twins.standings))
    until(qtbot, lambda: costs(room) == [0, MADE, MADE])
    _tells_what_the_core_counts(room)
    _sets_one_weight_at_a_time(room, card, qtbot)
    _is_seen_in_a_lecture(room, bar)
    _shows_what_is_there_in_a_view_that_comes_later(room, qtbot)
    room.side_by_side.leave(lab.run.number)
    assert not room.scoreboard.there and bar.isHidden() and room.own_weights.card is None
    lab.undo()
    until(qtbot, lambda: room.scoreboard.there and room.own_weights.card is not None)
    lab.edit("rule.kind", "gradient")
    until(qtbot, lambda: room.own_weights.card is None)
    assert room.scoreboard.there, "chance has no gradient either"
    room.side_by_side.copy()
    until(qtbot, lambda: len(bar.players) == 4)  # it waits while another one comes


def _tells_what_the_core_counts(room):
    lab, players = room.lab, room.scoreboard.bar.players
    expected = [best(lab.twins.experiments[0], 0), *(best(each, MADE) for each in lab.twins.experiments[1:])]
    for run, score, player in zip(lab.twins.standings, expected, players, strict=True):
        told = room.scoreboard.tallies[run.number].after(score.evaluations)
        assert told == dataclasses.replace(score, name=told.name)
        assert (player.place.figure, player.place.judged) == (f"{100 * score.figure:.1f} %", f"loss {score.loss:.3f}")
    assert [player.place.letter for player in players] == ["A", "B", "C"]
    assert [player.place.name for player in players] == ["you", "chance", "gradient"]
    first, second = sorted(score.loss for score in expected)[:2]
    leader = min(range(3), key=lambda place: expected[place].loss)
    ahead = [player.place.ahead for player in players]
    assert ahead.pop(leader) == f"{second - first:.3f} of loss" and not any(ahead)


def _sets_one_weight_at_a_time(room, card, qtbot):
    """By key, typed and dragged, each one evaluation; the others learn nothing of it; Undo takes the last one back."""
    lab = room.lab
    own, *others = vectors(lab, qtbot)
    assert len(card.fields) == 17 and sorted(knob.place for knob in card.knobs) == list(range(17))
    until(qtbot, lambda: shows(card, own))
    key, typed, dragged = 0, 5, 16
    card.fields[key].slider.setFocus()
    QTest.keyClick(card.fields[key].slider, Qt.Key.Key_Right)
    QTest.keyClick(card.fields[key].slider, Qt.Key.Key_Right)
    until(qtbot, lambda: costs(room)[0] == 1)
    until(qtbot, lambda: not room.own_weights.moving)
    field = card.fields[typed].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    until(qtbot, lambda: costs(room)[0] == 2 and not room.own_weights.moving)
    before = vectors(lab, qtbot)[0]
    _drag(card.fields[dragged].slider)
    until(qtbot, lambda: costs(room)[0] == 3)
    changed, *same = vectors(lab, qtbot)
    places = [card.knobs[number].place for number in (key, typed, dragged)]
    assert set(np.flatnonzero(changed != own)) == set(places)
    assert changed[places[1]] == 7.5 and [changed[place] for place in places[::2]] == pytest.approx(
        [card.fields[number].value() for number in (key, dragged)], abs=1e-6
    )
    assert all(np.array_equal(one, other) for one, other in zip(same, others, strict=True))
    assert [run.last.updates for run in lab.twins.standings] == [MADE] * 3
    lab.step("update")
    until(qtbot, lambda: costs(room) == [3, MADE + 1, MADE + 1])
    assert np.array_equal(vectors(lab, qtbot)[0], changed), "nothing learns here"
    lab.time.look_at(20)
    until(qtbot, lambda: costs(room) == [0, 20, 20])
    lab.time.now()
    until(qtbot, lambda: costs(room) == [3, MADE + 1, MADE + 1])
    lab.undo()
    until(qtbot, lambda: costs(room) == [2, MADE, MADE])
    assert np.array_equal(vectors(lab, qtbot)[0], changed), "it has gone on since, and stays"
    until(qtbot, lambda: shows(card, before))
    lab.redo()
    until(qtbot, lambda: costs(room) == [3, MADE + 1, MADE + 1] and shows(card, changed))
    lab.undo()
    until(qtbot, lambda: costs(room) == [2, MADE, MADE] and shows(card, before))
    lab.step("update")
    until(qtbot, lambda: costs(room) == [2, MADE + 1, MADE + 1])
    assert [run.letter for run in lab.twins.standings] == ["D", "E", "F"] and lab.twins.there
    assert np.array_equal(vectors(lab, qtbot)[0], before)


def _drag(slider):
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    for moved in (4, 8, 12, 16):
        QTest.mouseMove(slider, middle + QPoint(moved, 0))
        QTest.qWait(1)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle + QPoint(16, 0))


def shows(card, vector):
    return [field.value() for field in card.fields] == pytest.approx([vector[k.place] for k in card.knobs], abs=6e-4)


def test_whom_the_perceptron_rule_corrects_is_judged_by_mistakes():
    perceptron = small(layers=[], rule={"kind": "perceptron"}, loss={"kind": "mistakes"})
    assert best_words(Score("", 3.0, 1.0, 0.875), perceptron) == ("87.5 %", "1 mistake")
    assert best_words(Score("", 3.0, 0.25, 0.875), small()) == ("87.5 %", "loss 0.250")
    assert ahead_words(2.0, perceptron) == "2 mistakes" and ahead_words(0.1, small()) == "0.100 of loss"


def test_in_large_letters_the_numbers_stay_whole(qtbot):
    bar, place = (
        ScoreBar(),
        Place("C", "the gradient", "98.4 %", "loss 0.059", "400 of 2,000 evaluations", "0.492 of loss"),
    )
    qtbot.addWidget(bar)
    bar.show_places([place] * 3)
    bar.resize(1040, 42)
    bar.show()
    player = bar.players[2]
    assert player.name.isVisible() and player.told.text() == "loss 0.059 · 400 of 2,000 evaluations"
    bar.resize(600, 42)
    until(qtbot, player.name.isHidden)
    until(qtbot, lambda: player.figure.width() >= player.figure.sizeHint().width())
    assert player.figure.isVisible() and player.told.text() == "0.059 · 400 of 2,000"
    assert player.ahead.isHidden() or player.ahead.width() >= player.ahead.sizeHint().width(), "nothing is cut"
    assert "the gradient" in player.toolTip() and "ahead by 0.492 of loss" in player.accessibleName()


def _shows_what_is_there_in_a_view_that_comes_later(room, qtbot):
    """A run at rest makes no picture anew that another view of it shows."""
    until(qtbot, lambda: "boundary" in room.lanes.views[1, "boundary"].frames)
    later = BoundaryView()
    qtbot.addWidget(later)
    room.lanes.introduce(later, 1, room.lab.twins.numbers[0])
    assert later.frames["boundary"] is room.lanes.views[1, "boundary"].frames["boundary"]
    room.lanes.introduce(another := BoundaryView(), 1, room.lab.run.number)
    qtbot.addWidget(another)
    assert not another.frames, "nor is one shown that is of another run"


def _is_seen_in_a_lecture(room, bar):
    small_letters = QFontInfo(bar.players[0].figure.font()).pixelSize()
    assert small_letters == 15
    room.lab.store.change_view(layout=LECTURE)
    assert bar.isVisible() and not room.side_by_side.heading.isVisible()
    for player in bar.players:
        assert QFontInfo(player.figure.font()).pixelSize() >= 24 > small_letters
        assert player.told.shown() == player.told.text(), "nothing is cut"
    assert room.own_weights.card.isVisible() and room.width() == 1280
    room.lab.store.change_view(layout="Explore")
    assert QFontInfo(bar.players[0].figure.font()).pixelSize() == small_letters


def test_a_comparison_of_gradients_has_no_board(open_window, qtbot):
    room = open_window(path("learning-rates")).network
    until(qtbot, lambda: len(room.lab.twins.numbers) == 2)
    assert not room.scoreboard.there and not room.scoreboard.tallies and room.own_weights.card is None


def test_each_weight_has_a_slider_in_the_order_of_the_units():
    experiment = Comparison.load(path("you-chance-gradient")).base
    knobs = knobs_of(experiment, prepare(experiment))
    session = Session(experiment)
    assert [knob.name for knob in knobs[:4]] == ["x₁ → 1", "x₂ → 1", "bias 1", "1 → disc"]
    assert knobs[5].words == "w from x₂ to unit 2 of hidden layer 1" and knobs[-1].words == "bias of disc"
    numbers = np.arange(17.0)
    session.load_vector(numbers)
    named = session.parameters()
    assert numbers[knobs[5].place] == named["h1.weight"][1, 1] and numbers[knobs[6].place] == named["h1.bias"][1]
    assert numbers[knobs[7].place] == named["output.weight"][0, 1]


@pytest.mark.parametrize(("layers", "count"), [([], 3), ([4, 3], 12 + 15 + 4), ([40], 0)])
def test_small_networks_of_other_shapes_have_sliders_too_large_ones_none(layers, count):
    experiment = replace(
        small(), "layers", [{"kind": "dense", "name": f"h{n}", "units": u} for n, u in enumerate(layers)]
    )
    knobs = knobs_of(experiment, prepare(experiment))
    assert sorted(knob.place for knob in knobs) == list(range(count))
