"""What a task may ask of the samples and of what has learned from them, to say its figures."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.families.dataset import Dataset, Table
from core.families.loss import Loss


class Reach(Protocol):
    """How much of the training samples' places made ones (m, features) reach."""

    @property
    def has_classes(self) -> bool:
        """Whether the data have classes that can be reached."""
        ...

    def share(self, made: np.ndarray) -> float:
        """The share of the real samples whose place is reached."""
        ...

    def classes(self, made: np.ndarray) -> float:
        """How many of the classes are reached."""
        ...

    def near(self, made: np.ndarray) -> float:
        """The share of the made samples that are as near to a real one as unseen real ones are."""
        ...


class Samples(Protocol):
    """The samples as they are trained with: `core.data.preparation.Prepared`."""

    @property
    def table(self) -> Table:
        """The raw samples."""
        ...

    @property
    def train(self) -> np.ndarray:
        """The numbers of the samples of the training part."""
        ...

    @property
    def x(self) -> np.ndarray:
        """What the network sees, (samples, features)."""
        ...

    @property
    def targets(self) -> np.ndarray:
        """What it should say, (samples, outputs)."""
        ...

    @property
    def coverage(self) -> Reach:
        """What the training samples hold."""
        ...

    def part(self, name: str) -> np.ndarray:
        """The sample numbers of "train", "validation" or "test"."""
        ...

    def decode(self, encoded: np.ndarray) -> np.ndarray:
        """Encoded rows (m, columns) of samples in the data's own units."""
        ...


class Posing(Protocol):
    """What is to be learned, as far as figures rest on it."""

    @property
    def data(self) -> Dataset:
        """Where the samples come from."""
        ...

    @property
    def loss(self) -> Loss:
        """What learning makes smaller."""
        ...


class Learned(Protocol):
    """The players at one moment of a run: `core.engines.learner.Learner`."""

    @property
    def experiment(self) -> Posing:
        """What is to be learned."""
        ...

    @property
    def prepared(self) -> Samples:
        """The samples."""
        ...

    def outputs(self, inputs: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> the first player's raw outputs (samples, k)."""
        ...

    def made(self, maker: str, count: int) -> np.ndarray:
        """Encoded samples (count, features) that a player makes of always the same noise."""
        ...

    def made_beside(self, maker: str, places: np.ndarray) -> np.ndarray:
        """The encoded samples (n, features) of a player that stand beside samples of the table (n,) wherever figures
        are counted."""
        ...
