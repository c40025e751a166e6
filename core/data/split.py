"""Which samples train, which watch, which test: drawn from the data seed, class by class."""

from __future__ import annotations

import dataclasses

import numpy as np

from core import random
from core.frozen import frozen


def _none() -> np.ndarray:
    return np.empty(0, dtype=np.int64)


@frozen
class Split:
    """Indices of the samples of each part, ascending int64; no sample is in two parts. The `sealed` ones are shown
    nowhere."""

    train: np.ndarray
    validation: np.ndarray
    test: np.ndarray
    sealed: np.ndarray = dataclasses.field(default_factory=_none)

    @property
    def testing(self) -> np.ndarray:
        """All that drives nothing, sealed or not."""
        return np.union1d(self.test, self.sealed) if len(self.sealed) else self.test

    def with_sealed(self, sealed: np.ndarray) -> Split:
        """With these of its test part sealed."""
        return Split(self.train, self.validation, np.setdiff1d(self.test, sealed, assume_unique=True), sealed)


def split(strata: np.ndarray, train_share: float, validation_share: float, seed: int) -> Split:
    """Parts of the samples; `strata` (samples,) holds the class of each, or all zeros where there are none.

    Every class is divided in the same proportion; a class of two or more samples is in both parts. A share of 1.0
    leaves the test part empty. The validation part is carved out of the training part in the same way. A sample's luck
    depends on its number and the seed alone, so that more samples leave most of the earlier ones where they were.
    """
    luck = random.bits(random.key(seed, "split"), len(strata))
    everything = np.arange(len(strata), dtype=np.int64)
    learning = _first(everything, strata, luck, train_share)
    test = np.setdiff1d(everything, learning, assume_unique=True)
    if validation_share <= 0:
        return Split(learning, np.empty(0, dtype=np.int64), test)
    luck = random.bits(random.key(seed, "validation"), len(strata))
    train = _first(learning, strata[learning], luck[learning], 1.0 - validation_share)
    return Split(train, np.setdiff1d(learning, train, assume_unique=True), test)


def as_said(tests: np.ndarray, strata: np.ndarray, validation_share: float, seed: int) -> Split:
    """Parts of samples of which it is known which test, `tests` (samples,) bool; the validation part is carved out of
    the others."""
    learning, test = np.flatnonzero(~tests), np.flatnonzero(tests)
    inner = split(strata[learning], 1.0 - validation_share, 0.0, seed)
    return Split(learning[inner.train], learning[inner.test], test)


def by_group(groups: np.ndarray, train_share: float, validation_share: float, seed: int) -> Split:
    """Parts of samples that hang together: a whole group is in one part; `groups` (samples,) holds the number of each
    one's, from 0 on.

    The shares are shares of the groups, so that of the samples they hold only nearly.
    """
    present, member = np.unique(groups, return_inverse=True)
    parts = split(np.zeros(len(present), dtype=np.int64), train_share, validation_share, seed)
    train, validation, test = (
        np.flatnonzero(np.isin(member, part)).astype(np.int64) for part in (parts.train, parts.validation, parts.test)
    )
    return Split(train, validation, test)


def in_order(samples: int, train_share: float, validation_share: float) -> Split:
    """Parts of samples that follow each other in time: first training, then validation, then test."""
    everything = np.arange(samples, dtype=np.int64)
    learning = min(max(round(samples * train_share), 1), samples)
    train = learning if validation_share <= 0 else min(max(round(learning * (1.0 - validation_share)), 1), learning)
    return Split(everything[:train], everything[train:learning], everything[learning:])


def seal(parts: Split, strata: np.ndarray, share: float, seed: int) -> Split:
    """A share of the test part is sealed, class by class: the luckiest under a luck of their own."""
    luck = random.bits(random.key(seed, "sealed"), len(strata))
    return parts.with_sealed(_first(parts.test, strata[parts.test], luck[parts.test], share))


def seal_groups(parts: Split, groups: np.ndarray, share: float, seed: int) -> Split:
    """Whole groups of the test part are sealed."""
    inner = by_group(groups[parts.test], share, 0.0, seed)
    return parts.with_sealed(parts.test[inner.train])


def seal_last(parts: Split, share: float) -> Split:
    """Of samples that follow each other in time the last ones are sealed."""
    return parts.with_sealed(parts.test[len(parts.test) - round(share * len(parts.test)) :])


def _first(samples: np.ndarray, strata: np.ndarray, luck: np.ndarray, share: float) -> np.ndarray:
    """The luckiest `share` of every stratum, as ascending sample numbers."""
    if share >= 1.0:
        return samples
    names, member = np.unique(strata, return_inverse=True)
    sizes = np.bincount(member, minlength=len(names))
    wanted = quotas(sizes, share)
    order = np.lexsort((luck, member))
    place = np.empty(len(samples), dtype=np.int64)
    place[order] = np.arange(len(samples)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return samples[place < wanted[member]]


def quotas(sizes: np.ndarray, share: float) -> np.ndarray:
    """How many of each stratum belong to the first part: as near to `share` as whole numbers allow, in sum too.

    The remainders go to the strata with the largest fractions; a stratum of at least two is left in both parts.
    """
    exact = sizes * share
    counts = np.floor(exact).astype(np.int64)
    left = round(float(exact.sum())) - int(counts.sum())
    counts[np.argsort(counts - exact, kind="stable")[:left]] += 1
    low, high = np.minimum(sizes, 1), np.maximum(sizes - 1, np.minimum(sizes, 1))
    return np.clip(counts, low, high)
