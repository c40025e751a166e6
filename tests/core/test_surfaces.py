"""The loss surface against the plain way to every number: load a network with the point, and evaluate it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import random
from core.documents.edits import replace
from core.messages import BadInput
from core.probes.surface import Surface
from core.surfaces import names
from core.surfaces.gauge import percent
from core.surfaces.projection import coordinates
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.states import set_number
from tests.building.surface_nets import NETS, loaded, loss_at, trained

pytestmark = pytest.mark.usefixtures("kernel")
PLANES = ("weights", "random", "pca", "gradient", "hessian", "points", "line")
SMALL = 9  # points along a side


def _grid_points(arrays) -> list[tuple[tuple[int, ...], np.ndarray]]:
    """Some points of the grid: (indices, flat vector)."""
    found = []
    for i in (0, 3, 4, 8):
        for j in (0, 4, 7) if "v" in arrays else (None,):
            vector = arrays["center"] + arrays["alpha"][i] * arrays["u"]
            found.append(((i,), vector) if j is None else ((i, j), vector + arrays["beta"][j] * arrays["v"]))
    return found


@pytest.mark.parametrize("net", NETS)
@pytest.mark.parametrize("plane", PLANES)
def test_every_point_is_the_loss_of_a_network_loaded_with_it(net, plane):
    session = trained(**NETS[net])
    session.course.points["half way"] = random.normal(1, len(session.vector()))
    frame = session.frame(Surface(plane=plane, resolution=SMALL, small="random"))
    without_slope = net == "steps" and plane in ("gradient", "hessian")
    assert bool(frame.info["problem"]) == without_slope, frame.info["problem"]
    if without_slope:
        return
    arrays, other = frame.arrays, Session.of(session.snapshot())
    for index, vector in _grid_points(arrays):
        other.learner.write(slice(None), vector)
        assert arrays["loss"][index] == pytest.approx(other.evaluate()["train.loss"], rel=1e-6), index
    middle, now = (4,) * arrays["loss"].ndim, session.evaluate()["train.loss"]
    assert arrays["alpha"][4] == 0 and arrays["loss"][middle] == pytest.approx(now, rel=1e-6)
    assert float(arrays["ball_loss"]) == pytest.approx(now, rel=1e-6)


@pytest.mark.parametrize("net", NETS)
def test_a_plane_of_two_weights_equals_retyping_them_by_hand(net):
    session = trained(**NETS[net])
    slots = session.learner.network.slots
    last = slots[-1]
    chosen = (
        f"{slots[0].name}[0,1]" if slots[0].shape[1] > 1 else f"{slots[0].name}[0,0]",
        f"{last.name}[{','.join('0' * len(last.shape))}]",
    )
    arrays = session.frame(Surface(at=chosen, resolution=SMALL)).arrays
    by_hand = Session.of(session.snapshot())
    first = tuple(map(int, chosen[0].partition("[")[2][:-1].split(",")))
    starts = session.parameters()[slots[0].name][first], session.parameters()[last.name][(0,) * len(last.shape)]
    for i in range(SMALL):
        set_number(by_hand, slots[0].name, first, float(starts[0]) + arrays["alpha"][i])
        for j in range(0, SMALL, 3):
            set_number(by_hand, last.name, (0,) * len(last.shape), float(starts[1]) + arrays["beta"][j])
            assert arrays["loss"][i, j] == pytest.approx(by_hand.evaluate()["train.loss"], rel=1e-6)


def test_a_step_makes_a_staircase_to_the_last_mistake():
    """Weights and data in round numbers: many sums are exactly 0, where the last bit would decide."""
    changes = NETS["steps"] | {"start": {"weights": {"output.weight": [[0.5, -0.25, 0.25]], "output.bias": [-0.5]}}}
    session = Session(small(**changes))
    arrays = session.frame(Surface(at=("output.bias[0]", "output.weight[0,0]"), span=1.0, resolution=9)).arrays
    assert set(np.unique(arrays["loss"])) <= set(range(9)) and len(np.unique(arrays["loss"])) > 2
    other = Session.of(session.snapshot())
    for i in range(9):
        for j in range(9):
            vector = arrays["center"] + arrays["alpha"][i] * arrays["u"] + arrays["beta"][j] * arrays["v"]
            other.learner.write(slice(None), vector)
            assert arrays["loss"][i, j] == other.evaluate()["train.loss"]


# Directions


@pytest.mark.parametrize("net", ["tanh", "maxout", "batch normalization", "three classes"])
def test_random_directions_are_as_long_as_the_filters(net):
    session = trained(**NETS[net])
    arrays = session.frame(Surface(plane="random", resolution=3)).arrays
    for direction in (arrays["u"], arrays["v"]):
        for slot in session.learner.network.slots:
            mine, own = (vector[slot.where].reshape(slot.shape) for vector in (direction, session.vector()))
            if len(slot.shape) == 1:
                assert not mine.any(), f"{slot.name} moves"
            else:
                np.testing.assert_allclose(np.linalg.norm(mine, axis=1), np.linalg.norm(own, axis=1), rtol=1e-6)
    assert abs(np.corrcoef(arrays["u"], arrays["v"])[0, 1]) < 0.99


def test_other_normalizations():
    session = trained(layers=[layer(4, normalization="layer")])
    own = session.vector()
    by_layer = session.frame(Surface(plane="random", normalize="layer", small="random", resolution=3)).arrays["u"]
    bare = session.frame(Surface(plane="random", normalize="none", small="random", resolution=3)).arrays["u"]
    for slot in session.learner.network.slots:
        assert np.linalg.norm(by_layer[slot.where]) == pytest.approx(np.linalg.norm(own[slot.where]), rel=1e-6)
        assert np.linalg.norm(bare[slot.where]) > 0
    still = session.frame(Surface(plane="random", normalize="none", resolution=3)).arrays["u"]
    assert not still[session.learner.network.slots[1].where].any()


def test_the_seed_decides_the_directions():
    session = trained()
    u, again, other = (
        session.frame(Surface(plane="random", seed=seed, resolution=3)).arrays["u"] for seed in (1, 1, 2)
    )
    assert np.array_equal(u, again) and not np.array_equal(u, other)


def test_principal_components_are_those_of_an_svd():
    session = trained(60)
    frame = session.frame(Surface(plane="pca", resolution=3))
    vectors = np.array(_path(session))
    _, sizes, rows = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)
    for found, row in zip((frame.arrays["u"], frame.arrays["v"]), rows, strict=False):
        assert abs(found @ row) == pytest.approx(1.0, abs=1e-9)
    shares = sizes**2 / (sizes**2).sum()
    assert frame.info["kept_variance"] == pytest.approx(shares[:2].sum(), abs=1e-9)
    assert percent(shares[1]) in frame.info["y"] and frame.info["x"].startswith("first principal component")
    ends = frame.arrays["path"]
    np.testing.assert_allclose(ends[-1], [0, 0], atol=1e-9)
    assert (np.abs(ends) <= frame.arrays["alpha"][-1]).all()


DOOR = "Two directions of 17: a wall here may have a door elsewhere"


@pytest.mark.parametrize("plane", PLANES)
def test_that_the_path_chose_its_plane_is_said_of_its_principal_components_alone(plane):
    session = trained(30, layers=[layer(4)])
    session.course.keep_point("A", session.vector())
    session.advance(5)
    info = session.frame(Surface(plane=plane, resolution=3)).info
    assert len(session.vector()) == 17 and info["problem"] == ""
    assert any(DOOR in note for note in info["notes"]) is (plane == "pca")
    assert info["freedom"] == (17 if plane == "pca" else 0)


@pytest.mark.parametrize("layers", [0, 1])
def test_two_directions_are_spoken_of_only_where_there_are_more(layers):
    lone = {"data": {"kind": "hours"}, "layers": []} if layers == 0 else {}
    session = trained(30, **lone)
    assert any("Two directions" in n for n in session.frame(Surface(plane="pca", resolution=3)).info["notes"]) is bool(
        layers
    )


def test_the_plane_of_a_long_random_walk_keeps_76_percent_or_more():
    """The limit is 6/π² · (1 + 1/4), by the eigenvalues of a walk's covariance about its mean; walks in few directions
    keep more on average."""
    steps = 400
    about_the_mean = np.eye(steps) - 1 / steps
    walk = about_the_mean @ np.tril(np.ones((steps, steps)))
    values = np.linalg.eigvalsh(walk @ walk.T)[::-1]
    limit = 6 / np.pi**2 * (1 + 1 / 4)
    assert values[:2].sum() / values.sum() == pytest.approx(limit, abs=1e-4) and round(limit, 2) == 0.76
    draw = np.random.default_rng(1)
    for directions, walks in ((5, 60), (17, 60), (200, 20)):
        kept = []
        for _ in range(walks):
            points = np.cumsum(draw.standard_normal((steps, directions)), axis=0)
            sizes = np.linalg.svd(points - points.mean(axis=0), compute_uv=False) ** 2
            kept.append(sizes[:2].sum() / sizes.sum())
        assert np.mean(kept) > limit - 3 * np.std(kept) / np.sqrt(walks), directions


def _path(session: Session) -> list[np.ndarray]:
    """The path learned anew, update by update."""
    other = Session(session.experiment)
    found = [other.vector()]
    while other.updates < session.updates:
        other.advance(1)
        found.append(other.vector())
    return found


@pytest.mark.parametrize(
    "net",
    ["tanh", "relu", "maxout", "prelu", "batch normalization", "layer normalization", "regression", "three classes"],
)
def test_eigenvalues_are_those_of_the_exact_hessian(net):
    session = trained(**NETS[net])
    hessian = _hessian(session)
    values = np.linalg.eigvalsh(hessian)
    leading = np.argsort(-np.abs(values))[:2]
    arrays = session.frame(Surface(plane="hessian", resolution=3)).arrays
    np.testing.assert_allclose(arrays["eigenvalues"], values[leading], rtol=1e-7)
    for direction, value in zip((arrays["u"], arrays["v"]), values[leading], strict=True):
        np.testing.assert_allclose(hessian @ direction, value * direction, atol=1e-7 * abs(values[leading[0]]))
        assert np.linalg.norm(direction) == pytest.approx(1.0)


def _hessian(session: Session) -> np.ndarray:
    """Second derivatives one by one, by torch's own functional interface."""
    network, train = session.learner.network, session.prepared.train
    x, targets = torch.tensor(session.prepared.x[train]), torch.tensor(session.prepared.targets[train])
    named = {id(parameter): name for name, parameter in network.named_parameters()}

    def loss(flat: torch.Tensor) -> torch.Tensor:
        pieces = {named[id(network.tensors[slot.name])]: flat[slot.where].view(slot.shape) for slot in network.slots}
        return session.experiment.loss.build(torch.func.functional_call(network, pieces, (x,)), targets)

    network.eval()
    found = torch.autograd.functional.hessian(loss, network.flat.detach().clone())
    network.train()
    return found.numpy()


