"""What units go together with: correlations against numpy's own, and the questions behind the trip against its rows."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets.trip import Trip
from core.probes.together import Together, correlations
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
TRIP = {"data": {"kind": "trip"}, "inputs": {"scaling": "standardize"}, "layers": [layer(3, "sigmoid")]}


def test_a_trip_is_booked_where_two_of_three_questions_are_true():
    data = Trip()
    table = data.table(1)
    answers = data.answers_between(table.x)
    assert answers.shape == (120, 3) == (120, len(data.between))
    assert np.array_equal(answers.sum(axis=1) >= 2, table.y == table.classes.index("yes"))
    by_hand = [(price / days <= 120, far / days <= 250, sun >= 6) for price, far, days, sun in table.x.tolist()]
    assert answers.tolist() == [list(each) for each in by_hand]


def test_units_are_correlated_with_questions_and_columns_now_and_at_the_start():
    session = Session(small(**TRIP))
    start = session.vector()
    session.advance(40)
    frame = session.frame(Together())
    assert frame.info["columns"][:3] == ("affordable", "worth the way", "pleasant") and frame.info["between"] == 3
    assert frame.info["columns"][3:] == session.prepared.table.columns and frame.info["layers"] == ("h1", "output")
    train, table = session.prepared.train, session.prepared.table
    columns = np.column_stack([Trip().answers_between(table.x[train]), table.x[train]])
    for when, vector in (("now", session.vector()), ("start", start)):
        weight, bias = vector[:12].reshape(3, 4), vector[12:15]
        values = 1 / (1 + np.exp(-(session.prepared.x[train] @ weight.T + bias)))
        for unit in range(3):
            for place in range(7):
                r = np.corrcoef(values[:, unit], columns[:, place])[0, 1]
                assert frame.arrays[f"h1.{when}"][unit, place] == pytest.approx(r, abs=1e-9)


def test_before_learning_both_are_the_same():
    frame = Session(small(**TRIP)).frame(Together())
    assert frame.info["updates"] == 0
    assert np.array_equal(frame.arrays["h1.now"], frame.arrays["h1.start"])


def test_looking_at_the_start_leaves_the_present_as_it_is():
    session = Session(small(**TRIP))
    session.advance(10)
    first = session.frame(Together()).arrays["h1.now"]
    assert np.array_equal(session.frame(Together()).arrays["h1.now"], first)


def test_what_does_not_vary_goes_together_with_nothing():
    values = np.array([[1.0, 2.0], [1.0, 3.0], [1.0, 7.0]])
    found = correlations(values, np.array([[0.0, 5.0], [1.0, 5.0], [2.0, 5.0]]))
    assert np.isnan(found[0]).all() and np.isnan(found[1, 1])
    assert found[1, 0] == pytest.approx(np.corrcoef([2, 3, 7], [0, 1, 2])[0, 1])


def test_data_without_questions_have_their_columns():
    frame = Session(small()).frame(Together())
    assert frame.info["between"] == 0 and frame.info["columns"] == ("x₁", "x₂")
    assert frame.arrays["h1.now"].shape == (4, 2) and frame.arrays["h2.now"].shape == (3, 2)


def test_pictures_have_no_columns():
    frame = Session(small(data={"kind": "digits", "samples": 60}, layers=[layer(3)])).frame(Together())
    assert not frame.arrays and "pixels" in frame.info["problem"]
