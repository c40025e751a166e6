"""Pictures seen from within: drawings framed as the data, feature maps, what excites a unit, codes, ready rows."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.preparation import prepare
from core.datasets.digits import Digits, Mnist
from core.experiment import Experiment
from core.experiment.ready_networks import ROWS, place_for
from core.families import Misfit, ReceptiveField
from core.files.framing import Framing, framed
from core.probes.codes import projected
from core.probes.excitement import cut
from core.probing.receptive_fields import reach_of
from core.registry import parse
from core.training.session import Session

CNN = [
    {"kind": "conv2d", "channels": 4, "kernel": 3, "padding": 1},
    {"kind": "max_pool", "window": 2},
    {"kind": "conv2d", "channels": 6, "kernel": 3, "stride": 2, "padding": 1},
    {"kind": "dense", "units": 7},
]


@pytest.fixture(scope="module")
def session() -> Session:
    made = Session(
        Experiment.parse(
            {
                "data": {"kind": "digits", "samples": 300},
                "layers": CNN,
                "batch_size": 32,
                "optimizer": {"kind": "adam", "lr": 0.01},
            }
        )
    )
    made.advance(30)
    return made


def frame(session: Session, **request):
    return session.frame(parse("probes", request))


# The pad


def test_a_digit_of_mnist_drawn_large_comes_back_as_it_was():
    data = Mnist(samples=60)
    for row in data.table(1).x:
        assert np.allclose(data.drawn(np.kron(row.reshape(28, 28), np.ones((5, 5))), 1), row, atol=1e-9)


def test_where_and_how_large_a_drawing_is_makes_no_difference():
    small, large = np.zeros((100, 100)), np.zeros((100, 100))
    small[10:30, 60:70] = 1.0
    large[20:80, 30:60] = 1.0
    framing = Framing(20 / 28, "mass")
    assert np.allclose(framed(small, 28, framing), framed(large, 28, framing))
    assert framed(small, 28, framing).max() == pytest.approx(1.0)


def test_without_a_framing_the_drawing_is_made_smaller_and_its_ink_is_kept():
    ink = np.random.default_rng(1).random((60, 60))
    assert framed(ink, 12, None).mean() == pytest.approx(ink.mean())


def test_a_blank_pad_is_a_blank_picture():
    assert not Digits().drawn(np.zeros((50, 50)), 1).any()


def test_a_drawing_is_shuffled_as_the_data_are():
    plain, shuffled = Mnist(samples=50), Mnist(samples=50, shuffle_pixels=True)
    ink = np.zeros((80, 80))
    ink[20:60, 35:45] = 1.0
    one, other = plain.drawn(ink, 3), shuffled.drawn(ink, 3)
    assert not np.array_equal(one, other)
    assert np.array_equal(plain.arranged(one.reshape(1, 1, 28, 28), 3), one.reshape(1, 1, 28, 28))
    assert np.array_equal(shuffled.arranged(one.reshape(1, 1, 28, 28), 3).ravel(), other)


def test_a_drawing_in_colour_data_has_three_channels():
    data = parse("datasets", {"kind": "shapes", "colour": "by shape", "side": 12})
    assert data.drawn(np.ones((40, 40)), 1).shape == (3 * 12 * 12,)  # type: ignore[attr-defined]


# Feature maps


def test_feature_maps_equal_a_forward_hook(session: Session):
    import torch

    index = int(session.prepared.test[3])
    arrays = frame(session, kind="feature_maps", index=index).arrays
    seen: dict[str, np.ndarray] = {}
    network = session.learner.network
    handles = [
        block.register_forward_hook(lambda block, _, out: seen.__setitem__(block.name, out.detach().numpy()[0]))
        for block in network.own
    ]
    network.eval()
    with torch.no_grad():
        network(torch.tensor(session.prepared.x[index][None], dtype=network.flat.dtype))
    network.train()
    for handle in handles:
        handle.remove()
    assert set(seen) == {"h1", "h2", "h3", "h4", "output"}
    for name, values in seen.items():
        assert np.allclose(arrays[name], values, atol=1e-6), name
    assert arrays["h1"].shape == (4, 8, 8) and arrays["h3"].shape == (6, 2, 2)
    assert np.array_equal(arrays["h3.kernels"], session.parameters()["h3.weight"])


def test_without_a_choice_the_first_test_picture_is_looked_at_and_a_row_is_a_picture_too(session: Session):
    first = int(session.prepared.test[0])
    without = frame(session, kind="feature_maps")
    assert without.info["index"] == first
    row = tuple(session.prepared.table.x[first].tolist())
    drawn = frame(session, kind="feature_maps", row=row)
    assert drawn.info["index"] == -1 and drawn.info["truth"] == ""
    assert np.allclose(drawn.arrays["h1"], without.arrays["h1"])


@pytest.mark.usefixtures("kernel")
def test_a_dense_layer_that_sees_the_picture_has_weights_in_its_shape():
    made = Session(
        Experiment.parse({"data": {"kind": "digits", "samples": 100}, "layers": [{"kind": "dense", "units": 5}]})
    )
    arrays = frame(made, kind="feature_maps", most=3).arrays
    assert np.array_equal(arrays["h1.kernels"], made.parameters()["h1.weight"].reshape(5, 1, 8, 8)[:3])


# What excites a unit


def test_a_place_of_a_map_looks_where_the_layers_before_it_do(session: Session):
    layers = session.experiment.layers
    assert reach_of(layers, "h1") == ReceptiveField(3, 1, -1)
    assert reach_of(layers, "h2") == ReceptiveField(4, 2, -1)
    assert reach_of(layers, "h3") == ReceptiveField(8, 4, -3)
    assert reach_of(layers, "h4") is None


def test_a_window_over_the_edge_is_filled_with_nothing():
    picture = np.arange(1.0, 17.0).reshape(1, 4, 4)
    found = cut(picture, ReceptiveField(3, 1, -1), 0, 3)
    assert np.array_equal(found[0], [[0, 0, 0], [3, 4, 0], [7, 8, 0]])


def test_the_patches_are_those_where_the_map_is_highest(session: Session):
    arrays = frame(session, kind="excitement", layer="h1", unit=2, count=3).arrays
    heights = []
    for sample in session.prepared.train:
        heights.append(
            frame(session, kind="feature_maps", index=int(sample)).arrays["h1"][2].max()
            if len(heights) < 60
            else -np.inf
        )
    assert arrays["heights"][0] >= max(heights) - 1e-6
    assert list(arrays["heights"]) == sorted(arrays["heights"], reverse=True)
    assert arrays["patches"].shape == (3, 1, 3, 3)


def test_gradient_ascent_climbs_and_stays_a_picture(session: Session):
    probe = parse("probes", {"kind": "excitement", "layer": "h4", "unit": 1})
    answer = frame(session, kind="excitement", layer="h4", unit=1)
    start, _ = _moment(session).answers.activation_gradient(
        session.prepared.x[session.prepared.train].mean(axis=0), "h4", 1
    )
    assert float(answer.arrays["ascent_height"]) > start
    assert answer.arrays["ascent"].shape == (1, 8, 8)
    low, high = session.prepared.x.min(), session.prepared.x.max()
    assert answer.arrays["ascent"].min() >= low - 1e-6 and answer.arrays["ascent"].max() <= high + 1e-6
    stages = [stage for stage in probe.stages(_moment(session)) if stage is not None]  # type: ignore[attr-defined]
    assert len(stages) == 6 and np.array_equal(stages[-1][0]["ascent"], answer.arrays["ascent"])


def test_the_rise_of_a_unit_equals_its_finite_difference(session: Session):
    """Every component. ReLU and pooling have kinks: where one lies within the step, the gradient lies between the
    slopes of the two sides."""
    moment, x, reach = _moment(session), session.prepared.x[5], 1e-3
    value, gradient = moment.answers.activation_gradient(x, "h3", 0)
    assert np.isfinite(value) and np.count_nonzero(gradient) > 20
    steps = reach * np.eye(len(x))
    ahead, behind = (
        np.array([moment.answers.activation_gradient(x + sign * step, "h3", 0)[0] - value for step in steps])
        * sign
        / reach
        for sign in (1, -1)
    )
    smooth = np.isclose(ahead, behind, rtol=0.02, atol=2e-3)
    assert smooth.mean() > 0.8
    np.testing.assert_allclose(gradient[smooth], (ahead + behind)[smooth] / 2, rtol=0.01, atol=1e-3)
    low, high = np.minimum(ahead, behind), np.maximum(ahead, behind)
    assert ((gradient > low - 2e-3) & (gradient < high + 2e-3))[~smooth].all()


def test_asking_what_excites_a_unit_leaves_the_run_as_it_was(session: Session):
    before = session.vector().copy()
    frame(session, kind="excitement", layer="h3", unit=0)
    assert np.array_equal(session.vector(), before)


def _moment(session: Session):
    from core.engines.replica import Replica
    from core.probing.moment import Moment

    still = session.still()
    return Moment(still, Replica(still))


# Codes


def test_codes_are_the_principal_components_of_the_narrowest_layer(session: Session):
    found = frame(session, kind="codes", most=50)
    assert found.info["layer"] == "h4" and found.arrays["places"].shape == (50, 2)
    values = _moment(session).answers.trace(session.prepared.x[found.arrays["index"]])["h4"][1].astype(float)
    _, singular, _ = np.linalg.svd(values - values.mean(axis=0))
    assert (found.arrays["places"] ** 2).sum() == pytest.approx((singular[:2] ** 2).sum())
    assert found.info["kept"] == pytest.approx((singular[:2] ** 2).sum() / (singular**2).sum())


def test_codes_follow_each_other_without_jumps():
    values = np.random.default_rng(2).normal(size=(40, 9)) * np.arange(9, 0, -1)
    places, _, before = projected(values)
    mirrored, _, _ = projected(values, -before)
    assert np.allclose(mirrored, -places)


def test_some_of_a_part_are_of_all_classes():
    prepared = prepare(Experiment.parse({"data": {"kind": "mnist", "samples": 1000}}))
    chosen = prepared.some("test", 40)
    assert len(chosen) == 40 and set(prepared.table.y[chosen]) == set(range(10))


# Ready rows and places for layers


PICTURES = {"mnist", "digits", "shapes"}
FITTING = {"dense": PICTURES | {"recall", "circle"}, "recurrent": {"recall"}}  # all other rows need pictures


@pytest.mark.parametrize("kind", ["mnist", "digits", "shapes", "recall", "circle"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_ready_row_fits_or_says_why_not(row, kind):
    from core.documents.edits import replace_all

    before = Experiment.parse({"data": {"kind": kind}})
    refusal = row.refusal(before)
    assert bool(refusal) is (kind not in FITTING.get(row.key, PICTURES))
    if not refusal:
        made = replace_all(before, row.edits(before))
        assert made.layers and made.task.kind == (row.task or before.task.kind)


def test_a_new_layer_goes_to_the_last_place_where_the_stack_still_fits(session: Session):
    layers, shape = session.experiment.layers, session.prepared.shape
    assert place_for(layers, parse("layers", {"kind": "dropout", "name": "new"}), shape) == 4  # type: ignore[arg-type]
    assert place_for(layers, parse("layers", {"kind": "conv2d", "name": "new", "kernel": 1}), shape) == 3  # type: ignore[arg-type]
    with pytest.raises(Misfit, match="sequence"):
        place_for(layers, parse("layers", {"kind": "lstm", "name": "new"}), shape)  # type: ignore[arg-type]