def test_the_curvature_of_single_precision_is_that_of_double():
    single = trained(**NETS["single precision"])
    double = loaded(trained(), single.vector().astype(np.float64))
    request = Surface(plane="hessian", resolution=3)
    np.testing.assert_allclose(
        single.frame(request).arrays["eigenvalues"], double.frame(request).arrays["eigenvalues"], rtol=1e-6
    )


OPTIMIZERS = [
    {"kind": "sgd", "lr": 0.1, "momentum": 0.9},
    {"kind": "adam", "lr": 0.01},
    {"kind": "rmsprop", "lr": 0.01},
    {"kind": "muon"},
    {"kind": "lbfgs"},
]


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda optimizer: optimizer["kind"])
def test_the_step_is_the_one_that_the_optimizer_then_makes(optimizer):
    changes = {
        "layers": [layer(4, dropout=0.2), layer(3, normalization="batch", name="h2")],
        "schedule": {"kind": "step"},
        "penalties": [{"kind": "l2", "rate": 0.01}],
    }
    session = trained(13, optimizer=optimizer, **changes)
    before = session.vector()
    frame = session.frame(Surface(plane="gradient", resolution=3))
    assert np.array_equal(session.vector(), before)
    session.advance(1)
    made = session.vector() - before
    expected = coordinates(made[None], np.zeros(len(made)), frame.arrays["u"], frame.arrays["v"])[0]
    np.testing.assert_allclose(frame.arrays["step"], expected, rtol=1e-9, atol=1e-15)
    inside = expected[0] * frame.arrays["u"] + expected[1] * frame.arrays["v"]
    np.testing.assert_allclose(inside, made, atol=1e-9 * np.linalg.norm(made))


