"""Whether straight borders separate classes, with a proof either way."""

from __future__ import annotations

import numpy as np

MOST = 80_000  # numbers of a problem that is solved while somebody waits
ROUNDS = 3  # times the unknowns after which the search gives up
NEAR = 1e-10  # a sum of squares below it is zero


def separable(x: np.ndarray, classes: np.ndarray) -> bool | None:
    """Whether samples x (samples, features) of `classes` (samples,) are told apart without a mistake by straight
    borders; None where it cannot be said.

    Either there are weights under which every sample's own class is ahead of all others, or samples can be weighed so
    that no weights at all favour them (Gordan's theorem). One least-squares problem with weights ≥ 0 gives the one or
    the other; what it gives is checked.
    """
    if len(np.unique(classes)) < 2:
        return True
    rows = _rows(x, classes)
    if rows is None or not np.isfinite(rows).all():
        return None
    system = np.vstack([rows.T, np.ones(len(rows))])
    wanted = np.zeros(len(system))
    wanted[-1] = 1.0
    left = wanted - system @ _nonnegative(system, wanted)
    ahead = rows @ -left[:-1]
    if ahead.min() > 0:
        return True
    return False if float(left @ left) < NEAR else None


def _rows(x: np.ndarray, classes: np.ndarray) -> np.ndarray | None:
    """A row for every sample and every other class: what the weights of all classes have to be ahead in (Kesler)."""
    names, numbers = np.unique(classes, return_inverse=True)
    spread = x.std(axis=0)
    seen = np.column_stack([(x - x.mean(axis=0)) / np.where(spread > 0, spread, 1.0), np.ones(len(x))])
    if len(names) == 2:
        rows = seen * np.where(numbers == 1, 1.0, -1.0)[:, None]
        return rows / np.linalg.norm(rows, axis=1, keepdims=True) if rows.size <= MOST else None
    count, width = len(names), seen.shape[1]
    if len(x) * (count - 1) * count * width > MOST:
        return None
    rows = np.zeros((len(x), count - 1, count, width))
    for place in range(count - 1):
        other = (numbers + 1 + place) % count
        rows[np.arange(len(x)), place, numbers] = seen
        rows[np.arange(len(x)), place, other] = -seen
    rows = rows.reshape(-1, count * width)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _nonnegative(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The weights (columns,) ≥ 0 with the least |a·weights − b| (Lawson and Hanson, 1974)."""
    weights, used = np.zeros(a.shape[1]), np.zeros(a.shape[1], dtype=bool)
    for _ in range(ROUNDS * max(a.shape)):
        pull = a.T @ (b - a @ weights)
        pull[used] = -np.inf
        best = int(pull.argmax())
        if pull[best] <= 1e-12:
            break
        used[best] = True
        weights, used = _settled(a, b, weights, used)
    return weights


def _settled(a: np.ndarray, b: np.ndarray, weights: np.ndarray, used: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The weights in use at their best, those that would fall below 0 out of use."""
    used = used.copy()
    while used.any():
        best = np.zeros_like(weights)
        best[used] = np.linalg.lstsq(a[:, used], b, rcond=None)[0]
        low = used & (best <= 0)
        if not low.any():
            return best, used
        share = (weights[low] / (weights[low] - best[low])).min()
        weights = np.where(used, weights + share * (best - weights), 0.0)
        used &= weights > 1e-15
        weights = np.where(used, weights, 0.0)
    return np.zeros_like(weights), used
