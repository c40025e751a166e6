"""The curves with real widgets and made-up numbers: what they show, and when two runs are one line."""

from __future__ import annotations

import dataclasses
import itertools
import math
import time

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from app.documents.intents import (
    ChooseXAxis,
)
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import LIGHT
from app.views.curves.company import middles_of
from app.views.curves.head import CurveHead, Entries, Entry, Sign
from app.views.curves.reading import BEHIND_A_SMOOTH_CURVE, BETWEEN_EVALUATIONS, FLAGS
from app.views.curves.reference import Reference
from app.views.curves.scale import height_below_one
from app.views.curves.view import LossView, ScoreView
from app.views.drawing.plot import Plot
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Mark
from core.history.metrics import History
from core.history.metrics import line as history_line
from tests.building.listening import Said
from tests.building.telling import telling
from tests.building.view_frames import experiment, metrics, shown, update


def test_a_new_run_makes_the_last_one_a_ghost(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50), run=1))
    x, y = view.plot.lines["train"].getData()
    assert y == pytest.approx(metrics(0, 50)["train.loss"])
    tell(update(metrics=metrics(0, 10), run=2))
    ghost_x, ghost_y = view.plot.ghosts["train"].getData()
    assert ghost_x == pytest.approx(x)
    assert ghost_y == pytest.approx(y)
    assert len(view.plot.lines["train"].getData()[0]) == 10


def test_someone_who_goes_back_goes_on_from_there(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50)))
    tell(update(metrics=metrics(100, 3)))
    assert view.plot.lines["train"].getData()[0].tolist() == [*range(0, 100, 5), 100, 105, 110]


def test_the_axis_along_switches(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50)))
    said = Said(view)
    for axis in ("epoch", "samples", "seconds", "update"):
        view.head.axis_chosen.emit(axis)
        assert view.plot.lines["test"].getData()[0] == pytest.approx(metrics(0, 50)[axis])
    assert said.intents[0] == ChooseXAxis("epoch")


def test_the_cursor_reads_numbers_off_the_curves(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50), marks=(Mark(100, "live", "Learning rate η 0.1"),)))
    assert [entry.text for entry in view.head.entries] == ["0.294", "0.353", ""]
    view.pointer.point(view.plot.px_of(101.0, 0.5))
    assert view.head.entries[0].text == f"{np.exp(-0.5):.3f}"
    assert "updates 100" in view.plot.cross_words.toPlainText()
    assert "Learning rate η 0.1" in view.plot.cross_words.toPlainText()
    view.pointer.point(None)
    assert not view.plot.cross.isVisible()


def test_the_cursors_words_are_as_large_as_ever_where_the_picture_has_moved_since_they_were_seen(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 4)))
    view.pointer.point(view.plot.px_of(10.0, 0.5))
    words = view.plot.cross_words
    view.pointer.point(None)
    tell(update(metrics=metrics(20, 96)))
    view.redraw()
    view.pointer.point(view.plot.px_of(100.0, 0.5))
    scene = words.sceneTransform()
    assert (scene.m11(), scene.m22()) == pytest.approx((1.0, 1.0)), "px are px"


def test_the_cursor_stays_where_it_is_while_the_curve_grows_under_it(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 4)))
    spot = view.plot.px_of(10.0, 0.5)
    view.pointer.point(spot)
    assert "updates 10" in view.plot.cross_words.toPlainText()
    tell(update(metrics=metrics(20, 96)))
    view.redraw()
    assert view.plot.px_of(view.plot.cross.value(), 0.5).x() == pytest.approx(spot.x(), abs=8)
    assert view.plot.cross.value() > 100


def test_the_run_before_is_called_by_what_it_had(qtbot):
    view = shown(qtbot, LossView(), experiment(2, optimizer={"kind": "sgd"}))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50), run=1))
    assert [entry.faint for entry in view.head.entries] == [False, False]
    tell(update(metrics=metrics(0, 50), run=2))
    assert [entry.name for entry in view.head.entries if entry.faint] == ["the run before"]
    adam = experiment(2, optimizer={"kind": "adam"})
    view.show_experiment(adam, prepare(adam))
    tell(update(metrics=metrics(0, 50), run=3))
    assert [entry.name for entry in view.head.entries if entry.faint] == ["before: SGD"]