def test_the_gradient_plane():
    session = trained(optimizer={"kind": "adam", "lr": 0.01})
    frame = session.frame(Surface(plane="gradient", resolution=3))
    gradient = session.learner.gradient()
    np.testing.assert_allclose(frame.arrays["u"], -gradient / np.linalg.norm(gradient), atol=1e-12)
    assert abs(frame.arrays["u"] @ frame.arrays["v"]) < 1e-9 and not frame.info["notes"]
    np.testing.assert_allclose(frame.arrays["gradient"], [np.linalg.norm(gradient), 0.0], atol=1e-9)


def test_gradient_and_step_on_one_line_are_told():
    """Plain descent on all samples: the step is −η times the gradient."""
    session = trained(batch_size="all")
    frame = session.frame(Surface(plane="gradient", resolution=3))
    assert "one line" in frame.info["notes"][0] and "random" in frame.info["y"]
    assert abs(frame.arrays["u"] @ frame.arrays["v"]) < 1e-9 and np.linalg.norm(frame.arrays["v"]) == pytest.approx(1.0)
    assert (
        frame.arrays["step"][0] == pytest.approx(0.1 * frame.arrays["gradient"][0])
        and abs(frame.arrays["step"][1]) < 1e-9
    )


def test_the_plane_through_three_points():
    session = trained(30)
    kept = random.normal(4, len(session.vector()))
    session.course.points["kept"] = kept
    for names_, corners in (
        (("start", "kept", "now"), (session.course.points["start"], kept, session.vector())),
        ((), (session.course.points["start"], kept, session.vector())),
    ):
        arrays = session.frame(Surface(plane="points", points=names_, resolution=9)).arrays
        places = coordinates(np.array(corners), arrays["center"], arrays["u"], arrays["v"])
        back = arrays["center"] + places[:, :1] * arrays["u"] + places[:, 1:] * arrays["v"]
        np.testing.assert_allclose(back, corners, atol=1e-9)
        np.testing.assert_allclose(places[[0, 2]], [[-1, 0], [0, 0]], atol=1e-9)
        assert places[1, 1] > 0 and np.linalg.norm(arrays["u"]) == pytest.approx(np.linalg.norm(arrays["v"]))
        assert (np.abs(places) <= arrays["alpha"][-1]).all(), "all three are in the picture"


