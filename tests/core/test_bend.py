"""How space bends: every act against a loop that looks at one sample and one unit at a time."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from core.frames import Frame
from core.probes.acts import Act, acts_of, so_far
from core.probes.bend import Bend, principal
from core.training.session import Session
from tests.building.experiments import layer, small

pytestmark = pytest.mark.usefixtures("kernel")
SQUASH = {"tanh": math.tanh, "sigmoid": lambda a: 1 / (1 + math.exp(-a)), "relu": lambda a: max(a, 0.0)}
STACKS = [
    [layer(3, "relu"), layer(2, "linear", "h2")],
    [layer(2, "maxout", normalization="batch"), layer(2, "sigmoid", "h2", bias=False)],
    [layer(3, "tanh", normalization="layer"), {"kind": "sparse_dense", "name": "h2", "units": 3, "share": 0.5}],
    [{"kind": "residual_dense", "name": "h1", "units": 3}, {"kind": "dropout", "name": "h2"}, layer(2, name="h3")],
    [layer(3, "linear"), {"kind": "batch_norm", "name": "h2"}, {"kind": "layer_norm", "name": "h3"}, layer(2, name="h4")],
]  # fmt: skip


def trained(**changes) -> Session:
    session = Session(small(**changes))
    session.advance(10)
    return session


def kinds(frame: Frame) -> list[tuple[str, str]]:
    return [(act["layer"], act["kind"]) for act in frame.info["acts"]]


def test_each_act_is_that_of_a_plain_loop():
    session = trained(layers=[layer(3), layer(2, "sigmoid", "h2")])
    frame = session.frame(Bend())
    numbers = session.parameters()
    assert kinds(frame) == [
        ("", "inputs"),
        *itertools.product(("h1", "h2"), ("map", "shift", "activation")),
        ("output", "map"),
        ("output", "shift"),
        ("output", "answer"),
    ]
    for place, index in enumerate(frame.arrays["index"]):
        now, after = session.prepared.x[index].tolist(), []
        after.append(now)
        for name, squash in (("h1", "tanh"), ("h2", "sigmoid"), ("output", "sigmoid")):
            mapped = [sum(w * v for w, v in zip(row, now, strict=True)) for row in numbers[f"{name}.weight"].tolist()]
            shifted = [a + b for a, b in zip(mapped, numbers[f"{name}.bias"].tolist(), strict=True)]
            now = [SQUASH[squash](a) for a in shifted]
            after += [mapped, shifted, now]
        for k, expected in enumerate(after):
            assert frame.arrays[f"samples.{k}"][place] == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("stack", STACKS, ids=lambda stack: "-".join(each["kind"] for each in stack))
def test_the_end_of_each_layer_is_what_the_network_itself_passes_on(stack):
    session = trained(layers=stack)
    frame = session.frame(Bend(shadow=True))
    from core.engines.answers import trace

    passed = trace(session.learner.train_state, session.prepared.x[frame.arrays["index"]])
    looked_at = 0
    for name, (sums, values) in passed.items():
        mine = [k for k, act in enumerate(frame.info["acts"]) if act["layer"] == name and act["kind"] != "answer"]
        if not mine:
            continue
        last = max(mine)
        if values.shape[1] <= 3:
            looked_at += 1
            assert frame.arrays[f"samples.{last}"] == pytest.approx(values, abs=1e-5)
        before = [k for k in mine if frame.info["acts"][k]["kind"] in ("shift", "norm")]
        if before and sums.shape[1] <= 3:
            assert frame.arrays[f"samples.{max(before)}"] == pytest.approx(sums, abs=1e-5)
    assert looked_at >= 2


def test_the_grid_is_the_same_way_of_every_point_of_the_plane():
    session = trained(layers=[layer(2)])
    frame = session.frame(Bend(resolution=5))
    weight, bias = session.parameters()["h1.weight"], session.parameters()["h1.bias"]
    for (row, y), (column, x) in itertools.product(enumerate(np.linspace(-6, 6, 5)), enumerate(np.linspace(-6, 6, 5))):
        assert frame.arrays["grid.0"][row, column] == pytest.approx([x, y], abs=1e-6)
        assert frame.arrays["grid.3"][row, column] == pytest.approx(np.tanh(weight @ [x, y] + bias), abs=1e-5)


@pytest.mark.parametrize(
    "loss, output, level",
    [
        ("cross_entropy", "auto", 0.0),
        ("half_squared", "tanh", 0.0),
        ("mean_squared", "linear", 0.5),
        ("mean_squared", "sigmoid", 0.0),
    ],
)
def test_the_line_parts_the_last_hidden_layer_where_the_network_decides(loss, output, level):
    chosen = output if output == "auto" else {"kind": output}
    session = trained(layers=[layer(3), layer(2, name="h2")], loss={"kind": loss}, output={"activation": chosen})
    frame = session.frame(Bend())
    arrays = frame.arrays
    values = arrays[f"grid.{frame.info['border']}"].astype(np.float64)
    weight, bias = arrays["output.weight"][0], arrays["output.bias"][0]
    assert frame.info["level"] == level
    sums = values @ weight + bias
    assert sums == pytest.approx(arrays["sums"][..., 0], abs=1e-5)  # 0 of the output's sum is 0 of the line
    sure = np.abs(sums - level) > 1e-4
    assert ((sums > level) == arrays["decisions"].astype(bool))[sure].all()


def test_of_several_classes_the_largest_sum_decides():
    session = trained(data={"kind": "iris"}, inputs={"scaling": "standardize"}, layers=[layer(2)])
    frame = session.frame(Bend())
    sums = frame.arrays["grid.3"].astype(np.float64) @ frame.arrays["output.weight"].T + frame.arrays["output.bias"]
    top = np.sort(sums, axis=-1)
    sure = top[..., -1] - top[..., -2] > 1e-4
    assert frame.info["border"] == 3
    assert (sums.argmax(axis=-1) == frame.arrays["decisions"])[sure].all()


def test_linear_layers_are_one_map_whose_matrix_is_the_product():
    stack = [layer(3, "linear"), layer(2, "linear", "h2"), layer(2, name="h3")]
    session = trained(layers=stack)
    whole, parts = session.frame(Bend(collapse=True)), session.frame(Bend())
    numbers = session.parameters()
    matrix = [
        [sum(numbers["h2.weight"][i][k] * numbers["h1.weight"][k][j] for k in range(3)) for j in range(2)]
        for i in range(2)
    ]
    shift = [
        sum(numbers["h2.weight"][i][k] * numbers["h1.bias"][k] for k in range(3)) + numbers["h2.bias"][i]
        for i in range(2)
    ]
    assert whole.arrays["matrix.1"] == pytest.approx(np.array(matrix), abs=1e-9)
    assert whole.arrays["shift.2"] == pytest.approx(shift, abs=1e-9)
    assert parts.arrays["whole.4"] == pytest.approx(np.array(matrix), abs=1e-9)
    assert parts.arrays["whole_shift.4"] == pytest.approx(shift, abs=1e-9)
    assert not {"whole.7", "whole.8"} & set(parts.arrays)  # behind the activation nothing is one map any more
    assert kinds(whole)[:3] == [("", "inputs"), ("h2", "map"), ("h2", "shift")]
    assert whole.info["acts"][1]["merged"] == whole.info["linear"] == ("hidden layer 1", "hidden layer 2")
    for name in ("samples", "grid"):  # both ways end at the same place
        assert whole.arrays[f"{name}.2"] == pytest.approx(parts.arrays[f"{name}.4"], abs=1e-5)


def test_nothing_is_one_map_where_an_activation_stands_between():
    frame = trained(layers=[layer(2), layer(2, "linear", "h2")]).frame(Bend(collapse=True))
    assert frame.info["linear"] == () and not any(act["merged"] for act in frame.info["acts"])
    assert {name for name in frame.arrays if name.startswith("whole.")} == {"whole.2"}  # up to the activation
    bent = (Act("inputs", "", 1), Act("activation", "h1", 1, straight=False))
    assert so_far(bent) is None


def test_a_shadow_is_the_projection_on_the_principal_components_of_the_layer():
    session = trained(layers=[layer(5)])
    frame, plain = session.frame(Bend(shadow=True)), session.frame(Bend())
    assert "samples.1" not in plain.arrays and not plain.info["acts"][1]["drawn"] and "grid.3" not in plain.arrays
    values = np.tanh(
        session.prepared.x[frame.arrays["index"]] @ session.parameters()["h1.weight"].T
        + session.parameters()["h1.bias"]
    )
    spread, directions = np.linalg.eigh(np.cov(values.T))
    for number, direction in enumerate(directions.T[::-1][:2]):
        sign = np.sign(direction[np.abs(direction).argmax()])
        assert frame.arrays["samples.3"][:, number] == pytest.approx(values @ direction * sign, abs=1e-5)
    assert frame.info["acts"][3]["share"] == pytest.approx(spread[-2:].sum() / spread.sum())
    assert frame.info["acts"][3]["size"] == 5 and frame.info["acts"][0]["share"] is None


@pytest.mark.parametrize("rows, size", [(40, 6), (12, 30)])
def test_principal_directions_are_those_of_the_singular_values(rows, size):
    values = np.random.default_rng(rows).normal(size=(rows, size)) * np.linspace(3, 0.5, size) + 5
    directions, share = principal(values)
    _, strength, expected = np.linalg.svd(values - values.mean(axis=0))
    assert np.abs(directions @ expected[:2].T) == pytest.approx(np.eye(2), abs=1e-7)
    assert share == pytest.approx((strength[:2] ** 2).sum() / (strength**2).sum())
    assert (directions[[0, 1], np.abs(directions).argmax(axis=1)] > 0).all()
    assert principal(np.ones((5, 7)))[1] == 1.0  # nothing is spread


@pytest.mark.parametrize(
    "stack, opens",
    [
        ([layer(4), layer(2, name="h2"), layer(3, name="h3")], 6),
        ([layer(3), layer(4, name="h2")], 3),
        ([layer(5), layer(4, name="h2")], 6),
        ([], 0),
    ],
)
def test_it_opens_at_the_last_hidden_layer_of_two_units(stack, opens):
    frame = trained(layers=stack).frame(Bend())
    assert frame.info["opens"] == opens
    assert all(frame.info["acts"][end]["kind"] in ("inputs", "activation", "answer") for end in frame.info["ends"]), (
        frame.info["ends"]
    )


def test_behind_a_convolution_it_begins_with_what_that_passes_on():
    convolution = {"kind": "conv2d", "name": "h1", "channels": 2}
    session = trained(data={"kind": "digits"}, layers=[convolution, layer(2, name="h2")])
    frame = session.frame(Bend(shadow=True))
    assert kinds(frame)[0] == ("h1", "inputs") and frame.info["opens"] == 3 and frame.info["border"] == 3
    assert not any(name.startswith("grid") for name in frame.arrays)  # no plane is laid through pictures
    assert frame.arrays["samples.3"].shape == (len(frame.arrays["y"]), 2)


def test_a_run_that_has_diverged_says_so():
    session = trained(layers=[layer(2, "relu")])
    numbers = session.parameters()
    for name in ("h1.weight", "output.weight"):
        numbers[name] = np.full_like(numbers[name], 1e200)
    session.load_parameters(numbers)
    assert "diverged" in session.frame(Bend()).info["problem"]


def test_pruned_connections_are_gone_from_the_map():
    pruned = {"kind": "sparse_dense", "name": "h1", "units": 3, "share": 0.5}
    session = trained(layers=[pruned, layer(2, name="h2")])
    acts = acts_of(session.moment(), collapse=False)
    assert acts[1].numbers is not None and int((acts[1].numbers != 0).sum()) == 3
