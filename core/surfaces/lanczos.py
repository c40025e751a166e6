"""The leading eigenvectors of a symmetric matrix that is known only by its products: Lanczos with full
reorthogonalization."""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np

from core import random

MOST = 120  # products: leading eigenvalues stand long before
EVERY = 4  # products between two looks at what has been found


def leading(
    product: Callable[[np.ndarray], np.ndarray], size: int, count: int = 2, seed: int = 0, tolerance: float = 1e-9
) -> Generator[None, None, tuple[np.ndarray, np.ndarray]]:
    """The `count` eigenvalues of largest size (count,) with their unit eigenvectors (count, size); None is yielded
    after every product.

    Ended when each residual ‖H·y − θ·y‖ is below `tolerance`·|θ₁|, or after `MOST` products. A space that closes early
    (few distinct eigenvalues) is opened again by a fresh random vector, so that equal eigenvalues are found twice.
    """
    most, count = min(size, MOST), min(count, size)
    basis, diagonal, beside = np.zeros((most, size)), np.zeros(most), np.zeros(most)
    basis[0] = _fresh(basis[:0], seed, 0)
    scale = 0.0
    for k in range(most):
        image = product(basis[k])
        diagonal[k] = image @ basis[k]
        scale = max(scale, float(np.linalg.norm(image)))
        rest = _without(basis[: k + 1], image)
        beside[k] = np.linalg.norm(rest)
        yield None
        closed = beside[k] <= 1e-13 * max(scale, 1e-300)
        if closed:
            beside[k] = 0.0
        if k + 1 == most or (k % EVERY == 0 and not closed):
            values, vectors = _ritz(diagonal[: k + 1], beside[:k])
            if k + 1 == most or (k > count and _settled(values, vectors, beside[k], count, tolerance)):
                break
        basis[k + 1] = _fresh(basis[: k + 1], seed, k + 1) if closed else rest / beside[k]
    found = np.argsort(-np.abs(values), kind="stable")[:count]
    eigenvectors = vectors[:, found].T @ basis[: len(values)]
    return values[found], eigenvectors / np.linalg.norm(eigenvectors, axis=1, keepdims=True)


def _without(basis: np.ndarray, vector: np.ndarray) -> np.ndarray:
    """What is left of a vector at right angles to all rows of a basis; twice is enough (Parlett)."""
    for _ in range(2):
        vector = vector - (basis @ vector) @ basis
    return vector


def _fresh(basis: np.ndarray, seed: int, number: int) -> np.ndarray:
    rest = _without(basis, random.normal(random.key(seed, "lanczos", number), basis.shape[1]))
    return rest / np.linalg.norm(rest)


def _ritz(diagonal: np.ndarray, beside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eigenvalues and eigenvectors of the tridiagonal matrix."""
    return np.linalg.eigh(np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1))


def _settled(values: np.ndarray, vectors: np.ndarray, beside: float, count: int, tolerance: float) -> bool:
    """Whether the leading Ritz pairs are eigenpairs: their residuals are |β · last component|."""
    found = np.argsort(-np.abs(values), kind="stable")[:count]
    return bool((beside * np.abs(vectors[-1, found]) <= tolerance * np.abs(values[found[0]])).all())