def test_the_line_from_the_start_to_now():
    session = trained(30)
    frame = session.frame(Surface(plane="line", resolution=7))
    arrays = frame.arrays
    assert "v" not in arrays and "beta" not in arrays and arrays["loss"].shape == (7,) and arrays["path"].shape[1] == 1
    assert arrays["alpha"][1] == pytest.approx(-1.0)
    assert arrays["loss"][1] == pytest.approx(loss_at(session, session.course.points["start"]), rel=1e-9)
    assert frame.info["x"] == "from start (−1) to update 30 (0)"


# Names


def test_axes_carry_real_names():
    session = trained()
    info = session.frame(Surface(at=("h1.weight[1,0]", "output.bias[0]"), resolution=3)).info
    assert (info["x"], info["y"]) == ("w from x₁ to unit 2, layer 1", "bias of disc")
    assert info["offset"] == (session.parameters()["h1.weight"][1, 0], session.parameters()["output.bias"][0])
    assert (
        session.frame(Surface(at=("h2.weight[1,3]", "h1.bias[2]"), resolution=3)).info["x"]
        == "w from unit 4 to unit 2, layer 2"
    )
    assert session.frame(Surface(plane="random", resolution=3)).info["x"] == "α, in filter-norm units"
    maxout = trained(**NETS["maxout"]).frame(Surface(at=("h1.weight[3,1]", "h1.bias[0]"), resolution=3)).info
    assert maxout["x"] == "w from x₂ to unit 2 (sum 2), layer 1" and maxout["y"] == "bias of unit 1 (sum 1), layer 1"
    normed = (
        trained(**NETS["batch normalization"])
        .frame(Surface(at=("h1.norm.weight[0]", "h1.norm.bias[1]"), resolution=3))
        .info
    )
    assert (normed["x"], normed["y"]) == ("scale of unit 1, layer 1", "shift of unit 2, layer 1")
    assert (
        trained(**NETS["prelu"]).frame(Surface(at=("h1.activation.slope[1]", "h1.bias[0]"), resolution=3)).info["x"]
        == "slope of unit 2, layer 1"
    )