def test_the_numbers_of_an_axis_are_written_as_those_above_it(qtbot):
    bottom = shown(qtbot, LossView(), experiment(2)).plot.bottom
    values = [-200.0, 0.0, 200.0, 1000.0, 25000.0, 2e6]
    assert bottom.tickStrings(values, 1, 100) == ["−200", "0", "200", "1,000", "25,000", "2e6"]
    assert bottom.tickStrings([-0.5, 1000.5], 1, 0.5) == ["−0.5", "1000.5"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_number_of_a_logarithmic_axis_lies_under_its_name(qtbot, scale):
    view = shown(qtbot, LossView(), experiment(2))
    view.show_theme(dataclasses.replace(LIGHT, scale=scale))
    telling(view)(update(metrics=metrics(0, 500)))
    left, narrow = view.plot.left, view.plot.left.width()
    view.head.log.click()
    qtbot.waitUntil(lambda: left.width() > narrow)
    numbers = QFontMetricsF(left.style["tickFont"]).horizontalAdvance("0.0005")
    assert "0.001" in left.logTickStrings([-3.0], 1, 1)
    assert left.label.isVisible() and left.label.sceneBoundingRect().right() - 4 <= left.width() - 8 - numbers


def test_logarithmic_height_and_smoothing(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50)))
    view.head.log.click()
    assert view.plot.lines["train"].getData()[1] == pytest.approx(-metrics(0, 50)["update"] / 200 / np.log(10))
    view.show_view(ViewState(options={"curves.smooth": True, "curves.rate": True}))
    assert len(view.plot.bands["train"].getData()[0]) > 0
    assert [entry.name for entry in view.head.entries] == ["train", "test", "η", "range"]


