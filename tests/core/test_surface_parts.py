"""The pieces a surface is made of: losses of many vectors, Lanczos, grids, projections, the gauge."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from torch import nn

from core import random
from core.engines import heights, vectors
from core.engines.fused.batch_inference import BatchInference, looker_for
from core.engines.heights import Looking
from core.surfaces import gauge, grid
from core.surfaces.directions import at_right_angles, second_of, unit
from core.surfaces.lanczos import leading
from core.surfaces.projection import coordinates, kept_variance, principal, shadow
from tests.building.surface_nets import NETS, loss_at, trained

pytestmark = pytest.mark.usefixtures("kernel")


def _exhaust(generator):
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value


# Many vectors


def _many(session, count: int = 7) -> np.ndarray:
    here = session.vector().astype(np.float64)
    return np.stack([here + 0.5 * random.normal(number, len(here)) for number in range(count)])


def _losses(session, points: np.ndarray, looker: BatchInference | None = None, **more) -> np.ndarray:
    """By the kernel where a `looker` is given, else by torch."""
    many = Looking(looker) if looker else vectors.through(session.learner.network, ())
    return heights.losses(many, session.experiment, session.prepared, points, session.prepared.train, **more)


@pytest.mark.parametrize("net", NETS)
def test_losses_of_many_vectors_are_those_of_each(net):
    session = trained(**NETS[net])
    points, before = _many(session), session.vector()
    expected = [loss_at(session, point) for point in points]
    np.testing.assert_allclose(_losses(session, points), expected, rtol=1e-6)
    session.learner.write(slice(None), before)  # whoever lends a network gets it back with any parameters


@pytest.mark.parametrize("engine", ["eager", "fused"])
def test_the_present_loss_is_the_evaluations_to_the_last_bit(engine):
    session = trained(engine=engine)
    looker = looker_for(session.learner.blueprint) if engine == "fused" else None
    assert _losses(session, session.vector()[None], looker=looker)[0] == session.evaluate()["train.loss"]


def test_chunks_give_the_same_numbers(monkeypatch):
    session = trained()
    points = _many(session, 20)
    whole = _losses(session, points)
    monkeypatch.setattr(vectors, "MEMORY", 1)
    monkeypatch.setattr("core.networks.sample_memory.MOST", 8)
    assert vectors.Many(session.learner.network).chunk(session.prepared, session.prepared.train) == 1
    np.testing.assert_allclose(_losses(session, points), whole, rtol=1e-12)


def test_the_memory_of_a_chunk_is_bounded(monkeypatch):
    session = trained(
        layers=[{"kind": "dense", "name": "h1", "units": 100, "activation": {"kind": "tanh"}}],
        data={"kind": "circle", "samples": 2000},
    )
    many, train = vectors.Many(session.learner.network), session.prepared.train
    usual = many.chunk(session.prepared, train)
    monkeypatch.setattr(vectors, "MEMORY", 1 << 22)
    chunk = many.chunk(session.prepared, train)
    assert 1 < chunk < usual and chunk * len(train) * 100 * 2 * 8 <= vectors.MEMORY  # sums and values


class Stubborn(nn.Module):
    """Something that vmap cannot follow: it looks at a number."""

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return a * (1.0 if float(a.detach().sum()) > 0 else 0.5)


def test_what_vmap_cannot_follow_is_done_in_a_loop():
    session = trained(engine="eager")
    session.learner.network.own[0].activation = Stubborn()
    points = _many(session)
    found = _losses(session, points)
    for point, loss in zip(points, found, strict=True):
        session.learner.write(slice(None), point)
        assert loss == pytest.approx(session.evaluate()["train.loss"], rel=1e-12)


def test_a_loss_that_is_no_number_is_infinite():
    session = trained()
    points = np.stack([session.vector() * np.nan, session.vector() * 1e300, session.vector()])
    found = _losses(session, points)
    assert found[0] == np.inf and not np.isnan(found).any() and np.isfinite(found[2])


# Lanczos


@pytest.mark.parametrize(
    "values",
    [
        [5.0, -3.0, 1.0, 0.5, 0.1, 0.0],
        [-7.0, 2.0, 1.0],
        [4.0, 4.0, 4.0, 1.0],
        [2.0, 0.0, 0.0, 0.0, 0.0],
        [1.0, 1.0 - 1e-6, 0.3, 0.2],
        list(np.logspace(0, -6, 80)),
        [0.0, 0.0, 0.0],
        [3.0],
        [1e-20, 1e-21, 0.0],
    ],
    ids=lambda values: str(len(values)),
)
def test_leading_eigenvalues(values):
    size = len(values)
    turn, _ = np.linalg.qr(random.normal(3, size * size).reshape(size, size))
    matrix = turn @ np.diag(values) @ turn.T
    found, rows = _exhaust(leading(lambda direction: matrix @ direction, size, 2))
    expected = sorted(values, key=lambda value: -abs(value))[:2]
    np.testing.assert_allclose(found, expected, atol=1e-9 * max(map(abs, values)))
    np.testing.assert_allclose(rows @ rows.T, np.eye(len(found)), atol=1e-9)
    np.testing.assert_allclose(matrix @ rows.T, rows.T * found, atol=1e-7 * max(map(abs, values)))


def test_lanczos_lets_others_in_after_every_product():
    asked = []
    generator = leading(lambda direction: asked.append(1) or direction * np.arange(1, 41), 40, 2)
    next(generator)
    assert len(asked) == 1
    next(generator)
    assert len(asked) == 2


# Directions and projections


def test_a_second_direction():
    first = unit(random.normal(1, 6))
    second, replaced = second_of(random.normal(2, 6) + 1e6 * first, first, 0)
    assert not replaced and abs(first @ second) < 1e-12
    for one_line in (3 * first, np.zeros(6)):
        second, replaced = second_of(one_line, first, 0)
        assert replaced and abs(first @ second) < 1e-12 and np.linalg.norm(second) == pytest.approx(1.0)


def test_units_of_any_size():
    for size in (1e-300, 1.0, 1e300):
        assert np.linalg.norm(unit(np.array([3.0, 4.0]) * size)) == pytest.approx(1.0)
    assert not unit(np.zeros(3)).any() and not unit(np.full(3, np.inf)).any()
    assert np.allclose(at_right_angles(np.array([1.0, 1.0]), np.array([1.0, 0.0])), [0.0, 1.0])


def test_coordinates_need_no_orthonormal_axes():
    center, u, v = (random.normal(number, 9) for number in range(3))
    v = 30 * u + 0.5 * v
    wanted = np.array([[0.3, -2.0], [0.0, 0.0], [5.0, 1.0]])
    points = center + wanted[:, :1] * u + wanted[:, 1:] * v
    np.testing.assert_allclose(coordinates(points, center, u, v), wanted, atol=1e-9)
    np.testing.assert_allclose(coordinates(points, center, u, np.zeros(9))[:, 1], 0.0)


def test_where_one_weight_points():
    u, v = random.normal(1, 5), random.normal(2, 5)
    alpha, beta = shadow(3, u, v)
    rest = np.eye(5)[3] - alpha * u - beta * v
    assert abs(rest @ u) < 1e-9 and abs(rest @ v) < 1e-9


def test_kept_variance():
    points = np.array([[0.0, 0, 0], [4, 0, 0], [0, 2, 0], [4, 2, 0]])
    x, y, z = np.eye(3)
    assert kept_variance(points, x) == pytest.approx(0.8)
    assert kept_variance(points, x, 5 * x + 1e-3 * y) == pytest.approx(1.0)
    assert kept_variance(points, z, x) == pytest.approx(0.8)
    assert np.isnan(kept_variance(points[:1], x, y))


def test_principal_directions_of_a_straight_path():
    points = np.arange(5)[:, None] * np.array([[0.0, 3.0, 4.0]])
    directions, shares = _exhaust(principal(points))
    np.testing.assert_allclose(directions[0], [0, 0.6, 0.8], atol=1e-12)
    assert shares.tolist() == pytest.approx([1.0, 0.0]) and not directions[1].any()


# Grids


@pytest.mark.parametrize("resolution", [3, 5, 9, 21, 25, 51, 101])
def test_axes_and_stages(resolution):
    line = grid.axis(1.7, resolution)
    assert (
        len(line) == resolution
        and line[resolution // 2] == 0.0
        and line[-1] == pytest.approx(1.7)
        and line[0] == -line[-1]
    )
    stages = grid.stages(resolution)
    assert len(stages[-1]) == resolution
    for before, after in itertools.pairwise(stages):
        assert set(before) < set(after)
    assert all({0, resolution // 2, resolution - 1} <= set(lines) for lines in stages)
    assert len(stages[0]) <= max(9, resolution // 3)


def test_between_known_points_a_picture_is_linear():
    alpha, beta = grid.axis(2.0, 21), grid.axis(3.0, 21)
    true = 2 * alpha[:, None] - 3 * beta + 0.5 * alpha[:, None] * beta
    lines = grid.stages(21)[0]
    known = np.full((21, 21), np.nan)
    known[np.ix_(lines, lines)] = true[np.ix_(lines, lines)]
    np.testing.assert_allclose(grid.filled(known, (lines, lines)), true, atol=1e-12)


def test_a_sheet_between_its_points():
    alpha, beta = grid.axis(2.0, 5), grid.axis(3.0, 5)
    sheet = 1 + 2 * alpha[:, None] - 3 * beta
    places = np.array([[0.3, 0.7], [-2.0, 3.0], [2.0, -3.0], [2.1, 0.0], [0.0, np.nan]])
    found = grid.interpolate((alpha, beta), sheet, places)
    np.testing.assert_allclose(found[:3], 1 + 2 * places[:3, 0] - 3 * places[:3, 1])
    assert np.isnan(found[3:]).all()
    sheet[0, 0] = np.inf
    assert grid.interpolate((alpha, beta), sheet, np.array([[-1.9, -2.9], [-1.0, -1.5]])).tolist() == [
        np.inf,
        sheet[1, 1],
    ]
    np.testing.assert_allclose(grid.interpolate((alpha,), alpha**2, np.array([[0.5], [9.0]])), [0.5, np.nan])


# The gauge


def test_levels_are_always_finite_and_show_what_is_no_cliff():
    bowl = np.square(np.linspace(-1, 1, 21))
    assert gauge.levels(bowl).tolist() == [0.0, 1.0]
    cliff = np.append(bowl, [1e12, np.inf, np.nan, -np.inf])
    low, high = gauge.levels(cliff)
    assert low == 0.0 and 1.0 <= high <= 20
    for flat in (np.full(4, 2.0), np.zeros(3), np.full(3, np.nan), np.full(2, 1e300)):
        low, high = gauge.levels(flat)
        assert np.isfinite([low, high]).all() and high > low


def test_when_a_picture_misleads():
    assert gauge.misleads(0.9, 0.05, 10, 0) == ""
    assert "69 %" in gauge.misleads(0.69, 0.05, 10, 0)
    assert "11 %" in gauge.misleads(0.9, 0.11, 10, 0)
    both = gauge.misleads(0.001, 30.0, 10, 0)
    assert "less than 1 %" in both and "many times" in both
    assert "outside" in gauge.misleads(0.9, 0.0, 10, 9)
    assert gauge.misleads(float("nan"), float("nan"), 1, 0) == ""
    for sentence in (gauge.misleads(0.1, 1.0, 9, 0), gauge.cliffs(np.ones(4))):
        assert "better" not in sentence


def test_the_gap_counts_what_lies_over_the_sheet():
    shown = np.array([1.0, 3.0])
    assert gauge.relative_gap(np.array([1.0, 2.0, 5.0]), np.array([1.2, 2.4, np.nan]), shown) == pytest.approx(0.15)
    assert np.isnan(gauge.relative_gap(np.array([np.nan]), np.array([1.0]), shown))
    assert gauge.relative_gap(np.array([np.inf, np.inf]), np.array([np.inf, np.inf]), shown) == 0.0
    assert gauge.relative_gap(np.array([np.inf]), np.array([1.0]), shown) == np.inf


def test_the_kernel_that_looks_gives_torchs_numbers():
    session = trained(penalties=[{"kind": "l2", "rate": 0.5}])
    points = _many(session, 9)
    looker = looker_for(session.learner.blueprint)
    for metric in ("loss", "score"):
        np.testing.assert_allclose(
            _losses(session, points, metric=metric, penalty=True, looker=looker),
            _losses(session, points, metric=metric, penalty=True),
        )
    points[1] = np.nan
    assert _losses(session, points, looker=looker)[1] == np.inf
