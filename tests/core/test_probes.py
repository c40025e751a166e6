"""Every picture's numbers against a loop that looks at one point, one sample, one unit at a time."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import registry
from core.frames import Frame
from core.probes.boundary import Boundary
from core.probes.layers import Layers, histogram
from core.probes.neurons import Neurons
from core.probes.results import Results
from core.probes.sample import Sample
from core.probes.spread import spread
from core.probes.unit_values import UnitValues
from core.probes.weights import Weights
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.twins import twin

pytestmark = pytest.mark.usefixtures("kernel")
IRIS = {"data": {"kind": "iris"}, "inputs": {"scaling": "standardize"}, "layers": [layer(5)]}
CURVE = {"data": {"kind": "sine"}, "layers": [layer(5)], "loss": {"kind": "mean_squared"}}


def trained(**changes) -> Session:
    session = Session(small(**changes))
    session.advance(10)
    return session


def _probability_at(session: Session, x1: float, x2: float) -> float:
    """The answer at one point, unit after unit in plain Python: tanh, sigmoid, and the output's own sigmoid."""
    numbers, values = session.parameters(), [x1, x2]
    for name, squash in (
        ("h1", math.tanh),
        ("h2", lambda a: 1 / (1 + math.exp(-a))),
        ("output", lambda a: 1 / (1 + math.exp(-a))),
    ):
        rows, biases = numbers[f"{name}.weight"].tolist(), numbers[f"{name}.bias"].tolist()
        values = [
            squash(bias + sum(w * v for w, v in zip(row, values, strict=True)))
            for row, bias in zip(rows, biases, strict=True)
        ]
    return values[0]


def test_the_boundary_is_the_answer_point_by_point():
    session = trained()
    frame = session.frame(Boundary(resolution=9))
    x0, x1, y0, y1 = frame.arrays["extent"]
    assert (x0, x1, y0, y1) == (-6, 6, -6, 6)
    for row, y in enumerate(np.linspace(y0, y1, 9)):
        for column, x in enumerate(np.linspace(x0, x1, 9)):
            expected = _probability_at(session, float(x), float(y))
            assert frame.arrays["answers"][row, column, 0] == pytest.approx(expected, abs=1e-6)
            assert frame.arrays["decisions"][row, column] == (expected > 0.5)


def test_the_boundary_shows_every_sample_in_its_place():
    session = trained()
    arrays = session.frame(Boundary(resolution=4)).arrays
    assert len(arrays["points"]) == 60
    assert np.array_equal(arrays["points"], session.prepared.table.x[arrays["index"]])
    assert np.array_equal(arrays["y"], session.prepared.table.y[arrays["index"]])
    assert set(arrays["index"][arrays["part"] == 0]) == set(session.prepared.train)
    assert set(arrays["index"][arrays["part"] == 2]) == set(session.prepared.test)


def test_a_unit_s_sums_are_worked_out_sample_by_sample():
    session = trained()
    frame = session.frame(UnitValues(layer="h1", unit=1))
    numbers, samples = session.parameters(), session.prepared.some("train", 120)
    row, bias = numbers["h1.weight"][1].tolist(), float(numbers["h1.bias"][1])
    for place, sample in enumerate(samples):
        by_hand = bias + sum(w * x for w, x in zip(row, session.prepared.x[sample].tolist(), strict=True))
        assert frame.arrays["sums"][place] == pytest.approx(by_hand, abs=1e-5)
        assert frame.arrays["values"][place] == pytest.approx(math.tanh(by_hand), abs=1e-5)
    assert (
        not session.frame(UnitValues(layer="h9")).arrays and not session.frame(UnitValues(layer="h1", unit=99)).arrays
    )


def test_a_fitted_curve():
    session = trained(**CURVE)
    frame = session.frame(Boundary(resolution=11))
    assert frame.info["geometry"] == "curve" and frame.arrays["answers"].shape == (11, 1)
    for place, x in enumerate(frame.arrays["x"]):
        by_hand = session.learner.outputs(session.prepared.encode(np.array([[x]])))[0, 0]
        assert frame.arrays["answers"][place, 0] == pytest.approx(by_hand, abs=1e-6)
    assert np.array_equal(frame.arrays["points"][:, 1], session.prepared.table.y[frame.arrays["index"]])