def test_every_number_has_a_typed_name_and_back():
    slots = Session(small(**NETS["prelu"])).learner.network.slots
    total = slots[-1].offset + slots[-1].size
    assert [names.place(names.typed(at, slots), slots) for at in range(total)] == list(range(total))


@pytest.mark.parametrize(
    "wrong",
    [
        "h9.weight[0,0]",
        "h1.weight[0]",
        "h1.weight[4,0]",
        "h1.weight[0,-1]",
        "h1.weight",
        "h1 weight",
        "h1.bias[1.5]",
        "",
    ],
)
def test_a_wrong_name_is_refused_in_words(wrong):
    with pytest.raises(BadInput):
        names.place(wrong, Session(small()).learner.network.slots)


def test_a_lone_neuron_begins_with_its_bias_and_its_weight():
    session = Session(small(layers=[]))
    info = session.frame(Surface(resolution=3)).info
    assert (info["x"], info["y"]) == ("bias of disc", "w from x₁ to disc")


# What is measured


@pytest.mark.parametrize("net", ["tanh", "regression", "three classes"])
def test_the_score_and_the_test_part(net):
    session = trained(**NETS[net])
    score = session.experiment.task.score
    for part in ("train", "test"):
        for metric, figure in (("loss", f"{part}.loss"), ("score", f"{part}.{score}")):
            frame = session.frame(Surface(plane="random", part=part, metric=metric, resolution=3))
            assert frame.arrays["loss"][1, 1] == pytest.approx(session.evaluate()[figure], rel=1e-9)
            vector = (
                frame.arrays["center"]
                + frame.arrays["alpha"][0] * frame.arrays["u"]
                + frame.arrays["beta"][2] * frame.arrays["v"]
            )
            assert frame.arrays["loss"][0, 2] == pytest.approx(loss_at(session, vector, figure), rel=1e-9)
            assert {"train": "training", "test": "test"}[part] in frame.info["subset"]


