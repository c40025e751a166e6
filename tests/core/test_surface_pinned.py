"""Pinned sheets while the run moves on: what stays, what follows, and what is said of a network that is elsewhere."""

from __future__ import annotations

import numpy as np
import pytest

from core.probes.surface import Surface
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")


def _learning(**changes) -> Session:
    return Session(small(layers=[layer(4, "tanh")], optimizer={"kind": "sgd", "lr": 0.3}, **changes))


def test_a_pinned_sheet_of_two_weights_goes_through_the_present_point():
    """Axes and colours stay; all other weights are the present ones, so that the ball is on its sheet."""
    session, request = _learning(), Surface(resolution=9)
    first = session.frame(request)
    session.advance(200)
    later = session.frame(request)
    for name in ("alpha", "beta", "u", "v", "levels"):
        np.testing.assert_array_equal(later.arrays[name], first.arrays[name])
    assert later.info["offset"] == first.info["offset"] and later.info["pinned"]
    assert not np.allclose(later.arrays["loss"], first.arrays["loss"])
    assert later.info["update_of_sheet"] == 200 and later.info["gap_here"] < 0.05


def test_a_sheet_that_the_network_has_left_says_so():
    session, request = _learning(), Surface(plane="random", resolution=9, span=3.0)
    session.frame(request)
    session.advance(400)
    info = session.frame(request).info
    assert info["gap_here"] > 0.1 and info["misleads"].startswith("The network is not on this sheet: its loss is")
    assert not session.frame(Surface(plane="random", resolution=9, span=3.0, ticket=1)).info["gap_here"] > 0.01


def test_a_run_that_has_diverged_still_has_its_last_plane():
    session, request = (
        Session(small(layers=[layer(4, "relu")], loss={"kind": "mean_squared"}, optimizer={"kind": "sgd", "lr": 1e6})),
        Surface(resolution=5),
    )
    session.frame(request)
    session.advance(50)
    frame = session.frame(request)
    assert not frame.info["problem"] and np.isfinite(frame.arrays["levels"]).all()


def test_shares_at_the_axes_are_those_of_the_path_that_the_gauge_speaks_of():
    session, request = _learning(), Surface(plane="pca", resolution=5)
    session.advance(10)
    session.frame(request)
    session.advance(300)
    info = session.frame(request).info
    shares = [float(info[axis].rpartition(", ")[2].split(" ")[0]) for axis in ("x", "y")]
    assert sum(shares) == pytest.approx(100 * info["kept_variance"], abs=1.1)


def test_a_score_is_drawn_from_nothing_to_everything():
    assert _learning().frame(Surface(metric="score", resolution=5)).arrays["levels"].tolist() == [0, 1]


def test_a_kept_point_that_is_the_present_one_makes_no_plane():
    session = _learning()
    session.advance(5)
    session.course.keep_point("A", session.vector())
    info = session.frame(Surface(plane="points", resolution=5)).info
    assert "The points A and now are the same" in info["problem"]