def test_two_columns_of_a_wide_table_with_the_others_held():
    session = trained(**IRIS)
    columns = session.prepared.table.columns
    frame = session.frame(Boundary(resolution=5, x=columns[2], y=columns[0], fixed=((columns[1], 4.0),)))
    assert (frame.info["x"], frame.info["y"]) == (columns[2], columns[0])
    x0, x1, y0, y1 = frame.arrays["extent"]
    rest = np.median(session.prepared.table.x[session.prepared.train][:, 3])
    for row, y in enumerate(np.linspace(y0, y1, 5)):
        for column, x in enumerate(np.linspace(x0, x1, 5)):
            raw = np.array([[y, 4.0, x, rest]])
            scores = session.learner.outputs(session.prepared.encode(raw))[0]
            shares = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
            np.testing.assert_allclose(frame.arrays["answers"][row, column], shares, atol=1e-6)


def test_the_plane_of_the_principal_components():
    session = trained(**IRIS)
    frame = session.frame(Boundary(resolution=5, plane="pca"))
    mean, directions, _ = session.prepared.principal()
    x0, x1, y0, y1 = frame.arrays["extent"]
    raw = mean + x0 * directions[0] + y1 * directions[1]
    scores = session.learner.outputs(session.prepared.encode(raw[None]))[0]
    assert frame.arrays["decisions"][4, 0] == scores.argmax()
    back = session.prepared.principal().project(mean[None] + 0.7 * directions[:1] - 0.3 * directions[1:])
    np.testing.assert_allclose(back, [[0.7, -0.3]], atol=1e-9)
    assert (x0 < frame.arrays["points"][:, 0]).all() and (frame.arrays["points"][:, 0] < x1).all()
    assert (y0 < frame.arrays["points"][:, 1]).all() and (frame.arrays["points"][:, 1] < y1).all()


def test_the_map_of_every_neuron_is_what_a_hook_sees():
    session = trained()
    frame = session.frame(Neurons(resolution=6))
    network, seen = twin(session), {}
    for place, name in ((1, "h1"), (3, "h2"), (5, "output")):
        network[place].register_forward_hook(
            lambda _module, _inputs, values, name=name: seen.__setitem__(name, values.detach().numpy())
        )
    axis = np.linspace(-6, 6, 6)
    grid = np.array([[x, y] for y in axis for x in axis])
    network(torch.from_numpy(grid))
    for name in ("h1", "h2"):
        np.testing.assert_allclose(frame.arrays[name], seen[name].T.reshape(-1, 6, 6), atol=1e-6)
    np.testing.assert_allclose(frame.arrays["output"], 1 / (1 + np.exp(-seen["output"].T.reshape(-1, 6, 6))), atol=1e-6)
    np.testing.assert_allclose(frame.arrays["inputs"], grid.T.reshape(2, 6, 6), atol=1e-6)
    assert frame.info["layers"] == ("h1", "h2", "output") and frame.info["ranges"]["h1"] == (-1, 1)


def test_the_maps_of_a_curve_have_one_row():
    arrays = trained(**CURVE).frame(Neurons(resolution=8)).arrays
    assert arrays["h1"].shape == (5, 1, 8) and arrays["inputs"].shape == (1, 1, 8)


def test_the_weights_are_the_parameters():
    session = trained()
    arrays = session.frame(Weights()).arrays
    assert all(np.array_equal(arrays[name], array) for name, array in session.parameters().items())


def test_the_histograms_count_every_number():
    session = trained()
    arrays = session.frame(Layers(bins=8)).arrays
    weights = session.parameters()["h1.weight"].ravel()
    counts, edges = arrays["h1.weights.counts"], arrays["h1.weights.edges"]
    by_hand = [
        sum((low <= w < high) or (place == 7 and w == high) for w in weights)
        for place, (low, high) in enumerate(itertools.pairwise(edges))
    ]
    assert counts.tolist() == by_hand and counts.sum() == 8
    assert arrays["h1.gradients.counts"].sum() == 8 and arrays["h1.activations.counts"].sum() == 30 * 4
    assert arrays["output.activations.counts"].sum() == 30


