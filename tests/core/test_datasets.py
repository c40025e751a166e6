"""Every recipe point by point, and the shipped tables against what is known of them."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from pydantic import ValidationError

from core import registry
from core.datasets.blobs import Blobs
from core.datasets.bumps import CENTRES, Bumps
from core.datasets.checkerboard import Checkerboard
from core.datasets.circle import Circle
from core.datasets.formula import FormulaCurve
from core.datasets.gaussians import Gaussians
from core.datasets.moons import Moons
from core.datasets.plane import Plane
from core.datasets.points import Points
from core.datasets.rings import Rings
from core.datasets.sawtooth import Sawtooth
from core.datasets.sine import Sine
from core.datasets.spiral import Spiral
from core.datasets.step_curve import StepCurve
from core.datasets.truth import Truth
from core.datasets.x_sin_x import XSinX
from core.datasets.xor import Xor
from core.machine.resources import DATA
from core.messages import BadInput


def test_circle():
    table = Circle().table(1)
    radius = [math.hypot(*point) for point in table.x]
    assert len(radius) == 500
    assert sum(r <= 2.5 for r in radius) == 250
    assert all(3.5 <= r <= 5 for r in radius if r > 2.5)
    assert table.y.tolist() == [int(r < 2.5) for r in radius]
    assert table.domain == ((-6, 6), (-6, 6))


def test_noise_of_circle_and_xor_moves_labels_and_not_points():
    for kind in (Circle, Xor):
        clean, noisy = kind().table(3), kind(noise=0.3).table(3)
        assert np.array_equal(clean.x, noisy.x)
        assert 0.02 < (clean.y != noisy.y).mean() < 0.4
        assert kind.noise_kind == "labels"


def test_xor():
    table = Xor().table(1)
    for (x1, x2), y in zip(table.x, table.y, strict=True):
        assert 0.3 <= abs(x1) <= 5.3
        assert 0.3 <= abs(x2) <= 5.3
        assert y == int(x1 * x2 >= 0)


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.1, 1.2), (0.5, 4.0)])
def test_gaussians(noise, variance):
    table = Gaussians(samples=20_000, noise=noise).table(2)
    for label, centre in ((0, -2), (1, 2)):
        cloud = table.x[table.y == label]
        assert len(cloud) == 10_000
        assert cloud.mean(axis=0) == pytest.approx([centre, centre], abs=0.07)
        assert cloud.var(axis=0) == pytest.approx([variance, variance], rel=0.05)
    assert Gaussians.noise_kind == "positions"


def test_spiral():
    table = Spiral().table(1)
    for label, turn in ((1, 0.0), (0, math.pi)):
        arm = table.x[table.y == label]
        for i, point in enumerate(arm):
            r, t = 5 * i / 250, 1.75 * 2 * math.pi * i / 250 + turn
            assert point == pytest.approx([r * math.sin(t), r * math.cos(t)], abs=1e-12)


def test_noise_of_the_spiral_moves_points_by_at_most_itself():
    clean, noisy = Spiral().table(1), Spiral(noise=0.25).table(1)
    assert np.array_equal(clean.y, noisy.y)
    moved = np.abs(clean.x - noisy.x)
    assert 0.24 < moved.max() <= 0.25


def test_moons():
    table = Moons(noise=0).table(1)
    for (x1, x2), y in zip(table.x, table.y, strict=True):
        centre = (0.0, 0.0) if y == 0 else (1.0, 0.5)
        assert math.hypot(x1 - centre[0], x2 - centre[1]) == pytest.approx(1)
        assert (x2 >= centre[1] - 1e-9) if y == 0 else (x2 <= centre[1] + 1e-9)
    displaced = Moons(noise=0.35, samples=4000).table(1).x - Moons(noise=0, samples=4000).table(1).x
    assert displaced.std(axis=0) == pytest.approx([0.35, 0.35], rel=0.05)


@pytest.mark.parametrize("rings", [2, 3, 4])
def test_rings(rings):
    table = Rings(rings=rings, noise=0).table(1)
    assert np.hypot(*table.x.T) == pytest.approx(5 * (table.y + 1) / rings)
    assert len(table.classes) == rings


@pytest.mark.parametrize("classes", [2, 5, 10])
def test_blobs(classes):
    table = Blobs(classes=classes, samples=1000 * classes, noise=0.5).table(1)
    centres = np.array([table.x[table.y == k].mean(axis=0) for k in range(classes)])
    assert np.hypot(*centres.T) == pytest.approx(np.full(classes, 4), abs=0.1)
    assert table.x[table.y == 0].std(axis=0) == pytest.approx([0.5, 0.5], rel=0.1)
    assert len(table.classes) == classes


def test_checkerboard():
    table = Checkerboard(fields=4).table(1)
    for (x1, x2), y in zip(table.x, table.y, strict=True):
        assert y == (math.floor((x1 + 5) / 2.5) + math.floor((x2 + 5) / 2.5)) % 2


@pytest.mark.parametrize(
    ("gate", "answer"), [("and", lambda a, b: a and b), ("or", lambda a, b: a or b), ("xor", lambda a, b: a != b)]
)
def test_truth_tables(gate, answer):
    table = Truth(gate=gate).table(1)
    assert [(*map(int, x), int(y)) for x, y in zip(table.x, table.y, strict=True)] == [
        (a, b, int(answer(a, b))) for a in (0, 1) for b in (0, 1)
    ]


def test_plane():
    table = Plane().table(1)
    assert len(table.y) == 1200
    assert np.abs(table.x).max() <= 6
    assert table.y == pytest.approx(table.x.sum(axis=1) / 10)
    off = Plane(noise=0.5).table(1)
    assert np.array_equal(off.x, table.x)
    assert 0.3 < np.abs(off.y - table.y).max() <= 0.6


def test_bumps():
    table = Bumps().table(1)
    for (x1, x2), y in zip(table.x, table.y, strict=True):
        best = 0.0
        for c1, c2, sign in CENTRES:
            height = sign * max(0.0, 1 - math.hypot(x1 - c1, x2 - c2) / 2)
            best = height if abs(height) > abs(best) else best
        assert y == pytest.approx(best)
    assert [sign for *_, sign in CENTRES] == [1, -1, 1, -1, 1, -1]


@pytest.mark.parametrize(
    ("data", "f"),
    [
        (XSinX(noise=0), lambda x: x * math.sin(x)),
        (Sine(noise=0, waves=2), lambda x: math.sin(2 * math.pi * 2 * x / 10)),
        (StepCurve(noise=0), lambda x: -1 if x < 0 else 1),
        (Sawtooth(noise=0, teeth=2), lambda x: 2 * math.fmod(x + 5, 5) / 5 - 1),
        (FormulaCurve(noise=0, formula="x^2 - 1"), lambda x: x**2 - 1),
    ],
)
def test_curves(data, f):
    table = data.table(1)
    assert table.y == pytest.approx([f(float(x)) for x in table.x[:, 0]])
    assert np.abs(table.x).max() <= 5
    chance = data.model_copy(update={"noise": 0.3, "samples": 4000}).table(1)
    assert (chance.y - [f(float(x)) for x in chance.x[:, 0]]).std() == pytest.approx(0.3, rel=0.05)


def test_a_wrong_formula_is_refused_and_one_that_is_not_finite_too():
    with pytest.raises(ValidationError, match="'y' is not known"):
        FormulaCurve(formula="y")
    with pytest.raises(BadInput, match="not a finite number"):
        FormulaCurve(formula="log(x)").table(1)


@pytest.mark.parametrize(
    "kind", ["circle", "xor", "gaussians", "moons", "rings", "blobs", "checkerboard", "plane", "bumps", "x_sin_x"]
)
def test_more_samples_are_added_to_those_that_are_there(kind):
    cls = registry.find("datasets", kind)
    few, many = cls(samples=100, noise=0.1).table(1), cls(samples=300, noise=0.1).table(1)  # type: ignore[attr-defined, call-arg]
    assert np.array_equal(few.x, many.x[:100])
    assert np.array_equal(few.y, many.y[:100])


def test_own_points():
    table = Points(points=((1, 2, 0), (-7, 4, 1))).table(1)
    assert table.x.tolist() == [[1, 2], [-7, 4]]
    assert table.y.tolist() == [0, 1]
    assert table.domain[0][0] <= -7
    curve = Points(mode="curve", points=((1, 2), (3, 4))).table(1)
    assert (curve.x.tolist(), curve.y.tolist(), curve.geometry) == ([[1], [3]], [2, 4], "curve")
    values = Points(mode="values", points=((1, 2, 0.5),)).table(1)
    assert (values.y.tolist(), values.classes) == ([0.5], ())


@pytest.mark.parametrize(
    ("mode", "points", "reason"),
    [
        ("classes", [[1, 2]], "3 finite numbers"),
        ("classes", [[1, 2, 2]], "class 2"),
        ("classes", [[1, 2, 0.5]], "class 0.5"),
        ("curve", [[1, 2, 3]], "2 finite"),
        ("values", [[1, 2, float("nan")]], "finite"),
    ],
)
def test_wrong_points_are_refused(mode, points, reason):
    with pytest.raises(ValidationError, match=reason):
        Points(mode=mode, points=points)


@pytest.mark.parametrize(
    ("names", "classes", "called"),
    [
        ((), 3, ("A", "B", "C")),
        (("ring", "disc"), 2, ("ring", "disc")),
        (("ring", "disc"), 4, ("ring", "disc", "A", "B")),
        (("ring", "A"), 3, ("ring", "A", "B")),
        (("ring", "disc", "hole"), 2, ("ring", "disc")),
    ],
)
def test_classes_that_are_drawn_keep_the_names_that_they_had(names, classes, called):
    points = Points(names=names, classes=classes, points=((0, 0, 0), (1, 1, 1)))
    assert points.table(1).classes == called and Points.model_validate(points.model_dump()) == points


@pytest.mark.parametrize("names", [("ring", "ring"), ("",), ("x" * 201,), tuple("ABCDEFGHIJK"), (1, 2)])
def test_names_of_classes_are_words_of_which_no_two_are_alike(names):
    with pytest.raises(ValidationError):
        Points(names=names)


def test_no_points_yet():
    with pytest.raises(BadInput, match="draw some"):
        Points().table(1)


@pytest.mark.parametrize(
    ("kind", "rows", "columns", "counts"),
    [
        ("iris", 150, 4, {"setosa": 50, "versicolor": 50, "virginica": 50}),
        ("penguins", 344, 4, {"Adelie": 152, "Chinstrap": 68, "Gentoo": 124}),
        ("wine", 178, 13, {"cultivar 1": 59, "cultivar 2": 71, "cultivar 3": 48}),
        ("breast_cancer", 569, 30, {"benign": 357, "malignant": 212}),
        ("titanic", 1313, 5, {"died": 863, "survived": 450}),
        ("holiday", 8, 3, {"no": 5, "yes": 3}),
        ("students", 60, 2, {"fails": 30, "passes": 30}),
        ("hours", 40, 1, None),
        ("trip", 120, 4, None),
    ],
)
def test_shipped_tables(kind, rows, columns, counts):
    table = registry.find("datasets", kind)().table(1)  # type: ignore[attr-defined]
    assert table.x.shape == (rows, columns)
    if counts is not None:
        assert dict(zip(table.classes, np.bincount(table.y).tolist(), strict=True)) == counts
    assert np.isnan(table.x).any() == (kind in ("penguins", "titanic"))


def test_gaps_of_the_titanic():
    table = registry.find("datasets", "titanic")().table(1)  # type: ignore[attr-defined]
    assert np.isnan(table.x[:, table.columns.index("age")]).sum() == 557
    assert np.isnan(table.x[:, table.columns.index("class = 3rd")]).sum() == 1
    male = table.x[:, table.columns.index("sex = male")]
    assert ((male == 0) == (table.y == 1)).mean() == pytest.approx(0.775, abs=0.005)


def test_penguins_may_have_sex_and_island():
    table = registry.find("datasets", "penguins")(sex_and_island=True).table(1)  # type: ignore[call-arg, attr-defined]
    assert table.columns[4:] == ("sex = male", "island = Biscoe", "island = Dream", "island = Torgersen")
    assert np.isnan(table.x[:, 4]).sum() == 11


def test_holiday_is_leave_and_one_of_the_others():
    table = registry.find("datasets", "holiday")().table(1)  # type: ignore[attr-defined]
    assert [bool(y) for y in table.y] == [bool(leave and (cheap or nice)) for cheap, leave, nice in table.x]
    weighted = table.x @ [1, 2, 1] > 2.5
    assert weighted.tolist() == table.y.astype(bool).tolist()


def test_the_student_of_five_lectures_and_nine_hours_passes():
    table = registry.find("datasets", "students")().table(1)  # type: ignore[attr-defined]
    place = table.x.tolist().index([5.0, 9.0])
    assert table.classes[table.y[place]] == "passes"


@pytest.mark.parametrize(("standardized", "condition"), [(False, 750), (True, 6.5)])
def test_hours_make_a_ravine_and_standardized_a_bowl(standardized, condition):
    """The condition of the Hessian of cross-entropy at its minimum, found by Newton's method."""
    table = registry.find("datasets", "hours")().table(1)  # type: ignore[attr-defined]
    hours = table.x[:, 0]
    x = np.column_stack([(hours - hours.mean()) / hours.std() if standardized else hours, np.ones(40)])
    w = np.zeros(2)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x.T * (p * (1 - p))) @ x / 40
        w -= np.linalg.solve(hessian, x.T @ (p - table.y) / 40)
    assert np.linalg.cond(hessian) == pytest.approx(condition, rel=0.02)


def test_every_shipped_file_is_in_the_table_of_licences():
    licences = (DATA / "LICENCES.md").read_text(encoding="utf-8")
    paths = list(DATA.glob("*.csv"))
    assert len(paths) > 5
    for path in paths:
        assert f"`{path.name}`" in licences
        with path.open(newline="", encoding="utf-8") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1
