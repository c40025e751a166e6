"""The picture of the shares: what is drawn and said of the learned and the constructed net, and where it stands."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.views.approximation import takes_apart
from app.views.approximation.plot import LABELLED, apart, drawn_shares, order_of
from app.views.approximation.view import ADDED, BUMPS, ApproximationView
from app.views.approximation.words import CHANCE, EXISTS, MORE, sentence
from app.views.registry import companions_of
from core.probes.approximation import Approximation
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.listening import Said
from tests.building.view_frames import shown, update

pytestmark = pytest.mark.usefixtures("kernel")
CURVE = {"data": {"kind": "x_sin_x", "samples": 60}, "layers": [layer(3)], "loss": {"kind": "mean_squared"}}


@pytest.fixture(scope="module")
def frame():
    session = Session(small(**CURVE))
    session.advance(10)
    return session.frame(Approximation())


@pytest.fixture
def view(qtbot, frame):
    made = small(**CURVE)
    found = shown(qtbot, ApproximationView(), made, (528, 360))
    found.show_update(update({"approximation": frame}))
    return found


def told(frame, learned, built) -> str:
    errors = {"learned": dict(zip(("train", "test"), learned, strict=True)), "built": dict(zip(("train", "test"), built, strict=True))}  # fmt: skip
    return sentence(dataclasses.replace(frame, info={**frame.info, "errors": errors}))


def test_every_unit_has_a_line_and_all_of_them_add_up(view, frame):
    shares = frame.arrays["shares"]
    drawn = np.concatenate([item.getData()[1] for item in (view.plot.negative, view.plot.positive)])
    assert np.isnan(drawn).sum() == len(shares) == 3 and view.plot.labels == ["1", "2", "3"]
    np.testing.assert_allclose(np.sort(drawn[~np.isnan(drawn)]), np.sort(shares.ravel()))
    view.set_option(ADDED, True)
    added = drawn_shares(frame, added=True)
    np.testing.assert_allclose(added[-1], frame.arrays["answer"], atol=1e-9)
    assert view.plot.labels == [str(number + 1) for number in order_of(frame)]
    assert (view.plot.answer.getData()[1] == frame.arrays["answer"]).all()
    assert (view.plot.built.getData()[1] == frame.arrays["constructed"]).all()


@pytest.mark.parametrize("ends", [[0.0, 0.1, 0.2, 5.0], [1.0, 1.0, 1.0], [3.0, 0.0, 2.9, 2.8, 0.5], [2.0], []])
def test_numbers_of_lines_that_end_together_stand_apart(ends):
    """Against all nearest places that a grid has."""
    placed = apart(np.array(ends), 1.0)
    order = np.argsort(ends, kind="stable")
    assert (np.diff(placed[order]) >= 1 - 1e-9).all()
    if len(ends) == 3:
        grid = np.round(np.linspace(-1, 3, 41), 1)
        best = min(((a - 1) ** 2 + (b - 1) ** 2 + (c - 1) ** 2, (a, b, c)) for a in grid for b in grid for c in grid if b - a >= 1 - 1e-9 and c - b >= 1 - 1e-9)  # fmt: skip
        np.testing.assert_allclose(placed[order], best[1], atol=1e-9)
    assert not len(ends) or placed.mean() == pytest.approx(np.mean(ends)), "nobody is moved further than all together"


def test_what_is_chosen_is_read_where_the_picture_is_narrow(view):
    view.show_theme(dataclasses.replace(view.theme, scale=1.85))
    view.resize(320, 560)
    assert view.mode.sizeHint().width() <= 312 and view.bumps.slider.isHidden() and not view.bumps.field.isHidden()
    assert view.words.sizeHint().width() + view.bumps.field.width() <= 312
    assert view.sentence.isHidden() and view.body.toolTip() == view.sentence.text(), "it would take half of it"
    view.resize(900, 560)
    assert view.bumps.slider.isVisible() and view.sentence.isVisible()


def test_a_wide_layer_has_no_numbers_at_its_lines(qtbot):
    made = small(**CURVE | {"layers": [layer(LABELLED + 1)]})
    view = shown(qtbot, ApproximationView(), made, (528, 360))
    view.show_update(update({"approximation": Session(made).frame(Approximation())}))
    assert view.plot.labels == []


def test_any_number_of_pairs_is_asked_for(view):
    said = Said(view)
    view.bumps.field.value_changed.emit(200)
    assert view.state.options[BUMPS] == 200 and view.requests()["approximation"] == Approximation(bumps=200)
    view.mode.chosen.emit("added")
    assert view.state.options[ADDED] is True and said.intents
    view.show_view(view.state.with_(options={BUMPS: 0}))
    assert view.requests()["approximation"] == Approximation(bumps=1)


def test_numbers_can_be_taken_away(view, frame):
    header, rows = view.numbers()
    assert header == ["x", "answer", "constructed", "without units", "unit 1", "unit 2", "unit 3"]
    assert len(rows) == 301 and rows[7][1] == pytest.approx(sum(rows[7][3:]))


def test_existence_is_said_only_where_the_constructed_net_comes_closer(frame):
    closer = told(frame, (0.3, 0.3), (0.1, 0.2))
    assert closer == f"Learned, 3 units: error 0.3, test 0.3. Constructed, 40 units: error 0.1, test 0.2. {EXISTS}"
    assert told(frame, (0.3, 0.3), (0.1, 0.4)).endswith(f"{EXISTS} {CHANCE}")
    learned = told(frame, (0.3, 0.3), (0.5, 0.6))
    assert learned.endswith(MORE) and EXISTS not in learned and CHANCE not in learned
    untested = told(frame, (0.3, float("nan")), (0.1, float("nan")))
    assert "test" not in untested.partition(EXISTS)[0] and CHANCE not in untested
    assert EXISTS not in told(frame, (float("nan"), 1.0), (0.1, 0.1))


def test_a_curve_of_ones_own_is_taken_apart_too(qtbot):
    drawn = {"kind": "points", "mode": "curve", "points": [[-2.0, 1.0], [0.0, -1.0], [1.0, 0.5]]}
    made = small(**CURVE | {"data": drawn})
    assert "approximation" in companions_of(made)
    view = shown(qtbot, ApproximationView(), made, (528, 360))
    view.show_update(update({"approximation": Session(made).frame(Approximation())}))
    assert view.frame is not None and "Learned, 3 units" in view.sentence.text()
    classes = small(**CURVE | {"data": {"kind": "points", "points": [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0]]}, "loss": {"kind": "cross_entropy"}})  # fmt: skip
    assert "approximation" not in companions_of(classes)
    view.show_experiment(classes)
    assert view.requests() == {} and view.frame is None


def test_it_stands_ready_where_one_layer_fits_a_curve_and_nowhere_else():
    assert "approximation" in companions_of(small(**CURVE))
    for changes in (
        {"layers": [layer(3), layer(2, name="h2")]},
        {"layers": []},
        {"data": {"kind": "circle", "samples": 60}, "loss": {"kind": "cross_entropy"}},
        {"data": {"kind": "plane", "samples": 60}},
    ):
        made = small(**CURVE | changes)
        assert not takes_apart(made) and "approximation" not in companions_of(made)
