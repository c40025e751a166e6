"""Runs side by side on one plane: the sheet of one on the plane of another, against a loop over its points."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from core.probes.surface import Surface
from core.runs.shared_luck import same_shapes
from core.surfaces.laid import OTHER_SHAPES, SAID, Laid
from core.training.session import Session
from tests.building.experiments import layer
from tests.building.gan_by_hand import game
from tests.building.surface_nets import loss_at, trained

pytestmark = pytest.mark.usefixtures("kernel")
SMALL = 5  # points along a side


def _laid(frame) -> Laid:
    found = Laid.of(frame)
    assert found is not None
    return found


@pytest.mark.parametrize("plane", ["weights", "pca", "line"])
def test_every_point_of_the_sheet_on_anothers_plane_is_the_own_loss_there(plane):
    one, other = trained(), trained(data={"kind": "circle", "noise": 0.3}, optimizer={"kind": "adam", "lr": 0.05})
    lead = one.frame(Surface(plane=plane, resolution=SMALL))
    frame = other.frame(Surface(plane=plane, resolution=SMALL, laid=_laid(lead)))
    axes = [name for name in ("center", "u", "v", "alpha", "beta") if name in lead.arrays]
    assert frame.info["problem"] == "" and SAID in frame.info["notes"] and SAID not in lead.info["notes"]
    assert not any("path chose" in note for note in frame.info["notes"]), "another run's path did"
    for name in axes:
        np.testing.assert_array_equal(frame.arrays[name], lead.arrays[name], err_msg=name)
    arrays = frame.arrays
    for place in np.ndindex(*arrays["loss"].shape):
        vector = arrays["center"] + arrays["alpha"][place[0]] * arrays["u"]
        vector = vector + arrays["beta"][place[1]] * arrays["v"] if len(place) > 1 else vector
        assert arrays["loss"][place] == pytest.approx(loss_at(other, vector), rel=1e-6), place
    assert not np.allclose(arrays["loss"], lead.arrays["loss"])
    assert float(arrays["ball_loss"]) == pytest.approx(other.evaluate()["train.loss"], rel=1e-6)
    spanned = [arrays[name] for name in ("u", "v") if name in arrays]
    there = np.linalg.lstsq(np.stack(spanned).T, other.vector() - arrays["center"], rcond=None)[0]
    np.testing.assert_allclose(arrays["ball"], there, rtol=1e-6, atol=1e-9)


def test_two_weights_of_the_run_beside_keep_its_other_weights_and_its_update():
    one, other = trained(20), trained(30, optimizer={"kind": "sgd", "lr": 0.5})
    laid = _laid(one.frame(Surface(resolution=SMALL)))
    frame = other.frame(Surface(resolution=SMALL, follow=True, laid=laid))
    np.testing.assert_array_equal(frame.arrays["center"], one.vector())
    assert frame.info["update_of_sheet"] == 20 and frame.update == 30
    assert frame.info["offset"] == pytest.approx(tuple(one.vector()[list(laid.plane.places)]))


def test_colours_keep_their_range_while_only_the_centre_moves():
    one, other = trained(), trained()
    laid = _laid(one.frame(Surface(resolution=SMALL)))
    first = other.frame(Surface(resolution=SMALL, laid=laid))
    moved = dataclasses.replace(laid, plane=laid.plane.around(laid.plane.center + 1.0), updates=40)
    assert not laid.same(moved) and laid.same_axes(moved)
    second = other.frame(Surface(resolution=SMALL, laid=moved))
    np.testing.assert_array_equal(first.arrays["levels"], second.arrays["levels"])
    assert not np.allclose(first.arrays["loss"], second.arrays["loss"]) and second.info["update_of_sheet"] == 40
    turned = dataclasses.replace(laid, plane=dataclasses.replace(moved.plane, u=2.0 * laid.plane.u))
    assert not np.array_equal(
        other.frame(Surface(resolution=SMALL, laid=turned)).arrays["levels"], first.arrays["levels"]
    )


@pytest.mark.slow
def test_of_two_players_each_lies_on_the_plane_of_its_own():
    one, other = Session(game()), Session(game(optimizer={"kind": "sgd", "lr": 0.3}))
    for session in (one, other):
        session.advance(5)
    laid = _laid(one.frame(Surface(player="generator", resolution=SMALL)))
    frame = other.frame(Surface(player="generator", resolution=SMALL, laid=laid))
    np.testing.assert_array_equal(frame.arrays["u"], laid.plane.u)
    own = frame.arrays["center"] == laid.plane.center
    assert frame.info["places"] == laid.plane.places and own.any() and not own.all(), "the other player is its own"


def test_a_plane_of_other_shapes_is_refused_and_told_beforehand():
    one, other = trained(), trained(layers=[layer(5)])
    frame = other.frame(Surface(laid=_laid(one.frame(Surface(resolution=SMALL)))))
    assert frame.info["problem"] == OTHER_SHAPES
    for sessions, same in (((one, trained(seeds={"weights": 3})), True), ((one, other), False)):
        assert same_shapes([each.experiment for each in sessions], [each.prepared for each in sessions]) == same