def test_the_tip_explains_what_is_drawn_beside_the_curves_and_nothing_else(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell, seen = telling(view), {name: values[1:] for name, values in metrics(0, 200, 1).items()}
    tell(update(metrics=metrics(0, 40)))
    assert view.plot.toolTip() == ""
    swings = dataclasses.replace(
        update(metrics=metrics(200, 2)), between=seen | {"train.loss": seen["train.loss"] + 0.1}
    )
    tell(swings)
    qtbot.waitUntil(lambda: view.plot.toolTip() == BETWEEN_EVALUATIONS)
    tell(update(metrics=metrics(210, 1), baselines={"test.baseline_loss": 0.5}, marks=(Mark(50, "goal", "Goal"),)))
    qtbot.waitUntil(lambda: FLAGS in view.plot.toolTip())
    dotted, *others = view.plot.toolTip().splitlines()
    assert "best constant answer" in dotted and others == [BETWEEN_EVALUATIONS, FLAGS]
    view.show_view(ViewState(options={"curves.smooth": True}))
    assert view.plot.toolTip().splitlines()[1:] == [BEHIND_A_SMOOTH_CURVE, FLAGS]


def test_reference_line_and_marks_and_infinite_losses(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    values = metrics(0, 50)
    values["train.loss"][30:] = np.inf
    tell(
        update(
            metrics=values,
            baselines={"test.baseline_loss": 0.69, "train.baseline_loss": 0.5},
            marks=(Mark(50, "goal", "Goal"),),
        )
    )
    assert view.plot.guess.isVisible()
    assert view.plot.guess.value() == 0.69
    assert "best constant answer" in view.plot.guess_words.toPlainText()
    assert view.plot.flags.getData()[0].tolist() == [50]
    assert not view.grab().isNull()


def test_the_score_has_a_view_of_its_own(qtbot):
    view = shown(qtbot, ScoreView(), experiment(2))
    tell = telling(view)
    values = metrics(0, 20) | {"train.accuracy": np.linspace(0.5, 1, 20), "test.accuracy": np.linspace(0.5, 0.9, 20)}
    tell(update(metrics=values, baselines={"test.baseline": 0.55}))
    assert view.plot.lines["test"].getData()[1] == pytest.approx(np.linspace(0.5, 0.9, 20))
    assert view.plot.guess_words.toPlainText() == "majority class 0.55"
    assert view.numbers()[0][-2:] == ["train accuracy", "test accuracy"]


def test_of_letters_the_score_is_bits_per_character_or_accuracy(qtbot):
    made = Experiment.parse(
        {
            "data": {"kind": "names", "samples": 100},
            "task": {"kind": "characters"},
            "layers": [{"kind": "gru", "units": 2}],
        }
    )
    view = shown(qtbot, ScoreView(), made)
    tell = telling(view)
    bits, right = np.linspace(4.7, 3.4, 20), np.linspace(0.04, 0.3, 20)
    values = metrics(0, 20) | {
        "train.bits_per_character": bits,
        "test.bits_per_character": bits,
        "train.accuracy": right,
        "test.accuracy": right,
    }
    tell(update(metrics=values, baselines={"test.baseline": 0.15, "test.letter_bits": 4.13}))
    assert view.called == "Bits per character" and view.plot.guess_words.toPlainText() == "single letters 4.13"
    assert view.plot.lines["test"].getData()[1] == pytest.approx(bits) and view.plot.box.viewRange()[1][1] >= 4.7
    choices = {choice.text: choice for choice in view.toggles()}
    assert choices["Bits per character"].on and not choices["Accuracy"].on
    choices["Accuracy"].turn(True)
    assert view.called == "Accuracy" and view.plot.guess_words.toPlainText() == "majority class 0.15"
    assert view.plot.lines["test"].getData()[1] == pytest.approx(right)
    view.show_view(ViewState())
    assert view.called == "Bits per character" and view.plot.guess.value() == 4.13


@pytest.mark.parametrize(("count", "chunk", "cap"), [(90, 7, 100), (5000, 13, 100), (12345, 1000, 64)])
def test_thinning_keeps_every_extreme(count, chunk, cap):
    rng = np.random.default_rng(count)
    loss = np.abs(rng.standard_cauchy(count)) + 1e-3
    history = History(cap)
    for first in range(0, count, chunk):
        updates = np.arange(first, min(first + chunk, count), dtype=float)
        history.add({"update": updates, "train.loss": loss[first : first + chunk]})
    column = history.column("train.loss")
    assert len(column.low) <= cap + 1
    lowest, highest = np.inf, -np.inf
    for value in loss:  # a plain loop over everything that was ever measured
        lowest, highest = min(lowest, value), max(highest, value)
    assert column.low.min() == lowest
    assert column.high.max() == highest
    assert column.last == loss[-1]
    x, y = history_line(history.column("update").mean, column)
    assert len(x) == len(y) <= 2 * (cap + 1)
    assert {lowest, highest} <= set(y)
    first = history.column("update").high[:-1]
    assert (np.diff(first) > 0).all()


def test_each_block_holds_the_extremes_of_its_own_stretch():
    loss = np.random.default_rng(3).random(1024)
    history = History(64)
    history.add({"update": np.arange(1024.0), "train.loss": loss})
    column, size = history.column("train.loss"), history.size
    for block in range(len(column.low)):
        stretch = loss[block * size : (block + 1) * size]
        assert column.low[block] == min(stretch)
        assert column.high[block] == max(stretch)
        assert column.mean[block] == pytest.approx(sum(stretch) / len(stretch))


def test_a_part_that_appears_later_is_unknown_before():
    history = History(100)
    history.add({"update": np.arange(3.0), "train.loss": np.ones(3)})
    history.add({"update": np.arange(3.0, 6), "train.loss": np.ones(3), "validation.loss": np.full(3, 2.0)})
    mean = history.column("validation.loss").mean
    assert np.isnan(mean[:3]).all()
    assert mean[3:].tolist() == [2, 2, 2]


def test_a_ghost_of_something_else_goes_away_and_a_long_one_does_not_set_the_axis(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 200), run=1))
    tell(update(metrics=metrics(0, 9), run=2))
    assert len(view.plot.ghosts["train"].getData()[0]) == 200
    assert view.plot.box.viewRange()[0][1] == pytest.approx(60)  # 1.5 times 40 updates, not 1000
    assert [entry.name for entry in view.head.entries if entry.faint] == ["the run before, to update 995"], "it goes on"
    other = Experiment.parse({"data": {"kind": "xor"}})
    view.show_experiment(other, prepare(other))
    tell(update(metrics=metrics(0, 1), run=3))
    assert not len(view.ghost)
    assert view.plot.box.viewRange()[0][1] == pytest.approx(20)