def test_the_penalties_where_they_are_asked_for():
    session = trained(penalties=[{"kind": "l2", "rate": 0.3}, {"kind": "l1", "rate": 0.1, "biases": True}])
    bare, full = (session.frame(Surface(plane="random", penalty=penalty, resolution=3)) for penalty in (False, True))
    figures = session.evaluate()
    assert bare.arrays["loss"][1, 1] == pytest.approx(figures["train.loss"])
    assert full.arrays["loss"][1, 1] == pytest.approx(figures["train.loss"] + figures["penalty"])
    corner = (
        full.arrays["center"] + full.arrays["alpha"][0] * full.arrays["u"] + full.arrays["beta"][0] * full.arrays["v"]
    )
    there = loaded(session, corner).evaluate()
    assert full.arrays["loss"][0, 0] == pytest.approx(there["train.loss"] + there["penalty"])
    assert any("penalties" in note for note in bare.info["notes"]) and not any(
        "penalties" in note for note in full.info["notes"]
    )


def test_the_sheet_of_the_coming_batch_wobbles():
    session = trained()
    request = Surface(part="batch", plane="random", resolution=3)
    first = session.frame(request)
    batch = session.learner.coming_batch(session.course.state.cursor)
    outputs = session.learner.outputs(session.prepared.x[batch])
    by_hand = session.experiment.loss.each(outputs, session.prepared.targets[batch]).mean()
    assert first.arrays["loss"][1, 1] == pytest.approx(by_hand) and "7 samples" in first.info["subset"]
    session.advance(1)
    second = session.frame(request)
    assert np.array_equal(first.arrays["center"], second.arrays["center"])
    assert not np.allclose(first.arrays["loss"], second.arrays["loss"])


def test_a_large_part_is_represented_by_a_fixed_subset_that_is_named():
    session = Session(small(data={"kind": "circle", "samples": 400}))
    request = Surface(plane="random", most=50, resolution=3)
    frame = session.frame(request)
    assert frame.info["subset"].startswith("50 of 200 training samples")
    assert np.array_equal(frame.arrays["loss"], Session(session.experiment).frame(request).arrays["loss"])


def test_the_slices_go_through_the_ball():
    session = trained()
    request = Surface(plane="random", resolution=5)
    centred = session.frame(request).arrays
    np.testing.assert_allclose(centred["slice_alpha"], centred["loss"][:, 2])
    np.testing.assert_allclose(centred["slice_beta"], centred["loss"][2])
    session.advance(10)
    moved = session.frame(request).arrays
    for name, axis, direction, place in (("slice_alpha", "alpha", "u", 0), ("slice_beta", "beta", "v", 1)):
        for i in (0, 3):
            vector = session.vector() + (moved[axis][i] - moved["ball"][place]) * moved[direction]
            assert moved[name][i] == pytest.approx(loss_at(session, vector), rel=1e-9)


def test_the_fan_of_single_samples():
    session = trained()
    arrays = session.frame(Surface(plane="random", noise=5, resolution=3)).arrays
    assert arrays["fan"].shape == (5, 2)
    train = session.prepared.train
    drawn = train[random.permutation(random.key(0, "surface fan"), len(train))[:5]]
    for place, sample in zip(arrays["fan"], drawn, strict=True):
        downhill = -session.learner.gradient(np.array([sample]))
        np.testing.assert_allclose(
            place, coordinates(downhill[None], np.zeros(len(downhill)), arrays["u"], arrays["v"])[0], atol=1e-12
        )
    everything = session.frame(Surface(plane="random", noise=30, resolution=3)).arrays
    np.testing.assert_allclose(everything["fan"].mean(axis=0), everything["gradient"], atol=1e-12)


# The path and the gauge


