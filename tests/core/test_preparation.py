"""Parts, features, scales, gaps, and the way from raw rows to inputs."""

from __future__ import annotations

import pathlib
import time

import numpy as np
import pytest

from core.data.preparation import Prepared, prepare
from core.data.scaling import fill_values
from core.data.split import quotas, split
from core.experiment import Experiment
from core.messages import BadInput

CLASSIC = {"kind": "circle"}


def made(data: dict, **more) -> Prepared:
    return prepare(Experiment.parse({"data": data, **more}))


@pytest.fixture
def gappy(tmp_path):
    """Twelve rows with gaps in a number and in a category."""
    colours = ["red", "blue", "", "red", "green", "red", "blue", "red", "", "red", "blue", "red"]
    sizes = ["1", "2", "3", "", "5", "6", "7", "", "9", "10", "11", "300"]
    lines = [f"{size},{colour},{'ab'[row % 2]}" for row, (size, colour) in enumerate(zip(sizes, colours, strict=True))]
    path = tmp_path / "gappy.csv"
    path.write_text("size,colour,kind\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return {
        "kind": "csv",
        "path": str(path),
        "columns": {"size": "input", "colour": "category", "kind": "target"},
        "train_share": 0.5,
    }


def test_parts_are_disjoint_complete_and_stratified():
    prepared = made({"kind": "titanic", "train_share": 0.6}, validation_share=0.25)
    parts = [prepared.train, prepared.validation, prepared.test]
    assert sorted(np.concatenate(parts)) == list(range(1313))
    share = (prepared.table.y == 1).mean()
    for part, size in zip(parts, (0.45, 0.15, 0.4), strict=True):
        assert len(part) == pytest.approx(size * 1313, abs=2)
        assert (prepared.table.y[part] == 1).mean() == pytest.approx(share, abs=0.01)


def test_the_split_follows_the_data_seed_alone():
    one, same, other = (
        made(CLASSIC, seeds={"data": data, "weights": weights}) for data, weights in ((1, 1), (1, 2), (2, 1))
    )
    assert np.array_equal(one.train, same.train)
    assert not np.array_equal(one.train, other.train)


def test_all_samples_may_train():
    prepared = made({"kind": "truth"})
    assert prepared.train.tolist() == [0, 1, 2, 3]
    assert prepared.test.tolist() == []
    assert any("no test part" in note for note in prepared.notes)


@pytest.mark.parametrize("rule", [{"stop": {"patience": 3}}, {"stop": {"target": 0.1}}])
def test_a_rule_that_watches_gets_a_fifth_of_the_training_part(rule):
    prepared = made(CLASSIC, **rule)
    assert (len(prepared.train), len(prepared.validation), len(prepared.test)) == (200, 50, 250)


def test_quotas_leave_every_class_in_both_parts():
    assert quotas(np.array([100, 2, 1]), 0.9).tolist() == [90, 1, 1]
    assert quotas(np.array([5, 5, 5]), 0.5).sum() == 8
    assert quotas(np.array([1]), 0.1).tolist() == [1]


def test_most_samples_keep_their_part_when_more_are_drawn():
    few = split(np.zeros(100, dtype=int), 0.5, 0, 1)
    many = split(np.zeros(120, dtype=int), 0.5, 0, 1)
    assert len(np.intersect1d(few.train, many.train)) >= 44


def test_constructed_features_by_hand():
    keys = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
    prepared = made(CLASSIC, inputs={"features": keys})
    a, b = prepared.table.x.T
    assert prepared.x == pytest.approx(np.column_stack([a, b, a**2, b**2, a * b, np.sin(a), np.sin(b)]))
    assert prepared.features == prepared.available == ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂")
    assert prepared.keys == prepared.available_keys == tuple(keys)


def test_features_keep_their_order_and_unknown_ones_are_refused():
    assert made(CLASSIC, inputs={"features": ["sin(x1)", "x2"]}).keys == ("x2", "sin(x1)")
    assert made(CLASSIC).keys == ("x1", "x2")
    with pytest.raises(BadInput, match=r"no input 'x3'; allowed: x1, x2, x1\^2"):
        made(CLASSIC, inputs={"features": ["x3"]})


def test_columns_of_a_table_can_be_chosen_and_a_category_by_its_name():
    prepared = made({"kind": "titanic"}, inputs={"features": ["class", "sex"]})
    assert prepared.keys == ("class = 1st", "class = 2nd", "class = 3rd", "sex = male")
    assert prepared.used.tolist() == [True, True, True, False, True]
    assert prepared.encode(prepared.table.x[:3]).shape == (3, 4)


@pytest.mark.parametrize("scaling", ["none", "standardize", "minmax", "divide"])
def test_scales_are_fitted_on_the_training_part_only(scaling):
    prepared = made({"kind": "wine"}, inputs={"scaling": scaling, "divisor": 4.0}, validation_share=0.2)
    raw, train = prepared.table.x, prepared.table.x[prepared.train]
    expected = {
        "none": raw,
        "standardize": (raw - train.mean(axis=0)) / train.std(axis=0),
        "minmax": (raw - train.min(axis=0)) / (train.max(axis=0) - train.min(axis=0)),
        "divide": raw / 4.0,
    }[scaling]
    assert prepared.x == pytest.approx(expected)


def test_a_constant_column_does_not_blow_up(tmp_path):
    path = tmp_path / "constant.csv"
    path.write_text("a,b,y\n7.1,1,u\n7.1,2,v\n7.1,3,u\n7.1,4,v\n", encoding="utf-8")
    columns = {"a": "input", "b": "input", "y": "target"}
    for scaling in ("standardize", "minmax"):
        prepared = made({"kind": "csv", "path": str(path), "columns": columns}, inputs={"scaling": scaling})
        assert prepared.x[:, 0] == pytest.approx(0, abs=1e-9)
        assert np.isfinite(prepared.x).all()