def test_rows_of_an_older_run_or_an_older_start_never_join(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50), run=1))
    tell(update(metrics=metrics(0, 2), run=2))
    tell(update(metrics=metrics(250, 3), run=1))
    assert view.ghost.newest == 245
    assert view.history.newest == 5
    mixed = {name: np.concatenate([values[-2:], values[:2]]) for name, values in metrics(0, 50).items()}
    tell(update(metrics=mixed, run=2))
    assert view.plot.lines["train"].getData()[0].tolist() == [0, 5]
    again = {name: values.copy() for name, values in metrics(5, 1).items()} | {"train.loss": np.array([7.0])}
    tell(update(metrics=again, run=2))
    assert view.plot.lines["train"].getData()[1].tolist() == [1.0, 7.0]


def test_two_views_show_one_and_the_same_metrics(qtbot):
    loss, score = shown(qtbot, LossView(), experiment(2)), shown(qtbot, ScoreView(), experiment(2))
    tell = telling(loss, score)
    tell(update(metrics=metrics(0, 50) | {"train.accuracy": np.linspace(0.5, 1, 50)}, run=1))
    first = loss.runs.metrics
    assert first is score.runs.metrics and loss.history is score.history
    tell(update(metrics=metrics(0, 10), run=2))
    assert loss.runs.metrics is score.runs.metrics and loss.runs.metrics is not first
    assert loss.runs.before is first and score.runs.before is first, "the ghost is the run before"


def test_a_ghost_stands_behind_its_own_figure_alone(qtbot):
    loss, score = shown(qtbot, LossView(), experiment(2)), shown(qtbot, ScoreView(), experiment(2))
    tell = telling(loss, score)
    tell(update(metrics=metrics(0, 50), run=1))
    for view in (loss, score):
        view.show_experiment(experiment(2, loss={"kind": "hinge"}))
    tell(update(metrics=metrics(0, 10), run=2))
    assert not len(loss.ghost) and len(score.ghost) == 50