def test_the_path_lies_where_it_lies():
    session = trained(30)
    session.frame(Surface(plane="random", resolution=9))
    session.advance(10)
    frame = session.frame(Surface(plane="random", resolution=9))
    arrays, vectors = frame.arrays, np.array(_path(session))
    assert arrays["path_updates"].tolist() == list(range(41))
    basis = np.stack([arrays["u"], arrays["v"]], axis=1)
    by_hand = np.linalg.lstsq(basis, (vectors - arrays["center"]).T, rcond=None)[0].T
    np.testing.assert_allclose(arrays["path"], by_hand, atol=1e-9)
    np.testing.assert_allclose(arrays["ball"], by_hand[-1], atol=1e-9)
    for place in (0, 17, 40):
        assert arrays["path_loss"][place] == pytest.approx(loss_at(session, vectors[place]), rel=1e-9)
    gaps = np.abs(arrays["path_loss"] - arrays["path_sheet"])[~np.isnan(arrays["path_sheet"])]
    assert frame.info["gap"] == pytest.approx(np.median(gaps) / np.ptp(arrays["levels"]))
    orthonormal = np.linalg.qr(basis)[0]
    away = vectors - vectors.mean(axis=0)
    assert frame.info["kept_variance"] == pytest.approx((away @ orthonormal).var(axis=0).sum() / away.var(axis=0).sum())
    assert "misleads" in frame.info and "%" in frame.info["misleads"]


def test_true_losses_of_the_path_are_computed_once(monkeypatch):
    session = trained(30)
    request = Surface(plane="random", resolution=5)
    session.frame(request)
    counted = _count_losses(monkeypatch)
    session.advance(1)
    session.frame(request)
    assert sum(counted) == 1 + 2 * 5 + 1, "the ball, two slices, and one new point of the path"


def _count_losses(monkeypatch) -> list[int]:
    from core.probing.landscape import Landscape

    counted, original = [], Landscape.losses

    def counting(self, vectors, *more, **named):
        counted.append(len(vectors))
        return original(self, vectors, *more, **named)

    monkeypatch.setattr(Landscape, "losses", counting)
    return counted


# Pinned and following


def test_centre_directions_and_colours_stay_until_they_are_set_anew():
    session = trained()
    request = Surface(plane="random", resolution=5)
    before = session.frame(request)
    session.advance(25)
    after = session.frame(request)
    for name in ("center", "u", "v", "loss", "levels", "alpha"):
        assert np.array_equal(before.arrays[name], after.arrays[name]), name
    assert (
        not np.array_equal(before.arrays["ball"], after.arrays["ball"])
        and after.info["update_of_sheet"] == 20
        and after.info["pinned"]
    )
    anew = session.frame(request.model_copy(update={"ticket": 1}))
    assert np.array_equal(anew.arrays["center"], session.vector()) and anew.info["update_of_sheet"] == 45


def test_following_the_run():
    session = trained()
    request = Surface(plane="random", follow=True, resolution=5)
    before = session.frame(request)
    session.advance(25)
    after = session.frame(request)
    assert np.array_equal(after.arrays["center"], session.vector()) and np.array_equal(
        before.arrays["u"], after.arrays["u"]
    )
    assert after.arrays["loss"][2, 2] == pytest.approx(session.evaluate()["train.loss"])
    assert np.array_equal(before.arrays["levels"], after.arrays["levels"]) and not after.arrays["ball"].any()
    turning = Surface(plane="gradient", follow=True, resolution=3)
    first = session.frame(turning).arrays["u"]
    session.advance(5)
    assert not np.array_equal(first, session.frame(turning).arrays["u"])


def test_running_statistics_change_a_pinned_sheet():
    session = trained(**NETS["batch normalization"])
    request = Surface(plane="random", resolution=3)
    session.frame(request)
    session.advance(30)
    arrays = session.frame(request).arrays
    assert arrays["loss"][0, 0] == pytest.approx(
        loss_at(session, arrays["center"] + arrays["alpha"][0] * arrays["u"] + arrays["beta"][0] * arrays["v"]),
        rel=1e-9,
    )


def test_a_live_change_of_the_loss_changes_the_sheet():
    session = trained(**NETS["regression"] | {"loss": {"kind": "huber"}})
    request = Surface(plane="random", resolution=3)
    before = session.frame(request).arrays["loss"]
    assert session.apply(replace(session.experiment, "loss.delta", 0.2))
    after = session.frame(request).arrays["loss"]
    assert not np.allclose(before, after) and after[1, 1] == pytest.approx(session.evaluate()["train.loss"])