def test_gaps_are_filled_from_the_training_part_only(gappy):
    prepared = made(gappy)
    known = prepared.table.x[prepared.train]
    median = np.median(known[~np.isnan(known[:, 0]), 0])
    filled = prepared.complete(prepared.table.x)
    assert not np.isnan(filled).any()
    assert filled[[3, 7], 0] == pytest.approx([median, median])
    assert prepared.table.columns[1:] == ("colour = blue", "colour = green", "colour = red")
    assert filled[2, 1:].tolist() == filled[8, 1:].tolist()
    assert filled[2, 1:].sum() == 1
    assert any("Missing values of size: 2 of 12" in note and "median" in note for note in prepared.notes)
    assert any("Missing values of colour: 2 of 12" in note and "most frequent" in note for note in prepared.notes)


def test_what_the_test_part_holds_changes_nothing_that_is_fitted(gappy):
    before = made(gappy, inputs={"scaling": "standardize"})
    victim = int(before.test[0])
    path = pathlib.Path(gappy["path"])
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[victim + 1] = "99999," + lines[victim + 1].split(",", 1)[1]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    after = made(gappy, inputs={"scaling": "standardize"})
    assert after.table.x[victim, 0] == 99999
    for fitted in ("fill", "shift", "scale"):
        assert np.array_equal(getattr(after.encoding, fitted), getattr(before.encoding, fitted))


def test_rows_with_gaps_may_be_dropped(gappy):
    prepared = made(gappy | {"missing": "drop"})
    assert len(prepared.table.y) == 8
    assert "Rows with missing values: 4, dropped." in prepared.notes
    assert len(made({"kind": "titanic", "missing": "drop"}).table.rows) == 1313 - 557


def test_fill_values_by_hand():
    nan = np.nan
    raw = np.array([[1, 1, 0], [nan, nan, nan], [4, 0, 1], [100, 0, 1]])
    assert fill_values(raw, ("a", "c", "c"), ("a", "c = u", "c = v")).tolist() == [4, 0, 1]
    assert fill_values(np.full((3, 1), nan), ("a",), ("a",)).tolist() == [0]


def test_encode_is_what_the_network_sees():
    prepared = made({"kind": "titanic"}, inputs={"scaling": "standardize"})
    assert np.array_equal(prepared.encode(prepared.table.x), prepared.x)
    assert prepared.part("test") is prepared.test


@pytest.mark.parametrize(
    ("data", "units", "outputs"),
    [
        ("circle", "auto", 1),
        ("circle", "one", 1),
        ("circle", "each", 2),
        ("iris", "auto", 3),
        ("plane", "auto", 1),
        ("x_sin_x", "each", 1),
    ],
)
def test_outputs_and_targets(data, units, outputs):
    prepared = made({"kind": data}, output={"units": units})
    assert prepared.outputs == outputs
    assert prepared.targets.shape == (len(prepared.table.y), outputs)


def test_the_principal_plane():
    prepared = made({"kind": "iris"})
    mean, directions, share = plane = prepared.principal()
    train = prepared.table.x[prepared.train]
    z = (train - train.mean(axis=0)) / train.std(axis=0)
    _, values, axes = np.linalg.svd(z, full_matrices=False)
    assert share == pytest.approx((values**2 / (values**2).sum())[:2])
    assert np.abs(directions / train.std(axis=0)) == pytest.approx(np.abs(axes[:2]))
    assert mean == pytest.approx(train.mean(axis=0))
    on_the_plane = mean + np.array([[0.3, -1.2], [2.0, 0.5]]) @ directions
    assert plane.project(on_the_plane) == pytest.approx(np.array([[0.3, -1.2], [2.0, 0.5]]))


def test_the_principal_plane_of_a_single_column():
    mean, directions, share = made({"kind": "hours"}).principal()
    assert directions[1].tolist() == [0]
    assert share.tolist() == [1, 0]
    assert mean.shape == (1,)


def test_domains_cover_the_data():
    prepared = made({"kind": "wine"})
    low, high = np.array(prepared.domain).T
    assert (prepared.table.x >= low).all()
    assert (prepared.table.x <= high).all()


def test_too_few_samples_are_refused(tmp_path):
    with pytest.raises(BadInput, match="too few to set a validation part aside"):
        made({"kind": "points", "mode": "curve", "points": [[0, 1]]}, validation_share=0.5)
    path = tmp_path / "gaps.csv"
    path.write_text("a,b,y\n1,,u\n,2,v\n", encoding="utf-8")
    with pytest.raises(BadInput, match="every row has a gap"):
        made(
            {
                "kind": "csv",
                "path": str(path),
                "missing": "drop",
                "columns": {"a": "input", "b": "input", "y": "target"},
            }
        )


def test_a_single_point_trains():
    prepared = made({"kind": "points", "points": [[1, 2, 0]]})
    assert (prepared.train.tolist(), prepared.test.tolist()) == ([0], [])


def test_arrays_are_read_only():
    prepared = made(CLASSIC)
    for array in (prepared.x, prepared.targets, prepared.train):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_500_samples_in_five_milliseconds():
    experiment = Experiment.parse({"data": CLASSIC})
    prepare(experiment)
    times = []
    for _ in range(5):
        start = time.thread_time()
        prepare(experiment)
        times.append(time.thread_time() - start)
    assert min(times) < 0.005