def test_a_histogram_of_one_value_and_of_none():
    counts, edges = histogram(np.full(5, 2.0), 4)
    assert counts.sum() == 5 and edges[0] < 2.0 < edges[-1]
    counts, edges = histogram(np.array([np.nan, np.inf]), 4)
    assert counts.tolist() == [0, 0, 0, 0] and len(edges) == 5


def test_dead_and_saturated_units_are_named():
    """Planted: in a ReLU layer the second unit never fires; in a tanh layer the third is always at its end."""
    dead = {"h1.weight": [[1, 0], [1, 0], [0, 1]], "h1.bias": [0, -100, 0]}
    relu = Session(small(layers=[layer(3, "relu")], start={"weights": dead})).frame(Layers())
    assert relu.arrays["h1.dead"].tolist() == [False, True, False]
    assert (
        "unit" in relu.info["sentences"][0]
        and "(2)" in relu.info["sentences"][0]
        and "dead" in relu.info["sentences"][0]
    )
    saturated = {"h1.weight": [[0.1, 0], [0, 0.1], [0, 0]], "h1.bias": [0, 0, 5]}
    tanh = Session(small(layers=[layer(3)], start={"weights": saturated})).frame(Layers())
    assert tanh.arrays["h1.saturated"].tolist() == [False, False, True] and not tanh.arrays["h1.dead"].any()


def test_one_bright_sample_in_a_hundred_keeps_a_unit_alive_only_above_the_limit():
    session = Session(
        small(
            data={"kind": "circle", "samples": 400},
            layers=[layer(1, "relu")],
            start={"weights": {"h1.weight": [[1, 0]], "h1.bias": [0]}},
        )
    )
    x = np.sort(session.prepared.x[session.prepared.train][:, 0])
    for bright, expected in ((2, True), (3, False)):
        session.load_parameters({"h1.bias": [-(x[-bright] + x[-bright - 1]) / 2]})
        assert session.frame(Layers()).arrays["h1.dead"].tolist() == [expected], f"{bright} of 200 samples"


def test_the_confusion_matrix_counts_pairs():
    session = trained(**IRIS)
    frame = session.frame(Results(part="test"))
    table, test = session.prepared.table, session.prepared.test
    expected = np.zeros((3, 3), dtype=int)
    for sample in test:
        expected[table.y[sample], session.learner.outputs(session.prepared.x[sample][None])[0].argmax()] += 1
    assert np.array_equal(frame.arrays["confusion"], expected)
    assert frame.info["figures"]["accuracy"] == pytest.approx(np.trace(expected) / len(test))


def test_the_samples_with_the_largest_loss_come_first():
    session = trained(**IRIS)
    arrays = session.frame(Results(part="train")).arrays
    losses = arrays["loss"][arrays["order"]]
    assert (np.diff(losses) <= 0).all()
    worst = arrays["index"][arrays["order"][0]]
    scores = torch.from_numpy(session.learner.outputs(session.prepared.x[worst][None]))
    by_hand = F.cross_entropy(scores, torch.tensor([int(session.prepared.table.y[worst])])).item()
    assert losses[0] == pytest.approx(by_hand, rel=1e-6)


def test_a_part_that_does_not_exist_is_answered_with_the_training_part():
    assert trained().frame(Results(part="validation")).info["part"] == "train"


def test_the_residuals_of_values():
    session = trained(**CURVE)
    arrays = session.frame(Results(part="test")).arrays
    assert "confusion" not in arrays
    np.testing.assert_allclose(arrays["loss"], (arrays["answer"][:, 0] - arrays["y"]) ** 2, rtol=1e-9)


