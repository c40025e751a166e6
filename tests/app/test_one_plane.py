"""Weight spaces side by side: what two pictures have in common, and what one alone has not."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.network.one_plane import InCommon
from app.views.surface.choice import SLICES
from app.views.surface.shared import ALONE, Shared, range_of, range_of_slices
from app.views.surface.sheet import Scale
from core.frames import RunState, Update
from core.surfaces.laid import Laid
from tests.building.surface_frames import experiment, shown, surface_frame

HIGHER = (0.05, 12.0)  # a range that another run's sheet has


@pytest.mark.parametrize(
    ("common", "words"),
    [
        (InCommon(plane=True, height=True), "one plane"),
        (InCommon(plane=True, height=False), "one plane, own height"),
        (InCommon(plane=False, height=True), "own plane, one height"),
        (InCommon(plane=False, height=False), "own plane and height"),
    ],
)
def test_each_case_has_its_words(common, words):
    assert common.words == words


def test_the_range_of_all_reaches_from_the_lowest_to_the_highest():
    one, other = surface_frame(), surface_frame()
    other = Shared(levels=(-1.0, 1.0)).scaled(other)
    low, high = surface_frame().arrays["levels"]
    assert range_of([one, other]) == (-1.0, high) and range_of([one]) == (low, high) and range_of([]) is None
    assert range_of([one, Shared(levels=(0.0, float("nan"))).scaled(other)]) == (low, high)


def test_slices_of_all_and_the_balls_on_them_have_one_range_that_stays_while_it_fits():
    one = surface_frame()
    away = dataclasses.replace(one, arrays={**one.arrays, "slice_alpha": one.arrays["slice_alpha"] + 9.0})
    low = float(np.asarray(one.arrays["ball_loss"]) - 0.05)
    deep = dataclasses.replace(one, arrays={**one.arrays, "ball_loss": np.array(low)})
    own, both = range_of_slices([one], None), range_of_slices([deep, away], None)
    assert own is not None and both is not None and both[0] == low and both[1] > 9.0 > own[1]
    assert range_of_slices([one, away], both) == both, "it holds all"
    assert range_of_slices([one], both) == own, "it would be nearly empty"
    unknown = dataclasses.replace(one, arrays={**one.arrays, "slice_alpha": [np.nan], "slice_beta": [np.nan]})
    assert range_of_slices([], both) is None is range_of_slices([unknown], None)
    assert range_of_slices([one, unknown], None) == own


def test_map_key_and_slices_have_the_range_of_all_and_alone_the_own_one(qtbot):
    view = shown(qtbot, experiment(), surface_frame())
    own = view.pages.map.seen.sheet.scale
    view.share(Shared(levels=HIGHER, slices=HIGHER))
    assert view.pages.map.seen.sheet.scale == Scale(*HIGHER) != own
    view.show_view(view.state.with_(options={"surface": {"mode": SLICES}}))
    assert view.pages.slices.panels[0].box.viewRange()[1][1] >= HIGHER[1]
    view.share(ALONE)
    assert view.pages.slices.panels[0].box.viewRange()[1][1] < 0.5 * HIGHER[1]


def test_on_the_plane_of_another_it_is_that_which_is_asked_for(qtbot):
    view, wants = shown(qtbot, experiment(), surface_frame()), []
    view.wants.connect(lambda: wants.append(view.requests()))
    view.share(Shared(waits=True))
    assert wants == [{}], "nothing before that plane is known"
    laid = Laid.of(surface_frame())
    view.share(Shared(laid))
    assert wants[-1]["surface"].laid is laid and view.requests() == wants[-1]
    view.share(Shared(laid, levels=HIGHER))
    assert len(wants) == 2, "other colours are no other question"
    view.share(ALONE)
    assert wants[-1]["surface"].laid is None


def test_a_ball_that_leaves_the_plane_of_another_does_not_move_that(qtbot):
    away = surface_frame()
    away = dataclasses.replace(away, arrays={**away.arrays, "ball": np.array([5.0, 0.0])})
    view = shown(qtbot, experiment(), surface_frame())
    view.share(Shared(Laid.of(surface_frame())))
    view.show_update(Update(1, RunState.running, 101, 1.0, 100, 1.0, 100.0, {}, {"surface": away}))
    assert view.asking.sight.ticket == 0
    view.share(ALONE)
    view.show_update(Update(1, RunState.running, 102, 1.0, 100, 1.0, 100.0, {}, {"surface": away}))
    assert view.asking.sight.ticket == 1