def test_the_words_of_the_guess_stand_where_no_curve_passes(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    values = metrics(0, 50)
    values["train.loss"] = np.linspace(1.0, 0.52, 50)  # comes down onto the words at the right, from above
    values["test.loss"] = values["train.loss"]
    tell(update(metrics=values, baselines={"test.baseline_loss": 0.5}))
    room = view.plot.guess_words.mapRectToParent(view.plot.guess_words.boundingRect())
    x, y = view.plot.lines["train"].getData()
    assert not any(room.contains(QPointF(*spot)) for spot in zip(x, y, strict=True))


def test_the_words_of_the_guess_go_to_the_foot_where_the_curves_run_along_the_line(qtbot):
    view = shown(qtbot, LossView(), experiment(2), (528, 200))
    tell = telling(view)
    values = metrics(0, 50)
    values["train.loss"] = np.linspace(0.5, 0.42, 50)
    values["test.loss"] = np.linspace(0.51, 0.45, 50)
    tell(update(metrics=values, baselines={"test.baseline_loss": 0.5}))
    room = view.plot.guess_words.mapRectToParent(view.plot.guess_words.boundingRect())
    for line in ("train", "test"):
        x, y = view.plot.lines[line].getData()
        assert not any(room.contains(QPointF(*spot)) for spot in zip(x, y, strict=True))


def test_words_that_have_no_place_without_a_curve_are_shortened_and_then_left_to_the_tip(qtbot):
    """In a picture as low as that of a small window with large text."""
    view = shown(qtbot, ScoreView(), experiment(2), (200, 120))
    tell = telling(view)
    values = metrics(0, 50)
    values["train.accuracy"] = values["test.accuracy"] = np.linspace(0.6, 0.62, 50)
    tell(update(metrics=values, baselines={"test.baseline": 0.55}))
    words = view.plot.guess_words
    assert free_of_curves(view.plot) and words.isVisible()
    values["train.accuracy"] = values["test.accuracy"] = np.tile([0.0, 1.0], 25)
    tell(update(metrics=values, run=2, baselines={"test.baseline": 0.55}))
    assert not words.isVisible() and view.plot.guess.isVisible()
    assert view.plot.toolTip() == "Dotted: majority class 0.55"


def test_words_keep_clear_of_the_band_where_they_can(qtbot):
    view = shown(qtbot, LossView(), experiment(2), (528, 200))
    telling(view)(update(metrics=metrics(0, 50), baselines={"test.baseline_loss": 0.5}))
    plot, xs = view.plot, np.linspace(0, 245, 20)
    wide = np.concatenate([xs, xs[::-1]]), np.concatenate([np.full(20, 0.45), np.full(20, 0.7)])
    plot.show_curves({"train": (xs, np.full(20, 0.9))}, {})
    plot.show_bands({"train": wide})
    plot.show_guess(0.5, ("best constant answer 0.50", "0.50"))
    room = plot.guess_words.mapRectToParent(plot.guess_words.boundingRect())
    assert plot.guess_words.isVisible() and (room.top() > 0.7 or room.bottom() < 0.45)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("most", [0.2, 1.0, 30.0])
def test_the_numbers_of_an_axis_do_not_touch_its_name(qtbot, scale, most):
    view = shown(qtbot, LossView(), experiment(2), (528, 300))
    view.show_theme(look.resolve("light", scale))
    values = metrics(0, 50)
    values["train.loss"] = values["test.loss"] = np.linspace(most, most / 10, 50)
    telling(view)(update(metrics=values))
    view.grab()
    axis, theme = view.plot.left, view.theme
    (_, ticks), *_ = axis.tickValues(*axis.range, axis.size().height())
    spacing = ticks[1] - ticks[0]
    wide = max(map(QFontMetricsF(theme.digits(look.CAPTION)).horizontalAdvance, axis.tickStrings(ticks, 1.0, spacing)))
    name = axis.label.mapRectToParent(axis.label.boundingRect())
    margin = axis.label.document().documentMargin()
    assert name.right() - margin <= axis.size().width() - 4 - 2 - wide
    (_, few), *_ = axis.tickValues(*axis.range, 40 * scale)
    assert len(few) >= 1 and np.all(np.diff(few) * 40 / np.ptp(axis.range) >= 13), "nor one another in a low picture"


@pytest.mark.parametrize(
    ("value", "words"), [(-0.0017, "the mean 0.00"), (-0.09, "the mean −0.09"), (2e-4, "the mean 2e−4")]
)
def test_what_is_as_good_as_nothing_is_told_so(value, words):
    assert Reference(value, name="the mean").words == words


def free_of_curves(plot):
    room = plot.guess_words.mapRectToParent(plot.guess_words.boundingRect())
    spots = [spot for line in plot.lines.values() for spot in zip(*line.getData(), strict=True)]
    return not any(room.contains(QPointF(*spot)) for spot in spots)


@pytest.mark.parametrize(
    ("seen", "dotted", "foot"),
    [
        ([0.5, 0.99], 0.5, 0.0),  # a curve beside chance does not look as if it began with nothing
        ([0.95, 0.99], math.nan, 0.8),
        ([0.93, 0.99], 0.9, 0.8),
        ([0.93, 0.99], 0.5, 0.0),
        ([0.93, 0.99], 0.7, 0.6),
        ([], 0.5, 0.0),
        ([-0.1, 0.5], 0.0, -0.2),
        ([-37.0, 0.5], 0.0, -1.0),
    ],
)
def test_a_score_begins_at_0_or_says_where(seen, dotted, foot):
    assert height_below_one(np.array(seen), dotted) == (pytest.approx(foot), 1.04)


@pytest.mark.parametrize(("height", "there"), [(200, True), (90, False)])
def test_a_name_that_would_be_cut_does_not_stand_beside_its_axis(qtbot, height, there):
    view = shown(qtbot, ScoreView(), experiment(2), (400, height))
    telling(view)(update(metrics=metrics(0, 50)))
    view.grab()
    label = view.plot.left.label
    assert label.isVisible() is there and label.toPlainText().strip() == "Accuracy from 0.8"
    assert not there or label.boundingRect().width() <= view.plot.left.size().height()


def test_what_swings_between_the_evaluations_is_a_band_behind_the_curve(qtbot):
    view = shown(qtbot, LossView(), experiment(2))
    tell = telling(view)
    tell(update(metrics=metrics(0, 50)))
    assert not len(view.plot.bands["train"].getData()[0])
    swings = metrics(0, 48)
    loss = swings["train.loss"] + np.where(np.arange(48) % 2, 0.1, -0.1)
    tell(dataclasses.replace(update(metrics=metrics(50, 51)), between=swings | {"train.loss": loss}))
    x, y = view.plot.bands["train"].getData()
    (low, high), (_, curve) = np.split(y, 2), view.plot.lines["train"].getData()
    rises, falls = high[::-1] - curve[: len(low)], low - curve[: len(low)]
    np.testing.assert_allclose(rises[1:], 0.1, atol=1e-9)  # the first is cut at the highest that was seen,
    np.testing.assert_allclose(falls[:-1], -0.1, atol=1e-9)  # the last at the lowest
    view.show_view(ViewState(options={"curves.smooth": True}))
    assert len(view.plot.bands["train"].getData()[0]) != len(x)  # the range behind the smooth curve


def test_a_loss_that_only_falls_has_no_band_however_far_it_falls_between_two_looks(qtbot):
    """Looks that lie on the curve: where they are few, the range of their losses is that of the way down."""
    view = shown(qtbot, LossView(), experiment(2))
    updates = np.arange(0.0, 1000.0, 10.0)
    told = metrics(0, 100) | {"update": updates, "train.loss": 2.0 - updates / 600.0}
    seen = {name: column[5:90:5] for name, column in told.items()}
    telling(view)(dataclasses.replace(update(metrics=told), between=seen))
    x, y = view.plot.bands["train"].getData()
    low, high = np.split(y, 2)
    assert len(x) and np.ptp(low) > 0.5
    np.testing.assert_allclose(low, high[::-1], atol=1e-9)


@pytest.mark.parametrize(
    ("height", "below"), [(300, "first number"), (90, "first number → · second principal component ↑")]
)
def test_what_runs_up_is_said_below_where_it_has_no_room_beside_its_axis(qtbot, height, below):
    plot = Plot("codes")
    qtbot.addWidget(plot)
    plot.resize(400, height)
    plot.show()
    plot.dress(look.current())
    plot.name_axes("first number", "second principal component", look.current())
    plot.grab()
    assert plot.bottom.label.toPlainText().strip() == below and plot.bottom.label.isVisible()
    assert plot.left.label.isVisible() is (height == 300)


@pytest.mark.parametrize(("letters", "width", "said"), [
    (("", ""), 528, ("discriminator", "generator")),
    (("D", "G"), 528, ("discriminator", "generator")),
    (("D", "G"), 250, ("D", "G")),
    (("", ""), 250, ("d…", "g…")),
])  # fmt: skip
def test_a_name_in_the_head_gives_way_to_its_number(qtbot, letters, width, said):
    head = CurveHead({"update": "updates"}, log=True)
    qtbot.addWidget(head)
    head.resize(width, 28)
    head.show()
    names = ("discriminator", "generator")
    head.show_entries(tuple(Entry(name, (), "0.656", letter) for name, letter in zip(names, letters, strict=True)))
    entries = head.findChild(Entries)
    found = tuple(entry.name for entry in entries.readable())
    assert found == said or (said == ("d…", "g…") and all(name[-1] == "…" or len(name) == 1 for name in found))
    assert [entry.text for entry in entries.readable()] == ["0.656", "0.656"]


def test_the_run_before_has_a_whole_name_and_signs_go_first(qtbot):
    head = CurveHead({"update": "updates"}, log=False)
    qtbot.addWidget(head)
    head.show()
    signs = Entry("over an epoch", sign=Sign.BAND), Entry("event", sign=Sign.FLAG)
    before = Entry("run B: other start", (), "", "run B", faint=True)
    head.show_entries((Entry("train", (), "0.102"), Entry("test", (), "0.126"), *signs, before))
    entries, seen = head.findChild(Entries), []
    for width in range(900, 150, -10):
        entries.resize(width, 28)
        told = tuple(entry.name for entry in entries.readable())[2:]
        seen.extend([told] if told not in seen else [])
    whole, brief, band = "run B: other start", "run B", "over an epoch"
    assert seen[:2] == [(band, "event", whole), (band, "event", brief)] and seen[-2:] == [(brief,), ()]
    assert all(told[-1] in (whole, brief) for told in seen[:-1])


@pytest.mark.parametrize("width", [150, 260])
def test_the_numbers_at_the_ends_of_an_axis_stand_within_it_and_none_lies_on_another(qtbot, width):
    plot = Plot("ends")
    qtbot.addWidget(plot)
    plot.dress(look.current())
    plot.resize(width, 90)
    plot.show()
    plot.frame_to(-0.5, 10.5, 0, 1.04)
    plot.grab()
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for axis, needed in ((plot.bottom, {"0", "10"}), (plot.left, set())):
        painter.setFont(axis.style["tickFont"])
        _, _, texts = axis.generateDrawSpecs(painter)
        rooms = [rect for rect, _, _ in texts]
        assert needed <= {words for _, _, words in texts} and len(texts) > 0
        assert not any(one.intersects(other) for one, other in itertools.combinations(rooms, 2))
    assert all(rect.left() >= 0 and rect.right() <= plot.bottom.size().width() for rect, _, _ in
               plot.bottom.generateDrawSpecs(painter)[2])  # fmt: skip
    painter.end()


def test_a_wide_line_that_goes_up_and_down_is_drawn_piece_by_piece_and_is_soon_there(qtbot):
    """As a whole it takes Qt some thirty times as long: four runs side by side held up the window."""
    view = shown(qtbot, LossView(), experiment(2))
    assert {line.opts["segmentedLineMode"] for line in view.plot.lines.values()} == {"on"}
    line = view.plot.lines["train"]
    noise = np.random.default_rng(0).standard_normal(400)
    view.plot.frame_to(0, 400, -3, 3)
    line.setData(np.arange(400.0), noise)
    picture = QImage(600, 300, QImage.Format.Format_RGB32)

    def seconds(mode: str) -> float:
        line.setSegmentedLineMode(mode)
        picture.fill(0)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(line.sceneTransform())
        start = time.thread_time()
        line.paint(painter, QStyleOptionGraphicsItem(), None)
        spent = time.thread_time() - start
        painter.end()
        return spent

    pairs = [(seconds("on"), seconds("off")) for _ in range(5)]
    assert min(whole / pieces for pieces, whole in pairs[1:]) > 2


@pytest.mark.parametrize(
    ("ends", "middles"),
    [
        ([(100, 0.2), (500, 0.2), (300, 0.2)], [105, 505, 305]),  # at one height, far apart along
        ([(100, 0.2), (100, 0.25), (101, 0.22)], [105, 115, 126]),
        ([(100, 0.2), (100, 0.5)], [105, 105]),
        ([(990, 0.2), (990, 0.25)], [985, 975]),  # no room behind
        ([(975, 0.2), (975, 0.2), (975, 0.2)], [980, 970, 960]),
    ],
)
def test_a_letter_stands_at_the_end_of_its_own_line(ends, middles):
    assert middles_of(ends, 10, 0.1, 1000) == middles
