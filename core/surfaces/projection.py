"""Where points lie in a plane, and how much of a path the plane keeps."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from core.surfaces.lanczos import leading

BLOCK = 1 << 20  # numbers of a path that are looked at in one go
FEW = 256  # points of a path whose components are found through their products with each other
ROUNDING = 1e-13  # share of the largest eigenvalue below which there is nothing but rounding


def coordinates(points: np.ndarray, center: np.ndarray, *axes: np.ndarray) -> np.ndarray:
    """(m, P) -> (m, axes): (α, β) of the nearest point of center + α·u + β·v, by the plane's Gram matrix; u and v need
    not be orthonormal."""
    basis = np.stack(axes)
    found = np.empty((len(points), len(axes)))
    for where, block in _blocks(points):
        found[where] = (block - center) @ basis.T
    return solve(basis, found)


def solve(basis: np.ndarray, products: np.ndarray) -> np.ndarray:
    """Products with the rows of a basis (…, axes) -> coordinates (…, axes); an axis of no length gets 0."""
    lengths = np.linalg.norm(basis, axis=1)
    lengths = np.where(lengths > 0, lengths, 1.0)
    units = basis / lengths[:, None]
    return (products / lengths) @ np.linalg.pinv(units @ units.T, rcond=1e-12, hermitian=True).T / lengths


def kept_variance(points: np.ndarray, *axes: np.ndarray) -> float:
    """The share of the variance of points (m, P) that their projections on the span of the axes keep; nan where they do
    not vary."""
    basis = _orthonormal(np.stack(axes))
    mean = _mean(points)
    total = inside = 0.0
    for _, block in _blocks(points):
        away = block - mean
        total += float(np.square(away).sum())
        inside += float(np.square(away @ basis.T).sum())
    return min(inside / total, 1.0) if total > 0 and np.isfinite(total) else float("nan")


def principal(points: np.ndarray, count: int = 2) -> Generator[None, None, tuple[np.ndarray, np.ndarray]]:
    """Principal directions (count, P) of points (m, P), and the share of the variance that each keeps (count,); zero
    where there are no more.

    The right singular vectors of the points about their mean, found as eigenvectors of their scatter matrix, or of few
    points through their Gram matrix, which has the same eigenvalues; each points the way from the first point to the
    last. None is yielded after every piece of work.
    """
    away = points.astype(np.float64) - _mean(points)
    directions, shares, total = np.zeros((count, points.shape[1])), np.zeros(count), float(np.square(away).sum())
    if total > 0:
        if len(points) <= min(FEW, points.shape[1]):
            values, vectors = yield from _by_products(away, count)
        else:
            values, vectors = yield from leading(
                lambda direction: (away @ direction) @ away, points.shape[1], count, tolerance=1e-13
            )
        solid = values > ROUNDING * values[0]
        directions[: len(values)][solid], shares[: len(values)][solid] = vectors[solid], values[solid] / total
    onward = directions @ (away[-1] - away[0])
    return directions * np.where(onward < 0, -1.0, 1.0)[:, None], shares


def _by_products(away: np.ndarray, count: int) -> Generator[None, None, tuple[np.ndarray, np.ndarray]]:
    """The leading eigenvalues of Xᵀ·X with unit eigenvectors, for X (m, P) with few rows: those of X·Xᵀ, brought back
    by Xᵀ."""
    gram, width = np.zeros((len(away), len(away))), max(1, BLOCK // len(away))
    for start in range(0, away.shape[1], width):
        piece = away[:, start : start + width]
        gram += piece @ piece.T
        yield None
    values, vectors = np.linalg.eigh(gram)
    values, rows = values[::-1][:count], vectors.T[::-1][:count] @ away
    return values, rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-300)


def shadow(place: int, u: np.ndarray, v: np.ndarray) -> tuple[float, float]:
    """Where on the plane one parameter alone points: (α, β) of its unit vector's projection, by the place in the flat
    vector."""
    alpha, beta = solve(np.stack([u, v]), np.array([u[place], v[place]]))
    return float(alpha), float(beta)


def _orthonormal(basis: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(basis, axis=1, keepdims=True)
    _, sizes, rows = np.linalg.svd(basis / np.where(lengths > 0, lengths, 1.0), full_matrices=False)
    return rows[sizes > 1e-10]


def _mean(points: np.ndarray) -> np.ndarray:
    return points.mean(axis=0, dtype=np.float64)


def _blocks(points: np.ndarray) -> Iterator[tuple[slice, np.ndarray]]:
    """Pieces of the points in double precision."""
    rows = max(1, BLOCK // max(points.shape[1], 1))
    for start in range(0, len(points), rows):
        where = slice(start, start + rows)
        yield where, points[where].astype(np.float64)