def test_one_samples_way_through_the_network():
    session = trained()
    number = int(session.prepared.train[4])
    arrays = session.frame(Sample(index=number)).arrays
    network = twin(session)
    x = torch.from_numpy(session.prepared.x[number].copy())
    target = torch.from_numpy(session.prepared.targets[number].copy())
    output = network(x)
    loss = F.binary_cross_entropy_with_logits(output, target)
    loss.backward()
    np.testing.assert_allclose(arrays["h1.sums"], network[0](x).detach().numpy(), atol=1e-9)
    np.testing.assert_allclose(arrays["h2.values"], network[:4](x).detach().numpy(), atol=1e-9)
    np.testing.assert_allclose(arrays["output.sums"], output.detach().numpy(), atol=1e-9)
    assert arrays["answer"][0] == pytest.approx(torch.sigmoid(output).item()) and arrays["loss"][0] == pytest.approx(
        loss.item()
    )
    for name, parameter in zip(session.parameters(), network.parameters(), strict=True):
        np.testing.assert_allclose(arrays[f"{name}.gradient"], parameter.grad.numpy(), atol=1e-12)


def test_a_typed_row_has_an_answer_and_no_truth():
    session = trained()
    frame = session.frame(Sample(row=(1.0, -2.0)))
    assert not frame.info["known"] and "loss" not in frame.arrays
    assert frame.arrays["answer"][0] == pytest.approx(_probability_at(session, 1.0, -2.0), abs=1e-9)


@pytest.mark.parametrize("kind", registry.family("probes"))
@pytest.mark.parametrize(
    "changes", [{}, IRIS, CURVE, {"layers": []}], ids=["plane", "table", "curve", "no hidden layer"]
)
def test_every_picture_of_every_kind_of_data(kind, changes):
    """Read-only arrays of the present update, and the run is not disturbed."""
    session, alone = trained(**changes), trained(**changes)
    frame = session.frame(registry.family("probes")[kind]())
    assert isinstance(frame, Frame) and frame.update == 10
    assert all(isinstance(array, np.ndarray) and not array.flags.writeable for array in frame.arrays.values())
    session.advance(5)
    alone.advance(5)
    assert np.array_equal(session.vector(), alone.vector())


def test_pictures_of_a_network_that_has_diverged():
    session = Session(small(start={"weights": {"h1.bias": [1e30, -1e30, 1e30, 1e30], "output.bias": [1e300]}}))
    session.learner.write(slice(None), np.full_like(session.vector(), np.nan))
    for cls in registry.family("probes").values():
        assert isinstance(session.frame(cls()), Frame), cls.kind_name()


def test_pictures_follow_new_data():
    session = trained()
    before = session.frame(Boundary(resolution=4))
    session.apply(small(data={"kind": "circle", "samples": 90}))
    assert len(session.frame(Boundary(resolution=4)).arrays["points"]) == 90 and len(before.arrays["points"]) == 60


def test_the_margin_of_a_step_is_the_weighted_sum():
    session = Session(
        small(data={"kind": "holiday"}, layers=[], loss={"kind": "mistakes"}, rule={"kind": "perceptron"})
    )
    frame = session.frame(Boundary(resolution=7))
    numbers, prepared = session.parameters(), session.prepared
    x0, x1, y0, y1 = frame.arrays["extent"]
    rest = float(np.median(prepared.table.x[prepared.train][:, 2]))
    for row, y in enumerate(np.linspace(y0, y1, 7)):
        for column, x in enumerate(np.linspace(x0, x1, 7)):
            inputs = prepared.encode(np.array([[x, y, rest]]))[0]
            by_hand = (
                sum(w * v for w, v in zip(numbers["output.weight"][0], inputs, strict=True)) + numbers["output.bias"][0]
            )
            assert frame.arrays["margin"][row, column] == pytest.approx(by_hand, abs=1e-5)
    assert "margin" not in trained().frame(Boundary(resolution=4)).arrays


def test_samples_at_the_same_place_are_told_apart():
    session = Session(
        small(data={"kind": "holiday"}, layers=[], loss={"kind": "mistakes"}, rule={"kind": "perceptron"})
    )
    arrays = session.frame(Boundary(resolution=4)).arrays
    assert len(np.unique(arrays["points"], axis=0)) == 4
    assert len(np.unique((arrays["points"] + arrays["shift"]).round(6), axis=0)) == 8
    assert np.abs(arrays["shift"]).max() < 0.1  # of a distance of 1 between places
    alone = np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 1.0]])
    assert not spread(alone).any()
