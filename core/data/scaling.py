"""Fill values, scales and principal components, fitted on the training part and on nothing else."""

from __future__ import annotations

import numpy as np

from core.frozen import frozen


@frozen
class Unit:
    """The way from what an output says to the data's own values: scale · output + shift."""

    shift: float = 0.0
    scale: float = 1.0

    @classmethod
    def of(cls, y: np.ndarray) -> Unit:
        """The one in which values y (samples,) have the mean 0 and the standard deviation 1."""
        return cls(float(y.mean()), float(_safe(y.std(keepdims=True), y[:, None])[0]))

    @property
    def own(self) -> bool:
        """Whether outputs say the data's own values as they are."""
        return self == OWN

    def __call__(self, answers: np.ndarray) -> np.ndarray:
        return answers if self.own else answers * self.scale + self.shift

    def targets(self, y: np.ndarray) -> np.ndarray:
        """What the outputs should say for values y."""
        return y if self.own else (y - self.shift) / self.scale


OWN = Unit()  # outputs say the data's own values


def fill_values(raw: np.ndarray, sources: tuple[str, ...], columns: tuple[str, ...]) -> np.ndarray:
    """What stands in for a missing value of each column, (columns,): the median of a number's known values.

    The yes-or-no columns of one category (those whose source has another name) are filled together with the most
    frequent category. A column without a known value is filled with 0.
    """
    filled = np.zeros(raw.shape[1])
    for index, (name, source) in enumerate(zip(columns, sources, strict=True)):
        known = raw[~np.isnan(raw[:, index]), index]
        if name == source and len(known):
            filled[index] = _median(known)
    for source in {s for s, name in zip(sources, columns, strict=True) if s != name}:
        group = [index for index, other in enumerate(sources) if other == source]
        filled[group] = _most_frequent(raw[:, group])
    return filled


def _median(known: np.ndarray) -> float:
    """As numpy's of values without a nan, which loads its masked arrays to look for one."""
    ordered = np.sort(known)
    return (ordered[(len(known) - 1) // 2] + ordered[len(known) // 2]) / 2


def _most_frequent(group: np.ndarray) -> np.ndarray:
    """The most frequent row of 0 and 1 among the rows that are known, (samples, categories) -> (categories,)."""
    known = group[~np.isnan(group).any(axis=1)]
    if not len(known):
        return np.zeros(group.shape[1])
    rows, counts = np.unique(known, axis=0, return_counts=True)
    return rows[counts.argmax()]


def complete(raw: np.ndarray, fill: np.ndarray) -> np.ndarray:
    """raw (m, columns) with every nan replaced by its column's fill value."""
    missing = np.isnan(raw)
    return np.where(missing, fill, raw) if missing.any() else raw


def fit(x: np.ndarray, scaling: str, divisor: float) -> tuple[np.ndarray, np.ndarray]:
    """(shift, scale), each (features,), such that (x − shift) / scale is what the network sees.

    standardize: mean and standard deviation (with n, not n − 1); minmax: lowest value and range; divide: 0 and the
    divisor. A constant feature is only shifted.
    """
    width = x.shape[1]
    if scaling == "standardize":
        return x.mean(axis=0), _safe(x.std(axis=0), x)
    if scaling == "minmax":
        return x.min(axis=0), _safe(np.ptp(x, axis=0), x)
    return np.zeros(width), np.full(width, divisor if scaling == "divide" else 1.0)


def _safe(spread: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The spread, or 1 where it is nothing but rounding."""
    rounding = 1e-12 * np.abs(x).max(axis=0, initial=0.0)
    return np.where(spread > rounding, spread, 1.0)


def principal_plane(raw: np.ndarray, used: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The plane of the first two principal components of the standardized columns in use.

    raw (samples, columns) without gaps, used (columns,) bool. Returns mean (columns,), spread (columns,), directions
    (2, columns) of the standardized columns with length 1 (or 0 where there is no second one), and their shares (2,) of
    the variance. The largest component of a direction is positive, so that the plane does not flip from run to run.
    """
    mean, spread = raw.mean(axis=0), _safe(raw.std(axis=0), raw)
    z = np.where(used, (raw - mean) / spread, 0.0)
    variances, axes = np.linalg.eigh(z.T @ z / len(z))
    directions, shares = np.zeros((2, raw.shape[1])), np.zeros(2)
    for row, position in enumerate(np.argsort(variances)[::-1][:2]):
        if variances[position] > 1e-12:
            axis = axes[:, position]
            directions[row] = axis * np.sign(axis[np.abs(axis).argmax()])
            shares[row] = variances[position] / variances.sum()
    return mean, spread, directions, shares
