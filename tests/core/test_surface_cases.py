"""The progressive probe, and the cases where there is no plane, no slope, or no finite loss: a sentence, never a
crash."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from core.engines.replica import Replica
from core.probes.surface import Surface
from core.probing.landscape import Landscape
from core.probing.moment import Moment
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.states import set_number
from tests.building.surface_nets import CURVE, NETS, trained

pytestmark = pytest.mark.usefixtures("kernel")
PLANES = ("weights", "random", "pca", "gradient", "hessian", "points", "line")
SINGLE = {"data": {"kind": "hours"}, "layers": [], "output": {"bias": False}}


def moment_of(session: Session) -> Moment:
    still = session.still(memory=True)
    return Moment(still, Replica(still))


# Coarse to fine


def test_from_coarse_to_fine():
    session = trained()
    request = Surface(plane="random", resolution=51)
    answers = [answer for answer in request.stages(moment_of(session)) if answer is not None]
    assert [answer[1]["stage"] for answer in answers] == [(number, 6) for number in range(1, 7)]
    last = answers[-1][0]
    for arrays, _ in answers:
        assert (
            arrays["loss"].shape == (51, 51)
            and np.isfinite(arrays["loss"]).all()
            and np.isfinite(arrays["levels"]).all()
        )
        assert arrays["loss"][25, 25] == last["loss"][25, 25] and arrays["loss"][0, 50] == last["loss"][0, 50]
        assert float(arrays["ball_loss"]) == float(last["ball_loss"]) and set(arrays) == set(last)
    assert np.array_equal(session.frame(request).arrays["loss"], last["loss"])
    known = [np.isclose(arrays["loss"], last["loss"], rtol=1e-12).mean() for arrays, _ in answers]
    assert known[0] < known[1] < known[2] < known[3] < known[4] == 1.0


def test_the_first_picture_takes_few_points_and_chunks_are_small(monkeypatch):
    counted, original = [], Landscape.losses

    def counting(self, vectors, *more, **named):
        counted.append(len(vectors))
        return original(self, vectors, *more, **named)

    monkeypatch.setattr(Landscape, "losses", counting)
    stages = Surface(plane="random", resolution=51).stages(moment_of(trained()))
    first = next(answer for answer in stages if answer is not None)
    assert first[1]["stage"] == (1, 6) and sum(counted) <= 1 + 9 * 9
    assert max(counted) <= 256


def test_a_sheet_that_was_left_half_made_is_gone_on_with():
    session = trained()
    moment = moment_of(session)
    request = Surface(plane="random", resolution=51)
    stages = request.stages(moment)
    for answer in stages:
        if answer is not None and answer[1]["stage"][0] == 2:
            break
    stages.close()
    again = [answer for answer in request.stages(moment) if answer is not None]
    assert again[0][1]["stage"][0] == 3 and np.array_equal(again[-1][0]["loss"], session.frame(request).arrays["loss"])


def test_a_pinned_sheet_is_not_computed_again(monkeypatch):
    session = trained()
    request = Surface(resolution=21)
    session.frame(request)
    counted, original = [], Landscape.losses

    def counting(self, vectors, *more, **named):
        counted.append(len(vectors))
        return original(self, vectors, *more, **named)

    monkeypatch.setattr(Landscape, "losses", counting)
    set_number(session, "h1.weight", (0, 0), 0.25)
    arrays = session.frame(request).arrays
    assert sum(counted) < 3 * 21 and session.parameters()["h1.weight"][0, 0] == pytest.approx(
        arrays["ball"][0] + arrays["center"][0]
    )
    assert float(arrays["ball_sheet"]) == pytest.approx(float(arrays["ball_loss"]), rel=0.1)


def test_the_picture_is_the_same_whoever_asks():
    session = trained()
    frame = session.frame(Surface(plane="hessian", resolution=5, noise=3))
    arrays, info = Surface(plane="hessian", resolution=5, noise=3).compute(moment_of(session))
    assert set(arrays) == set(frame.arrays) and all(
        np.array_equal(arrays[name], frame.arrays[name], equal_nan=True) for name in arrays
    )
    assert {name: value for name, value in info.items() if value == value} == {
        name: value for name, value in frame.info.items() if value == value
    }


@pytest.mark.parametrize(
    "wrong", [{"resolution": 50}, {"resolution": 1}, {"span": -1.0}, {"plane": "sphere"}, {"noise": -1}]
)
def test_wrong_requests_are_refused(wrong):
    with pytest.raises(ValidationError):
        Surface(**wrong)


# Where there is no plane


def _problem(session: Session, **fields) -> str:
    frame = session.frame(Surface(resolution=5, **fields))
    assert not frame.arrays
    return frame.info["problem"]


def test_a_path_of_one_point_has_no_components_and_no_line():
    session = Session(small())
    assert "one point so far" in _problem(session, plane="pca")
    assert "same" in _problem(session, plane="line")
    session.advance(3)
    assert session.frame(Surface(plane="pca", resolution=3)).info["problem"] == "", "what was no plane was not pinned"


def test_a_straight_path_has_a_random_second_direction():
    frame = trained(1).frame(Surface(plane="pca", resolution=3))
    assert "straight line" in frame.info["notes"][0] and abs(frame.arrays["u"] @ frame.arrays["v"]) < 1e-12


def test_one_parameter_is_a_line():
    session = trained(5, **SINGLE)
    assert len(session.vector()) == 1
    for plane in ("weights", "random", "pca", "gradient", "hessian"):
        assert "single parameter" in _problem(session, plane=plane)
    assert session.frame(Surface(plane="line", resolution=5)).arrays["loss"].shape == (5,)


def test_points_that_are_missing_the_same_or_on_one_line():
    session = trained()
    start, now = session.course.points["start"], session.vector()
    assert "three points" in _problem(session, plane="points")
    assert "no kept point" in _problem(session, plane="points", points=("start", "there", "now"))
    assert "same" in _problem(session, plane="points", points=("now", "start", "now"))
    assert "two points" in _problem(session, plane="line", points=("start",))
    session.course.points["between"] = (start + now) / 2
    frame = session.frame(Surface(plane="points", points=("start", "between", "now"), resolution=5))
    assert "one line" in frame.info["notes"][0]


def test_weights_that_are_none_or_the_same():
    session = Session(small())
    assert "no such parameter" in _problem(session, at=("h7.weight[0,0]", "h1.bias[0]"))
    assert "different" in _problem(session, at=("h1.bias[0]", "h1.bias[0]"))
    assert "different" in _problem(session, at=("h1.bias[0]",))


def test_weights_that_are_all_zero_have_no_filters():
    zeros = {name: np.zeros(array.shape).tolist() for name, array in Session(small()).parameters().items()}
    session = Session(small(start={"weights": zeros}))
    assert "zero" in _problem(session, plane="random")
    assert session.frame(Surface(plane="random", normalize="none", resolution=3)).arrays["u"].any()


def test_steps_have_neither_slope_nor_curvature():
    session = trained(3, **NETS["steps"])
    assert "zero" in _problem(session, plane="gradient")
    assert "no curvature" in _problem(session, plane="hessian")


def test_a_plateau_is_named():
    """Saturated and with an output that never moves: the plane of two far weights is flat."""
    session = Session(
        small(layers=[layer(2, "relu")], start={"weights": {"h1.weight": [[0, 0], [0, 0]], "h1.bias": [-50, -50]}})
    )
    frame = session.frame(Surface(at=("h1.weight[0,0]", "h1.weight[0,1]"), span=1.0, resolution=5))
    assert (
        any("plateau" in note for note in frame.info["notes"]) and frame.arrays["levels"][1] > frame.arrays["levels"][0]
    )
    assert np.ptp(frame.arrays["loss"]) == 0


# Cliffs


def test_infinite_and_huge_losses_are_cliffs():
    deep = {
        "layers": [layer(3, "relu") | {"name": f"h{number}"} for number in range(13)],
        "optimizer": {"kind": "sgd", "lr": 0.001},
    } | CURVE
    frame = trained(2, **deep).frame(Surface(plane="random", span=1e12, resolution=9))
    loss = frame.arrays["loss"]
    assert np.isinf(loss).any() and np.isfinite(loss[4, 4])
    assert any("cliff" in note for note in frame.info["notes"]) and np.isfinite(frame.arrays["levels"]).all()
    session = trained(2, layers=[layer(3, "relu")], optimizer={"kind": "sgd", "lr": 0.001}, **CURVE)
    huge = session.frame(Surface(plane="random", span=1e12, resolution=9))
    assert huge.arrays["loss"].max() > 1e40 and np.isfinite(huge.arrays["loss"]).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize("plane", PLANES)
def test_a_network_that_is_no_longer_finite(plane, bad):
    session = trained(3)
    session.learner.write(slice(None), np.full_like(session.vector(), bad))
    assert _problem(session, plane=plane)


def test_a_run_that_diverges_under_a_pinned_sheet():
    session = trained()
    request = Surface(plane="random", resolution=5)
    before = session.frame(request)
    session.learner.write(slice(None), np.full_like(session.vector(), np.nan))
    session.course.version += 1
    frame = session.frame(request)
    assert np.array_equal(frame.arrays["loss"], before.arrays["loss"]) and np.isnan(frame.arrays["ball"]).all()
    assert float(frame.arrays["ball_loss"]) == np.inf and np.isnan(frame.arrays["ball_sheet"])


@pytest.mark.parametrize("plane", PLANES)
def test_the_run_is_not_disturbed(plane):
    changes = {"layers": [layer(4, normalization="batch", dropout=0.2)], "optimizer": {"kind": "adam", "lr": 0.01}}
    session, alone = trained(**changes), trained(**changes)
    session.frame(Surface(plane=plane, noise=2, resolution=3))
    session.advance(5)
    alone.advance(5)
    assert np.array_equal(session.vector(), alone.vector()) and session.evaluate() == alone.evaluate()
